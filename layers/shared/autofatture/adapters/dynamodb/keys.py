"""Builders of every key of the table. The tenant stands in every partition key.

A *key* is ``{"pk": ..., "sk": ...}``. Attributes of the indexes are built here too, so that a pattern of
docs/access-patterns.md is found in one file.
"""

from __future__ import annotations

import datetime as dt
import zlib

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


# ------------------------------------------------------------------------------ documents and their life

PHASE_SHARDS = 4
SDI_SHARDS = 8
OUTBOX_SHARDS = 4


def stamp(moment: dt.datetime) -> str:
    """A timestamp of fixed width in UTC: as text it sorts by time."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def shard_of(value: str, shards: int) -> int:
    """The same shard for the same value, on every machine."""
    return zlib.crc32(value.encode()) % shards


def reading(company_id: str, document_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"READING#{document_id}")


def timeline(company_id: str, document_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"TIMELINE#{document_id}")


def intent(company_id: str, document_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"INTENT#{document_id}")


def task_token(company_id: str, document_id: str, run: int) -> Key:
    return _key(f"COMPANY#{company_id}", f"TOKEN#{document_id}#{run}")


def file_claim(company_id: str, sha256: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"FILE#{sha256}")


def invoice_claim(company_id: str, invoice_key: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"INVOICE#{invoice_key}")


def once(tenant: str, name: str) -> Key:
    """A key accepted one time. ``tenant`` is ``COMPANY#…`` or ``USER#…``."""
    return _key(tenant, f"ONCE#{name}")


def export_job(user_id: str, job_id: str) -> Key:
    return _key(f"USER#{user_id}", f"EXPORT#{job_id}")


def outbox(message_id: str) -> Key:
    return _key(f"OUTBOX#{shard_of(message_id, OUTBOX_SHARDS)}", message_id)


def by_status(company_id: str, status: str) -> str:
    return f"COMPANY#{company_id}#STATUS#{status}"


def by_period(company_id: str, vat_period: str) -> str:
    return f"COMPANY#{company_id}#PERIOD#{vat_period}"


def by_studio(studio_id: str, status: str) -> str:
    return f"STUDIO#{studio_id}#STATUS#{status}"


def by_phase(phase: str, shard: int) -> str:
    return f"PHASE#{phase}#{shard}"


def by_sdi_due(shard: int) -> str:
    return f"SDI#{shard}"


def by_fic_id(company_id: str, fic_id: int) -> str:
    return f"FIC#{company_id}#{fic_id}"
