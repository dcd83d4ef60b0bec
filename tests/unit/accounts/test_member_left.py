"""A person leaves a studio: what they had linked for it writes nothing for it any more."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from autofatture.domain.access import Basis
from autofatture.domain.company_access import By, FicIdentity, chosen, joined, left, lost, member_left, unlinked
from autofatture.domain.linked_company import AccessChange, FicLink, LinkedCompany, LinkState
from tests.companies import AT, choice, company, owner_link, studio_link

BY = By("colleague", "Sara Socia", AT + dt.timedelta(hours=1))
IDENTITY = FicIdentity(company_id="100", name="Rossi Srl", vat_id="12345678903")
ALONE = company(links=(studio_link(),), writer="conn-studio")


def test_where_nobody_else_has_it_the_studio_reads_on_and_has_to_link_again() -> None:
    after = member_left(ALONE, "conn-studio", "studio-a", BY)
    assert (after.company.studio_id, after.company.studio_basis) == ("studio-a", Basis.STUDIO)
    assert (after.company.link_state, after.company.writing) == (LinkState.DA_RICOLLEGARE, None)
    assert [(e.change, e.actor_name) for e in after.events] == [(AccessChange.MEMBER_LEFT, "Sara Socia")]
    # Once is enough, and what happens to the account of who left is not the studio's any more
    assert member_left(after.company, "conn-studio", "studio-a", BY).events == ()
    assert unlinked(after.company, "conn-studio", BY).events == ()
    assert lost(after.company, "conn-studio", AT).events == ()


def test_a_colleague_who_links_it_takes_over() -> None:
    waiting = member_left(ALONE, "conn-studio", "studio-a", BY).company
    again = joined(waiting, IDENTITY, studio_link(connection_id="conn-2", user_id="colleague"), BY).company
    assert [k.connection_id for k in again.links] == ["conn-2"]
    assert (again.writing, again.studio_id) == (("conn-2", "studio-a"), "studio-a")


def test_the_owner_who_links_it_ends_what_was_left_behind() -> None:
    waiting = member_left(ALONE, "conn-studio", "studio-a", BY).company
    theirs = joined(waiting, IDENTITY, owner_link(), BY).company
    assert (theirs.studio_id, theirs.writing) == (None, ("conn-owner", None))


def test_control_passes_to_another_titolare_of_the_studio() -> None:
    two = joined(ALONE, IDENTITY, studio_link(connection_id="conn-2", user_id="colleague"), BY).company
    after = member_left(two, "conn-studio", "studio-a", BY)
    assert (after.company.studio_id, after.company.writing) == ("studio-a", ("conn-2", "studio-a"))
    assert [e.change for e in after.events] == [AccessChange.MEMBER_LEFT, AccessChange.WRITER_MOVED]


def test_control_ends_beside_an_owner_and_their_token_writes() -> None:
    both = joined(ALONE, IDENTITY, owner_link(), BY).company
    after = member_left(both, "conn-studio", "studio-a", BY).company
    assert (after.studio_id, after.writing) == (None, ("conn-owner", None))


def test_the_owners_choice_of_the_studio_stays() -> None:
    both = chosen(joined(ALONE, IDENTITY, owner_link(), BY).company, choice(), BY).company
    after = member_left(both, "conn-studio", "studio-a", BY).company
    assert (after.studio_id, after.studio_bases) == ("studio-a", (Basis.CLIENTE,))
    assert after.writing == ("conn-owner", None)


def test_the_company_of_who_left_stays_theirs() -> None:
    """One FiC account may hold a company and control it: only the studio's door closes."""
    own = owner_link("accountant", "conn-studio")
    after = member_left(company(links=(own, studio_link()), writer="conn-studio"), "conn-studio", "studio-a", BY)
    assert (after.company.links, after.company.writing) == ((own,), ("conn-studio", None))


def test_who_closes_the_account_afterwards_leaves_no_name_behind() -> None:
    waiting = member_left(ALONE, "conn-studio", "studio-a", BY).company
    after = left(waiting, "accountant", BY).company
    assert (after.studio_id, [k.user_name for k in after.links]) == ("studio-a", [""])


_STATES = st.sampled_from(list(LinkState))


@st.composite
def _companies(draw: st.DrawFn) -> LinkedCompany:
    """A company with the door of who leaves and any others, in any state, with a choice or without."""
    links: list[FicLink] = [studio_link(state=draw(_STATES))]
    for number, studio in enumerate(draw(st.lists(st.sampled_from([None, "studio-a", "studio-b"]), max_size=4))):
        more = {"state": draw(_STATES), "since": AT + dt.timedelta(minutes=number)}
        named = f"conn-{number}"
        links.append(studio_link(studio, named, **more) if studio else owner_link(f"u{number}", named, **more))
    chosen_one = choice(draw(st.sampled_from(["studio-a", "studio-b"]))) if draw(st.booleans()) else None
    writer = draw(st.sampled_from([k.connection_id for k in links]))
    blocked = draw(st.frozensets(st.sampled_from(["studio-a", "studio-b"])))
    return company(
        links=tuple(sorted(links, key=lambda k: k.since)), choice=chosen_one, writer=writer, blocked_studios=blocked
    )


@given(before=_companies())
def test_whatever_else_opens_the_company_that_door_writes_nothing(before: LinkedCompany) -> None:
    after = member_left(before, "conn-studio", "studio-a", BY).company

    assert after.writing is None or after.writing.connection_id != "conn-studio"
    # What the owner chose, and everybody else's doors, are as they were
    assert after.choice == before.choice
    others = [k for k in before.links if k.connection_id != "conn-studio"]
    assert [k for k in after.links if k.connection_id != "conn-studio"] == others
    # Where a door works the company goes on, without anybody doing anything
    works = [k for k in others if k.state is LinkState.COLLEGATA and not before.is_blocked(k)]
    assert bool(works) == (after.writing is not None) or before.links == after.links
    # Nobody loses the company altogether who had it
    assert before.studio_id is None or after.studio_id is not None or others
