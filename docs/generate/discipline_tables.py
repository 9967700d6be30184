"""Disciplines of generated scenes: their families, and which of these are held out."""

from docs.generate.markers import table
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.measured import read_measured
from vlcorpus.stages.generate.posing import find_posing


def family_table() -> str:
    rows = []
    for discipline in map(find_discipline, DISCIPLINES):
        n_families = len(read_measured(discipline.measured).families)
        rows.append((f"`{discipline.name}`", str(n_families), _listed(discipline.held_out)))
        if posing := find_posing(discipline.name):
            name = f"`{discipline.name}`, with problems"
            rows.append((name, str(len(posing.families)), _listed(posing.held_out)))
    return table(("discipline", "families", "held out"), rows)


def _listed(families: tuple[str, ...]) -> str:
    return ", ".join(f"`{family}`" for family in families)
