"""Charts as inline SVG: horizontal bars and a histogram, in the page's font and its `--accent` color."""

from collections.abc import Sequence
from html import escape

from vlcorpus.catalogs.query.quantities import human_number

_WIDTH = 640
_ROW, _BAR = 28, 16
_NUMBERS = 70  # px right of the bars
_NAME_CHARS, _CHAR = 34, 7.2  # left of them: the longest name, in px of a letter
_PLOT, _COLUMN = 170, 76  # height of the tallest column; width of the widest


def bars(
    values: Sequence[tuple[str, float]], *, unit: str = "", full: float | None = None, label: str = ""
) -> str:
    """Return one bar per (name, value), in the given order; a full bar is `full`, or the largest value."""
    full = full or max((value for _, value in values), default=0) or 1
    names = [name if len(name) <= _NAME_CHARS else name[: _NAME_CHARS - 1] + "…" for name, _ in values]
    left = round(_CHAR * max(map(len, names), default=0)) + 14
    track = _WIDTH - left - _NUMBERS
    rows = []
    for index, (shown, (name, value)) in enumerate(zip(names, values, strict=True)):
        y = index * _ROW + 6
        width = max(1.5, track * min(value, full) / full) if value else 0
        rows += [
            f"<g><title>{escape(f'{name}: {value:,g}{unit}')}</title>",
            _text("name", left - 10, y + 13, shown, "end"),
            f'<rect class="track" x="{left}" y="{y}" width="{track}" height="{_BAR}" rx="3"/>',
            f'<rect class="bar" x="{left}" y="{y}" width="{width:.1f}" height="{_BAR}" rx="3"/>',
            _text("value", _WIDTH - _NUMBERS + 10, y + 13, human_number(value) + unit),
            "</g>",
        ]
    return _svg(_WIDTH, len(values) * _ROW + 6, rows, label)


def histogram(values: Sequence[tuple[str, float]], *, label: str = "") -> str:
    """Return one column per (name of the bin, count), in the given order."""
    tallest = max((count for _, count in values), default=0) or 1
    step = min(_COLUMN, _WIDTH / max(len(values), 1))
    base = _PLOT + 20
    columns = []
    for index, (name, count) in enumerate(values):
        height = max(1.5, _PLOT * count / tallest) if count else 0
        x, middle = index * step + step * 0.08, index * step + step / 2
        columns += [
            f"<g><title>{escape(f'{name}: {count:,g}')}</title>",
            f'<rect class="bar" x="{x:.1f}" y="{base - height:.1f}" '
            f'width="{step * 0.84:.1f}" height="{height:.1f}" rx="3"/>',
            _text("value", middle, base - height - 6, human_number(count) if count else "", "middle"),
            _text("name", middle, base + 18, name, "middle"),
            "</g>",
        ]
    width = step * len(values)
    columns.append(f'<line class="axis" x1="0" x2="{width:.0f}" y1="{base}" y2="{base}"/>')
    return _svg(max(width, 1), base + 26, columns, label)


def _text(kind: str, x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _svg(width: float, height: float, parts: list[str], label: str) -> str:
    return (
        f'<svg class="chart" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" role="img" '
        f'aria-label="{escape(label)}" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )
