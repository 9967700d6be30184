"""What a drawing of a cell is told as, and what can be said of it: the contract of maker and oracle.

Truth, a JSON object:

    cell     animal | plant | bacterium
    parts    [{"kind": "nucleus", "at": [48, 52]}, …]: all that is drawn, keys of `FUNCTIONS`; `at` is a point
             well inside of each, of a line or a layer a point on it; integers, y upwards. Layers (cell
             membrane, cell wall, capsule), the cytoplasm and the nucleoid come once at most
    labels   {"A": 3, …}: a letter whose line ends, with a dot, at `at` of the part with that index in `parts`

Operations. L is a letter, k a kind of part.

    ("kind", "cell")          animal | plant | bacterium
    ("part", L)               the kind of part that L labels
    ("label", k)              the letter that labels a part of this kind; no value where none does, or several
    ("count", k)              how many of them are drawn, of kinds in `COUNTED`
    ("count", "labels")       how many parts are labelled
    ("has", k)                yes | no: one at least is drawn; not of the cytoplasm
    ("function", L)           what the part that L labels does, by `FUNCTIONS`
    ("doing", f)              the letter of the labelled part with function f of `FUNCTIONS`; no value where
                              no labelled part has it, or several
    ("found_in", L, c)        yes | no: parts of the kind that L labels are found in cells of kind c, as
                              textbooks have it, by `FOUND_IN`; no value where that says nothing of c
    ("more", k, m)            of two kinds in `COUNTED`, that of which more are drawn; no value for as many
    ("same", L, M)            yes | no: both letters label parts of one kind

Places:

    ("end", L)                where the line of the letter ends
    ("only", k)               `at` of the part, where just one of this kind is drawn
"""

# What each kind of part does. No two have the same function.
FUNCTIONS = {
    "nucleus": "holds the chromosomes",
    "nucleolus": "makes parts of ribosomes",
    "mitochondrion": "releases energy by respiration",
    "chloroplast": "makes sugar by photosynthesis",
    "vacuole": "stores cell sap",
    "cell membrane": "controls what enters and leaves",
    "cell wall": "gives a firm shape",
    "cytoplasm": "surrounds the other parts",
    "Golgi apparatus": "packs and sends proteins",
    "lysosome": "digests worn-out parts",
    "centrioles": "organises the spindle in cell division",
    "nucleoid": "holds the main ring of DNA without a membrane",
    "plasmid": "carries a few extra genes",
    "flagellum": "moves the cell",
    "capsule": "is a slimy cover for protection",
}
CELLS = ("animal", "plant", "bacterium")
COUNTED = ("nucleus", "mitochondrion", "chloroplast", "vacuole", "lysosome", "plasmid", "flagellum")
# In which cells a part is found; kinds of cells that are not named here are left open.
FOUND_IN: dict[str, dict[str, bool]] = {
    "nucleus": {"animal": True, "plant": True, "bacterium": False},
    "mitochondrion": {"animal": True, "plant": True, "bacterium": False},
    "chloroplast": {"animal": False, "plant": True, "bacterium": False},
    "cell membrane": {"animal": True, "plant": True, "bacterium": True},
    "cell wall": {"animal": False, "plant": True, "bacterium": True},
    "cytoplasm": {"animal": True, "plant": True, "bacterium": True},
    "Golgi apparatus": {"animal": True, "plant": True, "bacterium": False},
    "centrioles": {"animal": True, "bacterium": False},
    "nucleoid": {"animal": False, "plant": False, "bacterium": True},
}
