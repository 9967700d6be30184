"""How a scene looks: a style is drawn from the families of stages/render/styles.yaml."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.render.drawing import Color
from vlcorpus.stages.render.fonts import font_file
from vlcorpus.stages.render.hues import SHADES

FAMILIES = Path(__file__).with_name("styles.yaml")
_LINES_HOLD_AT_PX = 640  # width of lines is given for images of this side


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that decides how a scene looks, in pixels of its image."""

    family: str
    width_px: int
    height_px: int
    surface: Color
    ink: Color
    line_px: float
    shades: dict[str, Color]  # of each named hue
    font: str  # package/file
    chinese_font: str  # of texts that have signs which the other one lacks
    label_px: float  # height of a label's font
    tremble_px: float
    is_dashed: bool  # helper lines are dashed, not thin
    wear: str

    @property
    def fonts(self) -> tuple[Path, Path]:
        """Return the files of the font and of the Chinese one."""
        return font_file(self.font), font_file(self.chinese_font)

    @property
    def dot_px(self) -> float:
        """Return the radius of a point's dot."""
        return 1.2 + 1.3 * self.line_px

    @property
    def side_px(self) -> int:
        return min(self.width_px, self.height_px)


@lru_cache
def families() -> dict[str, dict[str, Any]]:
    return yaml.safe_load(FAMILIES.read_text(encoding="utf-8"))


def find_family(name: str) -> dict[str, Any]:
    """Raises ConfigError, which names the nearest, for a family that is not there."""
    if name not in families():
        near = difflib.get_close_matches(name, families(), n=1, cutoff=0)[0]
        raise ConfigError(f"no style family {name!r}, is it {near}? There are: {', '.join(families())}")
    return families()[name]


def draw_style(random: Random, shares: dict[str, float], min_side_px: int, max_side_px: int) -> Style:
    """Return a style of one of the families, by `shares` or where there are none by their own."""
    name = _by_share(random, shares or {name: family["share"] for name, family in families().items()})
    family = find_family(name)
    width, height = (random.randint(min_side_px, max_side_px) for _ in "xy")
    side = min(width, height)
    surface = random.randrange(len(family["surface"]))
    inks = family["ink"]
    ink = inks[surface] if len(inks) == len(family["surface"]) else random.choice(inks)
    return Style(
        family=name,
        width_px=width,
        height_px=height,
        surface=tuple(family["surface"][surface]),
        ink=tuple(ink),
        line_px=random.uniform(*family["line_px"]) * side / _LINES_HOLD_AT_PX,
        shades={hue: random.choice(shades) for hue, shades in SHADES[family["hues"]].items()},
        font=random.choice(family["fonts"]),
        chinese_font=family["chinese"],
        label_px=random.uniform(*family["label"]) * side / 1000,
        tremble_px=random.uniform(*family["tremble"]) * side / 1000,
        is_dashed=random.random() < family["dashed"],
        wear=_by_share(random, family["wear"]),
    )


def _by_share(random: Random, shares: dict[str, float]) -> str:
    return random.choices(list(shares), list(shares.values()))[0]
