"""The options of an exercise in a text: `… A. 3 B. 4`."""

import re

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def split_options(text: str) -> tuple[str, list[str]]:
    """Return a text without the options at its end, and these: `… A. 3 B. 4`, with all letters from A on."""
    begins: list[re.Match[str]] = []
    for letter in LETTERS:
        begin = re.compile(rf"(?:(?<=\s)|^|(?<=[)）]))[(（]?{letter}\s*[)）.．:：、]").search(
            text, begins[-1].end() if begins else 0
        )
        if begin is None:
            break
        begins.append(begin)
    if len(begins) < 2:
        return text, []
    ends = [begin.start() for begin in begins[1:]] + [len(text)]
    options = [text[begin.end() : end].strip() for begin, end in zip(begins, ends, strict=True)]
    return text[: begins[0].start()].rstrip(), options
