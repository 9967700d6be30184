import random
import sys
from collections import Counter
from hashlib import sha256
from importlib.metadata import EntryPoint

import pytest

from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.prompts import (
    GROUP,
    choose_prompt,
    parse_prompts,
    prompts,
    prompts_of,
    prompts_of_others,
)

TASKS = ("doc_html", "doc_html_full", "doc_markdown", "longdoc_html", "longdoc_html_full", "longdoc_markdown")


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


@pytest.fixture
def others(monkeypatch, tmp_path):
    """Return a function that installs a folder of prompts, as another package's entry point names it."""
    monkeypatch.syspath_prepend(tmp_path)
    points = []
    monkeypatch.setattr("vlcorpus.schemas.prompts.entry_points", lambda group: points)
    prompts_of_others.cache_clear()

    def install(package: str, content: str, folder: str = "prompts") -> None:
        (tmp_path / package / "prompts").mkdir(parents=True)
        (tmp_path / package / "__init__.py").touch()
        (tmp_path / package / "prompts" / "a.yaml").write_text(content)
        points.append(EntryPoint(package, f"{package}:{folder}", GROUP))

    yield install
    prompts_of_others.cache_clear()
    for point in points:
        sys.modules.pop(point.module, None)  # the next package of this name lies elsewhere


def test_another_package_brings_prompts_for_its_own_tasks(others):
    others("one_of_others", f"t: [{PROMPT}]\ndoc_html: [{PROMPT.replace('t/a', 'doc_html/theirs')}]")
    assert [prompt.id for prompt in prompts_of("t")] == ["t/a"]
    assert "doc_html/theirs" not in {prompt.id for prompt in prompts_of("doc_html")}


@pytest.mark.parametrize(
    ("content", "folder", "message"),
    [("t: [{id: t/a}]", "prompts", "missing"), (f"t: [{PROMPT}]", "no_folder", "no_folder")],
)
def test_a_broken_package_is_named_and_disturbs_no_task_of_ours(content, folder, message, others):
    others("broken_of_others", content, folder)
    with pytest.raises(EnvironmentFailure, match=rf"prompts of broken_of_others, .*{message}"):
        prompts_of("t")
    assert prompts_of("doc_html")


def test_a_task_has_the_prompts_of_one_package(others):
    others("first_of_others", f"t: [{PROMPT}]")
    others("second_of_others", f"t: [{PROMPT}]")
    with pytest.raises(EnvironmentFailure, match=r"second_of_others.*another package has prompts for t"):
        prompts_of("t")
