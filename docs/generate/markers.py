"""A generated part stands in its page between two comments; what surrounds it is written by people.

<!-- generated: config documents -->
…
<!-- end -->
"""

import re
from collections.abc import Callable

_PART = re.compile(r"(<!-- generated: ([a-z0-9 _/-]+) -->\n)(.*?)(<!-- end -->)", re.S)
_FENCE = re.compile(r"(^```.*?^```$)", re.M | re.S)


def fill(page: str, make: Callable[[str], str]) -> str:
    """Return `page` with every part made anew: `make` gets the part's name and returns its Markdown."""

    def made(part: re.Match[str]) -> str:
        return f"{part[1]}\n{make(part[2]).strip()}\n\n{part[4]}"

    return "".join(
        text if number % 2 else _PART.sub(made, text) for number, text in enumerate(_FENCE.split(page))
    )


def parts(page: str) -> list[str]:
    """Return the names of the generated parts of `page`."""
    return [part[2] for part in _PART.finditer(_FENCE.sub("", page))]


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
