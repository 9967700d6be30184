"""What can be said of standing waves on strings."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.waves.picture import Picture, String


def nodes(picture: Picture, s: str) -> str:
    return str(len(places_of(picture.string(s), "fixed")))


def antinodes(picture: Picture, s: str) -> str:
    return str(len(places_of(picture.string(s), "free")))


def half_waves(picture: Picture, s: str) -> str:
    return str(Fraction(picture.string(s).loops, 2))


def string_wavelength(picture: Picture, s: str) -> str:
    return str(_wavelength(picture.string(s)))


def string_length(picture: Picture, s: str) -> str:
    return str(picture.string(s).length)


def ends(picture: Picture, s: str) -> str:
    string = picture.string(s)
    return "one fixed" if string.start != string.end else f"both {string.start}"


def harmonic(picture: Picture, s: str) -> str:
    string = picture.string(s)
    return str(string.loops if string.start != string.end else string.loops // 2)


def more_nodes(picture: Picture, s: str, t: str) -> str:
    return _larger(s, t, int(nodes(picture, s)), int(nodes(picture, t)))


def longer_wavelength(picture: Picture, s: str, t: str) -> str:
    return _larger(s, t, _wavelength(picture.string(s)), _wavelength(picture.string(t)))


def places_of(string: String, end: str) -> list[Fraction]:
    """Return where nodes are, as at a fixed end, or antinodes, as at a free one: every second quarter."""
    first = 0 if string.start == end else 1
    return [string.length * n / string.loops for n in range(first, string.loops + 1, 2)]


def _wavelength(string: String) -> Fraction:
    return 4 * string.length / string.loops


def _larger(s: str, t: str, one: Fraction | int, other: Fraction | int) -> str:
    if one == other:
        raise Unknown(f"neither of {s} and {t} has more")
    return s if one > other else t
