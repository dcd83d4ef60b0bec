"""``python -m samples OUT_DIR [--set core|demo|all]``: write the files, and beside each its true values as JSON."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from samples import catalogue


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m samples", description=__doc__)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--set", dest="which", choices=("core", "demo", "all"), default="all")
    options = parser.parse_args(arguments)
    options.out_dir.mkdir(parents=True, exist_ok=True)
    for sample in catalogue(options.which):
        (options.out_dir / sample.file_name).write_bytes(sample.make())
        truth = {
            "key": sample.key,
            "file": sample.file_name,
            "company_id": sample.company.company_id,
            "receipt_date": sample.receipt_date and sample.receipt_date.isoformat(),
            "handling": sample.handling,
            "about": sample.about,
            "invoices": [one.model_dump(mode="json") for one in sample.truths],
        }
        text = json.dumps(truth, ensure_ascii=False, indent=2) + "\n"
        (options.out_dir / f"{sample.key}.truth.json").write_text(text, encoding="utf-8")
        print(f"{sample.file_name}  {sample.about}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
