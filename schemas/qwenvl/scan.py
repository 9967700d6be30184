"""A strict reader's cursor: it says what was expected, where, and what stood there instead."""

import re


class FormatError(ValueError):
    """The text is not in the format.

    `position` is the 0-based character at which `expected` was not met.
    """

    def __init__(self, text: str, position: int, expected: str):
        line = text.count("\n", 0, position) + 1
        found = text[position : position + 40]
        super().__init__(
            f"character {position} (line {line}): expected {expected}, found "
            + (repr(found) if found else "the end of the text")
        )
        self.position = position
        self.expected = expected


class Scanner:
    """`text` and the position up to which it is understood."""

    def __init__(self, text: str):
        self.text = text
        self.position = 0

    def at_end(self) -> bool:
        return self.position == len(self.text)

    def error(self, expected: str) -> FormatError:
        return FormatError(self.text, self.position, expected)

    def at(self, literal: str) -> bool:
        return self.text.startswith(literal, self.position)

    def skip(self, literal: str) -> bool:
        """Step over `literal` if it stands here."""
        if not self.at(literal):
            return False
        self.position += len(literal)
        return True

    def expect(self, literal: str) -> None:
        if not self.skip(literal):
            raise self.error(repr(literal))

    def match(self, pattern: re.Pattern[str], expected: str) -> re.Match[str]:
        """Step over what `pattern` matches here; FormatError(`expected`) where it does not."""
        found = pattern.match(self.text, self.position)
        if found is None:
            raise self.error(expected)
        self.position = found.end()
        return found

    def until(self, literal: str) -> str:
        """Return the text before the next `literal` and stop in front of it."""
        end = self.text.find(literal, self.position)
        if end < 0:
            raise self.error(f"{literal!r} further on")
        piece = self.text[self.position : end]
        self.position = end
        return piece


def require_canonical(text: str, rewritten: str) -> None:
    """Raise FormatError where `text` says the same as `rewritten` but in other words."""
    if text == rewritten:
        return
    same = next(
        (i for i, (a, b) in enumerate(zip(text, rewritten, strict=False)) if a != b),
        min(len(text), len(rewritten)),
    )
    raise FormatError(text, same, f"{rewritten[same : same + 40]!r}" if rewritten[same:] else "the end")
