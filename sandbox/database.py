"""One SQLite file holds all state of the sandbox, so that it survives a restart and can be thrown away."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sandbox import exact_json

Row = sqlite3.Row


class Database:
    """A connection guarded by a lock: the threads of the server take turns, one transaction at a time."""

    def __init__(self, folder: Path | None) -> None:
        """Keep the file in ``folder``, or everything in memory when it is None."""
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._depth = 0
        self._connection = sqlite3.connect(
            ":memory:" if folder is None else folder / "sandbox.sqlite3",
            isolation_level=None,
            check_same_thread=False,
        )
        self._connection.row_factory = sqlite3.Row
        if folder is not None:
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
        self.script("CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)")

    def script(self, statements: str) -> None:
        with self._lock:
            self._connection.executescript(statements)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. May be nested: the outermost one decides."""
        with self._lock:
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self._connection.execute("ROLLBACK")
                raise
            self._depth -= 1
            if self._depth == 0:
                self._connection.execute("COMMIT")

    def run(self, statement: str, *values: Any) -> int:
        """Execute and return the id of the row inserted last."""
        with self._lock:
            return self._connection.execute(statement, values).lastrowid or 0

    def rows(self, statement: str, *values: Any) -> list[Row]:
        with self._lock:
            return self._connection.execute(statement, values).fetchall()

    def row(self, statement: str, *values: Any) -> Row | None:
        with self._lock:
            found: Row | None = self._connection.execute(statement, values).fetchone()
            return found

    def setting(self, name: str, default: Any = None) -> Any:
        found = self.row("SELECT value FROM setting WHERE name = ?", name)
        return default if found is None else exact_json.loads(found["value"])

    def set_setting(self, name: str, value: Any) -> None:
        self.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, exact_json.dumps(value))

    def tables(self) -> list[str]:
        return [row["name"] for row in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]

    def empty(self) -> None:
        """Forget everything but the tables themselves."""
        with self.transaction():
            for table in self.tables():
                if not table.startswith("sqlite_"):
                    self.run(f"DELETE FROM {table}")  # noqa: S608  (names come from the database's own catalogue)

    def close(self) -> None:
        with self._lock:
            self._connection.close()
