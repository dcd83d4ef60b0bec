"""VAT ids as printed: found by prefix and structure, told from IBANs, checked by their check digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple

from autofatture.adapters.reading.offline.labels import Hit, Hits
from autofatture.adapters.reading.offline.layout import Cell, Line, Token
from autofatture.adapters.reading.vocabulary import pairs

_STRUCTURES = {
    "AT": r"U\d{8}",
    "BE": r"[01]?\d{9}",
    "BG": r"\d{9,10}",
    "CY": r"\d{8}[A-Z]",
    "CZ": r"\d{8,10}",
    "DE": r"\d{9}",
    "DK": r"\d{8}",
    "EE": r"\d{9}",
    "EL": r"\d{9}",
    "GR": r"\d{9}",
    "ES": r"[A-Z0-9]\d{7}[A-Z0-9]",
    "FI": r"\d{8}",
    "FR": r"[A-HJ-NP-Z0-9]{2}\d{9}",
    "HR": r"\d{11}",
    "HU": r"\d{8}",
    "IE": r"(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])",
    "IT": r"\d{11}",
    "LT": r"(?:\d{9}|\d{12})",
    "LU": r"\d{8}",
    "LV": r"\d{11}",
    "MT": r"\d{8}",
    "NL": r"\d{9}B\d{2}",
    "PL": r"\d{10}",
    "PT": r"\d{9}",
    "RO": r"\d{2,10}",
    "SE": r"\d{10}01",
    "SI": r"\d{8}",
    "SK": r"\d{10}",
    "XI": r"(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})",
    "GB": r"(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})",
    "EU": r"\d{9}",
    "IM": r"\d{10,12}",
    "NO": r"\d{9}(?:MVA)?",
    "SM": r"\d{3,5}",
    "RS": r"\d{9}",
    "UA": r"\d{12}",
}
_PATTERN = re.compile("|".join(f"(?:{country}(?:{body}))" for country, body in _STRUCTURES.items()))
_SWISS = re.compile(r"CHE-?\s?\d{3}\.?\s?\d{3}\.?\s?\d{3}(?:\s?(?:MWST|TVA|IVA|VAT|HR/MWST))?", re.IGNORECASE)
_NORWEGIAN = re.compile(r"(?:NO)?\s?(\d{3}\s?\d{3}\s?\d{3})\s?MVA")
_PUNCTUATION = re.compile(r"[\s.,;:\-/()|·•]")
_START = re.compile(
    r"^\(?(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|GR|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|GB|EU|IM|NO"
    r"|SM|RS|UA)"
)
_IBAN_START = re.compile(r"^[A-Z]{2}\d{2}")
LONGEST_IBAN = 34
_IBAN = re.compile(r"^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$")
_MODULES = pairs(
    "AT:at.uid BE:be.vat BG:bg.vat CY:cy.vat CZ:cz.dic DE:de.vat DK:dk.cvr EE:ee.kmkr EL:gr.vat GR:gr.vat"
    " ES:es.nif FI:fi.alv FR:fr.tva GB:gb.vat XI:gb.vat HR:hr.oib HU:hu.anum IE:ie.vat IT:it.iva LT:lt.pvm"
    " LU:lu.tva LV:lv.pvn MT:mt.vat NL:nl.btw PL:pl.nip PT:pt.nif RO:ro.cf SE:se.vat SI:si.ddv SK:sk.dph"
    " NO:no.mva CHE:ch.uid RS:rs.pib"
)
NATIONAL = pairs(
    "piva:IT partitaiva:IT pi:IT codiceiva:IT pivacf:IT cfpiva:IT partitaivan:IT nip:PL nipue:PL numernip:PL"
    " nrnip:PL btwnummer:NL btwnr:NL btwid:NL btw:NL btwidentificatienummer:NL ustidnr:DE ustid:DE"
    " ustidentnr:DE nif:ES cif:ES nifcif:ES cifnif:ES nipc:PT contribuinte:PT nipccontribuinte:PT"
)
"""Labels of one country's own number, printed there without the prefix."""
_NATIONAL_BODY = {
    "IT": r"\d{11}",
    "PL": r"\d{10}",
    "NL": r"\d{9}B\d{2}",
    "DE": r"\d{9}",
    "PT": r"\d{9}",
    "ES": r"(?:[A-HJNP-SUVW]\d{7}[\dA-J]|\d{8}[A-Z]|[XYZ]\d{7}[A-Z])",
}


class PrintedVatId(NamedTuple):
    """A VAT id with its prefix. ``checked`` is None where no check digit exists for its country."""

    value: str
    country: str
    tokens: tuple[Token, ...]
    cell: Cell
    labelled: bool
    checked: bool | None
    prefixed: bool = True
    """False when the page prints the national number and the prefix follows from its label."""

    @property
    def plausible(self) -> bool:
        return self.labelled or self.checked is True


