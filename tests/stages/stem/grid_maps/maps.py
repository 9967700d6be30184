"""Maps of which a person knows what holds."""

from vlcorpus.stages.stem.grid_maps.grid import Grid


def grid(**changes) -> Grid:
    """Return a map of five columns and four rows, with a school at B1, a zoo at B4 and a bank at D3."""
    landmarks = {"school": (1, 0), "zoo": (1, 3), "bank": (3, 2)}
    plain = {"columns": list("ABCDE"), "rows": list("1234"), "naming": "letters", "landmarks": landmarks}
    return Grid(**plain | changes)
