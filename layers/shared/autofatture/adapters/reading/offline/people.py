"""Supplier and customer of a reading: names, VAT ids, countries, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from autofatture.adapters.reading.offline.addresses import form_countries
from autofatture.adapters.reading.offline.countries import DIALLING, DOMAINS, country_named
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Cell, Token, spots
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.parties import Parties, Party, find_parties
from autofatture.adapters.reading.offline.phrases import Letters
from autofatture.adapters.reading.offline.vatids import PrintedVatId, find_vat_ids
from autofatture.adapters.reading.result import Found, FoundVatId, Result
from autofatture.domain.reading_terms import Confidence, Origin

_PHONE = re.compile(r"(?:\+|00)\s?(\d{1,3})[\s(./-]*\d")
_SITE = re.compile(r"(?i)(?:@|www\.|https?://)[\w.-]+\.([a-z]{2})\b")
_IBAN = re.compile(r"\b([A-Z]{2})\d{2}[\s\dA-Z*]{11,}")
_REGISTERS = {
    "siret": "FR", "siren": "FR", "rcs": "FR", "kvk": "NL", "handelsregister": "DE", "hrb": "DE", "hra": "DE",
    "amtsgericht": "DE", "steuernummer": "DE", "registromercantil": "ES", "regon": "PL", "krs": "PL", "firmenbuch": "AT",
    "bulstat": "BG", "cvr": "DK", "companieshouse": "GB", "conservatoria": "PT", "capitalsocial": "PT", "abn": "AU",
    "registereur": "US", "bankgiro": "SE",
}  # fmt: skip
_FIVE_DIGITS = {"de": "DE", "fr": "FR", "es": "ES", "it": "IT", "fi": "FI", "hr": "HR"}
"""Where a language is written in one country with postcodes of five digits."""
_BY_LANGUAGE = {"pl": "PL", "it": "IT", "sv": "SE", "da": "DK", "nb": "NO", "fi": "FI", "cs": "CZ", "hu": "HU", "ro": "RO"}


def put_parties(result: Result, hits: Hits, letters: Letters) -> None:
    """Set names, VAT ids, countries and addresses of both sides."""
    vat_ids = find_vat_ids(hits)
    parties = find_parties(hits, vat_ids)
    sides = {id(vat_id): _side(hits, vat_id, parties) for vat_id in vat_ids}
    _settle(vat_ids, sides, parties)
    supplier_id = _best(vat_ids, sides, "supplier")
    customer_id = _best(vat_ids, sides, "customer")
    if supplier_id:
        rivals = _rivals(vat_ids, sides, "supplier", supplier_id)
        placed = _with(parties.supplier_cells, supplier_id)
        result.put("supplier_vat_id", _vat_found(supplier_id, rivals, sure=placed))
    if customer_id:
        rivals = _rivals(vat_ids, sides, "customer", customer_id)
        placed = _announced(hits, supplier=False, vat_id=customer_id) or (
            parties.customer is not None and parties.customer.role == "customer" and _with(parties.customer.cells, customer_id)
        )
        result.put("customer_vat_id", _vat_found(customer_id, rivals, sure=placed))
    for vat_id in vat_ids:
        spot = spots(vat_id.tokens)[:1]
        result.vat_ids.append(FoundVatId(vat_id.value, sides[id(vat_id)], spot[0] if spot else None))
    if parties.supplier:
        _put_supplier(result, parties)
    if parties.customer:
        _put_customer(result, parties.customer, customer_id)
    _put_country(result, hits, letters, parties, supplier_id)


def _put_supplier(result: Result, parties: Parties) -> None:
    supplier = parties.supplier
    if supplier is None:
        return
    sure = supplier.role == "supplier" and parties.margin >= 4 and parties.customer is not None
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    result.put("supplier_name", Found(supplier.name, Origin.TEXT, word, spots(supplier.tokens)))
    if supplier.street:
        result.put("supplier_street", Found(supplier.street, Origin.TEXT, Confidence.DA_CONTROLLARE))
    if supplier.place:
        for name, value in (("supplier_city", supplier.place.city), ("supplier_postal_code", supplier.place.postal_code)):
            if value:
                result.put(name, Found(value, Origin.TEXT, Confidence.DA_CONTROLLARE))


def _put_customer(result: Result, customer: Party, vat_id: PrintedVatId | None) -> None:
    sure = customer.role == "customer" and bool(customer.form)
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    result.put("customer_name", Found(customer.name, Origin.TEXT, word, spots(customer.tokens)))
    if customer.form or vat_id:
        result.put("customer_is_person", Found(False, Origin.COMPUTED, Confidence.DA_CONTROLLARE))  # noqa: FBT003
    elif len(customer.tokens) in {2, 3} and all(token.text[:1].isupper() for token in customer.tokens):
        note = "L'intestatario sembra una persona: verifica che la fattura sia intestata all'azienda."
        found = Found(True, Origin.COMPUTED, Confidence.DA_CONTROLLARE, note=note)  # noqa: FBT003
        result.put("customer_is_person", found)


def _with(cells: Sequence[Cell], vat_id: PrintedVatId) -> bool:
    """Whether a VAT id stands in a party's own lines or blocks."""
    blocks = {id(cell.block) for cell in cells if cell.block is not None}
    return any(cell is vat_id.cell for cell in cells) or id(vat_id.cell.block) in blocks


