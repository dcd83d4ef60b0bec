"""Who sells and who buys. The client's own details are never taken for the supplier's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Cell
from autofatture.adapters.reading.offline.letterhead import letterheads
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.mentions import REGISTERED, Party, mentions
from autofatture.adapters.reading.offline.naming import text_of
from autofatture.adapters.reading.offline.roles import block_role, role_near
from autofatture.adapters.reading.offline.vatids import PrintedVatId
from autofatture.adapters.reading.vocabulary import words

_DOMAIN = re.compile(r"(?i)(?:@|www\.|https?://(?:www\.)?)((?:[\w-]+\.)+[a-z]{2,})")
FREE_MAIL = words(
    "gmail outlook hotmail yahoo icloud gmx web googlemail live protonmail mail aol t-online orange free wanadoo"
)


WEAK = 1.5
"""The score of a name that only its place on the page speaks for."""


class Parties(NamedTuple):
    """The two sides of an invoice and how surely they are told apart.

    ``supplier_cells`` and ``customer_cells`` are all lines that belong to either side, wherever it is named.
    """

    supplier: Party | None
    customer: Party | None
    supplier_score: float
    customer_score: float
    margin: float
    """How far the supplier is ahead of the next other name."""
    supplier_cells: tuple[Cell, ...] = ()
    customer_cells: tuple[Cell, ...] = ()
    kin_countries: tuple[str, ...] = ()
    """Countries of other addresses under the supplier's first name: its headquarters, its billing office."""

    @property
    def told_apart(self) -> bool:
        """Whether a second sign, besides the seller's lead, says who of the two buys: a label, or Italy."""
        if self.supplier is not None and self.supplier.role == "supplier":
            return True
        buyer = self.customer
        return buyer is not None and (buyer.role == "customer" or _is_italian(buyer))


def find_parties(hits: Hits, vat_ids: Sequence[PrintedVatId]) -> Parties:
    """Rate every name by its label, its place and what stands around it, and take the best pair."""
    found = list(mentions(hits))
    domains = _supplier_domains(hits)
    # The mailbox that an Italian company's account goes under is not the seller's.
    domains -= {name for party in found if _is_italian(party) for name in domains if _domain_matches(party, {name})}
    counts = _counts(found, hits)
    sellers = sorted(
        ((_as_supplier(party, vat_ids, domains, counts, hits), party) for party in found), key=lambda pair: -pair[0]
    )
    buyers = sorted(
        ((_as_customer(party, vat_ids, domains, hits), party) for party in found), key=lambda pair: -pair[0]
    )
    customer_score, customer = buyers[0] if buyers and buyers[0][0] > 1 else (0.0, None)
    chosen: list[tuple[float, Party]] = []
    for score, party in sellers:
        if customer and _same(party, customer) and customer_score > score:
            continue
        chosen.append((score, party))
    if not chosen or chosen[0][0] <= 1:
        # Nothing points at the seller but the place where letterheads stand.
        chosen = [
            (WEAK, party) for party in letterheads(hits) if customer is None or not _same(party, customer)
        ] or chosen
    if not chosen:
        return Parties(None, customer, 0.0, customer_score, 0.0)
    chosen = _foreign_first(chosen)
    score, supplier = chosen[0]
    if customer is not None and _same(supplier, customer):
        customer_score, customer = next(
            ((rate, party) for rate, party in buyers if not _same(party, supplier) and rate > 1), (0.0, None)
        )
    if customer is None:
        customer_score, customer = _other_address(buyers, supplier, domains)
    rival = next((rate for rate, party in chosen[1:] if not _same(party, supplier)), 0.0)
    if score <= 1:
        return Parties(None, customer, score, customer_score, 0.0, (), _cells(found, customer))
    legal = _legal_name(supplier, found)
    legal = _denomination(legal, hits)
    return Parties(
        legal,
        customer,
        score,
        customer_score,
        score - rival,
        _cells(found, supplier),
        _cells(found, customer),
        _kin_countries(found, supplier),
    )


_ITALIAN_FORMS = frozenset({"srl", "srls", "spa"})


def _is_italian(party: Party) -> bool:
    """Whether a name is an Italian company's that no label calls the seller."""
    italian = party.country == "IT" or (party.country is None and party.form in _ITALIAN_FORMS)
    return italian and party.role != "supplier"


def _foreign_first(chosen: list[tuple[float, Party]]) -> list[tuple[float, Party]]:
    """An Italian company that no label calls the seller comes after a foreign one with its address."""
    if not _is_italian(chosen[0][1]):
        return chosen
    for rated in chosen[1:]:
        score, party = rated
        if score > 1 and party.form and party.place and party.country not in {None, "IT"} and party.role is None:
            return [rated, *(other for other in chosen if other is not rated)]
    return chosen


