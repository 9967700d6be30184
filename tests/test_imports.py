"""The architecture, held by a machine: which way imports point, how large a module is, what starts slowly."""

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = {
    "schemas": {"schemas"},
    "filters": {"schemas", "filters"},
    "stages": {"schemas", "filters", "stages"},
    "catalogs": {"schemas", "catalogs"},
    "pipelines": {"schemas", "filters", "stages", "catalogs", "pipelines"},
    "vlcorpus": {"schemas", "filters", "stages", "catalogs", "pipelines", "api"},  # nobody imports the API
}
FOLDERS = sorted(LAYERS.keys() - {"vlcorpus"})  # each of them is the sub-package of its name
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
MAX_LINES = 400
NAMELESS = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc|stuff|tools|base)(_|$)")

# What takes seconds or gigabytes to import stands at the top of no module but its only users, and these are
# imported inside functions: a worker or a child process loads them when it needs them.
HEAVY = {"cv2", "faiss", "fitz", "playwright", "pymupdf", "rapidocr", "torch", "transformers", "vllm"}
ONLY_USERS = {
    "stages/captions/look_at_image.py": {"cv2"},
    "stages/documents/pdf/pymupdf_engine.py": {"pymupdf"},
    "stages/inference/row_sampler.py": {"torch", "transformers"},
    "stages/inference/transformers_engine.py": {"torch", "transformers"},
    "stages/inference/vllm_engine.py": {"transformers", "vllm"},
    "stages/inference/vllm_renderer.py": {"vllm"},
}
SLOW = HEAVY | {
    "datasets",
    "duckdb",
    "fastwarc",
    "matplotlib",
    "pandas",
    "ray",
}  # not for a command that says `--help`


def imports(path: Path, *, only_top: bool) -> set[str]:
    """Return what a module imports, at its top (without what only a type checker sees) or anywhere.

    `import a.b` gives `a.b`, `from a.b import c` gives `a.b` and `a.b:c`.
    """
    found: set[str] = set()
    pending: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written from the root"
            found.add(node.module or "")
            found.update(f"{node.module}:{alias.name}" for alias in node.names)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            pending += node.orelse
            if not only_top:
                pending += node.body
        elif not (only_top and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
            pending += ast.iter_child_nodes(node)
    return found


def _packages(modules: set[str]) -> set[str]:
    return {re.split("[.:]", module)[0] for module in modules}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_layer_has_modules():
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_one_way(path):
    layer = path.relative_to(ROOT).parts[0]
    found = imports(path, only_top=False)
    ours = {re.split("[.:]", module)[1] for module in found if re.match(r"vlcorpus[.:]", module)}
    assert ours <= LAYERS[layer], f"{layer} may import {sorted(LAYERS[layer])}"
    assert not _packages(found) & {*FOLDERS, "tests", "bench"}, "write vlcorpus.…"


# A row shows itself in a notebook: `_repr_html_` imports the page that it is drawn on when somebody looks.
LOOKS_BACK = {ROOT / "schemas/notebook.py"}


def imported_modules(path: Path) -> set[Path]:
    """Return the modules of ours that a module imports, wherever it does, also for a type checker only."""
    parts = (module.removeprefix("vlcorpus.").replace(".", "/") for module in imports(path, only_top=False))
    files = {ROOT / f"{part.replace(':', '/')}.py" for part in parts}
    return files & set(MODULES) - {path}


def circle(graph: dict[Path, set[Path]]) -> list[str]:
    """Return the nodes of a circle, each imports the one before it; nothing where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [name(path) for path in error.args[1]]
    return []


def test_no_modules_import_each_other_in_a_circle():
    assert circle({path: imported_modules(path) - LOOKS_BACK for path in MODULES}) == []


def test_no_folders_import_each_other_in_a_circle():
    """A folder is the modules that lie directly in it; its sub-folders are folders of their own.

    Layers are folders too: so a package's own modules may import its sub-folders, or these them, not both.
    """
    graph: dict[Path, set[Path]] = {}
    for path in MODULES:
        others = {module.parent for module in imported_modules(path)} - {path.parent}
        graph.setdefault(path.parent, set()).update(others)
    assert circle(graph) == []


def test_a_circle_is_found():
    a, b, c = (ROOT / letter for letter in "abc")
    assert circle({a: {b}, b: {c}, c: set()}) == []
    assert circle({a: {b}, b: {c}, c: {a}}) == ["a", "c", "b", "a"]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_at_most_400_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_named_for_what_it_does(path):
    assert not any(NAMELESS.search(part) for part in path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_heavy_packages_are_imported_only_where_they_are_used(path):
    assert _packages(imports(path, only_top=True)) & HEAVY <= ONLY_USERS.get(name(path), set())


@pytest.mark.parametrize("user", ONLY_USERS)
def test_no_module_imports_the_user_of_a_heavy_one_at_its_top(user):
    heavy = ONLY_USERS[user]
    assert _packages(imports(ROOT / user, only_top=True)) >= heavy, "it needs no exception any more"
    # The files that are named for a heavy package, and its other users, may import each other.
    named = tuple(f"{package}_" for package in heavy)
    family = {name(path) for path in MODULES if path.stem.startswith(named)} | {user}
    ways = set()
    for member in family:
        package, _, leaf = f"vlcorpus/{member}".removesuffix(".py").replace("/", ".").rpartition(".")
        ways |= {f"{package}.{leaf}", f"{package}:{leaf}"}
    others = [path for path in MODULES if name(path) not in family | set(ONLY_USERS)]
    assert [name(path) for path in others if imports(path, only_top=True) & ways] == []


def test_the_command_line_starts_without_any_slow_package():
    program = (
        "import sys, vlcorpus.pipelines.cli.main; print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) & SLOW == set()


@pytest.mark.parametrize("layer", FOLDERS)
def test_no_module_has_a_second_name(layer):
    """From the checkout, `import schemas` would make classes that are not those of `vlcorpus.schemas`."""
    done = subprocess.run([sys.executable, "-c", f"import {layer}"], cwd=ROOT, capture_output=True, text=True)
    assert f"import vlcorpus.{layer}" in done.stderr


def test_the_walk_sees_what_it_is_for(tmp_path):
    module = tmp_path / "m.py"
    module.write_text(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    import torch\n"
        "try:\n    import cv2\nexcept ImportError:\n    cv2 = None\n"
        "class A:\n    import vllm\n    def f(self):\n        import ray\n"
    )
    typing = {"typing", "typing:TYPE_CHECKING"}
    assert imports(module, only_top=True) == {*typing, "cv2", "vllm"}
    assert imports(module, only_top=False) == {*typing, "torch", "cv2", "vllm", "ray"}


def test_images_are_opened_in_one_place():
    """`PIL.Image.open` knows decoders that start programs: schemas/open_image.py says which may be used."""
    opens = re.compile(r"\bImage\.open\(")
    assert [name(path) for path in MODULES if opens.search(path.read_text())] == ["schemas/open_image.py"]
