"""The country a supplier is established in: its address first, then every other sign of a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from autofatture.adapters.reading.offline.addresses import form_countries
from autofatture.adapters.reading.offline.countries import DIALLING, DOMAINS, country_named
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Token, spots
from autofatture.adapters.reading.offline.mentions import Party
from autofatture.adapters.reading.offline.parties import Parties
from autofatture.adapters.reading.offline.phrases import Letters
from autofatture.adapters.reading.offline.vatids import PrintedVatId
from autofatture.adapters.reading.result import Found, Result
from autofatture.adapters.reading.vocabulary import pairs
from autofatture.domain.reading_terms import Confidence, Origin

_PHONE = re.compile(r"(?:\+|00)\s?(\d{1,3})[\s(./-]*\d")
_SITE = re.compile(r"(?i)(?:@|www\.|https?://)[\w.-]+\.([a-z]{2})\b")
_IBAN = re.compile(r"\b([A-Z]{2})\d{2}[\s\dA-Z*]{11,}")
_POST_BOX = re.compile(r"(?i)\bp\.?\s?o\.?\s?box\b|postfach|\blockbox\b|\bc/o\b")
_REGISTERS = pairs(
    "siret:FR siren:FR rcs:FR kvk:NL handelsregister:DE hrb:DE hra:DE amtsgericht:DE steuernummer:DE"
    " registromercantil:ES regon:PL krs:PL firmenbuch:AT bulstat:BG cvr:DK companieshouse:GB conservatoria:PT"
    " capitalsocial:PT abn:AU registereur:US bankgiro:SE"
)
_FIVE_DIGITS = {"de": "DE", "fr": "FR", "es": "ES", "it": "IT", "fi": "FI", "hr": "HR"}
"""Where a language is written in one country with postcodes of five digits."""
_BY_LANGUAGE = {
    "pl": "PL",
    "it": "IT",
    "sv": "SE",
    "da": "DK",
    "nb": "NO",
    "fi": "FI",
    "cs": "CZ",
    "hu": "HU",
    "ro": "RO",
}

_ACCOUNTS = frozenset(DOMAINS.values())
"""Countries whose IBANs are looked at."""


def put_country(result: Result, hits: Hits, letters: Letters, parties: Parties, vat_id: PrintedVatId | None) -> None:
    """The supplier's country of establishment, by address first and then by every other sign."""
    supplier = parties.supplier
    votes = _votes(result.language, hits, letters, parties, vat_id)
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return
    country, weight = ranked[0]
    contested = len(ranked) > 1 and ranked[1][1] > weight / 2
    sure = (
        supplier is not None
        and supplier.country == country
        and vat_id is not None
        and vat_id.country == country
        and not contested
        and parties.told_apart
    )
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    spot = spots(_country_tokens(supplier)) if supplier else ()
    others = (ranked[1][0],) if contested else ()
    result.put("supplier_country", Found(country, Origin.TEXT if spot else Origin.COMPUTED, word, spot, others))


def _votes(
    language: str | None, hits: Hits, letters: Letters, parties: Parties, vat_id: PrintedVatId | None
) -> Counter[str]:
    """What speaks for each country, by weight."""
    supplier = parties.supplier
    votes: Counter[str] = Counter()
    if supplier is not None and supplier.place and not supplier.country and len(supplier.place.postal_code or "") == 4:
        votes.update(dict.fromkeys(("AT", "CH"), 1) if language == "de" else ())
    # A post box or a lockbox is where payments go, not where a company is established.
    post_box = supplier is not None and any(_POST_BOX.search(cell.text) for cell in supplier.cells)
    if supplier and supplier.country:
        votes[supplier.country] += 3 if post_box else 10
    for country in parties.kin_countries:
        votes[country] += 1 if post_box else 4
    if vat_id and vat_id.country not in {"EU", "IM"}:
        votes[vat_id.country] += 6
    if supplier and supplier.form:
        countries = form_countries(supplier.form)
        for country in countries:
            votes[country] += 3 if len(countries) == 1 else 1
    if supplier is not None and supplier.country is None:
        votes.update(_beside_letterhead(hits, parties))
    _vote_by_signs(votes, hits, letters, parties)
    if language in _BY_LANGUAGE:
        votes[_BY_LANGUAGE[language]] += 1
    digits = len(supplier.place.postal_code or "") if supplier and supplier.place else 0
    if digits == 5 and language in _FIVE_DIGITS and not (supplier and supplier.country):
        votes[_FIVE_DIGITS[language]] += 3
    return votes


def _country_tokens(supplier: Party | None) -> list[Token]:
    """The line of the address that shows the country, else its town."""
    if supplier is None:
        return []
    for cell in supplier.cells[1:7]:
        if country_named(cell.text) == supplier.country and supplier.country:
            return cell.tokens
    return []


def _beside_letterhead(hits: Hits, parties: Parties) -> dict[str, int]:
    """The country of an address without a name at the head of the first page, which is not the customer's."""
    theirs = {id(cell.block) for cell in parties.customer_cells}
    found: dict[str, int] = {}
    for line in hits.layout.lines:
        if line.page is not hits.layout.lines[0].page or line.y0 > HEAD * line.page.height:
            break
        for cell in line.cells:
            named = country_named(cell.text) if id(cell.block) not in theirs else None
            if named is not None and named != "IT":
                found[named] = 4
    return found


HEAD = 0.25
"""The share of a page's height that a letterhead stands in."""


def _vote_by_signs(votes: Counter[str], hits: Hits, letters: Letters, parties: Parties) -> None:
    """Registers, phone numbers, web sites and bank accounts that do not stand with the customer."""
    customer = {id(cell) for cell in parties.customer.cells} if parties.customer else set()
    own = {id(cell) for cell in parties.supplier.cells} if parties.supplier else set()
    for line in hits.layout.lines:
        for cell in line.cells:
            if id(cell) not in customer:
                for country, weight in _signs(cell.text):
                    votes[country] += 3 * weight if id(cell) in own else weight
    for word, country in _REGISTERS.items():
        if word in letters.text:
            votes[country] += 2


def _signs(text: str) -> Iterable[tuple[str, int]]:
    """Countries that the phone numbers, sites and accounts of a text point at."""
    if "+" in text or "00" in text:
        yield from ((country, 1) for match in _PHONE.finditer(text) if (country := _dialled(match.group(1))))
    site = _SITE.search(text) if "." in text else None
    if site and site.group(1).lower() in DOMAINS:
        yield DOMAINS[site.group(1).lower()], 1
    account = _IBAN.search(text)
    if account and account.group(1) in _ACCOUNTS:
        yield account.group(1), 1


def _dialled(digits: str) -> str | None:
    return next((DIALLING[digits[:size]] for size in (3, 2) if digits[:size] in DIALLING), None)
