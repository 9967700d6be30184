"""Several rows of a formula: matrices and cases within tall brackets, aligned lines."""

from itertools import pairwise

from vlcorpus.stages.documents.formulas.atoms import AXIS_EM, Atom, AtomKind, composed, without
from vlcorpus.stages.documents.formulas.brackets import CLOSING, SIDES
from vlcorpus.stages.documents.formulas.latex_symbols import RELATIONS
from vlcorpus.stages.documents.formulas.row import SCRIPT_SIZE, joined, metrics, row
from vlcorpus.stages.documents.formulas.signs import Unreadable

LEVEL_EM = 0.15  # ours: baselines of one row differ by no more
PITCH_EM = 0.75  # ours: the least from row to row; TeX's smallest, of a binomial in a line, is 0.79
NEAR_EM = 0.1  # ours: a script must be nearer to its row than to the next by this
COLUMN_EM = 0.75  # ours: the least between columns; TeX leaves 10 pt, which is 0.83 em at 12 pt
SAME_HEIGHT_EM = 0.2  # ours: the ends of two brackets of one pair differ by less
BINOMIAL_EM = ((0.77, 0.81), (1.32, 1.40))  # upper to lower number, in a line and displayed (app. G)
COLUMN_PITCH_EM = (1.15, 1.27)  # rows of a column vector have the leading of text, 12 pt for 10
ALIGNED_EM = 0.12  # ours: signs that are aligned differ by no more
MAX_ROWS = 20
_ALIGNED = RELATIONS - {":"}  # the signs at which rows are aligned
_ENVIRONMENTS = {"(": "pmatrix", "[": "bmatrix", "|": "vmatrix", r"\|": "Vmatrix", r"\{": "Bmatrix"}


def compose_arrays(atoms: list[Atom]) -> list[Atom]:
    """Replace tall brackets and what they hold by one atom, wherever that is more than one row."""
    for opening in sorted((a for a in atoms if a.kind is AtomKind.FENCE), key=lambda a: a.y2 - a.y1):
        if not any(atom is opening for atom in atoms) or opening.latex in CLOSING:
            continue
        closing = _other_side(atoms, opening)
        inside = [a for a in atoms if _is_inside(a, opening, closing)]
        if inside and not _is_row(inside) and (closing is not None or opening.latex == r"\{"):
            parts = [opening, *inside, *([closing] if closing else [])]
            made = composed(
                parts, _array(inside, opening.latex if closing else ""), size=metrics(inside)[0], baseline=0
            )
            made.baseline = opening.axis + AXIS_EM * made.size
            atoms = [*without(atoms, parts), made]
    return atoms


def _other_side(atoms: list[Atom], opening: Atom) -> Atom | None:
    """Return the bracket of the same height that closes another one."""
    reach = SAME_HEIGHT_EM * opening.size
    like = [
        a
        for a in atoms
        if a.kind is AtomKind.FENCE and abs(a.y1 - opening.y1) < reach and abs(a.y2 - opening.y2) < reach
    ]
    sign = SIDES.get(opening.latex, opening.latex)
    depth = 0
    for atom in sorted((a for a in like if a.x1 > opening.x1), key=lambda a: a.x1):
        if atom.latex == sign and not depth:
            return atom
        depth += (atom.latex == opening.latex) - (atom.latex == sign)
    return None


def _is_inside(atom: Atom, opening: Atom, closing: Atom | None) -> bool:
    end = closing.x1 if closing else float("inf")
    return opening.x2 <= atom.x <= end and opening.y1 <= atom.y <= opening.y2 and atom is not opening


def _is_row(atoms: list[Atom]) -> bool:
    try:
        row(atoms)
    except Unreadable:
        return False
    return True


