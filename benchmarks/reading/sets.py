"""The sets of documents with a truth: the public one, our samples, and invoices invented by seed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.reading.invented import invent
from samples import catalogue

ROOT = Path(__file__).resolve().parents[2]
SEEDS = 200


class Case(NamedTuple):
    """One document. ``text``: it has a text layer that can be read."""

    name: str
    source: bytes
    truth: dict[str, Any]
    text: bool
    embedded: bool


def public_folder() -> Path:
    shared = Path(os.environ.get("AUTOFATTURE_SHARED", ROOT.parent / "shared"))
    return shared / "data" / "invoices" / "public"


def public() -> Iterator[Case]:
    folder = public_folder()
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        source = (folder / truth["file"]).read_bytes()
        yield Case(truth["file"], source, truth, truth["has_text_layer"], truth["embedded_xml"] != "none")


def samples() -> Iterator[Case]:
    for sample in catalogue("all"):
        if not sample.file_name.endswith(".pdf") or len(sample.truths) != 1:
            continue
        truth = sample.truths[0].model_dump(mode="json")
        yield Case(sample.file_name, sample.make(), truth, truth["has_text"], truth["embedded_xml"])


def invented() -> Iterator[Case]:
    for seed in range(SEEDS):
        made = invent(seed)
        yield Case(made.name, made.pdf, made.truth, text=True, embedded=False)
