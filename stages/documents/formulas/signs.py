"""Signs that are printed in pieces, made whole: tall brackets, struck relations, long arrows, integrals."""

from vlcorpus.schemas.documents.document import Glyph
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.fonts import NO_CHARACTER, SLASH

LEVEL_EM = 0.1  # ours: baselines of pieces on one line differ by less
COLUMN_EM = 0.2  # ours: left sides of pieces on top of each other differ by less
STACKED_EM = 0.05  # ours: TeX's pieces overlap by 0.02 em
INTEGRALS_EM = 0.3  # ours: \iint leaves 0.1 em, \int\int 0.5
JOINED_EM = -0.1  # ours: TeX's \joinrel moves by -0.17 em
_TALL = {
    "(": "⎛⎜⎝",
    ")": "⎞⎟⎠",
    "[": "⎡⎢⎣",
    "]": "⎤⎥⎦",
    "{": "⎧⎨⎩⎪",
    "}": "⎫⎬⎭⎪",
    "√": "⎷⏐┌",
    "|": "|",
    "‖": "‖",
    "∫": "⌠⎮⌡",
}
_ENDS = frozenset("⎛⎝⎞⎠⎡⎣⎤⎦⎧⎩⎫⎭⎷┌⌠⌡")  # pieces that end a sign; a whole sign has two of them
_PIECES = frozenset("".join(_TALL.values()))
_STRUCK = {
    (SLASH, "="): "≠",
    (SLASH, "∈"): "∉",
    (SLASH, "⊂"): "⊄",
    (SLASH, "⊆"): "⊈",
    (SLASH, "≡"): "≢",
    (SLASH, "∼"): "≁",
    (SLASH, "∃"): "∄",
}
_JOINED = {
    ("−", "→"): "⟶",
    ("-", "→"): "⟶",
    ("↦", "→"): "↦",
    ("=", "⇒"): "⟹",
    ("←", "−"): "⟵",
    ("⇐", "="): "⟸",
    ("⇐", "⇒"): "⟺",
    ("←", "→"): "⟷",
    ("∫", "∫"): "∬",
    ("∬", "∫"): "∭",
    ("/", "∈"): "∉",
    ("∈", "/"): "∉",
}
_STACKED = {("∼", "="): "≅", (".", "="): "≐"}
_JOINABLE = frozenset(char for pair in _JOINED for char in pair)


class Unreadable(Exception):
    """The places of the glyphs leave a doubt about the formula's structure."""


def whole_signs(glyphs: list[Glyph]) -> list[Glyph]:
    """Join the pieces of signs. Raises Unreadable for a piece that is left alone."""
    return _joined(_stacked(_struck(_tall(glyphs))))


def _tall(glyphs: list[Glyph]) -> list[Glyph]:
    whole = [glyph for glyph in glyphs if glyph.char not in _PIECES]
    columns: list[list[Glyph]] = []
    for glyph in sorted((g for g in glyphs if g.char in _PIECES), key=lambda g: g.box.y1):
        column = next((c for c in columns if _goes_on(c, glyph)), None)
        if column is None:
            columns.append([glyph])
        else:
            column.append(glyph)
    return whole + [_column(column) for column in columns]


def _goes_on(column: list[Glyph], piece: Glyph) -> bool:
    last = column[-1]
    near = abs(last.box.x1 - piece.box.x1) < COLUMN_EM * piece.size_px
    stacked = piece.box.y1 - last.box.y2 < STACKED_EM * piece.size_px and piece.box.y1 > last.box.y1
    return near and stacked and bool(_signs_of([*column, piece]))


def _signs_of(pieces: list[Glyph]) -> list[str]:
    chars = {piece.char for piece in pieces}
    return [sign for sign, own in _TALL.items() if chars <= set(own)]


def _column(column: list[Glyph]) -> Glyph:
    first = column[0]
    signs = _signs_of(column)
    ends = {piece.char for piece in column} & _ENDS
    if len(signs) != 1 or (len(_TALL[signs[0]]) > 1 and len(ends) < 2):
        raise Unreadable(f"pieces of a sign: {''.join(piece.char for piece in column)}")
    box = BoxPx(
        min(piece.box.x1 for piece in column),
        first.box.y1,
        max(piece.box.x2 for piece in column),
        max(piece.box.y2 for piece in column),
    )
    return first._replace(char=signs[0], box=box)


