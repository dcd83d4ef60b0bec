"""Our reading of the schema against the official one, on thousands of documents and on chosen values."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from autofatture.adapters.fatturapa.schema import faults
from tests.adapters.fatturapa.documents import NAMESPACE, Maker
from tests.adapters.fatturapa.official import official_schema

DOCUMENTS = 6_000
CHUNKS = 6


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_agrees_with_the_official_schema(chunk: int) -> None:
    """Generated and mutated documents: the two judges say the same of each."""
    verdicts: Counter[bool] = Counter()
    for seed in range(chunk * DOCUMENTS // CHUNKS, (chunk + 1) * DOCUMENTS // CHUNKS):
        maker = Maker(seed)
        document = maker.document()
        spoilt = [maker.spoil(document) for _ in range(0 if seed % 4 == 0 else 1 + seed % 2)]
        read = etree.fromstring(etree.tostring(document, encoding="UTF-8"))
        official = official_schema().validate(read)
        ours = faults(read)
        verdicts[official] += 1
        assert (not ours) == official, (seed, spoilt, ours[:2], str(official_schema().error_log))

    assert min(verdicts[True], verdicts[False]) > DOCUMENTS // CHUNKS // 10


@pytest.mark.parametrize("spoil", ["SignedInfo", "DigestValue", "SignatureMethod", None])
def test_a_signature_is_judged_by_its_outer_form(spoil: str | None) -> None:
    document = Maker(0).document()
    document.append(_signature())
    if spoil is not None:
        element = next(one for one in document.iter("{*}*") if etree.QName(one).localname == spoil)
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    read = etree.fromstring(etree.tostring(document))

    assert (not faults(read)) == official_schema().validate(read)


def test_findings_say_where_and_how_to_mend() -> None:
    document = Maker(4).document()
    document.set("versione", "FPR12")
    leaf = next(document.iter("Numero"))
    leaf.text = "x" * 21

    found = faults(document)

    assert found[0].path.endswith("/DatiGeneraliDocumento/Numero")
    assert "20 caratteri" in found[0].fix


@pytest.mark.parametrize(
    ("name", "value", "accepted"),
    [
        ("Denominazione", "Müller & Söhne", True),
        ("Denominazione", "Łódź", False),
        ("Denominazione", "50 €", False),
        ("Denominazione", "l’azienda", False),
        ("Denominazione", "Rossi – Bianchi", False),
        ("IdPaese", "OO", True),
        ("CAP", "SW1A1", False),
        ("CAP", "00000", True),
        ("Descrizione", "due\nrighe", True),
        ("Numero", "AF", True),
        ("Natura", "N2", True),
        ("Quantita", "-1.00", False),
    ],
)
def test_known_values(name: str, value: str, *, accepted: bool) -> None:
    """Values whose answer by the official schema 1.2.3 is known."""
    document = etree.fromstring(
        SMALLEST.replace(f"<{name}>{VALUES[name]}</{name}>", f"<{name}>{_escaped(value)}</{name}>", 1).encode()
    )

    assert (not faults(document)) is accepted
    assert official_schema().validate(document) is accepted


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;")


VALUES = {
    "Denominazione": "ACME",
    "IdPaese": "IE",
    "CAP": "00000",
    "Descrizione": "Servizi",
    "Numero": "1/AF",
    "Natura": "N4",
    "Quantita": "1.00",
}
SMALLEST = f"""<p:FatturaElettronica xmlns:p="{NAMESPACE}" versione="FPR12"><FatturaElettronicaHeader><DatiTrasmissione>
<IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>01234560157</IdCodice></IdTrasmittente><ProgressivoInvio>1</ProgressivoInvio>
<FormatoTrasmissione>FPR12</FormatoTrasmissione><CodiceDestinatario>M5UXCR1</CodiceDestinatario></DatiTrasmissione>
<CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IE</IdPaese><IdCodice>6388047V</IdCodice></IdFiscaleIVA>
<Anagrafica><Denominazione>ACME</Denominazione></Anagrafica><RegimeFiscale>RF18</RegimeFiscale></DatiAnagrafici>
<Sede><Indirizzo>Street 1</Indirizzo><CAP>00000</CAP><Comune>Dublin</Comune><Nazione>IE</Nazione></Sede></CedentePrestatore>
<CessionarioCommittente><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234560157</IdCodice></IdFiscaleIVA>
<Anagrafica><Denominazione>Rossi</Denominazione></Anagrafica></DatiAnagrafici>
<Sede><Indirizzo>Via Roma 1</Indirizzo><CAP>20121</CAP><Comune>Milano</Comune><Nazione>IT</Nazione></Sede></CessionarioCommittente>
</FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD17</TipoDocumento>
<Divisa>EUR</Divisa><Data>2026-10-20</Data><Numero>1/AF</Numero></DatiGeneraliDocumento></DatiGenerali><DatiBeniServizi>
<DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Servizi</Descrizione><Quantita>1.00</Quantita>
<PrezzoUnitario>10.00</PrezzoUnitario><PrezzoTotale>10.00</PrezzoTotale><AliquotaIVA>0.00</AliquotaIVA><Natura>N4</Natura>
</DettaglioLinee><DatiRiepilogo><AliquotaIVA>0.00</AliquotaIVA><Natura>N4</Natura><ImponibileImporto>10.00</ImponibileImporto>
<Imposta>0.00</Imposta></DatiRiepilogo></DatiBeniServizi></FatturaElettronicaBody></p:FatturaElettronica>"""


def _signature() -> etree._Element:
    return etree.fromstring(
        '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>'
        '<ds:CanonicalizationMethod Algorithm="urn:c"/><ds:SignatureMethod Algorithm="urn:s"/>'
        '<ds:Reference URI=""><ds:DigestMethod Algorithm="urn:d"/><ds:DigestValue>QUJD</ds:DigestValue></ds:Reference>'
        "</ds:SignedInfo><ds:SignatureValue>QUJD</ds:SignatureValue></ds:Signature>"
    )