@cache
def _checker(country: str) -> object | None:
    name = _MODULES.get(country)
    if name is None:
        return None
    return import_module(f"stdnum.{name}")


def check(country: str, body: str) -> bool | None:
    """Whether the check digits of a number are right; None when its country has none we know."""
    module = _checker(country)
    if module is None:
        return None
    valid = getattr(module, "is_valid")  # noqa: B009  (the modules share this function, not a type)
    return bool(valid(body))


def find_vat_ids(hits: Hits) -> list[PrintedVatId]:
    """Every VAT id of the document in reading order; pieces of an IBAN are never one."""
    found: list[PrintedVatId] = []
    for line in hits.layout.lines:
        barred = _iban_tokens(hits, line.tokens, line.index)
        ids = [item for cell in line.cells for item in _in_cell(hits, cell, barred)]
        found.extend(ids)
        if not ids:
            found.extend(_broken(hits, line, barred))
    return found


def _broken(hits: Hits, line: Line, barred: set[int]) -> Iterable[PrintedVatId]:
    """A number that begins at the end of a line and ends in the next, when its check digits are right."""
    if line.index + 1 >= len(hits.layout.lines):
        return
    later = hits.layout.lines[line.index + 1]
    if later.page is not line.page or later.y0 - line.y1 > line.cells[-1].height:
        return
    tail, head = line.cells[-1].tokens[-3:], later.cells[0].tokens[:3]
    for start in range(len(tail)):
        if not _START.match(tail[start].text) or id(tail[start]) in barred:
            continue
        for end in range(1, len(head) + 1):
            tokens = (*tail[start:], *head[:end])
            value = "".join(_PUNCTUATION.sub("", token.text) for token in tokens).upper()
            if _PATTERN.fullmatch(value) and check(value[:2], value[2:]):
                country = "GR" if value[:2] == "EL" else value[:2]
                yield PrintedVatId(value, country, tokens, line.cells[-1], labelled=False, checked=True)
                return


def _iban_tokens(hits: Hits, tokens: Sequence[Token], index: int) -> set[int]:
    """Words that belong to an IBAN, by its check digits or by the label before it."""
    barred: set[int] = set()
    found = hits.of_line.get(index, ())
    named = [hit.x1 for hit in found if hit.key.startswith("iban")]
    stops = {id(token) for hit in found for token in hit.tokens} if named else set()
    for start, token in enumerate(tokens):
        if id(token) in barred or not _IBAN_START.match(token.text):
            continue
        after = any(x1 <= token.x0 + 1 for x1 in named)
        run = _together(tokens[start : start + 9])
        barred.update(id(item) for item in _iban_run(run, stops, labelled=after))
    return barred


COLUMN_GAP = 2.0
"""A gap wider than this part of the letter height divides columns: an account does not go on behind it."""


