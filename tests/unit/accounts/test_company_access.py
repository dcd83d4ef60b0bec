"""The rules of access to a company, over any sequence of links, choices, revocations and losses."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from autofatture.domain.access import Action, Actor, Basis, Role, authorise
from autofatture.domain.company_access import (
    By,
    FicIdentity,
    chosen,
    dropped,
    joined,
    left,
    looked_at,
    lost,
    member_left,
    renamed_studio,
    revoked,
    unlinked,
)
from autofatture.domain.errors import MfaRequired, NotAllowed, NotFound
from autofatture.domain.linked_company import AccessChange, LinkedCompany, LinkState
from tests.companies import AT, choice, company, owner_link, studio_link

BY = By("owner", "Anna Bianchi", AT + dt.timedelta(hours=1))
IDENTITY = FicIdentity(company_id="100", name="Rossi Srl", vat_id="12345678903")


def test_the_first_link_makes_the_company_and_writes() -> None:
    made = joined(None, IDENTITY, owner_link(), BY)
    assert (made.company.owner_ids, made.company.writer) == (("owner",), "conn-owner")
    assert [e.change for e in made.events] == [AccessChange.LINKED]


def test_a_second_link_joins_and_does_not_write() -> None:
    made = joined(company(), IDENTITY, owner_link("colleague", "conn-2"), BY)
    assert made.company.owner_ids == ("owner", "colleague")
    assert made.company.writer == "conn-owner"
    assert [e.change for e in made.events] == [AccessChange.JOINED]


def test_the_writer_moves_only_when_its_link_is_lost_and_says_so() -> None:
    both = joined(company(), IDENTITY, owner_link("colleague", "conn-2"), BY).company
    after = lost(both, "conn-owner", AT)
    assert after.company.writer == "conn-2"
    assert [e.change for e in after.events] == [AccessChange.LOST, AccessChange.WRITER_MOVED]
    assert after.company.link_state is LinkState.COLLEGATA
    # Linked again, the first one does not take it back
    again = joined(after.company, IDENTITY, owner_link(), BY).company
    assert again.writer == "conn-2"


def test_who_has_unlinked_does_not_pay_for_what_others_issue() -> None:
    """The wallet of a person who had removed the link was still asked first."""
    both = joined(company(), IDENTITY, owner_link("colleague", "conn-2"), BY).company
    assert both.wallets == ("owner",)
    assert unlinked(both, "conn-owner", BY).company.wallets == ("colleague",)
    nobody = unlinked(unlinked(both, "conn-owner", BY).company, "conn-2", BY).company
    assert nobody.wallets == ()


def test_a_removed_control_does_not_stand_before_one_in_force() -> None:
    first = studio_link("studio-1", "conn-s1")
    both = company(links=(first, studio_link("studio-2", "conn-s2")))
    assert both.studio_id == "studio-1"
    assert unlinked(both, "conn-s1", BY).company.studio_id == "studio-2"


def test_a_loss_is_told_once() -> None:
    once = lost(company(), "conn-owner", AT)
    assert once.company.link_state is LinkState.DA_RICOLLEGARE
    assert lost(once.company, "conn-owner", AT).events == ()


def test_the_owners_choice_comes_before_control() -> None:
    controlled = joined(company(), IDENTITY, studio_link("studio-b", "conn-b"), BY).company
    assert (controlled.studio_id, controlled.studio_basis) == ("studio-b", Basis.STUDIO)
    after = chosen(controlled, choice("studio-a"), BY).company
    assert (after.studio_id, after.studio_bases) == ("studio-a", (Basis.CLIENTE,))
    # Revoked, the control is in force again: one basis leaves the other
    assert revoked(after, Basis.CLIENTE, BY).company.studio_id == "studio-b"


def test_choosing_the_same_studio_again_changes_nothing() -> None:
    once = chosen(company(), choice(), BY).company
    assert chosen(once, choice(), BY) == (once, ())


def test_a_change_of_studio_empties_the_assignments() -> None:
    assigned = chosen(company(), choice(), BY).company.model_copy(update={"assigned": frozenset({"member"})})
    assert chosen(assigned, choice("studio-b"), BY).company.assigned == frozenset()
    assert lost(assigned, "conn-owner", AT).company.assigned == frozenset({"member"})


def test_removing_the_last_own_link_ends_the_choice_and_keeps_the_owner_in_sight() -> None:
    after = unlinked(chosen(company(), choice(), BY).company, "conn-owner", BY)
    assert after.company.choice is None
    assert (after.company.owner_ids, after.company.link_state) == (("owner",), LinkState.REVOCATA)
    assert [e.change for e in after.events] == [AccessChange.UNLINKED, AccessChange.REVOKED]


def test_who_removed_the_link_is_no_owner_beside_one_whose_link_is_in_force() -> None:
    """Former owners were written to about, and could act on, what the one who stayed was doing."""
    # Given
    two = joined(company(), IDENTITY, owner_link("colleague", "conn-colleague"), BY).company

    # When
    one = unlinked(two, "conn-owner", BY).company
    later = BY._replace(at=BY.at + dt.timedelta(days=1))
    none = unlinked(one, "conn-colleague", later).company

    # Then
    assert (one.owners_in_force, one.access().owner_ids) == (("colleague",), ("colleague",))
    # And when that one leaves too, what was done since is still not for the first to see
    assert (none.owners_in_force, none.access().owner_ids) == ((), ("colleague",))


def test_a_revoked_control_writes_nothing_even_where_no_other_token_could() -> None:
    """The token of a studio went on writing after the owner had revoked the studio's control."""
    # Given a company that the studio's token writes for, and an owner whose token has died
    both = joined(company(links=(studio_link(),), writer="conn-studio"), IDENTITY, owner_link(), BY).company
    both = lost(both, "conn-owner", AT).company
    assert both.writer == "conn-studio"
    # When the owner revokes the control
    after = revoked(both, Basis.STUDIO, BY).company
    # Then nothing is written until the owner has linked again
    assert (after.writer, after.link_state) == ("conn-owner", LinkState.DA_RICOLLEGARE)
    again = joined(after, IDENTITY, owner_link(), BY).company
    assert (again.writer, again.link_state) == ("conn-owner", LinkState.COLLEGATA)


