"""Diagrams of sets as truths."""

from vlcorpus.stages.verify.venn.diagram import read_diagram

TRUTH = {
    "sets": ["A", "B", "C"],
    "universe": "U",
    "regions": {
        key: [str(10 * n), str(-n)] for n, key in enumerate(("", "A", "B", "C", "AB", "AC", "BC", "ABC"))
    },
    "content": "elements",
    "elements": {"A": ["10", "2"], "AB": ["5"], "ABC": ["7"], "C": ["1"], "": ["12"]},
    "spots": {name: [name, "0"] for name in ("10", "2", "5", "7", "1", "12")},
    "counts": {},
    "shaded": [],
}
BARE = {"elements": {}, "spots": {}}
COUNTS = TRUTH | BARE | {"content": "counts", "counts": {key: n for n, key in enumerate(TRUTH["regions"])}}


def diagram(**given):
    return read_diagram(TRUTH | given)


def shading(*keys, **given):
    return diagram(**BARE, content="shading", shaded=list(keys), **given)


def nested(**given):
    """Two sets, A inside of B, without a universe."""
    regions = {"B": ["0", "0"], "AB": ["1", "1"]}
    return diagram(
        **{**BARE, "sets": ["A", "B"], "universe": "", "regions": regions, "content": "shading"} | given
    )
