"""What was put is there: for other threads and processes, and after a kill."""

import json
import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.stages.inference.answer_cache import DIGITS, AnswerCache
from vlcorpus.stages.inference.request import Answer, Reply, TokenLogprob

ROOT = Path(__file__).parents[3]
FULL = Reply(
    answers=(
        Answer(
            text='{"caption": "一只猫 🐈\\u0000"}\n\0',
            finish_reason="stop",
            n_tokens=2,
            logprobs=(
                TokenLogprob(17, -0.25, ((17, -0.25), (4, -1.5))),
                TokenLogprob(4, float("-inf")),
            ),
        ),
        Answer(text="", finish_reason="length", n_tokens=3),
    ),
    n_prompt_tokens=7,
    engine="vllm-0.33.0",
    model="reader-8B",
    revision="main",
    cached=True,
)
# Puts `n` replies of its own and `n` that every process puts, and says each key when `put` has returned.
WRITER = """
import sys
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.stages.inference.answer_cache import AnswerCache
from vlcorpus.stages.inference.request import Answer, Reply
from tests.stages.inference.test_answer_cache import key, reply
folder, name, n = sys.argv[1], sys.argv[2], int(sys.argv[3])
cache = AnswerCache(folder)
for number in range(n):
    for owner in (name, "all"):
        cache.put(key(owner, number), "reader", reply(owner, number))
        print(key(owner, number), flush=True)
    cache.get(key(name, number), "reader")
    cache.get("f00", "reader")
cache.close()
"""


def key(owner: str, number: int) -> str:
    return f"{DIGITS[number % 16]}-{owner}-{number}"


def reply(owner: str, number: int, model: str | None = "m") -> Reply:
    text = f"{owner} {number} " + "猫" * number
    answer = Answer(text=text, finish_reason="stop", n_tokens=number)
    return Reply(answers=(answer,), n_prompt_tokens=1, engine="e", model=model, cached=True)


def start_writer(folder: Path, name: str, n: int) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name, str(n)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
def cache(tmp_path):
    opened = AnswerCache(tmp_path / "answers")
    yield opened
    opened.close()


def test_a_reply_comes_back_whole_and_says_that_it_was_kept(cache):
    cache.put("a1", "reader", FULL)
    assert cache.get("a1", "reader") == FULL


def test_a_reply_is_there_for_whoever_opens_the_folder_next(tmp_path):
    for role in ("reader", "writer"):  # the second one finds what the first one put
        cache = AnswerCache(tmp_path)
        assert (cache.get("a1", role) is None) == (role == "reader")
        cache.put("a1", role, FULL)
        cache.close()


def test_a_key_that_was_never_put_has_no_reply(cache):
    cache.put("a1", "reader", FULL)
    assert cache.get("a2", "reader") is None
    assert cache.get("b1", "reader") is None


def test_all_that_an_answer_has_is_kept(cache):
    call = ToolCall(id="c0", name="zoom", arguments='{"box": [1, 2]}')
    thought = replace(FULL.answers[0], reasoning="Hm.", n_reasoning_tokens=2, calls=(call,))
    of_prompt = (None, TokenLogprob(5, -0.5, ((5, -0.5), (8, -1.5))))
    said = replace(FULL, answers=(thought, *FULL.answers[1:]), prompt_logprobs=of_prompt)
    cache.put("a1", "reader", said)
    assert cache.get("a1", "reader") == replace(said, cached=True)


def test_an_answer_kept_before_there_was_reasoning_is_still_one(cache):
    cache.put("a1", "reader", reply("x", 1))
    with sqlite3.connect(cache.folder / "a.sqlite") as connection:
        (text,) = connection.execute("select reply from answers").fetchone()
        old = json.loads(text)
        for answer in old["answers"]:
            del answer["reasoning"], answer["n_reasoning_tokens"], answer["calls"]
        connection.execute("update answers set reply = ?", (json.dumps(old),))
    assert cache.get("a1", "reader") == reply("x", 1)


def test_the_last_reply_of_a_key_counts(cache):
    for number in (1, 2):
        cache.put("a1", "reader", reply("x", number))
    assert cache.get("a1", "reader") == reply("x", 2)
    assert [line.answers for line in cache.lines()] == [1]


def test_hits_and_misses_add_up_over_all_who_used_the_folder(tmp_path):
    for _ in range(2):
        cache = AnswerCache(tmp_path)
        cache.get("a1", "reader")
        cache.put("a1", "reader", FULL)
        cache.get("a1", "reader")
        cache.get("c1", "writer")
        cache.close()
    assert AnswerCache(tmp_path).lookups() == {"reader": (3, 1), "writer": (0, 2)}


def test_a_second_flush_counts_nothing_twice(cache):
    cache.get("a1", "reader")
    cache.flush()
    cache.flush()
    assert cache.lookups() == {"reader": (0, 1)}


def test_the_lines_tell_roles_and_models_apart_over_all_files(cache):
    for number in range(32):
        cache.put(key("x", number), "reader", reply("x", number))
    cache.put("a1", "reader", FULL)
    cache.put("a2", "captioner", reply("x", 5, model=None))
    found = {(line.role, line.model): line for line in cache.lines()}
    assert list(found) == [("captioner", "e"), ("reader", "m"), ("reader", "reader-8B")]
    assert found["reader", "m"].answers == 32
    assert found["reader", "m"].output_tokens == sum(range(32))
    assert found["reader", "m"].bytes > sum(3 * number for number in range(32))
    assert found["reader", "reader-8B"].output_tokens == 5  # the sum of both answers


