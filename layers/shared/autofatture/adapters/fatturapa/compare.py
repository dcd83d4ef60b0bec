"""What FiC produced against what was meant: every difference has a name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from autofatture.adapters.fatturapa.model import Body, FatturaPA
from autofatture.domain.money import EUR
from autofatture.domain.self_invoice import SelfInvoice

_PATH = "/FatturaElettronica/FatturaElettronica"


class Difference(NamedTuple):
    path: str
    label: str
    """What differs, in Italian."""
    meant: str
    found: str
    grave: bool
    """A grave one makes the document wrong; another is a choice that SdI accepts either way."""

    @property
    def message(self) -> str:
        return f"{self.label}: doveva essere «{self.meant}», nel file c'è «{self.found}»."


def compare(meant: SelfInvoice, found: FatturaPA) -> list[Difference]:
    """Semantic differences; number, progressive and sender are FiC's own and are not compared."""
    if len(found.bodies) != 1:
        return [Difference(f"{_PATH}Body", "Numero di documenti nel file", "1", str(len(found.bodies)), grave=True)]
    return [*_header(meant, found), *_general(meant, found.bodies[0]), *_amounts(meant, found.bodies[0])]


def _header(meant: SelfInvoice, found: FatturaPA) -> Iterator[Difference]:
    seller, buyer, supplier = meant.cedente, meant.cessionario, found.supplier
    person, seat = "CedentePrestatore/DatiAnagrafici", "CedentePrestatore/Sede"
    company = "CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA"
    names = (_plain(seller.name), _plain(supplier.name))
    rows: tuple[tuple[str, str, object, object, bool], ...] = (
        (f"{person}/IdFiscaleIVA/IdPaese", "Paese del fornitore", seller.id_paese, supplier.id_country, True),
        (f"{person}/Anagrafica", "Nome del fornitore", *names, False),
        (f"{person}/RegimeFiscale", "Regime fiscale del fornitore", seller.regime_fiscale, supplier.regime, False),
        (f"{seat}/Nazione", "Nazione del fornitore", seller.country, supplier.address.country, False),
        (f"{seat}/CAP", "CAP del fornitore", seller.postal_code, supplier.address.postal_code, False),
        (f"{company}/IdPaese", "Paese dell'azienda", "IT", found.customer.id_country, True),
        (f"{company}/IdCodice", "Partita IVA dell'azienda", buyer.vat_id, found.customer.id_code, True),
        ("DatiTrasmissione/CodiceDestinatario", "Codice destinatario", buyer.ei_code, found.recipient_code, True),
    )
    for path, label, wanted, got, grave in rows:
        yield from _differ(f"{_PATH}Header/{path}", label, wanted, got, grave=grave)
    code = f"{_PATH}Header/{person}/IdFiscaleIVA/IdCodice"
    yield from _same_code(code, seller.id_paese, seller.id_codice, supplier.id_code)


def _general(meant: SelfInvoice, body: Body) -> Iterator[Difference]:
    general = f"{_PATH}Body/DatiGenerali/DatiGeneraliDocumento"
    yield from _differ(f"{general}/TipoDocumento", "Tipo di documento", meant.document_type.value, body.document_type)
    yield from _differ(f"{general}/Divisa", "Valuta", EUR, body.currency)
    yield from _differ(f"{general}/Data", "Data del documento", meant.date, body.date)
    expected = [(one.sdi_id or one.number, one.date) for one in meant.linked]
    actual = [(one.number, one.date) for one in body.linked]
    if expected != actual:
        path = f"{_PATH}Body/DatiGenerali/DatiFattureCollegate"
        yield Difference(path, "Fattura collegata", _pairs(expected), _pairs(actual), grave=True)
    for text in meant.causale:
        if _plain(text) not in {_plain(one) for one in body.causale}:
            yield Difference(f"{general}/Causale", "Causale", text, " | ".join(body.causale) or "assente", grave=False)


def _amounts(meant: SelfInvoice, body: Body) -> Iterator[Difference]:
    path = f"{_PATH}Body/DatiBeniServizi/DatiRiepilogo"
    expected = {(one.vat_rate, one.natura): one for one in meant.summaries}
    actual = {(one.vat_rate, one.natura): one for one in body.summaries}
    for key in expected.keys() | actual.keys():
        label = f"aliquota {key[0].normalize():f} %" + (f" natura {key[1]}" if key[1] else "")
        wanted, got = expected.get(key), actual.get(key)
        if wanted is None or got is None:
            state = "presente" if wanted else "assente"
            yield Difference(path, f"Riepilogo con {label}", state, "assente" if wanted else "presente", grave=True)
            continue
        yield from _differ(f"{path}/ImponibileImporto", f"Imponibile, {label}", wanted.net, got.net)
        yield from _differ(f"{path}/Imposta", f"Imposta, {label}", wanted.vat, got.vat)
    if body.total is not None:
        total = f"{_PATH}Body/DatiGenerali/DatiGeneraliDocumento/ImportoTotaleDocumento"
        yield from _differ(total, "Totale del documento", meant.total_gross, body.total)


def _same_code(path: str, country: str, meant: str, found: str | None) -> Iterator[Difference]:
    """The country prefix inside the code is an open point: with or without it is the same id."""
    if (
        found is not None
        and found != meant
        and found.removeprefix(country).removeprefix("EL") == meant.removeprefix(country)
    ):
        yield Difference(path, "Prefisso del Paese nell'identificativo del fornitore", meant, found, grave=False)
        return
    yield from _differ(path, "Identificativo del fornitore", meant, found)


def _differ(path: str, label: str, meant: object, found: object, *, grave: bool = True) -> Iterator[Difference]:
    if meant != found:
        yield Difference(path, label, _shown(meant), _shown(found), grave)


def _shown(value: object) -> str:
    if value is None:
        return "assente"
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _pairs(pairs: list[tuple[str, dt.date | None]]) -> str:
    return ", ".join(f"{number} del {day.isoformat()}" if day else number for number, day in pairs) or "assente"


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
