"""The elements up to radon, written down a second time: schemas/stem/elements.py is what pictures show.

Source: the periodic table of IUPAC (2022), its abridged standard atomic weights, conventional ones where it
gives an interval; mass numbers where an element has no stable isotope.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_N_GROUPS = 18
# Symbols and masses by period. Within a period groups follow each other, but for a gap behind the s block;
# the lanthanides and lutetium are left out, so that period 6 has a gap too.
_PERIODS = (
    "H 1.008 | He 4.0026",
    "Li 6.94 Be 9.0122 | B 10.81 C 12.011 N 14.007 O 15.999 F 18.998 Ne 20.180",
    "Na 22.990 Mg 24.305 | Al 26.982 Si 28.085 P 30.974 S 32.06 Cl 35.45 Ar 39.95",
    "K 39.098 Ca 40.078 | Sc 44.956 Ti 47.867 V 50.942 Cr 51.996 Mn 54.938 Fe 55.845 Co 58.933 Ni 58.693 "
    "Cu 63.546 Zn 65.38 Ga 69.723 Ge 72.630 As 74.922 Se 78.971 Br 79.904 Kr 83.798",
    "Rb 85.468 Sr 87.62 | Y 88.906 Zr 91.224 Nb 92.906 Mo 95.95 Tc 97 Ru 101.07 Rh 102.91 Pd 106.42 "
    "Ag 107.87 Cd 112.41 In 114.82 Sn 118.71 Sb 121.76 Te 127.60 I 126.90 Xe 131.29",
    "Cs 132.91 Ba 137.33 | Hf 178.49 Ta 180.95 W 183.84 Re 186.21 Os 190.23 Ir 192.22 Pt 195.08 "
    "Au 196.97 Hg 200.59 Tl 204.38 Pb 207.2 Bi 208.98 Po 209 At 210 Rn 222",
)
_N_LEFT_OUT = 15  # lanthanum to lutetium, before hafnium


@dataclass(frozen=True, slots=True)
class Element:
    symbol: str
    number: int
    group: int
    period: int
    mass: str  # relative atomic mass, with all digits of the source


def _read(periods: tuple[str, ...]) -> list[Element]:
    found: list[Element] = []
    number = 0
    for period, row in enumerate(periods, start=1):
        left, right = (part.split() for part in row.split("|"))
        words = left + right
        n = len(words) // 2
        for k, (symbol, mass) in enumerate(zip(words[::2], words[1::2], strict=True)):
            number += 1 + _N_LEFT_OUT * (symbol == "Hf")
            group = k + 1 if k < len(left) // 2 else _N_GROUPS - (n - 1 - k)
            found.append(Element(symbol, number, group, period, mass))
    return found


ELEMENTS = _read(_PERIODS)
BY_SYMBOL: Mapping[str, Element] = {element.symbol: element for element in ELEMENTS}
BY_NUMBER: Mapping[int, Element] = {element.number: element for element in ELEMENTS}
BY_PLACE: Mapping[tuple[int, int], Element] = {(one.group, one.period): one for one in ELEMENTS}
