"""Exercises as they are found, and as they are read."""

import base64

from tests.factories import png
from vlcorpus.schemas.exercises.exercise import AnswerKind, Exercise, Figure, FoundExercise


def found(question, **fields) -> FoundExercise:
    return FoundExercise.origin("set", "a.json#row=0", "CC0-1.0", uri="a.json", question=question, **fields)


def read(statement="What is $7\\times 8$?", answer="56", **fields) -> Exercise:
    known = {
        "uri": "a.json",
        "lang": "en",
        "options": [],
        "answer_kind": AnswerKind.MATHEMATICS,
        "steps": [],
        "stated": None,
        "figures": [],
    }
    values = known | {"statement": statement, "answer": answer} | fields
    return Exercise.origin("set", "a.json#row=0", "CC0-1.0", **values)


def figure() -> Figure:
    return Figure(content=png(8, 8, "red"), format="PNG", width_px=8, height_px=8, exif_applied=False)


def data_uri(content: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"
