"""Suppliers: the registry that self-invoices take their counterparts from."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response

from sandbox import exact_json
from sandbox.fattureincloud import access, listing
from sandbox.fattureincloud.answers import answer, data_of, empty, payload
from sandbox.fattureincloud.countries import BY_NAME
from sandbox.fattureincloud.failures import ApiError, invalid, not_found
from sandbox.fattureincloud.store import Store

FIELDS = (
    "code", "name", "type", "first_name", "last_name", "contact_person", "vat_number", "tax_code", "address_street",
    "address_postal_code", "address_city", "address_province", "address_extra", "country", "country_iso", "email",
    "certified_email", "phone", "fax", "notes", "bank_iban",
)  # fmt: skip
FILTERABLE = (
    "id", "code", "name", "type", "vat_number", "tax_code", "address_street", "address_postal_code", "address_city",
    "address_province", "country", "email", "certified_email", "phone", "fax", "notes", "e_invoice", "ei_code",
    "created_at", "updated_at",
)  # fmt: skip
TYPES = {"company", "person", "pa", "condo"}
_BASIC = {"id", "code", "name", "type", "vat_number", "tax_code", "country", "created_at", "updated_at"}


def blueprint(store: Store) -> Blueprint:
    routes = Blueprint("entities", __name__, url_prefix="/c/<int:company_id>/entities/suppliers")

    @routes.get("")
    def list_suppliers(company_id: int) -> Response:
        access.visit(store, company_id).need("entity.suppliers:r")
        rows = store.suppliers(company_id)
        if listing.fieldset() == "basic" and not listing.wanted_fields():
            rows = [{name: row[name] for name in row if name in _BASIC} for row in rows]
        return listing.respond(store, rows, filterable=FILTERABLE, sortable=FILTERABLE)

    @routes.post("")
    def create_supplier(company_id: int) -> Response:
        access.visit(store, company_id).need("entity.suppliers:a")
        with store.database.transaction():
            return answer({"data": create(store, company_id, data_of(payload()))})

    @routes.get("/<int:supplier_id>")
    def get_supplier(company_id: int, supplier_id: int) -> Response:
        access.visit(store, company_id).need("entity.suppliers:r")
        return answer({"data": listing.projected(_existing(store, company_id, supplier_id))})

    @routes.put("/<int:supplier_id>")
    def modify_supplier(company_id: int, supplier_id: int) -> Response:
        access.visit(store, company_id).need("entity.suppliers:a")
        with store.database.transaction():
            supplier = _existing(store, company_id, supplier_id) | _checked(data_of(payload()), partial=True)
            supplier["updated_at"] = store.clock.rome()
            _keep(store, supplier)
            return answer({"data": supplier})

    @routes.delete("/<int:supplier_id>")
    def delete_supplier(company_id: int, supplier_id: int) -> Response:
        access.visit(store, company_id).need("entity.suppliers:a")
        with store.database.transaction():
            _existing(store, company_id, supplier_id)
            store.database.run("DELETE FROM supplier WHERE supplier_id = ?", supplier_id)
        return empty()

    return routes


def create(store: Store, company_id: int, data: dict[str, Any]) -> dict[str, Any]:
    """Raises: ApiError 422 for wrong data, 409 for a code that another supplier has."""
    fields = _checked(data, partial=False)
    if fields.get("code") and any(other.get("code") == fields["code"] for other in store.suppliers(company_id)):
        raise ApiError(409, "Esiste già un fornitore con questo codice.", code="DUPLICATE")
    supplier_id = store.database.run("INSERT INTO supplier (company_id, data) VALUES (?, '{}')", company_id)
    now = store.clock.rome()
    supplier = {
        "id": supplier_id,
        **dict.fromkeys(FIELDS, ""),
        "type": None,
        "country": "Italia",
        **fields,
        "created_at": now,
        "updated_at": now,
    }
    supplier["country_iso"] = BY_NAME[supplier["country"]].iso
    _keep(store, supplier)
    return supplier


def _keep(store: Store, supplier: dict[str, Any]) -> None:
    store.database.run("UPDATE supplier SET data = ? WHERE supplier_id = ?", exact_json.dumps(supplier), supplier["id"])


def _existing(store: Store, company_id: int, supplier_id: int) -> dict[str, Any]:
    supplier = store.supplier(company_id, supplier_id)
    if supplier is None:
        raise not_found("Il fornitore non esiste.")
    return supplier


def _checked(data: dict[str, Any], *, partial: bool) -> dict[str, Any]:
    wrong: dict[str, list[str]] = {}
    if not partial or "name" in data:
        name = data.get("name")
        if not isinstance(name, str) or not name.strip():
            wrong["data.name"] = ["Il campo nome è obbligatorio."]
    if data.get("country") and data["country"] not in BY_NAME:
        wrong["data.country"] = ["Il paese non è valido."]
    if data.get("type") is not None and data["type"] not in TYPES:
        wrong["data.type"] = ["Il tipo non è valido."]
    if wrong:
        raise invalid(wrong)
    return {name: data[name] for name in FIELDS if data.get(name) is not None}
