"""Issued documents: create, read, list, modify, delete, totals, and what a client asks before creating."""

from __future__ import annotations

from typing import Any, Literal

from flask import Blueprint, Response, request

from sandbox.fattureincloud import access, bodies, document_rules, listing, reference_data, totals, webhooks
from sandbox.fattureincloud.access import Visit
from sandbox.fattureincloud.answers import answer, data_of, empty, payload
from sandbox.fattureincloud.companies import documents_used
from sandbox.fattureincloud.failures import ApiError, forbidden, invalid
from sandbox.fattureincloud.scopes import DOCUMENT_TYPES
from sandbox.fattureincloud.store import Store

SORTABLE = (
    "entity.id", "entity.name", "entity.vat_number", "entity.tax_code", "entity.city", "entity.province",
    "entity.country", "date", "number", "numeration", "amount_net", "amount_vat", "amount_gross", "next_due_date",
    "created_at", "updated_at",
)  # fmt: skip
FILTERABLE = (*SORTABLE, "type", "any_subject")


def blueprint(store: Store) -> Blueprint:
    routes = Blueprint("documents", __name__, url_prefix="/c/<int:company_id>/issued_documents")

    @routes.get("")
    def list_documents(company_id: int) -> Response:
        here = access.visit(store, company_id)
        document_type = _type_asked(here)
        detailed = listing.fieldset() != "basic" or bool(listing.wanted_fields())
        newest = store.clock.timestamp() - store.world.options.search_lag_seconds
        rows = [
            bodies.row(store, document, detailed=detailed)
            for document in store.documents(company_id, document_type)
            if document.get("created_epoch", 0) <= newest
        ]
        return listing.respond(store, rows, filterable=FILTERABLE, sortable=SORTABLE)

    @routes.post("")
    def create_document(company_id: int) -> Response:
        here = access.visit(store, company_id)
        body = payload()
        with store.database.transaction():
            document = _create(store, here, data_of(body), body.get("options") or {})
        webhooks.document_event(store, company_id, document["type"], "create", document["id"])
        return answer({"data": bodies.whole(store, document)})

    @routes.get("/info")
    def info(company_id: int) -> Response:
        here = access.visit(store, company_id)
        return answer({"data": _info(store, here, _type_asked(here, needs_scope=False))})

    @routes.post("/totals")
    def new_totals(company_id: int) -> Response:
        here = access.visit(store, company_id)
        return answer({"data": _totals(store, here, payload(), None)})

    @routes.get("/<int:document_id>")
    def get_document(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        document = store.document(company_id, document_id)
        here.need_document(document["type"], "r")
        everything = listing.fieldset() == "detailed" or bool(listing.wanted_fields())
        body = bodies.whole(store, document) if everything else bodies.basic(store, document)
        return answer({"data": listing.projected(body)})

    @routes.put("/<int:document_id>")
    def modify_document(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        body = payload()
        with store.database.transaction():
            document = _modify(store, here, document_id, data_of(body), body.get("options") or {})
        webhooks.document_event(store, company_id, document["type"], "update", document_id)
        return answer({"data": bodies.whole(store, document)})

    @routes.delete("/<int:document_id>")
    def delete_document(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        with store.database.transaction():
            document = store.document(company_id, document_id)
            here.need_document(document["type"], "a")
            _refuse_locked(document)
            store.database.run("UPDATE document SET in_bin = 1 WHERE document_id = ?", document_id)
        webhooks.document_event(store, company_id, document["type"], "delete", document_id)
        return empty()

    @routes.post("/<int:document_id>/totals")
    def existing_totals(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        return answer({"data": _totals(store, here, payload(), store.document(company_id, document_id))})

    return routes


def _type_asked(here: Visit, *, needs_scope: bool = True) -> str:
    document_type = request.args.get("type", "")
    if document_type not in DOCUMENT_TYPES:
        raise invalid({"type": ["Il campo type è obbligatorio."]})
    if needs_scope:
        here.need_document(document_type, "r")
    return document_type


def _create(store: Store, here: Visit, data: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    document_type = data.get("type")
    if document_type in DOCUMENT_TYPES:
        here.need_document(document_type, "a")
    if documents_used(store, here.company) >= here.company["documents_limit"]:
        raise forbidden("Hai raggiunto il limite di documenti previsto dal tuo piano.", code="PLAN_LIMIT_REACHED")
    document = document_rules.prepared(store, here.company, data, before=None, payments=_payments(options))
    document["attachment_token"] = _attachment(store, here, data)
    document["ei_status"] = "not_sent" if document["e_invoice"] else None
    document["created_at"] = document["updated_at"] = store.clock.rome()
    document["created_epoch"] = int(store.clock.timestamp())
    return store.add_document(here.company_id, document)


def _modify(
    store: Store, here: Visit, document_id: int, data: dict[str, Any], options: dict[str, Any]
) -> dict[str, Any]:
    before = store.document(here.company_id, document_id)
    here.need_document(before["type"], "a")
    _refuse_locked(before)
    document = document_rules.prepared(store, here.company, data, before=before, payments=_payments(options))
    if "attachment_token" in data:
        document["attachment_token"] = _attachment(store, here, data)
    if document["e_invoice"] and document["ei_status"] in {None, "discarded", "error"}:
        document["ei_status"] = "not_sent"
    document["updated_at"] = store.clock.rome()
    store.save_document(document)
    return document


def _payments(options: dict[str, Any]) -> Literal["check", "fix"]:
    return "fix" if options.get("fix_payments") else "check"


def _refuse_locked(document: dict[str, Any]) -> None:
    if bodies.locked(document):
        raise ApiError(422, "Il documento è stato inviato e non può essere modificato.", code="LOCKED")


def _attachment(store: Store, here: Visit, data: dict[str, Any]) -> str | None:
    token = data.get("attachment_token")
    if not token:
        return None
    if not here.company["document_attachments"]:
        raise forbidden("Il piano non comprende gli allegati.", code="PLAN_FUNCTION_MISSING")
    found = store.database.row("SELECT 1 FROM attachment WHERE token = ? AND company_id = ?", token, here.company_id)
    if found is None:
        raise invalid({"data.attachment_token": ["Il token dell'allegato non è valido."]})
    return str(token)


def _totals(store: Store, here: Visit, body: dict[str, Any], before: dict[str, Any] | None) -> dict[str, Any]:
    """Computed as for a creation; payments that do not add up are told, not refused."""
    document = document_rules.prepared(
        store,
        here.company,
        data_of(body),
        before=before,
        payments="fix" if _payments(body.get("options") or {}) == "fix" else "tell",
    )
    return totals.compute(document)


def _info(store: Store, here: Visit, document_type: str) -> dict[str, Any]:
    company_id = here.company_id
    year = store.clock.today().year
    series = store.database.rows(
        "SELECT series FROM numeration WHERE company_id = ? AND type = ?", company_id, document_type
    )
    types = store.vat_types(company_id)
    default = next(entry for entry in types if entry["default"])
    return {
        "numerations": {
            str(each): {
                row["series"]: document_rules.next_number(store, company_id, document_type, each, row["series"])
                for row in series
            }
            for each in (year - 1, year)
        },
        "dn_numerations": {},
        "default_values": {
            "notes": "",
            "rivalsa": 0,
            "cassa": 0,
            "withholding_tax": 0,
            "withholding_tax_taxable": 100,
            "other_withholding_tax": 0,
            "use_gross_prices": False,
            "stamp_duty": here.company["stamp_duty"],
            "payment_method": reference_data.PAYMENT_METHODS[0],
        },
        "extra_data_default_values": {"ts_communication": False},
        "items_default_values": {"vat": default},
        "countries_list": reference_data.names(),
        "currencies_list": reference_data.currencies(store),
        "templates_list": [{"id": 2821, "type": "standard", "name": "Light Smoke"}],
        "dn_templates_list": [],
        "ai_templates_list": [],
        "payment_methods_list": reference_data.PAYMENT_METHODS,
        "payment_accounts_list": reference_data.PAYMENT_ACCOUNTS,
        "vat_types_list": types,
        "languages_list": [{"code": "it", "name": "Italiano"}, {"code": "en", "name": "English"}],
        "price_lists": [],
    }
