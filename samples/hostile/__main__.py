"""``python -m samples.hostile OUT_DIR``: write every hostile file."""

from __future__ import annotations

import argparse
from pathlib import Path

from samples.hostile import build


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m samples.hostile", description=__doc__)
    parser.add_argument("out_dir", type=Path)
    out_dir: Path = parser.parse_args().out_dir
    out_dir.mkdir(parents=True, exist_ok=True)
    for name, body in build():
        (out_dir / name).write_bytes(body)
        print(f"{len(body):>10}  {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
