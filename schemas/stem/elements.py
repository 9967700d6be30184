"""The chemical elements that pictures show: what is undisputed of each.

Masses are the abridged standard atomic weights of IUPAC (2021) with two decimals at most, in brackets the
mass number of the longest-lived isotope where an element has none. Metals, metalloids and nonmetals as most
textbooks have them; no kind where these differ. Tests hold symbols and masses against RDKit.
"""

from __future__ import annotations

from dataclasses import dataclass

METAL, METALLOID, NONMETAL = "metal", "metalloid", "nonmetal"
KINDS = (METAL, METALLOID, NONMETAL)
_KINDS = {"m": METAL, "d": METALLOID, "n": NONMETAL, "-": None}


@dataclass(frozen=True, slots=True)
class Element:
    number: int  # protons
    symbol: str
    name: str
    group: int  # 1 to 18
    period: int
    mass: str  # as tables print it
    kind: str | None  # of KINDS


# Number, symbol, name, group, period, mass, kind.
_TABLE = """
 1 H  hydrogen    1 1   1.01 n
 2 He helium     18 1   4.00 n
 3 Li lithium     1 2   6.94 m
 4 Be beryllium   2 2   9.01 m
 5 B  boron      13 2  10.81 d
 6 C  carbon     14 2  12.01 n
 7 N  nitrogen   15 2  14.01 n
 8 O  oxygen     16 2  16.00 n
 9 F  fluorine   17 2  19.00 n
10 Ne neon       18 2  20.18 n
11 Na sodium      1 3  22.99 m
12 Mg magnesium   2 3  24.31 m
13 Al aluminium  13 3  26.98 m
14 Si silicon    14 3  28.09 d
15 P  phosphorus 15 3  30.97 n
16 S  sulfur     16 3  32.06 n
17 Cl chlorine   17 3  35.45 n
18 Ar argon      18 3  39.95 n
19 K  potassium   1 4  39.10 m
20 Ca calcium     2 4  40.08 m
21 Sc scandium    3 4  44.96 m
22 Ti titanium    4 4  47.87 m
23 V  vanadium    5 4  50.94 m
24 Cr chromium    6 4  52.00 m
25 Mn manganese   7 4  54.94 m
26 Fe iron        8 4  55.85 m
27 Co cobalt      9 4  58.93 m
28 Ni nickel     10 4  58.69 m
29 Cu copper     11 4  63.55 m
30 Zn zinc       12 4  65.38 m
31 Ga gallium    13 4  69.72 m
32 Ge germanium  14 4  72.63 d
33 As arsenic    15 4  74.92 d
34 Se selenium   16 4  78.97 -
35 Br bromine    17 4  79.90 n
36 Kr krypton    18 4  83.80 n
37 Rb rubidium    1 5  85.47 m
38 Sr strontium   2 5  87.62 m
39 Y  yttrium     3 5  88.91 m
40 Zr zirconium   4 5  91.22 m
41 Nb niobium     5 5  92.91 m
42 Mo molybdenum  6 5  95.95 m
43 Tc technetium  7 5  [97]  m
44 Ru ruthenium   8 5 101.07 m
45 Rh rhodium     9 5 102.91 m
46 Pd palladium  10 5 106.42 m
47 Ag silver     11 5 107.87 m
48 Cd cadmium    12 5 112.41 m
49 In indium     13 5 114.82 m
50 Sn tin        14 5 118.71 m
51 Sb antimony   15 5 121.76 d
52 Te tellurium  16 5 127.60 d
53 I  iodine     17 5 126.90 n
54 Xe xenon      18 5 131.29 n
55 Cs caesium     1 6 132.91 m
56 Ba barium      2 6 137.33 m
72 Hf hafnium     4 6 178.49 m
73 Ta tantalum    5 6 180.95 m
74 W  tungsten    6 6 183.84 m
75 Re rhenium     7 6 186.21 m
76 Os osmium      8 6 190.23 m
77 Ir iridium     9 6 192.22 m
78 Pt platinum   10 6 195.08 m
79 Au gold       11 6 196.97 m
80 Hg mercury    12 6 200.59 m
81 Tl thallium   13 6 204.38 m
82 Pb lead       14 6 207.2  m
83 Bi bismuth    15 6 208.98 m
84 Po polonium   16 6 [209]  -
85 At astatine   17 6 [210]  -
86 Rn radon      18 6 [222]  n
"""


def _read(line: str) -> Element:
    number, symbol, name, group, period, mass, kind = line.split()
    return Element(int(number), symbol, name, int(group), int(period), mass, _KINDS[kind])


ELEMENTS = tuple(map(_read, _TABLE.strip().splitlines()))  # by their numbers; 57 to 71 are left out
BY_SYMBOL = {element.symbol: element for element in ELEMENTS}
BY_NUMBER = {element.number: element for element in ELEMENTS}
