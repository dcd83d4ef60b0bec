"""Suppliers and numbers of invoices in a form that ignores how they were typed."""

from __future__ import annotations

import re

from autofatture.domain.draft import Draft

LEGAL_FORMS = frozenset(
    {
        "ltd", "limited", "llc", "inc", "incorporated", "corp", "corporation", "co", "company", "plc", "llp", "lp",
        "pbc", "pty", "pte", "gmbh", "ag", "kg", "ug", "ohg", "gbr", "sarl", "sas", "sasu", "eurl", "sa", "srl",
        "srls", "spa", "bv", "nv", "vof", "bvba", "sl", "slu", "lda", "oy", "oyj", "ab", "as", "asa", "aps", "uc",
        "dac", "kft", "zrt", "sro", "doo", "ou", "uab", "sia", "se",
    }
)  # fmt: skip
_ARTICLES = frozenset({"the", "die", "das", "der", "la", "le", "les", "il", "lo", "los", "el", "de", "het"})
_SHORTEST_NAME = 3
"""Letters that a name needs to say whose it is."""


def supplier_key(draft: Draft) -> str | None:
    """A supplier is its VAT id, else its name; None without either."""
    return number_key(draft.supplier.vat_id or draft.supplier.name)


def number_key(text: str | None) -> str | None:
    """Small letters and digits without leading zeros."""
    return re.sub(r"[\W_]", "", (text or "").casefold()).lstrip("0") or None


def name_key(name: str | None) -> str | None:
    """The words of a name in small letters, without punctuation, legal form and leading article."""
    words = re.findall(r"\w+", re.sub(r"[.'’]", "", (name or "").casefold()))
    kept = [word for word in words if word not in LEGAL_FORMS] or words
    if len(kept) > 1 and kept[0] in _ARTICLES:
        kept = kept[1:]
    return " ".join(kept) or None


def alike(one: str | None, other: str | None) -> bool:
    """Whether one of two names of :func:`name_key` is the other, or its beginning: "openai" and "openai ireland"."""
    if not one or not other:
        return False
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    return long[: len(short)] == short and len("".join(short)) >= _SHORTEST_NAME


def akin(one: str | None, other: str | None) -> bool:
    """Whether two names begin with one word, as a rule the trade name: enough to ask a person, not to decide."""
    if not one or not other:
        return False
    return alike(one, other) or alike(one.split()[0], other)
