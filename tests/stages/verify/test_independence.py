"""No oracle stands on what it judges: held on all that its modules import, and on what that imports."""

import re
from pathlib import Path

import pytest

from tests.test_imports import MODULES, ROOT, imports, name
from vlcorpus.schemas.stem.disciplines import DISCIPLINES

VERIFY = ROOT / "stages/verify"
ORACLE_MODULES = [path for path in MODULES if VERIFY in path.parents]
MAKERS = ("stages/stem/", "stages/generate/", "stages/render/")


def files_of(module: str) -> set[Path]:
    """Return the files that run when `vlcorpus.a.b` or `vlcorpus.a:b` is imported: also the packages' own."""
    parts = re.split("[.:]", module)
    if parts[0] != "vlcorpus":
        return set()
    found = {ROOT / "vlcorpus/__init__.py"}
    for i in range(1, len(parts)):
        place = ROOT / "/".join(parts[1 : i + 1])
        found |= {place.with_name(f"{place.name}.py"), place / "__init__.py"}
    return {path for path in found if path.is_file()}


def reached_from(path: Path) -> set[Path]:
    """Return the modules of ours that run when one is imported, without what only a type checker sees.

    Of the oracle itself also what its functions import: they run later, but they run.
    """
    found: set[Path] = set()
    pending = [path]
    while pending:
        module = pending.pop()
        if module not in found:
            found.add(module)
            named = imports(module, only_top=VERIFY not in module.parents)
            pending += [file for one in named for file in files_of(one)]
    return found


@pytest.mark.parametrize("path", ORACLE_MODULES, ids=name)
def test_an_oracle_reaches_nothing_of_a_maker(path):
    assert sorted(name(module) for module in reached_from(path) if name(module).startswith(MAKERS)) == []


def test_there_are_oracles_and_makers():
    """Without them the test above would hold nothing."""
    assert len(ORACLE_MODULES) > 8
    for maker in MAKERS:
        assert any(name(path).startswith(maker) for path in MODULES), f"{maker} is gone: mend MAKERS"


@pytest.mark.parametrize("discipline", DISCIPLINES)
def test_every_discipline_has_an_oracle(discipline):
    assert VERIFY / discipline / "oracle.py" in ORACLE_MODULES


@pytest.mark.parametrize("path", ORACLE_MODULES, ids=name)
def test_no_oracle_module_finds_a_module_by_a_text(path):
    """But the registry, which names oracles: a text that names a module would pass by the test above."""
    loads = re.search(r"import_module|__import__|find_named|importlib", path.read_text("utf-8"))
    assert not loads or path == VERIFY / "oracle.py"


def test_the_walk_goes_through_what_is_imported():
    reached = {name(path) for path in reached_from(VERIFY / "plane_geometry/oracle.py")}
    assert {
        "schemas/scenes/claims.py",
        "schemas/named.py",
        "stages/__init__.py",
        "stages/verify/oracle.py",
        "stages/verify/radicals.py",
    } <= reached


@pytest.mark.parametrize(
    "line", ["from vlcorpus.stages.stem.surd import Surd", "from vlcorpus.stages.stem import surd"]
)
def test_a_makers_number_is_seen_in_a_function(tmp_path, line):
    module = tmp_path / "m.py"
    module.write_text(f"def f():\n    {line}\n")
    named = imports(module, only_top=False)
    assert ROOT / "stages/stem/surd.py" in {file for one in named for file in files_of(one)}