def test_an_absent_folder_holds_nothing_and_is_not_made(tmp_path):
    cache = AnswerCache(tmp_path / "absent")
    assert (cache.lines(), cache.lookups()) == ([], {})
    cache.close()
    assert not (tmp_path / "absent").exists()


def test_a_folder_may_begin_at_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    cache = AnswerCache("~/answers")
    cache.put("a1", "reader", FULL)
    cache.close()
    assert (tmp_path / "answers/a.sqlite").is_file()


def test_eight_processes_write_at_once_and_nothing_is_lost_or_broken(tmp_path):
    n = 200
    names = [f"p{number}" for number in range(8)]
    writers = [start_writer(tmp_path, name, n) for name in names]
    said = [writer.communicate(timeout=PATIENCE_S)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8
    assert [len(keys) for keys in said] == [2 * n] * 8
    cache = AnswerCache(tmp_path)
    for owner in [*names, "all"]:
        for number in range(n):
            assert cache.get(key(owner, number), "check") == reply(owner, number)
    assert [line.answers for line in cache.lines()] == [9 * n]
    assert cache.lookups() == {"reader": (8 * n, 8 * n)}
    cache.close()


PUTS = 2  # into each folder: what is tried is to open it, not to write much


def open_each(folders: list[Path], start, name: str) -> None:
    for folder in folders:
        start.wait()
        cache = AnswerCache(folder)
        for number in range(PUTS):
            cache.put(key(name, number), "reader", reply(name, number))
        cache.close()


def test_eight_processes_may_open_a_new_folder_at_the_same_moment(tmp_path):
    folders = [tmp_path / str(number) for number in range(30)]
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(8, timeout=PATIENCE_S)
    openers = [context.Process(target=open_each, args=(folders, start, f"p{n}")) for n in range(8)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(PATIENCE_S)
    assert [opener.exitcode for opener in openers] == [0] * 8
    assert [AnswerCache(folder).lines()[0].answers for folder in folders] == [8 * PUTS] * 30


def test_a_process_that_is_killed_loses_nothing_that_was_put(tmp_path):
    writer = start_writer(tmp_path, "p", 1_000_000)
    said = [writer.stdout.readline().strip() for _ in range(300)]
    os.kill(writer.pid, signal.SIGKILL)
    said += writer.stdout.read().split("\n")[:-1]  # what it said before it died; the last line may be cut
    assert writer.wait(PATIENCE_S) == -signal.SIGKILL
    writer.stdout.close()
    cache = AnswerCache(tmp_path)
    assert len(said) >= 300
    for one in said:
        _, owner, number = one.split("-")
        assert cache.get(one, "check") == reply(owner, int(number))
    cache.put("a1", "reader", FULL)  # and who comes next can write
    cache.close()


@pytest.mark.parametrize("act", ["get", "put"])
def test_a_folder_that_cannot_be_made_says_what_to_do(tmp_path, act):
    (tmp_path / "file").write_text("")
    cache = AnswerCache(tmp_path / "file/answers")
    with pytest.raises(EnvironmentFailure, match=r"file/answers.*inference\.cache=FOLDER"):
        cache.get("a1", "reader") if act == "get" else cache.put("a1", "reader", FULL)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_says_what_to_do(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(EnvironmentFailure, match=r"inference\.cache=FOLDER"):
        AnswerCache(tmp_path).put("a1", "reader", FULL)


def test_a_folder_in_the_place_of_a_file_says_what_to_do(tmp_path):
    (tmp_path / "a.sqlite").mkdir()
    with pytest.raises(EnvironmentFailure, match=r"a\.sqlite.*inference\.cache=FOLDER"):
        AnswerCache(tmp_path).put("a1", "reader", FULL)


@pytest.mark.parametrize("act", [lambda cache: cache.get("a1", "reader"), lambda cache: cache.lines()])
def test_a_broken_file_is_named_and_may_be_deleted(tmp_path, act):
    cache = AnswerCache(tmp_path)
    cache.put("a1", "reader", FULL)
    cache.put("b1", "reader", FULL)
    cache.close()
    (tmp_path / "a.sqlite").write_bytes(b"this was a database once" * 200)
    cache = AnswerCache(tmp_path)
    with pytest.raises(EnvironmentFailure, match=r"a\.sqlite: file is not a database.*[Dd]elete"):
        act(cache)
    assert cache.get("b1", "reader") == FULL
    (tmp_path / "a.sqlite").unlink()
    assert cache.get("a1", "reader") is None
    cache.close()


def test_a_file_whose_pages_are_broken_is_named(tmp_path):
    cache = AnswerCache(tmp_path)
    for number in range(200):
        cache.put(f"a{number}", "reader", reply("x", number))
    cache.close()
    file = tmp_path / "a.sqlite"
    content = file.read_bytes()
    assert len(content) > 3 * 4096
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    cache = AnswerCache(tmp_path)
    with pytest.raises(EnvironmentFailure, match=r"a\.sqlite: .*malformed"):
        cache.get("a1", "reader")
