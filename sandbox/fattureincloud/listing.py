"""Lists as they really behave: 50 rows a page, fewer than 5 refused, a Laravel envelope, chosen fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Response, request

from sandbox.fattureincloud import query
from sandbox.fattureincloud.answers import answer
from sandbox.fattureincloud.failures import ApiError, invalid
from sandbox.fattureincloud.store import Store

DEFAULT_PER_PAGE = 50
MIN_PER_PAGE = 5
MAX_PER_PAGE = 100
_FRAGILE = {"items_list", "payments_list"}


def respond(
    store: Store, rows: list[dict[str, Any]], *, filterable: Sequence[str], sortable: Sequence[str]
) -> Response:
    """Filter, sort, cut to a page and envelop. ``rows`` are whole; the caller's fieldset was applied by then."""
    return answer(_envelope(store, chosen(rows, filterable=filterable, sortable=sortable)))


def chosen(rows: list[dict[str, Any]], *, filterable: Sequence[str], sortable: Sequence[str]) -> list[dict[str, Any]]:
    """Rows that pass ``q``, in the order of ``sort``.

    Raises:
        ApiError: 422.
    """
    text = request.args.get("q", "").strip()
    if text:
        matches = query.parse(text, filterable)
        rows = [row for row in rows if matches(row)]
    for key in reversed([key.strip() for key in request.args.get("sort", "").split(",") if key.strip()]):
        name = key.lstrip("-")
        if name not in sortable:
            raise ApiError(422, f"Il campo {name} non può essere usato per ordinare.", code="INVALID_SORT")
        rows = sorted(rows, key=lambda row: _sort_key(row, name), reverse=key.startswith("-"))
    return rows


def _sort_key(row: dict[str, Any], name: str) -> tuple[bool, str, Any]:
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return (value is not None, "" if value is None else type(value).__name__, 0 if value is None else value)


def _envelope(store: Store, rows: list[dict[str, Any]]) -> dict[str, Any]:
    page = _whole("page", 1)
    per_page = _whole("per_page", DEFAULT_PER_PAGE)
    if page < 1:
        raise invalid({"page": ["Il campo page deve essere almeno 1."]})
    if not MIN_PER_PAGE <= per_page <= MAX_PER_PAGE:
        raise invalid({"per_page": [f"Il campo per_page deve essere compreso tra {MIN_PER_PAGE} e {MAX_PER_PAGE}."]})
    last = max(1, -(-len(rows) // per_page))
    first_row = (page - 1) * per_page
    part = rows[first_row : first_row + per_page]
    path = f"{store.world.public_url}{request.script_root}{request.path}"

    def url(number: int) -> str:
        return f"{path}?page={number}"

    return {
        "current_page": page,
        "data": [projected(row) for row in part],
        "first_page_url": url(1),
        "from": first_row + 1 if part else None,
        "last_page": last,
        "last_page_url": url(last),
        "next_page_url": url(page + 1) if page < last else None,
        "path": path,
        "per_page": per_page,
        "prev_page_url": url(page - 1) if page > 1 else None,
        "to": first_row + len(part) if part else None,
        "total": len(rows),
    }


def _whole(name: str, default: int) -> int:
    text = request.args.get(name)
    if text is None:
        return default
    if not text.lstrip("-").isdigit():
        raise invalid({name: [f"Il campo {name} deve essere un numero intero."]})
    return int(text)


def fieldset() -> str:
    """Raises: ApiError 422."""
    value = request.args.get("fieldset", "basic")
    if value not in {"basic", "detailed", "fic_view"}:
        raise invalid({"fieldset": ["Il campo fieldset non è valido."]})
    return value


def wanted_fields() -> list[str]:
    return [name.strip() for name in request.args.get("fields", "").split(",") if name.strip()]


def projected(row: dict[str, Any]) -> dict[str, Any]:
    """Only the fields asked for.

    Raises:
        ApiError: 500 when the item or payment list is asked for without the id: a known fault of the service.
    """
    names = wanted_fields()
    if not names:
        return row
    if _FRAGILE & set(names) and "id" not in names:
        raise ApiError(500, "Errore interno del server.")
    return {name: row[name] for name in names if name in row}
