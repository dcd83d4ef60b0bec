"""What can be set about the sandbox, at the start and while it runs."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from sandbox.database import Database


class Options(BaseModel):
    """Where the real behaviour is not known, the default is the stricter reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    short_limit: int = 300
    """Requests in 5 minutes per company, over all apps and users. More: 429."""
    hourly_limit: int = 1_000
    """Requests per clock hour for each pair of company and app. More: 403 with Retry-After."""
    monthly_limit: int = 40_000
    unknown_numeration: Literal["refuse", "create"] = "refuse"
    """What a series that the company does not have does to a new document."""
    negative_documents: Literal["accept", "refuse"] = "accept"
    verify_errors: Literal["array", "object", "extra"] = "array"
    """Which of the three documented shapes a failed ``xml_verify`` answers with."""
    studio_writes: bool = True
    """Whether a studio's token may write in the companies that it controls."""
    refresh_grace_seconds: int = 0
    """How long an old refresh token goes on working after its successor was handed out."""
    refresh_kills_access: bool = False
    """Whether the access token of before dies with a refresh too."""
    search_lag_seconds: float = Field(default=0, ge=0)
    """How long a new document is missing from lists, though it can be read by its id."""
    sdi_delays: tuple[float, float, float] = (2, 2, 2)
    """Seconds in ``attempt``, ``pending`` and ``processing``."""
    sdi_outcome: str = "auto"
    """``auto`` lets the controls decide; any ``ei_status`` forces that ending."""
    sdi_late_discard_after: float | None = Field(default=None, ge=0)
    """Seconds after ``sent`` at which SdI still refuses, or None."""
    webhooks_enabled: bool = True
    webhook_copies: int = Field(default=1, ge=1)
    webhook_order: Literal["as_happened", "reversed"] = "as_happened"
    rates_unavailable: tuple[str, ...] = ()
    """Sources that answer 503: ``bancaditalia``, ``ecb``."""
    vies_unavailable: bool = False


def load(database: Database) -> Options:
    return Options.model_validate(database.setting("options", {}))


def change(database: Database, changes: dict[str, object]) -> Options:
    """Apply some new values and keep the others.

    Raises:
        pydantic.ValidationError: unknown name or value.
    """
    with database.transaction():
        merged = {**load(database).model_dump(mode="json"), **changes}
        options = Options.model_validate(merged)
        database.set_setting("options", options.model_dump(mode="json"))
    return options
