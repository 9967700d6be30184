"""What a page is written as, and whose prompts ask for it."""

import pytest

from tests.stages.documents.pages import block, page
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.qwenvl.html import HtmlClasses
from vlcorpus.stages.documents.page_formats import prompts_for, write_page

TITLE = block("title", (100, 100, 300, 130), "A heading")


@pytest.mark.parametrize("name", ["doc_html", "longdoc_html", "doc_markdown", "longdoc_markdown"])
@pytest.mark.parametrize("classes", HtmlClasses)
def test_a_format_is_written_and_there_are_prompts_for_it(name, classes):
    text = write_page(page(TITLE).tree, name, furniture=True, classes=classes)
    assert text.startswith("<html>") is name.endswith("_html")
    assert ('class="title"' in text) is (name.endswith("_html") and classes is HtmlClasses.FULL)
    assert prompts_of(prompts_for(name, classes))


def test_what_asks_for_full_classes_never_asks_for_those_of_qwen():
    qwen, full = ({prompt.text for prompt in prompts_of(name)} for name in ("doc_html", "doc_html_full"))
    assert qwen.isdisjoint(full)
