"""Find the maker of a discipline, `DISCIPLINE` of `stages/stem/<name>/discipline.py`: imported when used."""

import difflib

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.named import find_named
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.discipline import Discipline


def find_discipline(name: str) -> Discipline:
    """Raises ConfigError, which names the nearest, for one that does not exist."""
    if name not in DISCIPLINES:
        near = difflib.get_close_matches(name, DISCIPLINES, n=1, cutoff=0)[0]
        raise ConfigError(f"no discipline {name!r}, is it {near}? There are: {', '.join(DISCIPLINES)}")
    return find_named(f"vlcorpus.stages.stem.{name}.discipline:DISCIPLINE")
