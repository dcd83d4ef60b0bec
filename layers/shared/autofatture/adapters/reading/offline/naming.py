"""What reads like the name of a company or a person, and what does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autofatture.adapters.reading.offline.addresses import company_form, form_of, is_country_line, is_form, is_street
from autofatture.adapters.reading.offline.kinds import is_title
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Cell, Token
from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.offline.roles import heading_role, introduces, party_role
from autofatture.adapters.reading.vocabulary import words

_DIVIDER = re.compile(r"\s*[|•·●♦◦‧∙]\s*|\s+[–—-]\s+|,\s+")
_NOT_NAME = re.compile(
    r"(?i)^(?:sitz\b|sede\b|tel|fax|phone|e-?mail|www|http|iban|bic|page|seite|z\.\s?h|c/o|t\.a\.v|attn|att\.|attention|sent|subject|gesendet|betreff|objet|asunto|oggetto|onderwerp|herr|frau|mr|mrs|m\.)\b"
)
_SALUTATION = re.compile(
    r"(?i)^(?:egregi|gentil[ei] |dear |sehr geehrt|mesdames|messieurs|estimad[oa]|szanown|geachte|an die |firma$"
    r"|(?:sr|sra|srs|exmo|exma|egr|spett|mme|mlle)[./s]*(?:\s*/?\s*(?:sra|srs|mme))?\.?$)"
)
_SIGNS = re.compile(r"(?i)@|www\.|\*\*|§|: |\./\.")
"""Signs that no name has; ``./.`` stands between the parties of a lawsuit."""
_WEB = re.compile(r"(?i)://|www\.")
BANK = re.compile(
    r"(?i)\bbank\b|banque|banco|banca\b|sparkasse|volksbank|raiffeisen|kreditanstalt|amtsgericht|registergericht"
    r"|finanzamt|registro mercantil|registered (?:in|office)|commercial register|inscrita|matriculada"
    r"|conservat[óo]ria|si[èe]ge social"
)
_TITLES = re.compile(
    r"(?i)^(?:tax |vat |commercial |proforma |kopie |copy of )?(?:invoice|rechnung|facture|factura|fattura"
    r"|factuur|fatura|faktura|quote"
    r"|receipt|credit note|gutschrift|avoir|original|copy|kopie|duplicate|duplicata|page|statement)\b"
)


def may_be_name(hits: Hits, cell: Cell) -> bool:
    text = cell.text
    if (
        hits.is_label(cell)
        or heading_role(hits, cell)
        or not any(map(str.isalpha, text))
        or _NOT_NAME.match(text)
        or _SALUTATION.match(text)
        or BANK.search(text)
    ):
        return False
    first = next(iter(hits.in_cell(cell)), None)
    if first is not None and first.start == 0 and first.colon and not party_role(first):
        return False
    if len(cell.tokens) > 9 or text[0] in "<+" or "@" in cell.tokens[0].text or _WEB.search(text):
        return False
    if sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text)) or len(text) < 3 or _is_sentence(cell):
        return False
    return not (is_street(text) and not company_form(text)) and not is_country_line(text) and not _TITLES.match(text)


def _is_sentence(cell: Cell) -> bool:
    """A slogan or a phrase."""
    return is_phrase(cell.tokens) and company_form(cell.text) is None


def is_phrase(tokens: Sequence[Token]) -> bool:
    """Mostly words in small letters."""
    return len(tokens) > 3 and 5 * sum(1 for token in tokens if token.text[:1].islower()) >= 2 * len(tokens)


def name_tokens(hits: Hits, cell: Cell) -> list[Token]:
    """The words of a name, without the label in front of it or one that follows with its colon."""
    first = next(iter(hits.in_cell(cell)), None)
    start = 0
    if (
        first is not None
        and first.start == 0
        and first.end < len(cell.tokens)
        and ((party_role(first) and introduces(first)) or (first.has("party_name") and first.colon))
    ):
        start = first.end
    end = next((hit.start for hit in hits.in_cell(cell) if hit.start > start and hit.colon), len(cell.tokens))
    named = [token for token in up_to_bullet(cell.tokens[start:end]) if token.text != ":"]
    while named and named[0].text[0] in "-–*★☆":
        named = named[1:]
    while named and named[-1].text[0] in "-–*★☆":
        named = named[:-1]
    # "Muster GmbH <info@muster.de>" in the head of a mail
    named = named[: next((index for index, token in enumerate(named) if "@" in token.text), len(named))]
    return _up_to_address(named)


def text_of(tokens: Sequence[Token]) -> str:
    text = " ".join(token.text for token in tokens).strip(" ,;:|•·●-–*★☆")
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1 else text


_ABBREVIATED = words("inc co corp ltd lda ltda bros cia sons kft oy")


def without_full_stop(name: str, following: Sequence[Token]) -> str:
    """The name without the full stop of the sentence that it ends, as in "Muster Hotel Limited. Registered in".

    ``Ltd.`` keeps its point unless ``following``, the words after it, go on about the company's register.
    """
    last = name.rpartition(" ")[2]
    if not last.endswith(".") or last.count(".") > 1 or company_form(f"x {last}") is None:
        return name
    form = fold(last)
    sentence = bool(following) and following[0].fold in _AFTER_NAME and following[0].text[:1].isupper()
    return name[:-1] if form not in _ABBREVIATED or (form == "ltd" and sentence) else name


def up_to_bullet(tokens: Sequence[Token]) -> list[Token]:
    """The words before the bar or bullet that parts a line; those that begin it are passed over."""
    kept: list[Token] = []
    for token in tokens:
        if token.text in "|•·●":
            if kept:
                break
            continue
        kept.append(token)
    return kept


def up_to_form(tokens: list[Token]) -> list[Token]:
    """``Free SAS au capital de`` is named ``Free SAS``: what follows a legal form is no name."""
    tokens = _up_to_address(_without_copyright(tokens))
    for end in range(2, min(len(tokens), 8)):
        if (
            company_form(f"x {tokens[end - 1].text}{tokens[end].text}")
            and company_form(f"x {tokens[end].text}") is None
        ):
            continue  # "S.à r.l." is one form
        comma = tokens[end - 1].text.endswith(",") and company_form(f"x {tokens[end].text}") is None
        if not (comma or tokens[end].text[:1].islower() or tokens[end].fold in _AFTER_NAME):
            continue
        # "SARL Muster au capital de": the form may also stand first
        capital = [token.fold for token in tokens[end : end + 2]] == ["au", "capital"]
        if company_form(text_of(tokens[:end])) or (capital and company_form(f"x {tokens[0].text}")):
            return tokens[: end - 1] if tokens[end - 1].text in "-–—" else tokens[:end]
    return tokens


def _without_copyright(tokens: list[Token]) -> list[Token]:
    """``© 2026 Muster Inc.`` is signed by Muster Inc."""
    start = 0
    while start < min(3, len(tokens) - 1):
        token = tokens[start]
        year = start > 0 and token.text[:2] in {"19", "20"} and len(re.findall(r"\d{4}", token.text)) in {1, 2}
        if not (token.text.casefold() in _COPYRIGHT or year):
            break
        start += 1
    return tokens[start:]


_COPYRIGHT = frozenset({"©", "(c)", "copyright"})


def _up_to_address(tokens: list[Token]) -> list[Token]:
    """A name without the address that runs on after its legal form: ``Muster Private Limited Plot No. 118``."""
    if not any(any(map(str.isdigit, token.text)) for token in tokens[2:]):
        return tokens
    for end in range(2, min(len(tokens), 8)):
        form = form_of([token.fold for token in tokens[:end]])
        rest = tokens[end].fold
        if form and rest and not is_form(tokens[:end], tokens[end : end + 1]) and tokens[end].text[:1].isalnum():
            return tokens[: end - 1] if tokens[end - 1].text in "-–—|·" else tokens[:end]
    return tokens


_AFTER_NAME = words(
    "registered registration reg company vat ust ustid ustidnr tva btw iva nif nip hrb hra rcs kvk capital capitale"
    " siege siret incorporated tel telefon phone"
)
"""Words that follow the name of a company in the lines at a page's foot."""