def _announced(hits: Hits, vat_id: PrintedVatId, *, supplier: bool) -> bool:
    """Whether the label of a VAT id names its owner."""
    role = "supplier_vat" if supplier else "customer_vat"
    line = vat_id.cell.line
    for hit in hits.of_line.get(line.index, ()):
        if hit.has(role) and hit.x1 <= vat_id.tokens[0].x0 + 1:
            return True
    for index in range(line.index - 1, max(-1, line.index - 3), -1):
        for hit in hits.of_line.get(index, ()):
            if hit.has(role) and abs(hit.x0 - vat_id.tokens[0].x0) < 2 * vat_id.cell.height:
                return True
    return False


def _side(hits: Hits, vat_id: PrintedVatId, parties: Parties) -> str | None:
    """Whose a VAT id is: by its label, by the name beside it, by the column it stands in."""
    if _announced(hits, vat_id, supplier=False):
        return "customer"
    if _announced(hits, vat_id, supplier=True):
        return "supplier"
    for name, party in (("supplier", parties.supplier), ("customer", parties.customer)):
        if party is not None and party.key and party.key in fold(vat_id.cell.text):
            return name
    if _with_customer_number(hits, vat_id.cell):
        return "customer"
    own = (_with(parties.supplier_cells, vat_id), _with(parties.customer_cells, vat_id))
    if own[0] != own[1]:
        return "supplier" if own[0] else "customer"
    near = [
        (_distance(party, vat_id.cell), name)
        for name, party in (("supplier", parties.supplier), ("customer", parties.customer))
        if party is not None
    ]
    near = sorted(item for item in near if item[0] is not None)
    if near and near[0][0] is not None and near[0][0] < 14:
        return near[0][1]
    return None


_CUSTOMER_NUMBERS = ("kunden", "kdnr", "customer", "client", "klant", "ncliente", "codcliente", "codigocliente", "nclient", "ndeclient", "codeclient", "numeroclient", "numerocliente", "codicecliente", "debitor", "debiteur", "nrklienta", "numerklienta")


def _with_customer_number(hits: Hits, cell: Cell) -> bool:
    """Whether a block of references also holds the customer's number: its VAT id is then the customer's too."""
    cells = list(cell.block.cells) if cell.block is not None else [cell]
    if not hits.in_cell(cell):
        # A column of values: their labels stand in the column to the left.
        left = [other for other in cell.line.cells if other.x1 <= cell.x0]
        cells += left[-1].block.cells if left and left[-1].block is not None else []
    return any(
        hit.has("not_number") and hit.key.startswith(_CUSTOMER_NUMBERS) and abs(hit.cell.y0 - cell.y0) < 8 * cell.height
        for other in cells
        for hit in hits.in_cell(other)
    )


def _distance(party: Party, cell: Cell) -> float | None:
    """How many lines below a name a cell stands in the same column; 0 within its block; None when elsewhere."""
    if any(cell is own for own in party.cells) or (cell.block is not None and any(own.block is cell.block for own in party.cells)):
        return 0.0
    head = party.cells[0]
    if cell.page is not head.page or cell.y0 < head.y0:
        return None
    aligned = abs(cell.x0 - head.x0) < 3 * head.height
    return (cell.y0 - party.cells[-1].y1) / max(head.height, 1.0) if aligned else None


def _settle(vat_ids: Sequence[PrintedVatId], sides: dict[int, str | None], parties: Parties) -> None:
    """Ids without a side: an Italian one is the client's, another belongs to the supplier who has none yet."""
    known = {sides[id(item)]: item.value for item in vat_ids if sides[id(item)]}
    values = {item.value: sides[id(item)] for item in vat_ids if sides[id(item)]}
    for item in vat_ids:
        if sides[id(item)] is not None or not item.plausible:
            continue
        if item.value in values:
            sides[id(item)] = values[item.value]
        elif item.country == "IT" and (parties.supplier is None or parties.supplier.country != "IT"):
            sides[id(item)] = "customer"
        elif "supplier" not in known:
            sides[id(item)] = "supplier"
            known["supplier"] = item.value
        elif "customer" not in known and item.cell.y0 < 0.5 * item.cell.page.height and item.value != known["supplier"]:
            sides[id(item)] = "customer"
            known["customer"] = item.value