def _other_address(
    buyers: Sequence[tuple[float, Party]], supplier: Party, domains: set[str]
) -> tuple[float, Party | None]:
    """The address in the upper half of the first page that is not the seller's, where no better sign was found."""
    for score, party in buyers:
        high = party.cell.y0 < 0.5 * party.cell.page.height and party.cell.page.number == supplier.cell.page.number
        stranger = not _same(party, supplier) and not _domain_matches(party, domains)
        if high and stranger and party.place and party.role is None and not party.one_line:
            return score, party
    return 0.0, None


def _denomination(supplier: Party, hits: Hits) -> Party:
    """The French legal form that is stated with the capital belongs to the name, but not to that of a mark.

    ``Tissage du Nord SA au capital de`` is the legal name with its form. A company that calls itself by the name
    alone throughout the page, and states the form nowhere but with the capital, is named so; so is a letterhead that
    runs on into the address, when the form stands with the capital elsewhere. At the foot the form stays.
    Source: art. R123-237 Code de commerce names denomination, form and capital as separate mentions.
    """
    last = supplier.tokens[-1]
    if len(supplier.tokens) < 2 or last.fold not in {"sarl", "sas", "sasu", "eurl", "sa"}:
        return supplier
    line = supplier.cell.line.tokens
    after = next((index for index, token in enumerate(line, 1) if token is last), len(line))
    if [token.fold for token in line[after : after + 2]] != ["au", "capital"]:
        head = supplier.one_line and supplier.cell.y1 < _HEAD * supplier.cell.page.height
        apart = head and _times(hits, supplier, with_form=True) == 1 and _capital_of(hits, last.fold)
        return _without_form(supplier) if apart else supplier
    told_twice = supplier.tokens[-2].text in "-–—"  # "Muster SAS – SAS au capital": once with the name
    return (
        _without_form(supplier) if told_twice or _times(hits, supplier, with_form=False) >= _CALLS_ITSELF else supplier
    )


_HEAD = 0.2
"""Share of the page's height in which a letterhead stands."""
_CALLS_ITSELF = 3
"""Mentions without the legal form that make a mark of a name."""


def _without_form(supplier: Party) -> Party:
    tokens = supplier.tokens[:-1]
    while tokens[-1].text in "-–—":
        tokens = tokens[:-1]
    return supplier._replace(tokens=tokens, name=text_of(tokens))


def _times(hits: Hits, supplier: Party, *, with_form: bool) -> int:
    """How often the words of the name stand before the legal form that ends it, or without it."""
    name = [token.fold for token in supplier.tokens[:-1]]
    form = supplier.tokens[-1].fold
    times = 0
    for line in hits.layout.lines:
        folded = [token.fold for token in line.tokens]
        for start in range(len(folded) - len(name) + 1):
            end = start + len(name)
            times += folded[start:end] == name and (folded[end : end + 1] == [form]) is with_form
    return times


def _capital_of(hits: Hits, form: str) -> bool:
    """Whether a line states the capital of a company of this form, without its name."""
    for line in hits.layout.lines:
        folds = [token.fold for token in line.tokens]
        if any(folds[at : at + 3] == [form, "au", "capital"] for at in range(len(folds) - 2)):
            return True
    return False


def _kin_countries(found: list[Party], supplier: Party) -> tuple[str, ...]:
    first = supplier.tokens[0].fold
    kin = (party for party in found if party.tokens[0].fold == first and party.role not in {"customer", "ship_to"})
    return tuple(party.country for party in kin if party.country) if len(first) > 3 else ()


def _cells(found: list[Party], party: Party | None) -> tuple[Cell, ...]:
    """The lines of every mention of a party."""
    if party is None:
        return ()
    return tuple(cell for other in found if _same(other, party) for cell in other.cells)


def _legal_name(supplier: Party, found: list[Party]) -> Party:
    """A brand at the head of the page is printed with its legal form elsewhere: that one is the name."""
    if supplier.form:
        return supplier
    full = next(
        (other for other in found if other.form and other.key.startswith(supplier.key) and len(supplier.key) > 3), None
    )
    return supplier if full is None else supplier._replace(name=full.name, tokens=full.tokens, form=full.form)


def _same(one: Party, two: Party) -> bool:
    return one.key == two.key or (min(len(one.key), len(two.key)) > 5 and (one.key in two.key or two.key in one.key))


def _supplier_domains(hits: Hits) -> set[str]:
    """The names of web sites and mailboxes that are not the customer's and that not anyone can have."""
    theirs: set[str] = set()
    others: set[str] = set()
    for line in hits.layout.lines:
        for cell in line.cells:
            found = (
                [fold(core) for match in _DOMAIN.finditer(cell.text) if (core := _core(match.group(1)))]
                if "." in cell.text
                else []
            )
            if found:
                (theirs if _stands_with_customer(hits, cell) else others).update(found)
    return others - theirs


