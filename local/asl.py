"""The state machine's YAML as JSON: the emulator deploys YAML definitions, and then every execution fails."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

_NUMBER = re.compile(
    r'("(?:TimeoutSeconds|HeartbeatSeconds|Seconds|IntervalSeconds|MaxDelaySeconds|MaxAttempts|MaxConcurrency)": )'
    r'"(\$\{\w+\})"'
)


def to_json(definition: Path) -> str:
    """JSON in which a placeholder of a number is not quoted, as it is not in the YAML."""
    text = json.dumps(yaml.safe_load(definition.read_text(encoding="utf-8")), indent=2, ensure_ascii=False)
    return _NUMBER.sub(r"\1\2", text)
