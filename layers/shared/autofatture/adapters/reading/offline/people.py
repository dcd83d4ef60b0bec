"""Supplier and customer of a reading: names, VAT ids, countries, addresses."""

from __future__ import annotations

from collections.abc import Sequence

from autofatture.adapters.reading.offline.establishment import put_country
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Cell, spots
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.mentions import Party
from autofatture.adapters.reading.offline.naming import without_full_stop
from autofatture.adapters.reading.offline.parties import Parties, find_parties
from autofatture.adapters.reading.offline.phrases import Letters
from autofatture.adapters.reading.offline.vatids import PrintedVatId, find_vat_ids
from autofatture.adapters.reading.result import Found, FoundVatId, Result
from autofatture.adapters.reading.vocabulary import words
from autofatture.domain.reading_terms import Confidence, Origin


def put_parties(result: Result, hits: Hits, letters: Letters) -> str | None:
    """Set names, VAT ids, countries and addresses of both sides; returns the country of the customer's address."""
    vat_ids = find_vat_ids(hits)
    parties = find_parties(hits, vat_ids)
    sides = {id(vat_id): _side(hits, vat_id, parties) for vat_id in vat_ids}
    _settle(vat_ids, sides, parties)
    supplier_id = _best(vat_ids, sides, "supplier")
    customer_id = _best(vat_ids, sides, "customer")
    if supplier_id:
        rivals = _rivals(vat_ids, sides, "supplier", supplier_id)
        told = _announced(hits, supplier_id, supplier=True) or (parties.margin >= CLEAR_MARGIN and parties.told_apart)
        placed = told and _with(parties.supplier_cells, supplier_id) and _at_home(parties.supplier, supplier_id)
        result.put("supplier_vat_id", _vat_found(supplier_id, rivals, sure=placed))
    if customer_id:
        rivals = _rivals(vat_ids, sides, "customer", customer_id)
        placed = _announced(hits, supplier=False, vat_id=customer_id) or (
            parties.customer is not None
            and parties.customer.role == "customer"
            and _with(parties.customer.cells, customer_id)
            and _at_home(parties.customer, customer_id)
        )
        result.put("customer_vat_id", _vat_found(customer_id, rivals, sure=placed))
    for vat_id in vat_ids:
        spot = spots(vat_id.tokens)[:1]
        result.vat_ids.append(FoundVatId(vat_id.value, sides[id(vat_id)], spot[0] if spot else None))
    if parties.supplier:
        _put_supplier(result, parties)
    if parties.customer:
        _put_customer(result, parties.customer, customer_id)
    put_country(result, hits, letters, parties, supplier_id)
    return parties.customer.country if parties.customer else None


CLEAR_MARGIN = 4.0
"""How far ahead of every other name the seller must be for anything of it to be sure."""
_TERRITORIES = {"GB": {"XI", "GB", "IM", "JE", "GG"}, "FR": {"FR", "MC"}}


def _at_home(party: Party | None, vat_id: PrintedVatId) -> bool:
    """Whether an id is of the country that a party's address is in, as far as the address tells."""
    if party is None or party.country is None:
        return True
    return party.country == vat_id.country or party.country in _TERRITORIES.get(vat_id.country, ())


def _name(party: Party, cells: Sequence[Cell]) -> str:
    """The name without the full stop of a sentence that goes on in one of its ``cells``."""
    last = party.tokens[-1]
    places = ((cell, place) for cell in cells for place, token in enumerate(cell.tokens) if token is last)
    following = next((cell.tokens[place + 1 :] for cell, place in places), [])
    return without_full_stop(party.name, following)


def _put_supplier(result: Result, parties: Parties) -> None:
    supplier = parties.supplier
    if supplier is None:
        return
    sure = supplier.role == "supplier" and parties.margin >= CLEAR_MARGIN and parties.customer is not None
    sure = sure and (supplier.form is not None or supplier.place is not None)
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    result.put(
        "supplier_name", Found(_name(supplier, parties.supplier_cells), Origin.TEXT, word, spots(supplier.tokens))
    )
    if supplier.street:
        result.put("supplier_street", Found(supplier.street, Origin.TEXT, Confidence.DA_CONTROLLARE))
    if supplier.place:
        for name, value in (
            ("supplier_city", supplier.place.city),
            ("supplier_postal_code", supplier.place.postal_code),
        ):
            if value:
                result.put(name, Found(value, Origin.TEXT, Confidence.DA_CONTROLLARE))


