"""The kinds of scenes there are, each `module:name` of a `Discipline`: imported when it is drawn."""

import difflib

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.named import find_named
from vlcorpus.stages.generate.discipline import Discipline

DISCIPLINES = {
    "plane_geometry": "vlcorpus.stages.stem.geometry.discipline:PLANE_GEOMETRY",
}


def find_discipline(name: str) -> Discipline:
    """Raises ConfigError, which names the nearest, for one that does not exist."""
    if name not in DISCIPLINES:
        near = difflib.get_close_matches(name, DISCIPLINES, n=1, cutoff=0)[0]
        raise ConfigError(
            f"no discipline {name!r}, is it {near}? There are: {', '.join(sorted(DISCIPLINES))}"
        )
    return find_named(DISCIPLINES[name])
