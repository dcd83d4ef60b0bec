"""The ``q`` filter of lists: a small SQL-like language.

``field op value`` with AND, OR and parentheses. Strings stand in single quotes and have no escape, as far as
is known: a quote inside a string is an error here, so that nobody comes to rely on one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from sandbox.fattureincloud.failures import ApiError

Match = Callable[[dict[str, Any]], bool]

_TOKEN = re.compile(
    r"\s*(?:(?P<string>'[^']*')|(?P<number>-?\d+(?:\.\d+)?)(?![\w-])"
    r"|(?P<op><>|!=|>=|<=|=|>|<)|(?P<paren>[()])|(?P<word>[A-Za-z_][\w.]*))"
)
_OPERATORS = (
    "is not null", "is null", "not like", "not contains", "like", "contains", "starts with", "ends with",
)  # fmt: skip
_ANY_SUBJECT = "any_subject"


def parse(text: str, fields: Sequence[str]) -> Match:
    """A test for rows.

    Raises:
        ApiError: 422, when the text is not in the language or names a field that cannot be filtered on.
    """
    return _Parser(text, fields).parse()


def _broken() -> ApiError:
    return ApiError(422, "Il filtro q non è valido.", code="INVALID_QUERY")


class _Parser:
    def __init__(self, text: str, fields: Sequence[str]) -> None:
        self._fields = set(fields)
        self._tokens: list[tuple[str, str]] = []
        position = 0
        text = text.rstrip()
        while position < len(text):
            match = _TOKEN.match(text, position)
            if match is None or match.lastgroup is None:
                raise _broken()
            self._tokens.append((match.lastgroup, match.group(match.lastgroup)))
            position = match.end()

    def parse(self) -> Match:
        match = self._alternatives()
        if self._tokens:
            raise _broken()
        return match

    def _alternatives(self) -> Match:
        parts = [self._conjunction()]
        while self._word("or"):
            parts.append(self._conjunction())
        return lambda row: any(part(row) for part in parts)

    def _conjunction(self) -> Match:
        parts = [self._comparison()]
        while self._word("and"):
            parts.append(self._comparison())
        return lambda row: all(part(row) for part in parts)

    def _comparison(self) -> Match:
        if self._take("paren", "("):
            inside = self._alternatives()
            if not self._take("paren", ")"):
                raise _broken()
            return inside
        field = self._next("word")
        if field not in self._fields:
            raise ApiError(422, f"Il campo {field} non può essere usato nei filtri.", code="INVALID_QUERY")
        operator = self._operator()
        if operator in {"is null", "is not null"}:
            wanted = operator == "is null"
            return lambda row: all((value is None) == wanted for value in _values(row, field))
        value = self._value()
        return lambda row: _holds(operator, _values(row, field), value)

    def _operator(self) -> str:
        if self._tokens and self._tokens[0][0] == "op":
            symbol = self._tokens.pop(0)[1]
            return "<>" if symbol == "!=" else symbol
        for words in _OPERATORS:
            parts = words.split()
            ahead = [text.lower() for kind, text in self._tokens[: len(parts)] if kind == "word"]
            if ahead == parts:
                del self._tokens[: len(parts)]
                return words
        raise _broken()

    def _value(self) -> str | Decimal:
        if not self._tokens:
            raise _broken()
        kind, text = self._tokens.pop(0)
        if kind == "string":
            return text[1:-1]
        if kind == "number":
            return Decimal(text)
        raise _broken()

    def _word(self, word: str) -> bool:
        if self._tokens and self._tokens[0][0] == "word" and self._tokens[0][1].lower() == word:
            self._tokens.pop(0)
            return True
        return False

    def _take(self, kind: str, text: str) -> bool:
        if self._tokens and self._tokens[0] == (kind, text):
            self._tokens.pop(0)
            return True
        return False

    def _next(self, kind: str) -> str:
        if not self._tokens or self._tokens[0][0] != kind:
            raise _broken()
        return self._tokens.pop(0)[1]


def _values(row: dict[str, Any], field: str) -> list[Any]:
    if field == _ANY_SUBJECT:
        return [row.get("subject"), row.get("visible_subject")]
    value: Any = row
    for part in field.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return [value]


def _holds(operator: str, values: list[Any], wanted: str | Decimal) -> bool:
    negative = {"not like": "like", "not contains": "contains", "<>": "="}
    if operator in negative:
        return not _holds(negative[operator], values, wanted)
    return any(_one(operator, value, wanted) for value in values if value is not None)


def _one(operator: str, value: Any, wanted: str | Decimal) -> bool:
    if operator in {"=", ">", ">=", "<", "<="}:
        left, right = _comparable(value, wanted)
        answers: dict[str, bool] = {
            "=": left == right, ">": left > right, ">=": left >= right, "<": left < right, "<=": left <= right,
        }  # fmt: skip
        return answers[operator]
    text, part = str(value).lower(), str(wanted).lower()
    if operator == "like":
        pattern = re.escape(part).replace("%", ".*").replace("_", ".")
        return re.fullmatch(pattern, text, re.DOTALL) is not None
    if operator == "contains":
        return part in text
    return text.startswith(part) if operator == "starts with" else text.endswith(part)


def _comparable(value: Any, wanted: str | Decimal) -> tuple[Any, Any]:
    """Numbers as numbers; dates and words as text, without regard to case."""
    try:
        return Decimal(str(value)), Decimal(str(wanted))
    except InvalidOperation:
        return str(value).lower(), str(wanted).lower()
