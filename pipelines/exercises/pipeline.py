"""Exercises: sets of exercises with pictures → whole ones, in one notation → held to their solutions, solved
again → translated → samples whose answers are standardised.

Source: Qwen3-VL report §3.2.8: corrupted images, irrelevant content, incomplete and wrong answers go; Chinese
and English translate into each other; answers are standardised.
"""

from vlcorpus.catalogs.sources.open_exercises import open_exercises
from vlcorpus.filters.exercises.benchmark import source_is_benchmark
from vlcorpus.filters.exercises.exercise import (
    answer_ambiguous,
    answer_missing,
    answer_not_an_option,
    figure_missing,
    question_incomplete,
    question_irrelevant,
)
from vlcorpus.filters.exercises.solution import solution_mixes_languages, solution_repeats
from vlcorpus.pipelines.exercises.config import ExercisesConfig
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.stages.exercises.check_solution import CheckSolution
from vlcorpus.stages.exercises.plan_translations import PlanTranslations
from vlcorpus.stages.exercises.read_exercise import ReadExercise
from vlcorpus.stages.exercises.solve_again import REASONER, SolveAgain
from vlcorpus.stages.exercises.to_samples import ToExerciseSamples
from vlcorpus.stages.exercises.translate import TRANSLATOR, Translate, TranslateBack
from vlcorpus.stages.keep import Keep, bind


def exercises(cfg: ExercisesConfig) -> Pipeline:
    """exercises → read → whole → held to their solutions → solved again → translated → samples."""
    ask, limits = cfg.inference.fill, cfg.solving
    columns = {f"{use}_column": column for use, column in cfg.fields.model_dump().items()}
    found = open_exercises(
        cfg.input,
        columns=columns,
        source=cfg.source,
        license=cfg.license,
        max_file_bytes=cfg.max_file_bytes,
        image_folder=cfg.image_folder,
        image_prefix=cfg.image_prefix,
        text_encoding=cfg.text_encoding,
        limit=cfg.limit,
    )
    whole = (
        found
        >> ReadExercise(cfg.max_pixels)
        >> Keep(
            source_is_benchmark,
            bind(question_irrelevant, min_chars=cfg.min_chars),
            question_incomplete,
            figure_missing,
            answer_missing,
            answer_not_an_option,
            bind(answer_ambiguous, max_chars=cfg.max_answer_chars),
            solution_mixes_languages,
            solution_repeats,
        )
        >> CheckSolution()
        >> SolveAgain(ask(REASONER), cfg.seed, limits.n_answers, limits.min_agreement)
    )
    translated = (
        whole
        >> PlanTranslations(cfg.translation.share, cfg.seed)
        >> Translate(ask(TRANSLATOR), cfg.seed)
        >> TranslateBack(ask(TRANSLATOR), cfg.seed, cfg.translation.min_similarity)
    )
    return Pipeline("exercises", Table("samples", translated >> ToExerciseSamples(cfg.seed, cfg.tokenizer)))
