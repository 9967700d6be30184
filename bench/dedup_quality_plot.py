"""The figure of bench/dedup_quality.py: what is found and what is taken wrongly, over the threshold."""

from html import escape

# Colour-blind safe: Okabe & Ito, 2008. Kind, guarded or by cosine alone: colour, dash, label.
LINES = {
    ("edits", "guarded"): ("#0072b2", "", "edits found"),
    ("paraphrases", "guarded"): ("#009e73", "", "paraphrases found"),
    ("translations", "guarded"): ("#e69f00", "", "translations found"),
    ("negatives", "guarded"): ("#d55e00", "", "hard negatives taken for duplicates"),
    ("negatives", "cosine"): ("#d55e00", "2 4", "the same by cosine alone"),
}
LEFT, TOP, PANEL, GAP = 44, 60, 260, 50  # px


def sweep_chart(sweeps: dict[str, dict[str, list[dict]]], chosen: dict[str, float]) -> str:
    """Return an SVG with one panel for each encoder; `sweeps` by encoder, then `guarded` or `cosine`."""
    panels = [
        f'<g transform="translate({LEFT + n * (PANEL + GAP)} {TOP})">{_panel(name, sweep, chosen[name])}</g>'
        for n, (name, sweep) in enumerate(sweeps.items())
    ]
    legend, x = [], LEFT
    for color, dash, label in LINES.values():
        legend.append(
            f'<path d="M{x} 16h26" {_stroke(color, dash)}/><text x="{x + 32}" y="20">{label}</text>'
        )
        x += 52 + round(6.2 * len(label))
    width = max(LEFT + len(sweeps) * (PANEL + GAP), x)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {TOP + PANEL + 50}" '
        'font-family="sans-serif" font-size="12" fill="#222"><rect width="100%" height="100%" fill="#fff"/>'
        f"{''.join(legend)}{''.join(panels)}</svg>\n"
    )


def _panel(name: str, sweeps: dict[str, list[dict]], chosen: float) -> str:
    low, high = sweeps["guarded"][0]["threshold"], sweeps["guarded"][-1]["threshold"]

    def x(threshold: float) -> float:
        return (threshold - low) / (high - low) * PANEL

    parts = [f'<text y="-10" font-weight="bold">{escape(name)}</text>']
    for percent in (0, 25, 50, 75, 100):
        y = PANEL * (1 - percent / 100)
        parts.append(f'<path d="M0 {y}H{PANEL}" stroke="#ddd"/>')
        parts.append(f'<text x="-6" y="{y + 4}" text-anchor="end">{percent}%</text>')
    for threshold in (0.5, 0.6, 0.7, 0.8, 0.9):
        parts.append(f'<text x="{x(threshold):.1f}" y="{PANEL + 18}" text-anchor="middle">{threshold}</text>')
    parts.append(f'<path d="M{x(chosen):.1f} 0V{PANEL}" stroke="#222" stroke-dasharray="2 3"/>')
    parts.append(f'<text x="{x(chosen):.1f}" y="-8" text-anchor="middle">{chosen:.2f}</text>')
    for (kind, way), (color, dash, _) in LINES.items():
        points = " ".join(f"{x(one['threshold']):.1f},{PANEL * (1 - one[kind]):.1f}" for one in sweeps[way])
        parts.append(f'<polyline points="{points}" fill="none" {_stroke(color, dash)}/>')
    parts.append(f'<text x="{PANEL / 2}" y="{PANEL + 38}" text-anchor="middle">cosine of at least</text>')
    return "".join(parts)


def _stroke(color: str, dash: str) -> str:
    return f'stroke="{color}" stroke-width="2.5"' + (f' stroke-dasharray="{dash}"' if dash else "")
