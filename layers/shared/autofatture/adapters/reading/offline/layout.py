"""Words put back into lines, cells and blocks, in the order a person reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from autofatture.adapters.reading.offline.lexicon import fold
from autofatture.adapters.reading.pdf.words import PageText, Word
from autofatture.adapters.reading.result import Spot

CELL_GAP = 0.95
"""A gap wider than this part of the letter height divides two cells of a line."""
BULLETS = "●•|·♦‧"
"""Signs between the parts of a line, with more room around them than words have."""
BLOCK_GAP = 1.0
"""Lines nearer than this part of the letter height belong to one block."""


class Token:
    """A word in reading direction. ``fold`` are its bare letters."""

    __slots__ = ("fold", "height", "page", "text", "word", "x0", "x1", "y0", "y1")

    def __init__(self, page: PageText, word: Word, area: tuple[float, float, float, float]) -> None:
        """``area`` is where the word stands once the text is turned upright; ``word`` keeps its place on the page."""
        self.page = page
        self.word = word
        self.text = word.text
        self.fold = fold(word.text)
        self.x0, self.y0, self.x1, self.y1 = area
        self.height = self.y1 - self.y0


class Cell:
    """Words of one line that stand together."""

    __slots__ = ("block", "known", "line", "page", "text", "tokens", "x0", "x1", "y0", "y1")

    def __init__(self, tokens: list[Token], line: Line) -> None:
        self.tokens = tokens
        self.line = line
        self.page = tokens[0].page
        self.x0, self.x1 = tokens[0].x0, max(token.x1 for token in tokens)
        self.y0, self.y1 = min(token.y0 for token in tokens), max(token.y1 for token in tokens)
        self.text = " ".join(token.text for token in tokens)
        self.block: Block | None = None
        self.known: dict[str, object] = {}
        """What was worked out about the cell once, by name."""

    @property
    def height(self) -> float:
        return self.y1 - self.y0


class Line:
    """Cells at one height of a page, from left to right. ``index`` counts through the document."""

    __slots__ = ("aside", "cells", "index", "page", "tokens", "y0", "y1")

    def __init__(self, tokens: list[Token], index: int, *, aside: bool) -> None:
        """``aside``: written in another direction than the page."""
        self.tokens = tokens
        self.index = index
        self.aside = aside
        self.page = tokens[0].page
        self.y0, self.y1 = min(token.y0 for token in tokens), max(token.y1 for token in tokens)
        self.cells = [Cell(part, self) for part in _split(tokens)]

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.tokens)


class Block:
    """Cells below each other that form an address, a paragraph or a column."""

    __slots__ = ("cells",)

    def __init__(self, cells: list[Cell]) -> None:
        self.cells = cells
        for cell in cells:
            cell.block = self

    @property
    def x0(self) -> float:
        return min(cell.x0 for cell in self.cells)

    @property
    def x1(self) -> float:
        return max(cell.x1 for cell in self.cells)

    @property
    def y0(self) -> float:
        return self.cells[0].y0

    @property
    def y1(self) -> float:
        return self.cells[-1].y1

    @property
    def page(self) -> PageText:
        return self.cells[0].page


class Layout:
    """A document as lines and blocks. Hidden words are not in it."""

    def __init__(self, pages: Sequence[PageText]) -> None:
        self.pages = pages
        self.lines: list[Line] = []
        self.blocks: list[Block] = []
        for page in pages:
            fresh = _page_lines(page, len(self.lines))
            self.lines.extend(fresh)
            self.blocks.extend(_blocks([line for line in fresh if not line.aside]))

    @property
    def tokens(self) -> Iterable[Token]:
        return (token for line in self.lines for token in line.tokens)

    def page_lines(self, number: int) -> list[Line]:
        return [line for line in self.lines if line.page.number == number]


def _page_lines(page: PageText, start: int) -> list[Line]:
    seen = [word for word in page.words if word.hidden is None]
    if not seen:
        return []
    turns = Counter(word.turn for word in seen if len(word.text) > 1) or Counter((0,))
    main = turns.most_common(1)[0][0]
    lines: list[Line] = []
    for turn in sorted(set(turns) | {main}, key=lambda turn: turn != main):
        tokens = [Token(page, word, _upright(word, turn, page)) for word in seen if _belongs(word, turn, main)]
        for group in _group(tokens):
            lines.append(Line(group, start + len(lines), aside=turn != main))
    _part_at_rivers(lines)
    return lines


_RIVER_LINES = 3
_LABEL_WORDS = 3


def _part_at_rivers(lines: list[Line]) -> None:
    """Cut labels that are aligned to the right from the values that begin right behind them.

    Over three lines and more all labels end at one place, all values begin at one place a space further, and the
    labels begin at different places: two columns, however narrow the gap between them is.
    """
    rivers: dict[tuple[int, int], list[tuple[int, Cell, int]]] = {}
    for place, line in enumerate(lines):
        for cell in line.cells:
            for end in range(1, min(_LABEL_WORDS, len(cell.tokens) - 1) + 1):
                if cell.tokens[end].text.endswith(":") or not cell.tokens[0].fold:
                    continue  # the label is not over yet, or stands in another cell
                key = round(cell.tokens[end - 1].x1), round(cell.tokens[end].x0)
                rivers.setdefault(key, []).append((place, cell, end))
    for found in rivers.values():
        if len(found) < _RIVER_LINES:
            continue
        for run in _runs(found):
            ragged = len({round(cell.x0) for _, cell, _ in run}) >= _RIVER_LINES
            if ragged:
                for _, cell, end in run:
                    _part(cell, end)


def _runs(found: list[tuple[int, Cell, int]]) -> Iterable[list[tuple[int, Cell, int]]]:
    """Lines right below each other."""
    run: list[tuple[int, Cell, int]] = []
    for one in found:
        if run and one[0] > run[-1][0] + 1:
            if len(run) >= _RIVER_LINES:
                yield run
            run = []
        run.append(one)
    if len(run) >= _RIVER_LINES:
        yield run


def _part(cell: Cell, end: int) -> None:
    line = cell.line
    at = next((place for place, other in enumerate(line.cells) if other is cell), None)
    if at is not None:
        line.cells[at : at + 1] = [Cell(cell.tokens[:end], line), Cell(cell.tokens[end:], line)]


def _belongs(word: Word, turn: int, main: int) -> bool:
    return word.turn == turn if len(word.text) > 1 or word.turn else turn == main


def _upright(word: Word, turn: int, page: PageText) -> tuple[float, float, float, float]:
    """Where a word stands when text written in direction ``turn`` runs to the right."""
    if turn == 0:
        return word.x0, word.y0, word.x1, word.y1
    if turn == 90:
        return word.y0, page.width - word.x1, word.y1, page.width - word.x0
    if turn == 180:
        return page.width - word.x1, page.height - word.y1, page.width - word.x0, page.height - word.y0
    return page.height - word.y1, word.x0, page.height - word.y0, word.x1


def _group(tokens: list[Token]) -> Iterable[list[Token]]:
    """Tokens of equal height on the page, each line from left to right."""
    tokens.sort(key=lambda token: token.y0 + token.y1)
    line: list[Token] = []
    for token in tokens:
        if line and not _same_line(line[-1], token):
            yield sorted(line, key=lambda item: item.x0)
            line = []
        line.append(token)
    if line:
        yield sorted(line, key=lambda item: item.x0)


def _same_line(one: Token, two: Token) -> bool:
    apart = abs((one.y0 + one.y1) - (two.y0 + two.y1)) / 2
    return apart < 0.4 * min(one.height, two.height) or apart < 1.0


def _split(tokens: list[Token]) -> Iterable[list[Token]]:
    part = [tokens[0]]
    for token in tokens[1:]:
        last = part[-1]
        wide = 3.0 if token.text in BULLETS or last.text in BULLETS else CELL_GAP
        if token.x0 - last.x1 > wide * min(token.height, last.height) or _leader(token) != _leader(last):
            yield part
            part = []
        part.append(token)
    yield part


def _leader(token: Token) -> bool:
    """Whether a word only leads the eye: dots, dashes, underscores."""
    return not token.fold and len(token.text) > 3


def _blocks(lines: list[Line]) -> list[Block]:
    """Cells joined to the nearest cell above that they continue."""
    columns: list[list[Cell]] = []
    open_columns: list[list[Cell]] = []
    for line in lines:
        open_columns = [column for column in open_columns if line.y0 - column[-1].y1 < BLOCK_GAP * column[-1].height]
        for cell in line.cells:
            column = next((column for column in open_columns if _continues(column[-1], cell)), None)
            if column is None:
                column = []
                columns.append(column)
                open_columns.append(column)
            column.append(cell)
    return [Block(column) for column in columns]


def _continues(above: Cell, cell: Cell) -> bool:
    if cell.line is above.line or not 0.6 < cell.height / max(above.height, 0.1) < 1.7:
        return False
    near = 0.7 * cell.height
    return (
        abs(cell.x0 - above.x0) < near
        or abs(cell.x1 - above.x1) < near / 2
        or abs((cell.x0 + cell.x1) - (above.x0 + above.x1)) < near
    )


def spots(tokens: Sequence[Token]) -> tuple[Spot, ...]:
    """The rectangles of ``tokens``, one for each run of a line."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].page is token.page and _touches(runs[-1][-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(
        run[0].page.spot(
            min(token.word.x0 for token in run),
            min(token.word.y0 for token in run),
            max(token.word.x1 for token in run),
            max(token.word.y1 for token in run),
        )
        for run in runs
    )


def _touches(one: Token, two: Token) -> bool:
    return _same_line(one, two) and two.x0 >= one.x0 and two.x0 - one.x1 < 2 * one.height
