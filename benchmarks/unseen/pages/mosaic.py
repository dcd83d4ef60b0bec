"""A page put together from blocks: each document of the modules that use it has a look of its own."""

from __future__ import annotations

from html import escape

from benchmarks.unseen.facts import Bill
from benchmarks.unseen.markup import lines, page, row, text

_CSS = (
    ".c{display:flex;justify-content:space-between;gap:24px;margin:10px 0}.c>div{flex:1}"
    "table{margin:12px 0}td,th{padding:3px 6px}.w{width:100%}.n td:last-child,.n th:last-child{text-align:right}"
    ".r{margin-left:auto}.r td:last-child{text-align:right}.g{display:flex;gap:28px;margin:10px 0;flex-wrap:wrap}"
    ".g b,.g span{display:block}.s{font-size:7pt;color:#555}.e{text-align:right}.m{text-align:center}"
    ".f{position:fixed;bottom:0;left:0;right:0;font-size:6.5pt;color:#555}.l td,.l th{border:1px solid #888}"
)


def side(*columns: str) -> str:
    """Blocks beside each other."""
    return f"<div class='c'>{''.join(f'<div>{column}</div>' for column in columns)}</div>"


def para(block: str, kind: str = "") -> str:
    """Lines below each other."""
    return f"<div class='{kind}'>{lines(block.split(chr(10)))}</div>"


def cells(block: str, kind: str = "w n", *, head: bool = True) -> str:
    """A table whose rows are lines and whose cells stand between bars."""
    rows = [line.split("|") for line in block.split("\n")]
    top = f"<thead>{row(rows[0], 'th')}</thead>" if head else ""
    return f"<table class='{kind}'>{top}<tbody>{''.join(map(row, rows[1:] if head else rows))}</tbody></table>"


def facts(block: str, kind: str = "r") -> str:
    """Labels with their values beside them."""
    return cells(block, kind, head=False)


def above(block: str) -> str:
    """Labels above their values, one group beside the other."""
    pairs = (line.partition("|") for line in block.split("\n"))
    boxes = (f"<div><span class='s'>{text(label)}</span><b>{text(value)}</b></div>" for label, _, value in pairs)
    return f"<div class='g'>{''.join(boxes)}</div>"


def head(value: str, size: int = 18) -> str:
    return f"<div style='font-size:{size}pt;font-weight:bold'>{text(value)}</div>"


def stamp(value: str) -> str:
    """A word stamped across the page."""
    place = "position:absolute;top:90mm;left:60mm;transform:rotate(-18deg)"
    return f"<div style='{place};font-size:38pt;color:#c66'>{text(value)}</div>"


def logo(width: int = 120, height: int = 40) -> str:
    """A letterhead that is a picture: nothing of it can be read."""
    return f"<svg width='{width}' height='{height}'><rect width='{width}' height='{height}' rx='9' fill='#246'/></svg>"


def from_the_right(*columns: str) -> str:
    """Blocks beside each other, written in the opposite order of that in which they stand."""
    return side(*columns).replace("class='c'", "class='c' style='flex-direction:row-reverse'", 1)


def mosaic(bill: Bill) -> str:
    """The blocks of ``bill.more['body']`` with the bill's own words put in."""
    us, them = bill.supplier, bill.customer

    def party(lines_of: tuple[str, ...]) -> str:
        return "<br>".join(escape(line, quote=False) for line in lines_of if line)

    words = {
        "net": bill.money(bill.net),
        "vat": bill.money(bill.vat),
        "gross": bill.money(bill.gross),
        "due_amount": bill.money(bill.due_amount),
        "number": bill.number,
        "day": bill.date(bill.day),
        "due": bill.date(bill.due) if bill.due else "",
        "us": party((us.name, *us.address)),
        "them": party((them.name, *them.address)),
        "us_name": escape(us.name, quote=False),
        "them_name": escape(them.name, quote=False),
        "us_place": escape(", ".join(us.address), quote=False),
        "us_vat": us.vat or "",
        "them_vat": them.vat or "",
    }
    for place, line in enumerate(bill.items):
        words |= {
            f"t{place}": escape(line.text, quote=False),
            f"q{place}": bill.style.rate(line.quantity),
            f"p{place}": bill.bare(line.price),
            f"l{place}": bill.bare(bill.sign * line.net),
            f"m{place}": bill.money(bill.sign * line.net),
        }
    for place, part in enumerate(bill.sums):
        words |= {
            f"b{place}": bill.bare(part.base),
            f"v{place}": bill.bare(part.amount),
            f"g{place}": bill.bare(part.base + part.amount),
        }
    words |= {
        "items_net": bill.money(bill.items_net),
        "discount": bill.money(-bill.sign * bill.discount),
        "shipping": bill.money(bill.shipping),
        "prepaid": bill.money(bill.prepaid),
        "net_bare": bill.bare(bill.net),
        "vat_bare": bill.bare(bill.vat),
        "gross_bare": bill.bare(bill.gross),
    }
    return page(_CSS + bill.said("css"), bill.said("body").format(**words), language=bill.language)
