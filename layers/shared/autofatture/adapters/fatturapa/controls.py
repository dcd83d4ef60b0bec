"""SdI's controls on the content of a file that conforms to the schema.

Source: *Elenco controlli* 2.0 of the Sistema di Interscambio; codes, texts and lists of types are data with a version
(``sdi_controls.json``). Amounts are Decimal; tolerances are SdI's own.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from lxml import etree

from autofatture.adapters.fatturapa.schema import elements_of
from autofatture.domain.money import to_cents
from autofatture.domain.vat_ids import is_valid_italian_number, is_valid_italian_tax_code

CENT = Decimal("0.01")
EURO = Decimal(1)
_GENERIC_NATURE = frozenset({"N2", "N3", "N6"})
_FOREIGN_RECIPIENT = "XXXXXXX"
_NO_CODE = "0000000"
_CODE_LENGTH = {"FPR12": 7, "FPA12": 6}


class Breach(NamedTuple):
    code: str
    element: etree._Element


Control = Callable[["etree._Element", dt.date | None], Iterable[Breach]]  # noqa: SLF001  (lxml names its type so)


@cache
def texts() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resources.files(__package__).joinpath("sdi_controls.json").read_text("utf-8"))
    return data


def breaches(root: etree._Element, *, today: dt.date | None = None) -> list[Breach]:
    """Every control that the document fails. ``today`` is the fiscal day of sending (00403)."""
    return [breach for control in CONTROLS for breach in control(root, today)]


def transmission(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00300, 00313, 00426, 00427, 00428."""
    data = _one(root, "FatturaElettronicaHeader/DatiTrasmissione")
    sender = _one(data, "IdTrasmittente")
    if _text(sender, "IdPaese") == "IT" and not _italian_code(_text(sender, "IdCodice")):
        yield Breach("00300", _one(sender, "IdCodice"))
    code, form = _text(data, "CodiceDestinatario"), _text(data, "FormatoTrasmissione")
    buyer = root.find("FatturaElettronicaHeader/CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA/IdPaese")
    if code == _FOREIGN_RECIPIENT and buyer is not None and buyer.text == "IT":
        yield Breach("00313", _one(data, "CodiceDestinatario"))
    if data.find("PECDestinatario") is not None and code != _NO_CODE:
        yield Breach("00426", _one(data, "PECDestinatario"))
    if len(code) != _CODE_LENGTH.get(form, len(code)):
        yield Breach("00427", _one(data, "CodiceDestinatario"))
    if form != root.get("versione"):
        yield Breach("00428", _one(data, "FormatoTrasmissione"))