def _together(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words up to the first wide gap."""
    for end in range(1, len(tokens)):
        if tokens[end].x0 - tokens[end - 1].x1 > COLUMN_GAP * tokens[end].height:
            return tokens[:end]
    return tokens


def _iban_run(tokens: Sequence[Token], stops: set[int], *, labelled: bool) -> Sequence[Token]:
    """The words at the start of ``tokens`` that are an IBAN; behind its label also one with wrong check digits."""
    letters = ""
    length, right = 0, 0
    for end, token in enumerate(tokens, 1):
        letters += token.text.strip(".,;:-")
        if len(letters) > LONGEST_IBAN or (end > 1 and id(token) in stops):
            break
        if _IBAN.match(letters):
            length = end
            right = end if _mod97(letters) else right
    return tokens[: right or (length if labelled else 0)]


def _mod97(iban: str) -> bool:
    turned = iban[4:] + iban[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def _in_cell(hits: Hits, cell: Cell, barred: set[int]) -> Iterable[PrintedVatId]:
    tokens = cell.tokens
    index = 0
    while index < len(tokens):
        found = None if id(tokens[index]) in barred else _at(hits, cell, index)
        if found is None:
            index += 1
            continue
        yield found
        index += len(found.tokens)


def _at(hits: Hits, cell: Cell, index: int) -> PrintedVatId | None:
    tokens = cell.tokens
    text = tokens[index].text
    first = text[0]
    if not (first.isdigit() or first.isupper() or first in "(c") or (index and tokens[index - 1].fold == "eori"):
        return None
    if text[:3].upper() == "CHE" or text[:4].upper() == "CHE-":
        return _swiss(hits, cell, index)
    if _START.match(text):
        return _european(hits, cell, index)
    if text[:1].isdigit():
        return _norwegian(cell, index) or _national(hits, cell, index)
    return None


def _european(hits: Hits, cell: Cell, index: int) -> PrintedVatId | None:
    tokens = cell.tokens
    letters = ""
    best: tuple[str, int] | None = None
    for end in range(index, min(index + 6, len(tokens))):
        letters += _PUNCTUATION.sub("", tokens[end].text).upper()
        if len(letters) > 16:
            break
        if _PATTERN.fullmatch(letters):
            best = (letters, end + 1)
    best = best or _misprinted(hits, cell, index)
    if best is None:
        return None
    value, end = best
    country, body = value[:2], value[2:]
    if not body[:1].isalnum() or (not tokens[index].text.isupper() and not tokens[index].text[:2].isupper()):
        return None
    labelled = _labelled(hits, cell, index)
    checked = None if country == "EU" else check(country, body)
    if not labelled and checked is not True and (end - index > 1 or country in {"NO", "SM", "RO", "EU", "IM"}):
        return None
    return PrintedVatId(value, "GR" if country == "EL" else country, tuple(tokens[index:end]), cell, labelled, checked)


def _misprinted(hits: Hits, cell: Cell, index: int) -> tuple[str, int] | None:
    """A number right after a VAT label that has the wrong length for its country: printed so, and checked by nobody."""
    text = _PUNCTUATION.sub("", cell.tokens[index].text)
    if (
        re.fullmatch(r"[A-Z]{2}[A-Z0-9]{7,13}", text)
        and sum(map(str.isdigit, text)) >= 7
        and _labelled(hits, cell, index)
    ):
        return text, index + 1
    return None


def _swiss(hits: Hits, cell: Cell, index: int) -> PrintedVatId | None:
    tokens = cell.tokens
    for end in range(min(index + 5, len(tokens)), index, -1):
        text = " ".join(token.text.strip(",;:") for token in tokens[index:end])
        if _SWISS.fullmatch(text):
            digits = re.sub(r"\D", "", text)
            return PrintedVatId(
                text, "CH", tuple(tokens[index:end]), cell, _labelled(hits, cell, index), check("CHE", f"CHE{digits}")
            )
    return None


def _norwegian(cell: Cell, index: int) -> PrintedVatId | None:
    tokens = cell.tokens
    text = " ".join(token.text for token in tokens[index : index + 4])
    match = _NORWEGIAN.match(text)
    if not match:
        return None
    count = len(match.group().split())
    digits = re.sub(r"\D", "", match.group(1))
    return PrintedVatId(
        value=f"NO{digits}MVA",
        country="NO",
        tokens=tuple(tokens[index : index + count]),
        cell=cell,
        labelled=True,
        checked=check("NO", f"{digits}MVA"),
    )


def _national(hits: Hits, cell: Cell, index: int) -> PrintedVatId | None:
    """A national number after a label that only one country uses, when its check digits are right."""
    tokens = cell.tokens
    country = next((NATIONAL[hit.key] for hit in _labels_before(hits, cell, index) if hit.key in NATIONAL), None)
    if country is None:
        return None
    letters = ""
    for end in range(index, min(index + 5, len(tokens))):
        letters += _PUNCTUATION.sub("", tokens[end].text).upper()
        if re.fullmatch(_NATIONAL_BODY[country], letters) and check(country, letters):
            return PrintedVatId(
                value=country + letters,
                country=country,
                tokens=tuple(tokens[index : end + 1]),
                cell=cell,
                labelled=True,
                checked=True,
                prefixed=False,
            )
    return None


def _labels_before(hits: Hits, cell: Cell, index: int) -> list[Hit]:
    inside = [hit for hit in hits.in_cell(cell) if hit.end <= index and index - hit.end <= 2]
    if inside:
        return list(inside[-1:])
    if index > 1:
        return []
    earlier = [other for other in cell.line.cells if other.x1 <= cell.x0]
    found: list[Hit] = hits.in_cell(earlier[-1])[-1:] if earlier else []
    return list(found)


def _labelled(hits: Hits, cell: Cell, index: int) -> bool:
    """Whether a VAT label stands before, left of or above a number."""
    before = [
        hit for hit in hits.in_cell(cell) if hit.end <= index and hit.has("vat_id", "customer_vat", "supplier_vat")
    ]
    if before or (index and "vat" in "".join(token.fold for token in cell.tokens[:index])):
        return True
    line = cell.line
    for hit in hits.of_line.get(line.index, ()):
        if hit.x1 <= cell.x0 + 1 and hit.has("vat_id", "customer_vat", "supplier_vat"):
            return True
    for earlier in range(line.index - 1, max(-1, line.index - 3), -1):
        for hit in hits.of_line.get(earlier, ()):
            overlap = min(hit.x1, cell.x1) - max(hit.x0, cell.x0)
            if overlap > 0 and hit.has("vat_id", "customer_vat", "supplier_vat") and hit.end == len(hit.cell.tokens):
                return True
    return False
