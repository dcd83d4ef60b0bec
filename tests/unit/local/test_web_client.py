"""The authenticator of the demo's people."""

from __future__ import annotations

import base64

import pytest

from local.web_client import totp


@pytest.mark.parametrize(("at", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_codes_are_those_of_rfc_6238(at: int, code: str):
    """Appendix B, last six digits."""
    assert totp(base64.b32encode(b"12345678901234567890").decode(), at=at) == code
