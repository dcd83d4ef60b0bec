"""HTTP routes of the person, the studio, invitations, credits and notices."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Header, Query

from autofatture.bootstrap import accounts as services
from autofatture.bootstrap import suppliers as memory
from autofatture.entrypoints.http import claims, create_app, handler_of
from autofatture.entrypoints.wire import accounts as wire
from autofatture.entrypoints.wire import suppliers
from autofatture.entrypoints.wire.people import UserView, user_view
from autofatture.services.invitations import Invited
from autofatture.services.studios import Profile

app = create_app("Autofatture: account")

Cursor = Annotated[str | None, Query(max_length=2000)]
Limit = Annotated[int, Query(ge=1, le=100)]
IdempotencyKey = Annotated[str | None, Header(alias="idempotency-key", max_length=100)]
Words = Annotated[str | None, Query(max_length=100)]


@app.get("/me")
def me() -> UserView:
    return user_view(services.me().show(claims(app)))


@app.patch("/me")
def change_me(body: wire.MeChange) -> UserView:
    changed = services.me().change(claims(app), name=body.name, locale=body.locale, only_mine=body.only_mine)
    return user_view(changed)


@app.get("/me/export")
def export_me() -> wire.ExportAnswer:
    return wire.ExportAnswer(download_url=services.account_export().make(claims(app)))


@app.delete("/me", status_code=202)
def close(body: wire.CloseRequest) -> None:
    services.closing().close(claims(app), body.password)


@app.get("/studio")
def studio() -> wire.StudioView:
    found, signed_in = services.studios().show(claims(app))
    return wire.studio_view(found, signed_in.user.role)


@app.put("/studio")
def save_studio(body: wire.StudioRequest) -> wire.StudioView:
    return wire.studio_view(services.studios().save(claims(app), Profile(**body.model_dump())), None)


@app.post("/studio/withdraw")
def withdraw() -> wire.WithdrawAnswer:
    done = services.studios().withdraw(claims(app))
    return wire.WithdrawAnswer(links_kept=done.links_kept, message=done.message)


@app.patch("/studio/settings")
def studio_rules(body: wire.StudioRules) -> wire.StudioView:
    saved = services.studios().change_rules(claims(app), body.given())
    return wire.studio_view(saved, None)


@app.get("/studios")
def studios(
    q: Words = None, city: Words = None, vat_number: Words = None, limit: Limit = 20, cursor: Cursor = None
) -> wire.StudioList:
    found, following = services.studios().search(
        claims(app), q=q, city=city, vat_number=vat_number, cursor=cursor, limit=limit
    )
    return wire.studio_list(found, following)


@app.get("/studio/members")
def members() -> wire.MemberList:
    return wire.MemberList(items=[wire.member_view(one) for one in services.members().all(claims(app))])


@app.post("/studio/members", status_code=201)
def invite_member(body: wire.MemberInvite, idempotency_key: IdempotencyKey = None) -> wire.MemberInvitationView:
    asker = claims(app)
    return services.idempotency().once(
        asker,
        idempotency_key,
        operation="invite_member",
        request=body,
        answer=wire.MemberInvitationView,
        work=lambda: wire.member_invitation_view(services.members().invite(asker, body.email, body.role)),
    )


@app.post("/studio/members/accept")
def accept(body: wire.AcceptRequest) -> UserView:
    services.members().accept(claims(app), body.token)
    return user_view(services.me().show(claims(app)))


@app.patch("/studio/members/<user_id>")
def change_member(user_id: str, body: wire.MemberChange) -> wire.MemberView:
    changed = services.members().change(claims(app), user_id, role=body.role, all_companies=body.all_companies)
    return wire.member_view(changed)


@app.delete("/studio/members/<user_id>", status_code=204)
def remove_member(user_id: str) -> None:
    services.members().remove(claims(app), user_id)


@app.put("/studio/members/<user_id>/companies")
def assign(user_id: str, body: wire.AssignRequest) -> wire.AssignAnswer:
    return wire.AssignAnswer(company_ids=services.members().assign(claims(app), user_id, body.company_ids))


@app.get("/studio/invitations")
def invitations(limit: Annotated[int, Query(ge=1, le=500)] = 100, cursor: Cursor = None) -> wire.InvitationList:
    found, following, link = services.invitations().all(claims(app), cursor=cursor, limit=limit)
    return wire.InvitationList(items=[wire.invitation_view(one) for one in found], next_cursor=following, link=link)


@app.post("/studio/invitations", status_code=201)
def invite(body: wire.InviteRequest, idempotency_key: IdempotencyKey = None) -> wire.InviteAnswer:
    asker = claims(app)
    clients = [Invited(one.email, one.name) for one in body.clients]
    return services.idempotency().once(
        asker,
        idempotency_key,
        operation="invite_clients",
        request=body,
        answer=wire.InviteAnswer,
        work=lambda: wire.invite_answer(services.invitations().invite(asker, clients)),
    )


@app.get("/referral")
def referral() -> wire.ReferralView:
    return wire.referral_view(services.invitations().my_referral(claims(app)))


@app.get("/credits")
def credit_movements(limit: Limit = 50, cursor: Cursor = None) -> wire.CreditsView:
    return wire.credits_view(services.wallets().page(claims(app), cursor=cursor, limit=limit))


@app.get("/credits/usage.csv")
def usage(first: Annotated[dt.date, Query(alias="from")], last: Annotated[dt.date, Query(alias="to")]) -> Response[str]:
    text = services.wallets().usage_csv(claims(app), first, last)
    name = f"crediti_{first}_{last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(200, "text/csv; charset=utf-8", text, headers=headers)


@app.get("/notices")
def notices(limit: Limit = 50, cursor: Cursor = None) -> wire.NoticeList:
    user_id = services.access().signed_in(claims(app)).user.user_id
    return wire.notice_list(*services.notices().of_user(user_id, cursor=cursor, limit=limit))


@app.post("/notices/<notice_id>/read", status_code=204)
def read_notice(notice_id: str) -> None:
    user_id = services.access().signed_in(claims(app)).user.user_id
    services.notices().read(user_id, notice_id)


@app.get("/studio/suppliers")
def studio_suppliers(q: Words = None, limit: Limit = 50, cursor: Cursor = None) -> suppliers.SupplierList:
    return suppliers.supplier_list(memory.supplier_desk().of_studio(claims(app), q=q, cursor=cursor, limit=limit))


@app.put("/studio/suppliers/<supplier_id>")
def edit_studio_supplier(supplier_id: str, body: suppliers.SupplierRequest) -> suppliers.SupplierView:
    edited = memory.supplier_desk().edit_in_studio(claims(app), supplier_id, body.facts, version=body.version)
    return suppliers.supplier_view(edited)


@app.delete("/studio/suppliers/<supplier_id>", status_code=204)
def forget_studio_supplier(supplier_id: str) -> None:
    memory.supplier_desk().forget_in_studio(claims(app), supplier_id)


handler: Any = handler_of(app)
