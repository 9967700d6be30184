"""The API on real, small inputs; examples/api.py and tests/e2e/test_wheel.py run it from elsewhere."""

import subprocess
import sys

import pytest

import vlcorpus
from tests.test_imports import SLOW
from vlcorpus.pipelines.captions.demo import draw
from vlcorpus.schemas.errors import ConfigError, FingerprintMismatch


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pairs")
    draw(folder)
    return folder


@pytest.fixture(scope="module")
def result(pairs, tmp_path_factory):
    output = tmp_path_factory.mktemp("out") / "captions"
    return vlcorpus.run("captions", input=pairs, output=output, license="CC0-1.0", progress=False)


def test_a_run_says_what_it_made(result):
    assert result.samples.rows > 3
    assert result.reasons["image_uniform"] == 1
    assert list(result.tables)[-1] == "samples"


def test_the_same_call_finds_the_work_done_and_another_configuration_is_refused(result, pairs):
    same = {"input": pairs, "output": result.output, "license": "CC0-1.0"}
    assert vlcorpus.run("captions", **same) == result
    with pytest.raises(FingerprintMismatch, match="min_side_px"):
        vlcorpus.run("captions", **same, **{"images.min_side_px": 65})
    with pytest.raises(FingerprintMismatch, match="min_side_px"):
        vlcorpus.run("captions", **same, images={"min_side_px": 65})


def test_progress_is_shown_unless_it_is_not_wanted(result, pairs, capsys):
    for progress in (True, False):
        vlcorpus.run("captions", input=pairs, output=result.output, license="CC0-1.0", progress=progress)
        assert ("samples: " in capsys.readouterr().err) is progress


def test_the_corpus_is_opened_by_its_path(result):
    corpus = vlcorpus.open_corpus(result.output)
    assert sum(1 for _ in corpus.samples()) == result.samples.rows
    assert len(corpus.rejects()) == result.n_rejects
    assert corpus.verify().ok
    assert corpus.status["samples"] == result.samples


def test_a_preview_commits_nothing_and_shows_images(pairs):
    seen = vlcorpus.preview("captions", input=pairs, rows=6)
    assert all(isinstance(row, vlcorpus.Sample) for row in seen.samples)
    assert seen.samples[0]._repr_html_() in seen._repr_html_()
    assert seen.stages[0].rows_in == 6


def test_a_wrong_call_is_an_error_of_ours(pairs, tmp_path):
    with pytest.raises(ConfigError, match=r"unknown configuration key sead\. Did you mean seed\?"):
        vlcorpus.run("captions", input=pairs, output=tmp_path, sead=1)
    with pytest.raises(vlcorpus.VlcorpusError, match="holds no table"):
        vlcorpus.open_corpus(tmp_path)
    with pytest.raises(AttributeError, match="no attribute 'rum'"):
        vlcorpus.rum  # noqa: B018


def test_every_name_is_there_and_importing_the_package_imports_nothing_else():
    assert {name: getattr(vlcorpus, name) is not None for name in vlcorpus.__all__} == dict.fromkeys(
        vlcorpus.__all__, True
    )
    program = "import vlcorpus, sys; print(*(name for name in sys.modules if name.startswith('vlcorpus')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["vlcorpus"]


def test_the_api_loads_no_slow_package_before_it_is_used():
    program = "import sys, vlcorpus.api; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & SLOW == set()