def party_ids(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00301-00306: check digits of Italian ids only; foreign ones are not judged."""
    header = _one(root, "FatturaElettronicaHeader")
    places = (
        ("CedentePrestatore/DatiAnagrafici", "00301", "00302"),
        ("RappresentanteFiscale/DatiAnagrafici", "00303", "00304"),
        ("CessionarioCommittente/DatiAnagrafici", "00305", "00306"),
        ("CessionarioCommittente/RappresentanteFiscale", "00303", "00304"),
    )
    for path, vat_code, tax_code in places:
        data = header.find(path)
        if data is None:
            continue
        vat = data.find("IdFiscaleIVA")
        if vat_code == "00301" and _types(root) & set(texts()["foreign_supplier"]):
            vat = None  # an Italian id is the wrong id there (00473), right digits or not
        if vat is not None and _text(vat, "IdPaese") == "IT" and not is_valid_italian_number(_text(vat, "IdCodice")):
            yield Breach(vat_code, _one(vat, "IdCodice"))
        tax = data.find("CodiceFiscale")
        if tax is not None and not is_valid_italian_tax_code(tax.text or ""):
            yield Breach(tax_code, tax)


def buyer(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00417, 00475."""
    data = _one(root, "FatturaElettronicaHeader/CessionarioCommittente/DatiAnagrafici")
    has_vat = data.find("IdFiscaleIVA") is not None
    if not has_vat and data.find("CodiceFiscale") is None:
        yield Breach("00417", data)
    if not has_vat and _types(root) & set(texts()["buyer_id_required"]):
        yield Breach("00475", data)


def parties(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00471, 00472, 00473, 00476."""
    header = _one(root, "FatturaElettronicaHeader")
    seller = _one(header, "CedentePrestatore/DatiAnagrafici")
    customer = _one(header, "CessionarioCommittente/DatiAnagrafici")
    types = _types(root)
    same = _same_subject(seller, customer)
    if same and types & set(texts()["parties_differ"]):
        yield Breach("00471", seller)
    if not same and types & set(texts()["parties_equal"]):
        yield Breach("00472", seller)
    country = _one(seller, "IdFiscaleIVA/IdPaese")
    if _country_refused(country.text or "", types):
        yield Breach("00473", country)
    customer_country = customer.find("IdFiscaleIVA/IdPaese")
    if country.text != "IT" and customer_country is not None and customer_country.text != "IT":
        yield Breach("00476", customer_country)


def _country_refused(country: str, types: set[str]) -> bool:
    data = texts()
    for one in types & set(data["foreign_supplier"]):
        if country == "IT" or (country == "OO" and one not in data["enclaves_allowed"]):
            return True
        if one in data["only_san_marino"] and country != "SM":
            return True
    return False


def _same_subject(seller: etree._Element, customer: etree._Element) -> bool:
    vats = [one.find("IdFiscaleIVA") for one in (seller, customer)]
    if vats[0] is not None and vats[1] is not None:
        first, second = ((_text(one, "IdPaese"), _text(one, "IdCodice").upper()) for one in vats if one is not None)
        if first == second:
            return True
    codes = [one.findtext("CodiceFiscale") for one in (seller, customer)]
    return codes[0] is not None and codes[0] == codes[1]


def numbers_and_dates(root: etree._Element, today: dt.date | None) -> Iterator[Breach]:
    """00403, 00409, 00418, 00425."""
    seen: set[tuple[str, str]] = set()
    for body in _bodies(root):
        general = _one(body, "DatiGenerali/DatiGeneraliDocumento")
        number, date = _one(general, "Numero"), _one(general, "Data")
        day = _day(date.text)
        if not any(character.isdigit() for character in number.text or ""):
            yield Breach("00425", number)
        if today is not None and day > today:
            yield Breach("00403", date)
        for linked in body.iterfind("DatiGenerali/DatiFattureCollegate/Data"):
            if day < _day(linked.text):
                yield Breach("00418", date)
                break
        key = (number.text or "", (date.text or "")[:4])
        if key in seen:
            yield Breach("00409", number)
        seen.add(key)


def withholding(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00411, 00415."""
    for body in _bodies(root):
        general = _one(body, "DatiGenerali/DatiGeneraliDocumento")
        if general.find("DatiRitenuta") is not None:
            continue
        line = body.find("DatiBeniServizi/DettaglioLinee/Ritenuta")
        if line is not None:
            yield Breach("00411", line)
        fund = general.find("DatiCassaPrevidenziale/Ritenuta")
        if fund is not None:
            yield Breach("00415", fund)


def nature(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00400/00401 on lines, 00413/00414 on pension funds, 00429/00430 on summaries, 00445."""
    places = (
        ("DatiBeniServizi/DettaglioLinee", "00400", "00401"),
        ("DatiGenerali/DatiGeneraliDocumento/DatiCassaPrevidenziale", "00413", "00414"),
        ("DatiBeniServizi/DatiRiepilogo", "00429", "00430"),
    )
    for body in _bodies(root):
        integrates_domestic = _text(body, "DatiGenerali/DatiGeneraliDocumento/TipoDocumento") == "TD16"
        day = _day(_text(body, "DatiGenerali/DatiGeneraliDocumento/Data"))
        for path, missing, excess in places:
            for one in body.iterfind(path):
                found = one.find("Natura")
                rate = _amount(one, "AliquotaIVA")
                if rate == 0 and found is None:
                    yield Breach(missing, _one(one, "AliquotaIVA"))
                if rate != 0 and found is not None:
                    allowed = integrates_domestic and (found.text or "").startswith("N6")
                    if not allowed or missing == "00413":
                        yield Breach(excess, found)
                if found is not None and found.text in _GENERIC_NATURE and day >= _in_force("00445"):
                    yield Breach("00445", found)


def rates(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00419, 00424, 00443, 00444, 00474."""
    for body in _bodies(root):
        goods = _one(body, "DatiBeniServizi")
        sources = [
            *body.iterfind("DatiGenerali/DatiGeneraliDocumento/DatiCassaPrevidenziale"),
            *goods.iterfind("DettaglioLinee"),
        ]
        summaries = list(goods.iterfind("DatiRiepilogo"))
        used, summed = ({_amount(one, "AliquotaIVA") for one in group} for group in (sources, summaries))
        if used - summed:
            yield Breach("00419", goods)
        if used != summed:
            yield Breach("00443", goods)
        if _natures(sources) != _natures(summaries):
            yield Breach("00444", goods)
        for one in (*sources, *summaries):
            if 0 < _amount(one, "AliquotaIVA") < 1:
                yield Breach("00424", _one(one, "AliquotaIVA"))
        if _text(body, "DatiGenerali/DatiGeneraliDocumento/TipoDocumento") == "TD21":
            for line in goods.iterfind("DettaglioLinee"):
                if _amount(line, "AliquotaIVA") == 0:
                    yield Breach("00474", _one(line, "AliquotaIVA"))


def summaries(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00420, 00421, 00422."""
    for body in _bodies(root):
        goods = _one(body, "DatiBeniServizi")
        for one in goods.iterfind("DatiRiepilogo"):
            if one.findtext("EsigibilitaIVA") == "S" and (one.findtext("Natura") or "").startswith("N6"):
                yield Breach("00420", _one(one, "EsigibilitaIVA"))
            due = to_cents(_amount(one, "ImponibileImporto") * _amount(one, "AliquotaIVA") / 100)
            if abs(_amount(one, "Imposta") - due) > CENT:
                yield Breach("00421", _one(one, "Imposta"))
        yield from _taxable(body, goods)


def _taxable(body: etree._Element, goods: etree._Element) -> Iterator[Breach]:
    expected: dict[Decimal, Decimal] = {}
    for line in goods.iterfind("DettaglioLinee"):
        rate = _amount(line, "AliquotaIVA")
        expected[rate] = expected.get(rate, Decimal(0)) + _amount(line, "PrezzoTotale")
    for fund in body.iterfind("DatiGenerali/DatiGeneraliDocumento/DatiCassaPrevidenziale"):
        rate = _amount(fund, "AliquotaIVA")
        expected[rate] = expected.get(rate, Decimal(0)) + _amount(fund, "ImportoContributoCassa")
    stated: dict[Decimal, Decimal] = {}
    for one in goods.iterfind("DatiRiepilogo"):
        rate = _amount(one, "AliquotaIVA")
        rounding = _amount(one, "Arrotondamento") if one.find("Arrotondamento") is not None else Decimal(0)
        stated[rate] = stated.get(rate, Decimal(0)) + _amount(one, "ImponibileImporto") - rounding
    for rate, amount in stated.items():
        if abs(amount - expected.get(rate, Decimal(0))) >= EURO:
            element = next(one for one in goods.iterfind("DatiRiepilogo") if _amount(one, "AliquotaIVA") == rate)
            yield Breach("00422", _one(element, "ImponibileImporto"))


def prices(root: etree._Element, _today: dt.date | None) -> Iterator[Breach]:
    """00423, 00437, 00438."""
    for body in _bodies(root):
        for discount in body.iterfind("DatiGenerali/DatiGeneraliDocumento/ScontoMaggiorazione"):
            if len(elements_of(discount)) == 1:
                yield Breach("00437", discount)
        for line in body.iterfind("DatiBeniServizi/DettaglioLinee"):
            price = _amount(line, "PrezzoUnitario")
            for discount in line.iterfind("ScontoMaggiorazione"):
                if len(elements_of(discount)) == 1:
                    yield Breach("00438", discount)
                    continue
                price = _after(price, discount)
            quantity = _amount(line, "Quantita") if line.find("Quantita") is not None else Decimal(1)
            if abs(to_cents(_amount(line, "PrezzoTotale")) - to_cents(price * quantity)) > CENT:
                yield Breach("00423", _one(line, "PrezzoTotale"))


def _after(price: Decimal, discount: etree._Element) -> Decimal:
    amount = _amount(discount, "Importo") if discount.find("Importo") is not None else Decimal(0)
    if amount == 0 and discount.find("Percentuale") is not None:
        amount = price * _amount(discount, "Percentuale") / 100
    return price - amount if discount.findtext("Tipo") == "SC" else price + amount


CONTROLS: tuple[Control, ...] = (
    transmission,
    party_ids,
    buyer,
    parties,
    numbers_and_dates,
    withholding,
    nature,
    rates,
    summaries,
    prices,
)


def _bodies(root: etree._Element) -> list[etree._Element]:
    return list(root.iterfind("FatturaElettronicaBody"))


def _types(root: etree._Element) -> set[str]:
    return {_text(body, "DatiGenerali/DatiGeneraliDocumento/TipoDocumento") for body in _bodies(root)}


def _natures(elements: Iterable[etree._Element]) -> set[str]:
    return {text for one in elements if (text := one.findtext("Natura")) is not None}


def _one(parent: etree._Element, path: str) -> etree._Element:
    """An element that the schema guarantees."""
    found = parent.find(path)
    if found is None:
        raise LookupError(path)
    return found


def _text(parent: etree._Element, path: str) -> str:
    return (parent.findtext(path) or "").strip()


def _amount(parent: etree._Element, path: str) -> Decimal:
    return Decimal(_text(parent, path))


def _day(text: str | None) -> dt.date:
    """The day of an ``xs:date``; years that Python does not know are simply very early or very late."""
    value = (text or "").strip()
    if value.startswith("-"):
        return dt.date.min
    return dt.date.fromisoformat(value[:10]) if value[4:5] == "-" else dt.date.max


def _in_force(code: str) -> dt.date:
    return dt.date.fromisoformat(texts()["controls"][code]["from"])


def _italian_code(text: str) -> bool:
    return is_valid_italian_number(text) or is_valid_italian_tax_code(text)
