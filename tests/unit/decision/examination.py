"""Reading the casebook and comparing an answer of ``autofatture advise`` with what a case expects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

CASEBOOK = Path(__file__).parent / "casebook"


class Case(NamedTuple):
    name: str
    source: str
    facts: dict[str, Any]
    expect: dict[str, Any]


def all_cases() -> list[Case]:
    return [case for path in sorted(CASEBOOK.glob("*.json")) if path.name != "bases.json" for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    bases = json.loads((CASEBOOK / "bases.json").read_text(encoding="utf-8"))
    for entry in json.loads(path.read_text(encoding="utf-8")):
        facts = entry["facts"] if "facts" in entry else _merged(bases[entry["like"]], entry.get("but", {}))
        name = f"{path.stem}: {entry['id']}"
        if "each" not in entry:
            yield Case(name, entry["source"], facts, entry["expect"])
        for variant, differs in entry.get("each", {}).items():
            yield Case(f"{name}/{variant}", entry["source"], _merged(facts, differs), entry["expect"])


def _merged(base: dict[str, Any], differs: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in differs.items():
        inner = base.get(key)
        merged[key] = _merged(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return merged


def disagreements(answer: dict[str, Any], expect: dict[str, Any]) -> list[str]:
    """Every expectation that the answer does not meet, in words."""
    return [
        f"{key} = {wanted!r}: {said}"
        for key, wanted in expect.items()
        if (said := EXPECTATIONS[key](answer, wanted)) is not None
    ]


def _one_of(answer: dict[str, Any], wanted: str | list[str]) -> str | None:
    """``outcome``: the outcome, or the outcomes that the sources allow."""
    allowed = wanted if isinstance(wanted, list) else [wanted]
    return None if answer["outcome"] in allowed else f"answered {answer['outcome']} ({answer['reason']})"


def _none_of(answer: dict[str, Any], unwanted: list[str]) -> str | None:
    """``outcome_not``: outcomes that would be a wrong filing."""
    return f"answered {answer['outcome']}" if answer["outcome"] in unwanted else None


def _rate(answer: dict[str, Any], wanted: str | None) -> str | None:
    """``rate``: compared as a number."""
    rate = answer["vat_treatment"]["rate"]
    same = rate is None if wanted is None else rate is not None and Decimal(rate) == Decimal(wanted)
    return None if same else f"rate {rate}"


def _rate_not(answer: dict[str, Any], unwanted: str) -> str | None:
    """``rate_not``: a rate that would be wrong."""
    rate = answer["vat_treatment"]["rate"]
    return f"rate {rate}" if rate is not None and Decimal(rate) == Decimal(unwanted) else None


def _base(answer: dict[str, Any], wanted: str | None) -> str | None:
    """``base``: compared as a number."""
    base = answer["vat_treatment"]["base"]
    same = base is None if wanted is None else base is not None and Decimal(base) == Decimal(wanted)
    return None if same else f"base {base}"


def _natura(answer: dict[str, Any], wanted: str | None) -> str | None:
    """``natura``: the code, or null where a rate applies."""
    natura = answer["vat_treatment"]["natura"]
    return None if natura == wanted else f"natura {natura}"


def _natura_like(answer: dict[str, Any], pattern: str) -> str | None:
    """``natura_re``: any of the codes that the sources leave open."""
    natura = answer["vat_treatment"]["natura"] or ""
    return None if re.search(pattern, natura) else f"natura {natura}"


def _vat_question(answer: dict[str, Any], wanted: bool | str) -> str | None:
    """``vat_question``: whether the rate is asked about, or what the question must name."""
    question = answer["vat_treatment"]["question"]
    if isinstance(wanted, str):
        return None if question and _found(wanted, question) else f"question {question!r}"
    return None if bool(question) == wanted else f"question {question!r}"


def _equal(key: str) -> Any:
    """``document_date``, ``vat_period`` and the deadlines: exactly this, null included."""
    return lambda answer, wanted: None if answer[key] == wanted else f"{answer[key]}"


def _not_before(answer: dict[str, Any], day: str) -> str | None:
    """``document_date_not_before``: SdI 00418."""
    found = answer["document_date"]
    return None if found is None or found >= day else f"{found}"


def _reason(answer: dict[str, Any], patterns: list[str]) -> str | None:
    """``reason``: the deciding facts that the sentence must name."""
    missing = [pattern for pattern in patterns if not _found(pattern, answer["reason"])]
    return f"reason without {missing}: {answer['reason']}" if missing else None


def _says(answer: dict[str, Any], patterns: list[str]) -> str | None:
    """``says``: what the answer must contain somewhere."""
    missing = [pattern for pattern in patterns if not _found(pattern, _text(answer))]
    return f"nothing about {missing} in: {_text(answer)}" if missing else None


def _says_not(answer: dict[str, Any], patterns: list[str]) -> str | None:
    """``says_not``: what would be noise or a wrong promise."""
    found = [pattern for pattern in patterns if _found(pattern, _text(answer))]
    return f"says {found}: {_text(answer)}" if found else None


def _asks(answer: dict[str, Any], patterns: list[str]) -> str | None:
    """``asks``: questions that must be there."""
    missing = [pattern for pattern in patterns if not _found(pattern, _questions(answer))]
    return f"does not ask {missing}: {_questions(answer)!r}" if missing else None


def _asks_not(answer: dict[str, Any], patterns: list[str]) -> str | None:
    """``asks_not``: questions whose answer is already known."""
    found = [pattern for pattern in patterns if _found(pattern, _questions(answer))]
    return f"asks {found}: {_questions(answer)!r}" if found else None


def _asks_or_note(answer: dict[str, Any], pattern: str) -> str | None:
    """``asks_or_note``: said as a question or as a note."""
    text = f"{_questions(answer)} {' '.join(answer['notes'])} {answer['vat_treatment']['question'] or ''}"
    return None if _found(pattern, text) else f"no question or note: {text!r}"


def _no_questions(answer: dict[str, Any], wanted: bool) -> str | None:
    """``questions_none``: everything is known, so nothing is asked."""
    return None if wanted == (not answer["questions"]) else f"asks {_questions(answer)!r}"


def _alternatives(answer: dict[str, Any], wanted: list[str]) -> str | None:
    """``alternatives``: outcomes that must be offered."""
    offered = [one["outcome"] for one in answer["alternatives"]]
    missing = [one for one in wanted if one not in offered]
    return f"alternatives {offered}" if missing else None


def _alternatives_not(answer: dict[str, Any], unwanted: list[str]) -> str | None:
    """``alternatives_not``: outcomes that must not be offered."""
    offered = [one["outcome"] for one in answer["alternatives"]]
    return f"alternatives {offered}" if set(offered) & set(unwanted) else None


def _exchange(answer: dict[str, Any], wanted: None) -> str | None:
    """``exchange_rate``: null, for what is in euro or in a currency that is not known."""
    return None if answer["exchange_rate"] is wanted else f"{answer['exchange_rate']}"


def _exchange_day(answer: dict[str, Any], wanted: str | None) -> str | None:
    """``exchange_day``: the day that the rate must have; the rate itself is not known offline, and never 1."""
    rate = answer["exchange_rate"]
    if wanted is None:
        return None if rate is None else f"{rate}"
    return None if rate and rate["day"] == wanted and rate["units_per_eur"] is None else f"{rate}"


def _confidence(answer: dict[str, Any], wanted: str) -> str | None:
    """``confidence``: the word."""
    return None if answer["confidence"] == wanted else f"{answer['confidence']} {_questions(answer)}"


def _confidence_not(answer: dict[str, Any], unwanted: str) -> str | None:
    """``confidence_not``: a word that promises too much."""
    return f"{answer['confidence']}" if answer["confidence"] == unwanted else None


def _law(answer: dict[str, Any], patterns: list[str]) -> str | None:
    """``law``: texts that must be cited, in the treatment or among the texts."""
    missing = [pattern for pattern in patterns if not _found(pattern, _cited(answer))]
    return f"cites {_cited(answer)!r}" if missing else None


def _law_not(answer: dict[str, Any], patterns: list[str]) -> str | None:
    """``law_not``: texts that are not in force on that day."""
    return f"cites {_cited(answer)!r}" if any(_found(pattern, _cited(answer)) for pattern in patterns) else None


def _letters(answer: dict[str, Any], languages: list[str]) -> str | None:
    """``letters``: the languages of the letter to the supplier."""
    letters = (answer["correction"] or {}).get("letters", {})
    return None if all(letters.get(language) for language in languages) else f"letters in {list(letters)}"


def _fallback(answer: dict[str, Any], wanted: bool) -> str | None:
    """``fallback``: whether the day from which the purchaser regularises can be computed."""
    day = (answer["correction"] or {}).get("fallback_from")
    return None if bool(day) == wanted else f"fallback from {day}"


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _questions(answer: dict[str, Any]) -> str:
    return " | ".join(f"{one['code']} {one['fact']} {one['text']}" for one in answer["questions"])


def _cited(answer: dict[str, Any]) -> str:
    return " | ".join([answer["vat_treatment"]["legal_reference"] or "", answer["rule"], *answer["law"]])


def _text(answer: dict[str, Any]) -> str:
    shown = {key: value for key, value in answer.items() if key not in ("correction", "law", "rule")}
    steps = (answer["correction"] or {}).get("steps", [])
    return json.dumps([shown, steps], ensure_ascii=False)


EXPECTATIONS = {
    "outcome": _one_of,
    "outcome_not": _none_of,
    "rate": _rate,
    "rate_not": _rate_not,
    "base": _base,
    "natura": _natura,
    "natura_re": _natura_like,
    "vat_question": _vat_question,
    "document_date": _equal("document_date"),
    "document_date_not_before": _not_before,
    "vat_period": _equal("vat_period"),
    "deadline": _equal("deadline"),
    "deadline_effective": _equal("deadline_effective"),
    "reason": _reason,
    "says": _says,
    "says_not": _says_not,
    "asks": _asks,
    "asks_not": _asks_not,
    "asks_or_note": _asks_or_note,
    "questions_none": _no_questions,
    "alternatives": _alternatives,
    "alternatives_not": _alternatives_not,
    "exchange_rate": _exchange,
    "exchange_day": _exchange_day,
    "confidence": _confidence,
    "confidence_not": _confidence_not,
    "law": _law,
    "law_not": _law_not,
    "letters": _letters,
    "fallback": _fallback,
}
