"""Exercises that models are measured with are never trained on: known by the names that sets and files carry.

A name is a promise of whoever wrote it; that no text of a benchmark stands in a corpus is for decontamination
to say. `train` in a name makes it a training split.
"""

import json
import re

from vlcorpus.schemas.exercises.exercise import Exercise
from vlcorpus.schemas.reasons import Reason

# Benchmarks of the report (appendix) and of the field, as their files are called.
NAMES = (
    *(r"mathvista", r"math-?v(?:ision)?", r"mathverse", r"we-?math", r"dynamath", r"logicvista"),
    *(r"visulogic", r"mmmu(?:[_-]pro)?", r"ai2d", r"scienceqa", r"mmlu(?:[_-](?:pro|redux))?", r"cmmlu"),
    *(r"c-?eval", r"gpqa", r"aime(?:[_-]?\d+)?", r"hmmt", r"amc(?:[_-]?\d+)?", r"math[_-]?500"),
    *(r"minerva[_-]math", r"olympiadbench", r"gsm8k", r"cmath", r"svamp", r"asdiv", r"mawps", r"agieval"),
    *(r"aqua(?:[_-]rat)?", r"sat[_-]math", r"college[_-]math", r"gaokao[a-z_-]*", r"2010-2022_[a-z_-]+"),
    *(r"geometry3k", r"geoqa\+?", r"tabmwp", r"livebench", r"zerobench", r"babyvision", r"supergpqa"),
    *(r"cn[_-]middle[_-]school", r"distractor"),  # the second is the other file of CMATH
)
_BOUND = r"(?<![a-z0-9])"
_BENCHMARK = re.compile(rf"{_BOUND}(?:{'|'.join(NAMES)})(?![a-z0-9])")
_SPLIT = re.compile(r"(?<![a-z])(?:test(?:[_-]?mini)?|dev|val(?:id(?:ation)?)?)(?![a-z])")
_TRAIN = re.compile(r"(?<![a-z])train(?:ing)?(?![a-z])")
_SAID_IN = ("dataset_name", "dataset", "data_source", "source_dataset", "benchmark", "split", "data_type")


def source_is_benchmark(row: Exercise) -> Reason | None:
    """Reasons: source_is_benchmark by a name, source_not_for_training for the name of a split."""
    said = json.loads(row.meta) if row.meta else {}
    names = [row.source, row.source_key.partition("#")[0], *(said.get(field) for field in _SAID_IN)]
    text = "/".join(name.lower() for name in names if isinstance(name, str))
    if _TRAIN.search(text):
        return None
    if _BENCHMARK.search(text):
        return Reason.SOURCE_IS_BENCHMARK
    return Reason.SOURCE_NOT_FOR_TRAINING if _SPLIT.search(text) else None
