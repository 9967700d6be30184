"""Disciplines of generated scenes: their families, and which of these are held out."""

from docs.generate.markers import table
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.measured import read_measured


def family_table() -> str:
    found = [find_discipline(name) for name in DISCIPLINES]
    return table(
        ("discipline", "families", "held out"),
        [
            (
                f"`{discipline.name}`",
                str(len(read_measured(discipline.measured).families)),
                ", ".join(f"`{family}`" for family in discipline.held_out),
            )
            for discipline in found
        ],
    )
