"""Postal addresses and company names, told by their shape in any country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from autofatture.adapters.reading.offline.countries import (
    AUSTRALIAN,
    PLATES,
    PROVINCES,
    STATE_NAMES,
    STATES,
    country_named,
    country_within,
)
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.vocabulary import words

_CITY = r"[^\W\d_][^\W\d_.'’\-]+"
_PLATED = re.compile(rf"(?:^|[\s,|•·●])([A-Z]{{1,3}})[-\s]\s?(\d{{3}}\s?\d{{2}}|\d{{4,5}})\s+({_CITY})")
_POLISH = re.compile(rf"(?:^|[\s,|•·])(\d{{2}}-\d{{3}})\s+({_CITY})")
_PORTUGUESE = re.compile(rf"(?:^|[\s,|•·])(\d{{4}}-\d{{3}})\s+({_CITY})")
_DUTCH = re.compile(rf"(?:^|[\s,|•·])(\d{{4}}\s?[A-Z]{{2}})\s+({_CITY})")
_BRITISH = re.compile(r"(?:^|[\s,|•·])([A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})(?:$|[\s,|.•])")
_IRISH = re.compile(
    r"(?:^|[\s,|•·])([A-Z]\d[\dW]\s?[A-Z\d]{4})(?:$|[\s,|.•])|(?:^|[\s,])(Dublin\s\d{1,2}W?)(?:$|[\s,.])"
)
_AMERICAN = re.compile(r"(?:^|[\s,])([A-Z]{2}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?),?\s(\d{5}(?:-\d{4})?)(?:$|[\s,.])")
_CANADIAN = re.compile(r"(?:^|[\s,])([A-Z]{2}),?\s([A-Z]\d[A-Z]\s?\d[A-Z]\d)(?:$|[\s,.])")
_AUSTRALIAN = re.compile(r"(?:^|[\s,])([A-Z]{2,3}),?\s(\d{4})(?:$|[\s,.])")
_FIVE = re.compile(rf"(?:^|[\s,|•·●–-])(\d{{5}})[\s,]*({_CITY})")
_DIGIT = re.compile(r"\d")
_FOUR = re.compile(rf"(?:^|[\s,|•·●–-])(\d{{4}})[\s,]+({_CITY})")
_SPACED = re.compile(rf"(?:^|[\s,|•·])(\d{{3}}\s\d{{2}})\s+({_CITY})")
_TRAILING = re.compile(rf"({_CITY})(?:\s\([^)]*\))?,?\s(\d{{4,7}})$")

_FORMS = {
    "DE": "gmbh ug ohg gbr kgaa mbh partgmbb partg",
    "AT": "gesmbh",
    "FR": "sarl sas sasu eurl snc sci",
    "ES": "sl slu sll slp sau",
    "IT": "srl srls spa snc sas sapa",
    "NL": "bv nv vof",
    "BE": "bvba sprl bv nv srl",
    "PT": "lda unipessoallda",
    "PL": "spzoo spj spk spolkazoo",
    "GB": "ltd limited plc llp",
    "IE": "ltd limited dac ulc",
    "US": "inc llc corp corporation incorporated lp",
    "CA": "inc ltd corp",
    "AU": "ptyltd pty",
    "SG": "pteltd pte",
    "SE": "ab",
    "DK": "aps as",
    "NO": "as asa",
    "FI": "oy oyj",
    "CZ": "sro as spolsro",
    "SK": "sro as",
    "HU": "kft zrt bt nyrt",
    "RO": "srl sa",
    "EE": "ou",
    "LT": "uab",
    "LV": "sia",
    "SI": "doo dd",
    "HR": "doo jdoo",
    "BG": "eood ood ead",
    "GR": "ae epe ike",
    "CH": "ag gmbh sa sagl",
    "LU": "sarl sa",
    "IL": "ltd",
    "IN": "pvtltd",
    "MY": "sdnbhd",
}
_ANYWHERE = words(
    "gmbh ag kg ohg ug gbr ek ev se sarl sas sasu eurl sa sl slu srl srls spa snc bv nv vof bvba sprl lda sau"
    " ltda ltd limited plc llp llc inc corp corporation incorporated co company ab aps oy oyj kft zrt uab sia"
    " ou doo eood ood pty pte dac ulc sro gesmbh kgaa mbh sagl asa stiftung verein genossenschaft holding"
    " group foundation partgmbb partmbb mbb scomm commv"
)
_PAIRS = frozenset(
    ("spzoo", "spolsro", "ptyltd", "pteltd", "unipessoallda", "spoo", "spk", "spj", "zoo", "pvtltd", "dooo", "sdnbhd")
)
_LAST = words("og keg eg hb ans sca scp cv vof eirl selarl asbl vzw eeig gie scop ei")
"""Short forms that are words of some language unless they stand last."""
_LAST_AS_WRITTEN = words("AS ASA A/S a.s. A.Ş. AŞ K.K. KS K/S SC S.C. e.K. e.U. e.G. EI")
"""Forms that are told from words only by how they are written."""
_SPELLED = frozenset(
    fold(text)
    for text in (
        "spółka z ograniczoną odpowiedzialnością",
        "spółka akcyjna",
        "spółka komandytowa",
        "spółka jawna",
        "gesellschaft mit beschränkter haftung",
        "société anonyme",
        "société par actions simplifiée",
        "société à responsabilité limitée",
        "sociedad limitada",
        "sociedad anónima",
        "società per azioni",
        "società a responsabilità limitata",
        "società cooperativa",
        "besloten vennootschap",
        "naamloze vennootschap",
        "public limited company",
        "limited liability company",
        "unlimited company",
        "designated activity company",
    )
)
"""Legal forms written out."""
_STREET = re.compile(
    r"stra(?:ß|ss)e|str\.|strasse|weg\b|platz\b|allee\b|gasse\b|ring\b|ufer\b|damm\b|\brue\b|\bavenue\b|\bav\."
    r"|boulevard|\bbd\b"
    r"|\bchemin\b|\bimpasse\b|\bplace\b|\bquai\b|\bcalle\b|\bc/|\bcarrer\b|\bavda|\bavenida\b|\bpaseo\b|\bplaza\b"
    r"|\bvia\b|\bviale\b"
    r"|\bcorso\b|\bpiazza\b|straat\b|laan\b|\bkade\b|gracht\b|plein\b|\brua\b|\bul\.|\bulica\b|\bstreet\b"
    r"|\bst\b\.?|\broad\b|\brd\b"
    r"|\blane\b|\bdrive\b|\bblvd\b|\bsquare\b|\bfloor\b|\bsuite\b|\blevel\b|\bp\.?\s?o\.?\s?box\b|postfach|vägen"
    r"|gatan|vej\b|gade\b"
    r"|\bpark\b|\bway\b|\bquay\b|\bhouse\b|\bbuilding\b|\bcourt\b|\bstrada\b|\butca\b|třída|náměstí|katu\b|tie\b",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    r"^\d{1,5}\s+[^,\d]*\b(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|parkway|pkwy|way|court|ct|place"
    r"|terrace|highway|hwy|circle|plaza|square|row)\b\.?(?:$|,\s*(?:suite|ste|floor|unit|apt)\b)",
    re.IGNORECASE,
)
"""A street with its number in front, as in English: the number is no postcode."""
_NUMBERED = re.compile(r"^\d{1,5}[a-zA-Z]?[\s,]+[^\W\d]|[^\W\d]\s+\d{1,4}\s?[a-zA-Z]?(?:[-/]\d+)?$")
_BEGINNINGS = frozenset(pair[:end] for pair in _PAIRS for end in range(len(pair) + 1))
"""What the first word of a form in several words can be."""


class _Folded(Protocol):
    """A word with its bare letters."""

    @property
    def fold(self) -> str: ...


class Place(NamedTuple):
    """A town with its postcode; ``country`` where the shape or the words tell."""

    country: str | None
    postal_code: str | None
    city: str | None


def place_of(text: str) -> Place | None:
    """The place that a line of an address names by its postcode; None when it names none."""
    if len(text) > 160 or _DIGIT.search(text) is None:
        return None
    named = country_within(text)
    for find in (_plated, _by_shape, _overseas, _by_digits):
        place = find(text, named)
        if place is not None:
            return place
    return None


def _plated(text: str, named: str | None) -> Place | None:
    match = _PLATED.search(text)
    if match and match.group(1) in PLATES and match.group(1) not in STATES - {"DE"}:
        return Place(PLATES[match.group(1)], match.group(2), _town(text, match.start(3)))
    del named
    return None


def _by_shape(text: str, named: str | None) -> Place | None:
    match = _POLISH.search(text)
    if match:
        return Place(named or "PL", match.group(1), _town(text, match.start(2)))
    match = _PORTUGUESE.search(text)
    if match:
        return Place(named or "PT", match.group(1), _town(text, match.start(2)))
    match = _DUTCH.search(text)
    if match and not text.startswith("+") and not _announced_otherwise(text, match.start(1)):
        return Place(named or "NL", match.group(1), _town(text, match.start(2)))
    match = _BRITISH.search(text)
    if match:
        return Place(named or "GB", match.group(1), None)
    match = _IRISH.search(text)
    return Place(named or "IE", match.group(1), match.group(2)) if match else None


def _overseas(text: str, named: str | None) -> Place | None:
    match = _AMERICAN.search(text)
    if match and named in {None, "US"} and (match.group(1) in STATES or fold(match.group(1)) in STATE_NAMES):
        return Place("US", match.group(2), None)
    match = _CANADIAN.search(text)
    if match and match.group(1) in PROVINCES:
        return Place("CA", match.group(2), None)
    match = _AUSTRALIAN.search(text)
    if match and match.group(1) in AUSTRALIAN and named in {None, "AU"}:
        return Place("AU", match.group(2), None)
    return None


def _by_digits(text: str, named: str | None) -> Place | None:
    """Postcodes of five or four digits, which many countries share: the country is only what is named."""
    if _NUMBER_FIRST.match(text):
        return None
    match = _FIVE.search(text) or _SPACED.search(text)
    if match and not _announced_otherwise(text, match.start(1)):
        return Place(named, match.group(1), _town(text, match.start(2)))
    match = _FOUR.search(text)
    if match and not re.match(r"(?:19|20)\d\d$", match.group(1)) and not _announced_otherwise(text, match.start(1)):
        return Place(named, match.group(1), _town(text, match.start(2))) if len(text.split()) <= 20 else None
    match = _TRAILING.search(text)
    if match and named:
        return Place(named, match.group(2), match.group(1))
    if named and text.count(",") >= 2 and len(text.split()) <= 16:
        return Place(named, None, None)
    return None


def _announced_otherwise(text: str, start: int) -> bool:
    """Whether the digits at ``start`` are said to be a phone, a bank account or a register number."""
    return bool(
        re.search(
            r"(?i)(?:t[eé]l|fax|phone|\+\d|iban|hr[ab]|nr|no|n°|rcs|siret|siren|kvk|konto|bic)[^,|]{0,18}$",
            text[:start],
        )
    )


def _town(text: str, start: int) -> str:
    """The town's name: words up to a comma, a bar, a bracket or a digit."""
    return re.split(r"\s*[,|•·●(\d/]|\s[–-]\s|\s{2}", text[start:])[0].strip(" .")