def test_a_revoked_control_hands_the_writing_to_the_owner() -> None:
    both = joined(company(links=(studio_link(),), writer="conn-studio"), IDENTITY, owner_link(), BY).company
    after = revoked(both, Basis.STUDIO, BY)
    assert after.company.writer == "conn-owner"
    assert [e.change for e in after.events] == [AccessChange.REVOKED, AccessChange.WRITER_MOVED]


def test_a_studio_that_removed_its_link_neither_works_nor_pays_beside_the_owner() -> None:
    """It kept the company in its list, could send, and was asked to pay for what the owner issued."""
    both = joined(company(), IDENTITY, studio_link(), BY).company
    after = unlinked(both, "conn-studio", BY).company
    assert (after.studio_id, after.studio_bases, after.wallets) == (None, (), ("owner",))
    # Where nobody else is, it still reads what it did
    alone = unlinked(company(links=(studio_link(),), writer="conn-studio"), "conn-studio", BY).company
    assert alone.studio_id == "studio-a"


READER = {"fic_role": "employee", "may_write": False}


def test_who_may_write_in_fic_takes_the_writing_from_who_may_not() -> None:
    """An employee who may only read in FiC linked first, and no document could be created until that link went."""
    first = joined(None, IDENTITY, owner_link("employee", "conn-e", **READER), BY).company
    assert first.writer == "conn-e"
    both = joined(first, IDENTITY, owner_link(may_write=True), BY)
    assert both.company.writer == "conn-owner"
    assert [e.change for e in both.events] == [AccessChange.JOINED, AccessChange.WRITER_MOVED]
    # When the permission is given, nothing moves back
    assert looked_at(both.company, "conn-e", BY, may_write=True).company.writer == "conn-owner"
    # What FiC does not say this time is as it was
    again = joined(both.company, IDENTITY, owner_link("employee", "conn-e", fic_role="employee"), BY).company
    assert [k.may_write for k in again.links if k.user_id == "employee"] == [False]


