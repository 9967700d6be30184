import random
from collections import Counter
from hashlib import sha256

import pytest

from vlcorpus.schemas.prompts import choose_prompt, parse_prompts, prompts, prompts_of

TASKS = ("doc_html", "doc_markdown", "longdoc_html", "longdoc_markdown")


def draws(task: str, n: int = 2000, **values) -> list:
    rng = random.Random(0)
    return [choose_prompt(task, rng, **values) for _ in range(n)]


@pytest.mark.parametrize(
    ("task", "trigger"), [("doc_html", "qwenvl html"), ("doc_markdown", "qwenvl markdown")]
)
def test_the_official_trigger_is_the_majority(task, trigger):
    counts = Counter(prompt.text for prompt in draws(task))
    assert counts[trigger] > 1200
    assert set(counts) == {prompt.text for prompt in prompts_of(task)}


@pytest.mark.parametrize("task", TASKS)
def test_ours_are_marked_and_in_both_languages(task):
    ours = [prompt for prompt in prompts_of(task) if prompt.origin == "ours"]
    assert {prompt.lang for prompt in ours} == {"en", "zh"}
    assert all(prompt.id.startswith(f"{task}/ours-{prompt.lang}-") for prompt in ours)
    assert all(any("\u4e00" <= char <= "\u9fff" for char in p.text) == (p.lang == "zh") for p in ours)


def test_the_same_generator_draws_the_same_prompts():
    assert draws("doc_html") == draws("doc_html")


def test_a_language_leaves_its_own_prompts_and_the_triggers():
    assert {prompt.lang for prompt in draws("doc_html", lang="zh")} == {"zh", "und"}


def test_ids_with_versions_and_texts_are_unique():
    library = prompts()
    assert len({(prompt.id, prompt.version) for prompt in library}) == len(library)
    assert len({prompt.sha256 for prompt in library}) == len(library)


def test_a_prompts_hash_is_of_its_text():
    assert prompts_of("doc_html")[0].sha256 == sha256(b"qwenvl html").hexdigest()


def test_an_unknown_task_names_the_known_ones():
    with pytest.raises(KeyError, match="doc_markdown"):
        prompts_of("doc_pdf")


PROMPT = '{id: "t/a", version: 1, lang: en, weight: 1, origin: ours, text: "x"}'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"t: [{PROMPT}, {PROMPT}]", "twice"),
        ("t: [" + PROMPT.replace("t/a", "u/a") + "]", "the id begins"),
        ("t: [" + PROMPT.replace("weight: 1", "weight: 0") + "]", "weight"),
        ("t: [" + PROMPT.replace('"x"', '" "') + "]", "not blank"),
        ("t: [" + PROMPT.replace("lang: en, ", "") + "]", "lang"),
        ("t: [" + PROMPT.replace("lang:", "language:") + "]", "language"),
    ],
)
def test_a_broken_library_says_where(content, message):
    with pytest.raises(ValueError, match=rf"t\.yaml: .*{message}"):
        parse_prompts(content, where="t.yaml")


def test_a_new_version_takes_the_place_of_the_old(monkeypatch):
    found = parse_prompts(f"t: [{PROMPT}, {PROMPT.replace('version: 1', 'version: 2')}]", where="t.yaml")
    monkeypatch.setattr("vlcorpus.schemas.prompts.prompts", lambda: tuple(found))
    assert [prompt.version for prompt in prompts_of("t")] == [2]
