"""From what a client sends to a document as FiC keeps it: defaults, checks, numbers, amounts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, Literal

from sandbox.fattureincloud import reference_data, totals
from sandbox.fattureincloud.answers import number
from sandbox.fattureincloud.countries import BY_NAME
from sandbox.fattureincloud.failures import ApiError, invalid
from sandbox.fattureincloud.scopes import DOCUMENT_TYPES
from sandbox.fattureincloud.store import Store

PLAIN_FIELDS = (
    "subject", "visible_subject", "rc_center", "notes", "use_split_payment", "use_gross_prices", "e_invoice",
    "payment_method", "template", "h_margins", "v_margins", "show_payments", "show_payment_method", "show_totals",
    "ei_raw", "language",
)  # fmt: skip
RATES = ("rivalsa", "cassa", "cassa2", "withholding_tax", "other_withholding_tax")
ENTITY_FIELDS = (
    "id", "code", "name", "type", "first_name", "last_name", "vat_number", "tax_code", "address_street",
    "address_postal_code", "address_city", "address_province", "address_extra", "country", "country_iso", "email",
    "certified_email", "phone", "fax", "notes", "ei_code",
)  # fmt: skip
Wrong = dict[str, list[str]]
Payments = Literal["check", "fix", "tell"]
"""What to do about payments that do not add up: refuse, adjust the last one, or only tell."""


def prepared(
    store: Store, company: dict[str, Any], data: dict[str, Any], *, before: dict[str, Any] | None, payments: Payments
) -> dict[str, Any]:
    """The complete document with its amounts.

    ``before`` is the document being modified: what is not sent stays, lists that are sent replace the old ones.

    Raises:
        ApiError: 422 with what is wrong by field, or with both totals when the payments do not add up.
    """
    wrong: Wrong = {}
    document = dict(before) if before else _blank(company, data, wrong)
    _lay_fields(document, data)
    if "date" in data or not before:
        document["date"] = _date(store, data.get("date"), wrong)
        document["year"] = int(document["date"][:4])
    if "entity" in data or not before:
        document["entity"] = _entity(store, company["id"], data.get("entity"), wrong)
    if "items_list" in data or not before:
        document["items_list"] = _items(store, company["id"], data.get("items_list") or [], wrong)
    if "payments_list" in data or not before:
        document["payments_list"] = _payments(data.get("payments_list") or [], document["date"], wrong)
    _check_language(data, wrong)
    _check_e_invoice(document, wrong)
    _number(store, company["id"], document, data, wrong)
    if wrong:
        raise invalid(wrong)
    _settle_amounts(store, document, payments)
    return document


def _lay_fields(document: dict[str, Any], data: dict[str, Any]) -> None:
    """What can be taken over as it is. ``ei_raw`` replaces the one before, the other objects are merged."""
    document.update({name: data[name] for name in PLAIN_FIELDS if name in data})
    numbers = (*RATES, "stamp_duty", "amount_due_discount")
    document.update({name: data[name] for name in numbers if data.get(name) is not None})
    for name in ("ei_data", "extra_data", "currency"):
        if isinstance(data.get(name), dict):
            document[name] = {**(document[name] or {}), **data[name]}
    if any(number(document[name]) for name in RATES if name != "withholding_tax"):
        raise ApiError(422, "La sandbox calcola solo la ritenuta d'acconto, non rivalsa, cassa e altre ritenute.")


def _blank(company: dict[str, Any], data: dict[str, Any], wrong: Wrong) -> dict[str, Any]:
    document_type = data.get("type")
    if document_type not in DOCUMENT_TYPES:
        wrong["data.type"] = ["Il campo type è obbligatorio."]
        document_type = "invoice"
    return {
        "type": document_type,
        "numeration": "",
        "subject": "",
        "visible_subject": "",
        "rc_center": "",
        "notes": "",
        **dict.fromkeys(RATES, 0),
        "stamp_duty": company["stamp_duty"],
        "amount_due_discount": 0,
        "use_split_payment": False,
        "use_gross_prices": False,
        "e_invoice": False,
        "ei_data": None,
        "ei_raw": None,
        "ei_status": None,
        "extra_data": None,
        "payment_method": {"id": reference_data.PAYMENT_METHODS[0]["id"], "name": "Bonifico bancario"},
        "template": {"id": 2821, "name": "Light Smoke"},
        "currency": {"id": "EUR", "symbol": "€", "exchange_rate": "1.00000", "html_symbol": "&euro;"},
        "language": {"code": "it", "name": "Italiano"},
        "h_margins": 15,
        "v_margins": 15,
        "show_payments": True,
        "show_payment_method": True,
        "show_totals": "all",
        "is_marked": False,
        "seen_date": None,
        "attachment_token": None,
    }


def _date(store: Store, value: Any, wrong: Wrong) -> str:
    today = store.clock.today().isoformat()
    if value in {None, ""}:
        return today
    try:
        return dt.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        wrong["data.date"] = ["Il campo data non è una data valida."]
        return today


def _entity(store: Store, company_id: int, entity: Any, wrong: Wrong) -> dict[str, Any]:
    """The counterpart as sent: an id never copies name or address from the registry."""
    if not isinstance(entity, dict) or not str(entity.get("name") or "").strip():
        wrong["data.entity.name"] = ["Il campo nome è obbligatorio."]
        return {}
    if entity.get("id") is not None and store.supplier(company_id, int(entity["id"])) is None:
        wrong["data.entity.id"] = ["Il fornitore indicato non esiste."]
    country = entity.get("country") or "Italia"
    if country not in BY_NAME:
        wrong["data.entity.country"] = ["Il paese non è valido."]
        country = "Italia"
    kept = {name: entity.get(name) or "" for name in ENTITY_FIELDS}
    kept["id"] = entity.get("id")
    kept["type"] = entity.get("type")
    kept["country"] = country
    kept["country_iso"] = BY_NAME[country].iso
    return kept


def _items(store: Store, company_id: int, items: Any, wrong: Wrong) -> list[dict[str, Any]]:
    types = {entry["id"]: entry for entry in store.vat_types(company_id)}
    kept = []
    for position, item in enumerate(items):
        vat_id = (item.get("vat") or {}).get("id")
        if vat_id is None:
            wrong[f"data.items_list.{position}.vat.id"] = ["Il campo vat.id è obbligatorio."]
            continue
        if vat_id not in types or types[vat_id]["is_disabled"]:
            wrong[f"data.items_list.{position}.vat.id"] = ["L'aliquota IVA indicata non esiste."]
            continue
        vat = types[vat_id]
        net, gross = item.get("net_price"), item.get("gross_price")
        factor = 1 + number(vat["value"]) / 100
        net = number(net) if net is not None else number(gross) / factor
        kept.append(
            {
                "id": position + 1,
                "product_id": item.get("product_id"),
                "code": item.get("code") or "",
                "name": item.get("name") or "",
                "category": item.get("category") or "",
                "description": item.get("description") or "",
                "qty": number(item.get("qty"), "1"),
                "measure": item.get("measure") or "",
                "net_price": net,
                "gross_price": totals.cents(net * factor),
                "vat": vat,
                "not_taxable": bool(item.get("not_taxable")),
                "apply_withholding_taxes": bool(item.get("apply_withholding_taxes", True)),
                "discount": number(item.get("discount")),
                "discount_highlight": bool(item.get("discount_highlight")),
                "in_dn": False,
                "stock": bool(item.get("stock")),
                "ei_raw": item.get("ei_raw"),
            }
        )
    return kept


def _payments(payments: Any, date: str, wrong: Wrong) -> list[dict[str, Any]]:
    accounts = {account["id"]: account for account in reference_data.PAYMENT_ACCOUNTS}
    kept = []
    for position, payment in enumerate(payments):
        status = payment.get("status", "not_paid")
        account = (payment.get("payment_account") or {}).get("id")
        if status not in {"not_paid", "paid", "reversed"}:
            wrong[f"data.payments_list.{position}.status"] = ["Lo stato del pagamento non è valido."]
        if (status == "paid" and account is None) or (account is not None and account not in accounts):
            wrong[f"data.payments_list.{position}.payment_account.id"] = ["Il conto di saldo non è valido."]
        kept.append(
            {
                "id": position + 1,
                "amount": number(payment.get("amount")),
                "due_date": payment.get("due_date") or date,
                "paid_date": payment.get("paid_date"),
                "status": status,
                "payment_account": accounts.get(account),
                "payment_terms": payment.get("payment_terms") or {"days": 0, "type": "standard"},
                "ei_raw": payment.get("ei_raw"),
            }
        )
    return kept


def _check_language(data: dict[str, Any], wrong: Wrong) -> None:
    language = data.get("language")
    if language is not None and not (language.get("code") and language.get("name")):
        wrong["data.language"] = ["I campi code e name sono entrambi obbligatori."]


def _check_e_invoice(document: dict[str, Any], wrong: Wrong) -> None:
    if not document["e_invoice"]:
        return
    if not (document["ei_data"] or {}).get("payment_method"):
        wrong["data.ei_data.payment_method"] = ["Il metodo di pagamento è obbligatorio per le fatture elettroniche."]
    raws = [document["ei_raw"], *(item["ei_raw"] for item in document["items_list"])]
    if not all(_only_text(raw) for raw in raws if raw is not None):
        wrong["data.ei_raw"] = ["Tutti i valori di ei_raw devono essere stringhe."]


def _only_text(value: Any) -> bool:
    if isinstance(value, dict):
        return all(_only_text(item) for item in value.values())
    if isinstance(value, list):
        return all(_only_text(item) for item in value)
    return isinstance(value, str)


def _number(store: Store, company_id: int, document: dict[str, Any], data: dict[str, Any], wrong: Wrong) -> None:
    if "numeration" in data:
        document["numeration"] = data["numeration"] or ""
    series = document["numeration"]
    known = store.database.row(
        "SELECT 1 FROM numeration WHERE company_id = ? AND type = ? AND series = ?",
        company_id,
        document["type"],
        series,
    )
    if known is None and document["type"].startswith("self_"):
        if store.world.options.unknown_numeration == "refuse":
            wrong["data.numeration"] = ["La numerazione indicata non esiste."]
        else:
            store.database.run("INSERT INTO numeration VALUES (?, ?, ?)", company_id, document["type"], series)
    if data.get("number") is not None:
        if not isinstance(data["number"], int) or data["number"] < 1:
            wrong["data.number"] = ["Il numero deve essere almeno 1."]
        document["number"] = data["number"]
    elif not document.get("number"):
        document["number"] = next_number(store, company_id, document["type"], document["year"], series)


def next_number(store: Store, company_id: int, document_type: str, year: int, series: str) -> int:
    """One more than the highest of the series in that year. What lies in the bin does not count."""
    row = store.database.row(
        "SELECT MAX(json_extract(data, '$.number')) AS highest FROM document WHERE company_id = ? AND type = ?"
        " AND in_bin = 0 AND json_extract(data, '$.year') = ? AND json_extract(data, '$.numeration') = ?",
        company_id,
        document_type,
        year,
        series,
    )
    return 1 if row is None or row["highest"] is None else int(row["highest"]) + 1


def _settle_amounts(store: Store, document: dict[str, Any], mode: Payments) -> None:
    sums = totals.compute(document)
    due: Decimal = sums["amount_due"]
    if due < 0 and store.world.options.negative_documents == "refuse":
        raise ApiError(422, "Il totale del documento non può essere negativo.")
    payments = document["payments_list"]
    if mode == "fix" and payments:
        payments[-1]["amount"] += due - sums["payments_sum"]
        sums["payments_sum"] = due
    if mode != "tell" and sums["payments_sum"] != due:
        message = "Il totale dei pagamenti non corrisponde al totale da pagare."
        raise ApiError(422, message, extra={"totals": sums})
    document["totals"] = sums
    for name in ("amount_net", "amount_vat", "amount_gross", "amount_withholding_tax"):
        document[name] = sums[name]
    open_dates = [payment["due_date"] for payment in payments if payment["status"] == "not_paid"]
    document["next_due_date"] = min(open_dates, default=None)
