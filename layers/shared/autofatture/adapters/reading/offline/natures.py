"""Goods or services: evidence from the lines and the law a document quotes. Without evidence there is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from autofatture.adapters.reading.offline.layout import Line
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.phrases import Phrase, heads_columns
from autofatture.adapters.reading.offline.trade.words import description
from autofatture.domain.reading_terms import Nature, WordingKind


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_UNITS = _set(
    "stk stk. stück stuck pcs pc pcs. piece pieces pièce pièces szt szt. pezzi pz stuks unit(s) units set st st. kpl ks"
    " db ud uds ud. un und und. pce pces ea each pár par pair pairs satz sets"
)
"""Counted pieces: said of goods, and at times of services, so they decide only where nothing else does."""
_ACCESSORY = _set(
    "fracht frachtkosten frachtkostenanteil versand versandkosten porto freight carriage shipping postage"
    " packaging verpackung"
    " insurance portes envío transport trasporto transporte przesyłka wysyłka vracht verzendkosten livraison port frais"
)
"""Lines that follow what they are charged with (art. 12 DPR 633/72): no nature of their own."""
_SERVICE_LAW = re.compile(
    r"service|dienst|leistung(?!sempf)|prestation|servicio|servizi|usług|serviço|artic?[lk]e?l?o? 44\b|art\.? 44\b"
)


class NatureFound(NamedTuple):
    """The answer with the line that shows it; ``certain`` when law and lines agree and nothing speaks against."""

    nature: Nature
    evidence: Line
    certain: bool


def nature_of(items: Sequence[Line], phrases: Sequence[Phrase]) -> NatureFound | None:
    """What was bought, from the lines of the invoice, else from the wording."""
    legal = _legal(phrases)
    items = [line for line in items if not heads_columns(line)]
    main = [line for line in items if not any(token.fold in _ACCESSORY for token in line.tokens[:6])]
    said = [(line, description([token.fold for token in line.tokens])) for line in main or items]
    strong = [pair for pair in said if not pair[1].weak]
    if legal and not strong:
        return NatureFound(legal[0], legal[1], certain=False)
    tells = strong or said
    both = next((line for line, one in tells if one.service and one.goods), None)
    services = next((line for line, one in tells if one.service), None)
    goods = next((line for line, one in tells if one.goods), None)
    if services and goods:
        return NatureFound(Nature.MIXED, both or goods, certain=False)
    if services or goods:
        nature, line = (Nature.SERVICES, services) if services else (Nature.GOODS, goods)
        against = any(one.goods_word if services else one.service_word for _, one in said)
        agreed = legal is not None and legal[0] is nature and not against
        return NatureFound(nature, line or items[0], certain=agreed)
    counted = next((line for line in items if any(token.fold in _UNITS for token in line.tokens)), None)
    if counted:
        return NatureFound(Nature.GOODS, counted, certain=False)
    return _implied(phrases)


def word_marks(text: str) -> tuple[bool, bool]:
    """Whether a description speaks of services, and whether of goods."""
    said = description([fold(word) for word in text.split()])
    return said.service, said.goods


def _implied(phrases: Sequence[Phrase]) -> NatureFound | None:
    """What a mention of law makes likely where no line tells: goods from abroad are not taxed by reverse charge.

    Between member states the sale of goods is an exempt intra-Community supply (art. 138 Directive 2006/112/EC),
    while the customer owes the VAT of services (art. 196).
    """
    for phrase in phrases:
        if phrase.kind is WordingKind.CUSTOMS:
            return NatureFound(Nature.GOODS, phrase.line, certain=False)
    for phrase in phrases:
        if phrase.kind in {WordingKind.REVERSE_CHARGE, WordingKind.OUTSIDE_SCOPE}:
            return NatureFound(Nature.SERVICES, phrase.line, certain=False)
    return None


def _legal(phrases: Sequence[Phrase]) -> tuple[Nature, Line] | None:
    """What the wording itself says: an intra-Community supply is of goods; some sentences say *services*."""
    for phrase in phrases:
        says_service = _SERVICE_LAW.search(phrase.line.text.lower())
        if phrase.kind is WordingKind.INTRA_EU_SUPPLY and not says_service:
            return Nature.GOODS, phrase.line
        if phrase.kind in {WordingKind.REVERSE_CHARGE, WordingKind.OUTSIDE_SCOPE} and says_service:
            return Nature.SERVICES, phrase.line
        if phrase.kind is WordingKind.INCOTERM:
            return Nature.GOODS, phrase.line
    return None
