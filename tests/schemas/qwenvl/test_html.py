import pytest
from hypothesis import given

from tests.schemas.page_trees import trees
from vlcorpus.schemas.geometry import Box1000
from vlcorpus.schemas.page import Block, BlockKind, Cell, PageTree, TableGrid
from vlcorpus.schemas.qwenvl.html import HtmlClasses, parse_html, project_html, write_html
from vlcorpus.schemas.qwenvl.scan import FormatError

BOX = Box1000(1, 2, 3, 4)
EXPRESSIBLE = (BlockKind.TEXT, BlockKind.TABLE, BlockKind.IMAGE, BlockKind.FORMULA)

# Qwen3-VL's saved output, docs/formats.md §5.3, with the cells that page leaves out filled in.
SAVED_OUTPUT = """\
<html><body><div class="image" data-bbox="104 29 455 75"></div>
<div class="text" data-bbox="91 101 346 127">宇通客车 (600066)</div>
<div class="table" data-bbox="108 298 386 446"><table><tr><td>行业</td><td>汽车和汽车零部件</td></tr>\
</table></div>
<div class="table" data-bbox="409 765 932 930"><table><thead><tr><th></th><th>2015A</th></tr></thead>\
<tbody><tr><td>营业收入(百万元)</td><td>31211</td></tr></tbody></table></div>
<div class="text" data-bbox="766 52 928 89">汽车和汽车零部件
2017 年 08 月 05 日</div></body></html>"""


def page(*blocks: str) -> str:
    return "<html><body>" + "\n".join(blocks) + "</body></html>"


def table(inside: str) -> str:
    return page(f'<div class="table" data-bbox="1 2 3 4"><table>{inside}</table></div>')


@given(trees(EXPRESSIBLE).map(project_html))
def test_a_tree_of_the_format_comes_back_equal(tree):
    assert parse_html(write_html(tree)) == tree


@given(trees())
def test_any_tree_comes_back_as_its_projection(tree):
    assert parse_html(write_html(tree)) == project_html(tree) == project_html(project_html(tree))


@given(trees())
def test_writing_what_was_parsed_gives_the_same_text(tree):
    text = write_html(tree)
    assert write_html(parse_html(text)) == text


@given(trees())
def test_with_full_classes_every_kind_comes_back(tree):
    full = {"classes": HtmlClasses.FULL}
    projected = project_html(tree, **full)
    assert parse_html(write_html(tree, **full)) == projected
    assert [(b.kind, b.level, b.box) for b in projected.blocks] == [
        (b.kind, b.level, b.box) for b in tree.blocks
    ]


def test_qwens_saved_output_parses_and_is_written_again():
    tree = parse_html(SAVED_OUTPUT)
    assert [block.kind for block in tree.blocks] == ["image", "text", "table", "table", "text"]
    assert tree.blocks[4].text == "汽车和汽车零部件\n2017 年 08 月 05 日"
    assert tree.blocks[3].table.n_header_rows() == 1
    assert write_html(tree) == SAVED_OUTPUT


def test_an_empty_page_is_an_empty_body():
    assert write_html(PageTree()) == "<html><body></body></html>"
    assert parse_html("<html><body></body></html>") == PageTree()


def test_kinds_without_a_class_are_text():
    blocks = [
        Block(BlockKind.TITLE, BOX, "Title", level=2),
        Block(BlockKind.LIST, BOX, "• one\n• two"),
        Block(BlockKind.CODE, BOX, "    if x:\n\n        y"),
    ]
    assert write_html(PageTree(tuple(blocks))) == page(
        '<div class="text" data-bbox="1 2 3 4">Title</div>',
        '<div class="text" data-bbox="1 2 3 4">• one\n• two</div>',
        '<div class="text" data-bbox="1 2 3 4">if x:\n        y</div>',
    )


def test_full_classes_say_the_kind_and_the_level():
    blocks = (Block(BlockKind.TITLE, BOX, "Title", level=2), Block(BlockKind.PAGE_NUMBER, BOX, "7"))
    assert write_html(PageTree(blocks), classes=HtmlClasses.FULL) == page(
        '<div class="title" data-level="2" data-bbox="1 2 3 4">Title</div>',
        '<div class="page_number" data-bbox="1 2 3 4">7</div>',
    )


