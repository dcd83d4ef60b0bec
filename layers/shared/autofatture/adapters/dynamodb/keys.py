"""Builders of every key of the table. The tenant stands in every partition key.

A *key* is ``{"pk": ..., "sk": ...}``. Attributes of the indexes are built here too, so that a pattern of
docs/access-patterns.md is found in one file. The indexes used here, both with every attribute projected:

* ``by_lookup`` (``lookup_pk``, ``lookup_sk``): another way to the row, such as a studio by a word of its name
  or the companies of a studio. A row has at most one.
* ``by_phase`` (``phase_pk``, ``phase_since``), sparse: rows that wait for a worker, oldest first.
"""

from __future__ import annotations

import datetime as dt
import zlib

Key = dict[str, str]

BY_LOOKUP = "by_lookup"
BY_PHASE = "by_phase"


def _key(pk: str, sk: str) -> Key:
    return {"pk": pk, "sk": sk}


def lookup(pk: str, sk: str) -> Key:
    """Attributes that put a row into ``by_lookup``."""
    return {"lookup_pk": pk, "lookup_sk": sk}


def waiting(pk: str, since: str) -> Key:
    """Attributes that put a row into ``by_phase``."""
    return {"phase_pk": pk, "phase_since": since}


# People


def user(user_id: str) -> Key:
    return _key(f"USER#{user_id}", "PROFILE")


def sign_up(user_id: str) -> Key:
    """What was typed at sign-up, until the e-mail address is confirmed."""
    return _key(f"USER#{user_id}", "SIGN_UP")


def email_change(user_id: str) -> Key:
    return _key(f"USER#{user_id}", "EMAIL_CHANGE")


def address(digest: str) -> Key:
    """Who first used an e-mail address. It outlives the account, so that a welcome is given once."""
    return _key(f"ADDRESS#{digest}", "ADDRESS")


def session(session_id: str) -> Key:
    return _key(f"SESSION#{session_id}", "SESSION")


def referral_code(code: str) -> Key:
    """Who owns a referral code."""
    return _key(f"REFERRAL#{code}", "CODE")


def referral(user_id: str, referred_id: str) -> Key:
    """What one sign-up with the user's code gave, or why it gave nothing."""
    return _key(f"USER#{user_id}", f"REFERRED#{referred_id}")


def notice(owner: str, notice_id: str) -> Key:
    return _key(f"USER#{owner}", f"NOTICE#{notice_id}")


def attempts(subject: str, scope: str) -> Key:
    """A counter of ours: failed log-ins of one (hashed) e-mail address, searches of one user."""
    return _key(f"ATTEMPTS#{subject}", scope)


def idempotency(user_id: str, key: str) -> Key:
    return _key(f"USER#{user_id}", f"IDEMPOTENCY#{key}")


# Facts of public sources: of no tenant, with a partition of their own


def exchange_rate(source: str, currency: str, day: str) -> Key:
    """The official rate that counts for a day, by the source that published it."""
    return _key(f"RATE#{source}#{currency}", day)


def vies_answer(vat_id: str) -> Key:
    return _key(f"VIES#{vat_id}", "ANSWER")


# Studios


def studio(studio_id: str) -> Key:
    return _key(f"STUDIO#{studio_id}", "PROFILE")


def member(studio_id: str, user_id: str) -> Key:
    return _key(f"STUDIO#{studio_id}", f"MEMBER#{user_id}")


def member_invitation(studio_id: str, digest: str) -> Key:
    return _key(f"STUDIO#{studio_id}", f"MEMBER_INVITATION#{digest}")


def client_invitation(studio_id: str, digest: str) -> Key:
    return _key(f"STUDIO#{studio_id}", f"CLIENT_INVITATION#{digest}")


def listing(studio_id: str, kind: str, value: str) -> Key:
    """One way to find a studio in the public list."""
    return _key(f"STUDIO#{studio_id}", f"LISTING#{kind}#{value}")


LISTING_PREFIX = 2
"""Characters of a word that choose its partition of the public list."""


def listed_by(kind: str, value: str, name: str, studio_id: str) -> Key:
    """``kind`` is ``all``, ``word``, ``city`` or ``vat``; ``value`` is normalised already."""
    return lookup(f"LISTED#{kind}#{value[:LISTING_PREFIX]}", f"{value}#{name}#{studio_id}")


# Companies