def is_street(text: str) -> bool:
    """Whether a line reads like a street with its number."""
    if len(text) >= 70 or _DIGIT.search(text) is None:
        return False
    return bool(_NUMBERED.search(text) or _STREET.search(text))


def names_street(text: str) -> bool:
    """Whether words alone, without a number, are those of a street: ``Hauptstraße``."""
    return _STREET.search(text) is not None


def company_form(text: str) -> str | None:
    """The legal form at the end or inside of a name, by its letters; None when there is none."""
    written = text.replace(",", " ").split()
    found = form_of([fold(word) for word in written])
    return found or (fold(written[-1]) if len(written) > 1 and written[-1] in _LAST_AS_WRITTEN else None)


def form_of(folds: Sequence[str]) -> str | None:
    """The legal form among the folded words of a name, after its first word."""
    for index in range(1, len(folds)):
        word = folds[index]
        if len(word) == 1 or word in _BEGINNINGS:
            joined = _joined(folds, index, 3) or _joined(folds, index, 2)
            if joined:
                return joined
        if (word in _ANYWHERE and len(word) > 1) or (word in _LAST and index == len(folds) - 1):
            return word
    return _spelled(folds) if len(folds) > 2 else None


def _spelled(folds: Sequence[str]) -> str | None:
    """A form written out in two to four words at the end of a name."""
    return next((joined for size in (2, 3, 4) if (joined := "".join(folds[-size:])) in _SPELLED), None)


def _joined(folds: Sequence[str], start: int, size: int) -> str | None:
    """A form written in several words or letters: ``Sp. z o.o.``, ``S. r. l.``."""
    part = folds[start : start + size]
    if len(part) < size:
        return None
    joined = "".join(part)
    if joined in _PAIRS:
        return joined
    return joined if joined in _ANYWHERE and all(len(word) == 1 for word in part) else None


def is_form(before: Sequence[_Folded], rest: Sequence[_Folded]) -> bool:
    """Whether ``rest`` is nothing but the legal form, or the end of one written out, of the name ``before``."""
    folds = [token.fold for token in rest]
    whole = [*(token.fold for token in before[-3:]), *folds]
    joined = "".join(folds)
    spelled = _spelled(whole)
    if spelled and spelled.endswith(joined) and len(folds) < 4:
        return True
    bare = [word for word in folds if word]
    return bool(bare) and (joined in _PAIRS or all(word in _ANYWHERE or word in _LAST for word in bare))


def form_countries(form: str) -> set[str]:
    """The countries whose companies use a legal form."""
    return {country for country, forms in _FORMS.items() if form in forms.split()}


def is_country_line(text: str) -> bool:
    return country_named(text) is not None
