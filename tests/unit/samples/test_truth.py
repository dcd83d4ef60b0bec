"""The truth is what is printed: sums, pages, and every value found in the text layer."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pypdfium2

from samples import Sample, Truth
from samples.locales import (
    DE,
    DE_CH,
    EN_EUR,
    EN_GB,
    EN_IE,
    EN_SE,
    EN_US,
    EN_US_NUMERIC,
    ES,
    FR,
    IT,
    NL,
    PL,
    PT,
)

LOCALES = (DE, DE_CH, EN_EUR, EN_GB, EN_IE, EN_SE, EN_US, EN_US_NUMERIC, ES, FR, IT, NL, PL, PT)
_INVISIBLE = re.compile(r"[\s\u00a0\u202f]+")
_SEPARATORS = re.compile(r"[\s\u00a0\u202f.\-/]")


def _plain(text: str) -> str:
    return _INVISIBLE.sub(" ", text)


def _has_amount(text: str, value: Decimal) -> bool:
    """The amount with any separator for thousands and for decimals, and no other digit beside it."""
    whole, cents = f"{abs(value):.2f}".split(".")
    digits = r"[.,'’ ]?".join(whole)
    return re.search(rf"(?<![\d]){digits}[.,]{cents}(?!\d)", text) is not None


def _has_date(text: str, value: dt.date) -> bool:
    return any(locale.day(value) in text for locale in LOCALES)


def _of(sample: Sample, truth: Truth, pages: list[str]) -> str:
    """The text of one invoice: a page of its own where a file holds several."""
    if len(sample.truths) == 1:
        return _plain("\n".join(pages))
    return _plain(pages[sample.truths.index(truth)])


def test_the_file_opens_and_has_the_pages_it_should(sample: Sample, files: dict[str, bytes]) -> None:
    content = files[sample.key]

    document = pypdfium2.PdfDocument(content)
    assert len(document) == sample.truth.pages
    document.close()
    assert content.startswith(b"%PDF-")
    assert len(content) < 1_000_000


def test_a_scan_has_no_text_and_everything_else_has(sample: Sample, texts: dict[str, list[str]]) -> None:
    assert all(bool(page.strip()) == sample.truth.has_text for page in texts[sample.key])


def test_names_and_numbers_are_on_the_page(sample: Sample, texts: dict[str, list[str]]) -> None:
    for truth in sample.truths:
        if not truth.has_text:
            continue
        text = _of(sample, truth, texts[sample.key])
        assert _plain(truth.invoice_number) in text
        assert _plain(truth.customer_name) in text
        assert truth.supplier_name.lower() in text.lower()
        assert truth.supplier_city.lower() in text.lower()
        if truth.related_number:
            assert truth.related_number in text


def test_vat_ids_are_on_the_page(sample: Sample, texts: dict[str, list[str]]) -> None:
    for truth in sample.truths:
        if not truth.has_text:
            continue
        text = _SEPARATORS.sub("", _of(sample, truth, texts[sample.key]))
        for vat_id in truth.vat_ids:
            assert _SEPARATORS.sub("", vat_id) in text, vat_id
        for absent in {"IT" + sample.company.vat_id} - set(truth.vat_ids):
            assert absent not in text


def test_dates_are_on_the_page(sample: Sample, texts: dict[str, list[str]]) -> None:
    for truth in sample.truths:
        if not truth.has_text:
            continue
        text = _of(sample, truth, texts[sample.key])
        assert _has_date(text, truth.invoice_date)
        if truth.due_date:
            assert _has_date(text, truth.due_date)
        if truth.delivery_date and truth.document_kind == "invoice" and "Factuur" not in text:
            assert _has_date(text, truth.delivery_date)


def test_amounts_and_currency_are_on_the_page(sample: Sample, texts: dict[str, list[str]]) -> None:
    signs = {"EUR": ("€", "EUR"), "USD": ("USD",), "GBP": ("GBP", "£"), "CHF": ("CHF",), "PLN": ("PLN",)}
    for truth in sample.truths:
        if not truth.has_text:
            continue
        text = _of(sample, truth, texts[sample.key])
        assert _has_amount(text, truth.total_gross)
        if truth.total_vat == 0:
            assert _has_amount(text, truth.total_net)
        assert any(sign in text for sign in signs.get(truth.currency, (truth.currency,)))


def test_wordings_are_on_the_page(sample: Sample, texts: dict[str, list[str]]) -> None:
    for truth in sample.truths:
        if not truth.has_text:
            continue
        text = _of(sample, truth, texts[sample.key])
        for wording in truth.wordings:
            assert _plain(wording.text) in text


def test_lines_are_on_the_page(sample: Sample, texts: dict[str, list[str]]) -> None:
    for truth in sample.truths:
        if not truth.has_text or truth.document_kind == "reminder":
            continue
        text = _of(sample, truth, texts[sample.key])
        for line in truth.lines:
            assert _plain(line.description.split("\n", maxsplit=1)[0])[:24].strip() in text, line.description


def test_lines_add_up(sample: Sample) -> None:
    for truth in sample.truths:
        assert sum((line.net for line in truth.lines if line.net is not None), Decimal(0)) == truth.total_net
        vat = sum((line.amount for line in truth.vat_lines if line.amount is not None), Decimal(0))
        assert vat == truth.total_vat
        if truth.vat_lines:
            assert sum((line.base for line in truth.vat_lines if line.base is not None), Decimal(0)) == truth.total_net


def test_what_is_expected_is_coherent(sample: Sample) -> None:
    for truth in sample.truths:
        expected = truth.expected
        creates = expected.outcomes[0].value.startswith("TD")
        assert creates == (expected.rate is not None)
        if not creates:
            assert expected.base is None
            continue
        assert expected.currency == truth.currency
        assert (expected.natura is None) == (expected.rate != 0)
        assert expected.base is not None
        assert (expected.base < 0) == truth.is_credit_note
        assert (expected.exchange_rate_day is None) == (truth.currency == "EUR")
