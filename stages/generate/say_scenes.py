"""What is said of a scene: a caption, questions, places to point at, things to frame and to count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from vlcorpus.schemas.row import fields_of
from vlcorpus.schemas.scenes.claims import claims_from_json
from vlcorpus.schemas.scenes.problem import problem_from_json
from vlcorpus.schemas.scenes.rows import SaidScene, SceneRow
from vlcorpus.stages.generate.ask import ask
from vlcorpus.stages.generate.count import count
from vlcorpus.stages.generate.describe import describe
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.lettering import language_of
from vlcorpus.stages.generate.locate import frame, point
from vlcorpus.stages.generate.measured import read_measured
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.generate.posing import find_posing
from vlcorpus.stages.generate.tell_problem import tell_problem
from vlcorpus.stages.generate.voice import Voice
from vlcorpus.stages.stage import RowStage


@dataclass(frozen=True)
class SayScenes(RowStage[SceneRow, SaidScene]):
    """Every scene goes on, with texts in one of the languages, drawn by their shares."""

    languages: dict[str, float] = field(default_factory=lambda: {"en": 1.0, "zh": 1.0})
    max_questions: int = 3
    max_points: int = 3
    max_boxes: int = 3
    max_counts: int = 2
    max_sentences: int = 12
    min_visible: float = 0.6  # part of a thing that must be seen, for it to be framed
    phrases: tuple[str, ...] = ()  # digests of the phrasebooks: who changes a sentence makes another table
    version: ClassVar[str] = "4"

    def each(self, row: SceneRow) -> SaidScene:
        discipline = find_discipline(row.discipline)
        random, lang = row.stream("text"), language_of(row, self.languages)
        if row.problem is not None and (posing := find_posing(row.discipline)):
            said = [tell_problem(posing, problem_from_json(row.problem), lang, random)]
            return SaidScene(**fields_of(SceneRow, row), said=said)
        voice = Voice(read_phrasebook(discipline.phrases, row.lettering), lang, random)
        claims, measured = claims_from_json(row.claims), read_measured(discipline.measured)
        caption = describe(voice, claims, self.max_sentences)
        said = [
            *([caption] if caption else []),
            *ask(voice, claims, measured, self.max_questions),
            *point(voice, row, self.max_points),
            *frame(voice, row, self.min_visible, self.max_boxes),
            *count(voice, row, claims, measured, self.max_counts),
        ]
        return SaidScene(**fields_of(SceneRow, row), said=said)
