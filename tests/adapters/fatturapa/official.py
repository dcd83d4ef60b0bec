"""The official schema 1.2.3, from a package that is a test dependency only."""

from __future__ import annotations

from functools import cache
from importlib import resources

from lxml import etree


@cache
def official_schema() -> etree.XMLSchema:
    """Compiled without any network: the import of xmldsig is a sibling file."""
    folder = resources.files("fatture_cli") / "schemas"
    with resources.as_file(folder) as path:
        return etree.XMLSchema(etree.parse(path / "FatturaPA_v1.2.3.xsd"))
