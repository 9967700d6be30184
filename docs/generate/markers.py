"""A generated part stands in its page between two comments; what surrounds it is written by people.

<!-- generated: config documents -->
…
<!-- end -->
"""

import re
from collections.abc import Callable

_PART = re.compile(r"(<!-- generated: ([a-z0-9 _-]+) -->\n)(.*?)(<!-- end -->)", re.S)


def fill(page: str, make: Callable[[str], str]) -> str:
    """Return `page` with every part made anew: `make` gets the part's name and returns its Markdown."""
    return _PART.sub(lambda part: f"{part[1]}\n{make(part[2]).strip()}\n\n{part[4]}", page)


def parts(page: str) -> list[str]:
    """Return the names of the generated parts of `page`."""
    return [part[2] for part in _PART.finditer(page)]


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
