"""A row of a formula as LaTeX: what stands on its baseline, each with its scripts and limits.

Limits below are ours, from TeX's habits (TeXbook, appendix G): scripts are set at 0.7 and 0.5 of the size,
begin where their base ends, are raised by 0.36 em and lowered by 0.15; limits are centred on an operator.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from vlcorpus.stages.documents.formulas.accents import put_accents
from vlcorpus.stages.documents.formulas.atoms import AXIS_EM, CENTRED, Atom, AtomKind, without
from vlcorpus.stages.documents.formulas.brackets import BRACKETS, OPENING, bar_sign, tall_brackets
from vlcorpus.stages.documents.formulas.latex_symbols import OPERATIONS, RELATIONS
from vlcorpus.stages.documents.formulas.signs import Unreadable
from vlcorpus.stages.documents.formulas.words import join_words

SCRIPT_SIZE = 0.85  # times the row's size; what is smaller is a script
LEVEL_EM = 0.1  # baselines, or axes, of one row differ by less
LOWERED_EM = 0.04  # a smaller glyph that is as near to the baseline is no script
QUAD_EM = 0.9  # more white space between two atoms is a quad; TeX's is 1
OVERLAP = 0.4  # share of the narrower of two neighbours; with a larger overlap they are a stack
BEFORE_EM, AFTER_EM = 0.2, 0.3  # scripts begin so far before or after the end of their base
CLOSE_EM = 0.12  # a subscript of a relation is so close to it; what it relates stands 0.2 em off
SLANT_EM = 0.65  # an integral's lower limit begins so far before the end of its upper one
INTO_EM = 0.1  # scripts and limits may reach so far into their neighbour
RUN_EM = 0.35  # the most between atoms of one limit
CENTRE_EM = 0.25  # the most between the middles of a limit and of its operator
_OF_ANY_SIZE = CENTRED - {AtomKind.COMPOSED}  # TeX has fonts of fewer sizes for these
_ARROWS = (r"\rightarrow", r"\longrightarrow")


@dataclass(slots=True)
class _Base:
    """An atom of the row, and what belongs to it."""

    atom: Atom
    over: list[Atom]
    under: list[Atom]
    beside: list[Atom] = field(default_factory=list)

    @property
    def right(self) -> float:
        return max(atom.x2 for atom in (self.atom, *self.beside))


def row(atoms: list[Atom]) -> str:
    """Return the LaTeX of one row. Raises Unreadable where the places of its atoms leave a doubt."""
    atoms = join_words(put_accents(atoms, row))
    size, baseline = metrics(atoms)
    main = [atom for atom in atoms if _is_main(atom, size, baseline)]
    bases = _bases(main, without(atoms, main), size)
    signs = tall_brackets(main)
    out: list[str] = []
    for i, base in enumerate(bases):
        before = base.atom.x1 - bases[i - 1].right if i else 0.0
        after = bases[i + 1].atom.x1 - base.right if i + 1 < len(bases) else 0.0
        if before > QUAD_EM * size:
            out.append(r"\quad ")
        sign = signs.get(id(base.atom)) or bar_sign(base.atom.latex, min(before, after), size)
        out.append(_with_scripts(sign, base, baseline))
    return joined(out)


def metrics(atoms: list[Atom]) -> tuple[float, float]:
    """Return size and baseline of the row that the largest atoms stand in."""
    sized = [a for a in atoms if a.kind not in _OF_ANY_SIZE and a.latex not in BRACKETS] or atoms
    size = max(atom.size for atom in sized)
    large = [a for a in sized if a.size >= SCRIPT_SIZE * size]
    plain = [a for a in large if a.kind not in CENTRED] or large
    return size, median(a.axis for a in plain) + AXIS_EM * size


def _is_main(atom: Atom, size: float, baseline: float) -> bool:
    if atom.kind in CENTRED or atom.size >= SCRIPT_SIZE * size:
        return abs(atom.axis - (baseline - AXIS_EM * size)) <= LEVEL_EM * size
    return abs(atom.baseline - baseline) <= LOWERED_EM * size


def _bases(main: list[Atom], others: list[Atom], size: float) -> list[_Base]:
    """Give every other atom to one of the row."""
    if not main or any(a.size >= SCRIPT_SIZE * size for a in others if a.kind not in _OF_ANY_SIZE):
        raise Unreadable("more than one row")
    if any(min(a.x2, b.x2) - b.x1 > OVERLAP * min(a.x2 - a.x1, b.x2 - b.x1) for a, b in pairwise(main)):
        raise Unreadable("a stack")
    bases: list[_Base] = []
    for atom in main:
        over, under = (_stacked(atom, others, size, upwards=up) for up in (True, False))
        others = without(others, [*over, *under])
        bases.append(_Base(atom, over, under))
    ends = [*(after.atom.x1 for after in bases[1:]), float("inf")]
    for base, end in zip(bases, ends, strict=True):
        base.beside = [a for a in others if base.atom.x < a.x <= end + INTO_EM * size and a.x1 < end]
        others = without(others, base.beside)
        if base.beside:
            _check_scripts(base, size)
    if others:
        raise Unreadable("a script without its base")
    return bases


def _check_scripts(base: _Base, size: float) -> None:
    gap = (min(a.x1 for a in base.beside) - base.atom.x2) / size
    raised = any(a.baseline < base.atom.baseline for a in base.beside)
    sign = base.atom.latex in RELATIONS | OPERATIONS
    if base.atom.latex in OPENING or (sign and (raised or gap > CLOSE_EM)):
        raise Unreadable("a script of a relation, or before its base")
    slant = SLANT_EM if base.atom.kind is AtomKind.INTEGRAL else 0.0
    if not -BEFORE_EM - slant <= gap <= AFTER_EM + slant:
        raise Unreadable("a script apart from its base")


def _stacked(base: Atom, others: list[Atom], size: float, *, upwards: bool) -> list[Atom]:
    """Return what stands over or under a base, and goes on beside it: limits of an operator."""
    if base.kind is AtomKind.INTEGRAL:
        return []
    reach = INTO_EM * size
    level = [a for a in others if (a.y2 <= base.y1 + reach if upwards else a.y1 >= base.y2 - reach)]
    run = [a for a in level if base.x1 <= a.x <= base.x2]
    while more := [a for a in without(level, run) if any(_gap(a, r) < RUN_EM * a.size for r in run)]:
        run += more
    if run and abs(min(a.x1 for a in run) + max(a.x2 for a in run) - 2 * base.x) > 2 * CENTRE_EM * size:
        raise Unreadable("a limit beside its operator")
    return run


def _gap(a: Atom, b: Atom) -> float:
    return max(a.x1 - b.x2, b.x1 - a.x2)


def _with_scripts(sign: str, base: _Base, baseline: float) -> str:
    over, under = base.over, base.under
    if base.atom.kind is not AtomKind.OPERATOR:
        if over:
            sign = (
                rf"\xrightarrow{{{row(over)}}}" if sign in _ARROWS else rf"\overset{{{row(over)}}}{{{sign}}}"
            )
        sign = rf"\underset{{{row(under)}}}{{{sign}}}" if under else sign
        over, under = [], []
    if base.beside:
        if over or under:
            raise Unreadable("limits and scripts")
        over, under = _sides(base, baseline)
    return sign + "".join(f"{mark}{{{row(part)}}}" for mark, part in (("_", under), ("^", over)) if part)


def _sides(base: _Base, baseline: float) -> tuple[list[Atom], list[Atom]]:
    """Part the scripts of a base into raised and lowered ones; a script of a script goes with the nearest."""
    size = max(atom.size for atom in base.beside)
    first = [a for a in base.beside if a.size >= SCRIPT_SIZE * size]
    sides: tuple[list[Atom], list[Atom]] = ([], [])
    for atom in base.beside:
        near = min(first, key=lambda f: (f.x1 > atom.x1, abs(f.axis - atom.axis)))
        sides[0 if _is_raised(near, base.atom, baseline) else 1].append(atom)
    return sides


def _is_raised(script: Atom, base: Atom, baseline: float) -> bool:
    if base.kind in CENTRED:
        return script.y < base.y
    return script.baseline < baseline if script.kind not in CENTRED else script.axis < base.axis


def joined(parts: list[str]) -> str:
    """Join tokens; a command's name must not run into a letter."""
    out = ""
    for part in parts:
        name = out.rpartition("\\")[2]
        if "\\" in out and name.isalpha() and part[:1].isalpha():
            out += " "
        out += part
    return out.replace(r"\cdot\cdot\cdot", r"\cdots").replace("...", r"\ldots ").rstrip()
