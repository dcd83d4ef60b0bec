"""The name under which the supplier's file is attached in Fatture in Cloud."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autofatture.domain.document import Document
from autofatture.services.source_attachment import attachment_name
from tests.fakes.world import DOCUMENT_ID, World


def named(name: str, content_type: str = "application/pdf") -> Document:
    return World().document().model_copy(update={"file_name": name, "content_type": content_type})


@pytest.mark.parametrize(
    ("given_name", "attached"),
    [
        ("Invoice IE-2026 0042.pdf", "Invoice-IE-2026-0042.pdf"),
        ("Rechnung für März.PDF", "Rechnung-fur-Marz.pdf"),
        ("C:\\Users\\anna\\fattura.pdf", "fattura.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("请求书.pdf", f"{DOCUMENT_ID}.pdf"),
        (".pdf", "pdf.pdf"),
        ('a"; filename="b.exe.pdf', "a-filename-b.exe.pdf"),
    ],
)
def test_the_name_is_the_file_s_in_plain_characters(given_name: str, attached: str) -> None:
    assert attachment_name(named(given_name)) == attached


def test_the_ending_is_that_of_the_bytes() -> None:
    assert attachment_name(named("scan.pdf", "image/png")) == "scan.png"


@given(st.text(max_size=300))
def test_every_name_can_be_written_everywhere(name: str) -> None:
    assert re.fullmatch(
        r"[A-Za-z0-9][A-Za-z0-9._-]{0,54}[A-Za-z0-9]\.pdf|[A-Za-z0-9]\.pdf", attachment_name(named(name))
    )
    assert len(attachment_name(named(name))) <= 60
