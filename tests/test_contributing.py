"""The domain that docs/contributing.md adds is added to a copy of the code, as the page says, and run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/contributing.md").read_text("utf-8")
# ```python            ```python
# # path               # path, in PLACE
BLOCK = re.compile(r"^```(?:python|yaml)\n# ([\w/]+\.\w+)(?:, in ([\w ]+))?\n(.*?)^```$", re.M | re.S)
PLACES = {"class Reason": "class Reason(StrEnum):\n", "DOMAINS": "DOMAINS = {\n"}
FOLDERS = ("schemas", "filters", "stages", "catalogs", "pipelines")


def home(copy: Path, name: str) -> Path:
    """Return where a file of the repository lies in the copy, which is laid out as the wheel is."""
    return copy / name if name.startswith("tests/") else copy / "vlcorpus" / name


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("contributing")
    without_caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "vlcorpus", folder / "vlcorpus", ignore=without_caches)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / "vlcorpus" / name, ignore=without_caches)
    for name in ("tests/__init__.py", "tests/factories.py"):
        home(folder, name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    for name, place, text in BLOCK.findall(PAGE):
        file = home(folder, name)
        if place:
            before, head, after = file.read_text("utf-8").partition(PLACES[place])
            assert head, f"{name} has no {PLACES[place]!r}"
            if text not in after:  # it is there where somebody follows the page
                file.write_text(before + head + text + after, encoding="utf-8")
        else:
            for package in (file.parent, *file.parent.relative_to(folder).parents):
                (folder / package).mkdir(parents=True, exist_ok=True)
                if package not in (Path("."), Path("vlcorpus")) and file.suffix == ".py":
                    (folder / package / "__init__.py").touch()
            file.write_text(text, encoding="utf-8")
    return folder


def run(copy: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_page_names_every_file_of_a_domain():
    files = {name for name, place, _ in BLOCK.findall(PAGE) if not place}
    assert {"schemas/prompts/colors.yaml", "pipelines/colors/pipeline.py"} <= files
    untested = ("pipelines/colors/config.py", "tests/")
    code = {name for name in files if name.endswith(".py") and not name.startswith(untested)}
    mirrors = {f"tests/{name.rpartition('/')[0]}/test_{name.rpartition('/')[2]}" for name in code}
    assert mirrors == {name for name in files if name.startswith("tests/")}


def test_the_demo_of_the_page_makes_what_the_page_says(copy):
    said = run(copy, "-m", "vlcorpus.pipelines.cli.demo", "out", "colors")
    assert "color_ambiguous" in said
    assert re.search(r"^ *demo +3 +3 +2$", said, re.M), said  # inputs with samples, samples, rejects
    assert re.search(r"^OK: \d+ pass", said, re.M)


def test_the_tests_of_the_page_pass(copy):
    said = run(copy, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", "tests")
    n_tests = sum(text.count("\ndef test_") for name, _, text in BLOCK.findall(PAGE) if "/test_" in name)
    assert f"{n_tests} passed" in said


def test_the_code_of_the_page_is_in_our_style(copy):
    names = [home(copy, name) for name, place, _ in BLOCK.findall(PAGE) if not place]
    code = [str(file) for file in names if file.suffix == ".py"]
    config = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    run(copy, "-m", "ruff", "check", *config, *code)
    run(copy, "-m", "ruff", "format", "--check", *config, *code)
