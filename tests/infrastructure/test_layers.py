"""The layers: exactly the lock, built for Lambda's processor, within Lambda's limit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from local import requirements
from tests.infrastructure.product_template import ROOT, of_type, written

LAMBDA_UNZIPPED_BYTES = 250 * 1024 * 1024


def _uv() -> str:
    ours = ROOT / ".local" / "tools" / "bin" / "uv"
    return str(ours) if ours.is_file() else shutil.which("uv") or pytest.fail("uv is missing")


def _names(text: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("layer", ["dependencies", "reading"])
def test_requirements_equal_the_lock(layer: str):
    """A changed lock without `make requirements` would deploy other versions than those that were tested."""
    stands = (ROOT / "layers" / layer / "requirements.txt").read_text(encoding="utf-8")
    assert stands == requirements.exported(ROOT, _uv())[layer]


def test_no_package_is_in_both_layers():
    """A second copy shadows the first, and then one of the two versions is an accident."""
    texts = requirements.exported(ROOT, _uv())
    assert not _names(texts["dependencies"]).keys() & _names(texts["reading"]).keys()


def test_every_requirement_has_hashes():
    for text in requirements.exported(ROOT, _uv()).values():
        assert text.count("==") >= len(_names(text)) > 5
        for block in re.split(r"\n(?=\S)", text.partition("\n")[2]):
            assert "--hash=sha256:" in block


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The layers as sam builds them."""
    folders = {}
    for name in ("Shared", "Dependencies", "Reading"):
        folder = tmp_path_factory.mktemp(name)
        environment = {**os.environ, "ARTIFACTS_DIR": str(folder)}
        environment["PATH"] = f"{Path(_uv()).parent}{os.pathsep}{environment['PATH']}"
        subprocess.run(
            ["make", "--silent", f"build-{name}Layer"],
            cwd=ROOT / "layers" / name.lower(),
            env=environment,
            check=True,
            stdin=subprocess.DEVNULL,
        )
        folders[name] = folder
    return folders


def test_the_biggest_function_fits_lambda(built: dict[str, Path]):
    size = sum(path.stat().st_size for folder in built.values() for path in folder.rglob("*") if path.is_file())
    assert size < LAMBDA_UNZIPPED_BYTES * 0.8


def test_compiled_packages_are_for_arm(built: dict[str, Path]):
    compiled = [path.name for folder in built.values() for path in folder.rglob("*.so")]
    assert any("cpython-313" in name for name in compiled)
    assert not [name for name in compiled if "x86_64" in name]


def test_the_shared_layer_holds_the_package_and_no_leftovers(built: dict[str, Path]):
    package = built["Shared"] / "python" / "autofatture"
    assert (package / "domain" / "errors.py").is_file()
    assert not list(built["Shared"].rglob("__pycache__"))
    assert [path.name for path in (built["Shared"] / "python").iterdir()] == ["autofatture"]


def test_layers_are_for_the_functions_runtime():
    for layer in of_type(written(), "AWS::Serverless::LayerVersion").values():
        assert layer["CompatibleRuntimes"] == ["python3.13"]
        assert layer["CompatibleArchitectures"] == ["arm64"]