def _put_customer(result: Result, customer: Party, vat_id: PrintedVatId | None) -> None:
    sure = customer.role == "customer" and bool(customer.form)
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    result.put("customer_name", Found(_name(customer, customer.cells), Origin.TEXT, word, spots(customer.tokens)))
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
    return _said(hits, vat_id, parties) or _by_place(vat_id, parties)


def _said(hits: Hits, vat_id: PrintedVatId, parties: Parties) -> str | None:
    """What the label, the line or the block of a VAT id says about its owner."""
    if _announced(hits, vat_id, supplier=False):
        return "customer"
    if _announced(hits, vat_id, supplier=True):
        return "supplier"
    for name, party in (("supplier", parties.supplier), ("customer", parties.customer)):
        if party is not None and party.key and party.key in fold(vat_id.cell.text):
            return name
    return "customer" if _with_customer_number(hits, vat_id.cell) else None


def _by_place(vat_id: PrintedVatId, parties: Parties) -> str | None:
    """The side whose lines hold a VAT id, or under whose name it stands, unless its country says otherwise."""
    side = _standing_with(vat_id, parties)
    return None if side == "customer" and _of_seller_alone(vat_id, parties) else side


def _of_seller_alone(vat_id: PrintedVatId, parties: Parties) -> bool:
    """Whether an id is of the country of the seller's address and not of that of the customer's."""
    seller, buyer = parties.supplier, parties.customer
    if seller is None or buyer is None or buyer.country is None:
        return False
    at_seller = seller.country is not None and _at_home(seller, vat_id)
    return at_seller and not _at_home(buyer, vat_id)


def _standing_with(vat_id: PrintedVatId, parties: Parties) -> str | None:
    own = (_with(parties.supplier_cells, vat_id), _with(parties.customer_cells, vat_id))
    if own[0] != own[1]:
        return "supplier" if own[0] else "customer"
    near = sorted(
        (apart, name)
        for name, party in (("supplier", parties.supplier), ("customer", parties.customer))
        if party is not None and (apart := _distance(party, vat_id.cell)) is not None
    )
    return near[0][1] if near and near[0][0] < 14 else None


_CUSTOMER_NUMBERS = tuple(
    words(
        "kunden kdnr customer client klant ncliente codcliente codigocliente nclient ndeclient codeclient numeroclient"
        " numerocliente codicecliente debitor debiteur nrklienta numerklienta"
    )
)


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
    if any(cell is own for own in party.cells) or (
        cell.block is not None and any(own.block is cell.block for own in party.cells)
    ):
        return 0.0
    head = party.cells[0]
    if cell.page is not head.page or cell.y0 < head.y0:
        return None
    aligned = min(abs(cell.x0 - head.x0), abs(cell.x0 - party.tokens[0].x0)) < 3 * head.height
    return (cell.y0 - party.cells[-1].y1) / max(head.height, 1.0) if aligned else None


def _settle(vat_ids: Sequence[PrintedVatId], sides: dict[int, str | None], parties: Parties) -> None:
    """Ids without a side: first by what is known of each party, then by what is left to give.

    An Italian id is the client's unless the supplier is Italian; an id of the country that only one side's address
    is in belongs to that side; of the rest the first goes to the supplier who has none yet.
    """
    values = {item.value: side for item in vat_ids if (side := sides[id(item)])}
    taken = set(values.values())
    for choose in (_by_country, _by_turn):
        for item in vat_ids:
            if sides[id(item)] is not None or not item.plausible:
                continue
            side = values.get(item.value) or choose(item, parties, taken)
            if side is not None:
                sides[id(item)] = side
                values[item.value] = side
                taken.add(side)


def _by_country(item: PrintedVatId, parties: Parties, taken: set[str]) -> str | None:
    supplier = parties.supplier.country if parties.supplier else None
    customer = parties.customer.country if parties.customer else None
    if item.country == "IT" and supplier != "IT":
        return "customer"
    if supplier is None or customer is None or supplier == customer:
        return None
    if "supplier" not in taken and item.country == supplier:
        return "supplier"
    return "customer" if "customer" not in taken and item.country == customer else None


def _by_turn(item: PrintedVatId, parties: Parties, taken: set[str]) -> str | None:
    del parties
    if "supplier" not in taken:
        return "supplier"
    return "customer" if "customer" not in taken and item.cell.y0 < 0.5 * item.cell.page.height else None


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
