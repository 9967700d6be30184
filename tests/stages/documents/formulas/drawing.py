"""A tiny typesetter: a formula as a tree, its glyphs and bars as TeX would place them, and its LaTeX.

It knows nothing of the reader. Sizes in px; y grows down. Source of the shifts: TeXbook, appendix G, rounded.
"""

from dataclasses import dataclass, field

from vlcorpus.schemas.documents.document import Drawing, Glyph
from vlcorpus.schemas.geometry import BoxPx

SIZE = 20.0
SCRIPTS = (1.0, 0.7, 0.5)
AXIS = 0.25
LINE = BoxPx(0, 0, 1000, 1000)
COMMANDS = {"α": r"\alpha", "π": r"\pi", "−": "-", "∑": r"\sum", "∏": r"\prod"}


@dataclass(frozen=True)
class Sign:
    char: str


@dataclass(frozen=True)
class Row:
    """Terms with a plus between them."""

    terms: tuple


@dataclass(frozen=True)
class Fraction:
    above: object
    below: object


@dataclass(frozen=True)
class Script:
    base: Sign
    sub: object = None
    sup: object = None


@dataclass(frozen=True)
class Root:
    inside: object
    index: Sign | None = None


@dataclass(frozen=True)
class Big:
    """An operator with limits, and what it is over."""

    char: str
    sub: object
    sup: object
    body: object


@dataclass(frozen=True)
class Brackets:
    """As tall as a fraction."""

    inside: object


@dataclass
class Placed:
    """Glyphs and bars on a baseline at y = 0, from x = 0."""

    width: float = 0.0
    up: float = 0.0  # height above the baseline
    down: float = 0.0
    glyphs: list[Glyph] = field(default_factory=list)
    bars: list[BoxPx] = field(default_factory=list)

    def add(self, other: "Placed", dx: float = 0.0, dy: float = 0.0) -> "Placed":
        glyphs = [g._replace(box=moved(g.box, dx, dy), baseline_px=g.baseline_px + dy) for g in other.glyphs]
        return Placed(
            max(self.width, dx + other.width),
            max(self.up, other.up - dy),
            max(self.down, other.down + dy),
            self.glyphs + glyphs,
            self.bars + [moved(bar, dx, dy) for bar in other.bars],
        )


def moved(box: BoxPx, dx: float, dy: float) -> BoxPx:
    return BoxPx(box.x1 + dx, box.y1 + dy, box.x2 + dx, box.y2 + dy)


def glyph(
    char: str, x: float = 0.0, y: float = 0.0, *, size: float = SIZE, font: str = "", ink=None
) -> Glyph:
    """Return a glyph whose baseline is `y`; `ink` is its reach up and down, in em."""
    up, down = ink or ((0.66, 0.0) if char.isalnum() else (0.75, 0.25) if char in "()" else (0.5, 0.0))
    width = {"∑": 1.44, "∏": 1.28, "√": 0.83, "+": 0.78, "−": 0.78}.get(char, 0.5)
    box = BoxPx(x, y - up * size, x + width * size, y + down * size)
    return Glyph(char, box, size, y, font or ("CMMI10" if char.isalpha() else "CMR10"), LINE)


def drawn(bar: BoxPx) -> Drawing:
    return Drawing(bar, False, True, 0.0)


def typeset(tree) -> tuple[list[Glyph], list[Drawing]]:
    placed = Placed().add(place(tree, 0), 100, 500)
    return placed.glyphs, [drawn(bar) for bar in placed.bars]


def place(tree, level: int) -> Placed:
    size = SIZE * SCRIPTS[min(level, 2)]
    match tree:
        case Sign(char):
            made = glyph(char, size=size)
            return Placed(made.box.x2, -made.box.y1, max(0.0, made.box.y2), [made])
        case Row(terms):
            return _row(terms, level, size)
        case Fraction(above, below):
            return _fraction(place(above, level), place(below, level), size)
        case Script():
            return _script(tree, level, size)
        case Root():
            return _root(tree, level, size)
        case Big():
            return _big(tree, level, size)
        case Brackets(inside):
            return _brackets(place(inside, level), size)


