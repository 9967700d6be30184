"""The code of docs/api.md runs from top to bottom; that of docs/plugins.md is the package's own."""

import re
from pathlib import Path

import pytest

from vlcorpus.pipelines.documents.demo import DOCUMENTS

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def blocks(page: str) -> list[tuple[str, str]]:
    """Return the language and the text of each block of code."""
    return BLOCK.findall((ROOT / "docs" / page).read_text("utf-8"))


def test_the_code_of_the_api_page_runs(tmp_path, monkeypatch, capsys):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/letter.pdf").write_bytes(DOCUMENTS["letter-zh.pdf"]())
    monkeypatch.chdir(tmp_path)
    namespace: dict = {}
    for language, code in blocks("api.md"):
        if language == "python":
            exec(compile(code, "docs/api.md", "exec"), namespace)
    printed = capsys.readouterr().out
    assert "1 samples and 0 rejects in out/papers" in printed
    assert "unknown configuration key sead. Did you mean seed?" in printed
    assert namespace["preview"].samples[0].domain == "documents"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        tuple(text.split("\n", 1))
        for language, text in blocks("plugins.md")
        if language in ("toml", "python", "yaml")
    ],
)
def test_the_plugin_page_shows_the_package_as_it_is(name, text):
    assert text in (ROOT / "tests/plugin" / name.removeprefix("# ")).read_text("utf-8")
