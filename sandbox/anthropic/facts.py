"""What can be told about an invoice from the words of its text layer."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from stdnum.eu import vat as eu_vat

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar janvier gennaio enero jan", "february februar février febbraio febrero feb",
            "march märz mars marzo mar", "april avril aprile abril apr", "may mai maggio mayo",
            "june juni juin giugno junio jun", "july juli juillet luglio julio jul", "august août agosto aug",
            "september septembre settembre septiembre sep", "october oktober octobre ottobre octubre oct",
            "november novembre noviembre nov", "december dezember décembre dicembre diciembre dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DATE = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"|\d{1,2}\.?\s+(?:de\s+)?[A-Za-zéûä]+\s+(?:de\s+)?\d{4}|[A-Za-z]+\s+\d{1,2},\s*\d{4})"
)
_AMOUNT = r"(?:[-−]?\s?[€$£¥]?\s?[-−]?\d{1,3}(?:[.,' ]\d{3})*(?:[.,]\d{2})|\d+[.,]\d{2})"
_CURRENCIES = ("EUR", "USD", "GBP", "CHF", "PLN", "SEK", "NOK", "DKK", "JPY", "CAD", "CZK", "HUF")
_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_VAT_ID = re.compile(r"\b(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|GB)"
                     r"[ .-]?([0-9A-Z][0-9A-Z .-]{6,13}[0-9A-Z])\b")  # fmt: skip
_WORDS = {
    "invoice_number": "invoice|rechnungs?|facture|fattura|factuur|faktura|fac?tura|credit note|gutschrift|receipt",
    "invoice_date": "invoice date|date of issue|issue date|issued|rechnungsdatum|factuurdatum|datum|date|data|fecha",
    "due_date": "due date|payment due|due|fällig(?: am)?|échéance|scadenza",
    "total_net": r"sub-?total|net amount|total net|total excl[^\d\n]*|nettobetrag|zwischensumme|total ht|imponibile",
    "total_vat": "vat|tax|mwst|ust|tva|iva",
    "total_gross": "grand total|total amount|amount due|total due|gesamtbetrag|rechnungsbetrag|total ttc|net à payer"
    "|totaal|razem|totale|total",
}
_NUMBER_SIGN = r"(?:number|no\.?|nr\.?|n[°º.]|num(?:ero|éro)?\.?|#|-?nummer)?"
_LABELS: dict[str, str] = {
    "invoice_number": rf"(?:{_WORDS['invoice_number']})\s*{_NUMBER_SIGN}\s*[:#]?\s*"
    r"(?P<value>[A-Z0-9][\w./-]*\d[\w./-]*)",
    "invoice_date": rf"(?:{_WORDS['invoice_date']})\s*:?\s*(?P<value>{_DATE})",
    "due_date": rf"(?:{_WORDS['due_date']})\s*:?\s*(?P<value>{_DATE})",
    "total_net": rf"(?:{_WORDS['total_net']})[^\d\n€$£¥-]*(?P<value>{_AMOUNT})",
    "total_vat": rf"(?:{_WORDS['total_vat']})\b[^\n]*?(?P<value>{_AMOUNT})\s*(?:[A-Z]{{3}}|€)?\s*$",
    "total_gross": rf"(?:{_WORDS['total_gross']})[^\d\n€$£¥-]*(?P<value>{_AMOUNT})",
}
_LEGAL_FORM = re.compile(
    r"\b(?:GmbH|Ltd\.?|Limited|Inc\.?|LLC|LLP|S\.?A\.?R\.?L\.?|SAS|S\.A\.|B\.?V\.?|AG|AB|S\.L\.|Lda|Sp\. z o\.o\.)"
    r"(?=\W|$)"
)
_STREET = re.compile(r"\d+\s+\S+|\S+\s+\d+")
_GOODS = re.compile(
    r"\b(goods|delivery|shipped|shipping|incoterm|ware|lieferung|pieces|stück|marchandises)\b", re.IGNORECASE
)
_SERVICES = re.compile(
    r"\b(subscription|service|services|licen[cs]e|hosting|software|support|cloud|plan)\b", re.IGNORECASE
)
_CREDIT = re.compile(r"\b(credit note|gutschrift|avoir|nota di credito|refund)\b", re.IGNORECASE)
_LANGUAGES = {"de": "rechnung", "fr": "facture", "es": "factura", "it": "fattura", "en": "invoice"}


@dataclass
class Found:
    """A value with the place where it stood."""

    value: str
    quote: str = ""
    page: int = 0


@dataclass
class Facts:
    pages: int = 0
    fields: dict[str, Found] = field(default_factory=dict)
    vat_ids: list[Found] = field(default_factory=list)
    lines: list[dict[str, Found]] = field(default_factory=list)


def read(pdf: bytes) -> Facts:
    """Nothing that cannot be read is an error here: the answer then holds less."""
    try:
        pages = [page.extract_text() or "" for page in PdfReader(io.BytesIO(pdf)).pages]
    except (PyPdfError, ValueError, KeyError, RecursionError):
        return Facts()
    facts = Facts(pages=len(pages))
    for number, text in enumerate(pages, start=1):
        _labelled(facts, text, number)
        _vat_ids(facts, text, number)
        _lines(facts, text, number)
    whole = "\n".join(pages)
    _words(facts, whole)
    _parties(facts, pages[0] if pages else "")
    return facts


def iso_date(text: str) -> str:
    """``YYYY-MM-DD``, day before month where only the order could tell; empty when it is no date."""
    numbers = re.findall(r"\d+", text)
    word = re.search(r"[^\W\d_]{3,}", text.lower().replace(" de ", " "))
    if re.match(r"\d{4}-", text):
        return text
    if word and word.group() in MONTHS and len(numbers) == 2:
        return f"{int(numbers[1]):04d}-{MONTHS[word.group()]:02d}-{int(numbers[0]):02d}"
    if len(numbers) == 3 and int(numbers[1]) <= 12:
        return f"{int(numbers[2]):04d}-{int(numbers[1]):02d}-{int(numbers[0]):02d}"
    return ""


def _labelled(facts: Facts, text: str, page: int) -> None:
    for name, pattern in _LABELS.items():
        match = re.search(pattern, text, re.IGNORECASE | re.MULTILINE)
        if match and name not in facts.fields:
            value = match.group("value").strip()
            value = iso_date(value) if name.endswith("_date") else value
            facts.fields[name] = Found(value, _line_around(text, match.start("value")), page)


def _vat_ids(facts: Facts, text: str, page: int) -> None:
    for match in _VAT_ID.finditer(text):
        value = re.sub(r"[ .-]", "", match.group())
        for length in range(len(value), 7, -1):
            if eu_vat.is_valid(value[:length]) or value.startswith(("GB", "XI")):
                value = value[:length]
                if all(other.value != value for other in facts.vat_ids):
                    facts.vat_ids.append(Found(value, _line_around(text, match.start()), page))
                break
    for found in facts.vat_ids:
        side = "customer_vat_id" if found.value.startswith("IT") else "supplier_vat_id"
        facts.fields.setdefault(side, found)


def _lines(facts: Facts, text: str, page: int) -> None:
    row = re.compile(
        rf"^(?P<what>[^\W\d_].{{3,80}}?)\s+(?:\d+(?:[.,]\d+)?\s+)?(?:{_AMOUNT}\s+)?(?P<net>{_AMOUNT})\s*$", re.MULTILINE
    )
    summary = re.compile(r"total|subtotal|vat|tax|mwst|ust|tva|iva|netto|amount|due|summe|betrag", re.IGNORECASE)
    for match in row.finditer(text):
        if not summary.search(match.group("what")):
            quote = match.group().strip()
            facts.lines.append(
                {
                    "description": Found(match.group("what").strip(), quote, page),
                    "net": Found(match.group("net"), quote, page),
                }
            )


def _words(facts: Facts, text: str) -> None:
    codes = [code for code in _CURRENCIES if re.search(rf"\b{code}\b", text)]
    symbols = [code for symbol, code in _SYMBOLS.items() if symbol in text]
    if codes or symbols:
        facts.fields["currency"] = Found((codes or symbols)[0])
    goods, services = _GOODS.search(text), _SERVICES.search(text)
    first = goods or services
    if first is not None:
        nature = "mixed" if goods and services else "goods" if goods else "services"
        facts.fields["nature"] = Found(nature, _line_around(text, first.start()))
    credit = _CREDIT.search(text) is not None
    facts.fields["is_credit_note"] = Found("true" if credit else "false")
    facts.fields["document_kind"] = Found("credit_note" if credit else "invoice")
    language = next((code for code, word in _LANGUAGES.items() if word in text.lower()), None)
    if language:
        facts.fields["language"] = Found(language)


def _parties(facts: Facts, text: str) -> None:
    """The supplier is taken from the top of the first page: name, street, town."""
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    heading = re.compile(r"^(invoice|rechnung|facture|factura|fattura|credit note|gutschrift|page)\b", re.IGNORECASE)
    top = [row for row in rows if not heading.match(row)][:4]
    if not top:
        return
    named = [row for row in rows if _LEGAL_FORM.search(row) and len(row) <= 80]
    name = re.split(r"\s[·|–]\s|,\s(?=\D*\d)", (named or top)[0])[0].strip()
    facts.fields["supplier_name"] = Found(name, (named or top)[0], 1)
    if len(top) > 1 and _STREET.search(top[1]):
        facts.fields["supplier_street"] = Found(top[1], top[1], 1)
    own = facts.fields.get("supplier_vat_id")
    if own:
        prefix = own.value[:2]
        facts.fields["supplier_country"] = Found({"EL": "GR", "XI": "GB"}.get(prefix, prefix), own.quote, own.page)
    buyer = re.search(
        r"(?:bill(?:ed)? to|customer|kunde|client|cliente|ship to)\s*:?\s*\n?\s*(?P<name>\S[^\n]+)", text, re.IGNORECASE
    )
    if buyer:
        facts.fields["customer_name"] = Found(buyer.group("name").strip(), _line_around(text, buyer.start("name")), 1)


def _line_around(text: str, position: int) -> str:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)].strip()
