"""Ctrl-C reaches every process of a terminal's group: the engine's own must leave it to ours."""

import os
import signal
import time

import pytest

from tests.engines.tiny_qwen3vl import CONTEXT
from tests.pipelines.test_asking import FILES, start, wait_until
from tests.pipelines.toys import write_files
from vlcorpus.stages.inference.model import EngineKind, Model, Serving

START_S = 300
# vLLM's processes take five to end in good order; the message is there before.
STOP_S = {EngineKind.TRANSFORMERS: 60, EngineKind.VLLM: 60}


@pytest.mark.parametrize("kind", STOP_S)
def test_ctrl_c_ends_a_run_in_good_order(tiny, tmp_path, kind):
    if kind is EngineKind.VLLM:
        pytest.importorskip("vllm")
    options = '{"enforce_eager": true}' if kind is EngineKind.VLLM else "{}"
    serving = Serving(gpus=0, options=options)
    model = Model(role="ocr", engine=kind, name=str(tiny), context=CONTEXT, dtype="float32", serving=serving)
    write_files(tmp_path / "in", FILES)
    process = start(tmp_path, model)
    attempts = tmp_path / "out/asking/samples/attempts"
    wait_until(lambda: attempts.exists() and any(attempts.iterdir()), START_S)
    time.sleep(1)  # the engine answers
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=START_S)
    assert time.monotonic() - began < STOP_S[kind]
    assert process.returncode == 130
    assert "interrupted; run the same command again to go on" in said
    assert "ERROR" not in said
    assert "Traceback" not in said
    assert not any(attempts.iterdir())
