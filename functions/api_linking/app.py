"""HTTP routes of linking Fatture in Cloud and of choosing an accountant."""

from __future__ import annotations

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Query

from autofatture.bootstrap import accounts as services
from autofatture.domain.access import Basis
from autofatture.entrypoints.http import claims, create_app, handler_of
from autofatture.entrypoints.wire import linking as wire
from autofatture.services.letters import STUDIO_MAY

app = create_app("Autofatture: Fatture in Cloud")


@app.post("/fattureincloud/authorize")
def authorize(body: wire.AuthorizeRequest) -> wire.AuthorizeAnswer:
    return wire.AuthorizeAnswer(authorize_url=services.linking().authorize(claims(app), body.return_to))


@app.post("/fattureincloud/callback")
def callback(body: wire.CallbackRequest) -> wire.CallbackAnswer:
    return wire.callback_answer(services.linking().callback(claims(app), body.code, body.state), STUDIO_MAY)


@app.get("/fattureincloud/connections")
def connections() -> wire.ConnectionList:
    found = services.linking().connections(claims(app))
    return wire.ConnectionList(items=[wire.connection_view(one, companies) for one, companies in found])


@app.delete("/fattureincloud/connections/<connection_id>", status_code=204)
def unlink(connection_id: str) -> None:
    services.linking().unlink(claims(app), connection_id)


@app.put("/fattureincloud/studio")
def choose_for_all(body: wire.ChooseRequest) -> wire.ChoiceAnswer:
    companies, studio = services.choosing().choose_for_all(claims(app), body.studio_id)
    return wire.choice_answer(studio, companies, STUDIO_MAY)


@app.delete("/fattureincloud/studio", status_code=204)
def end_choice_for_all() -> None:
    services.choosing().end_standing(claims(app))


@app.put("/companies/<company_id>/studio")
def choose(company_id: str, body: wire.ChooseRequest) -> wire.ChoiceAnswer:
    company, studio = services.choosing().choose(claims(app), company_id, body.studio_id)
    return wire.choice_answer(studio, [company], STUDIO_MAY)


@app.delete("/companies/<company_id>/studio")
def revoke(company_id: str, basis: Annotated[wire.RevokedBasis | None, Query()] = None) -> wire.CompanyAccessView:
    return wire.access_view(services.choosing().revoke(claims(app), company_id, Basis(basis) if basis else None))


@app.post("/companies/<company_id>/drop", status_code=204)
def drop(company_id: str) -> None:
    services.choosing().drop(claims(app), company_id)


@app.post("/companies/<company_id>/check")
def check(company_id: str) -> wire.CheckAnswer:
    return wire.check_answer(services.linking().check_again(claims(app), company_id))


handler: Any = handler_of(app)
