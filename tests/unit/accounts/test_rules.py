"""Small rules of accounts: addresses, passwords, lock-out, referral, search, timestamps, seals, checks of a link."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autofatture.domain.audit import AuditEntry, Seal, breaks, sealed
from autofatture.domain.company_counts import CompanyCounts
from autofatture.domain.errors import BadInput
from autofatture.domain.link_check import Rights, problems
from autofatture.domain.linked_company import CompanyInFic, CompanySettings
from autofatture.domain.referral import REASONS, ReferralOutcome, new_code, normal_code, outcome_of
from autofatture.domain.search import normalised, words
from autofatture.domain.sign_in import check_password, digest_of_email, lock_after, normal_email
from autofatture.domain.studios import vat_number_of
from autofatture.domain.timestamps import moment, sortable_id, stamp

MOMENTS = st.integers(0, 2**51).map(lambda n: dt.datetime(2020, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=n))
AT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize("text", ["a@b.it", " Anna.Bianchi+x@Example.IT ", "a@b-c.d.example"])
def test_addresses_are_normalised(text: str) -> None:
    assert normal_email(text) == text.strip().lower()


@pytest.mark.parametrize(
    "text", ["", "a", "a@b", "a b@c.it", "a@b..it", "a@@b.it", "<a@b.it>", "a@b.it,c@d.it", "x" * 250 + "@b.it"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        normal_email(text)
    assert refused.value.error_code == "bad_email"


def test_an_address_is_not_in_its_digest() -> None:
    assert "anna" not in digest_of_email("anna@example.it")
    assert digest_of_email("anna@example.it") != digest_of_email("anna@example.com")


@pytest.mark.parametrize(
    ("password", "missing"),
    [
        ("corta1A", "almeno 10 caratteri"),
        ("TUTTAMAIUSCOLA1", "una lettera minuscola"),
        ("tuttaminuscola1", "una lettera maiuscola"),
        ("SenzaNumeriQui", "una cifra"),
        ("Aa1" * 50, "non più di 128 caratteri"),
    ],
)
def test_a_weak_password_is_told_what_it_lacks(password: str, missing: str) -> None:
    with pytest.raises(BadInput, match=missing):
        check_password(password)


def test_a_good_password_passes() -> None:
    check_password("Lunga-e-Sicura-1")


def test_locks_grow_with_the_failures() -> None:
    minutes = {n: lock.total_seconds() / 60 if (lock := lock_after(n)) else 0 for n in range(1, 21)}
    assert {n: m for n, m in minutes.items() if m} == {5: 5, 10: 15, 15: 60, 20: 60}


@pytest.mark.parametrize("text", ["12345678903", "IT12345678903", "it 123.456.789-03", "01234567897"])
def test_a_vat_number_is_good_by_its_check_digit(text: str) -> None:
    assert len(vat_number_of(text)) == 11


@pytest.mark.parametrize(
    "text", ["12345678901", "1234567890", "123456789034", "DE123456788", "00000000000", "", "abcdefghilm"]
)
def test_a_bad_vat_number_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        vat_number_of(text)


@pytest.mark.parametrize(
    ("owner", "chain", "earlier", "outcome"),
    [
        ("owner", (), None, ReferralOutcome.GRANTED),
        (None, (), None, ReferralOutcome.UNKNOWN_CODE),
        ("new", (), None, ReferralOutcome.SELF),
        ("owner", (), "owner", ReferralOutcome.SELF),
        ("owner", ("me-before", "x"), "me-before", ReferralOutcome.CIRCULAR),
        ("owner", (), "me-before", ReferralOutcome.REPEATED),
    ],
)
def test_what_a_code_gives(
    owner: str | None, chain: tuple[str, ...], earlier: str | None, outcome: ReferralOutcome
) -> None:
    found = outcome_of(owner_id=owner, owner_chain=chain, newcomer_id="new", earlier_id=earlier)
    assert found is outcome
    assert REASONS[found].endswith(".")


def test_codes_can_be_read_out_and_typed() -> None:
    code = new_code()
    assert len(code) == 8
    assert not set(code) & set("ILOU")
    assert normal_code(f" {code.lower()} ") == code
    assert normal_code("  ") is None


def test_search_knows_no_accents_and_no_case() -> None:
    assert normalised("Forlì & C. – L'Aquila") == "forli c l aquila"
    assert words("Studio Dott. A. Bianchi e Bianchi") == ("studio", "dott", "bianchi")


@given(MOMENTS, MOMENTS)
def test_identifiers_and_stamps_sort_as_their_moments(first: dt.datetime, second: dt.datetime) -> None:
    assert (stamp(first) < stamp(second)) == (first < second)
    if first < second:
        assert sortable_id(first) < sortable_id(second)
    assert moment(stamp(first)) == first


def test_risk_puts_refusals_before_deadlines() -> None:
    quiet = CompanyCounts()
    refused = CompanyCounts(by_status={"discarded": 1})
    soon = CompanyCounts(by_deadline={dt.date(2026, 11, 30): 2, dt.date(2026, 12, 15): 1})
    later = CompanyCounts(by_deadline={dt.date(2026, 12, 15): 9})
    assert sorted([quiet, later, refused, soon], key=lambda c: c.risk) == [refused, soon, later, quiet]


# The chain of the audit trail


def entry(minute: int, action: str = "x", hour: int = 9) -> AuditEntry:
    at = AT.replace(hour=hour, minute=minute)
    return AuditEntry(tenant="COMPANY#1", entry_id=sortable_id(at), at=at, actor_id="u", action=action)


def chain(*hours: list[AuditEntry]) -> list[Seal]:
    seals: list[Seal] = []
    for entries in hours:
        seals.append(sealed("COMPANY#1", entries[0].hour, entries, seals[-1] if seals else None))
    return seals


def test_a_whole_chain_has_no_break() -> None:
    first, second = [entry(1), entry(2)], [entry(3, hour=10)]
    assert breaks(chain(first, second), [*first, *second, entry(4, hour=11)]) == []


def test_a_change_a_removal_and_an_insertion_are_found() -> None:
    first, second = [entry(1), entry(2)], [entry(3, hour=10)]
    seals, everything = chain(first, second), [*first, *second]
    changed = [first[0].model_copy(update={"action": "y"}), *everything[1:]]
    assert breaks(seals, changed) == ["2026-11-25T09"]
    assert breaks(seals, everything[1:]) == ["2026-11-25T09"]
    assert breaks(seals, [*everything, entry(9, hour=10)]) == ["2026-11-25T10"]
    # An hour that was slipped in before the last seal
    assert breaks(seals, [*everything, entry(9, hour=8)]) == ["2026-11-25T08"]


def test_a_seal_that_was_recomputed_does_not_fit_the_next_one() -> None:
    first, second = [entry(1)], [entry(3, hour=10)]
    seals = chain(first, second)
    forged = [first[0].model_copy(update={"actor_id": "somebody else"})]
    seals[0] = sealed("COMPANY#1", forged[0].hour, forged, None)
    assert breaks(seals, [*forged, *second]) == ["2026-11-25T10"]


# What a link lacks


GOOD = CompanyInFic(company_id="1", checked_at=AT, licence_expires=dt.date(2027, 12, 31), numerations=("", "/AF"))
ALL = Rights(e_invoice=True, attachments=True, write_self_invoices=True, write_suppliers=True)
NOTHING_KNOWN = Rights(e_invoice=None, attachments=None, write_self_invoices=None, write_suppliers=None)


@pytest.mark.parametrize(
    ("changes", "rights", "codes"),
    [
        ({}, ALL, []),
        ({"licence_expires": None, "numerations": None}, NOTHING_KNOWN, []),
        ({"licence_expires": dt.date(2026, 11, 24)}, ALL, ["licence_expired"]),
        ({"licence_expires": dt.date(2026, 11, 25)}, ALL, ["licence_expiring"]),
        ({"documents_limit": 100, "documents_used": 79}, ALL, []),
        ({"documents_limit": 100, "documents_used": 80}, ALL, ["plan_nearly_full"]),
        ({"documents_limit": 100, "documents_used": 100}, ALL, ["plan_full"]),
        ({"numerations": ("",)}, ALL, ["numeration_missing"]),
    ],
)
def test_problems_of_a_link(changes: dict[str, object], rights: Rights, codes: list[str]) -> None:
    fic = GOOD.model_copy(update=changes)
    found = problems(fic, rights, CompanySettings(), vat_id="12345678903", today=dt.date(2026, 11, 25))
    assert [p.code for p in found] == codes


def test_a_missing_vat_id_and_missing_rights_are_told() -> None:
    rights = Rights(e_invoice=False, attachments=False, write_self_invoices=False, write_suppliers=False)
    found = problems(GOOD, rights, CompanySettings(numeration=""), vat_id="", today=dt.date(2026, 11, 25))
    assert [p.code for p in found] == [
        "no_vat_id",
        "no_e_invoice",
        "no_attachments",
        "no_write_permission",
        "no_supplier_permission",
    ]
