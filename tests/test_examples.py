"""The examples run as they stand: scripts on a small corpus, the notebook cell by cell.

The notebook is run without Jupyter: each cell in one namespace, and its last line is shown as Jupyter would.
"""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import vlcorpus
from tests.factories import kept_only, sample, write_corpus
from vlcorpus.pipelines.captions.demo import draw

EXAMPLES = Path(__file__).parents[1] / "examples"
NOTEBOOK = EXAMPLES / "look_at_a_corpus.ipynb"


def code_cells() -> list[tuple[str, str]]:
    """Return the id and the text of each cell of code."""
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return [(cell["id"], "".join(cell["source"])) for cell in cells if cell["cell_type"] == "code"]


def run_cell(name: str, text: str, namespace: dict) -> object:
    """Run a cell, and return the value of its last line where that is an expression."""
    tree = ast.parse(text, filename=name)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, name, "exec"), namespace)
    return last and eval(compile(ast.Expression(last.value), name, "eval"), namespace)


def shown(value: object) -> str:
    """Return the HTML or the text of a value as a notebook shows it."""
    return value._repr_html_() if hasattr(value, "_repr_html_") else repr(value)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    draw(folder / "pairs")
    vlcorpus.run(
        "captions", input=folder / "pairs", output=folder / "corpus", license="CC0-1.0", progress=False
    )
    return folder / "corpus"


def run_script(name: str, *arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, EXAMPLES / name, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONWARNINGS": "default"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_notebook_runs_from_top_to_bottom(capsys):
    namespace: dict = {}
    seen = {name: shown(run_cell(name, text, namespace)) for name, text in code_cells()}
    assert "data:image/jpeg;base64," in seen["preview"]
    assert "Three houses in a village" in seen["preview"]
    assert "'image_broken': 2" in seen["run"]
    assert "same-words" in seen["rejects"]
    assert "PASS     stages-conserve" in capsys.readouterr().out
    assert "JpegImageFile" in seen["trainer"]


def test_the_notebook_is_committed_without_results():
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert [
        cell["id"] for cell in notebook["cells"] if cell.get("outputs") or cell.get("execution_count")
    ] == []
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])


def test_shards_are_read_without_vlcorpus(tmp_path):
    assert "vlcorpus" not in (EXAMPLES / "read_shards.py").read_text().split('"""', 2)[2]
    samples = [sample("a"), sample("b"), kept_only(sample("c"))]
    write_corpus(tmp_path, [(samples, [])])
    assert run_script("read_shards.py", tmp_path) == (
        "user: [image 64 x 64]qwenvl html\n"
        "assistant (trained): Hello\n"
        "2 samples to train on, 10 tokens in the loss\n"
    )


def test_questions_in_sql_have_answers(corpus):
    said = run_script("ask_in_sql.py", corpus)
    assert "Which reasons reject most?" in said
    assert "image_broken" in said
    assert "this row" in said


def test_an_own_filter_makes_a_corpus_of_its_own_with_its_rejects(corpus, tmp_path):
    said = run_script("own_filter.py", corpus, tmp_path / "long", 60)
    assert "answer_too_short" in said
    made = vlcorpus.open_corpus(tmp_path / "long")
    kept = sum(1 for _ in made.samples())
    assert kept > 0
    assert kept + len(made.rejects()) == sum(1 for _ in vlcorpus.open_corpus(corpus).samples())


def test_every_script_has_a_test():
    from_elsewhere = Path(__file__).with_name("e2e") / "test_wheel.py"  # run with the wheel alone
    text = Path(__file__).read_text("utf-8") + from_elsewhere.read_text("utf-8")
    assert [file.name for file in EXAMPLES.glob("*.py") if f'"{file.name}"' not in text] == []
