"""Two roles, each on an engine of its own: a caption of every image, and then whether it is true.

Bare hands all images to the first engine at once, and each question to the second as soon as the caption that
it is about is there. Through the runtime the same rows pass two stages in partitions. `bench.inference` runs
it; both engines stand on the CPUs, a core for each, or on GPUs, `--gpus` for each.
"""

import argparse
import os
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace

from bench.inference import GOAL, Busy, Describe, ImageRow, images, passed, request_for, served
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.engine import Engine
from vlcorpus.stages.inference.engines import open_engine
from vlcorpus.stages.inference.infer import Infer
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import ImageInput, Reply, Request, user

ROLES = ("captioner", "judge")
WORDS = 40  # letters of the caption that the judge is shown: random weights write anything


@dataclass(frozen=True)
class Judge(Infer):
    def requests(self, row: ImageRow) -> list[Request]:
        return [_question(row.jpeg, row.text, self.model.sampling)]

    def accept(self, row: ImageRow, requests: Sequence[Request], replies: Sequence[Reply]) -> ImageRow:
        return row


def _question(jpeg: bytes, caption: str, sampling: Sampling) -> Request:
    asked = f"Is it true? {caption[:WORDS]!r}"
    return Request(turns=(user(ImageInput(jpeg), asked),), sampling=sampling)


def compare_roles(arguments: argparse.Namespace, weights: str) -> dict:
    """Measure both engines bare and behind their stages, in turn; return medians."""
    models = [served(arguments, weights, role, arguments.max_tokens) for role in ROLES]
    engines = [_opened(model, core) for core, model in enumerate(models)]
    n = arguments.requests
    bare(engines, images(999, n), models)  # warm
    found: dict[str, list[float]] = {name: [] for name in ("bare", "stages", "ratio", *ROLES)}
    for number in range(arguments.rounds):
        alone = n / bare(engines, images(1000 + 2 * number, n), models)
        through, busy = staged(engines, images(1001 + 2 * number, n), models, arguments)
        values = {"bare": alone, "stages": n / through, "ratio": n / through / alone} | busy
        print(f"round {number}, two roles: " + ", ".join(f"{k} {v:.3f}" for k, v in values.items()))
        for name, value in values.items():
            found[name].append(value)
    medians = {name: round(statistics.median(values), 3) for name, values in found.items()}
    return {
        "images_per_s": {name: medians[name] for name in ("bare", "stages")},
        "ratio": medians["ratio"],
        "ratios": [round(ratio, 3) for ratio in found["ratio"]],
        "busy_fraction": {role: medians[role] for role in ROLES},
        "goal": GOAL,
    }


def _opened(model: Model, core: int) -> Engine:
    """Return an engine that no other role shares; vLLM's CPU build has a core of its own."""
    os.environ["VLLM_CPU_OMP_THREADS_BIND"] = str(core % (os.cpu_count() or 1))
    return open_engine(replace(model, context=model.context - 32 * (core + 1)))


def bare(engines: Sequence[Engine], jpegs: list[bytes], models: Sequence[Model]) -> float:
    """Return the seconds until the last verdict."""
    captioner, judge = engines
    began = time.monotonic()
    verdicts = []
    for jpeg in jpegs:
        verdict: Future[Reply] = Future()
        caption = captioner.submit(request_for(jpeg, models[0].sampling))
        caption.add_done_callback(_then_judge(judge, jpeg, models[1].sampling, verdict))
        verdicts.append(verdict)
    for verdict in verdicts:
        verdict.result()
    return time.monotonic() - began


def _then_judge(judge: Engine, jpeg: bytes, sampling: Sampling, verdict: "Future[Reply]"):
    def ask(caption: "Future[Reply]") -> None:
        try:
            asked = judge.submit(_question(jpeg, caption.result().text, sampling))
        except Exception as error:  # carried to who waits
            verdict.set_exception(error)
            return
        asked.add_done_callback(settle)

    def settle(done: "Future[Reply]") -> None:
        if error := done.exception():
            verdict.set_exception(error)
        else:
            verdict.set_result(done.result())

    return ask


def staged(
    engines: Sequence[Engine], jpegs: list[bytes], models: Sequence[Model], arguments: argparse.Namespace
) -> tuple[float, dict[str, float]]:
    """Return the seconds, and of each role's engine the part of its time in which it had something to do."""
    busy = [Busy(engine) for engine in engines]
    stages: list[Infer] = [Describe(models[0]), Judge(models[1])]
    for stage, engine in zip(stages, busy, strict=True):
        stage.__dict__["engine"] = engine  # what `open()` would load
    seconds = passed(stages, jpegs, arguments)
    return seconds, {role: engine.busy_fraction for role, engine in zip(ROLES, busy, strict=True)}
