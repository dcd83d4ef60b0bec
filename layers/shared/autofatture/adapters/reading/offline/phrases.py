"""Sentences and titles that decide what a document is, by the letters of the whole text.

The document's letters are laid end to end, so a phrase is found even where a line ends within it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from autofatture.adapters.reading.offline.layout import Layout, Line
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.domain.reading_terms import WordingKind

_WORDINGS = {
    WordingKind.REVERSE_CHARGE: (
        "reverse charge | reverse-charge | vat reverse charged | steuerschuldnerschaft des leistungsempfängers"
        " | umkehr der steuerschuld | steuerschuld geht auf den leistungsempfänger über | übergang der steuerschuld"
        " | autoliquidation | auto-liquidation | tva due par le preneur | inversión del sujeto pasivo"
        " | inversion sujeto pasivo | inversione contabile | btw verlegd | btw-verlegd | verlegging van heffing"
        " | odwrotne obciążenie | autoliquidação | auto-liquidação | iva devido pelo adquirente"
        " | iva – autoliquidação | omvänd betalningsskyldighet | omvänd skattskyldighet | omvendt betalingspligt"
        " | omvendt avgiftsplikt | käännetty verovelvollisuus | käännetty arvonlisävero | přenesení daňové povinnosti"
        " | daň odvede zákazník | prenesenie daňovej povinnosti | fordított adózás | taxare inversă"
        " | prijenos porezne obveze"
        " | obrnjena davčna obveznost | αντίστροφη επιβάρυνση | vat to be accounted for by the recipient"
        " | vat to be paid by the customer | article 196 | artikel 196 | art. 196 | artículo 196 | articolo 196"
        " | 283-2 | art 283 | customer to account for vat | tax to be paid on reverse charge"
        " | recipient is liable for vat | vat is payable by the customer | 13b ustg"
    ),
    WordingKind.INTRA_EU_SUPPLY: (
        "innergemeinschaftliche lieferung | intra-community supply | intra community supply | intracommunity supply"
        " | livraison intracommunautaire | livraisons intracommunautaires | livraison intra-communautaire"
        " | entrega intracomunitaria | cessione intracomunitaria | intracommunautaire levering"
        " | intracommunautaire leveringen | wewnątrzwspólnotowa dostawa | transmissão intracomunitária"
        " | gemeenschapsintern | article 138 | art. 138 | artikel 138 | artículo 138 | 262 ter"
        " | intra-eu supply of goods"
        " | unionsintern försäljning | eu-leverance | yhteisömyynti | intra-eu delivery | intra-community delivery"
        " | innergemeinschaftlichen lieferung | art. 14 do rita | intra-community sale | eu intracommunity delivery"
    ),
    WordingKind.SMALL_BUSINESS: (
        "§ 19 ustg | § 19 abs. 1 ustg | paragraph 19 ustg | kleinunternehmer | kleinunternehmerregelung | art. 293 b"
        " | article 293 b | 293 b du cgi | 293b du cgi | franchise en base | kleineondernemersregeling"
        " | vrijgesteld van btw kor | kleine ondernemingen | régime de la franchise | regime franchise de taxe"
        " | zwolnienie podmiotowe | art. 113 ust. 1 | art. 53.º do civa | artigo 53 | isenção do artigo 53"
        " | regime de isenção | regime forfettario | small business exemption | small enterprise exemption"
        " | franchise regime | § 6 abs. 1 z 27 ustg | vat exempt small business | franchigia iva"
    ),
    WordingKind.MARGIN_SCHEME: (
        "differenzbesteuerung | § 25a ustg | sonderregelung für reisebüros | margin scheme | second-hand goods"
        " | tour operators margin | margin scheme – travel agents | régime de la marge | marge bénéficiaire"
        " | régimen especial de los bienes usados | bienes usados | rebu | agencias de viajes | regime del margine"
        " | margeregeling | procedura marży | vat marża | regime da margem | bens em segunda mão"
        " | vinstmarginalbeskattning"
    ),
    WordingKind.INSTALLATION: (
        "including installation | installation and commissioning | installed at | installation on site"
        " | assembly on site"
        " | on-site installation | supply and installation | montage und inbetriebnahme | montage vor ort"
        " | inklusive montage"
        " | lieferung und montage | einbau vor ort | pose et installation | installation sur site | fourniture et pose"
        " | montage sur site | instalación y montaje | instalación in situ | suministro e instalación"
        " | installazione e montaggio | fornitura e posa | installazione presso | levering en montage"
        " | montage op locatie"
        " | dostawa z montażem | montaż na miejscu | instalação no local | commissioning on site | mise en service"
    ),
    WordingKind.CUSTOMS: (
        "customs declaration | customs clearance | customs value | export declaration | ausfuhrlieferung"
        " | zollanmeldung"
        " | steuerfreie ausfuhr | zollwert | export hors ue | exportation | déclaration en douane | exportación"
        " | declaración de aduanas | bolletta doganale | dichiarazione doganale | uitvoer | douaneaangifte"
        " | eksport towarów"
        " | zgłoszenie celne | article 146 | art. 146 | mrn | movement certificate | certificate of origin"
        " | for customs purposes"
    ),
    WordingKind.OUTSIDE_SCOPE: (
        "outside the scope of vat | outside scope of vat | out of scope of vat | not subject to vat | outside the scope"
        " | nicht steuerbar | nicht steuerbare | non soumis à la tva | non soumise à la tva | hors champ de tva"
        " | hors champ d'application | no sujeta | no sujeto a iva | no sujeto | non soggetta a iva | non soggetto iva"
        " | fuori campo iva | niet onderworpen aan btw | nie podlega opodatkowaniu | não sujeito | não sujeita"
        " | place of supply abroad | no vat charged | zero rated export of services | article 44 | art. 44"
        " | artikel 44 | reglas de localización | leistungsort im ausland | not liable to vat | exempt from swiss vat"
    ),
    WordingKind.EXEMPTION: (
        "vat exempt | exempt from vat | exempted from vat | umsatzsteuerfrei | umsatzsteuerbefreit | steuerbefreit"
        " | steuerfrei | mehrwertsteuerfrei | exonéré de tva | exonération de tva | tva non applicable | exento de iva"
        " | exenta de iva | operación exenta | esente iva | esente da iva | vrijgesteld van btw | btw-vrijgesteld"
        " | vrij van btw | zwolnione z vat | zwolnienie z vat | isento de iva | isenta de iva | isento | vat exemption"
        " | tax exempt | article 135 | art. 135 | exonération | momsfri | undantagen från moms | veroton myynti"
        " | mehrwertsteuerbefreiung | non imponibile"
    ),
}
_GOODS_CODES = (
    "hs code | hs-code | zolltarifnummer | customs tariff | tariff number | country of origin | ursprungsland"
    " | warenursprung"
)
"""What invoices within the EU print as well, for Intrastat: it speaks of customs where no such supply is named."""
_INCOTERM = re.compile(r"\b(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DAT|DDP|DDU)\b")
_INCOTERM_LABEL = re.compile(
    r"(?i)incoterm|delivery terms|terms of delivery|lieferbeding|lieferkondition|conditions? de livraison"
    r"|leverings?voorwaarden|condiciones de entrega|warunki dostawy|resa|shipment method|shipping terms"
)


SHORT = 9
"""Phrases of so many letters or fewer occur within other words (``mrn`` in *from RN*, ``rebu`` in *are built*)."""


class Phrase(NamedTuple):
    """A phrase found: what it says and the line it begins in."""

    kind: WordingKind
    line: Line


class Letters:
    """The bare letters of a document, with the way back to its lines."""

    def __init__(self, layout: Layout) -> None:
        """Joins every line's letters."""
        self.lines = layout.lines
        self.starts: list[int] = []
        parts: list[str] = []
        length = 0
        for line in layout.lines:
            self.starts.append(length)
            letters = "".join(token.fold for token in line.tokens)
            parts.append(letters)
            length += len(letters)
        self.text = "".join(parts)
        self._edges: set[int] | None = None

    def find(self, phrase: str) -> Line | None:
        """The line in which ``phrase`` (folded) begins; a short one is not found within other words."""
        return next(self.find_all(phrase), None)

    def find_all(self, phrase: str) -> Iterator[Line]:
        """The lines in which ``phrase`` begins, in reading order."""
        at = self.text.find(phrase)
        while at >= 0:
            if len(phrase) > SHORT or self._whole(at, at + len(phrase)):
                yield self.lines[bisect_right(self.starts, at) - 1]
            at = self.text.find(phrase, at + 1)

    def _whole(self, start: int, end: int) -> bool:
        """Whether words of the page begin and end at these letters."""
        if self._edges is None:
            self._edges = {0}
            length = 0
            for line in self.lines:
                for token in line.tokens:
                    length += len(token.fold)
                    self._edges.add(length)
        return start in self._edges and end in self._edges


@cache
def _folded() -> tuple[tuple[WordingKind, tuple[str, ...]], ...]:
    return tuple((kind, tuple(fold(phrase) for phrase in phrases.split("|"))) for kind, phrases in _WORDINGS.items())


@cache
def _goods_codes() -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in _GOODS_CODES.split("|"))


def heads_columns(line: Line) -> bool:
    """Whether a line is the head of a table: several cells and no digit."""
    return len(line.cells) > 2 and not any(map(str.isdigit, line.text))


def find_wordings(letters: Letters) -> Iterable[Phrase]:
    """The sentences of a document that change its fiscal outcome, one of each kind."""
    told: set[WordingKind] = set()
    for kind, phrases in _folded():
        line = next((line for phrase in phrases if (line := letters.find(phrase)) is not None), None)
        if line is not None:
            told.add(kind)
            yield Phrase(kind, line)
    if not told & {WordingKind.CUSTOMS, WordingKind.INTRA_EU_SUPPLY}:
        codes = (line for phrase in _goods_codes() for line in letters.find_all(phrase) if not heads_columns(line))
        line = next(codes, None)
        if line is not None:
            yield Phrase(WordingKind.CUSTOMS, line)
    for line in letters.lines:
        text = line.text
        if _INCOTERM.search(text) and (_INCOTERM_LABEL.search(text) or _INCOTERM.match(text)):
            yield Phrase(WordingKind.INCOTERM, line)
            return
