"""The table of ``ei_status``, value by value."""

from __future__ import annotations

import pytest

from autofatture.domain.document import Status
from autofatture.domain.sdi_status import sdi_status

#                  value               status                label                                  waits  final  export watch  person
TABLE = [
    (None,               Status.TO_SEND,       "Da inviare a SdI da Fatture in Cloud", True,  False, False, False, False),
    ("not_sent",         Status.TO_SEND,       "Da inviare a SdI da Fatture in Cloud", True,  False, False, False, False),
    ("attempt",          Status.IN_TRANSIT,    "Invio in corso",                       True,  False, False, False, False),
    ("pending",          Status.IN_TRANSIT,    "Invio in verifica",                    True,  False, False, False, False),
    ("processing",       Status.IN_TRANSIT,    "In consegna da SdI",                   True,  False, False, False, False),
    ("sent",             Status.SENT,          "Inviata a SdI",                        False, True,  True,  True,  False),
    ("not_delivered",    Status.NOT_DELIVERED, "Emessa (copia nel cassetto fiscale)",  False, True,  True,  True,  False),
    ("discarded",        Status.DISCARDED,     "Scartata da SdI: da correggere",       False, True,  False, False, True),
    ("error",            Status.SDI_ERROR,     None,                                   True,  False, False, False, True),
    ("missing",          Status.SDI_ERROR,     None,                                   True,  False, False, False, True),
    ("accepted",         Status.OTHER_SDI,     "accepted",                             False, True,  True,  False, True),
    ("manual_accepted",  Status.OTHER_SDI,     "manual_accepted",                      False, True,  True,  False, True),
    ("no_response",      Status.OTHER_SDI,     "no_response",                          False, True,  True,  False, True),
    ("rejected",         Status.OTHER_SDI,     "rejected",                             False, True,  False, False, True),
    ("manual_rejected",  Status.OTHER_SDI,     "manual_rejected",                      False, True,  False, False, True),
    ("some_new_word",    Status.OTHER_SDI,     "some_new_word",                        True,  False, False, False, True),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=[str(row[0]) for row in TABLE])
def test_each_value(row: tuple[str | None, Status, str | None, bool, bool, bool, bool, bool]) -> None:
    value, status, label, waits, final, export_open, watched, needs_person = row
    found = sdi_status(value)
    assert (found.value, found.status) == (value, status)
    assert found.label == label or label is None
    assert found.label
    flags = (found.waits, found.final, found.export_open, found.watched, found.needs_person)
    assert flags == (waits, final, export_open, watched, needs_person)


def test_the_word_accettata_is_never_used() -> None:
    """It belongs to public bodies: a self-invoice is *inviata* or *emessa*."""
    assert not any("accettata" in sdi_status(row[0]).label.lower() for row in TABLE)


def test_sent_is_the_end_and_not_a_wait() -> None:
    """Read as "wait", the download of the XML would never open."""
    assert sdi_status("sent").final
    assert sdi_status("sent").export_open


def test_an_empty_value_is_not_sent() -> None:
    assert sdi_status("").status is Status.TO_SEND
