"""Filling the JSON schema of a request with what was read.

The schema is the product's and may change: a leaf is recognised by the words in the names that lead to it
(``supplier.name``, ``supplier_name``, ``fields.supplier_name.value``). What is not known stays empty.
"""

from __future__ import annotations

import re
from typing import Any

from sandbox.anthropic.facts import Facts, Found

Schema = dict[str, Any]

_SYNONYMS = {
    "seller": "supplier", "vendor": "supplier", "issuer": "supplier", "cedente": "supplier",
    "buyer": "customer", "recipient": "customer", "client": "customer",
    "number": "number", "no": "number", "vatid": "vat_id", "taxable": "net", "tax": "vat", "zip": "postal",
}  # fmt: skip
_RULES: tuple[tuple[frozenset[str], str], ...] = tuple(
    (frozenset(words.split()), fact)
    for words, fact in (
        ("supplier vat id", "supplier_vat_id"),
        ("customer vat id", "customer_vat_id"),
        ("supplier country", "supplier_country"),
        ("supplier street", "supplier_street"),
        ("supplier name", "supplier_name"),
        ("customer name", "customer_name"),
        ("invoice number", "invoice_number"),
        ("document number", "invoice_number"),
        ("invoice date", "invoice_date"),
        ("document date", "invoice_date"),
        ("issue date", "invoice_date"),
        ("due date", "due_date"),
        ("total net", "total_net"),
        ("total vat", "total_vat"),
        ("total gross", "total_gross"),
        ("total due", "total_gross"),
        ("document kind", "document_kind"),
        ("credit note", "is_credit_note"),
        ("currency", "currency"),
        ("nature", "nature"),
        ("language", "language"),
    )
)
_WRAPPED = {"value", "verbatim", "as_printed", "text"}
_QUOTES = {"quote", "evidence", "snippet"}
_UNKNOWN = ("unknown", "other", "none", "not_found", "missing", "unspecified", "")


def fill(schema: Schema, facts: Facts) -> Any:
    """A value that conforms to ``schema``."""
    return _Filler(schema, facts).value(schema, (), None)


class _Filler:
    def __init__(self, root: Schema, facts: Facts) -> None:
        self._definitions = {**root.get("definitions", {}), **root.get("$defs", {})}
        self._facts = facts

    def value(self, schema: Schema, path: tuple[str, ...], item: dict[str, Found] | None) -> Any:
        """``item`` is the row that a list element is filled from, inside lists."""
        schema = self._resolved(schema)
        if "const" in schema:
            return schema["const"]
        if "anyOf" in schema:
            return self._any_of(schema["anyOf"], path, item)
        kind = schema.get("type", "string" if "enum" in schema else "object")
        if isinstance(kind, list):
            return self._any_of([{**schema, "type": one} for one in kind], path, item)
        if kind == "object":
            names = schema.get("properties", {})
            return {name: self.value(inner, (*path, name), item) for name, inner in names.items()}
        if kind == "array":
            return [self.value(schema.get("items", {}), (*path, "item"), row) for row in self._rows(path)]
        return self._leaf(schema, kind, path, item)

    def _resolved(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            schema = self._definitions[schema["$ref"].rpartition("/")[2]]
        return schema["allOf"][0] if "allOf" in schema and len(schema["allOf"]) == 1 else schema

    def _any_of(self, choices: list[Schema], path: tuple[str, ...], item: dict[str, Found] | None) -> Any:
        solid = [self._resolved(choice) for choice in choices if choice.get("type") != "null"]
        nullable = len(solid) < len(choices)
        is_container = bool(solid) and solid[0].get("type") in {"object", "array"}
        if nullable and not is_container and self._found(path, item) is None:
            return None
        return self.value(solid[0], path, item)

    def _rows(self, path: tuple[str, ...]) -> list[dict[str, Found]]:
        name = path[-1] if path else ""
        if "vat_id" in name or name == "tax_ids":
            customer = self._facts.fields.get("customer_vat_id")
            return [
                {"value": found, "vat_id": found, "party": Found("customer" if found is customer else "supplier")}
                for found in self._facts.vat_ids
            ]
        return self._facts.lines if name in {"lines", "items", "line_items"} else []

    def _found(self, path: tuple[str, ...], item: dict[str, Found] | None) -> Found | None:
        if item is not None:
            inner = [name for name in path[path.index("item") + 1 :] if name not in _WRAPPED | _QUOTES | {"page"}]
            return item.get(inner[-1] if inner else "value")
        names = [name for name in path if name not in _WRAPPED | _QUOTES | {"page"}]
        words = {_SYNONYMS.get(word, word) for name in names for word in re.split(r"[_\W]+", name.lower())}
        return next((self._facts.fields.get(fact) for needed, fact in _RULES if needed <= words), None)

    def _leaf(self, schema: Schema, kind: str, path: tuple[str, ...], item: dict[str, Found] | None) -> Any:
        found = self._found(path, item)
        name = path[-1] if path else ""
        if "enum" in schema:
            return _one_of(schema["enum"], found)
        if kind in {"integer", "number"}:
            return found.page if found is not None and name == "page" else self._facts.pages if name == "pages" else 0
        if kind == "boolean":
            return found is not None and found.value == "true"
        if kind == "null" or found is None:
            return None if kind == "null" else ""
        return found.quote if name in _QUOTES else found.value


def _one_of(choices: list[Any], found: Found | None) -> Any:
    for choice in choices:
        if found is not None and str(choice).lower() == found.value.lower():
            return choice
    return next((choice for word in _UNKNOWN for choice in choices if str(choice).lower() == word), choices[0])
