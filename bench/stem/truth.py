"""Is everything true that is claimed of a scene, by judges that share nothing with who made it?"""

import json
from collections.abc import Iterator

from bench.dots import misplaced
from bench.plane_geometry_audit import SympyPlaneGeometry
from vlcorpus.schemas.scenes.claims import claims_from_json
from vlcorpus.schemas.scenes.rows import SceneRow
from vlcorpus.stages.verify.oracle import Unknown, open_oracle

SYMPY_EVERY = 20
SYMPY = {"plane_geometry": SympyPlaneGeometry}
WITH_DOTS = {"plane_geometry"}  # whose named points are dots in the image


def faults(row: SceneRow) -> Iterator[str]:
    """Yield each claim that an oracle finds otherwise, and each place that is not where its pixels are.

    Of one scene in `SYMPY_EVERY` SymPy is asked too.
    """
    truth = json.loads(row.truth)
    oracles = [open_oracle(row.discipline, truth)]
    if row.discipline in SYMPY and row.number % SYMPY_EVERY == 0:
        oracles.append(SYMPY[row.discipline](truth))
    for claim in claims_from_json(row.claims):
        for oracle in oracles:
            try:
                value = oracle.value(claim.expression)
            except Unknown as unknown:
                value = f"nothing: {unknown}"
            if value != claim.value:
                yield f"{row.source_key}: {claim}, {type(oracle).__name__} says {value}"
    if row.discipline in WITH_DOTS:
        yield from (f"{row.source_key}: {place}" for place in misplaced(row))
