"""Every action of the audit trail and every kind of notice is in the glossary."""

from __future__ import annotations

import re
from pathlib import Path

from autofatture.domain.credits import MovementKind
from autofatture.domain.referral import ReferralOutcome

ROOT = Path(__file__).resolve().parents[3]
_WORD = re.compile(
    r'"((?:account|company|studio|credits|fattureincloud|document|draft|reminders|link|referral|supplier_memory)\.[a-z_]+)"'
)


def test_the_glossary_knows_every_action_and_notice() -> None:
    services = (ROOT / "layers" / "shared" / "autofatture" / "services").rglob("*.py")
    used = {word for path in services for word in _WORD.findall(path.read_text(encoding="utf-8"))}
    used |= {f"credits.{kind.value}" for kind in (MovementKind.GRANT, MovementKind.PURCHASE)}
    used |= {f"referral.{outcome.value}" for outcome in ReferralOutcome}
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert len(used) > 40
    assert [word for word in sorted(used) if f"`{word}`" not in glossary] == []
