"""Drawings of cells as truths, which a person can judge."""

PLANT = {
    "cell": "plant",
    "parts": [
        {"kind": "cell wall", "at": [0, 50]},
        {"kind": "cell membrane", "at": [2, 50]},
        {"kind": "nucleus", "at": [20, 40]},
        {"kind": "chloroplast", "at": [70, 20]},
        {"kind": "chloroplast", "at": [70, 80]},
        {"kind": "mitochondrion", "at": [40, 90]},
        {"kind": "vacuole", "at": [55, 50]},
    ],
    "labels": {"A": 2, "B": 3, "C": 4, "D": 0},
}
BACTERIUM = {
    "cell": "bacterium",
    "parts": [
        {"kind": "nucleoid", "at": [50, 50]},
        {"kind": "plasmid", "at": [30, 40]},
        {"kind": "plasmid", "at": [80, 60]},
        {"kind": "flagellum", "at": [110, 50]},
        {"kind": "cytoplasm", "at": [60, 30]},
    ],
    "labels": {"A": 0, "B": 3, "C": 1},
}
