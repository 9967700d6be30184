"""Tests stand where their module is: `a/b/c.py` is tested by `tests/a/b/test_c.py`."""

import ast
import re
from pathlib import Path

import pytest

from tests.test_imports import MODULES, ROOT, name

# Modules that are private to a neighbour, and the test that tests them through it. The list only shrinks.
_FORMULAS = "tests/stages/documents/formulas/test_latex.py"
_PDF = "tests/stages/documents/test_read_pdf.py"
_ENGINES = "tests/engines/test_engines.py"
_ENCODERS = "tests/engines/test_encoders.py"
_CLUSTERS = "tests/e2e/test_visual_clusters.py"
_COMMANDS = "tests/e2e/test_documents.py"
_GROUPS = "tests/pipelines/steps/test_group_duplicates.py"
_TRAINING = "tests/pipelines/steps/test_train_centroids.py"
_DEDUP = "tests/pipelines/test_semantic_dedup.py"
_GROWING = "tests/pipelines/runtime/test_growing.py"
_ON_RAY = "tests/pipelines/runtime/test_on_ray.py"
_RUN = "tests/pipelines/runtime/test_run.py"
_TRUE_CHARS = "tests/stages/documents/pdf/test_pymupdf_true_chars.py"
_VISIBLE = "tests/stages/documents/pdf/test_visible_text.py"
_DIRECTIONS = "tests/stages/documents/layout/test_writing_directions.py"
TESTED_BY: dict[str, str] = {
    # Rows and records of data: who makes them tests them.
    "schemas/scenes/rows.py": "tests/stages/generate/test_make_scenes.py",
    "stages/generate/discipline.py": "tests/stages/generate/test_disciplines.py",
    "stages/verify/problems.py": "tests/stages/verify/plane_geometry/problems/test_judge.py",
    # What reads records is abstract; image-text pairs are such.
    "catalogs/sources/record_json.py": "tests/catalogs/sources/test_pair_json.py",
    "catalogs/sources/record_table.py": "tests/catalogs/sources/test_pair_table.py",
    # `compose` reads a formula through these: what was typeset must come back.
    "stages/documents/formulas/accents.py": _FORMULAS,
    "stages/documents/formulas/arrays.py": _FORMULAS,
    "stages/documents/formulas/bars.py": _FORMULAS,
    "stages/documents/formulas/row.py": _FORMULAS,
    # Parts of one page's layout, which need a page.
    "stages/documents/formulas/pieces.py": "tests/stages/documents/formulas/test_display_formulas.py",
    "stages/documents/layout/insets.py": _DIRECTIONS,
    "stages/documents/layout/page_parts.py": "tests/stages/documents/test_parse_layout.py",
    "stages/documents/page/vertical_lines.py": _DIRECTIONS,
    # They run in the sandbox's child, behind the stage.
    "stages/documents/pdf/glyph_claims.py": _TRUE_CHARS,
    "stages/documents/pdf/glyph_shape.py": _TRUE_CHARS,
    "stages/documents/pdf/pymupdf_engine.py": _PDF,
    "stages/documents/pdf/pymupdf_glyphs.py": "tests/stages/documents/formulas/test_display_formulas.py",
    "stages/documents/pdf/pymupdf_marks.py": _PDF,
    "stages/documents/pdf/pymupdf_painted.py": _VISIBLE,
    "stages/documents/pdf/pymupdf_reader.py": _PDF,
    "stages/documents/pdf/pymupdf_scale.py": _PDF,
    "stages/documents/pdf/pymupdf_shapes.py": _TRUE_CHARS,
    "stages/documents/pdf/pymupdf_text.py": _PDF,
    "schemas/sandbox_child.py": "tests/schemas/test_sandbox.py",
    # Steps read tables that the steps before them make: they are tested as the pipeline that they are.
    "pipelines/centroids.py": _TRAINING,
    "pipelines/steps/sample_cells.py": _TRAINING,
    "pipelines/steps/train_cells.py": _TRAINING,
    "pipelines/steps/decide_duplicates.py": _GROUPS,
    "pipelines/steps/judge_pairs.py": _GROUPS,
    "pipelines/steps/pair_rows.py": _GROUPS,
    "pipelines/steps/fill_buckets.py": _DEDUP,
    "pipelines/steps/find_pairs.py": _DEDUP,
    "pipelines/steps/assign_clusters.py": _CLUSTERS,
    "pipelines/steps/choose_from_pool.py": _CLUSTERS,
    "pipelines/steps/describe_clusters.py": _CLUSTERS,
    "pipelines/steps/measure_coverage.py": _CLUSTERS,
    "pipelines/steps/place_rows.py": _CLUSTERS,
    "pipelines/steps/request_fills.py": _CLUSTERS,
    "pipelines/steps/want_views.py": _CLUSTERS,
    "pipelines/visual_clusters.py": _CLUSTERS,
    # The executors, with all that happens to a partition: equal bytes, crashes, growth.
    "pipelines/runtime/local.py": _RUN,
    "pipelines/runtime/planning.py": _GROWING,
    # The command line is called as a person calls it.
    "pipelines/cli/looking.py": _COMMANDS,
    "pipelines/cli/main.py": _COMMANDS,
    "pipelines/cli/options.py": _COMMANDS,
    "pipelines/cli/pages.py": "tests/pipelines/cli/test_wrong_places.py",
    "schemas/sample.py": "tests/schemas/test_notebook.py",
    # They need torch or vLLM: `make test-engines`.
    "stages/embed/embed_image.py": _ENCODERS,
    "stages/embed/image_encoder.py": _ENCODERS,
    "stages/inference/row_sampler.py": _ENGINES,
    "stages/inference/transformers_engine.py": _ENGINES,
    "stages/inference/vllm_engine.py": _ENGINES,
    "stages/inference/vllm_renderer.py": _ENGINES,
    # An interface, without a line of work.
    "stages/inference/engine.py": "tests/stages/inference/test_engines.py",
}
_MODULE = re.compile(r"\b(?:vlcorpus|tests)(?:\.\w+)+")


def has_code(path: Path) -> bool:
    """Say whether a module does anything: constants and rows without a method do not."""
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def mirror(module: str) -> str:
    folder, _, file = module.removeprefix("vlcorpus/").rpartition("/")
    return "/".join(filter(None, ("tests", folder, f"test_{file}")))


def reached_from(test: str) -> set[str]:
    """Return the files that a test names, and those that they name: imported, or run by `module:name`."""
    found: set[str] = set()
    pending = [test, f"{test.rpartition('/')[0]}/conftest.py"]
    while pending:
        file = pending.pop()
        if file in found or not (ROOT / file).is_file():
            continue
        found.add(file)
        for named in _MODULE.findall((ROOT / file).read_text("utf-8")):
            path = named.replace(".", "/").removeprefix("vlcorpus/")
            pending += [f"{path}.py", f"{path.rpartition('/')[0]}.py"]
    return found


WITH_CODE = [name(path) for path in MODULES if path.stem != "__init__" and has_code(path)]


@pytest.mark.parametrize("module", WITH_CODE)
def test_a_module_has_a_test_of_its_name(module):
    assert (ROOT / mirror(module)).is_file() is (module not in TESTED_BY)


def test_no_module_that_is_gone_is_excused():
    assert set(TESTED_BY) <= set(WITH_CODE)


@pytest.mark.parametrize("module", TESTED_BY)
def test_what_stands_in_reaches_the_module(module):
    assert module in reached_from(TESTED_BY[module])
