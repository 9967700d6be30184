"""A chart of cost against size, both axes logarithmic, as SVG."""

from math import ceil, floor, log10

WIDTH, HEIGHT, MARGIN = 560, 360, 64
COLORS = {"bare": "#b5493a", "tables": "#2f6f8f", "planned": "#6b7280"}
NAMES = {"bare": "bare FAISS and NumPy", "tables": "our tables", "planned": "vlcorpus plan"}


def cost_chart(measured: dict[str, dict[int, float]], planned: dict[int, float]) -> str:
    """Draw CPU seconds by number of vectors: a line per side, and dashed what is planned."""
    lines = measured | {"planned": planned}
    sizes = [n for costs in lines.values() for n in costs]
    seconds = [cost for costs in lines.values() for cost in costs.values()]
    x_low, x_high = floor(log10(min(sizes))), ceil(log10(max(sizes)))
    y_low, y_high = floor(log10(min(seconds))), ceil(log10(max(seconds)))

    def place(n: float, cost: float) -> tuple[float, float]:
        x = MARGIN + (log10(n) - x_low) / max(1, x_high - x_low) * (WIDTH - 2 * MARGIN)
        y = HEIGHT - MARGIN - (log10(cost) - y_low) / max(1, y_high - y_low) * (HEIGHT - 2 * MARGIN)
        return round(x, 1), round(y, 1)

    parts = [_grid(place, range(x_low, x_high + 1), range(y_low, y_high + 1))]
    for number, (name, costs) in enumerate(lines.items()):
        points = [place(n, cost) for n, cost in costs.items()]
        dash = ' stroke-dasharray="5 4"' if name == "planned" else ""
        path = " ".join(f"{x},{y}" for x, y in points)
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{COLORS[name]}" stroke-width="2"{dash}/>'
        )
        parts += [f'<circle cx="{x}" cy="{y}" r="3.5" fill="{COLORS[name]}"/>' for x, y in points]
        y = 14 + 17 * number
        parts.append(
            f'<line x1="{MARGIN}" x2="{MARGIN + 24}" y1="{y}" y2="{y}" stroke="{COLORS[name]}"{dash}/>'
        )
        parts.append(f'<text x="{MARGIN + 30}" y="{y + 4}">{NAMES[name]}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12"><rect width="100%" height="100%" fill="white"/>{"".join(parts)}</svg>\n'
    )


def _grid(place, powers_x: range, powers_y: range) -> str:
    left, right, low, high = powers_x[0], powers_x[-1], powers_y[0], powers_y[-1]
    parts = []
    for power in powers_x:
        (x, bottom), (_, top) = place(10**power, 10**low), place(10**power, 10**high)
        parts.append(f'<line x1="{x}" x2="{x}" y1="{bottom}" y2="{top}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in powers_y:
        (start, y), (end, _) = place(10**left, 10**power), place(10**right, 10**power)
        parts.append(f'<line x1="{start}" x2="{end}" y1="{y}" y2="{y}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{start - 8}" y="{y + 4}" text-anchor="end">{10.0**power:g}</text>')
    parts.append(
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 16}" text-anchor="middle">vectors of 512 numbers</text>'
    )
    parts.append(
        f'<text x="14" y="{HEIGHT / 2}" transform="rotate(-90 14 {HEIGHT / 2})" '
        'text-anchor="middle">CPU seconds</text>'
    )
    return "".join(parts)
