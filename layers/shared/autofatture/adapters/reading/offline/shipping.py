"""The country that goods leave from: printed, or certain by the kind of supply."""

from __future__ import annotations

import re

from autofatture.adapters.reading.offline.addresses import place_of
from autofatture.adapters.reading.offline.countries import country_within
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Cell, Token, spots
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.phrases import Phrase
from autofatture.adapters.reading.result import Found, Result
from autofatture.adapters.reading.vocabulary import words
from autofatture.domain.reading_terms import Confidence, Nature, Origin, WordingKind

_SENT_FROM = re.compile(
    r"(?i)(?:dis|des)patched from|shipped from|ships? from|delivered from|sent from|from our warehouse"
    r"|versand (?:aus|ab)|lieferung ab"
    r"|ab lager|versandt aus|expédiée? (?:de|depuis)|envoyée? depuis|départ de|expedid[ao] desde|enviad[ao] desde"
    r"|sped[ie]t[oa] da"
    r"|partenza da|verzonden (?:vanuit|vanaf|uit)|wysłan[oaey] z|expedid[ao] de|port of loading|country of dispatch"
)
_EU_PREFIXES = words("AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI")


def put_ship_from(result: Result, hits: Hits, phrases: list[Phrase]) -> None:
    """Set where the goods leave from, as printed; for an intra-Community supply, the state of the supplier's VAT id.

    Such a supply is exempt only in the member state that the goods leave (art. 138 Directive 2006/112/EC).
    """
    if result.value("nature") == Nature.SERVICES:
        return
    printed = _labelled(hits) or _said(result, hits)
    if printed:
        country, tokens = printed
        result.put("ship_from", Found(country, Origin.TEXT, Confidence.DA_CONTROLLARE, spots(tokens)))
        return
    prefix = str(result.value("supplier_vat_id") or "")[:2]
    if prefix in _EU_PREFIXES and any(phrase.kind is WordingKind.INTRA_EU_SUPPLY for phrase in phrases):
        note = "Cessione intracomunitaria: la merce parte dallo Stato della partita IVA del fornitore."
        country = "GR" if prefix == "EL" else prefix
        result.put("ship_from", Found(country, Origin.COMPUTED, Confidence.DA_CONTROLLARE, note=note))


def _labelled(hits: Hits) -> tuple[str, list[Token]] | None:
    for hit in hits.of("ship_from"):
        cells: list[Cell] = [hit.cell, *hits.next_cells(hit)[:1], *hits.below(hit)[:1]]
        for cell in cells:
            tokens = hits.beside(hit) if cell is hit.cell else cell.tokens
            text = " ".join(token.text for token in tokens)
            country = country_within(text) if text else None
            if country:
                return country, tokens
    return None


def _said(result: Result, hits: Hits) -> tuple[str, list[Token]] | None:
    """A sentence such as *Dispatched from our warehouse in Castel San Giovanni (PC), Italy*."""
    for line in hits.layout.lines:
        match = _SENT_FROM.search(line.text)
        if match is None:
            continue
        rest = line.text[match.end() :]
        sentence = re.split(r"[.;](?:\s|$)", rest)[0]
        place = place_of(sentence)
        country = country_within(sentence) or (place.country if place else None) or _own_town(result, sentence)
        if country:
            return country, line.tokens
    return None


def _own_town(result: Result, sentence: str) -> str | None:
    """The supplier's country (``XI`` for Northern Ireland) when the sentence names the supplier's own town."""
    city, country = result.value("supplier_city"), result.value("supplier_country")
    if not country or not city or fold(str(city)) not in fold(sentence):
        return None
    return "XI" if str(result.value("supplier_vat_id") or "").startswith("XI") else str(country)
