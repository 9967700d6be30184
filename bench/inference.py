"""Requests per second through the stage `Infer`, against the same engine driven bare; and its idle time.

Bare is one process that hands the engine all requests at once and waits. Through the stage the same requests
come as rows of partitions, by the local executor's way: threads, each with a partition, rows in their order,
no cache. Rounds alternate, the median counts. Then two roles, each on an engine of its own: see
`inference_roles.py`. Without `--model` it is a Qwen3-VL of two layers with random weights, made here. The
last line is the result as one JSON object.

    python -m bench.inference [--engine vllm] [--model FOLDER] [--requests 256] [--rounds 3]
"""

import argparse
import io
import json
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import PIL.Image

from vlcorpus.pipelines.runtime.flow import Ledger, opened, through
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.engine import Engine
from vlcorpus.stages.inference.engines import open_engine
from vlcorpus.stages.inference.infer import Infer
from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import ImageInput, Reply, Request, user

GOAL = 0.95
WIDTH, HEIGHT = 448, 320


@dataclass(slots=True, kw_only=True)
class ImageRow(Row):
    jpeg: bytes
    text: str = ""


@dataclass(frozen=True)
class Describe(Infer):
    """What a captioner does, without what a domain adds."""

    def requests(self, row: ImageRow) -> list[Request]:
        return [request_for(row.jpeg, self.model.sampling)]

    def accept(self, row: ImageRow, requests: Sequence[Request], replies: Sequence[Reply]) -> ImageRow:
        row.text = replies[0].text
        return row


def request_for(jpeg: bytes, sampling: Sampling) -> Request:
    return Request(turns=(user(ImageInput(jpeg), "Describe the image."),), sampling=sampling)


class Busy:
    """An engine that notes how long it had nothing to do between its first request and its last reply."""

    def __init__(self, engine: Engine):
        self._engine, self._lock = engine, threading.Lock()
        self._open, self._since, self.idle_s = 0, None, 0.0
        self._began: float | None = None

    def submit(self, request: Request):
        with self._lock:
            now = time.monotonic()
            self._began = self._began or now
            if self._open == 0 and self._since is not None:
                self.idle_s += now - self._since
            self._open += 1
        reply = self._engine.submit(request)
        reply.add_done_callback(self._done)
        return reply

    @property
    def busy_fraction(self) -> float:
        """Of the time between its first request and its last reply."""
        return 1 - self.idle_s / (self._since - self._began)

    def _done(self, _) -> None:
        with self._lock:
            self._open -= 1
            self._since = time.monotonic()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--engine", type=EngineKind, default=EngineKind.VLLM)
    parser.add_argument("--model", help="folder of weights; default: a small one of random weights")
    parser.add_argument("--requests", type=int, default=256)
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("--in-hand", type=int, default=4, help="partitions at a time")
    parser.add_argument("--in-flight", type=int, default=64, help="requests of a partition at a time")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--max-tokens", type=int, default=32)
    parser.add_argument("--gpus", type=float, default=0)
    parser.add_argument("--options", default="{}", help="of the engine, JSON")
    arguments = parser.parse_args()
    from bench.inference_roles import compare_roles

    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        weights = arguments.model or _tiny(Path(folder))
        result = compare(arguments, weights)
        print(json.dumps(result))
        print(json.dumps(result | {"roles": compare_roles(arguments, weights)}))


def served(arguments: argparse.Namespace, weights: str, role: str, max_tokens: int) -> Model:
    return Model(
        role=role,
        engine=arguments.engine,
        name=weights,
        context=4096,
        sampling=Sampling(max_tokens=max_tokens),
        serving=Serving(gpus=arguments.gpus, options=arguments.options, in_flight=arguments.in_flight),
    )


def compare(arguments: argparse.Namespace, weights: str) -> dict:
    """Measure the engine bare and behind the stage, in turn; return medians."""
    model = served(arguments, weights, "bench", arguments.max_tokens)
    engine = open_engine(model)
    bare(engine, images(-1, arguments.requests), model)  # warm
    speeds: dict[str, list[float]] = {"bare": [], "stage": []}
    idle = []
    for number in range(arguments.rounds):
        # New images each time: an engine keeps what it saw before.
        speeds["bare"].append(bare(engine, images(2 * number, arguments.requests), model))
        speed, idle_part = staged(engine, images(2 * number + 1, arguments.requests), model, arguments)
        speeds["stage"].append(speed)
        idle.append(idle_part)
        print(f"round {number}: bare {speeds['bare'][-1]:.1f}, stage {speed:.1f} requests/s")
    ratios = [stage / alone for stage, alone in zip(speeds["stage"], speeds["bare"], strict=True)]
    return {
        "engine": str(arguments.engine),
        "requests_per_s": {name: round(statistics.median(values), 1) for name, values in speeds.items()},
        "ratio": round(statistics.median(ratios), 3),
        "ratios": [round(ratio, 3) for ratio in ratios],
        "idle_fraction": round(statistics.median(idle), 3),
        "goal": GOAL,
    }


def _tiny(folder: Path) -> str:
    from tests.engines.tiny_qwen3vl import build

    os.environ.setdefault("VLLM_CPU_KVCACHE_SPACE", "1")  # GiB
    return str(build(folder / "tiny"))


def images(seed: int, n: int, width: int = WIDTH, height: int = HEIGHT) -> list[bytes]:
    rng = np.random.default_rng(seed + 1)
    found = []
    for _ in range(n):
        small = rng.integers(0, 255, (height // 16, width // 16, 3), dtype=np.uint8)
        out = io.BytesIO()
        PIL.Image.fromarray(small).resize((width, height)).save(out, "JPEG")
        found.append(out.getvalue())
    return found


def bare(engine: Engine, jpegs: list[bytes], model: Model) -> float:
    """Return requests/s."""
    began = time.monotonic()
    replies = [engine.submit(request_for(jpeg, model.sampling)) for jpeg in jpegs]
    for reply in replies:
        reply.result()
    return len(jpegs) / (time.monotonic() - began)


def staged(engine: Engine, jpegs: list[bytes], model: Model, arguments) -> tuple[float, float]:
    """Return requests/s, and the part of the time in which the engine had nothing to do."""
    busy = Busy(engine)
    stage = Describe(model)
    stage.__dict__["engine"] = busy  # what `open()` would load
    wall_s = passed((stage,), jpegs, arguments)
    return len(jpegs) / wall_s, busy.idle_s / wall_s


def passed(stages: Sequence[Infer], jpegs: list[bytes], arguments: argparse.Namespace) -> float:
    """Pass the images through the stages in partitions, as the local executor does; return the seconds."""
    size = -(-len(jpegs) // arguments.partitions)
    parts = [jpegs[start : start + size] for start in range(0, len(jpegs), size)]

    def work(part: list[bytes]) -> int:
        return sum(1 for _ in through(stages, rows(part), Ledger()))

    in_hand = arguments.in_hand * len(stages)  # as `partitions_in_hand`: each has an engine
    with opened(stages), ThreadPoolExecutor(in_hand) as pool:
        began = time.monotonic()
        n_done = sum(pool.map(work, parts))
        wall_s = time.monotonic() - began
    if n_done != len(jpegs):
        raise SystemExit(f"{n_done} rows of {len(jpegs)} came back")
    return wall_s


def rows(jpegs: list[bytes]) -> Iterator[ImageRow]:
    for number, jpeg in enumerate(jpegs):
        yield ImageRow.origin("bench", f"{id(jpegs)}-{number}", None, jpeg=jpeg)


if __name__ == "__main__":
    main()