@pytest.mark.parametrize("action", list(Action))
def test_who_may_only_read_in_fic_neither_sends_nor_manages(action: Action) -> None:
    """An employee with read permission sent self-invoices through the owner's token, and chose the settings."""
    both = joined(company(), IDENTITY, owner_link("employee", "conn-e", **READER), BY).company
    employee = Actor(user_id="employee", session_id="s", mfa=False)
    if action in {Action.READ, Action.PREPARE}:
        assert authorise(employee, both.access(), assigned=False, action=action).basis is Basis.OWN
        return
    with pytest.raises(NotAllowed) as refused:
        authorise(employee, both.access(), assigned=False, action=action)
    assert refused.value.error_code == "read_only_in_fic"
    # Another door of the same person that may write opens it
    twice = joined(both, IDENTITY, owner_link("employee", "conn-2", may_write=True), BY).company
    assert authorise(employee, twice.access(), assigned=False, action=action).basis is Basis.OWN


def test_a_choice_ends_with_the_last_owner_in_force() -> None:
    """It stayed when the last owner closed the account beside one who had removed the link long ago."""
    two = joined(company(), IDENTITY, owner_link("colleague", "conn-2"), BY).company
    one = chosen(unlinked(two, "conn-2", BY).company, choice(), BY).company
    assert left(one, "owner", BY).company.choice is None


def test_leaving_removes_the_person_altogether() -> None:
    after = left(chosen(company(), choice(), BY).company, "owner", BY).company
    assert (after.owner_ids, after.choice, after.writer) == ((), None, None)


def test_a_dropped_company_keeps_nothing_of_the_studio() -> None:
    both = chosen(joined(company(), IDENTITY, studio_link(), BY).company, choice(), BY).company
    after = dropped(both, "studio-a", BY)
    assert after.company.studio_id is None
    assert [e.change for e in after.events] == [AccessChange.DROPPED]
    assert dropped(after.company, "studio-a", BY).events == ()


def test_a_new_name_of_the_studio_is_shown_everywhere() -> None:
    both = chosen(joined(company(), IDENTITY, studio_link(), BY).company, choice(), BY).company
    after = renamed_studio(both, "studio-a", "Studio Nuovo")
    assert (after.studio_name, after.links[1].studio_name) == ("Studio Nuovo", "Studio Nuovo")


MEMBER = Actor(user_id="m", session_id="s", mfa=True, studio_id="studio-a", role=Role.COLLABORATORE)


@pytest.mark.parametrize(
    ("actor", "assigned", "action", "expected"),
    [
        (MEMBER, True, Action.APPROVE, None),
        (MEMBER, False, Action.READ, NotFound),
        (MEMBER.model_copy(update={"all_companies": True}), False, Action.APPROVE, None),
        (MEMBER.model_copy(update={"role": Role.PRATICANTE}), True, Action.PREPARE, None),
        (MEMBER.model_copy(update={"role": Role.PRATICANTE}), True, Action.APPROVE, NotAllowed),
        (MEMBER.model_copy(update={"role": Role.TITOLARE}), False, Action.MANAGE, None),
        (MEMBER, True, Action.MANAGE, NotAllowed),
        (MEMBER.model_copy(update={"mfa": False}), True, Action.READ, MfaRequired),
        (MEMBER.model_copy(update={"studio_id": "studio-b"}), True, Action.READ, NotFound),
        (MEMBER.model_copy(update={"role": None}), True, Action.READ, NotFound),
        (MEMBER.model_copy(update={"user_id": "owner", "mfa": False}), False, Action.MANAGE, None),
    ],
)
def test_who_may_do_what(actor: Actor, assigned: bool, action: Action, expected: type[Exception] | None) -> None:
    access = chosen(company(), choice(), BY).company.access()
    if expected is None:
        assert authorise(actor, access, assigned=assigned, action=action).company_id == "100"
        return
    with pytest.raises(expected) as caught:
        authorise(actor, access, assigned=assigned, action=action)
    assert type(caught.value) is expected


