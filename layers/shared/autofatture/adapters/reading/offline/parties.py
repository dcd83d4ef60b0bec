"""Who sells and who buys. The client's own details are never taken for the supplier's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from autofatture.adapters.reading.offline.addresses import (
    Place,
    company_form,
    is_country_line,
    is_street,
    place_of,
)
from autofatture.adapters.reading.offline.countries import country_named, country_within
from autofatture.adapters.reading.offline.labels import Hit, Hits
from autofatture.adapters.reading.offline.layout import Block, Cell, Token
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.vatids import PrintedVatId

_DIVIDER = re.compile(r"\s*[|•·●♦◦‧∙]\s*|\s+[–—-]\s+|,\s+")
_CONTACT = re.compile(
    r"(?i)\btel\b|telefon|telefax|\bfax\b|phone|www\.|https?:|@|\biban\b|\bbic\b|\bhr[ab]\b|handelsregister|amtsgericht"
    r"|registergericht|gesch[äa]ftsf[üu]hrer|capital|capitale sociale|siret|\brcs\b|\bkvk\b|registro mercantil|krs\b|regon"
    r"|company (?:no|number|reg)|registered (?:in|office)|steuer-?n(?:umme)?r|vorstand|swift|bank"
)
_DOMAIN = re.compile(r"(?i)(?:@|www\.|https?://(?:www\.)?)((?:[\w-]+\.)+[a-z]{2,})")
_NOT_NAME = re.compile(r"(?i)^(?:tel|fax|phone|e-?mail|www|http|iban|bic|page|seite|z\.\s?h|c/o|t\.a\.v|herr|frau|mr|mrs|m\.)\b")
_BANK = re.compile(r"(?i)\bbank\b|banque|banco|banca\b|sparkasse|volksbank|raiffeisen|kreditanstalt|amtsgericht|registergericht|finanzamt|registro mercantil|registered (?:in|office)|commercial register|inscrita|matriculada|conservat[óo]ria|si[èe]ge social")
_TITLES = re.compile(
    r"(?i)^(?:tax |vat |commercial |proforma |kopie |copy of )?(?:invoice|rechnung|facture|factura|fattura|factuur|fatura|faktura|quote"
    r"|receipt|credit note|gutschrift|avoir|original|copy|kopie|duplicate|duplicata|page|statement)\b"
)
FREE_MAIL = frozenset("gmail outlook hotmail yahoo icloud gmx web googlemail live protonmail mail aol t-online orange free wanadoo".split())


class Party(NamedTuple):
    """A name on the page with what stands around it."""

    name: str
    tokens: tuple[Token, ...]
    cell: Cell
    role: str | None
    """The label it stands under: ``supplier``, ``customer``, ``ship_to``, ``holder`` or None."""
    place: Place | None
    country: str | None
    street: str | None
    form: str | None
    contact: bool
    one_line: bool
    """The whole address is written in one line, as senders do."""
    cells: tuple[Cell, ...]
    named: bool = False
    """The label says that a name follows."""

    @property
    def key(self) -> str:
        return fold(self.name)


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


def find_parties(hits: Hits, vat_ids: Sequence[PrintedVatId]) -> Parties:
    """Rate every name by its label, its place and what stands around it, and take the best pair."""
    found = list(_mentions(hits))
    domains = _supplier_domains(hits)
    counts = _counts(found, hits)
    sellers = sorted(
        ((_as_supplier(party, vat_ids, domains, counts, hits), party) for party in found), key=lambda pair: -pair[0]
    )
    buyers = sorted(((_as_customer(party, vat_ids, domains, hits), party) for party in found), key=lambda pair: -pair[0])
    customer_score, customer = buyers[0] if buyers and buyers[0][0] > 1 else (0.0, None)
    chosen: list[tuple[float, Party]] = []
    for score, party in sellers:
        if customer and _same(party, customer) and customer_score > score:
            continue
        chosen.append((score, party))
    if not chosen:
        return Parties(None, customer, 0.0, customer_score, 0.0)
    score, supplier = chosen[0]
    if customer is not None and _same(supplier, customer):
        customer_score, customer = next(
            ((rate, party) for rate, party in buyers if not _same(party, supplier) and rate > 1), (0.0, None)
        )
    rival = next((rate for rate, party in chosen[1:] if not _same(party, supplier)), 0.0)
    if score <= 1:
        return Parties(None, customer, score, customer_score, 0.0, (), _cells(found, customer))
    legal = _denomination(_legal_name(supplier, found), hits)
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


_FRENCH_FORM = re.compile(r"(?i)\b(s\.?a\.?r\.?l\.?|s\.?a\.?s\.?u?\.?|e\.?u\.?r\.?l\.?|s\.?a\.?) au capital")


def _denomination(supplier: Party, hits: Hits) -> Party:
    """The French *dénomination sociale*: the form that is stated apart, with the capital, is no part of the name.

    Source: art. R123-237 Code de commerce names denomination, form and capital as separate mentions.
    """
    last = supplier.tokens[-1]
    if len(supplier.tokens) < 2 or last.fold not in {"sarl", "sas", "sasu", "eurl", "sa"}:
        return supplier
    for line in hits.layout.lines:
        match = _FRENCH_FORM.search(line.text) if "capital" in line.text else None
        if match and fold(match.group(1)) == last.fold:
            tokens = supplier.tokens[:-1]
            return supplier._replace(tokens=tokens, name=_text(tokens))
    return supplier


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
    full = next((other for other in found if other.form and other.key.startswith(supplier.key) and len(supplier.key) > 3), None)
    return supplier if full is None else supplier._replace(name=full.name, tokens=full.tokens, form=full.form)


def _same(one: Party, two: Party) -> bool:
    return one.key == two.key or (min(len(one.key), len(two.key)) > 5 and (one.key in two.key or two.key in one.key))


def _mentions(hits: Hits) -> Iterable[Party]:
    """Every name that an address, a label or a legal form points at."""
    seen: set[int] = set()
    for block in hits.layout.blocks:
        party = _from_block(hits, block)
        if party is not None:
            seen.add(id(party.cell))
            yield party
    for line in hits.layout.lines:
        for cell in line.cells:
            if id(cell) not in seen:
                party = _from_cell(hits, cell)
                if party is not None:
                    yield party


def _from_block(hits: Hits, block: Block) -> Party | None:
    """The name at the head of an address block, if the block is one."""
    cells = _continued(hits, block)
    while len(cells) > 1 and _is_sender_line(cells[0]):
        cells = cells[1:]
    role, first = _block_role(hits, cells)
    body = cells[first:]
    if not body:
        return None
    place_index = next((index for index, cell in enumerate(body[:7]) if _is_place(cell)), None)
    if place_index is None and role is None:
        return None
    end = place_index if place_index is not None else min(3, len(body))
    heads = [cell for cell in body[: max(end, 1)] if _may_be_name(hits, cell)]
    if not heads or (place_index == 0 and len(body) == 1):
        return None
    head = _head(heads)
    tokens = _name_tokens(hits, head)
    if not tokens:
        return None
    place = _place(body[place_index]) if place_index is not None else None
    country = _block_country(body, place_index, place)
    street = next((cell.text for cell in body[:end] if cell is not head and is_street(cell.text)), None)
    name = _text(tokens)
    if not _plain_name(name):
        return None
    return Party(
        name,
        tuple(tokens),
        head,
        role or _role_near(hits, head),
        place,
        country,
        street,
        company_form(name),
        any(_CONTACT.search(cell.text) for cell in cells),
        False,
        tuple(cells),
    )


def _continued(hits: Hits, block: Block) -> list[Cell]:
    """The cells of a block and of the one below that holds the rest of its address."""
    cells = block.cells
    last = cells[-1]
    if len(cells) > 6 or any(_is_place(cell) for cell in cells):
        return cells
    for line in hits.layout.lines[last.line.index + 1 : last.line.index + 4]:
        if line.page is not last.page or line.y0 - last.y1 > 2.2 * last.height:
            break
        for cell in line.cells:
            aligned = min(abs(cell.x0 - last.x0), abs(cell.x1 - last.x1)) < 0.7 * last.height
            if aligned and cell.block is not block:
                return cells + cell.block.cells if cell.block and _is_place(cell) else cells
    return cells


def _head(heads: list[Cell]) -> Cell:
    """The first line, unless a later one of the first three carries a legal form and the first does not."""
    if company_form(heads[0].text):
        return heads[0]
    return next((cell for cell in heads[1:3] if company_form(cell.text) and not is_street(cell.text)), heads[0])


def _block_role(hits: Hits, cells: list[Cell]) -> tuple[str | None, int]:
    """The role that the first cells of a block announce, and where its content starts."""
    for index, cell in enumerate(cells[:2]):
        for hit in hits.in_cell(cell):
            role = _party_role(hit)
            if role and hit.start == 0:
                if len(cell.tokens) == hit.end:
                    return role, index + 1
                if _introduces(hit):
                    return role, index
        if not hits.is_label(cell):
            break
    return None, 0


def _introduces(hit: Hit) -> bool:
    """Whether a label at the start of a cell announces the rest of it (``Lieferant GmbH`` is a name, no label)."""
    following = hit.cell.tokens[hit.end]
    if hit.colon:
        return True
    if not (following.text[:1].isupper() or following.text[:1].isdigit()):
        return False
    rest = "".join(token.fold for token in hit.cell.tokens[hit.end :])
    return hit.end - hit.start > 1 and company_form("x " + rest) is None


def _party_role(hit: Hit) -> str | None:
    for role in ("contact", "ship_to", "customer", "supplier", "holder"):
        if hit.has(role) and not (hit.has("not_number", "number") and not hit.colon and hit.end < len(hit.cell.tokens)):
            return role
    return None


def _role_near(hits: Hits, cell: Cell) -> str | None:
    """A label directly above, or to the left, of a name."""
    for hit in hits.of_line.get(cell.line.index, ()):
        role = _party_role(hit)
        if role and hit.cell is not cell and hit.cell.x1 <= cell.x0 and hit.end == len(hit.cell.tokens):
            if not any(hit.cell.x1 < other.x0 < cell.x0 for other in cell.line.cells):
                return role
    for index in range(cell.line.index - 1, max(-1, cell.line.index - 7), -1):
        above = hits.layout.lines[index]
        if above.page is not cell.page or cell.y0 - above.y1 > 6 * cell.height:
            break
        for hit in hits.of_line.get(index, ()):
            role = _party_role(hit)
            if role and abs(hit.x0 - cell.x0) < 1.5 * cell.height and hit.end == len(hit.cell.tokens) and hit.start == 0:
                return role
        if any(_is_place(other) and abs(other.x0 - cell.x0) < cell.height for other in above.cells):
            break
    return None


def _is_place(cell: Cell) -> bool:
    return _place(cell) is not None or is_country_line(cell.text)


def _place(cell: Cell) -> Place | None:
    """The place that a cell names; worked out once."""
    if "place" not in cell.known:
        cell.known["place"] = place_of(cell.text)
    place = cell.known["place"]
    return place if isinstance(place, Place) else None


def _is_sender_line(cell: Cell) -> bool:
    """A whole address in one small line: the sender's, printed above the recipient's window."""
    return len(cell.tokens) > 4 and len(_divided(cell)) > 2 and _place(cell) is not None


def _may_be_name(hits: Hits, cell: Cell) -> bool:
    text = cell.text
    if hits.is_label(cell) or not any(map(str.isalpha, text)) or _NOT_NAME.match(text) or _BANK.search(text):
        return False
    if len(cell.tokens) > 9 or "@" in text or "://" in text or "www." in text.lower() or text.startswith("+"):
        return False
    if sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text)) or len(text) < 3 or _is_sentence(cell):
        return False
    return not (is_street(text) and not company_form(text)) and not is_country_line(text) and not _TITLES.match(text)


def _is_sentence(cell: Cell) -> bool:
    """A slogan or a phrase."""
    return _is_phrase(cell.tokens) and company_form(cell.text) is None


def _is_phrase(tokens: Sequence[Token]) -> bool:
    """Mostly words in small letters."""
    return len(tokens) > 3 and 5 * sum(1 for token in tokens if token.text[:1].islower()) >= 2 * len(tokens)


def _name_tokens(hits: Hits, cell: Cell) -> list[Token]:
    """The words of a name, without the label in front of it."""
    first = next(iter(hits.in_cell(cell)), None)
    start = 0
    if first is not None and first.start == 0 and first.end < len(cell.tokens) and _party_role(first) and _introduces(first):
        start = first.end
    return [token for token in cell.tokens[start:] if token.text not in ":|•·●-–"]


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens).strip(" ,;:|•·●-–")


def _block_country(body: list[Cell], index: int | None, place: Place | None) -> str | None:
    for cell in body[: (index or 0) + 4]:
        named = country_named(cell.text)
        if named:
            return named
    if place and place.country:
        return place.country
    return country_within(body[index].text) if index is not None else None


def _from_cell(hits: Hits, cell: Cell) -> Party | None:
    """A name within one line: a sender's line, a footer, a labelled name, a legal form."""
    if hits.is_label(cell):
        return None
    parts = _divided(cell) if len(cell.tokens) > 3 else []
    if len(parts) > 1:
        place = _place(cell)
        country = (place.country if place else None) or (country_within(cell.text) if len(cell.tokens) < 25 else None)
        name = _text(parts[0])
        named = _plain_name(name) and len(parts[0]) < 9 and (company_form(name) or not (is_street(name) or _is_phrase(parts[0])))
        street = next((_text(part) for part in parts[1:] if is_street(_text(part))), None)
        if (place or country) and named and (company_form(name) or (place and street and len(parts) > 2)):
            return Party(
                name, tuple(parts[0]), cell, _own_role(hits, cell), place, country, street, company_form(name), True, True, (cell,)
            )
    role = _own_role(hits, cell) or _role_near(hits, cell)
    tokens = _name_tokens(hits, cell) if role else [token for token in cell.tokens if token.text not in "|•·●"]
    if role != "customer":
        tokens = _up_to_form(tokens)
    name = _text(tokens)
    form = company_form(name)
    if not tokens or len(tokens) > 9 or not _plain_name(name) or not (form or role in {"customer", "supplier", "holder"}):
        return None
    if role is None and (len(tokens) > 7 or (form and _BANK.search(name)) or _is_phrase(tokens)):
        return None
    if not form and (is_street(name) or place_of(name)):
        return None
    below = _address_below(hits, cell) if form else []
    place = next((found for other in below if (found := _place(other)) is not None), None)
    country = _block_country(below, 0, place) if below else None
    street = next((other.text for other in below if is_street(other.text)), None)
    contact = any(_CONTACT.search(other.text) for other in (cell, *below))
    named = role == "customer" and any("name" in hit.key or hit.key.startswith("nom") for hit in hits.in_cell(cell)[:1])
    return Party(name, tuple(tokens), cell, role, place, country, street, form, contact, False, (cell, *below), named)


