"""Profile, studio, members, invitations, referral, credits, notices."""

from __future__ import annotations

from autofatture.entrypoints.http import create_app, handler_of

app = create_app("Autofatture")
handler = handler_of(app)
