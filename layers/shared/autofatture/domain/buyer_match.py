"""Whose file it is: the buyer's VAT id or tax code on the page, against those of the companies. Never a guess.

A company is named when its number, and no other company's, stands on the page and is not the seller's. Everything
else waits for a person, with the reason and with what may help to choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from autofatture.domain.places import is_eu_member
from autofatture.domain.reading import Reading
from autofatture.domain.reading_terms import TextState
from autofatture.domain.source import LocalReading, PageLayout
from autofatture.domain.vat_ids import clean

_NUMBER: Final = re.compile(r"(?<![0-9A-Z])(?:IT)?([0-9]{11})(?![0-9A-Z])")
_TAX_CODE: Final = re.compile(r"(?<![0-9A-Z])([A-Z]{6}[0-9A-Z]{2}[A-Z][0-9A-Z]{2}[A-Z][0-9A-Z]{3}[A-Z])(?![0-9A-Z])")
_PIECE: Final = re.compile(r"(?:IT)?[0-9]{1,8}")
_MOST_PIECES: Final = 4
_DIGITS: Final = 11
_LEGAL_FORM: Final = re.compile(r"\b(s\s?r\s?l\s?s?|s\s?p\s?a|s\s?n\s?c|s\s?a\s?s|societa|ditta)\b")
_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]+")


class Candidate(NamedTuple):
    """A company that the file may be of."""

    company_id: str
    name: str
    vat_id: str
    tax_code: str | None = None
    allowed: bool = True
    """Whoever uploaded may prepare documents in it."""


class Match(NamedTuple):
    """The company, or why there is none."""

    company_id: str | None = None
    code: str = ""
    reason: str = ""
    """Italian: what was found and what to do."""
    suggested: tuple[str, ...] = ()


NO_TEXT: Final = Match(
    code="no_text",
    reason="È una scansione o un'immagine senza testo: la partita IVA non si può leggere. Scegli l'azienda.",
)
NO_NUMBER: Final = "Nel documento non c'è la partita IVA né il codice fiscale di una delle aziende. Scegli l'azienda."
SEVERAL: Final = "Nel documento ci sono le partite IVA di più aziende. Scegli quella a cui è intestato."
SELLER: Final = (
    "La partita IVA trovata è di chi vende, non di chi compra. Controlla a chi è intestato e scegli l'azienda."
)
OTHER_BUYER: Final = (
    "La partita IVA di un'azienda compare, ma il documento sembra intestato ad altri. Controlla e scegli l'azienda."
)
NOT_YOURS: Final = (
    "La partita IVA è di un'azienda che chi ha caricato il file non segue. Può assegnarlo chi segue l'azienda."
)


def buyer_among(candidates: Sequence[Candidate], reading: LocalReading) -> Match:
    """The one company whose number the file carries as its buyer's.

    Args:
        candidates: every company of the studio or of the person, also those that the uploader may not prepare for:
            their numbers count against a match just the same.
        reading: what was read on our own machine.
    """
    readings = [one for one in (reading.embedded, reading.offline) if one is not None] or [reading.best]
    printed = _printed(reading.layout) | {clean(v.value).removeprefix("IT") for r in readings for v in r.vat_ids}
    found = [company for company in candidates if _numbers(company) & printed]
    if not found:
        return _nobody(candidates, reading, readings)
    buyers = [company for company in found if not _sells(company, readings)]
    ids = tuple(company.company_id for company in buyers)
    if not buyers:
        return Match(code="seller", reason=SELLER)
    if len(buyers) > 1:
        return Match(code="several", reason=SEVERAL, suggested=ids)
    if _names_another(buyers[0], readings):
        return Match(code="other_buyer", reason=OTHER_BUYER, suggested=ids)
    if not buyers[0].allowed:
        return Match(code="not_yours", reason=NOT_YOURS, suggested=ids)
    return Match(company_id=buyers[0].company_id)


def _numbers(company: Candidate) -> set[str]:
    return {clean(text).removeprefix("IT") for text in (company.vat_id, company.tax_code) if text}


def _sells(company: Candidate, readings: Iterable[Reading]) -> bool:
    """A reader took the number for the seller's, and none for the buyer's."""
    numbers = _numbers(company)
    parties = set()
    for reading in readings:
        parties |= {v.party for v in reading.vat_ids if clean(v.value).removeprefix("IT") in numbers}
        for party, field in (("supplier", reading.supplier_vat_id), ("customer", reading.customer_vat_id)):
            if field.value and clean(field.value).removeprefix("IT") in numbers:
                parties.add(party)
    return "supplier" in parties and "customer" not in parties


def _names_another(company: Candidate, readings: Iterable[Reading]) -> bool:
    """A reader took another number for the buyer's."""
    buyers = {clean(r.customer_vat_id.value).removeprefix("IT") for r in readings if r.customer_vat_id.value}
    return bool(buyers - _numbers(company))


def _nobody(candidates: Sequence[Candidate], reading: LocalReading, readings: Sequence[Reading]) -> Match:
    if reading.embedded is None and reading.source.text in {TextState.SCAN, TextState.GARBAGE}:
        return NO_TEXT
    names = {_plain(r.customer_name.value) for r in readings if r.customer_name.value}
    alike = tuple(c.company_id for c in candidates if _plain(c.name) and _plain(c.name) in names)
    buyer = next((r.customer_vat_id.value for r in readings if r.customer_vat_id.value), None)
    if buyer:
        reason = f"È intestato alla partita IVA {buyer}, che non è di nessuna delle aziende. Scegli l'azienda."
        return Match(code="unknown_buyer", reason=reason, suggested=alike)
    return Match(code="no_number", reason=NO_NUMBER, suggested=alike)


def _plain(name: str) -> str:
    """Words of a name without case, marks and legal form."""
    spaced = _NOT_LETTERS.sub(" ", name.casefold().replace(".", "")).strip()
    return " ".join(_LEGAL_FORM.sub(" ", spaced).split())


def _printed(layout: Sequence[PageLayout]) -> set[str]:
    """Italian VAT numbers and tax codes among the words of the pages; hidden words are not in the layout."""
    return {number for page in layout for number in _on([word[0].upper() for word in page.words])}


def _on(words: Sequence[str]) -> Iterable[str]:
    for place, word in enumerate(words):
        yield from _TAX_CODE.findall(word)
        if not _foreign(words[place - 1] if place else ""):
            yield from _NUMBER.findall(word)
            yield from _in_pieces(words, place)


def _in_pieces(words: Sequence[str], place: int) -> Iterable[str]:
    """A number printed with spaces, when no further digits stand beside it: pieces of an IBAN are none."""
    if not _PIECE.fullmatch(words[place]) or (place and words[place - 1][-1:].isdigit()):
        return
    joined = words[place].removeprefix("IT")
    for following in range(place + 1, min(place + _MOST_PIECES, len(words))):
        if not words[following].isdigit():
            return
        joined += words[following]
        if len(joined) >= _DIGITS:
            beside = words[following + 1] if following + 1 < len(words) else ""
            if len(joined) == _DIGITS and not beside[:1].isdigit():
                yield joined
            return


def _foreign(word: str) -> bool:
    """The prefix of another country, apart from its number: some have eleven digits too."""
    prefix = word.strip(".:,;()")
    iso = {"EL": "GR"}.get(prefix, prefix)
    return len(prefix) == 2 and iso != "IT" and is_eu_member(iso)
