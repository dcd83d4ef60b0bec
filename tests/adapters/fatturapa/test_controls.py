"""SdI's controls: a valid file has none, each single fault has its own code."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from autofatture.adapters.fatturapa.build import build
from autofatture.adapters.fatturapa.check import check_file
from autofatture.adapters.fatturapa.container import NotAFatturaPA
from autofatture.adapters.fatturapa.controls import texts
from autofatture.entrypoints.cli import main
from tests.adapters.fatturapa.invoices import irish_services
from tests.adapters.fatturapa.samples import NAMES, sample

VALID = build(irish_services(), number="1/AF").decode()
SAME_PARTY = (
    "<IdPaese>IE</IdPaese>\n          <IdCodice>6388047V",
    "<IdPaese>IT</IdPaese>\n          <IdCodice>01234560157",
)
_BUYER = "<CessionarioCommittente>\n      <DatiAnagrafici>"
_BUYER_ID = "\n        <IdFiscaleIVA>\n          <IdPaese>IT</IdPaese>\n          <IdCodice>01234560157</IdCodice>\n        </IdFiscaleIVA>"
NO_BUYER_ID = (_BUYER + _BUYER_ID, _BUYER)
LINE = "<AliquotaIVA>22.00</AliquotaIVA>\n      </DettaglioLinee>"
SUMMARY = "<AliquotaIVA>22.00</AliquotaIVA>\n        <ImponibileImporto>"
DISCOUNT = "<ScontoMaggiorazione><Tipo>SC</Tipo></ScontoMaggiorazione>"


def codes(xml: str, **options: dt.date) -> set[str]:
    return {finding.code for finding in check_file(xml.encode(), **options)}


def test_a_valid_file_has_no_finding() -> None:
    assert codes(VALID, today=dt.date(2026, 10, 20)) == set()


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("00200", "<RegimeFiscale>RF18</RegimeFiscale>", ""),
        ("00200", "<CAP>00000</CAP>", "<CAP>D02X2</CAP>"),
        ("00200", "<IdDocumento>A-1<", f"<IdDocumento>{'9' * 21}<"),
        ("00200", "Pubblicità", "Pubblicità 5 €"),
        ("00200", "<Denominazione>Acme Ltd</Denominazione>", "<Denominazione>Acme Ltd</Denominazione><Nome>A</Nome>"),
        ("00300", "<IdCodice>01234560157</IdCodice>\n      </IdTrasmittente>", "<IdCodice>01234560158</IdCodice>\n      </IdTrasmittente>"),
        ("00305", "<IdCodice>01234560157</IdCodice>\n        </IdFiscaleIVA>", "<IdCodice>01234560158</IdCodice>\n        </IdFiscaleIVA>"),
        ("00306", "<CodiceFiscale>01234560157", "<CodiceFiscale>01234560158"),
        ("00302", "<Anagrafica>\n          <Denominazione>Acme", "<CodiceFiscale>01234560158</CodiceFiscale>\n        <Anagrafica>\n          <Denominazione>Acme"),
        ("00313", "M5UXCR1", "XXXXXXX"),
        ("00400", LINE, LINE.replace("22.00", "0.00")),
        ("00401", LINE, LINE.replace("\n", "<Natura>N6.9</Natura>\n", 1)),
        ("00418", "<Data>2026-10-20", "<Data>2026-10-18"),
        ("00419", LINE, LINE.replace("22.00", "10.00")),
        ("00421", "<Imposta>22.00", "<Imposta>22.02"),
        ("00422", "<ImponibileImporto>100.00", "<ImponibileImporto>101.00"),
        ("00423", "<PrezzoTotale>100.00", "<PrezzoTotale>100.02"),
        ("00424", "22.00</AliquotaIVA>\n      </DettaglioLinee>", "0.22</AliquotaIVA>\n      </DettaglioLinee>"),
        ("00425", "<Numero>1/AF", "<Numero>AF"),
        ("00426", "</CodiceDestinatario>", "</CodiceDestinatario><PECDestinatario>a@pec.it</PECDestinatario>"),
        ("00427", "M5UXCR1", "ABC123"),
        ("00428", 'versione="FPR12"', 'versione="FPA12"'),
        ("00429", SUMMARY, SUMMARY.replace("22.00", "0.00")),
        ("00430", SUMMARY, SUMMARY.replace("</AliquotaIVA>", "</AliquotaIVA><Natura>N4</Natura>")),
        ("00437", "<ImportoTotaleDocumento>", f"{DISCOUNT}<ImportoTotaleDocumento>"),
        ("00438", "<PrezzoTotale>", f"{DISCOUNT}<PrezzoTotale>"),
        ("00443", LINE, LINE.replace("22.00", "10.00")),
        ("00444", LINE, LINE.replace("22.00</AliquotaIVA>", "0.00</AliquotaIVA><Natura>N4</Natura>")),
        ("00445", LINE, LINE.replace("22.00</AliquotaIVA>", "0.00</AliquotaIVA><Natura>N2</Natura>")),
        ("00471", *SAME_PARTY),
        ("00472", "TD17", "TD27"),
        ("00473", "<IdPaese>IE</IdPaese>\n          <IdCodice>6388047V", "<IdPaese>IT</IdPaese>\n          <IdCodice>08973230967"),
        ("00475", *NO_BUYER_ID),
        ("00476", "<IdPaese>IT</IdPaese>\n          <IdCodice>01234560157", "<IdPaese>DE</IdPaese>\n          <IdCodice>136695976"),
        ("00411", LINE, LINE.replace("\n", "<Ritenuta>SI</Ritenuta>\n", 1)),
    ],
)  # fmt: skip
def test_a_single_fault_has_its_code(code: str, old: str, new: str) -> None:
    assert old in VALID
    assert code in codes(VALID.replace(old, new, 1))


def test_an_italian_supplier_is_one_fault_and_not_two() -> None:
    """The country is wrong, not the digits of a foreign number that was called Italian."""
    assert codes(VALID.replace("<IdPaese>IE</IdPaese>", "<IdPaese>IT</IdPaese>", 1)) == {"00473"}


def test_buyer_without_any_id() -> None:
    xml = VALID.replace(*NO_BUYER_ID).replace("<CodiceFiscale>01234560157</CodiceFiscale>", "")

    assert codes(xml) == {"00417", "00475"}


@pytest.mark.parametrize(("today", "found"), [(dt.date(2026, 10, 19), {"00403"}), (dt.date(2026, 10, 20), set())])
def test_a_date_after_the_day_of_sending(today: dt.date, found: set[str]) -> None:
    """SdI 00403: a document of 13 April sent on 10 April."""
    assert codes(VALID, today=today) == found


@pytest.mark.parametrize(
    ("document_type", "country", "refused"),
    [("TD17", "OO", False), ("TD19", "OO", False), ("TD18", "OO", True), ("TD28", "SM", False), ("TD28", "DE", True)],
)
def test_countries_of_the_supplier(document_type: str, country: str, *, refused: bool) -> None:
    xml = VALID.replace("TD17", document_type, 1).replace("<IdPaese>IE", f"<IdPaese>{country}", 1)

    assert ("00473" in codes(xml)) is refused


def test_td16_alone_takes_a_rate_with_natura() -> None:
    xml = VALID.replace(LINE, LINE.replace("\n", "<Natura>N6.7</Natura>\n", 1))
    xml = xml.replace(SUMMARY, SUMMARY.replace("</AliquotaIVA>", "</AliquotaIVA><Natura>N6.7</Natura>"))

    assert {"00401", "00430"} <= codes(xml)
    assert {"00401", "00430"} & codes(xml.replace("TD17", "TD16", 1)) == set()


@pytest.mark.parametrize(("day", "refused"), [("2020-12-31", False), ("2021-01-01", True)])
def test_generic_natures_count_from_2021(day: str, *, refused: bool) -> None:
    xml = VALID.replace("2026-10-20", day).replace("2026-10-19", "2020-12-01")
    xml = xml.replace("22.00</AliquotaIVA>", "0.00</AliquotaIVA><Natura>N2</Natura>").replace(
        "<Imposta>22.00", "<Imposta>0.00"
    )

    assert ("00445" in codes(xml)) is refused


def test_a_line_may_be_a_cent_off() -> None:
    """SdI 00423 has a tolerance of a cent: 814.65 x 1.300 = 1059.045."""
    line = "<Quantita>1.300</Quantita>\n        <PrezzoUnitario>814.65</PrezzoUnitario>\n        <PrezzoTotale>1059.04"
    old = "<Quantita>1.00</Quantita>\n        <PrezzoUnitario>100.00</PrezzoUnitario>\n        <PrezzoTotale>100.00"

    assert "00423" not in codes(VALID.replace(old, line))


def test_the_same_number_twice_in_a_lot() -> None:
    start, end = VALID.index("<FatturaElettronicaBody>"), VALID.index("</p:FatturaElettronica>")
    body = VALID[start:end]

    assert codes(VALID[:end] + body + VALID[end:]) == {"00409"}
    assert codes(VALID[:end] + body.replace("1/AF", "2/AF") + VALID[end:]) == set()


def test_every_code_has_its_text() -> None:
    for row in texts()["controls"].values():
        assert row["message"].endswith(".")
        assert row["fix"].endswith(".")


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_public_samples_would_be_taken(shared_dir: Path, name: str) -> None:
    assert check_file(sample(shared_dir, name)) == []


@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name in NAMES if "td29" not in name])
@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("00473", "<CedentePrestatore>", None),
        ("00425", "<Numero>", "<Numero>AF</Numero><!--"),
        ("00200", "<RegimeFiscale>", "<RegimeFiscale>X"),
        ("00421", "<Imposta>", None),
        ("00428", 'versione="FPR12"', 'versione="FPA12"'),
    ],
)
def test_public_samples_with_one_fault(shared_dir: Path, name: str, code: str, old: str, new: str | None) -> None:
    text = sample(shared_dir, name).decode()
    if code == "00473":
        start = text.index("<IdPaese>", text.index(old))
        text = f"{text[:start]}<IdPaese>IT{text[start + len('<IdPaese>XX') :]}"
    elif code == "00421":
        text = re.sub(r"<Imposta>(-?)", r"<Imposta>\g<1>9", text, count=1)
    elif code == "00425":
        start = text.index(old)
        end = text.index("</Numero>", start)
        text = f"{text[:start]}<Numero>AF{text[end:]}"
    else:
        text = text.replace(old, str(new), 1)

    assert code in codes(text)


class TestCommand:
    def test_exit_status_and_output(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        good, bad, broken = (tmp_path / name for name in ("good.xml", "bad.xml", "broken.xml"))
        good.write_text(VALID, encoding="utf-8")
        bad.write_text(VALID.replace("1/AF", "AF"), encoding="utf-8")
        broken.write_text("not xml", encoding="utf-8")

        assert main(["check", str(good)]) == 0
        assert json.loads(capsys.readouterr().out) == []
        assert main(["check", str(bad)]) == 1
        found = json.loads(capsys.readouterr().out)
        assert set(found[0]) == {"code", "message", "path", "fix"}
        assert found[0]["path"].endswith("/DatiGeneraliDocumento/Numero")
        assert main(["check", str(broken)]) == 2
        assert main(["check", str(tmp_path / "absent.xml")]) == 2

    def test_another_xml_breaks_the_schema(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        other = tmp_path / "other.xml"
        other.write_text("<Invoice/>", encoding="utf-8")

        assert main(["check", str(other)]) == 1
        assert json.loads(capsys.readouterr().out)[0]["code"] == "00200"

    def test_a_dtd_is_not_opened(self, tmp_path: Path) -> None:
        """No DTD, no entity, no network."""
        file = tmp_path / "x.xml"
        file.write_text('<!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>', encoding="utf-8")

        assert main(["check", str(file)]) == 2


def test_over_five_megabytes() -> None:
    padding = f"<!--{'x' * 5_000_000}-->"

    assert codes(VALID.replace("<Divisa>", f"{padding}<Divisa>")) == {"00003"}


def test_empty_is_refused() -> None:
    with pytest.raises(NotAFatturaPA):
        check_file(b"  ")
