"""The whole set, printed by a browser and read: pages say the truth, and no target is missed."""

from __future__ import annotations

import os

import pytest

from benchmarks.unseen.__main__ import run
from benchmarks.unseen.catalogue import every_page
from benchmarks.unseen.printing import NoBrowser, printed_set
from benchmarks.unseen.reporting import missed
from tests.unit.unseen.test_documents import missing_from


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    try:
        return printed_set(tmp_path_factory.mktemp("unseen"))
    except NoBrowser as error:
        if os.environ.get("CI"):
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.mark.browser
def test_every_page_says_what_its_truth_says(printed):
    folder, truths = printed
    by_file = {truth["file"]: truth for truth in truths}
    wrong = {
        bill.stem: missing
        for bill, _ in every_page()
        if (missing := missing_from((folder / f"{bill.stem}.pdf").read_bytes(), by_file[f"{bill.stem}.pdf"], bill))
    }
    assert wrong == {}


@pytest.mark.browser
def test_no_target_is_missed(printed):
    folder, truths = printed
    score, _ = run(folder, truths, rounds=1)
    assert missed(score) == []