def after_sentence(tokens: list[Token]) -> list[Token]:
    """The name that a sentence in the same line precedes: ``* VAT rate 0 %. Muster SARL``."""
    for index in range(len(tokens) - 2, 0, -1):
        text = tokens[index - 1].text
        ended = text.endswith(".") and ("%" in text or (len(text) > 4 and text[:-1].isalpha() and text[:1].islower()))
        if ended and company_form(text_of(tokens[index:])):
            return tokens[index:]
    return tokens


def plain_name(name: str) -> bool:
    if not 2 < len(name) < 80 or _NOT_NAME.match(name) or BANK.search(name) or _SIGNS.search(name) or is_title(name):
        return False
    if name.count("(") != name.count(")"):
        return False
    if name.count(",") == 1 and len(name.split()) < 4 and is_country_line(name.rpartition(",")[2].strip()):
        return False  # "NINGBO, CHINA"
    letters = sum(map(str.isalpha, name))
    return letters >= 3 and letters > 2 * sum(map(str.isdigit, name)) and not _TITLES.match(name)


def divided(cell: Cell) -> list[list[Token]]:
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
        if joined and part and len(part) < 3 and company_form(f"x {text_of(part)}") and len(joined) == 1:
            joined[0].extend(part)  # "Herrajes Montes, S.L." is one name
        elif part:
            joined.append(part)
    return joined
