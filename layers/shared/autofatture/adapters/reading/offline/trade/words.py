"""What a word of a description says: goods, a service, or the putting in of what was delivered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.trade import goods, services
from autofatture.adapters.reading.vocabulary import words

SHORTEST, LONGEST = 4, 18
"""Letters of the beginnings of words that are looked up."""
_COMPOUND = 9
"""Letters from which a word may be one of several put together; the last part then says what it is."""
_NO_LAST_PART = frozenset({"cement"})
"""Ends of words of other languages (*placement*)."""
_ENDINGS = 2
"""Letters that may follow the last part: its plural."""


class Says(Enum):
    GOODS = 1
    SERVICE = 2
    TIME = 3
    PUTTING_IN = 4
    MEASURE = 5


class Said(NamedTuple):
    """What a description as a whole says. Both: goods and the work of putting them in, each a part of it."""

    service: bool
    goods: bool
    service_word: bool
    """Some word of it speaks of a service, whatever the whole says."""
    goods_word: bool
    weak: bool = False
    """Only a length of time, a measure or the ending of a word tells so."""


_TIMES = words(
    "stunde stunden std std. hour hours hrs hr heure heures hora horas uur uren godz godz. godzin ore ora h h/h monat"
    " monate monatlich month months monthly mois mensuel mes meses mensual mensal mensile mese mesi maand maanden"
    " miesiąc miesięcy jährlich annual annuel anual jaarlijks roczna roczny annuale tage tag days day journée jours"
    " jornada dias dagen dni giorni giornata zeitraum period période periodo período periode okres laufzeit"
)
_BEFORE_GOODS = words(
    "repair maintenance cleaning training painting printing testing service design transport storage shipping welding"
    " software travel hotel exhibition advertising office"
)
"""English words that tell, right before a word for goods, what those are for: ``cleaning cloths``."""


_PARTS = tuple(
    fold(word)
    for word in words(
        "parts spare pièces piezas peças recambio repuesto onderdel wisselst części ricambi ersatzteil teile material"
        " matériel materiale materiaal materiał"
    )
)


_ACTS = tuple(
    words(
        "ation ations ierung igung altung ellung eitung hrung azione azioni mento aggio acion ciones miento"
        " mientos acao"
        " acoes agem atie owanie acja anie enie atura age ement ements"
    )
)
"""Endings, folded, of nouns of action in the eight languages."""
_NO_ACTS = tuple(
    words(
        "station position information specification vereinbarung rechnung lieferung leitung dichtung heizung kleidung"
        " zeitung zahlung bestellung kupplung halterung fassung verpackung ausfuhrung packing packaging string bearing"
        " fitting ceiling housing clothing bedding lighting fromage potage bagage fourrage abono pagamento pagamenti"
        " zahlungen vorauszahlung versicherung cement clement garment element segment fragment document instrument"
        " medicament condiment pigment sediment supplement complement compliment elemento documento strumento cemento"
        " pavimento alimento medicamento condimento combinazione dotazione annotation quotation cotation anzahlung"
        " bezeichnung beschreibung description designation ring ting settlement avancement versement acompte paiement"
        " orcamento prestacao instalment statement agreement equipment equipement equipamiento equipamento"
        " apartment department"
    )
)
"""Words with such an ending for things, and for what every invoice speaks of."""


@cache
def _tables() -> tuple[dict[str, Says], dict[str, Says]]:
    """Whole words and beginnings of words. A word of the putting in wins over the others, then a service."""
    whole: dict[str, Says] = {}
    stems: dict[str, Says] = {}
    for texts, says in (
        (goods.SECTIONS.values(), Says.GOODS),
        (services.DIVISIONS.values(), Says.SERVICE),
        ((services.PUTTING_IN,), Says.PUTTING_IN),
    ):
        for text in texts:
            for word in text.split():
                key = fold(word)
                (whole if word.endswith(".") or len(key) < SHORTEST else stems)[key] = says
    whole.update({fold(word): Says.TIME for word in _TIMES})
    whole.update({fold(word): Says.MEASURE for word in goods.MEASURES.split()})
    return whole, stems


@cache
def _phrases(text: str) -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in text.split("|"))


@lru_cache(maxsize=8192)
def says(word: str) -> Says | None:
    """What one folded word says; of a compound, what its last part says."""
    whole, stems = _tables()
    if word in whole:
        return whole[word]
    if len(word) < SHORTEST:
        return None
    for size in range(min(len(word), LONGEST), max(len(word) - _ENDINGS, SHORTEST) - 1, -1):
        if word[:size] in stems:
            return stems[word[:size]]
    if len(word) >= _COMPOUND and (last := _last_part(word, whole, stems)) is not None:
        return last
    sizes = range(min(len(word), LONGEST), SHORTEST - 1, -1)
    return next((stems[word[:size]] for size in sizes if word[:size] in stems), None)


def _last_part(word: str, whole: dict[str, Says], stems: dict[str, Says]) -> Says | None:
    for start in range(3, len(word) - SHORTEST):
        part = word[start:]
        if part in _NO_LAST_PART:
            return None
        if part in whole:
            return whole[part]
        for size in range(len(part), max(len(part) - _ENDINGS, SHORTEST) - 1, -1):
            if part[:size] in stems:
                return stems[part[:size]]
    return None


def description(folds: Sequence[str]) -> Said:
    """What the folded words of a description say together.

    The noun that comes first is what is sold (*riparazione pressa*, *tubo da giardino*), in English compounds the
    last one (*machine calibration*, *cleaning cloths*). Goods with the work of putting them in are both.
    """
    letters = "".join(folds)
    told = [says(word) for word in folds]
    has = {one for one in told if one}
    if _any(letters, services.PROCESSING_PHRASES):
        return Said(service=True, goods=False, service_word=True, goods_word=Says.GOODS in has)
    supplied = _any(letters, services.PUTTING_IN_PHRASES)
    putting_in = Says.PUTTING_IN in has or supplied or _any(letters, services.WORK_PHRASES)
    is_goods = Says.GOODS in has or _any(letters, goods.PHRASES)
    named = _any(letters, services.PHRASES)
    is_service = Says.SERVICE in has or named
    parts = any(word.startswith(_PARTS) for word in folds)
    if supplied or (putting_in and (parts or (is_goods and not _work_comes_first(told)))):
        whole = (True, True)
    elif is_goods and (is_service or putting_in):
        service = named or _service_is_sold(folds, told)
        whole = (service, not service)
    else:
        whole = (is_service or putting_in, is_goods)
    if not any(whole):
        time = Says.TIME in has or (Says.MEASURE not in has and any(map(_names_an_act, folds)))
        return Said(time, Says.MEASURE in has and not time, time, Says.MEASURE in has, weak=True)
    return Said(*whole, is_service or putting_in or Says.TIME in has, is_goods or Says.MEASURE in has)


def _names_an_act(word: str) -> bool:
    """A noun made of a verb: what is sold is that somebody does it."""
    return len(word) >= _COMPOUND and word.endswith(_ACTS) and not word.endswith(_NO_ACTS)


def _any(letters: str, phrases: str) -> bool:
    return any(phrase in letters for phrase in _phrases(phrases))


def _work_comes_first(told: Sequence[Says | None]) -> bool:
    """*Riparazione pressa, manodopera* is work on the customer's press."""
    return next((one for one in told if one), None) is Says.SERVICE


def _service_is_sold(folds: Sequence[str], told: Sequence[Says | None]) -> bool:
    at_service = _first(told, Says.SERVICE)
    at_goods = _first(told, Says.GOODS)
    if at_service is None or at_goods is None:
        return True
    if at_goods == at_service + 1:
        return folds[at_service] not in _BEFORE_GOODS
    return at_service < at_goods or at_service == at_goods + 1


def _first(told: Iterable[Says | None], wanted: Says) -> int | None:
    return next((place for place, one in enumerate(told) if one is wanted), None)
