"""The people, the companies and the app that every sandbox starts with.

All are made up: the VAT ids have a right check digit and belong to nobody. The same table is in README.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sandbox import exact_json
from sandbox.fattureincloud import vat_types
from sandbox.fattureincloud.store import Store

CLIENT_ID = "autofatture-local"
CLIENT_SECRET = "autofatture-local-secret"  # noqa: S105  (a made-up app of a made-up service)
APP_ID = 7001
REDIRECT_URI = "http://localhost:8080/fattureincloud/callback"

SERIES = ("", "/AF", "/INT")
SELF_INVOICE_TYPES = ("self_supplier_invoice", "self_own_invoice")

STUDIO = 202000
ROSSI = 101001
FORFETTARIO = 101002
STUDIO_BOOKS = 202001
VERDI = 202002
FULL = 303001
EXPIRED = 404001

PEOPLE: tuple[dict[str, Any], ...] = (
    {"id": 1, "email": "cliente@esempio.test", "password": "cliente-sandbox", "first": "Mario", "last": "Rossi",
     "companies": {ROSSI: "master", FORFETTARIO: "master"}, "what": "cliente con due aziende"},
    {"id": 2, "email": "studio@esempio.test", "password": "studio-sandbox", "first": "Anna", "last": "Bianchi",
     "companies": {STUDIO: "master"}, "what": "commercialista: lo studio controlla tre aziende"},
    {"id": 3, "email": "piano-pieno@esempio.test", "password": "pieno-sandbox", "first": "Piera", "last": "Colmi",
     "companies": {FULL: "master"}, "what": "azienda che ha usato tutti i documenti del piano"},
    {"id": 4, "email": "licenza-scaduta@esempio.test", "password": "scaduta-sandbox", "first": "Sandro",
     "last": "Tardi", "companies": {EXPIRED: "master"}, "what": "azienda con la licenza scaduta"},
    {"id": 5, "email": "sola-lettura@esempio.test", "password": "lettura-sandbox", "first": "Lea", "last": "Vidi",
     "companies": {ROSSI: "employee"}, "what": "dipendente che può solo leggere le autofatture"},
)  # fmt: skip

COMPANIES: tuple[dict[str, Any], ...] = (
    {"id": ROSSI, "studio_id": STUDIO, "name": "Rossi Forniture S.r.l.", "vat_number": "99900010150",
     "address_street": "Via dei Fornitori 12", "address_postal_code": "20121", "address_city": "Milano",
     "address_province": "MI"},
    {"id": FORFETTARIO, "name": "Rossi Mario", "vat_number": "99900020159", "tax_code": "RSSMRA80A01F205X",
     "address_street": "Via del Bosco 3", "address_postal_code": "20122", "address_city": "Milano",
     "address_province": "MI", "regime": "RF19", "default_natura": "N2.2", "stamp_duty": 2},
    {"id": STUDIO, "type": "accountant", "name": "Studio Bianchi", "vat_number": "99900030588",
     "address_street": "Viale dei Conti 5", "address_postal_code": "00184", "address_city": "Roma",
     "address_province": "RM"},
    {"id": STUDIO_BOOKS, "studio_id": STUDIO, "name": "Studio Bianchi", "vat_number": "99900030588",
     "address_street": "Viale dei Conti 5", "address_postal_code": "00184", "address_city": "Roma",
     "address_province": "RM"},
    {"id": VERDI, "studio_id": STUDIO, "name": "Verdi Impianti S.r.l.", "vat_number": "99900040637",
     "address_street": "Corso delle Officine 40", "address_postal_code": "80133", "address_city": "Napoli",
     "address_province": "NA"},
    {"id": FULL, "name": "Esaurita S.r.l.", "vat_number": "99900050016", "address_street": "Via Colma 1",
     "address_postal_code": "10121", "address_city": "Torino", "address_province": "TO",
     "documents_limit": 100, "documents_used": 100},
    {"id": EXPIRED, "name": "Scaduta S.r.l.", "vat_number": "99900060155", "address_street": "Via Passata 9",
     "address_postal_code": "20123", "address_city": "Milano", "address_province": "MI",
     "license_expire": "2025-12-31"},
)  # fmt: skip

DEFAULTS: dict[str, Any] = {
    "type": "company",
    "tax_code": None,
    "regime": "RF01",
    "default_natura": None,
    "stamp_duty": 0,
    "plan": "premium_plus",
    "license_expire": "2030-12-31",
    "documents_limit": 3000,
    "documents_used": 0,
    "e_invoice": True,
    "document_attachments": True,
}


def add_company(store: Store, company: dict[str, Any], members: dict[int, str] | None = None) -> dict[str, Any]:
    """Create a company with its VAT types and series, and the roles of its members by user id."""
    complete = {**DEFAULTS, **company}
    complete["tax_code"] = complete["tax_code"] or complete["vat_number"]
    complete.setdefault("email", f"azienda{complete['id']}@esempio.test")
    with store.database.transaction():
        store.save_company(complete)
        types = vat_types.of_company(complete["id"] % 1000 * 20 + 10, default_natura=complete["default_natura"])
        for entry in types:
            store.database.run(
                "INSERT OR REPLACE INTO vat_type VALUES (?, ?, ?)", complete["id"], entry["id"], exact_json.dumps(entry)
            )
        for document_type in SELF_INVOICE_TYPES:
            for series in SERIES:
                add_series(store, complete["id"], series, document_type=document_type)
        for user_id, role in (members or {}).items():
            store.database.run("INSERT OR REPLACE INTO membership VALUES (?, ?, ?)", user_id, complete["id"], role)
    return complete


def add_person(store: Store, person: dict[str, Any]) -> None:
    """A user of FiC: ``id``, ``email``, ``password``, ``first``, ``last``, and in ``what`` who that is."""
    name = {"first_name": person["first"], "last_name": person["last"], "what": person["what"]}
    store.database.run(
        "INSERT OR IGNORE INTO person VALUES (?, ?, ?, ?)",
        person["id"],
        person["email"],
        person["password"],
        exact_json.dumps(name),
    )


def add_series(store: Store, company_id: int, series: str, *, document_type: str = "self_supplier_invoice") -> None:
    store.database.run("INSERT OR IGNORE INTO numeration VALUES (?, ?, ?)", company_id, document_type, series)


def add_app(
    store: Store, *, client_id: str, secret: str, redirect_uris: Sequence[str], app_id: int = APP_ID, name: str
) -> None:
    store.database.run(
        "INSERT OR REPLACE INTO app VALUES (?, ?, ?, ?, ?)", client_id, app_id, secret, name, "\n".join(redirect_uris)
    )


def plant(store: Store, redirect_uris: Sequence[str] = (REDIRECT_URI,)) -> None:
    """Fill an empty sandbox. One that has data keeps it; only the app's redirect addresses are renewed."""
    with store.database.transaction():
        add_app(
            store, client_id=CLIENT_ID, secret=CLIENT_SECRET, redirect_uris=redirect_uris, name="Autofatture (sandbox)"
        )
        if store.database.row("SELECT 1 FROM person") is not None:
            return
        roles: dict[int, dict[int, str]] = {}
        for person in PEOPLE:
            add_person(store, person)
            for company_id, role in person["companies"].items():
                roles.setdefault(company_id, {})[person["id"]] = role
        for company in COMPANIES:
            add_company(store, company, roles.get(company["id"]))
