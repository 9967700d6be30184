"""Tests stand where their module is: `a/b/c.py` is tested by `tests/a/b/test_c.py`."""

import ast
from pathlib import Path

import pytest

from tests.test_imports import MODULES, ROOT, name

# Modules that are private to a neighbour, and the test that tests them through it. The list only shrinks.
TESTED_BY: dict[str, str] = {}
# Modules whose test is still to be written or moved. The list only shrinks.
NOT_YET = {
    "filters/versioned.py",
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
    "schemas/captions/caption.py",
    "schemas/captions/pair.py",
    "schemas/documents/document.py",
    "schemas/errors.py",
    "schemas/image.py",
    "schemas/qwenvl/convert.py",
    "schemas/qwenvl/markdown_text.py",
    "schemas/qwenvl/resize.py",
    "schemas/qwenvl/scan.py",
    "schemas/qwenvl/text_tokens.py",
    "schemas/rejection.py",
    "schemas/sample.py",
    "stages/documents/document_features.py",
    "stages/documents/formulas/accents.py",
    "stages/documents/formulas/arrays.py",
    "stages/documents/formulas/atoms.py",
    "stages/documents/formulas/bars.py",
    "stages/documents/formulas/brackets.py",
    "stages/documents/formulas/latex_symbols.py",
    "stages/documents/formulas/pieces.py",
    "stages/documents/formulas/row.py",
    "stages/documents/formulas/signs.py",
    "stages/documents/formulas/words.py",
    "stages/documents/layout/blocks.py",
    "stages/documents/layout/contents.py",
    "stages/documents/layout/insets.py",
    "stages/documents/layout/laid_block.py",
    "stages/documents/layout/page_parts.py",
    "stages/documents/layout/reading_order.py",
    "stages/documents/page/boxes.py",
    "stages/documents/page/figures.py",
    "stages/documents/page/fonts.py",
    "stages/documents/page/lines.py",
    "stages/documents/page/measure_text.py",
    "stages/documents/page/vertical_lines.py",
    "stages/documents/pdf/pymupdf_engine.py",
    "stages/documents/pdf/pymupdf_glyphs.py",
    "stages/documents/pdf/pymupdf_layout.py",
    "stages/documents/pdf/pymupdf_marks.py",
    "stages/documents/pdf/pymupdf_reader.py",
    "stages/documents/pdf/pymupdf_scale.py",
    "stages/documents/pdf/pymupdf_text.py",
    "stages/documents/pdf/reader.py",
    "stages/documents/roles.py",
    "stages/documents/sequences/book_flow.py",
    "stages/documents/sequences/figure_evidence.py",
    "stages/documents/sequences/long_document.py",
    "stages/documents/sequences/repeated.py",
    "stages/documents/sequences/sequence.py",
    "stages/embed/embed_image.py",
    "stages/embed/embed_text.py",
    "stages/embed/image_encoder.py",
    "stages/inference/engine.py",
    "stages/inference/row_sampler.py",
    "stages/inference/transformers_engine.py",
    "stages/inference/vllm_engine.py",
    "stages/sandbox_child.py",
    "vlcorpus/api.py",
}


def has_code(path: Path) -> bool:
    """Say whether a module does anything: constants and rows without a method do not."""
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def mirror(module: str) -> str:
    folder, _, file = module.rpartition("/")
    return f"tests/{folder}/test_{file}"


WITH_CODE = [name(path) for path in MODULES if path.stem != "__init__" and has_code(path)]


@pytest.mark.parametrize("module", WITH_CODE)
def test_a_module_has_a_test_of_its_name(module):
    excused = module in TESTED_BY or module in NOT_YET
    assert (ROOT / mirror(module)).is_file() is not excused


def test_no_module_that_is_gone_is_excused():
    assert {*TESTED_BY, *NOT_YET} <= set(WITH_CODE)


def test_the_tests_that_stand_in_are_there():
    assert [test for test in TESTED_BY.values() if not (ROOT / test).is_file()] == []
