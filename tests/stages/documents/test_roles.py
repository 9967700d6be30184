"""What a model is asked of a page and of a region."""

import pytest

from vlcorpus.schemas.page import BlockKind
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.stages.documents.roles import REGION_TASKS, layout_prompt, region_prompt


@pytest.mark.parametrize(
    ("kind", "task"),
    [
        (BlockKind.TEXT, "region_text"),
        (BlockKind.TABLE, "region_table"),
        (BlockKind.FORMULA, "region_formula"),
    ],
)
@pytest.mark.parametrize(("lang", "asked_in"), [("en", "en"), ("zh", "zh"), ("de", "en"), ("und", "en")])
def test_a_region_is_asked_about_by_its_kind_and_its_language(kind, task, lang, asked_in):
    (prompt,) = prompts_of(task, asked_in)
    assert region_prompt(kind, lang) == prompt
    assert task in REGION_TASKS


def test_every_region_has_a_question_of_its_own():
    kinds = (BlockKind.TEXT, BlockKind.TABLE, BlockKind.FORMULA)
    asked = {region_prompt(kind, lang).sha256 for kind in kinds for lang in ("en", "zh")}
    assert len(asked | {layout_prompt().sha256}) == 7


@pytest.mark.parametrize("kind", [BlockKind.IMAGE, BlockKind.TITLE])
def test_what_no_model_reads_has_no_question(kind):
    with pytest.raises(KeyError):
        region_prompt(kind, "en")
