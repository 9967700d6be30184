"""Prompt templates are kept once, by their hash."""

import hashlib

import pytest

from vlcorpus.catalogs.tables.prompts import prompt_sha256, read_prompts, record_prompts
from vlcorpus.catalogs.tables.storage import Storage


@pytest.fixture(params=["local", "memory"])
def output(request, tmp_path) -> str:
    return str(tmp_path / "out") if request.param == "local" else f"memory:/{tmp_path}"


def test_what_was_recorded_is_read_by_its_hash(output):
    record_prompts(output, ["Say it.", "说吧。"])
    record_prompts(output, ["Another."])
    assert read_prompts(output) == {prompt_sha256(text): text for text in ("Say it.", "说吧。", "Another.")}


def test_the_hash_is_that_of_the_text_in_utf8():
    assert prompt_sha256("说吧。") == hashlib.sha256("说吧。".encode()).hexdigest()


def test_a_template_that_is_known_is_not_written_again(output):
    record_prompts(output, ["Say it."])
    path = f"_prompts/{prompt_sha256('Say it.')}.txt"
    Storage(output).write(path, b"as it was found")
    record_prompts(output, ["Say it."])
    assert Storage(output).read(path) == b"as it was found"


def test_an_output_without_prompts_has_none(output):
    assert read_prompts(output) == {}
