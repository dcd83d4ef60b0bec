"""The controls themselves, on a file that the schema accepts. One function per control."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from lxml import etree
from stdnum import luhn

from sandbox.sdi.violations import Violation

CENT = Decimal("0.01")
EURO = Decimal(1)
NOT_TO_ONESELF = {"TD01", "TD02", "TD03", "TD06", "TD16", "TD17", "TD18", "TD19", "TD20", "TD24", "TD25", "TD28"}
ONLY_TO_ONESELF = {"TD21", "TD27"}
FROM_ABROAD = {"TD17", "TD18", "TD19", "TD28"}
SPECIAL_TERRITORY = {"TD17", "TD19"}
"""Types for which the seller's country may be OO: Livigno and Campione d'Italia."""
NEEDS_VAT_ID = {"TD16", "TD17", "TD18", "TD19", "TD20", "TD22", "TD23", "TD28"}
GENERIC_NATURA = {"N2", "N3", "N6"}


class Party(NamedTuple):
    country: str
    vat: str
    tax_code: str


class Group(NamedTuple):
    """What lines and summaries are matched by."""

    rate: Decimal
    natura: str


class File:
    """One body of a file, with its header, as the controls look at it."""

    def __init__(self, root: etree._Element, body: etree._Element, received: dt.date) -> None:
        self.root = root
        self.received = received
        self.header = root.find("FatturaElettronicaHeader")
        self.body = body
        self.type = self.text("DatiGenerali/DatiGeneraliDocumento/TipoDocumento")
        self.number = self.text("DatiGenerali/DatiGeneraliDocumento/Numero")
        self.date = dt.date.fromisoformat(self.text("DatiGenerali/DatiGeneraliDocumento/Data")[:10])
        self.lines = body.findall("DatiBeniServizi/DettaglioLinee")
        self.summaries = body.findall("DatiBeniServizi/DatiRiepilogo")
        self.seller = self._party("CedentePrestatore")
        self.buyer = self._party("CessionarioCommittente")

    def text(self, path: str) -> str:
        return (self.body.findtext(path) or "").strip()

    def header_text(self, path: str) -> str:
        return "" if self.header is None else (self.header.findtext(path) or "").strip()

    def _party(self, name: str) -> Party:
        start = f"{name}/DatiAnagrafici"
        return Party(
            country=self.header_text(f"{start}/IdFiscaleIVA/IdPaese"),
            vat=self.header_text(f"{start}/IdFiscaleIVA/IdCodice"),
            tax_code=self.header_text(f"{start}/CodiceFiscale"),
        )


def amount(element: etree._Element, name: str, default: str = "0") -> Decimal:
    return Decimal((element.findtext(name) or default).strip())


def group(element: etree._Element) -> Group:
    return Group(amount(element, "AliquotaIVA"), (element.findtext("Natura") or "").strip())


Found = Iterator[Violation]


def c00305_buyer_vat(file: File) -> Found:
    vat = file.buyer.vat
    if file.buyer.country == "IT" and vat and not (len(vat) == 11 and luhn.is_valid(vat)):
        yield Violation("00305", "")


def c00313_foreign_code(file: File) -> Found:
    code = file.header_text("DatiTrasmissione/CodiceDestinatario")
    if code == "XXXXXXX" and (file.buyer.country or "IT") == "IT":
        yield Violation("00313", "")


def c00400_line_without_natura(file: File) -> Found:
    for line in file.lines:
        if group(line).rate == 0 and not group(line).natura:
            yield Violation("00400", f"riga {line.findtext('NumeroLinea')}")


def c00401_line_with_natura(file: File) -> Found:
    for line in file.lines:
        if group(line).rate != 0 and group(line).natura and file.type != "TD16":
            yield Violation("00401", f"riga {line.findtext('NumeroLinea')}")


def c00403_future(file: File) -> Found:
    if file.date > file.received:
        yield Violation("00403", file.date.isoformat())


def c00417_nameless_buyer(file: File) -> Found:
    if not file.buyer.vat and not file.buyer.tax_code:
        yield Violation("00417", "")


def c00418_before_linked(file: File) -> Found:
    for linked in file.body.iterfind("DatiGenerali/DatiFattureCollegate/Data"):
        if file.date < dt.date.fromisoformat((linked.text or "").strip()[:10]):
            yield Violation("00418", str(linked.text))


def c00419_no_summary(file: File) -> Found:
    """A rate of a line that no summary names; 00443 says the same in the other direction."""
    summarised = {group(summary).rate for summary in file.summaries}
    for rate in sorted({group(line).rate for line in file.lines} - summarised):
        yield Violation("00419", f"aliquota {rate}")


def c00420_split_payment(file: File) -> Found:
    for summary in file.summaries:
        if group(summary).natura.startswith("N6") and summary.findtext("EsigibilitaIVA") == "S":
            yield Violation("00420", "")


def c00421_tax(file: File) -> Found:
    for summary in file.summaries:
        expected = amount(summary, "ImponibileImporto") * group(summary).rate / 100
        if abs(amount(summary, "Imposta") - expected) > CENT:
            yield Violation("00421", f"aliquota {group(summary).rate}")


def c00422_taxable(file: File) -> Found:
    lines: dict[Group, Decimal] = {}
    for line in file.lines:
        lines[group(line)] = lines.get(group(line), Decimal(0)) + amount(line, "PrezzoTotale")
    for summary in file.summaries:
        extra = amount(summary, "SpeseAccessorie") + amount(summary, "Arrotondamento")
        expected = lines.get(group(summary))
        if expected is not None and abs(amount(summary, "ImponibileImporto") - expected - extra) >= EURO:
            yield Violation("00422", f"aliquota {group(summary).rate}")


def c00423_line_total(file: File) -> Found:
    for line in file.lines:
        price, quantity = amount(line, "PrezzoUnitario"), amount(line, "Quantita", "1")
        for discount in line.findall("ScontoMaggiorazione"):
            change = amount(discount, "Importo") or price * amount(discount, "Percentuale") / 100
            price += -change if discount.findtext("Tipo") == "SC" else change
        if abs(price * quantity - amount(line, "PrezzoTotale")) > CENT:
            yield Violation("00423", f"riga {line.findtext('NumeroLinea')}")


def c00424_rate_as_share(file: File) -> Found:
    for element in (*file.lines, *file.summaries):
        if 0 < group(element).rate < 1:
            yield Violation("00424", f"aliquota {group(element).rate}")
            return


def c00425_number_without_digit(file: File) -> Found:
    if not any(character.isdigit() for character in file.number):
        yield Violation("00425", file.number)


def c00427_code_length(file: File) -> Found:
    expected = {"FPR12": 7, "FPA12": 6}.get(file.root.get("versione", ""))
    if expected is not None and len(file.header_text("DatiTrasmissione/CodiceDestinatario")) != expected:
        yield Violation("00427", "")


def c00428_format(file: File) -> Found:
    if file.header_text("DatiTrasmissione/FormatoTrasmissione") != file.root.get("versione"):
        yield Violation("00428", "")


def c00429_summary_without_natura(file: File) -> Found:
    for summary in file.summaries:
        if group(summary).rate == 0 and not group(summary).natura:
            yield Violation("00429", "")


def c00430_summary_with_natura(file: File) -> Found:
    for summary in file.summaries:
        if group(summary).rate != 0 and group(summary).natura and file.type != "TD16":
            yield Violation("00430", "")


def c00443_rates(file: File) -> Found:
    """A rate of a summary that no line has."""
    used = {group(line).rate for line in file.lines}
    for rate in sorted({group(summary).rate for summary in file.summaries} - used):
        yield Violation("00443", f"aliquota {rate}")


def c00444_naturas(file: File) -> Found:
    lines = {group(line).natura for line in file.lines if group(line).rate == 0}
    summaries = {group(summary).natura for summary in file.summaries if group(summary).rate == 0}
    # A missing one is 00400 or 00429.
    if "" not in lines | summaries and lines != summaries:
        yield Violation("00444", ", ".join(sorted(lines ^ summaries)))


def c00445_generic_natura(file: File) -> Found:
    for natura in sorted({group(element).natura for element in (*file.lines, *file.summaries)} & GENERIC_NATURA):
        yield Violation("00445", natura)


def c00471_same_parties(file: File) -> Found:
    if file.type in NOT_TO_ONESELF and _same(file.seller, file.buyer):
        yield Violation("00471", file.type)


def c00472_different_parties(file: File) -> Found:
    if file.type in ONLY_TO_ONESELF and not _same(file.seller, file.buyer):
        yield Violation("00472", file.type)


def c00473_seller_country(file: File) -> Found:
    country = file.seller.country
    if file.type not in FROM_ABROAD:
        return
    wrong_territory = country == "OO" and file.type not in SPECIAL_TERRITORY
    if country == "IT" or wrong_territory or (file.type == "TD28" and country != "SM"):
        yield Violation("00473", f"{file.type} {country}")


def c00474_zero_rate(file: File) -> Found:
    if file.type == "TD21" and any(group(line).rate == 0 for line in file.lines):
        yield Violation("00474", "")


def c00475_buyer_without_vat(file: File) -> Found:
    if file.type in NEEDS_VAT_ID and not file.buyer.vat:
        yield Violation("00475", file.type)


def c00476_both_foreign(file: File) -> Found:
    if file.seller.country != "IT" and file.buyer.country not in {"", "IT"}:
        yield Violation("00476", "")


def _same(one: Party, other: Party) -> bool:
    by_vat = bool(one.vat) and (one.country, one.vat) == (other.country, other.vat)
    return by_vat or (bool(one.tax_code) and one.tax_code == other.tax_code)


ALL: tuple[Callable[[File], Found], ...] = (
    c00305_buyer_vat, c00313_foreign_code, c00400_line_without_natura, c00401_line_with_natura, c00403_future,
    c00417_nameless_buyer, c00418_before_linked, c00419_no_summary, c00420_split_payment, c00421_tax, c00422_taxable,
    c00423_line_total, c00424_rate_as_share, c00425_number_without_digit, c00427_code_length, c00428_format,
    c00429_summary_without_natura, c00430_summary_with_natura, c00443_rates, c00444_naturas, c00445_generic_natura,
    c00471_same_parties, c00472_different_parties, c00473_seller_country, c00474_zero_rate, c00475_buyer_without_vat,
    c00476_both_foreign,
)  # fmt: skip