def _core(domain: str) -> str | None:
    """The part of a domain that names its owner."""
    parts = domain.lower().split(".")
    core = parts[-3] if len(parts) > 2 and parts[-2] in {"co", "com", "org"} else parts[-2]
    return core if core not in FREE_MAIL and len(core) > 2 else None


def _stands_with_customer(hits: Hits, cell: Cell) -> bool:
    head = cell.block.cells[0] if cell.block else cell
    role = block_role(hits, cell.block.cells)[0] if cell.block else None
    return (role or role_near(hits, head)) in {"customer", "ship_to"}


def _counts(found: list[Party], hits: Hits) -> dict[str, int]:
    """How often the letters of each name stand in the document."""
    text = fold("".join(token.fold for line in hits.layout.lines for token in line.tokens))
    return {party.key: text.count(party.key) for party in found if len(party.key) > 3}


def _domain_matches(party: Party, domains: set[str]) -> bool:
    return any(
        (len(domain) > 3 and party.key.startswith(domain))
        or (len(domain) > 5 and domain in party.key)
        or (len(party.key) > 4 and domain.startswith(party.key[:12]))
        for domain in domains
    )


def _in_block(party: Party, vat_id: PrintedVatId) -> bool:
    return any(vat_id.cell is cell for cell in party.cells) or (
        vat_id.cell.block is not None and any(cell.block is vat_id.cell.block for cell in party.cells)
    )


_SUPPLIER_ROLE = {"supplier": 12.0, "holder": 2.5, "customer": -12.0, "ship_to": -12.0, "contact": -12.0}
_CUSTOMER_ROLE = {"customer": 12.0, "ship_to": 2.0, "supplier": -12.0, "holder": -8.0, "contact": -12.0}


def _as_supplier(
    party: Party, vat_ids: Sequence[PrintedVatId], domains: set[str], counts: dict[str, int], hits: Hits
) -> float:
    score = _SUPPLIER_ROLE.get(party.role or "", 0.0)
    position = party.cell.y0 / max(party.cell.page.height, 1.0)
    score += 2.0 if party.form else 0.0
    # The owner's name, without a form, is not that of the business: "Inhaber: Bernd Muster".
    score -= 2.5 if party.role == "holder" and not party.form else 0.0
    score += 2.5 if party.contact else 0.0
    score += 1.5 if any(REGISTERED.search(cell.text) for cell in party.cells) else 0.0
    score += 2.0 if party.place or party.country else 0.0
    score += 3.0 if party.one_line and (position < 0.45 or position > 0.8) else 0.0
    score += (2.5 if party.form else 1.5) if position < 0.14 else 0.0
    score += 1.0 if position < 0.25 and party.cell.height > 15 else 0.0
    score += 1.5 if position > 0.85 and party.form else 0.0
    score += 4.0 if _domain_matches(party, domains) else 0.0
    score += min(2.0, 0.7 * (counts.get(party.key, 1) - 1))
    score -= 1.0 if party.cell.page.number > 1 else 0.0
    if 0.3 < position < 0.8 and not party.place and party.role is None:
        score -= 3.0
    for vat_id in vat_ids:
        if _in_block(party, vat_id):
            theirs = _says_customer(hits, vat_id) or vat_id.country == "IT"
            score += -6.0 if theirs else 3.0
    if party.form and party.form in _ITALIAN_FORMS and party.country in {None, "IT"}:
        score -= 2.0
    if party.country == "IT":
        score -= 3.0
    return score


def _as_customer(party: Party, vat_ids: Sequence[PrintedVatId], domains: set[str], hits: Hits) -> float:
    score = _CUSTOMER_ROLE.get(party.role or "", 0.0)
    position = party.cell.y0 / max(party.cell.page.height, 1.0)
    score += 3.0 if (party.place or party.country) and 0.08 < position < 0.5 and not party.one_line else 0.0
    score -= 2.0 if party.contact and party.role != "customer" else 0.0
    score -= 4.0 if party.one_line else 0.0
    score += 3.0 if party.named else 0.0
    score -= 4.0 if _domain_matches(party, domains) and party.role != "customer" else 0.0
    score -= 3.0 if position > 0.6 else 0.0
    score -= 1.0 if party.cell.page.number > 1 else 0.0
    for vat_id in vat_ids:
        if _in_block(party, vat_id):
            theirs = _says_customer(hits, vat_id) or vat_id.country == "IT"
            score += 6.0 if theirs else -2.0
    if party.country == "IT" or party.form in _ITALIAN_FORMS:
        score += 4.0
    return score + (1.5 if party.form else 0.0)


def _says_customer(hits: Hits, vat_id: PrintedVatId) -> bool:
    """Whether the label of a VAT id says that it is the customer's."""
    own = [
        hit
        for hit in hits.of_line.get(vat_id.cell.line.index, ())
        if hit.has("customer_vat") and hit.x1 <= vat_id.tokens[0].x0 + 1
    ]
    return bool(own)
