"""How often each route was called: tests prove with it that something happened once, or never."""

from __future__ import annotations

from sandbox.database import Database


class Calls:
    def __init__(self, database: Database) -> None:
        self._database = database
        database.script(
            "CREATE TABLE IF NOT EXISTS call (route TEXT, scope TEXT, status INTEGER, count INTEGER,"
            " PRIMARY KEY (route, scope, status))"
        )

    def record(self, route: str, *, status: int, scope: str = "") -> None:
        """``route`` is method and pattern, ``scope`` the company where there is one."""
        self._database.run(
            "INSERT INTO call VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1", route, scope, status
        )

    def by_route(self) -> dict[str, int]:
        rows = self._database.rows("SELECT route, SUM(count) AS n FROM call GROUP BY route ORDER BY route")
        return {row["route"]: row["n"] for row in rows}

    def details(self) -> list[dict[str, object]]:
        return [dict(row) for row in self._database.rows("SELECT * FROM call ORDER BY route, scope, status")]

    def clear(self) -> None:
        self._database.run("DELETE FROM call")
