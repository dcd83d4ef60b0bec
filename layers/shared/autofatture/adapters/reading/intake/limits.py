"""Limits of what is accepted, the same for every door (upload, e-mail, command line)."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 10 * 1024 * 1024
"""One document. SdI takes 5 MB of a whole self-invoice, models take 20: ten is ample for an invoice."""
MAX_ARCHIVE_BYTES: Final = 60 * 1024 * 1024
"""All parts of a ZIP together, unpacked."""
MAX_PARTS: Final = 200
"""Documents in one ZIP or e-mail."""
MAX_PAGES: Final = 50
MAX_WORDS: Final = 60_000
"""Words kept of one document; a page of an invoice has about 400."""
MAX_XML_BYTES: Final = 8 * 1024 * 1024
MAX_ATTACHMENTS: Final = 64
"""Files embedded in one PDF that are looked at."""
TIME_LIMIT_SECONDS: Final = 8
"""Of the process that parses one document."""
MEMORY_LIMIT_BYTES: Final = 512 * 1024 * 1024
RECOGNITION_SECONDS: Final = 120
"""Of the process that recognises the text of a scan: a local extra, on a machine of one's own."""
RECOGNITION_BYTES: Final = 4 * 1024 * 1024 * 1024
