"""Every failure that the product knows by name.

    AutofattureError
    ├── BadInput                what was sent cannot be used (400)
    │   └── UnreadableDocument  the file is not one we read: type, size, pages, encryption (422)
    ├── NotSignedIn             no valid session (401)
    │   └── BadCredentials      wrong address, password or code: which one is not told (401)
    ├── NotAllowed              the session may not do this (403)
    │   └── MfaRequired         acting on another's company needs a second factor (403)
    ├── NotFound                absent, or of another tenant: the two look alike (404)
    ├── Conflict                state or version changed meanwhile (409, carries the current version)
    │   ├── ConditionFailed     a write found another state than it expected: nothing was written (409)
    │   ├── StaleDocument       the row is no longer the one that was read
    │   ├── ActionFailed        a condition of another aggregate did not hold, nothing was written
    │   └── DuplicateDocument   the same file or the same invoice exists already (409)
    ├── TooManyRequests         our own limits (429)
    ├── NotEnoughCredits        (402)
    ├── RelinkNeeded            FiC no longer accepts the connection: a person must link it again (409)
    ├── PlanLimit               the company's FiC plan has no room or lacks a function (409)
    ├── TransientError          worth another attempt by a machine (503)
    │   └── RateLimited         the other side asks to wait; carries ``retry_after`` seconds (503)
    └── PermanentError          no attempt will help; a person has to look (500)
        ├── RefusedByFic        FiC refused the document; carries its reasons
        ├── OutcomeUnknown      an effect may or may not have happened: search before anything else
        └── Superseded          a newer run follows the document: this execution has nothing left to do

``code`` is stable and machine readable; ``message`` is Italian and says what happened, what was kept and
what to do. Neither ever holds a token, a secret or the content of a document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar


class AutofattureError(Exception):
    """Base of all named failures."""

    code: ClassVar[str] = "error"
    http_status: ClassVar[int] = 500
    default_message: ClassVar[str] = (
        "Si è verificato un errore. I tuoi dati sono al sicuro: riprova fra qualche minuto."
    )

    def __init__(
        self, message: str | None = None, *, code: str | None = None, details: dict[str, Any] | None = None
    ) -> None:
        """``code`` refines the class's own; ``details`` are JSON values for the client."""
        self.message = message or self.default_message
        self.error_code = code or self.code
        self.details: dict[str, Any] = details or {}
        super().__init__(f"{self.error_code}: {self.message}")


class BadInput(AutofattureError):
    code = "bad_input"
    http_status = 400
    default_message = "I dati inviati non sono validi. Nulla è stato modificato: correggi e riprova."


class UnreadableDocument(BadInput):
    code = "unreadable_document"
    http_status = 422
    default_message = "Il file non si può leggere. È stato conservato: puoi compilare i dati a mano."


class NotSignedIn(AutofattureError):
    code = "not_signed_in"
    http_status = 401
    default_message = "La sessione è scaduta. Le modifiche sono conservate: accedi di nuovo."


class BadCredentials(NotSignedIn):
    code = "bad_credentials"
    default_message = (
        "E-mail o password non corrette, oppure indirizzo ancora da confermare. "
        "Controlla i dati; se ti sei appena iscritto, inserisci il codice che hai ricevuto per e-mail."
    )


class NotAllowed(AutofattureError):
    code = "not_allowed"
    http_status = 403
    default_message = "Non hai il permesso per questa operazione."


class MfaRequired(NotAllowed):
    code = "mfa_required"
    default_message = (
        "Per lavorare sull'azienda di un cliente serve la verifica in due passaggi. "
        "Attivala in Account → Sicurezza, poi accedi di nuovo."
    )


class NotFound(AutofattureError):
    code = "not_found"
    http_status = 404
    default_message = "Non trovato, oppure non è accessibile con questo accesso."


class Conflict(AutofattureError):
    code = "conflict"
    http_status = 409
    default_message = "Nel frattempo qualcosa è cambiato. Le tue modifiche non sono perse: confrontale e riprova."


class ConditionFailed(Conflict):
    """Raised by the stores. ``reasons`` has one code per action of a transaction, ``row`` what stands there."""

    def __init__(self, reasons: Sequence[str] = (), row: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.reasons = tuple(reasons)
        self.row = row

    def at(self, position: int) -> bool:
        """Whether it was the condition of this action of the transaction that did not hold."""
        return position < len(self.reasons) and self.reasons[position] == "ConditionalCheckFailed"


class DuplicateDocument(Conflict):
    code = "duplicate_document"
    default_message = "Questo documento è già presente."


class StaleDocument(Conflict):
    """The row moved on since it was read; ``details.version`` is the current one."""

    code = "stale_document"


class ActionFailed(Conflict):
    """A condition of another aggregate did not hold, and so nothing was written."""

    code = "action_failed"


class TooManyRequests(AutofattureError):
    code = "too_many_requests"
    http_status = 429
    default_message = "Troppe richieste in poco tempo. Attendi un momento e riprova."


class NotEnoughCredits(AutofattureError):
    code = "not_enough_credits"
    http_status = 402
    default_message = (
        "Non ci sono autofatture disponibili. La bozza è salvata: acquista crediti Autofatture o invita un collega."
    )


class RelinkNeeded(AutofattureError):
    code = "relink_needed"
    http_status = 409
    default_message = (
        "Il collegamento con Fatture in Cloud non è più valido. Il lavoro in coda è conservato: "
        "il cliente deve ricollegare l'account."
    )


class PlanLimit(AutofattureError):
    code = "plan_limit"
    http_status = 409
    default_message = (
        "Il piano Fatture in Cloud dell'azienda non permette di creare altri documenti. "
        "La bozza è salvata: aggiorna il piano, poi riprova."
    )


class TransientError(AutofattureError):
    """A state machine retries this class by its name."""

    code = "temporarily_unavailable"
    http_status = 503
    default_message = "Il servizio è momentaneamente occupato. Nulla è andato perso: riprova fra poco."


class RateLimited(TransientError):
    code = "rate_limited"

    def __init__(self, message: str | None = None, *, retry_after: int) -> None:
        """``retry_after`` in seconds, as the other side asked."""
        super().__init__(message, details={"retry_after": retry_after})
        self.retry_after = retry_after


class PermanentError(AutofattureError):
    """A state machine does not retry this class nor its subclasses."""

    code = "permanent_error"


class RefusedByFic(PermanentError):
    code = "refused_by_fic"
    http_status = 422
    default_message = "Fatture in Cloud non ha accettato il documento. La bozza è salvata: correggi e riprova."


class OutcomeUnknown(PermanentError):
    code = "outcome_unknown"
    default_message = (
        "Non sappiamo se Fatture in Cloud ha creato il documento. Non verrà creato di nuovo da solo: "
        "controlla in Fatture in Cloud, poi scegli come continuare."
    )


class Superseded(PermanentError):
    """A newer run of the same document has taken over: this execution ends without touching the row."""

    code = "superseded"
    default_message = "Il documento è già seguito da una nuova esecuzione."