def _array(inside: list[Atom], bracket: str) -> str:
    rows = rows_of(inside)
    size = metrics(inside)[0]
    columns = _columns(inside, size)
    if len(rows) == 2 and len(columns) == 1 and bracket == "(":
        return _binomial_or_column(rows, size)
    if not bracket and len(columns) > 2:
        raise Unreadable("cases of more than two columns")
    cells = [[[a for a in line if x1 <= a.x <= x2] for x1, x2 in columns] for line in rows]
    if sum(bool(cell) for line in cells for cell in line) * 2 <= len(rows) * len(columns):
        raise Unreadable("an array of empty cells")
    lines = r" \\ ".join(" & ".join(row(cell) if cell else "" for cell in line) for line in cells)
    name = _ENVIRONMENTS[bracket] if bracket else "cases"
    return rf"\begin{{{name}}} {lines} \end{{{name}}}"


def _binomial_or_column(rows: list[list[Atom]], size: float) -> str:
    upper, lower = (metrics(line)[1] for line in rows)
    pitch = (lower - upper) / size
    above, below = map(row, rows)
    if any(low <= pitch <= high for low, high in BINOMIAL_EM):
        return rf"\binom{{{above}}}{{{below}}}"
    if COLUMN_PITCH_EM[0] <= pitch <= COLUMN_PITCH_EM[1]:
        return rf"\begin{{pmatrix}} {above} \\ {below} \end{{pmatrix}}"
    raise Unreadable("a binomial, or a column of two")


def rows_of(atoms: list[Atom]) -> list[list[Atom]]:
    """Part atoms into rows, from top to bottom. Raises Unreadable where there is one only, or a doubt."""
    size = metrics(atoms)[0]
    large = [a for a in atoms if a.size >= SCRIPT_SIZE * size and a.kind is not AtomKind.ACCENT]
    rows: list[list[Atom]] = []
    for atom in sorted(large, key=lambda a: a.axis):
        if rows and atom.axis - rows[-1][-1].axis <= LEVEL_EM * size:
            rows[-1].append(atom)
        else:
            rows.append([atom])
    steps = [b[0].axis - a[-1].axis for a, b in pairwise(rows)]
    if not 1 < len(rows) <= MAX_ROWS or min(steps) < PITCH_EM * size:
        raise Unreadable("rows too near")
    spans = [(min(a.y1 for a in line), max(a.y2 for a in line)) for line in rows]
    for atom in without(atoms, large):
        near = sorted((max(y1 - atom.y2, atom.y1 - y2), i) for i, (y1, y2) in enumerate(spans))
        if near[1][0] - near[0][0] < NEAR_EM * size:
            raise Unreadable("a script between two rows")
        rows[near[0][1]].append(atom)
    return rows


def _columns(atoms: list[Atom], size: float) -> list[tuple[float, float]]:
    columns: list[tuple[float, float]] = []
    for x1, x2 in sorted((a.x1, a.x2) for a in atoms):
        if columns and x1 - columns[-1][1] < COLUMN_EM * size:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x2))
        else:
            columns.append((x1, x2))
    return columns


def aligned_rows(atoms: list[Atom]) -> str:
    """Return the LaTeX of rows that are aligned at a relation, at their left sides, or centred."""
    rows = rows_of(atoms)
    size = metrics(atoms)[0]
    relations = [[a.x1 for a in line if a.latex in _ALIGNED and a.size > 0.9 * size] for line in rows]
    firsts = [min(found) for found in relations if found]
    if len(firsts) == len(rows) and _is_even(firsts, size):
        at = min(firsts) - 0.5 * ALIGNED_EM * size
        return _environment("aligned", [_halves(line, at) for line in rows])
    if _is_even([min(a.x1 for a in line) for line in rows], size):
        return _environment("aligned", ["&" + row(line) for line in rows])
    if _is_even([min(a.x1 for a in line) + max(a.x2 for a in line) for line in rows], size):
        return _environment("gathered", [row(line) for line in rows])
    raise Unreadable("rows that are not aligned")


def _is_even(places: list[float], size: float) -> bool:
    return max(places) - min(places) <= ALIGNED_EM * size


def _halves(line: list[Atom], at: float) -> str:
    left = [a for a in line if a.x < at]
    return joined([row(left) if left else "", "&", row(without(line, left))])


def _environment(name: str, rows: list[str]) -> str:
    return rf"\begin{{{name}}} " + r" \\ ".join(rows) + rf" \end{{{name}}}"
