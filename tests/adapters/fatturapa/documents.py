"""Random FatturaPA documents, valid ones and spoilt ones, for the comparison with the official schema."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from lxml import etree

from autofatture.adapters.fatturapa.schema import Particle, schema

NAMESPACE = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"

_GOOD: dict[str, list[str]] = {
    "CodiceDestinatarioType": ["M5UXCR1", "0000000", "ABC123"],
    "CodiceType": ["01234560157", "IE6388047V", "99999999999", "x" * 28, "ÄÖ €"],
    "IBANType": ["IT60X0542811101000000123456", "de89370400440532013000"],
    "BICType": ["UNCRITMM", "DEUTDEFF500"],
    "CodiceFiscaleType": ["01234560157", "RSSMRA80A01H501U"],
    "CodiceFiscalePFType": ["RSSMRA80A01H501U"],
    "CodEORIType": ["IT12345678901", "x" * 17],
    "TitoloType": ["Dott", " Dott.ssa ", "Ing\n X"],
    "String35LatinExtType": ["FURN_0098", "Ł€", "x" * 35],
    "ProvinciaType": ["MI", "EE"],
    "NazioneType": ["IT", "IE", "OO", "XI"],
    "DivisaType": ["EUR", "USD"],
    "TipoResaType": ["DAP"],
    "NumeroCivicoType": ["12", "3/bis"],
    "TelFaxType": ["0266766700", "12345"],
    "EmailType": ["a@b.it", " pec.x@pec.example.it ", "x+y@z"],
    "EmailContattiType": ["info@example.com", "Müller@e.x"],
    "PesoType": ["12.5", "1234.56", " 1.0 "],
    "Amount8DecimalType": ["-100.00000", "0.12345678", "99999999999.99", " 5.00 "],
    "Amount2DecimalType": ["-122.00", "0.00", "12345678901.10"],
    "RateType": ["22.00", "0.00", "100.00", "004.00", "10.00 "],
    "RiferimentoFaseType": ["1", "999"],
    "NumeroColliType": ["7", "+9", "0012"],
    "NumeroLineaType": ["1", "9999", " 12 "],
    "RiferimentoNumeroLineaType": ["1", "44"],
    "GiorniTerminePagamentoType": ["0", "999", "-0"],
    "CAPType": ["00000", "20121"],
    "ABIType": ["05428"],
    "CABType": ["11101"],
    "QuantitaType": ["1.00", "123456789012.12345678"],
    "DataFatturaType": ["2026-11-25", "1970-01-01", "2024-02-29", "2026-01-01Z", "12026-01-01"],
    "date": ["2026-11-25", "0001-01-01", "-0044-03-15", "2026-10-10+02:00"],
    "dateTime": ["2026-11-25T10:00:00", "2026-11-25T24:00:00", "2026-11-25T10:00:00.5Z"],
    "base64Binary": ["QUJD", "QUI=", "QQ==", "", "QU JD", "QUJD\nQUJD"],
}
_BAD: list[str] = [
    "", " ", "€", "caffè – “x”", "Łódź", "x" * 21, "x" * 61, "x" * 201, "x" * 1001, "22", "22.0", "0,22", "1e3", "+22.00",
    "100.01", "-1.00", "2026-13-01", "2026-02-30", "1969-12-31", "26-01-01", " 2026-10-10 ", "SW1A1", "EL1", "it", "TD30", "N8", "RF03", "IT ",
    "IT\n", "1234", "abcde", "N2.1 ", "2026-11-25T25:00:00", "2026-11-25 10:00:00", "QUJ", "Q===", "QR==", "a@", "@b.c", "0", "10000",
    "99999999999999.00", ".50", "1.", "Ω", "\u0080", "ÿ", "\u00a0", "tab\tnew\nline", "2026-11-25+14:01", "0000-01-01", "02026-01-01",
]  # fmt: skip


class Maker:
    """Grows documents from the schema's own table, with a chance of spoiling one thing."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.chance_of_optional = self.random.choice((0.1, 0.4, 0.9))

    def document(self) -> etree._Element:
        root = etree.Element(f"{{{NAMESPACE}}}FatturaElettronica", nsmap={"p": NAMESPACE})
        root.set("versione", "FPR12")
        if self.random.random() < 0.1:
            root.set("SistemaEmittente", "AUTOFATT")
        self._fill(root, [p for p in schema().complex["FatturaElettronicaType"] if not p.name.startswith("ds:")])
        return root

    def _fill(self, parent: etree._Element, particles: Sequence[Particle]) -> None:
        for particle in particles:
            if particle.alternatives:
                self._fill(parent, self.random.choice(particle.alternatives))
                continue
            for _ in range(self._times(particle)):
                child = etree.SubElement(parent, particle.name)
                if particle.type in schema().complex:
                    self._fill(child, schema().complex[particle.type])
                else:
                    child.text = self.value(particle.type)

    def _times(self, particle: Particle) -> int:
        if particle.least == 0 and self.random.random() > self.chance_of_optional:
            return 0
        return 1 if particle.most == 1 or self.random.random() < 0.8 else 2

    def value(self, type_name: str) -> str:
        if type_name in _GOOD:
            return self.random.choice(_GOOD[type_name])
        choices = _enumeration(type_name)
        if choices:
            return self.random.choice(choices)
        length = int(re.search(r"(\d+)", type_name)[1])  # type: ignore[index]  # StringNNType
        alphabet = "abc XYZ 0123 /-.&<>" + ("àéÜ§" if "Latin" in type_name else "")
        return "".join(self.random.choice(alphabet) for _ in range(self.random.randint(1, min(length, 30))))

    def spoil(self, root: etree._Element) -> str:
        """One mutation; returns its name. It may leave the document valid: the two judges must agree."""
        how = self.random.choice(_MUTATIONS)
        everything = [one for one in root.iter("*") if one is not root]
        one = self.random.choice(everything)
        leaf = self.random.choice([one for one in everything if not len(one)])
        if how == "version":
            root.set("versione", self.random.choice(("FPA12", "FSM10", "")))
        elif how in _OF_LEAVES:
            self._spoil_leaf(leaf, how, everything)
        else:
            self._spoil_element(one, how, everything)
        return how

    def _spoil_leaf(self, leaf: etree._Element, how: str, everything: list[etree._Element]) -> None:
        if how == "value":
            leaf.text = self.random.choice(_BAD)
        elif how == "other value":
            leaf.text = self.random.choice([one for one in everything if not len(one)]).text
        elif how == "child of leaf":
            etree.SubElement(leaf, "X")
        else:
            leaf.text = None

    def _spoil_element(self, one: etree._Element, how: str, everything: list[etree._Element]) -> None:
        parent = one.getparent()
        assert parent is not None
        if how == "drop":
            parent.remove(one)
        elif how == "repeat":
            one.addnext(etree.fromstring(etree.tostring(one, with_tail=False)))
        elif how == "swap":
            parent.insert(self.random.randrange(len(parent)), one)
        elif how == "rename":
            one.tag = self.random.choice(everything).tag
        elif how == "namespace":
            one.tag = f"{{{NAMESPACE}}}{one.tag}"
        elif how == "text":
            one.tail = self.random.choice(("x", "\n  ", "\u00a0"))
        elif how == "attribute":
            one.set(self.random.choice(("x", "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation")), "a b")
        else:
            one.append(etree.Comment("c"))


_OF_LEAVES = frozenset({"value", "other value", "child of leaf", "empty"})
_MUTATIONS = (
    *("value",) * 8, *("other value",) * 4, "drop", "drop", "repeat", "repeat", "swap", "swap", "rename", "namespace", "text",
    "attribute", "comment", "version", "child of leaf", "empty", "empty",
)  # fmt: skip


@cache
def _table() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = resources.files("autofatture.adapters.fatturapa").joinpath("schema_1_2_3.json").read_text("utf-8")
    data: dict[str, dict[str, dict[str, list[str]]]] = json.loads(text)
    return data


def _enumeration(type_name: str) -> list[str]:
    return list(_table()["simple"][type_name].get("enum", []))
