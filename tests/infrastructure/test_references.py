"""What the files of the repository name can be found in the repository."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import PurePosixPath

import pytest

from local.place import ROOT

_PAGE = re.compile(r"(?<![\w*{}<>-])[\w./-]*[\w-]\.md(?![\w-])")
"""``docs/glossary.md``, or its end alone; a pattern such as ``*.md`` names no page."""
_ADDRESS = re.compile(r"https?://\S+")


def _tracked() -> list[str]:
    listed = subprocess.run(  # a fixed command
        ["git", "ls-files", "-z"],  # git of whoever works on the checkout
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    if listed.returncode:
        # An archive of the sources has no list of tracked files; CI always works on a checkout.
        (pytest.fail if os.environ.get("CI") else pytest.skip)("this is no git checkout")
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def _text(name: str) -> str:
    """Empty for what is not text."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def _missing(name: str, text: str, pages: set[str]) -> set[str]:
    """Pages that ``text`` names and that are none: neither a path (or the end of one) nor beside the file ``name``."""
    named = set(_PAGE.findall(_ADDRESS.sub("", text)))
    folder = PurePosixPath(name).parent
    ends = {"/".join(PurePosixPath(page).parts[start:]) for page in pages for start in range(page.count("/") + 1)}
    return {page for page in named if page not in ends and _resolved(folder / page) not in pages}


def _resolved(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts:
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def test_every_page_that_is_named_exists() -> None:
    """Defect: 120 comments sent their reader to private notes."""
    tracked = _tracked()
    pages = {name for name in tracked if name.endswith(".md")}

    missing = {name: gone for name in tracked if (gone := _missing(name, _text(name), pages))}

    assert missing == {}


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("see docs/adr/0012{md}", set()),
        ("[rules](../rules{md}), and rules{md} alone", set()),
        ("rules in notes{md}.", {"notes{md}"}),
        ("rules in ../notes/rules{md}", {"../notes/rules{md}"}),
        ("every *{md} and https://example.com/readme{md}", set()),
    ],
)
def test_how_a_page_is_found(text: str, gone: set[str]) -> None:
    md = ".md"
    pages = {f"docs/adr/0012{md}", f"docs/rules{md}"}

    found = _missing(f"docs/adr/0001{md}", text.format(md=md), pages)

    assert found == {name.format(md=md) for name in gone}