def _best(vat_ids: Sequence[PrintedVatId], sides: dict[int, str | None], side: str) -> PrintedVatId | None:
    """The id of one side: national numbers of the client's own country come after prefixed ones."""
    other = {item.value for item in vat_ids if sides[id(item)] not in {side, None}}
    own = [item for item in vat_ids if sides[id(item)] == side and item.plausible and item.value not in other]
    own.sort(key=lambda item: (not item.prefixed, item.country == "IT" and side == "supplier", item.checked is False))
    return own[0] if own else None


def _rivals(
    vat_ids: Sequence[PrintedVatId], sides: dict[int, str | None], side: str, best: PrintedVatId
) -> tuple[str, ...]:
    found = [item.value for item in vat_ids if sides[id(item)] == side and item.value != best.value and item.plausible]
    return tuple(dict.fromkeys(found))


def _vat_found(vat_id: PrintedVatId, rivals: tuple[str, ...], *, sure: bool) -> Found:
    note = None
    if vat_id.checked is False:
        note = "Le cifre di controllo non tornano: verifica il numero."
    elif not vat_id.prefixed:
        note = "Il prefisso del paese non è stampato: viene dal tipo di numero."
    certain = sure and vat_id.labelled and vat_id.checked is not False and vat_id.prefixed and not rivals
    word = Confidence.SICURO if certain else Confidence.DA_CONTROLLARE
    return Found(vat_id.value, Origin.TEXT, word, spots(vat_id.tokens), rivals, note)


def _put_country(
    result: Result, hits: Hits, letters: Letters, parties: Parties, vat_id: PrintedVatId | None
) -> None:
    """The supplier's country of establishment, by address first and then by every other sign."""
    supplier = parties.supplier
    votes: Counter[str] = Counter()
    if supplier is not None and supplier.place and not supplier.country and len(supplier.place.postal_code or "") == 4:
        votes.update(dict.fromkeys(("AT", "CH"), 1) if result.language == "de" else ())
    if supplier and supplier.country:
        votes[supplier.country] += 10
    for country in parties.kin_countries:
        votes[country] += 4
    if vat_id and vat_id.country not in {"EU", "IM"}:
        votes[vat_id.country] += 6
    if supplier and supplier.form:
        countries = form_countries(supplier.form)
        for country in countries:
            votes[country] += 3 if len(countries) == 1 else 1
    _vote_by_signs(votes, hits, letters, parties)
    if result.language in _BY_LANGUAGE:
        votes[_BY_LANGUAGE[result.language]] += 1
    digits = len(supplier.place.postal_code or "") if supplier and supplier.place else 0
    if digits == 5 and result.language in _FIVE_DIGITS and not (supplier and supplier.country):
        votes[_FIVE_DIGITS[result.language]] += 3
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
    )
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    spot = spots(_country_tokens(supplier)) if supplier else ()
    others = (ranked[1][0],) if contested else ()
    result.put("supplier_country", Found(country, Origin.TEXT if spot else Origin.COMPUTED, word, spot, others))


def _country_tokens(supplier: Party | None) -> list[Token]:
    """The line of the address that shows the country, else its town."""
    if supplier is None:
        return []
    for cell in supplier.cells[1:7]:
        if country_named(cell.text) == supplier.country and supplier.country:
            return cell.tokens
    return []


def _vote_by_signs(votes: Counter[str], hits: Hits, letters: Letters, parties: Parties) -> None:
    """Registers, phone numbers, web sites and bank accounts that do not stand with the customer."""
    customer = {id(cell) for cell in parties.customer.cells} if parties.customer else set()
    own = {id(cell) for cell in parties.supplier.cells} if parties.supplier else set()
    for line in hits.layout.lines:
        for cell in line.cells:
            if id(cell) in customer:
                continue
            weight = 3 if id(cell) in own else 1
            text = cell.text
            if "+" in text or "00" in text:
                for match in _PHONE.finditer(text):
                    country = _dialled(match.group(1))
                    if country:
                        votes[country] += weight
            if "." in text and (match := _SITE.search(text)) and match.group(1).lower() in DOMAINS:
                votes[DOMAINS[match.group(1).lower()]] += weight
            if (match := _IBAN.search(text)) and match.group(1) in set(DOMAINS.values()) | {"GB"}:
                votes[match.group(1)] += 1
    for word, country in _REGISTERS.items():
        if word in letters.text:
            votes[country] += 2


def _dialled(digits: str) -> str | None:
    return next((DIALLING[digits[:size]] for size in (3, 2) if digits[:size] in DIALLING), None)
