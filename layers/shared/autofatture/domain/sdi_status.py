"""What FiC's ``ei_status`` means for a self-invoice: the one table that poller, screens and exports read.

``sent`` is the end state of a delivered self-invoice; SdI has up to five days to refuse it all the same, so it
is watched for seven. The words of public bodies (``accepted``, ``no_response`` and their like) are not expected
and never translated: a person sees FiC's own word.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from autofatture.domain.document import Status

WATCH_DAYS: Final = 7
"""How long a document that SdI took is still asked about: a later ``discarded`` takes it back to review."""


class SdiStatus(NamedTuple):
    value: str | None
    """FiC's own word."""
    status: Status
    label: str
    """Italian, for people."""
    waits: bool
    """Nothing is decided yet: keep asking."""
    final: bool
    """No later answer is expected, apart from a late refusal while the document is watched."""
    export_open: bool
    """The document counts as issued, so its XML can be downloaded as sent."""
    watched: bool = False
    """Final, but asked about for :data:`WATCH_DAYS` more days."""
    needs_person: bool = False
    """Somebody has to act: correct and send again, or look into FiC."""


_TO_SEND = "Da inviare a SdI da Fatture in Cloud"

_TABLE: Final[dict[str | None, SdiStatus]] = {
    row.value: row
    for row in (
        SdiStatus(None, Status.TO_SEND, _TO_SEND, waits=True, final=False, export_open=False),
        SdiStatus("not_sent", Status.TO_SEND, _TO_SEND, waits=True, final=False, export_open=False),
        SdiStatus("attempt", Status.IN_TRANSIT, "Invio in corso", waits=True, final=False, export_open=False),
        SdiStatus("pending", Status.IN_TRANSIT, "Invio in verifica", waits=True, final=False, export_open=False),
        SdiStatus("processing", Status.IN_TRANSIT, "In consegna da SdI", waits=True, final=False, export_open=False),
        SdiStatus("sent", Status.SENT, "Inviata a SdI", waits=False, final=True, export_open=True, watched=True),
        SdiStatus(
            "not_delivered",
            Status.NOT_DELIVERED,
            "Emessa (copia nel cassetto fiscale)",
            waits=False,
            final=True,
            export_open=True,
            watched=True,
        ),
        SdiStatus(
            "discarded",
            Status.DISCARDED,
            "Scartata da SdI: da correggere",
            waits=False,
            final=True,
            export_open=False,
            needs_person=True,
        ),
        SdiStatus(
            "error",
            Status.SDI_ERROR,
            "Errore di invio: reinviare da Fatture in Cloud",
            waits=True,
            final=False,
            export_open=False,
            needs_person=True,
        ),
        SdiStatus(
            "missing",
            Status.SDI_ERROR,
            "Fattura elettronica mancante: controllare in Fatture in Cloud",
            waits=True,
            final=False,
            export_open=False,
            needs_person=True,
        ),
        *(
            SdiStatus(value, Status.OTHER_SDI, value, waits=False, final=True, export_open=issued, needs_person=True)
            for value, issued in (
                ("accepted", True),
                ("manual_accepted", True),
                ("no_response", True),
                ("rejected", False),
                ("manual_rejected", False),
            )
        ),
    )
}


def sdi_status(value: str | None) -> SdiStatus:
    """The row of ``value``. A value that nobody knows is shown as it is and asked about again."""
    known = _TABLE.get(value or None)
    if known is not None:
        return known
    word = str(value)
    return SdiStatus(word, Status.OTHER_SDI, word, waits=True, final=False, export_open=False, needs_person=True)