def _address_below(hits: Hits, cell: Cell) -> list[Cell]:
    """The lines of an address right under a name that is set apart by its size."""
    for line in hits.layout.lines[cell.line.index + 1 : cell.line.index + 3]:
        if line.page is not cell.page or line.y0 - cell.y1 > 1.6 * cell.height:
            break
        for other in line.cells:
            near = abs(other.x0 - cell.x0) < cell.height and other.block is not None and other.block is not cell.block
            if near and other.block is not None and any(_is_place(item) for item in other.block.cells[:5]):
                return other.block.cells[:6]
    return []


def _up_to_form(tokens: list[Token]) -> list[Token]:
    """``Free SAS au capital de`` is named ``Free SAS``: what follows a legal form is no name."""
    for end in range(2, min(len(tokens), 8)):
        if tokens[end].text[:1].islower() and company_form(_text(tokens[:end])):
            return tokens[:end]
    return tokens


def _plain_name(name: str) -> bool:
    if not 2 < len(name) < 80 or _NOT_NAME.match(name) or _BANK.search(name) or "@" in name or "www." in name.lower():
        return False
    letters = sum(map(str.isalpha, name))
    return letters >= 3 and letters > 2 * sum(map(str.isdigit, name)) and not _TITLES.match(name)


def _divided(cell: Cell) -> list[list[Token]]:
    """The parts of a line between bars, bullets, dashes and commas."""
    parts: list[list[Token]] = [[]]
    for token in cell.tokens:
        if token.text in "|•·●♦–—-":
            parts.append([])
            continue
        parts[-1].append(token)
        if token.text.endswith((",", "|", "•")) and len(parts) < 8:
            parts.append([])
    joined: list[list[Token]] = []
    for part in parts:
        if joined and part and len(part) < 3 and company_form(f"x {_text(part)}") and len(joined) == 1:
            joined[0].extend(part)  # "Herrajes Montes, S.L." is one name
        elif part:
            joined.append(part)
    return joined


