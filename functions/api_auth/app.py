"""HTTP routes of signing up and in."""

from __future__ import annotations

from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.content_types import APPLICATION_JSON
from pydantic import BaseModel

from autofatture import __version__
from autofatture.bootstrap import accounts as services
from autofatture.domain.errors import NotSignedIn
from autofatture.entrypoints.cookies import bearer_of, ended_cookie, renewal_of, session_cookie
from autofatture.entrypoints.http import claims, create_app, handler_of, viewer_of
from autofatture.entrypoints.wire import people as wire
from autofatture.services.sign_in import LoggedIn

app = create_app("Autofatture: accesso")


def _place() -> str:
    return viewer_of(app, trusted=services.viewer_header())


SessionOrChallenge = wire.SessionAnswer | wire.ChallengeAnswer


class Health(BaseModel):
    ok: bool
    version: str


def _session(logged_in: LoggedIn) -> Response[Any]:
    cookies = []
    if logged_in.renewal is not None:
        cookies = [session_cookie(logged_in.renewal, secure=services.secure_cookies())]
    return Response(200, APPLICATION_JSON, wire.session_answer(logged_in), cookies=cookies)


def _ended() -> Response[None]:
    return Response(204, cookies=[ended_cookie(secure=services.secure_cookies())])


@app.get("/health")
def health() -> Health:
    return Health(ok=True, version=__version__)


@app.post("/auth/sign-up", status_code=202)
def sign_up(body: wire.SignUpRequest) -> None:
    services.sign_up().sign_up(
        body.email, body.password, name=body.name, referral_code=body.referral_code, invitation=body.invitation
    )


@app.post("/auth/confirm", status_code=204)
def confirm(body: wire.ConfirmRequest) -> None:
    services.sign_up().confirm(body.email, body.code, source=_place())


@app.post("/auth/resend", status_code=202)
def resend(body: wire.EmailRequest) -> None:
    services.sign_up().resend(body.email, source=_place())


@app.post("/auth/log-in")
def log_in(body: wire.LogInRequest) -> Response[SessionOrChallenge]:
    answer = services.sign_in().log_in(body.email, body.password, source=_place())
    if isinstance(answer, LoggedIn):
        return _session(answer)
    return Response(200, APPLICATION_JSON, wire.ChallengeAnswer(ticket=answer))


@app.post("/auth/log-in/totp")
def log_in_totp(body: wire.TotpLogInRequest) -> Response[wire.SessionAnswer]:
    return _session(services.sign_in().log_in_totp(body.ticket.get_secret_value(), body.code))


@app.post("/auth/refresh")
def refresh() -> Response[wire.SessionAnswer]:
    renewal = renewal_of(app)
    if renewal is None:
        raise NotSignedIn
    return _session(services.sign_in().refresh(renewal))


@app.post("/auth/log-out", status_code=204)
def log_out() -> Response[None]:
    services.sign_in().log_out(renewal_of(app))
    return _ended()


@app.post("/auth/log-out-everywhere", status_code=204)
def log_out_everywhere() -> Response[None]:
    services.sign_in().log_out_everywhere(claims(app))
    return _ended()


@app.post("/auth/password/forgot", status_code=202)
def forgot_password(body: wire.EmailRequest) -> None:
    services.credentials().forgot_password(body.email, source=_place())


@app.post("/auth/password/reset", status_code=204)
def reset_password(body: wire.ResetRequest) -> None:
    services.credentials().reset_password(body.email, body.code, body.password, source=_place())


@app.post("/auth/password", status_code=204)
def change_password(body: wire.PasswordRequest) -> None:
    services.credentials().change_password(claims(app), bearer_of(app), body.old, body.new)


@app.post("/auth/email", status_code=202)
def change_email(body: wire.EmailRequest) -> None:
    services.credentials().ask_email_change(claims(app), body.email)


@app.post("/auth/email/confirm", status_code=204)
def confirm_email(body: wire.CodeRequest) -> None:
    services.credentials().confirm_email_change(claims(app), body.code)


@app.post("/auth/totp")
def new_totp() -> wire.TotpAnswer:
    secret, address = services.credentials().new_totp(claims(app), bearer_of(app))
    return wire.TotpAnswer(secret=secret.get_secret_value(), otpauth_uri=address.get_secret_value())


@app.post("/auth/totp/confirm", status_code=204)
def confirm_totp(body: wire.CodeRequest) -> None:
    services.credentials().confirm_totp(claims(app), bearer_of(app), body.code)


@app.delete("/auth/totp", status_code=204)
def disable_totp() -> None:
    services.credentials().disable_totp(claims(app))


handler: Any = handler_of(app)
