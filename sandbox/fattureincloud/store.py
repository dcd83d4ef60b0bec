"""Tables of the sandbox FiC, and the few questions that several modules ask them."""

from __future__ import annotations

from typing import Any

from sandbox import exact_json
from sandbox.fattureincloud.failures import not_found
from sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS person (
    user_id INTEGER PRIMARY KEY, email TEXT UNIQUE, password TEXT, data TEXT);
CREATE TABLE IF NOT EXISTS company (
    company_id INTEGER PRIMARY KEY, studio_id INTEGER, data TEXT);
CREATE TABLE IF NOT EXISTS membership (
    user_id INTEGER, company_id INTEGER, role TEXT, PRIMARY KEY (user_id, company_id));
CREATE TABLE IF NOT EXISTS vat_type (
    company_id INTEGER, vat_id INTEGER, data TEXT, PRIMARY KEY (company_id, vat_id));
CREATE TABLE IF NOT EXISTS numeration (
    company_id INTEGER, type TEXT, series TEXT, PRIMARY KEY (company_id, type, series));
CREATE TABLE IF NOT EXISTS supplier (
    supplier_id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER, data TEXT);
CREATE TABLE IF NOT EXISTS document (
    document_id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER, type TEXT, in_bin INTEGER DEFAULT 0,
    data TEXT);
CREATE INDEX IF NOT EXISTS document_of_company ON document (company_id, type, in_bin);
CREATE TABLE IF NOT EXISTS attachment (
    token TEXT PRIMARY KEY, company_id INTEGER, name TEXT, body BLOB, created_at REAL);
CREATE TABLE IF NOT EXISTS browser_session (
    session_id TEXT PRIMARY KEY, user_id INTEGER, csrf TEXT, expires_at REAL);
CREATE TABLE IF NOT EXISTS app (
    client_id TEXT PRIMARY KEY, app_id INTEGER, secret TEXT, name TEXT, redirect_uris TEXT);
CREATE TABLE IF NOT EXISTS oauth_code (
    code TEXT PRIMARY KEY, client_id TEXT, user_id INTEGER, redirect_uri TEXT, scopes TEXT, expires_at REAL,
    used INTEGER DEFAULT 0);
CREATE TABLE IF NOT EXISTS oauth_token (
    token TEXT PRIMARY KEY, kind TEXT, grant_id TEXT, client_id TEXT, user_id INTEGER, scopes TEXT,
    expires_at REAL, replaced_at REAL, revoked INTEGER DEFAULT 0);
CREATE TABLE IF NOT EXISTS quota (
    company_id INTEGER, app_id INTEGER, period TEXT, used INTEGER, PRIMARY KEY (company_id, app_id, period));
CREATE TABLE IF NOT EXISTS recent_request (company_id INTEGER, at REAL);
CREATE INDEX IF NOT EXISTS recent_request_of_company ON recent_request (company_id, at);
CREATE TABLE IF NOT EXISTS transmission (
    document_id INTEGER PRIMARY KEY, company_id INTEGER, file_name TEXT, xml BLOB, sent_at REAL, steps TEXT,
    reason TEXT);
CREATE TABLE IF NOT EXISTS issued (
    key TEXT PRIMARY KEY, document_id INTEGER);
CREATE TABLE IF NOT EXISTS subscription (
    subscription_id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER, app_id INTEGER, data TEXT);
CREATE TABLE IF NOT EXISTS notification (
    notification_id INTEGER PRIMARY KEY AUTOINCREMENT, subscription_id INTEGER, type TEXT, company_id INTEGER,
    ids TEXT, at REAL, due_at REAL, attempts INTEGER DEFAULT 0, state TEXT DEFAULT 'waiting', uid TEXT);
"""


class Store:
    def __init__(self, world: World) -> None:
        self.world = world
        self.database = world.database
        self.clock = world.clock
        self.database.script(TABLES)

    def company(self, company_id: int) -> dict[str, Any]:
        """Raises: ApiError 404."""
        row = self.database.row("SELECT * FROM company WHERE company_id = ?", company_id)
        if row is None:
            raise not_found("L'azienda non esiste.")
        return {"id": row["company_id"], "studio_id": row["studio_id"], **exact_json.loads(row["data"])}

    def save_company(self, company: dict[str, Any]) -> None:
        data = {key: value for key, value in company.items() if key not in {"id", "studio_id"}}
        self.database.run(
            "INSERT OR REPLACE INTO company VALUES (?, ?, ?)",
            company["id"],
            company.get("studio_id"),
            exact_json.dumps(data),
        )

    def companies_of(self, user_id: int) -> list[dict[str, Any]]:
        """Those the user is a member of; what a studio controls is not among them."""
        rows = self.database.rows("SELECT company_id FROM membership WHERE user_id = ? ORDER BY company_id", user_id)
        return [self.company(row["company_id"]) for row in rows]

    def controlled_by(self, studio_id: int) -> list[dict[str, Any]]:
        rows = self.database.rows("SELECT company_id FROM company WHERE studio_id = ? ORDER BY company_id", studio_id)
        return [self.company(row["company_id"]) for row in rows]

    def person(self, user_id: int) -> dict[str, Any] | None:
        row = self.database.row("SELECT * FROM person WHERE user_id = ?", user_id)
        if row is None:
            return None
        return {"id": row["user_id"], "email": row["email"], **exact_json.loads(row["data"])}

    def vat_types(self, company_id: int) -> list[dict[str, Any]]:
        rows = self.database.rows("SELECT data FROM vat_type WHERE company_id = ? ORDER BY vat_id", company_id)
        return [exact_json.loads(row["data"]) for row in rows]

    def document(self, company_id: int, document_id: int, *, in_bin: bool = False) -> dict[str, Any]:
        """Raises: ApiError 404."""
        row = self.database.row(
            "SELECT data FROM document WHERE document_id = ? AND company_id = ? AND in_bin = ?",
            document_id,
            company_id,
            int(in_bin),
        )
        if row is None:
            raise not_found("Il documento non esiste.")
        document: dict[str, Any] = exact_json.loads(row["data"])
        return document

    def documents(self, company_id: int, document_type: str | None = None, *, in_bin: bool = False) -> list[Any]:
        rows = self.database.rows(
            "SELECT data FROM document WHERE company_id = ? AND in_bin = ? AND type = COALESCE(?, type)"
            " ORDER BY document_id",
            company_id,
            int(in_bin),
            document_type,
        )
        return [exact_json.loads(row["data"]) for row in rows]

    def add_document(self, company_id: int, document: dict[str, Any]) -> dict[str, Any]:
        """Give the document its id and keep it."""
        document_id = self.database.run(
            "INSERT INTO document (company_id, type, data) VALUES (?, ?, '{}')", company_id, document["type"]
        )
        complete = {"id": document_id, **document, "company_id": company_id}
        self.save_document(complete)
        return complete

    def save_document(self, document: dict[str, Any]) -> None:
        self.database.run(
            "UPDATE document SET data = ? WHERE document_id = ?", exact_json.dumps(document), document["id"]
        )

    def supplier(self, company_id: int, supplier_id: int) -> dict[str, Any] | None:
        row = self.database.row(
            "SELECT data FROM supplier WHERE company_id = ? AND supplier_id = ?", company_id, supplier_id
        )
        return None if row is None else exact_json.loads(row["data"])

    def suppliers(self, company_id: int) -> list[dict[str, Any]]:
        rows = self.database.rows("SELECT data FROM supplier WHERE company_id = ? ORDER BY supplier_id", company_id)
        return [exact_json.loads(row["data"]) for row in rows]
