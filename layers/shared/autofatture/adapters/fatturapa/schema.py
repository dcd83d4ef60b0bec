"""Our own reading of the FatturaPA schema 1.2.3: structure and simple types, with an Italian text per fault.

The schema is data (``schema_1_2_3.json``). The official XSD is not needed; a test compares both on thousands of
documents. Of an XML signature only the outer form is judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from lxml import etree

from autofatture.adapters.fatturapa import signature
from autofatture.adapters.fatturapa.datatypes import Check, compile_type

XSI = "http://www.w3.org/2001/XMLSchema-instance"
ROOT = "FatturaElettronica"
_SPACE = "\t\n\r "
_ALLOWED_XSI = frozenset({f"{{{XSI}}}schemaLocation", f"{{{XSI}}}noNamespaceSchemaLocation"})
_PARTICLE = re.compile(r"([\w:]+?)(?:=(\w+))?:(\w+)([?*+]?)")


class SchemaFault(NamedTuple):
    path: str
    message: str
    fix: str


@dataclass(frozen=True)
class Particle:
    """One element of a sequence. ``alternatives`` holds the branches of a choice instead."""

    name: str = ""
    type: str = ""
    least: int = 1
    most: int | None = 1
    default: str | None = None
    alternatives: tuple[tuple[Particle, ...], ...] = ()


@dataclass(frozen=True)
class Schema:
    namespace: str
    simple: dict[str, Check]
    say: dict[str, str]
    complex: dict[str, tuple[Particle, ...]]


@cache
def schema() -> Schema:
    """The schema in force (1.2.3, from 2025-04-01)."""
    data = json.loads(resources.files(__package__).joinpath("schema_1_2_3.json").read_text(encoding="utf-8"))
    return Schema(
        namespace=data["namespace"],
        simple={name: compile_type(row) for name, row in data["simple"].items()},
        say={name: row["say"] for name, row in data["simple"].items()},
        complex={name: _particles(iter(text.split(" "))) for name, text in data["complex"].items()},
    )


def faults(root: etree._Element) -> list[SchemaFault]:
    """Every fault of the document against the schema; empty when the official XSD would accept it."""
    rules = schema()
    found: list[SchemaFault] = []
    if root.tag != f"{{{rules.namespace}}}{ROOT}":
        return [SchemaFault(f"/{_local(root)}", "La radice non è FatturaElettronica.", "Usa il tracciato FatturaPA.")]
    found.extend(_root_attributes(root))
    found.extend(_complex(root, "FatturaElettronicaType", f"/{ROOT}"))
    return found


def _root_attributes(root: etree._Element) -> Iterator[SchemaFault]:
    rules = schema()
    types = {"versione": "FormatoTrasmissioneType", "SistemaEmittente": "String10Type"}
    if root.get("versione") is None:
        yield SchemaFault(f"/{ROOT}/@versione", "Manca l'attributo versione.", 'Aggiungi versione="FPR12".')
    for name, value in root.attrib.items():
        text, key = str(value), str(name)
        if key in types:
            if not rules.simple[types[key]](text):
                yield SchemaFault(f"/{ROOT}/@{key}", f"{key} non valido.", f"Ci vuole {rules.say[types[key]]}.")
        elif key not in _ALLOWED_XSI:
            yield SchemaFault(f"/{ROOT}/@{key}", f"Attributo {key} non previsto.", "Toglilo.")


def _complex(element: etree._Element, type_name: str, path: str) -> Iterator[SchemaFault]:
    if _loose_text(element):
        yield SchemaFault(path, f"{_local(element)} contiene testo fuori dai suoi elementi.", "Togli il testo.")
    children = elements_of(element)
    position, fault = _match(schema().complex[type_name], children, 0, path)
    if fault is not None:
        yield fault
    elif position < len(children):
        name = _local(children[position])
        yield SchemaFault(
            f"{path}/{name}", f"{name} non è previsto in questo punto.", "Toglilo, o mettilo al suo posto."
        )
    yield from _children(children, type_name, path)


def _children(children: Sequence[etree._Element], type_name: str, path: str) -> Iterator[SchemaFault]:
    """Content of every child that this type knows by name, whatever its order."""
    known = {particle.name: particle for particle in _flat(schema().complex[type_name])}
    totals: dict[str, int] = {}
    for child in children:
        totals[str(child.tag)] = totals.get(str(child.tag), 0) + 1
    seen: dict[str, int] = {}
    for child in children:
        tag = str(child.tag)
        seen[tag] = seen.get(tag, 0) + 1
        particle = known.get(_particle_name(tag))
        if particle is None:
            continue
        at = f"{path}/{_local(child)}" + (f"[{seen[tag]}]" if totals[tag] > 1 else "")
        if particle.type == "SignatureType":
            yield from (SchemaFault(at, message, "Rifai la firma.") for message in signature.faults(child))
            continue
        yield from _attributes(child, at)
        if particle.type in schema().complex:
            yield from _complex(child, particle.type, at)
        else:
            yield from _simple(child, particle, at)


def _attributes(element: etree._Element, path: str) -> Iterator[SchemaFault]:
    for name in map(str, element.attrib):
        if name not in _ALLOWED_XSI:
            yield SchemaFault(f"{path}/@{name}", f"Attributo {name} non previsto.", "Toglilo.")


def _simple(element: etree._Element, particle: Particle, path: str) -> Iterator[SchemaFault]:
    if elements_of(element):
        yield SchemaFault(path, f"{particle.name} non può contenere altri elementi.", "Lascia solo il testo.")
        return
    text = own_text(element)
    if text == "" and particle.default is not None:
        text = particle.default
    if not schema().simple[particle.type](text):
        shown = text if len(text) <= 40 else text[:37] + "..."
        message = f"{particle.name} non è valido: «{shown}»." if text else f"{particle.name} è vuoto."
        yield SchemaFault(path, message, f"Ci vuole {schema().say[particle.type]}.")


def _match(
    particles: Sequence[Particle], children: Sequence[etree._Element], start: int, path: str
) -> tuple[int, SchemaFault | None]:
    """How many children the sequence takes from ``start``; the schema is deterministic, so greedy is exact."""
    position = start
    for particle in particles:
        if particle.alternatives:
            position, fault = _match_choice(particle, children, position, path)
            if fault is not None:
                return position, fault
            continue
        count = 0
        while position < len(children) and (particle.most is None or count < particle.most):
            if _particle_name(str(children[position].tag)) != particle.name:
                break
            position += 1
            count += 1
        if count < particle.least:
            return position, SchemaFault(
                f"{path}/{particle.name}", f"Manca {particle.name}.", f"Aggiungi {particle.name}."
            )
    return position, None


def _match_choice(
    choice: Particle, children: Sequence[etree._Element], position: int, path: str
) -> tuple[int, SchemaFault | None]:
    here = _particle_name(str(children[position].tag)) if position < len(children) else None
    for branch in choice.alternatives:
        if branch[0].name == here:
            return _match(branch, children, position, path)
    names = " oppure ".join(" e ".join(particle.name for particle in branch) for branch in choice.alternatives)
    return position, SchemaFault(f"{path}/{choice.alternatives[0][0].name}", f"Manca {names}.", f"Aggiungi {names}.")


def _particles(words: Iterator[str]) -> tuple[Particle, ...]:
    found: list[Particle] = []
    branches: list[tuple[Particle, ...]] = []
    for word in words:
        if word == "(":
            found.append(Particle(alternatives=_particles(words)[0].alternatives))
        elif word == "|":
            branches.append(tuple(found))
            found = []
        elif word == ")":
            return (Particle(alternatives=(*branches, tuple(found))),)
        else:
            found.append(_particle(word))
    return tuple(found)


def _particle(word: str) -> Particle:
    match = _PARTICLE.fullmatch(word)
    if match is None:
        raise ValueError(word)
    name, default, type_name, times = match.groups()
    least = 0 if times in ("?", "*") else 1
    return Particle(name, type_name, least, None if times in ("*", "+") else 1, default)


def _flat(particles: Sequence[Particle]) -> Iterator[Particle]:
    for particle in particles:
        if particle.alternatives:
            for branch in particle.alternatives:
                yield from _flat(branch)
        else:
            yield particle


def _particle_name(tag: str) -> str:
    return f"ds:{tag.removeprefix(signature.PREFIX)}" if tag.startswith(signature.PREFIX) else tag


def _loose_text(element: etree._Element) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return any(text is not None and text.strip(_SPACE) for text in texts)


def elements_of(parent: etree._Element) -> list[etree._Element]:
    """Child elements only: no comment, no processing instruction."""
    return list(parent.iterchildren("{*}*"))


def own_text(element: etree._Element) -> str:
    """The text of a leaf, comments and processing instructions left out."""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
