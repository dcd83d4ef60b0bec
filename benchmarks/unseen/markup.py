"""Small pieces of HTML that the pages are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def text(value: str) -> str:
    """Text of a page, with line breaks kept."""
    return escape(value, quote=False).replace("\n", "<br>")


def lines(values: Iterable[str]) -> str:
    """One line below the other, empty ones left out."""
    return "<br>".join(text(value) for value in values if value)


def row(cells: Iterable[str], tag: str = "td", kind: str = "") -> str:
    opening = f'<tr class="{kind}">' if kind else "<tr>"
    return opening + "".join(f"<{tag}>{text(cell)}</{tag}>" for cell in cells) + "</tr>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "items") -> str:
    """A table; with an empty ``head`` it has no heading row."""
    body = "".join(row(cells) for cells in rows)
    heading = f"<thead>{row(head, 'th')}</thead>" if head else ""
    return f'<table class="{kind}">{heading}<tbody>{body}</tbody></table>'


def pairs(rows: Iterable[tuple[str, str]], kind: str = "pairs") -> str:
    """Labels with their values to the right; pairs without a value are left out."""
    return table((), [pair for pair in rows if pair[1]], kind)


def grid(cells: Iterable[tuple[str, str]], kind: str = "grid") -> str:
    """Labels above their values, side by side."""
    boxes = "".join(
        f"<div><span class='label'>{text(label)}</span><span class='value'>{text(value)}</span></div>"
        for label, value in cells
        if value
    )
    return f'<div class="{kind}">{boxes}</div>'


def page(css: str, body: str, *, language: str = "en", margin: str = "16mm") -> str:
    """A whole document to print. ``margin`` is that of the sheet."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><style>'
        f"@page{{size:A4;margin:{margin}}}*{{box-sizing:border-box}}"
        "body{margin:0;font:10pt/1.4 'Liberation Sans';color:#222}"
        f"table{{border-collapse:collapse}}td,th{{text-align:left;vertical-align:top}}{css}"
        f"</style></head><body>{body}</body></html>"
    )
