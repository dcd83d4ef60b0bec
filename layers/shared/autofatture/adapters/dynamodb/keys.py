"""Builders of every key of the table. The tenant stands in every partition key.

A *key* is ``{"pk": ..., "sk": ...}``. Attributes of the indexes are built here too, so that a pattern of
docs/access-patterns.md is found in one file.
"""

from __future__ import annotations

Key = dict[str, str]


def _key(pk: str, sk: str) -> Key:
    return {"pk": pk, "sk": sk}


def user(user_id: str) -> Key:
    return _key(f"USER#{user_id}", "PROFILE")


def session(session_id: str) -> Key:
    return _key(f"SESSION#{session_id}", "SESSION")


def studio(studio_id: str) -> Key:
    return _key(f"STUDIO#{studio_id}", "PROFILE")


def company(company_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", "PROFILE")


def assignment(company_id: str, user_id: str) -> Key:
    """A member of a studio works on this company."""
    return _key(f"COMPANY#{company_id}", f"ASSIGNED#{user_id}")


def document(company_id: str, document_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"DOCUMENT#{document_id}")


def draft(company_id: str, document_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"DRAFT#{document_id}")