class AnyHistory(RuleBasedStateMachine):
    """Whatever happens to a company, these stay true."""

    users = st.sampled_from(["u1", "u2"])
    connections = st.sampled_from(["c1", "c2", "c3"])
    studios = st.sampled_from(["studio-a", "studio-b"])

    @initialize(user=users)
    def link_first(self, user: str) -> None:
        self.now = AT
        self.company = joined(None, IDENTITY, owner_link(user, "c1"), self._by(user)).company

    def _by(self, user: str) -> By:
        self.now += dt.timedelta(minutes=1)
        return By(user, user, self.now)

    def _take(self, changed) -> None:
        before, self.company = self.company, changed.company
        if changed.events:
            return
        # Nothing that a person would be told: then nothing about access changed either
        assert (before.owner_ids, before.studio_id, before.writer) == (
            self.company.owner_ids,
            self.company.studio_id,
            self.company.writer,
        )

    @rule(user=users, connection=connections)
    def link(self, user: str, connection: str) -> None:
        by = self._by(user)
        self._take(joined(self.company, IDENTITY, owner_link(user, connection, since=by.at), by))

    @rule(connection=connections, studio=studios)
    def link_as_studio(self, connection: str, studio: str) -> None:
        by = self._by("accountant")
        self._take(joined(self.company, IDENTITY, studio_link(studio, connection, since=by.at), by))

    @rule(connection=connections)
    def remove_connection(self, connection: str) -> None:
        self._take(unlinked(self.company, connection, self._by("u1")))

    @rule(connection=connections, studio=studios)
    def member_leaves(self, connection: str, studio: str) -> None:
        by = self._by("accountant")
        self._take(member_left(self.company, connection, studio, by))
        # Nothing is written for that studio through it, and a second time changes nothing
        writing = self.company.writing
        assert writing is None or (writing.connection_id, writing.studio_id) != (connection, studio)
        assert member_left(self.company, connection, studio, by) == (self.company, ())

    @rule(connection=connections)
    def lose(self, connection: str) -> None:
        self._take(lost(self.company, connection, self.now))

    @rule(studio=studios)
    def choose(self, studio: str) -> None:
        self._take(chosen(self.company, choice(studio), self._by("u1")))

    @rule(basis=st.sampled_from([Basis.CLIENTE, Basis.STUDIO]))
    def revoke(self, basis: Basis) -> None:
        self._take(revoked(self.company, basis, self._by("u1")))

    @rule(studio=studios)
    def drop(self, studio: str) -> None:
        self._take(dropped(self.company, studio, self._by("accountant")))
        assert self.company.studio_id != studio

    @rule(member=st.sampled_from(["m1", "m2"]))
    def assign(self, member: str) -> None:
        if self.company.studio_id:
            self.company = self.company.model_copy(update={"assigned": self.company.assigned | {member}})

    @invariant()
    def promises(self) -> None:
        now: LinkedCompany = self.company
        # One studio at a time, and every basis it is shown with is real
        assert (now.studio_id is None) == (now.studio_basis is None) == (not now.studio_bases)
        if now.choice is not None:
            assert now.studio_basis is Basis.CLIENTE
        # Nobody is assigned where no studio works
        assert now.studio_id or not now.assigned
        # A blocked studio is not in force by control
        if now.studio_basis is Basis.STUDIO:
            assert now.studio_id not in now.blocked_studios
        # The writer is a link of the company, and a healthy one whenever there is one
        open_doors = [k for k in now.links if not now.is_blocked(k)]
        healthy = [k.connection_id for k in open_doors if k.state is LinkState.COLLEGATA]
        assert now.writer is None or now.link_of(now.writer) is not None
        assert not healthy or now.writer in healthy
        # Never through a door that the owner has closed
        assert now.writer is None or now.writer in {k.connection_id for k in open_doors}
        # What is written is written through a door that works
        assert now.writing is None or now.link_state is LinkState.COLLEGATA
        # A door that was left behind is kept only where there is no other
        if any(k.left_behind for k in now.links):
            assert not [k for k in now.links if not k.left_behind and k.state is not LinkState.REVOCATA]
        # A studio that removed its own link does not work beside an owner in force
        if now.studio_basis is Basis.STUDIO and now.owners_in_force:
            assert now.control is not None
            assert now.control.state is not LinkState.REVOCATA
        # Who removed the link is no owner beside one who did not
        gone = {k.user_id for k in now.owner_links if k.state is LinkState.REVOCATA}
        if now.owners_in_force:
            assert not (gone - set(now.owners_in_force)) & set(now.access().owner_ids)


AnyHistory.TestCase.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
TestAnyHistory = AnyHistory.TestCase
