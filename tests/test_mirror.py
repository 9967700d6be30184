"""Tests stand where their module is: `a/b/c.py` is tested by `tests/a/b/test_c.py`."""

import ast
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
_DEDUP = "tests/pipelines/test_semantic_dedup.py"
_GROWING = "tests/pipelines/runtime/test_growing.py"
_ON_RAY = "tests/pipelines/runtime/test_on_ray.py"
_RUN = "tests/pipelines/runtime/test_run.py"
_DIRECTIONS = "tests/stages/documents/layout/test_writing_directions.py"
TESTED_BY: dict[str, str] = {
    # `compose` reads a formula through these: what was typeset must come back.
    "stages/documents/formulas/accents.py": _FORMULAS,
    "stages/documents/formulas/arrays.py": _FORMULAS,
    "stages/documents/formulas/bars.py": _FORMULAS,
    "stages/documents/formulas/pieces.py": _FORMULAS,
    "stages/documents/formulas/row.py": _FORMULAS,
    # Parts of one page's layout, which need a page.
    "stages/documents/layout/insets.py": _DIRECTIONS,
    "stages/documents/layout/page_parts.py": "tests/stages/documents/test_parse_layout.py",
    "stages/documents/page/vertical_lines.py": _DIRECTIONS,
    # They run in the sandbox's child, behind the stage.
    "stages/documents/pdf/pymupdf_engine.py": _PDF,
    "stages/documents/pdf/pymupdf_glyphs.py": "tests/stages/documents/formulas/test_display_formulas.py",
    "stages/documents/pdf/pymupdf_layout.py": "tests/stages/documents/pdf/test_routing.py",
    "stages/documents/pdf/pymupdf_marks.py": _PDF,
    "stages/documents/pdf/pymupdf_reader.py": _PDF,
    "stages/documents/pdf/pymupdf_scale.py": _PDF,
    "stages/documents/pdf/pymupdf_text.py": _PDF,
    "stages/sandbox_child.py": "tests/stages/test_sandbox.py",
    # Steps read tables that the steps before them make: they are tested as the pipeline that they are.
    "pipelines/steps/decide_duplicates.py": _DEDUP,
    "pipelines/steps/fill_buckets.py": _DEDUP,
    "pipelines/steps/find_pairs.py": _DEDUP,
    "pipelines/steps/train_centroids.py": _DEDUP,
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
    "pipelines/runtime/partition.py": _ON_RAY,
    "pipelines/runtime/planning.py": _GROWING,
    # The command line is called as a person calls it.
    "pipelines/cli/main.py": _COMMANDS,
    "pipelines/cli/options.py": _COMMANDS,
    "pipelines/cli/demo.py": "tests/test_contributing.py",
    "schemas/sample.py": "tests/schemas/test_notebook.py",
    # They need torch or vLLM: `make test-engines`.
    "stages/embed/embed_image.py": _ENCODERS,
    "stages/embed/image_encoder.py": _ENCODERS,
    "stages/inference/row_sampler.py": _ENGINES,
    "stages/inference/transformers_engine.py": _ENGINES,
    "stages/inference/vllm_engine.py": _ENGINES,
    # An interface, without a line of work.
    "stages/inference/engine.py": "tests/stages/inference/test_engines.py",
}
# Modules whose test is still to be written or moved. The list only shrinks.
NOT_YET = {
    "pipelines/captions/config.py",
    "pipelines/captions/demo.py",
    "pipelines/captions/pipeline.py",
    "pipelines/cli/demo.py",
    "pipelines/cli/main.py",
    "pipelines/cli/options.py",
    "pipelines/cli/progress.py",
    "pipelines/cli/report.py",
    "pipelines/cli/submission.py",
    "pipelines/documents/config.py",
    "pipelines/documents/demo.py",
    "pipelines/documents/pipeline.py",
    "pipelines/embedding.py",
    "pipelines/runtime/budget.py",
    "pipelines/runtime/isolation.py",
    "pipelines/runtime/local.py",
    "pipelines/runtime/lock.py",
    "pipelines/runtime/partition.py",
    "pipelines/runtime/planning.py",
    "pipelines/runtime/ray_environment.py",
    "pipelines/steps/assign_clusters.py",
    "pipelines/steps/choose_from_pool.py",
    "pipelines/steps/decide_duplicates.py",
    "pipelines/steps/describe_clusters.py",
    "pipelines/steps/fill_buckets.py",
    "pipelines/steps/find_pairs.py",
    "pipelines/steps/measure_coverage.py",
    "pipelines/steps/place_rows.py",
    "pipelines/steps/request_fills.py",
    "pipelines/steps/step.py",
    "pipelines/steps/train_centroids.py",
    "pipelines/steps/want_views.py",
    "pipelines/visual_clusters.py",
    "schemas/sample.py",
    "stages/embed/embed_text.py",
}


def has_code(path: Path) -> bool:
    """Say whether a module does anything: constants and rows without a method do not."""
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def mirror(module: str) -> str:
    folder, _, file = module.removeprefix("vlcorpus/").rpartition("/")
    return "/".join(filter(None, ("tests", folder, f"test_{file}")))


WITH_CODE = [name(path) for path in MODULES if path.stem != "__init__" and has_code(path)]


@pytest.mark.parametrize("module", WITH_CODE)
def test_a_module_has_a_test_of_its_name(module):
    excused = module in TESTED_BY or module in NOT_YET
    assert (ROOT / mirror(module)).is_file() is not excused


def test_no_module_that_is_gone_is_excused():
    assert {*TESTED_BY, *NOT_YET} <= set(WITH_CODE)


def test_the_tests_that_stand_in_are_there():
    assert [test for test in TESTED_BY.values() if not (ROOT / test).is_file()] == []
