"""The two roles that a model plays for documents: it sees regions on a page, and it reads one of them.

Source: the two steps of the Qwen3-VL report §3.2.3, a layout model and region-specific recognition.
"""

from vlcorpus.schemas.page import BlockKind
from vlcorpus.schemas.prompts import Prompt, prompts_of

LAYOUT, REGION_READER = "layout", "region_reader"
_TASKS = {
    BlockKind.FORMULA: "region_formula",
    BlockKind.TABLE: "region_table",
    BlockKind.TEXT: "region_text",
}
PAGE_TASK = "page_regions"
REGION_TASKS = tuple(_TASKS.values())


def region_prompt(kind: BlockKind, lang: str) -> Prompt:
    """Return what a model is asked of a region of this kind on a page in `lang`, so that answers agree."""
    (prompt,) = prompts_of(_TASKS[kind], "zh" if lang == "zh" else "en")
    return prompt


def layout_prompt() -> Prompt:
    """Return what a model is asked of a page, whose language nobody knows yet."""
    (prompt,) = prompts_of(PAGE_TASK)
    return prompt
