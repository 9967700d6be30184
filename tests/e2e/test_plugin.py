"""A domain of another package is installed, listed, run, proved, asked, browsed and opened as our own are.

The package is tests/plugin, built and installed by pip into a folder of its own, without a network.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parents[1] / "plugin"
OPEN = """
import sys, vlcorpus
corpus = vlcorpus.open_corpus(sys.argv[1])
card = next(iter(corpus.rows("cards")))
print(type(card).__module__, type(card).__name__, card.lang, sep=".")
print(sorted(sample.messages[1].content[0].text.split()[0] for sample in corpus.samples()))
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """Return a folder with the package installed in `site`, and text files in `cards`."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(PLUGIN, folder / "source", ignore=shutil.ignore_patterns("__pycache__"))
    pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    pip += ["--disable-pip-version-check", "--target", str(folder / "site"), str(folder / "source")]
    subprocess.run([sys.executable, *pip], check=True, capture_output=True)
    draw = "import sys, pathlib, vlcorpus_postcards.demo as demo; demo.draw(pathlib.Path(sys.argv[1]))"
    _python(folder, "-c", draw, "cards")
    return folder


@pytest.fixture(scope="module")
def corpus(elsewhere) -> Path:
    vlcorpus(elsewhere, "run", "postcards", "-i", "cards", "-o", "out", "--license", "CC0-1.0")
    return elsewhere / "out"


def _python(folder: Path, *arguments: str, expected: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(folder / "site")},
    )
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout + done.stderr


def vlcorpus(folder: Path, *arguments: str, expected: int = 0) -> str:
    return _python(folder, "-m", "vlcorpus", *arguments, expected=expected)


def test_it_is_listed_with_the_package_that_brings_it(elsewhere):
    line = "postcards    text files → images of postcards, and what is written on them"
    assert f"{line}  [vlcorpus-postcards 1.0]" in vlcorpus(elsewhere, "list")


def test_its_configuration_is_checked_as_ours(elsewhere):
    asked = ["run", "postcards", "-i", "cards", "-o", "no", "--set", "max_char=1"]
    assert "Did you mean max_chars?" in vlcorpus(elsewhere, *asked, expected=2)


def test_its_corpus_is_made_and_proved(elsewhere, corpus):
    assert "OK: " in vlcorpus(elsewhere, "verify", "-o", str(corpus))
    reasons = vlcorpus(elsewhere, "sql", "-o", str(corpus), "select reason from rejects", "--format", "csv")
    assert set(reasons.split()) == {"reason", "file_empty", "card_too_long"}


def test_its_prompts_are_told_by_their_hash(elsewhere, corpus):
    asked = "select distinct p.text from samples join prompts p using (prompt_sha256)"
    said = vlcorpus(elsewhere, "sql", "-o", str(corpus), asked, "--format", "csv")
    assert "postcard" in said.splitlines()[1]


def test_its_rows_are_named_and_read_as_objects(elsewhere, corpus):
    assert '"row": "postcard/1"' in (corpus / "postcards/cards/_table.json").read_text()
    assert _python(elsewhere, "-c", OPEN, str(corpus)).splitlines() == [
        "vlcorpus_postcards.card.Postcard.de",
        "['Greetings', 'Viele']",
    ]


def test_it_is_browsed(elsewhere, corpus):
    vlcorpus(elsewhere, "browse", "-o", str(corpus), "--to", "page.html")
    assert "Greetings from the sea." in (elsewhere / "page.html").read_text("utf-8")


def test_where_its_package_is_missing_a_reader_is_told(corpus, tmp_path):
    said = vlcorpus(tmp_path, "verify", "-o", str(corpus), expected=2)
    assert "no row type 'postcard/1'" in said
    assert "Install the package whose pipeline made the table." in said
