"""Settings of the functions: the only module that reads the environment.

Each function takes the mixins it needs; a missing value fails with its name at the first use, never at
import. Secrets are *names* here; their values are fetched when needed (``adapters/secrets.py``).
"""

from __future__ import annotations

import os
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError

PREFIX = "AUTOFATTURE_"


class Settings(BaseModel):
    """Read from ``AUTOFATTURE_<FIELD IN CAPITALS>``."""

    model_config = ConfigDict(frozen=True, extra="ignore")


S = TypeVar("S", bound=Settings)


@cache
def load(kind: type[S]) -> S:
    """The settings of one kind, validated once.

    Raises:
        RuntimeError: names the variables that are missing or not valid, without their values.
    """
    values = {name: os.environ[key] for name in kind.model_fields if (key := PREFIX + name.upper()) in os.environ}
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        names = ", ".join(PREFIX + str(item["loc"][0]).upper() for item in error.errors())
        message = f"settings missing or not valid: {names}"
        raise RuntimeError(message) from None


class Region(Settings):
    """What the AWS clients need beside the standard variables of the runtime."""

    aws_endpoint_url: str | None = None
    """Another address for AWS services; empty means AWS itself."""


class Storage(Region):
    table_name: str


class Documents(Region):
    documents_bucket: str


class Queues(Region):
    """Addresses of the queues that a function may write to. Only those in its own template entry are set."""

    start_queue_url: str | None = None
    signal_queue_url: str | None = None
    sdi_queue_url: str | None = None
    mail_queue_url: str | None = None
    export_queue_url: str | None = None
    route_queue_url: str | None = None
    restamp_queue_url: str | None = None
    webhook_queue_url: str | None = None


class StateMachines(Region):
    state_machine_arn: str
    export_state_machine_arn: str | None = None


class Identity(Region):
    """The Cognito pool. The client's secret is read through Secrets Manager by ``api_auth`` alone."""

    user_pool_id: str
    user_pool_client_id: str
    user_pool_client_secret_name: str
    signing_secret_name: str | None = None
    """Signs what a client has to bring back unchanged, such as the ticket between password and second factor."""


class Operations(Storage):
    """What ``operations_measure`` looks at."""

    stack_name: str
    dead_letter_queue_urls: str
    """Addresses, separated by spaces."""


class Public(Settings):
    """``public_url`` is configuration; it is never derived from a request."""

    public_url: str

    @property
    def secure_cookies(self) -> bool:
        return self.public_url.startswith("https://")


class Viewers(Settings):
    viewer_header: str = ""
    """The header with the viewer's address. Empty where nothing stops a viewer from writing it: then the address
    that the gateway saw counts."""


class FicApp(Settings):
    """The web app of Fatture in Cloud, where people go to see or to send a document."""

    fic_app_url: str = "https://secure.fattureincloud.it"
    fic_document_url: str = ""
    """One document's page, with ``{company_id}`` and ``{fic_id}``. Fatture in Cloud documents no such address, so that
    a deployment without one sends people to the app's front door."""

    @property
    def document_url(self) -> str:
        return self.fic_document_url or self.fic_app_url


class Webhook(Settings):
    """Notifications of Fatture in Cloud are signed with a key of theirs, published on their pages."""

    fic_webhook_public_key: str = ""
    """ES256, PEM in base64; empty where no notification is taken and the poller alone does the work."""
    public_url: str


class FattureInCloud(Region):
    fic_base_url: str = "https://api-v2.fattureincloud.it"
    fic_authorize_url: str = "https://api-v2.fattureincloud.it/oauth/authorize"
    """Where a browser is sent; it differs from the base URL only where the two live apart."""
    fic_app_url: str = "https://secure.fattureincloud.it"
    """For deep links to a document that the client has to send."""
    fic_secret_name: str
    """Secrets Manager: JSON with ``client_id`` and ``client_secret``."""
    tokens_key_id: str
    public_url: str


class Reading(Region):
    extraction_engine: str = "offline"
    """``anthropic``, ``bedrock`` or ``offline``."""
    anthropic_base_url: str | None = None
    anthropic_secret_name: str | None = None
    anthropic_model: str = "claude-haiku-5-5"
    bedrock_model: str = "eu.anthropic.claude-haiku-5-5"
    bedrock_region: str = "eu-central-1"
    anthropic_api_key: SecretStr | None = None
    """Only for the command line; a deployment names a secret instead."""


class Outside(Settings):
    """Public services of the field."""

    vies_base_url: str = "https://ec.europa.eu/taxation_customs/vies/rest-api"
    banca_italia_base_url: str = "https://tassidicambio.bancaditalia.it/terzevalute-wf-web/rest/v1.0"
    ecb_base_url: str = "https://data-api.ecb.europa.eu/service"


class MailSettings(Region):
    mail_from: str
    public_url: str


class Credits(Settings):
    welcome_credits: int = 10
    referral_credits: int = 10


class Waits(Settings):
    """Timeouts that the code itself needs to know, in seconds."""

    upload_form_seconds: int = 300
    download_seconds: int = 60
    extract_seconds: int = 150
    """For reading one document; less than the time-out of the function that reads."""
    resume_grace_seconds: int = 60
    """How long a row may be without a running execution before the next run starts."""
