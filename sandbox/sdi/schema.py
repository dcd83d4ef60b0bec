"""The official FatturaPA schema: validity of a file, and the order of elements that it demands."""

from __future__ import annotations

import importlib.util
import os
from functools import cache
from pathlib import Path

from lxml import etree

XS = "{http://www.w3.org/2001/XMLSchema}"
NAMESPACE = "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"
ROOT = Path(__file__).resolve().parent.parent.parent


def path() -> Path:
    """The schema file: package data of a test dependency, else the shared public data.

    Raises:
        FileNotFoundError: in neither place.
    """
    package = importlib.util.find_spec("fatture_cli")
    shared = Path(os.environ.get("AUTOFATTURE_SHARED", ROOT.parent / "shared"))
    candidates = [shared / "data/fatturapa/xsd/Schema_del_file_xml_FatturaPA_v1.2.3_local-import.xsd"]
    if package is not None and package.origin is not None:
        candidates.insert(0, Path(package.origin).parent / "schemas" / "FatturaPA_v1.2.3.xsd")
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    message = "the FatturaPA schema 1.2.3 is neither in the package mayai-fatture-cli nor in ../shared/data"
    raise FileNotFoundError(message)


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(path()), parser()))


def parser() -> etree.XMLParser:
    """For XML of others: no entities, no network."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)


def errors(document: etree._Element) -> list[str]:
    """What the schema says against a file, in libxml2's words. Empty when it is valid."""
    schema = _schema()
    if schema.validate(document):
        return []
    return [f"riga {entry.line}: {entry.message}" for entry in list(schema.error_log)]  # type: ignore[call-overload]  # the stubs miss that it is iterable


class Child:
    """An element that may stand inside another: where in the sequence, of which type, how often."""

    def __init__(self, position: int, type_name: str, *, repeats: bool) -> None:
        self.position = position
        self.type_name = type_name
        self.repeats = repeats


@cache
def children(type_name: str) -> dict[str, Child]:
    """The children of a complex type by name, in the order of the schema; empty for simple types."""
    tree = etree.parse(str(path()), parser())
    definition = tree.find(f"{XS}complexType[@name='{type_name}']")
    if definition is None:
        return {}
    found: dict[str, Child] = {}
    for position, element in enumerate(definition.iter(f"{XS}element")):
        name = element.get("name")
        if name is not None:
            repeats = element.get("maxOccurs", "1") != "1"
            found.setdefault(name, Child(position, element.get("type", ""), repeats=repeats))
    return found