def _struck(glyphs: list[Glyph]) -> list[Glyph]:
    """Put strokes on what they strike: so TeX makes \\neq and \\mapsto."""
    out: list[Glyph] = []
    glyphs = [_named(glyph, glyphs) if glyph.char == NO_CHARACTER else glyph for glyph in glyphs]
    strokes = [glyph for glyph in glyphs if glyph.char == SLASH]
    for glyph in glyphs:
        if glyph.char == SLASH:
            continue
        stroke = next((s for s in strokes if _is_on(s, glyph)), None)
        if stroke is not None:
            strokes.remove(stroke)
            glyph = _merged(stroke, glyph, _STRUCK)
        out.append(glyph)
    if strokes:
        raise Unreadable("a stroke through nothing")
    return out


def _named(glyph: Glyph, glyphs: list[Glyph]) -> Glyph:
    """Name the foot of \\mapsto, which has no width, no character, and an arrow on it."""
    arrow = next((g for g in glyphs if g.char in "→⟶" and _is_on(glyph, g)), None)
    if arrow is None or glyph.box.x2 - glyph.box.x1 > 0.05 * glyph.size_px:
        raise Unreadable("a glyph without a character")
    return glyph._replace(char="↦", box=arrow.box)


def _is_on(stroke: Glyph, glyph: Glyph) -> bool:
    level = abs(stroke.baseline_px - glyph.baseline_px) < LEVEL_EM * glyph.size_px
    return level and -0.1 * glyph.size_px <= glyph.box.x1 - stroke.box.x1 < 0.35 * glyph.size_px


def _stacked(glyphs: list[Glyph]) -> list[Glyph]:
    """Join signs of which one stands right over the other."""
    uppers = [g for g in glyphs if any(g.char == upper for upper, _ in _STACKED)]
    out = glyphs
    for upper in uppers:
        lower = next((g for g in out if (upper.char, g.char) in _STACKED and _is_over(upper, g)), None)
        if lower is not None:
            out = [g for g in out if g is not upper and g is not lower] + [_merged(upper, lower, _STACKED)]
    return out


def _is_over(upper: Glyph, lower: Glyph) -> bool:
    middle = upper.box.x1 + upper.box.x2 - lower.box.x1 - lower.box.x2
    return (
        abs(middle) < 0.1 * lower.size_px
        and 0.05 * lower.size_px < lower.box.y1 - upper.box.y1 < 0.6 * lower.size_px
    )


def _joined(glyphs: list[Glyph]) -> list[Glyph]:
    """Join signs of one baseline that overlap, as arrows and their shafts do."""
    out = [glyph for glyph in glyphs if glyph.char not in _JOINABLE]
    signs: list[Glyph] = []
    for glyph in sorted(
        (g for g in glyphs if g.char in _JOINABLE), key=lambda g: (round(g.baseline_px), g.box.x1)
    ):
        if signs and _overlap(signs[-1], glyph):
            signs[-1] = _merged(signs[-1], glyph, _JOINED)
        else:
            signs.append(glyph)
    return out + signs


def _overlap(a: Glyph, b: Glyph) -> bool:
    level = abs(a.baseline_px - b.baseline_px) < LEVEL_EM * a.size_px
    if (a.char in "∫∬") != (b.char == "∫"):
        return False
    reach = INTEGRALS_EM if b.char == "∫" else JOINED_EM
    if (a.char, b.char) == ("↦", "→") and a.box.x2 - a.box.x1 < 0.05 * a.size_px:  # the foot alone
        reach = 0.05
    return level and -2 * a.size_px < b.box.x1 - a.box.x2 < reach * a.size_px


def _merged(a: Glyph, b: Glyph, table: dict[tuple[str, str], str]) -> Glyph:
    char = table.get((a.char, b.char))
    if char is None:
        raise Unreadable(f"{a.char} and {b.char} on each other")
    x2 = max(a.box.x2, b.box.x2)
    y1, y2 = min(a.box.y1, b.box.y1), max(a.box.y2, b.box.y2)
    return b._replace(char=char, box=BoxPx(min(a.box.x1, b.box.x1), y1, x2, y2))
