"""Findings on a draft, by what they do: stop it, ask for a look, or only tell. ``fix`` says in Italian what to do."""

from __future__ import annotations

from autofatture.domain.draft import Finding, Severity


def block(code: str, message: str, field: str | None, fix: str) -> Finding:
    return Finding(code=code, severity=Severity.BLOCKING, message=message, field=field, fix=fix)


def warn(code: str, message: str, field: str | None = None, fix: str | None = None) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, message=message, field=field, fix=fix)


def info(code: str, message: str, field: str | None = None, fix: str | None = None) -> Finding:
    return Finding(code=code, severity=Severity.INFO, message=message, field=field, fix=fix)
