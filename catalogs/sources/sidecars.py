"""The files beside an image that say something of it: of its name with another ending.

`a.txt`, `a.caption` and `a.json` are beside `a.jpg`, as img2dataset and kohya's scripts write them, and so
are `a.jpg.txt` and `a.jpg.json`, as gallery-dl does. What an item's stamp says of them tells a reader which
there are, and makes another input of an image whose text was changed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from vlcorpus.catalogs.sources.tree import Entry

TEXT_ENDINGS = (".txt", ".caption")  # where an image has both, the first is its text
JSON_ENDING = ".json"
_SIDECAR = re.compile(r"(.+?)(\.(?:txt|caption|json))", re.IGNORECASE | re.DOTALL)
_STAMPED = re.compile(r" (\.[^ =]+)=(\d+@\S*)")


def stamps_of(entries: Iterable[Entry]) -> dict[str, list[tuple[str, str]]]:
    """Return by the name before its ending each sidecar of a folder: its ending, and what tells it apart."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entry in entries:
        name = entry.path.rpartition("/")[2]
        if not entry.is_folder and (match := _SIDECAR.fullmatch(name)):
            found[match[1]].append((match[2], stamp_of(entry)))
    return found


def stamp_of(entry: Entry) -> str:
    return f"{entry.n_bytes}@{entry.stamp.replace(' ', '_')}"


def stamped(image: str, found: dict[str, list[tuple[str, str]]]) -> str:
    """Return what the stamp of the image of that name says of its sidecars."""
    stem, dot, ending = image.rpartition(".")
    beside = [*found.get(stem, ()), *((dot + ending + other, stamp) for other, stamp in found.get(image, ()))]
    return "".join(f" {ending}={stamp}" for ending, stamp in sorted(beside))


def sidecars(image: str, stamp: str) -> Iterator[tuple[str, str]]:
    """Yield the names of the sidecars that the stamp of an image tells, and what tells each one apart."""
    stem = image.rpartition(".")[0]
    for match in _STAMPED.finditer(stamp):
        yield stem + match[1], match[2]


def kind_of(sidecar: str) -> str:
    """Return the ending of a sidecar in lower case: one of `TEXT_ENDINGS`, or `JSON_ENDING`."""
    return "." + sidecar.rpartition(".")[2].lower()
