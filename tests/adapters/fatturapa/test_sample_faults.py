"""One fault at a time in every public sample: the code that SdI gives it, with place, message and fix."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from autofatture.adapters.fatturapa.check import check_file
from tests.adapters.fatturapa.samples import NAMES, sample

pytestmark = pytest.mark.shared
DAY = dt.date(2026, 11, 25)
SELLER, BUYER = "CedentePrestatore/DatiAnagrafici/IdFiscaleIVA", "CessionarioCommittente/DatiAnagrafici/IdFiscaleIVA"
Fault = Callable[[etree._Element], None]


def node(root: etree._Element, path: str) -> etree._Element:
    found = root.find(f".//{path}")
    assert found is not None, path
    return found


def text_of(root: etree._Element, path: str) -> str:
    text = node(root, path).text
    assert text is not None, path
    return text


def written(path: str, text: str) -> Fault:
    def apply(root: etree._Element) -> None:
        node(root, path).text = text

    return apply


def removed(path: str) -> Fault:
    def apply(root: etree._Element) -> None:
        found = node(root, path)
        above = found.getparent()
        assert above is not None
        above.remove(found)

    return apply


def more(path: str, cents: int) -> Fault:
    def apply(root: etree._Element) -> None:
        text = text_of(root, path)
        whole, _, part = text.lstrip("-").partition(".")
        value = (-1 if text.startswith("-") else 1) * int(whole + part[:2]) + cents
        node(root, path).text = f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}"

    return apply


def natura(block: str, code: str) -> Fault:
    def apply(root: etree._Element) -> None:
        rate = node(root, f"{block}/AliquotaIVA")
        element = etree.Element("Natura")
        element.text = code
        rate.addnext(element)

    return apply


def same_parties(root: etree._Element) -> None:
    for part in ("IdPaese", "IdCodice"):
        node(root, f"{SELLER}/{part}").text = text_of(root, f"{BUYER}/{part}")


SELF_INVOICES = {"TD17", "TD18", "TD19", "TD28"}
FAULTS: dict[str, tuple[str, Fault, set[str]]] = {
    "seller in Italy": ("00473", written(f"{SELLER}/IdPaese", "IT"), SELF_INVOICES),
    "Livigno with goods from the EU": ("00473", written(f"{SELLER}/IdPaese", "OO"), {"TD18", "TD28"}),
    "seller is the buyer": ("00471", same_parties, SELF_INVOICES),
    "buyer without VAT id": ("00475", removed(BUYER), SELF_INVOICES),
    "both foreign": ("00476", written(f"{BUYER}/IdPaese", "FR"), SELF_INVOICES),
    "buyer's check digit": ("00305", written(f"{BUYER}/IdCodice", "01234560158"), SELF_INVOICES),
    "linked invoice is later": ("00418", written("DatiFattureCollegate/Data", "2026-11-25"), SELF_INVOICES),
    "date in the future": ("00403", written("DatiGeneraliDocumento/Data", "2026-11-26"), SELF_INVOICES),
    "number without a digit": ("00425", written("DatiGeneraliDocumento/Numero", "AF/X"), SELF_INVOICES),
    "tax is wrong": ("00421", more("DatiRiepilogo/Imposta", 100), SELF_INVOICES),
    "taxable is wrong": ("00422", more("DatiRiepilogo/ImponibileImporto", 500), SELF_INVOICES),
    "line is wrong": ("00423", more("DettaglioLinee/PrezzoTotale", 100), SELF_INVOICES),
    "natura beside a rate": ("00401", natura("DettaglioLinee", "N6.9"), SELF_INVOICES),
    "natura beside a rate below": ("00430", natura("DatiRiepilogo", "N3.4"), SELF_INVOICES),
    "natura only below": ("00444", natura("DatiRiepilogo", "N2.1"), SELF_INVOICES),
    "zero without natura": ("00400", written("DettaglioLinee/AliquotaIVA", "0.00"), SELF_INVOICES),
    "zero without natura below": ("00429", written("DatiRiepilogo/AliquotaIVA", "0.00"), SELF_INVOICES),
    "rate as a fraction": ("00424", written("DettaglioLinee/AliquotaIVA", "0.22"), SELF_INVOICES),
    "code of a foreign buyer": ("00313", written("CodiceDestinatario", "XXXXXXX"), SELF_INVOICES),
    "code of six": ("00427", written("CodiceDestinatario", "ABC123"), SELF_INVOICES),
    "format of public bodies": ("00428", written("FormatoTrasmissione", "FPA12"), SELF_INVOICES),
    "postal code": ("00200", written("CedentePrestatore/Sede/CAP", "SW1A1"), SELF_INVOICES),
    "no regime": ("00200", removed("RegimeFiscale"), SELF_INVOICES),
    "euro sign": ("00200", written("DettaglioLinee/Descrizione", "Costo € 5"), SELF_INVOICES),
    "long description": ("00200", written("DettaglioLinee/Descrizione", "x" * 1001), SELF_INVOICES),
    "linked number of 21": ("00200", written("DatiFattureCollegate/IdDocumento", "1" * 21), SELF_INVOICES),
    "one decimal": ("00200", written("DatiRiepilogo/ImponibileImporto", "1.0"), SELF_INVOICES),
    "comma": ("00200", written("DatiRiepilogo/Imposta", "22,00"), SELF_INVOICES),
    "nine decimals": ("00200", written("PrezzoUnitario", "1.000000000"), SELF_INVOICES),
    "no currency": ("00200", removed("Divisa"), SELF_INVOICES),
    "30 February": ("00200", written("DatiGeneraliDocumento/Data", "2026-02-30"), SELF_INVOICES),
    "country of three letters": ("00200", written("CedentePrestatore/Sede/Nazione", "ITA"), SELF_INVOICES),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_single_fault_gets_its_code(name: str, fault: str, shared_dir: Path) -> None:
    # Given a public sample that passes
    root = etree.fromstring(sample(shared_dir, name))
    code, apply, types = FAULTS[fault]
    if text_of(root, "TipoDocumento") not in types or (
        code == "00418" and root.find(".//DatiFattureCollegate/Data") is None
    ):
        return
    if fault == "linked number of 21" and root.find(".//DatiFattureCollegate") is None:
        return
    assert check_file(etree.tostring(root), today=DAY) == []

    # When one thing in it is wrong
    apply(root)
    findings = check_file(etree.tostring(root), today=DAY)

    # Then its code is among the answers, which say where and what to do
    assert code in [finding.code for finding in findings]
    assert all(finding.path and finding.fix and finding.message.endswith(".") for finding in findings)
