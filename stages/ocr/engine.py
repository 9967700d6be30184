"""What an OCR engine gives, whichever it is: lines of words with boxes, images and ruled lines of one scan.

All coordinates are px of the scan it was given. Confidences are 0..1, as the engine states them: two engines'
are not comparable.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from vlcorpus.schemas.geometry import BoxPx


class OcrWord(NamedTuple):
    text: str  # the word, without white space
    box: BoxPx  # box of the word's ink
    confidence: float


class OcrLine(NamedTuple):
    """Words from left to right as they are read; on its side, from the top or from the bottom."""

    words: tuple[OcrWord, ...]
    box: BoxPx
    baseline_px: float  # y at the left end of `box`; without meaning for a line that is turned
    slope: float  # slope of the baseline: px down for each px to the right
    turn: int = 0  # quarter turns clockwise from upright reading: 0..3
    bold: bool = False  # no engine says so: `ink.py` does

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def n_chars(self) -> int:
        return sum(len(word.text) for word in self.words)

    @property
    def confidence(self) -> float:
        """Return the mean of the characters."""
        return sum(len(word.text) * word.confidence for word in self.words) / self.n_chars


@dataclass(slots=True, frozen=True)
class OcrReading:
    lines: tuple[OcrLine, ...]
    image_boxes: tuple[BoxPx, ...] = ()
    rules: tuple[BoxPx, ...] = ()  # drawn horizontal and vertical lines, which `ink.py` finds

    @property
    def n_chars(self) -> int:
        return sum(line.n_chars for line in self.lines)

    @property
    def confidence(self) -> float:
        """Return the mean of the characters, 0 without any."""
        stated = sum(line.n_chars * line.confidence for line in self.lines)
        return stated / self.n_chars if self.n_chars else 0.0

    def only(self, keep: Callable[[OcrLine], bool]) -> "OcrReading":
        """Return the reading without the lines that `keep` denies."""
        return replace(self, lines=tuple(filter(keep, self.lines)))

    def scaled(self, factor: float) -> "OcrReading":
        """Return the reading in px of an image `factor` times as large."""

        def box(box: BoxPx) -> BoxPx:
            return BoxPx(*(side * factor for side in box))

        lines = (
            line._replace(
                words=tuple(word._replace(box=box(word.box)) for word in line.words),
                box=box(line.box),
                baseline_px=line.baseline_px * factor,
            )
            for line in self.lines
        )
        return OcrReading(tuple(lines), tuple(map(box, self.image_boxes)), tuple(map(box, self.rules)))


class Orientation(NamedTuple):
    turn: int  # quarter turns clockwise by which the text is turned: 0..3
    script: str | None  # a script of `schemas/scripts.py`, None where it could not be told


class OcrEngine(Protocol):
    def open(self, languages: tuple[str, ...]) -> None:
        """Find the engine and its data. Raises EnvironmentFailure, ConfigError: a language it never has."""

    @property
    def name(self) -> str:
        """Return name and version, as a sample's `engine` states it."""

    def read(self, image: bytes, languages: tuple[str, ...], *, second: bool = False) -> OcrReading:
        """Read a scan (PNG, grey) in these languages (ISO 639-1).

        `second` asks for another way to the same text, where the engine has one: what both ways agree on is
        seldom wrong. Raises Reject.
        """

    def orientation(self, image: bytes) -> Orientation | None:
        """Say how the text stands and in which script it is; None where the engine cannot tell."""
