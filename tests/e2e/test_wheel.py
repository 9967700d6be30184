"""The wheel: what is in it, and that it works from another folder, whatever the folders there are called.

The wheel is built of a copy of the files that git knows, and installed into an environment of its own. To be
fast, and to need no network, that environment borrows the dependencies of this one: a .pth file names this
site-packages behind its own. A path from a .pth file has no .pth files of its own, so our editable
installation, which is one, is not borrowed.
"""

import subprocess
import sys
import sysconfig
import venv
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.test_imports import FOLDERS
from vlcorpus.pipelines.captions import demo as captions
from vlcorpus.pipelines.documents import demo as documents

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
DATA = {".yaml", ".sql", ".html", ".css", ".js", ".py", ".typed"}
TRAP = "raise ImportError('this is the user`s own file, and no part of vlcorpus')\n"
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


def packaged() -> set[str]:
    """Return the files of the checkout that belong into the package, as the wheel names them."""
    listed = subprocess.run(
        ["git", "ls-files", "vlcorpus", *FOLDERS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {
        name if name.startswith("vlcorpus/") else f"vlcorpus/{name}" for name in listed.stdout.splitlines()
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    listed = ["vlcorpus", *FOLDERS, "pyproject.toml", "setup.py", "README.md", "LICENSE"]
    names = subprocess.run(["git", "ls-files", *listed], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in names.stdout.splitlines():
        (folder / "source" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "source" / name).write_bytes((ROOT / name).read_bytes())
    build = ["wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
    built = subprocess.run([*PIP, *build, str(folder / "source")], check=True, capture_output=True, text=True)
    assert built.stderr == "", "setuptools warns of something"
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def bin(wheel, tmp_path_factory) -> Path:
    """Return the folder of programs of an environment in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    python = folder / "bin" / "python"
    install = ["--python", str(python), "install", "--no-deps", "--no-index", "--force-reinstall", str(wheel)]
    subprocess.run([*PIP, *install], check=True, capture_output=True)
    return folder / "bin"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory) -> Path:
    """Return a user's folder: inputs, and folders and files that are called as parts of vlcorpus are."""
    folder = tmp_path_factory.mktemp("workplace")
    for name in FOLDERS:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(TRAP)
    for name in ("stages.py", "api.py", "errors.py"):
        (folder / name).write_text(TRAP)
    (folder / "pdf").mkdir()
    for name in ("letter-zh.pdf", "empty.pdf"):
        (folder / "pdf" / name).write_bytes(documents.DOCUMENTS[name]())
    captions.draw(folder / "pairs")
    return folder


def run(workplace: Path, *command: object) -> str:
    done = subprocess.run(list(map(str, command)), cwd=workplace, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_holds_every_file_of_the_package_and_nothing_beside_it(wheel):
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert tops == {"vlcorpus", f"vlcorpus-{version('vlcorpus')}.dist-info"}
    assert names == packaged()
    assert {Path(name).suffix for name in names} == DATA


def test_its_names_are_found_under_vlcorpus_only(bin, workplace):
    """In a folder of its own, `import schemas` is the user's; our modules know nothing of it."""
    program = (
        "import importlib, pkgutil, sys, vlcorpus\n"
        "names = [module.name for module in pkgutil.walk_packages(vlcorpus.__path__, 'vlcorpus.')]\n"
        "import vlcorpus.api\n"
        f"ours = [name for name in sys.modules if name.split('.')[0] in {FOLDERS}]\n"
        "files = [m.__file__ for n, m in sys.modules.items() if n.startswith('vlcorpus.') and m.__file__]\n"
        "print(vlcorpus.__file__, len(names) > 250, ours, len(files) == len(set(files)))"
    )
    file, *found = run(workplace, bin / "python", "-c", program).split()
    assert file.startswith(str(bin.parent)), "the wheel is not what was imported"
    assert found == ["True", "[]", "True"]


def test_there_is_one_version(bin, workplace):
    ours = version("vlcorpus")
    assert (
        run(workplace, bin / "python", "-c", "import vlcorpus; print(vlcorpus.__version__)").strip() == ours
    )
    assert ours in run(workplace, bin / "vlcorpus", "--version")
    assert ours in run(workplace, bin / "python", "-m", "vlcorpus", "--version")


def test_documents_are_made_elsewhere(bin, workplace):
    asked = ["documents", "-i", "pdf", "-o", "out/documents", "--license", "CC0-1.0"]
    assert "page_empty" in run(workplace, bin / "vlcorpus", "run", *asked, "--executor", "local")
    assert "OK: " in run(workplace, bin / "python", "-m", "vlcorpus", "verify", "-o", "out/documents")
    run(workplace, bin / "vlcorpus", "browse", "-o", "out/documents")
    assert "语料库" in (workplace / "browse.html").read_text("utf-8")


def test_the_example_makes_captions_elsewhere(bin, workplace):
    said = run(workplace, bin / "python", EXAMPLES / "api.py", "captions", "pairs", "out/captions")
    assert "1 x image_uniform" in said
    assert "OK: " in said.splitlines()[-1]
    assert "captions" in run(workplace, bin / "vlcorpus", "stats", "-o", "out/captions")
    assert (workplace / "out/captions/_cards/captions/index.html").exists()
