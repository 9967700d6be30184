"""Molecules at random: one with marked atoms, or two that may be isomers, or the same, drawn otherwise."""

from __future__ import annotations

from random import Random

from rdkit import Chem

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.molecules.grammar import write_molecule
from vlcorpus.stages.stem.molecules.layout import SQUARE, WIDE, lay_along_a_line, lay_out
from vlcorpus.stages.stem.molecules.molecule import canonical, isomer, n_atoms, read_molecule
from vlcorpus.stages.stem.molecules.picture import ALONE, Drawn, Picture

MASSES = {"H": 1, "C": 12, "N": 14, "O": 16, "F": 19, "S": 32, "Br": 80, "I": 127}
_MIN_ATOMS = 5
_DRAWS = 20
_RARE = {5: 0.15, 6: 0.3, 7: 0.6}  # of so many atoms there are few molecules: part of them that is kept
# Most atoms beside hydrogens, by drawing, of a molecule alone and of one of two.
_MAX_ATOMS = {"skeletal": (13, 9), "condensed": (11, 7), "full": (9, 6), "balls": (9, 6)}
_SHARES = {"skeletal": 4, "condensed": 4, "full": 4, "balls": 4}
_MAX_ACROSS = 1050.0  # of all that is drawn: then two lines of a double bond are apart
_BETWEEN = 190.0  # two molecules
_PAIRED = 0.3  # share of pictures with two molecules
_N_MARKS = {1: (3, 5), 2: (1, 3)}  # fewest and most of a molecule, by how many there are
_LETTERS = "xyzwqu"  # in a font of capitals, too, none is a symbol of an element here


def compose(random: Random) -> Picture:
    """Return molecules with their places. Raises Unfit where the draw makes no clear picture."""
    drawing = random.choices(list(_SHARES), list(_SHARES.values()))[0]
    if random.random() < _PAIRED:
        picture = _two(drawing, random)
    else:
        mol, steps = _draw_molecule(_MAX_ATOMS[drawing][0], random)
        picture = Picture(drawing, {ALONE: _drawn(mol, drawing, random)}, steps)
        _write_masses(picture, random)
    picture.steps.append(f"drawn {drawing}")
    picture.has_colors = drawing == "balls" and random.random() < 0.6
    _mark(picture, random)
    return picture


def _draw_molecule(most: int, random: Random) -> tuple[Chem.Mol, list[str]]:
    """Return a molecule of a size that is wanted, and the kinds of constructions that made it."""
    for _ in range(_DRAWS):
        smiles, steps = write_molecule(random)
        n = n_atoms(smiles)
        if _MIN_ATOMS <= n <= most and random.random() < _RARE.get(n, 1.0):
            return read_molecule(smiles), steps
    raise Unfit("too small or too large")


def _drawn(mol: Chem.Mol, drawing: str, random: Random) -> Drawn:
    if drawing != "balls" and any(atom.GetSymbol() == "I" for atom in mol.GetAtoms()):
        raise Unfit("in some fonts iodine's letter looks like a bond")
    shown = Chem.AddHs(mol) if drawing in ("full", "balls") else mol
    is_open = not mol.GetRingInfo().NumRings()
    if is_open and drawing == "condensed":
        places = lay_along_a_line(shown, WIDE, random)
    elif is_open and drawing == "full" and random.random() < 0.6:
        places = lay_along_a_line(shown, SQUARE, random)
    else:
        places = lay_out(shown, random)
    return Drawn(mol, shown, places)


def _two(drawing: str, random: Random) -> Picture:
    mol, steps = _draw_molecule(_MAX_ATOMS[drawing][1], random)
    kind = random.choice(("the same again", "an isomer", "an isomer", "another molecule"))
    if kind == "the same again":
        order = random.sample(range(mol.GetNumAtoms()), mol.GetNumAtoms())
        other = Chem.RenumberAtoms(mol, order)
    elif kind == "an isomer":
        other = isomer(mol, random)
    else:
        other, _ = _draw_molecule(_MAX_ATOMS[drawing][1], random)
        if canonical(other) == canonical(mol):
            raise Unfit("the same by chance")
    pair = [mol, other]
    random.shuffle(pair)
    one, two = (_drawn(each, drawing, random) for each in pair)
    _put_beside(one, two)
    two.first = one.n_atoms
    return Picture(drawing, {"I": one, "II": two}, [*steps, kind])


def _put_beside(one: Drawn, two: Drawn) -> None:
    """Move the second molecule to the right of the first, or below it, so that both are large."""
    (width, height), (other_width, other_height) = _size(one.places), _size(two.places)
    is_beside = max(width + other_width, height, other_height) < max(
        width, other_width, height + other_height
    )
    left, low, right, _ = _bounds(one.places)
    other_left, other_low, other_right, other_high = _bounds(two.places)
    if is_beside:
        dx = right + _BETWEEN - other_left
        dy = low - other_low
    else:
        dx = (left + right - other_left - other_right) / 2
        dy = low - 1.5 * _BETWEEN - other_high
    two.places = [(float(round(x + dx)), float(round(y + dy))) for x, y in two.places]
    if max(_size(one.places + two.places)) > _MAX_ACROSS + _BETWEEN:
        raise Unfit("two molecules are too large")


def _bounds(places: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*places, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _size(places: list[Point]) -> tuple[float, float]:
    left, low, right, high = _bounds(places)
    return right - left, high - low


def _write_masses(picture: Picture, random: Random) -> None:
    """Write the masses of the elements of the molecule, and sometimes of one more, below it."""
    drawn = picture.molecules[ALONE]
    if max(_size(drawn.places)) > _MAX_ACROSS:
        raise Unfit("the molecule is too large")
    elements = {atom.GetSymbol() for atom in drawn.mol.GetAtoms()} | {"H"}
    if not elements <= set(MASSES) or random.random() < 0.65:
        return
    more = {random.choice(list(MASSES))} if random.random() < 0.4 else set()
    picture.masses = {element: mass for element, mass in MASSES.items() if element in elements | more}
    picture.steps.append("with relative atomic masses")


def _mark(picture: Picture, random: Random) -> None:
    """Mark some atoms of each molecule with numbers or letters."""
    are_letters = random.random() < 0.5
    signs = iter(_LETTERS if are_letters else map(str, range(1, 10)))
    low, high = _N_MARKS[len(picture.molecules)]
    for name, drawn in picture.molecules.items():
        n = random.randint(low, min(high, drawn.n_atoms))
        for index in random.sample(range(drawn.n_atoms), n):
            picture.marks[f"atom {next(signs)}"] = (name, index)
    picture.steps.append("atoms with letters" if are_letters else "atoms with numbers")
