import pytest

from tests.pipelines.cli.command import run_command
from vlcorpus.pipelines.cli import main as cli
from vlcorpus.pipelines.cli.answers import cache_lines
from vlcorpus.pipelines.inference import CACHE
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.inference.answer_cache import AnswerCache
from vlcorpus.stages.inference.request import Answer, Reply


def reply(text: str, n_tokens: int, model: str) -> Reply:
    answer = Answer(text=text, finish_reason="stop", n_tokens=n_tokens)
    return Reply(answers=(answer,), n_prompt_tokens=9, engine="e", model=model)


@pytest.fixture
def folder(tmp_path):
    """Two answers of one model and one of another; three hits and one miss of a role."""
    cache = AnswerCache(tmp_path / "answers")
    cache.put("a1", "reader", reply("x" * 3000, 1000, "reader-8B"))
    cache.put("b1", "reader", reply("y" * 3000, 234, "reader-8B"))
    cache.put("c1", "captioner", reply("z", 5, "vl-32B"))
    for key in ("a1", "a1", "b1", "b2"):
        cache.get(key, "reader")
    cache.close()
    return tmp_path / "answers"


def test_each_role_and_model_has_a_line_and_each_role_its_hit_rate(folder):
    lines = list(cache_lines(str(folder)))
    assert lines[0].startswith("captioner, vl-32B: 1 answers, ")
    assert lines[1].startswith("reader, reader-8B: 2 answers, 6.")
    assert " kB, 1,234 tokens written" in lines[1]
    assert lines[2:] == ["reader: 3 hits, 1 misses, hit rate 75%"]


def test_the_command_prints_them(folder, monkeypatch, capsys):
    assert run_command(monkeypatch, "cache", "--cache", str(folder)) == 0
    assert capsys.readouterr().out.splitlines() == list(cache_lines(str(folder)))


def test_the_command_looks_where_runs_keep_answers(folder, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(folder.parent))
    own = folder.parent / CACHE.removeprefix("~/")
    own.parent.mkdir(parents=True)
    folder.rename(own)
    assert run_command(monkeypatch, "cache") == 0
    assert "hit rate 75%" in capsys.readouterr().out
    assert CACHE in cli.cli.commands["cache"].params[0].help


def test_an_absent_folder_is_a_mistake_that_is_named(tmp_path, monkeypatch, capsys):
    with pytest.raises(ConfigError, match=r"absent: no folder of answers.*--cache"):
        list(cache_lines(str(tmp_path / "absent")))
    assert run_command(monkeypatch, "cache", "--cache", str(tmp_path / "absent")) == ConfigError.exit_code
    assert "no folder of answers" in capsys.readouterr().err
    assert not (tmp_path / "absent").exists()


def test_an_empty_folder_says_so(tmp_path):
    assert list(cache_lines(str(tmp_path))) == [f"{tmp_path}: no answers yet"]
