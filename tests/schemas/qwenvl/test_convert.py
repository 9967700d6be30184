"""HTML becomes Markdown by way of the page tree."""

import pytest
from hypothesis import given

from tests.schemas.page_trees import trees
from vlcorpus.schemas.qwenvl.convert import html_to_markdown
from vlcorpus.schemas.qwenvl.html import project_html, write_html
from vlcorpus.schemas.qwenvl.markdown import write_markdown
from vlcorpus.schemas.qwenvl.scan import FormatError


@given(trees())
def test_the_converter_says_what_the_tree_says(tree):
    assert html_to_markdown(write_html(tree)) == write_markdown(project_html(tree))


def test_what_is_no_page_is_refused():
    with pytest.raises(FormatError):
        html_to_markdown("<p>Hello</p>")
