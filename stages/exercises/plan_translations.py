"""Choose exercises that are wanted in the other language too: a copy that is to be translated goes on."""

from collections.abc import Iterator
from dataclasses import dataclass

from vlcorpus.schemas.exercises.exercise import Exercise
from vlcorpus.schemas.exercises.translation import TranslatedExercise
from vlcorpus.schemas.row import fields_of, row_id, row_rng
from vlcorpus.stages.stage import RowStage

OTHER = {"en": "zh", "zh": "en"}


@dataclass(frozen=True)
class PlanTranslations(RowStage[Exercise, TranslatedExercise]):
    """One exercise in, one or two out. Exercises in neither language have no copy."""

    share: float = 0.0  # of exercises in English or Chinese
    seed: int = 0

    def each(self, row: Exercise) -> Iterator[TranslatedExercise]:
        yield TranslatedExercise(**fields_of(Exercise, row))
        wanted = OTHER.get(row.lang)
        if wanted and row_rng(self.seed, row.id).random() < self.share:
            key = row.derived_key(f"lang={wanted}")
            fields = fields_of(Exercise, row) | {"id": row_id(row.source, key), "source_key": key}
            yield TranslatedExercise(**fields, wanted=wanted)
