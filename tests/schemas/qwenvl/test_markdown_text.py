"""Plain text inside Markdown: escaped where it would be read as markup, and nowhere else."""

import pytest
from hypothesis import given

from tests.schemas.page_trees import texts
from vlcorpus.schemas.inline import unmarked
from vlcorpus.schemas.qwenvl.markdown import parse_markdown
from vlcorpus.schemas.qwenvl.markdown_text import (
    escape_inline,
    escape_lines,
    join_lines,
    split_item,
    unescape,
)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# a", r"\# a"),
        ("- a\n* b\n+ c", "\\- a\n\\* b\n\\+ c"),
        ("1. a\n2) b", "1\\. a\n2\\) b"),
        ("> a", r"\> a"),
        ("---", r"\---"),
        ("a\n===", "a\n\\==="),
        ("```", r"\`\`\`"),
        ("~~~", r"\~\~\~"),
        ("|a|", r"\|a|"),
        ("a *b* c", r"a \*b\* c"),
        ("_a_", r"\_a\_"),
        ("__init__", r"\_\_init\_\_"),
        ("`a`", r"\`a\`"),
        ("$5 and $6", r"\$5 and \$6"),
        ("$$", r"\$\$"),
        ("[a](b)", r"[a]\(b)"),
        ("[a]: b", r"\[a]: b"),
        ("x <b> y", r"x \<b> y"),
        ("<div", r"\<div"),
        ("&amp;", r"\&amp;"),
        (r"\*", r"\\*"),
        ("a\\\nb\\", "a\\\\\nb\\\\"),
        ("<!-- Image (1, 2, 3, 4) -->", r"\<!-- Image (1, 2, 3, 4) -->"),
    ],
)
def test_what_markdown_would_take_for_markup_is_escaped(text, escaped):
    assert escape_lines(text) == escaped
    assert parse_markdown(escaped).blocks[0].text == text


@given(texts())
def test_only_ascii_punctuation_is_ever_escaped(text):
    assert escape_inline(unmarked(text)).replace("\\", "") == unmarked(text).replace("\\", "")


@pytest.mark.parametrize(
    ("line", "item"),
    [
        *[
            ("• a", ("-", "a")),
            ("-", ("-", "")),
            ("12. a", ("12.", "a")),
            ("3)a", ("-", "3)a")),
            ("a", ("-", "a")),
        ],
        *[("–\u3000a", ("-", "a")), ("-a", ("-", "-a"))],
    ],
)
def test_a_list_line_is_a_mark_and_a_text(line, item):
    assert split_item(line) == item


def test_chinese_lines_join_without_a_space_and_latin_ones_with_one():
    assert join_lines("营业\n收入") == "营业收入"
    assert join_lines("net\nsales") == "net sales"
    assert join_lines("매출\n실적") == "매출 실적"
    assert join_lines("收入\nnet") == "收入 net"


@given(texts())
def test_what_was_escaped_comes_back(text):
    assert unescape(escape_inline(text)) == text