def _row(terms: tuple, level: int, size: float) -> Placed:
    placed = place(terms[0], level)
    for term in terms[1:]:
        plus = place(Sign("+"), level)
        placed = placed.add(plus, placed.width + 0.22 * size)
        placed = placed.add(place(term, level), placed.width + 0.22 * size)
    return placed


def _fraction(above: Placed, below: Placed, size: float) -> Placed:
    width = max(above.width, below.width)
    bar = Placed(width, bars=[BoxPx(0, -AXIS * size - 0.5, width, -AXIS * size + 0.5)])
    bar = bar.add(above, (width - above.width) / 2, -(AXIS + 0.25) * size - above.down)
    placed = bar.add(below, (width - below.width) / 2, (0.25 - AXIS) * size + below.up)
    return Placed(0.24 * size).add(placed, 0.12 * size)


def _script(tree: Script, level: int, size: float) -> Placed:
    base = place(tree.base, level)
    right = base.width
    for script, up in ((tree.sub, False), (tree.sup, True)):
        if script is not None:
            made = place(script, level + 1)
            shift = (
                -max(0.41 * size, made.down + 0.15 * size) if up else max(0.25 * size, made.up - 0.3 * size)
            )
            base = base.add(made, right, shift)
    return base


def _root(tree: Root, level: int, size: float) -> Placed:
    inside = place(tree.inside, level)
    top, foot = inside.up + 0.15 * size, inside.down + 0.1 * size
    sign = glyph("√", size=size, ink=(top / size, foot / size), font="CMSY10")
    width = sign.box.x2
    placed = Placed(width, top, foot, [sign], [BoxPx(width, -top - 0.5, width + inside.width, -top + 0.5)])
    placed = placed.add(inside, width)
    if tree.index is None:
        return placed
    index = place(tree.index, 2)
    return Placed().add(placed, 0.2 * size).add(index, 0.2 * size + 0.55 * size - index.width, -0.45 * size)


def _big(tree: Big, level: int, size: float) -> Placed:
    operator = glyph(tree.char, size=size, ink=(0.95, 0.45), font="CMEX10")
    under, over = place(tree.sub, level + 1), place(tree.sup, level + 1)
    own = operator.box.x2
    width = max(own, under.width, over.width)
    placed = Placed(own, 0.95 * size, 0.45 * size, [operator])
    placed = Placed(width).add(placed, (width - own) / 2)
    placed = placed.add(under, (width - under.width) / 2, (0.45 + 0.17) * size + under.up)
    placed = placed.add(over, (width - over.width) / 2, -(0.95 + 0.15) * size - over.down)
    return placed.add(place(tree.body, level), width + 0.17 * size)


def _brackets(inside: Placed, size: float) -> Placed:
    reach = max(inside.up - AXIS * size, inside.down + AXIS * size, 0.6 * size) + 0.05 * size
    ink = (reach / size + AXIS, reach / size - AXIS)
    sides = [glyph(char, size=size, ink=ink, font="CMEX10") for char in "()"]
    left, right = (Placed(g.box.x2, -g.box.y1, g.box.y2, [g]) for g in sides)
    placed = left.add(inside, left.width)
    return placed.add(right, placed.width)


def latex(tree) -> str:
    match tree:
        case Sign(char):
            return COMMANDS.get(char, char)
        case Row(terms):
            return "+".join(map(latex, terms))
        case Fraction(above, below):
            return rf"\frac{{{latex(above)}}}{{{latex(below)}}}"
        case Script(base, sub, sup):
            return latex(base) + _scripts(sub, sup)
        case Root(inside, index):
            return (rf"\sqrt[{latex(index)}]" if index else r"\sqrt") + f"{{{latex(inside)}}}"
        case Big(char, sub, sup, body):
            return COMMANDS[char] + _scripts(sub, sup) + latex(body)
        case Brackets(inside):
            return rf"\left({latex(inside)}\right)"


def _scripts(sub, sup) -> str:
    marks = [f"_{{{latex(sub)}}}" if sub else "", f"^{{{latex(sup)}}}" if sup else ""]
    return "".join(marks)