def _own_role(hits: Hits, cell: Cell) -> str | None:
    first = next(iter(hits.in_cell(cell)), None)
    if first is None or first.start or first.end == len(cell.tokens) or not _introduces(first):
        return None
    return _party_role(first)


def _supplier_domains(hits: Hits) -> set[str]:
    """The names of web sites and mailboxes that are not the customer's and that not anyone can have."""
    theirs: set[str] = set()
    others: set[str] = set()
    for line in hits.layout.lines:
        for cell in line.cells:
            found = [fold(core) for match in _DOMAIN.finditer(cell.text) if (core := _core(match.group(1)))] if "." in cell.text else []
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
    role = _block_role(hits, cell.block.cells)[0] if cell.block else None
    return (role or _role_near(hits, head)) in {"customer", "ship_to"}


def _counts(found: list[Party], hits: Hits) -> dict[str, int]:
    """How often the letters of each name stand in the document."""
    text = fold("".join(token.fold for line in hits.layout.lines for token in line.tokens))
    return {party.key: text.count(party.key) for party in found if len(party.key) > 3}


def _domain_matches(party: Party, domains: set[str]) -> bool:
    return any(
        (len(domain) > 3 and party.key.startswith(domain)) or (len(party.key) > 4 and domain.startswith(party.key[:12]))
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
    score += 2.5 if party.contact else 0.0
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
    if party.form and party.form in {"srl", "srls", "spa"} and party.country in {None, "IT"}:
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
    if party.country == "IT" or party.form in {"srl", "srls", "spa"}:
        score += 4.0
    return score + (1.5 if party.form else 0.0)


def _says_customer(hits: Hits, vat_id: PrintedVatId) -> bool:
    """Whether the label of a VAT id says that it is the customer's."""
    own = [hit for hit in hits.of_line.get(vat_id.cell.line.index, ()) if hit.has("customer_vat") and hit.x1 <= vat_id.tokens[0].x0 + 1]
    return bool(own)
