"""Rows of generated scenes: what was drawn, what of it is seen, and what is said of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from vlcorpus.schemas.arrow import Blob, Float32, Int32
from vlcorpus.schemas.numbered import NumberedRow


class Split(StrEnum):
    """What rows are for: the two share no family of scenes and no random stream."""

    TRAIN = "train"
    HELD_OUT = "held_out"  # to evaluate with


@dataclass(slots=True, kw_only=True)
class SeenThing:
    """A thing of the scene, or a label, where it is seen in the image."""

    name: str  # what claims call it; `label A` is the label of a text
    kind: str  # what it is: segment, point, label …
    bbox_px: list[float]  # x1, y1, x2, y2 of its visible pixels
    point_px: list[float]  # x, y of its visible pixel that is nearest to the middle of this box
    n_pixels: Int32  # visible ones
    visible: Float32  # part of its pixels that nothing hides


@dataclass(slots=True, kw_only=True)
class Place:
    """A place that can be pointed at: named by an expression, or by the name of a thing."""

    expression: str  # JSON of it: docs/domains/stem.md
    exact: list[str]  # x, y in the scene's units, y upwards
    point_px: list[float]  # x, y in the image


@dataclass(slots=True, kw_only=True)
class SceneRow(NumberedRow):
    """A scene, drawn."""

    discipline: str  # plane_geometry …
    split: Split
    family: str  # kind of its construction: of one split only
    steps: list[str]  # kinds of constructions that made it, in their order
    difficulty: Int32  # how many constructions made it and things are drawn
    attempt: Int32  # draws before this one that made no good scene
    truth: str  # JSON: exact, all that an oracle is told
    claims: str  # JSON of everything that holds and is seen: schemas/scenes/claims.py
    structure: str  # hash of the claims without names: equal for scenes that differ in numbers only
    style: str  # JSON of everything that decides how it looks
    lettering: str = "en"  # ISO 639-1: language of the words in the image, where it has any
    image: Blob  # encoded
    format: str  # PNG, JPEG
    width_px: Int32
    height_px: Int32
    things: list[SeenThing] = field(default_factory=list)  # in the order in which they were painted
    places: list[Place] = field(default_factory=list)  # in no order
    problem: str | None = None  # JSON of what is posed about it: schemas/scenes/problem.py

    def preview_image(self) -> bytes | None:
        return self.image


@dataclass(slots=True, kw_only=True)
class Said:
    """A text about a scene, with the claims it makes: a question makes those that its answer completes."""

    kind: str  # caption | question | point | box | count | problem
    # Of a caption short | dense | list; of a question phrase | choice | boxed; of a point or a box json; of a
    # count direct | boxes | points; of a problem image | text | both, where its givens stand.
    style: str
    lang: str  # ISO 639-1
    text: str  # the caption; the question; what is pointed at or framed
    claims: str  # JSON of what must hold for text and answer to be right; none for a point or a box
    answer: str | None = None  # as it is written; null for a caption
    place: Place | None = None  # where a point is
    things: list[str] = field(default_factory=list)  # names of what is framed or counted, as in the answer


@dataclass(slots=True, kw_only=True)
class SaidScene(SceneRow):
    """A scene with what is said of it."""

    said: list[Said]
