"""Answers with boxes or points: a fenced list, an object on each line. Source: docs/formats.md §3."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

_KEYS = {4: "bbox_2d", 2: "point_2d"}  # by how many coordinates there are


def places_json(places: Iterable[tuple[Sequence[int], str]]) -> str:
    """Return boxes or points, each with its label, as Qwen3-VL answers. Coordinates are integers 0..999."""
    lines = [
        json.dumps({_KEYS[len(place)]: list(place), "label": label}, ensure_ascii=False)
        for place, label in places
    ]
    body = "[\n\t" + ",\n\t".join(lines) + "\n]" if lines else "[]"
    return f"```json\n{body}\n```"
