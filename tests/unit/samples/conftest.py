"""The samples are drawn once for all tests of this folder."""

from __future__ import annotations

import pypdfium2
import pytest

from samples import Sample, catalogue

SAMPLES = {sample.key: sample for sample in catalogue()}


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """The bytes of every sample by key."""
    return {key: sample.make() for key, sample in SAMPLES.items()}


@pytest.fixture(scope="session")
def texts(files: dict[str, bytes]) -> dict[str, list[str]]:
    """The text layer of every page of every sample."""
    pages: dict[str, list[str]] = {}
    for key, content in files.items():
        document = pypdfium2.PdfDocument(content)
        pages[key] = []
        for page in document:
            text = page.get_textpage()
            pages[key].append(text.get_text_bounded())
            text.close()
            page.close()
        document.close()
    return pages


@pytest.fixture(params=list(SAMPLES.values()), ids=list(SAMPLES))
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each sample in turn."""
    found = request.param
    assert isinstance(found, Sample)
    return found
