"""The copy for accounting software: the same bytes, with ``TipoDocumento`` changed and nothing else.

It is not a fiscal document: it is never sent and never stored over the original. What cannot survive the change is
left out: an XML signature, the signed envelope, a style sheet instruction, a byte order mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from autofatture.adapters.fatturapa.check import SdiFinding, check_tree
from autofatture.adapters.fatturapa.container import NotAFatturaPA, open_fattura
from autofatture.domain.errors import PermanentError

INVOICE, CREDIT_NOTE = "TD01", "TD04"
COPY_SUFFIX = "_TD01copia"
WARNINGS = (
    "Copia di lavoro, non fiscale: registrala con causale reverse charge; senza, l'IVA viene detratta e non versata.",
    "Non importarla se il tuo software scarica già le autofatture da SdI: sarebbe registrata due volte.",
)
_BODY = ("FatturaElettronica", "FatturaElettronicaBody")
_SIGNATURE = ("FatturaElettronica", "Signature")
_TYPE = (*_BODY, "DatiGenerali", "DatiGeneraliDocumento", "TipoDocumento")
_SIGNED_AMOUNTS = frozenset(
    {
        (*_BODY, "DatiGenerali", "DatiGeneraliDocumento", "ImportoTotaleDocumento"),
        (*_BODY, "DatiGenerali", "DatiGeneraliDocumento", "Arrotondamento"),
        (*_BODY, "DatiBeniServizi", "DettaglioLinee", "PrezzoUnitario"),
        (*_BODY, "DatiBeniServizi", "DettaglioLinee", "PrezzoTotale"),
        (*_BODY, "DatiBeniServizi", "DettaglioLinee", "ScontoMaggiorazione", "Importo"),
        (*_BODY, "DatiBeniServizi", "DatiRiepilogo", "SpeseAccessorie"),
        (*_BODY, "DatiBeniServizi", "DatiRiepilogo", "Arrotondamento"),
        (*_BODY, "DatiBeniServizi", "DatiRiepilogo", "ImponibileImporto"),
        (*_BODY, "DatiBeniServizi", "DatiRiepilogo", "Imposta"),
        (*_BODY, "DatiPagamento", "DettaglioPagamento", "ImportoPagamento"),
    }
)
_TOKEN = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
_NAME = re.compile(rb"</?\s*(?:[\w.-]+:)?([\w.-]+)")


class CopyFailed(PermanentError):
    code = "working_copy_failed"
    default_message = "La copia di lavoro non è venuta valida. L'originale è intatto: scarica quello."


class Edit(NamedTuple):
    """One change of bytes, for the proof that nothing else changed."""

    start: int
    end: int
    replacement: bytes
    why: str


class WorkingCopy(NamedTuple):
    xml: bytes
    source: bytes
    """The XML that the edits refer to: the original out of its envelope."""
    edits: tuple[Edit, ...]
    warnings: tuple[str, ...] = WARNINGS


def working_copy(data: bytes, *, credit_note_positive: bool = False) -> WorkingCopy:
    """Copy with TD01, or TD04 with positive amounts for a negative document when asked for.

    Args:
        data: the original as FiC gives it (XML or p7m).
        credit_note_positive: negative documents become TD04 with their signs turned; others stay TD01.

    Raises:
        NotAFatturaPA: not a FatturaPA file.
        CopyFailed: the copy would break the schema or a control that the original did not break.
    """
    opened = open_fattura(data)
    source = opened.xml if opened.xml[:2] not in (b"\xff\xfe", b"\xfe\xff") else _to_utf8(opened.xml)
    edits = tuple(_edits(source, credit_note_positive=credit_note_positive))
    if not any(edit.why == "TipoDocumento" for edit in edits):
        raise NotAFatturaPA("Nel file non c'è un tipo di documento da cambiare.")
    copy = apply_edits(source, edits)
    before = {finding.code for finding in check_tree(opened.root)}
    after = open_fattura(copy).root
    broken = [finding for finding in check_tree(after) if finding.code not in before]
    if broken:
        raise CopyFailed(details={"findings": [_as_dict(finding) for finding in broken]})
    return WorkingCopy(copy, source, edits)


def copy_file_name(original: str) -> str:
    """``IT012_00001.xml.p7m`` becomes ``IT012_00001_TD01copia.xml``."""
    stem = re.sub(r"(\.xml)?(\.p7m)?$", "", original, flags=re.IGNORECASE)
    return f"{stem}{COPY_SUFFIX}.xml"


def apply_edits(source: bytes, edits: tuple[Edit, ...]) -> bytes:
    parts: list[bytes] = []
    position = 0
    for edit in sorted(edits):
        parts += (source[position : edit.start], edit.replacement)
        position = edit.end
    return b"".join((*parts, source[position:]))


class _Leaf(NamedTuple):
    path: tuple[str, ...]
    start: int
    end: int


def _edits(source: bytes, *, credit_note_positive: bool) -> Iterator[Edit]:
    leaves, removed = _scan(source)
    yield from removed
    bodies: list[list[_Leaf]] = []
    for leaf in leaves:
        if leaf.path == _TYPE:
            bodies.append([])
        if bodies:
            bodies[-1].append(leaf)
    for body in bodies:
        turn = credit_note_positive and _is_negative(source, body)
        for leaf in body:
            if leaf.path == _TYPE:
                yield _replace(source, leaf, CREDIT_NOTE if turn else INVOICE, "TipoDocumento")
            elif turn and leaf.path in _SIGNED_AMOUNTS:
                yield _turn_sign(source, leaf)


def _scan(source: bytes) -> tuple[list[_Leaf], list[Edit]]:
    """Leaves with their path, and what is to be left out (signature, style sheet)."""
    path: list[str] = []
    starts: list[re.Match[bytes]] = []
    leaves: list[_Leaf] = []
    removed: list[Edit] = []
    for token in _TOKEN.finditer(source):
        text = token.group(0)
        match = None if text.startswith((b"<!", b"<?")) else _NAME.match(text)
        if text.startswith(b"<?xml-stylesheet"):
            removed.append(Edit(token.start(), token.end(), b"", "xml-stylesheet"))
        if match is None:
            continue
        if not text.startswith(b"</"):
            path.append(match[1].decode("ascii", "replace"))
            starts.append(token)
            if not text.endswith(b"/>"):
                continue
        start = starts.pop()
        if tuple(path) == _SIGNATURE:
            removed.append(Edit(start.start(), token.end(), b"", "ds:Signature"))
        elif start is not token and b"<" not in source[start.end() : token.start()]:
            leaves.append(_Leaf(tuple(path), start.end(), token.start()))
        path.pop()
    return leaves, removed


def _is_negative(source: bytes, body: list[_Leaf]) -> bool:
    """A correction: no positive taxable amount, and at least one below zero."""
    taxable = [_value(source, leaf) for leaf in body if leaf.path[-1] == "ImponibileImporto"]
    signs = {text.startswith(b"-") for text in taxable if text.strip(b"-0.")}
    return signs == {True}


def _value(source: bytes, leaf: _Leaf) -> bytes:
    return source[leaf.start : leaf.end].strip()


def _replace(source: bytes, leaf: _Leaf, value: str, why: str) -> Edit:
    raw = source[leaf.start : leaf.end]
    inner = raw.strip()
    start = leaf.start + raw.index(inner)
    return Edit(start, start + len(inner), value.encode("ascii"), why)


def _turn_sign(source: bytes, leaf: _Leaf) -> Edit:
    value = _value(source, leaf).decode("ascii", "replace")
    zero = not value.strip("-0.")
    turned = value.removeprefix("-") if value.startswith("-") or zero else f"-{value}"
    return _replace(source, leaf, turned, leaf.path[-1])


def _to_utf8(data: bytes) -> bytes:
    text = data.decode("utf-16")
    return re.sub(r"^<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-8"?>', text.lstrip("\ufeff")).encode("utf-8")


def _as_dict(finding: SdiFinding) -> dict[str, str]:
    return dict(finding._asdict())
