"""The engines on a small random Qwen3-VL, each started once. Skipped where torch is not installed.

`make test-engines` makes the environment that has them all.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.engines.tiny_qwen3vl import CONTEXT, build
from vlcorpus.stages.inference.engine import Engine
from vlcorpus.stages.inference.engines import _load
from vlcorpus.stages.inference.model import EngineKind, Model, Serving

HERE = Path(__file__).parent
ENVIRONMENT = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "VLLM_CPU_KVCACHE_SPACE": "1",  # GiB
    "VLLM_NO_USAGE_STATS": "1",
    "VLLM_LOGGING_LEVEL": "WARNING",
}
START_S = 300  # what a server takes to start on a busy machine
NAME = "tiny"  # the name by which the server knows it

if find_spec("torch") is not None:  # before anything reads them
    os.environ.update(ENVIRONMENT)


def pytest_collection_modifyitems(items):
    """Forgive warnings of other people's packages, here only; a thread that fails is still an error."""
    relaxed = pytest.mark.filterwarnings("ignore", "error::pytest.PytestUnhandledThreadExceptionWarning")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(relaxed)


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure():
    """Forgive the ZeroMQ context that vLLM leaves open until the process ends."""
    if "vllm" in sys.modules:
        warnings.simplefilter("ignore", pytest.PytestUnraisableExceptionWarning)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory) -> Path:
    """Return the folder of the model."""
    for package in ("torch", "transformers", "xgrammar"):
        if find_spec(package) is None:
            pytest.skip(f"{package} is not installed: make test-engines")
    return build(tmp_path_factory.mktemp("engines") / NAME)


@pytest.fixture(scope="session")
def processor(tiny):
    from transformers import AutoProcessor

    return AutoProcessor.from_pretrained(tiny)


@pytest.fixture(scope="session")
def transformers_engine(tiny) -> Iterator[Engine]:
    yield from opened(EngineKind.TRANSFORMERS, str(tiny))


@pytest.fixture(scope="session")
def vllm_engine(tiny) -> Iterator[Engine]:
    _need_vllm()
    yield from opened(EngineKind.VLLM, str(tiny), gpus=0, options='{"enforce_eager": true}')


@pytest.fixture(scope="session")
def openai_engine(server) -> Iterator[Engine]:
    yield from opened(EngineKind.OPENAI, NAME, base_url=server)


@pytest.fixture(params=["transformers", "vllm", "openai"])
def engine(request) -> Engine:
    """Return each engine in turn."""
    return request.getfixturevalue(f"{request.param}_engine")


def opened(kind: EngineKind, name: str, **serving) -> Iterator[Engine]:
    model = Model(
        role="any", engine=kind, name=name, context=CONTEXT, dtype="float32", serving=Serving(**serving)
    )
    engine = _load(model)
    yield engine
    engine.close()


def _need_vllm() -> None:
    if find_spec("vllm") is None:
        pytest.skip("vllm is not installed: make test-engines")


@pytest.fixture(scope="session")
def server(tiny, tmp_path_factory) -> Iterator[str]:
    """Run `vllm serve` and return its base URL."""
    _need_vllm()
    with serving(tiny, tmp_path_factory.mktemp("server") / "log") as url:
        yield url


@contextmanager
def serving(weights: Path, log: Path, *more: str) -> Iterator[str]:
    """Run `vllm serve`, with `more` arguments, as long as the block; its base URL."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # A weak model fills an answer with white space where JSON allows it.
    structured = json.dumps({"backend": "xgrammar", "disable_any_whitespace": True})
    command = [
        # What `vllm serve` runs; that itself does not start under the name of the CPU build, vllm-cpu.
        *(sys.executable, "-m", "vllm.entrypoints.openai.api_server", "--model", str(weights)),
        *("--served-model-name", NAME, "--host", "127.0.0.1", "--port", str(port)),
        *("--dtype", "float32", "--max-model-len", str(CONTEXT), "--enforce-eager"),
        *("--structured-outputs-config", structured, "--trust-request-mm-kwargs", *more),
    ]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/health", process, log)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()


def _wait(url: str, process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"vllm serve did not start:\n{log.read_text('utf-8', 'replace')[-4000:]}")