def test_furniture_is_left_out_on_request():
    tree = PageTree((Block(BlockKind.HEADER, BOX, "head"), Block(BlockKind.FOOTNOTE, BOX, "note")))
    assert "head" in write_html(tree)
    assert write_html(tree, furniture=False) == page('<div class="text" data-bbox="1 2 3 4">note</div>')


def test_markup_in_text_is_escaped():
    tree = PageTree((Block(BlockKind.TEXT, BOX, '</div> & "x" &amp;'),))
    assert '>&lt;/div&gt; &amp; "x" &amp;amp;</div>' in write_html(tree)


def test_spans_header_rows_and_line_breaks_of_a_table():
    cells = (
        Cell(0, 0, "a", rowspan=2, header=True),
        Cell(0, 1, "b", colspan=2, header=True),
        Cell(1, 1, "c", header=True),
        Cell(1, 2, "d", header=True),
        Cell(2, 0, "row", header=True),
        Cell(2, 1, "two\nlines", colspan=2),
    )
    tree = PageTree((Block(BlockKind.TABLE, BOX, table=TableGrid(3, 3, cells)),))
    assert write_html(tree) == table(
        '<thead><tr><th rowspan="2">a</th><th colspan="2">b</th></tr><tr><th>c</th><th>d</th></tr></thead>'
        '<tbody><tr><th>row</th><td colspan="2">two<br>lines</td></tr></tbody>'
    )


def test_a_block_without_a_box_cannot_be_written():
    with pytest.raises(ValueError, match="no box"):
        write_html(PageTree((Block(BlockKind.TEXT, None, "x"),)))


TEXT = '<div class="text" data-bbox="1 2 3 4">x</div>'


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("```html\n<html><body></body></html>\n```", 0, "<html><body>"),
        (page(TEXT) + "\n", 71, "the end"),
        (page(TEXT + TEXT), 57, r"\\n"),
        (page(TEXT + "\n"), 58, "<div class"),
        (page('<div class="chart" data-bbox="1 2 3 4"></div>'), 12, "title|text|list|table"),
        (page('<div class="title" data-bbox="1 2 3 4">x</div>'), 12, "level of 1..6"),
        (page('<div class="text" data-level="1" data-bbox="1 2 3 4">x</div>'), 12, "has a level"),
        (page('<div class="text" data-bbox="1, 2, 3, 4">x</div>'), 12, "data-bbox"),
        (page('<div class="text" data-bbox="1 2 3 1000">x</div>'), 12, "data-bbox"),
        (page('<div class="text" data-bbox="3 2 3 4">x</div>'), 12, "x1 < x2"),
        (page('<div class="text" data-bbox="01 2 3 4">x</div>'), 41, "1 2 3 4"),
        (page('<div class="text" data-bbox="1 2 3 4"> x</div>'), 12, "white space"),
        (page('<div class="text" data-bbox="1 2 3 4"></div>'), 12, "no text"),
        (page('<div class="image" data-bbox="1 2 3 4">x</div>'), 12, "has no text"),
        (page('<div class="text" data-bbox="1 2 3 4"><p>x</p></div>'), 50, "</div>"),
        (page('<div class="text" data-bbox="1 2 3 4">a > b</div>'), 52, "&gt; b"),
        (page('<div class="text" data-bbox="1 2 3 4">&nbsp;x</div>'), 51, "amp;nbsp"),
        ("<html><body>" + TEXT, 57, r"\\n"),
        (table("<tr><td>a</td></tr><tr></tr>"), 51, "do not cover"),
        (table("<tr><td>a</td></tr><tr><td>b</td><td>c</td></tr>"), 51, "wider"),
        (table('<tr><td rowspan="2">a</td></tr>'), 51, "below the last"),
        (table('<tr><td rowspan="1">a</td></tr>'), 65, ">a</td>"),
        (table("<tbody><tr><td>a</td></tr></tbody>"), 58, "</table>"),
        (table("<tr><th>a</th></tr>"), 60, "head>"),
        (table("<tr><td>a\nb</td></tr>"), 67, "<br>"),
        (table("<tr><td>a</th></tr>"), 67, "</td>"),
        (table(""), 51, "do not cover"),
    ],
)
def test_anything_else_is_refused_where_it_stands(text, position, expected):
    with pytest.raises(FormatError, match=expected.replace("|", r"\|")) as caught:
        parse_html(text)
    assert caught.value.position == position
