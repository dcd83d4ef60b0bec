"""A connection: one user's authorisation of this product in one FiC account.

Tokens are only ever held encrypted here. ``generation`` counts the pairs of tokens that were stored; a lease
lets one caller refresh while the others wait.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from pydantic import BaseModel, ConfigDict, SecretStr

from autofatture.domain.linked_company import LinkState

SCOPES = ("issued_documents.self_invoices:a", "entity.suppliers:a", "settings:r")
"""The least that creating self-invoices needs. Changing them means a new authorisation by every client."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tokens(_Model):
    """A pair as FiC issues it. Both parts are secrets."""

    access: SecretStr
    refresh: SecretStr
    expires_in: int
    """Seconds; FiC says 24 hours."""


class Connection(_Model):
    connection_id: str
    user_id: str
    fic_user_id: str
    fic_user_name: str
    state: LinkState = LinkState.COLLEGATA
    scopes: tuple[str, ...] = SCOPES
    generation: int = 1
    access: str
    """Ciphertext, base64."""
    refresh: str
    """Ciphertext, base64."""
    access_expires: dt.datetime
    lease_owner: str | None = None
    lease_until: dt.datetime | None = None
    company_ids: tuple[str, ...] = ()
    closed_to: frozenset[str] = frozenset()
    """Studios that its person has left: from that moment it writes nothing for them. Linked again as one of their
    *titolari*, it does."""
    created_at: dt.datetime
    linked_at: dt.datetime

    @property
    def context(self) -> dict[str, str]:
        """What the ciphertexts are bound to: KMS refuses to decrypt them as another tenant's."""
        return {"tenant": self.user_id, "connection": self.connection_id}


def connection_id_of(user_id: str, fic_user_id: str) -> str:
    """Linking the same FiC account again renews the connection instead of adding one."""
    return hashlib.sha256(f"{user_id}|{fic_user_id}".encode()).hexdigest()[:24]