def company(company_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", "PROFILE")


def company_in_fic(company_id: str) -> Key:
    """What FiC said about the company: address, plan, series, VAT types."""
    return _key(f"COMPANY#{company_id}", "FIC")


def company_counts(company_id: str) -> Key:
    """Counters of documents by status and by deadline."""
    return _key(f"COMPANY#{company_id}", "COUNTS")


def company_history(company_id: str, entry_id: str) -> Key:
    """Who had access, from when to when."""
    return _key(f"COMPANY#{company_id}", f"ACCESS#{entry_id}")


def companies_of_studio(studio_id: str, name: str, company_id: str) -> Key:
    """The profile and the counters of a company stand side by side in the list of its studio."""
    return lookup(f"STUDIO#{studio_id}#COMPANIES", f"{name}#{company_id}")


def document(company_id: str, document_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"DOCUMENT#{document_id}")


def draft(company_id: str, document_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"DRAFT#{document_id}")


# What is remembered of suppliers. ``owner`` is ``STUDIO#…`` or ``COMPANY#…``


def supplier(owner: str, supplier_id: str) -> Key:
    return _key(owner, f"SUPPLIER#{supplier_id}")


def suppliers_by_name(owner: str, name: str, supplier_id: str) -> Key:
    return lookup(f"{owner}#SUPPLIERS", f"{name}#{supplier_id}")


# Files without a company yet. ``owner`` is ``STUDIO#…`` or ``USER#…``


def upload(owner: str, upload_id: str) -> Key:
    return _key(owner, f"UPLOAD#{upload_id}")


def uploads_of(owner: str, upload_id: str, *, settled: bool) -> Key:
    """Two lists: what waits, and where the others went."""
    return lookup(f"{owner}#UPLOADS#{'SETTLED' if settled else 'WAITING'}", upload_id)


def uploads_going(day: dt.date, owner: str, upload_id: str) -> Key:
    """Files in *Da assegnare* by their last day, those of an owner together. The attributes leave with the state."""
    return waiting(f"UPLOADS#{day.isoformat()}", f"{owner}#{upload_id}")


# Fatture in Cloud


def connection(connection_id: str) -> Key:
    return _key(f"CONNECTION#{connection_id}", "CONNECTION")


def oauth_state(digest: str) -> Key:
    return _key(f"OAUTH_STATE#{digest}", "STATE")


# Credits


def wallet(wallet_id: str) -> Key:
    return _key(f"WALLET#{wallet_id}", "BALANCE")


def movement(wallet_id: str, business_key: str) -> Key:
    """The business key is the key of the row: a movement cannot be written twice."""
    return _key(f"WALLET#{wallet_id}", f"MOVEMENT#{business_key}")


def movements_by_time(wallet_id: str, at: str, business_key: str) -> Key:
    return lookup(f"WALLET#{wallet_id}#MOVEMENTS", f"{at}#{business_key}")


def reservation(company_id: str, document_id: str) -> Key:
    """What one document costs, who pays it and whether it was paid."""
    return _key(f"COMPANY#{company_id}", f"CREDIT#{document_id}")


# Audit and mail


def audit(tenant: str, entry_id: str) -> Key:
    return _key(f"AUDIT#{tenant}", f"ENTRY#{entry_id}")


def audit_seal(tenant: str, hour: str) -> Key:
    return _key(f"AUDIT#{tenant}", f"SEAL#{hour}")


def audit_head(tenant: str) -> Key:
    """The last seal of a chain."""
    return _key(f"AUDIT#{tenant}", "HEAD")


AUDIT_CURSOR = _key("AUDIT_CURSOR#all", "CURSOR")
"""The first hour that is not sealed yet."""


def audit_of_document(company_id: str, document_id: str, entry_id: str) -> Key:
    return lookup(f"AUDIT#COMPANY#{company_id}#DOCUMENT#{document_id}", entry_id)


def audit_by_hour(hour: str, entry_id: str) -> Key:
    """Entries of all tenants of one hour, for sealing. The attribute stays: an entry is never written again."""
    return waiting(f"AUDIT#{hour}", entry_id)


def outbox(message_id: str) -> Key:
    return _key(f"OUTBOX#{message_id}", "MESSAGE")


OUTBOX = "OUTBOX"


def outbox_waiting(at: str) -> Key:
    """Messages that still have to go out, oldest first. The attributes leave with the sending."""
    return waiting(OUTBOX, at)


# Documents and their life

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


def invoice_number(company_id: str, number: str, document_id: str) -> Key:
    return _key(f"COMPANY#{company_id}", f"NUMBER#{number}#{document_id}")


def once(tenant: str, name: str) -> Key:
    """A key accepted one time. ``tenant`` is ``COMPANY#…`` or ``USER#…``."""
    return _key(tenant, f"ONCE#{name}")


def export_job(user_id: str, job_id: str) -> Key:
    return _key(f"USER#{user_id}", f"EXPORT#{job_id}")


def workflow_outbox(message_id: str) -> Key:
    return _key(f"HOPS#{shard_of(message_id, OUTBOX_SHARDS)}", message_id)


def created_on(day: dt.date, company_id: str) -> Key:
    """A company for which something was created on that day: for the nightly comparison, of all tenants."""
    return _key(f"CREATED#{day.isoformat()}", company_id)


def reminders(company_id: str) -> Key:
    """Until when reminders are paused, and when the last one went out."""
    return _key(f"COMPANY#{company_id}", "REMINDERS")


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
