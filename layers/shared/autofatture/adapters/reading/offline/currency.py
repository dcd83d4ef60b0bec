"""Currencies as printed. There is no default: a sign that several currencies share is settled or asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from autofatture.adapters.reading.offline.labels import Hit, Hits
from autofatture.adapters.reading.offline.layout import Layout, Line, Token
from autofatture.adapters.reading.offline.numbers import Number
from autofatture.adapters.reading.vocabulary import pairs, words

CODES = words(
    "EUR USD GBP CHF PLN SEK NOK DKK CZK HUF RON BGN CAD AUD NZD JPY CNY HKD SGD INR ILS TRY BRL MXN ZAR AED"
    " SAR THB KRW MYR IDR PHP VND RUB UAH RSD ISK HRK MAD TND EGP QAR KWD ARS CLP COP PEN TWD GEL MDL ALL BAM"
    " MKD XOF"
)
_SIGNS = pairs(
    "€:EUR £:GBP zł:PLN zl:PLN kč:CZK ft:HUF лв:BGN us$:USD usd$:USD $us:USD a$:AUD au$:AUD aud$:AUD c$:CAD"
    " ca$:CAD cad$:CAD nz$:NZD hk$:HKD s$:SGD sg$:SGD r$:BRL mx$:MXN nt$:TWD ₹:INR ₪:ILS ₺:TRY ₽:RUB ₩:KRW"
    " ฿:THB ₴:UAH sfr:CHF sfr.:CHF fr.:CHF lei:RON euro:EUR euros:EUR sek.:SEK dkr:DKK skr:SEK nkr:NOK"
)
_SHARED = {
    "$": ("USD", "CAD", "AUD"),
    "kr": ("SEK", "NOK", "DKK"),
    "kr.": ("DKK", "SEK", "NOK"),
    "¥": ("JPY", "CNY"),
    "￥": ("JPY", "CNY"),
}
_BY_COUNTRY = {
    "$": {"US": "USD"},
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK"},
    "kr.": {"SE": "SEK", "NO": "NOK", "DK": "DKK"},
    "¥": {"JP": "JPY", "CN": "CNY"},
    "￥": {"JP": "JPY", "CN": "CNY"},
}
_WORDS = {
    ("us", "dollars"): "USD", ("us", "dollar"): "USD", ("canadian", "dollars"): "CAD", ("canadian", "dollar"): "CAD",
    ("australian", "dollars"): "AUD", ("australian", "dollar"): "AUD", ("american", "dollars"): "USD",
    ("pounds", "sterling"): "GBP", ("swiss", "francs"): "CHF",
}  # fmt: skip


class Mark(NamedTuple):
    """A printed currency: an ISO code, or a sign that several share."""

    code: str | None
    sign: str
    token: Token


class Currency(NamedTuple):
    """The currency of an invoice; ``code`` None with ``options`` when a shared sign stays open."""

    code: str | None
    tokens: tuple[Token, ...] = ()
    options: tuple[str, ...] = ()
    sure: bool = False
    others: tuple[str, ...] = ()
    """Further currencies that the page prints amounts in."""


def mark_of(token: Token) -> Mark | None:
    """The currency that a word names, if it does."""
    text = token.text
    if text.isalpha() and text.isascii() and len(text) > 5:
        return None  # an ordinary word, the commonest case
    bare = text.strip("()[]:;,*/")
    if len(bare) == 3 and bare in CODES:
        return Mark(bare, bare, token)
    if len(bare) > 5 or not bare:
        return _inside(token)
    small = bare.lower()
    if small in _SIGNS:
        return Mark(_SIGNS[small], bare, token)
    if small in _SHARED:
        return Mark(None, small, token)
    return _inside(token)


_DOLLARS = pairs("us:USD u.s.:USD ca:CAD c:CAD au:AUD a:AUD nz:NZD hk:HKD sg:SGD s:SGD")


def _of_country(tokens: Sequence[Token], index: int, mark: Mark) -> Mark:
    """``US $12.00`` with a space between the country and its dollar."""
    before = tokens[index - 1] if index else None
    if before is None or mark.code is not None or mark.sign != "$" or not before.text.isupper():
        return mark
    near = mark.token.x0 - before.x1 < 0.6 * mark.token.height
    code = _DOLLARS.get(before.text.lower()) if near else None
    return mark._replace(code=code) if code else mark


def _inside(token: Token) -> Mark | None:
    """``Amount(€)``, ``Price/EUR``, ``-$47.90``: a sign within a longer word."""
    for sign in "€£$":
        if sign in token.text and "://" not in token.text:
            return Mark(_SIGNS.get(sign), sign, token)
    if token.text.startswith("(") and token.text[1:4] in CODES and token.text[4:5] in {"", ")"}:
        return Mark(token.text[1:4], token.text[1:4], token)
    return None


class Marks:
    """The currencies of a document, by line."""

    def __init__(self, layout: Layout) -> None:
        """Looks at every word once."""
        self.of_line: dict[int, list[Mark]] = {}
        for line in layout.lines:
            found = [
                _of_country(line.tokens, index, mark)
                for index, token in enumerate(line.tokens)
                if (mark := mark_of(token))
            ]
            found += _spelled(line)
            if found:
                self.of_line[line.index] = found
        self.headers = [
            index for index, marks in self.of_line.items() if len({mark.code for mark in marks if mark.code}) > 1
        ]
        self.layout = layout

    def of(self, number: Number, line: Line) -> Mark | None:
        """The currency printed beside an amount, or at the head of its column."""
        nearest: Mark | None = None
        gap = 1.6 * number.tokens[0].height
        for mark in self.of_line.get(line.index, ()):
            apart = max(number.x0 - mark.token.x1, mark.token.x0 - number.x1)
            if -1 <= apart < gap or mark.token in number.tokens:
                nearest, gap = mark, max(apart, 0.0) + 0.01
        if nearest is not None and nearest.code:
            return nearest
        named = {mark.code: mark for mark in self.of_line.get(line.index, ()) if mark.code}
        if len(named) == 1:
            # "Total (CAD)  $ 640.00": the only currency that the row names.
            return next(iter(named.values()))
        return nearest or self._above(number, line)

    def _above(self, number: Number, line: Line) -> Mark | None:
        for index in reversed(self.headers):
            head = self.layout.lines[index]
            if index >= line.index or head.page is not line.page:
                continue
            for mark in self.of_line[index]:
                if mark.code and min(mark.token.x1, number.x1) - max(mark.token.x0, number.x0) > 0:
                    return mark
        return None


def _spelled(line: Line) -> Iterable[Mark]:
    for one, two in zip(line.tokens, line.tokens[1:], strict=False):
        code = _WORDS.get((one.fold, two.fold))
        if code:
            yield Mark(code, code, one)


def currency_of(hits: Hits, marks: Marks, beside_totals: Iterable[Mark], country: str | None) -> Currency:
    """The invoice's currency: what stands beside its totals, what a label says, what the page prints."""
    totals = list(beside_totals)
    said = spoken(hits)
    everywhere = [mark for found in marks.of_line.values() for mark in found]
    printed = Counter(mark.code for mark in everywhere if mark.code)
    signs = {mark.sign for mark in totals if mark.code is None}
    if signs and not any(mark.code for mark in totals):
        # The totals bear a shared sign: other currencies of the page are equivalents, only a label can settle it.
        meant = [mark for mark in (*said, *everywhere) if any(mark.code in _SHARED[sign] for sign in signs)]
        sources: tuple[list[Mark], ...] = (meant,)
    else:
        sources = (totals, said, everywhere)
    for source in sources:
        codes = Counter(mark.code for mark in source if mark.code)
        if codes:
            return _decided(codes, source, said, printed)
    shared = Counter(mark.sign for mark in totals or everywhere if mark.code is None)
    if not shared:
        return Currency(None)
    sign = shared.most_common(1)[0][0]
    tokens = tuple(mark.token for mark in totals or everywhere if mark.sign == sign)[:1]
    settled = _BY_COUNTRY[sign].get(country or "")
    return Currency(settled, tokens, () if settled else _SHARED[sign])


def spoken(hits: Hits) -> list[Mark]:
    """The currencies that a label announces."""
    return [mark for hit in hits.of("currency") for mark in _said(hits, hit)]


def _decided(codes: Counter[str], source: list[Mark], said: list[Mark], printed: Counter[str]) -> Currency:
    announced = {mark.code for mark in said}
    best = max(codes, key=lambda code: (codes[code], code in announced))
    token = next(mark.token for mark in source if mark.code == best)
    others = tuple(code for code in printed if code != best)
    sure = not others or (announced == {best} and set(codes) == {best})
    return Currency(best, (token,), sure=sure, others=others)


def _said(hits: Hits, hit: Hit) -> Iterable[Mark]:
    tokens = hits.beside(hit) or [token for cell in hits.next_cells(hit)[:1] for token in cell.tokens]
    if not tokens:
        tokens = [token for cell in hits.below(hit)[:1] for token in cell.tokens]
    for token in tokens[:3]:
        mark = mark_of(token)
        if mark:
            yield mark
