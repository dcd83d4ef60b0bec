"""The controls of SdI: one change of a good file gives exactly one code.

Good files are built here, so that each change can be made on the XML itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from sandbox.sdi import exchange, violations

RECEIVED = dt.date(2026, 11, 25)
Change = Callable[[etree._Element], None]


def line(number: int, net: str, rate: str, natura: str = "") -> str:
    return (
        f"<DettaglioLinee><NumeroLinea>{number}</NumeroLinea><Descrizione>Servizi</Descrizione><Quantita>1.00</Quantita>"
        f"<PrezzoUnitario>{net}</PrezzoUnitario><PrezzoTotale>{net}</PrezzoTotale><AliquotaIVA>{rate}</AliquotaIVA>"
        f"{f'<Natura>{natura}</Natura>' if natura else ''}</DettaglioLinee>"
    )


def summary(net: str, tax: str, rate: str, natura: str = "") -> str:
    return (
        f"<DatiRiepilogo><AliquotaIVA>{rate}</AliquotaIVA>{f'<Natura>{natura}</Natura>' if natura else ''}"
        f"<ImponibileImporto>{net}</ImponibileImporto><Imposta>{tax}</Imposta><EsigibilitaIVA>I</EsigibilitaIVA></DatiRiepilogo>"
    )


def party(country: str, code: str, name: str, *, seller: bool) -> str:
    regime = "<RegimeFiscale>RF18</RegimeFiscale>" if seller else ""
    return (
        f"<DatiAnagrafici><IdFiscaleIVA><IdPaese>{country}</IdPaese><IdCodice>{code}</IdCodice></IdFiscaleIVA>"
        f"<Anagrafica><Denominazione>{name}</Denominazione></Anagrafica>{regime}</DatiAnagrafici>"
        "<Sede><Indirizzo>Via Prova 1</Indirizzo><CAP>00000</CAP><Comune>Milano</Comune><Nazione>IT</Nazione></Sede>"
    )


def good(document_type: str = "TD17", lines: str = "", summaries: str = "") -> etree._Element:
    """A TD17 of 100.00 at 22 % and 50.00 exempt (N4)."""
    return etree.fromstring(
        '<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2" versione="FPR12">'
        "<FatturaElettronicaHeader><DatiTrasmissione><IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>99900090152</IdCodice>"
        "</IdTrasmittente><ProgressivoInvio>00001</ProgressivoInvio><FormatoTrasmissione>FPR12</FormatoTrasmissione>"
        "<CodiceDestinatario>M5UXCR1</CodiceDestinatario></DatiTrasmissione>"
        f"<CedentePrestatore>{party('IE', '6388047V', 'Acme', seller=True)}</CedentePrestatore>"
        f"<CessionarioCommittente>{party('IT', '99900010150', 'Rossi', seller=False)}</CessionarioCommittente>"
        "</FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento>"
        f"<TipoDocumento>{document_type}</TipoDocumento><Divisa>EUR</Divisa><Data>2026-11-20</Data><Numero>1/AF</Numero>"
        "</DatiGeneraliDocumento><DatiFattureCollegate><IdDocumento>INV-1</IdDocumento><Data>2026-11-03</Data>"
        "</DatiFattureCollegate></DatiGenerali><DatiBeniServizi>"
        f"{lines or line(1, '100.00', '22.00') + line(2, '50.00', '0.00', 'N4')}"
        f"{summaries or summary('100.00', '22.00', '22.00') + summary('50.00', '0.00', '0.00', 'N4')}"
        "</DatiBeniServizi></FatturaElettronicaBody></p:FatturaElettronica>"
    )


def codes(root: etree._Element, *, known: bool = False) -> list[str]:
    found = exchange.examine(etree.tostring(root), received=RECEIVED, known=lambda _: known)
    return [violation.code for violation in found.violations]


def put(path: str, text: str, *, nth: int = 0) -> Change:
    def change(root: etree._Element) -> None:
        root.findall(f".//{path}")[nth].text = text

    return change


def drop(path: str, *, nth: int = 0) -> Change:
    def change(root: etree._Element) -> None:
        element = root.findall(f".//{path}")[nth]
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return change


def natura(parent: str, nth: int, value: str) -> Change:
    def change(root: etree._Element) -> None:
        element = root.findall(f".//{parent}")[nth]
        rate = element.find("AliquotaIVA")
        assert rate is not None
        made = etree.Element("Natura")
        made.text = value
        rate.addnext(made)

    return change


def all_of(*changes: Change) -> Change:
    def change(root: etree._Element) -> None:
        for each in changes:
            each(root)

    return change


def buyer_tax_code_only(root: etree._Element) -> None:
    identity = root.find(".//CessionarioCommittente//IdFiscaleIVA")
    assert identity is not None
    tax_code = etree.Element("CodiceFiscale")
    tax_code.text = "RSSMRA80A01F205X"
    identity.addnext(tax_code)
    drop("CessionarioCommittente//IdFiscaleIVA")(root)


def to_oneself(root: etree._Element) -> None:
    put("CedentePrestatore//IdPaese", "IT")(root)
    put("CedentePrestatore//IdCodice", "99900010150")(root)


def format_only(root: etree._Element) -> None:
    put("FormatoTrasmissione", "FPA12")(root)


def one_summary_more(root: etree._Element) -> None:
    root.findall(".//DatiBeniServizi")[0].append(etree.fromstring(summary("0.00", "0.00", "10.00")))


ZERO_ONLY = (line(1, "50.00", "0.00", "N4"), summary("50.00", "0.00", "0.00", "N4"))
REVERSE = (line(1, "50.00", "0.00", "N6.9"), summary("50.00", "0.00", "0.00", "N6.9"))
SHARE = (line(1, "100.00", "0.22"), summary("100.00", "0.22", "0.22"))
GENERIC = (line(1, "50.00", "0.00", "N2"), summary("50.00", "0.00", "0.00", "N2"))

CASES: list[tuple[str, etree._Element, Change]] = [
    ("00200", good(), put("Descrizione", "100 €")),
    ("00305", good(), put("CessionarioCommittente//IdCodice", "99900010151")),
    ("00313", good(), put("CodiceDestinatario", "XXXXXXX")),
    ("00400", good(), drop("DettaglioLinee/Natura")),
    ("00401", good(), natura("DettaglioLinee", 0, "N6.9")),
    ("00403", good(), put("DatiGeneraliDocumento/Data", "2026-11-26")),
    ("00417", good("TD01"), drop("CessionarioCommittente//IdFiscaleIVA")),
    ("00418", good(), put("DatiFattureCollegate/Data", "2026-11-21")),
    ("00419", good(), drop("DatiRiepilogo", nth=0)),
    ("00420", good("TD16", *REVERSE), put("EsigibilitaIVA", "S")),
    ("00421", good(), put("Imposta", "22.02")),
    ("00422", good(), all_of(put("ImponibileImporto", "101.00"), put("Imposta", "22.22"))),
    ("00423", good(), put("PrezzoUnitario", "99.00")),
    ("00424", good("TD17", *SHARE), lambda _: None),
    ("00425", good(), put("Numero", "AF")),
    ("00427", good(), put("CodiceDestinatario", "M5UXCR")),
    ("00428", good(), format_only),
    ("00429", good(), drop("DatiRiepilogo/Natura")),
    ("00430", good(), natura("DatiRiepilogo", 0, "N6.9")),
    ("00443", good(), one_summary_more),
    ("00444", good(), put("DatiRiepilogo/Natura", "N3.1")),
    ("00445", good("TD17", *GENERIC), lambda _: None),
    ("00471", good("TD20"), to_oneself),
    ("00472", good("TD27"), lambda _: None),
    ("00473", good(), put("CedentePrestatore//IdPaese", "IT")),
    ("00474", good("TD21", *ZERO_ONLY), to_oneself),
    ("00475", good(), buyer_tax_code_only),
    ("00476", good(), put("CessionarioCommittente//IdPaese", "DE")),
]


@pytest.mark.parametrize(("code", "root", "change"), CASES, ids=[case[0] for case in CASES])
def test_one_change_one_code(code: str, root: etree._Element, change: Change) -> None:
    change(root)
    assert codes(root) == [code]


@pytest.mark.parametrize("document_type", ["TD16", "TD17", "TD18", "TD19", "TD20"])
def test_a_good_file_passes(document_type: str) -> None:
    assert codes(good(document_type)) == []


def test_a_duplicate_is_00404() -> None:
    assert codes(good(), known=True) == ["00404"]


def test_a_file_of_more_than_five_megabytes_is_00003() -> None:
    found = exchange.examine(b"<x>" + b" " * exchange.MAX_BYTES + b"</x>", received=RECEIVED, known=lambda _: False)
    assert [violation.code for violation in found.violations] == ["00003"]


@pytest.mark.parametrize(("country", "document_type", "expected"), [
    ("OO", "TD17", []), ("OO", "TD19", []), ("OO", "TD18", ["00473"]), ("SM", "TD28", []), ("IE", "TD28", ["00473"]),
])  # fmt: skip
def test_special_territories(country: str, document_type: str, expected: list[str]) -> None:
    """Livigno and Campione for services and goods in Italy; San Marino alone for TD28."""
    root = good(document_type)
    put("CedentePrestatore//IdPaese", country)(root)
    assert codes(root) == expected


def test_rate_and_natura_together_are_for_td16_alone() -> None:
    lines, summaries = line(1, "100.00", "22.00", "N6.1"), summary("100.00", "22.00", "22.00", "N6.1")
    assert codes(good("TD16", lines, summaries)) == []
    assert codes(good("TD17", lines, summaries)) == ["00401", "00430"]


def test_negative_documents_pass() -> None:
    lines, summaries = line(1, "-100.00", "22.00"), summary("-100.00", "-22.00", "22.00")
    assert codes(good("TD17", lines, summaries)) == []


def test_rounding_within_the_tolerances_passes() -> None:
    root = good()
    put("Imposta", "22.01")(root)
    put("ImponibileImporto", "100.00")(root)
    assert codes(root) == []


def test_every_code_has_a_case() -> None:
    tested = {case[0] for case in CASES} | {"00003", "00404"}
    assert set(violations.CODES) - tested == {"00999"}


@pytest.mark.shared
def test_public_examples_pass(shared_dir: Path) -> None:
    """Files of other programs: they may differ from ours, but not be refused, save for dates and made-up ids."""
    for path in sorted((shared_dir / "fatturapa" / "examples").glob("oca_IT*.xml")):
        found = exchange.examine(path.read_bytes(), received=RECEIVED, known=lambda _: False)
        assert {violation.code for violation in found.violations} <= {"00305"}, path.name
