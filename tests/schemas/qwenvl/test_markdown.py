import pytest
from hypothesis import given

from tests.schemas.page_trees import trees
from vlcorpus.schemas.geometry import Box1000
from vlcorpus.schemas.page import Block, BlockKind, Cell, PageTree, TableGrid
from vlcorpus.schemas.qwenvl.markdown import parse_markdown, project_markdown, write_markdown
from vlcorpus.schemas.qwenvl.scan import FormatError

BOX = Box1000(58, 69, 928, 339)
GRID = TableGrid(1, 2, (Cell(0, 0, "a", header=True), Cell(0, 1, "b")))


def markdown_of(kind: BlockKind, text: str, **values) -> str:
    return write_markdown(PageTree((Block(kind, BOX, text, **values),)))


@given(trees())
def test_any_tree_comes_back_as_its_projection(tree):
    assert parse_markdown(write_markdown(tree)) == project_markdown(tree)


@given(trees().map(project_markdown))
def test_a_tree_of_the_format_comes_back_equal(tree):
    assert project_markdown(tree) == tree
    assert parse_markdown(write_markdown(tree)) == tree


@given(trees())
def test_writing_what_was_parsed_gives_the_same_text(tree):
    text = write_markdown(tree)
    assert write_markdown(parse_markdown(text)) == text


def test_a_page_of_every_kind():
    tree = PageTree(
        (
            Block(BlockKind.HEADER, BOX, "Annual report"),
            Block(BlockKind.TITLE, BOX, "1. Results\nof 2015", level=2),
            Block(BlockKind.IMAGE, Box1000(115, 270, 475, 495)),
            Block(BlockKind.CAPTION, BOX, "Figure 1. Net sales"),
            Block(BlockKind.TABLE, BOX, table=GRID),
            Block(BlockKind.LIST, BOX, "• one\n2) two\nthree"),
            Block(BlockKind.FORMULA, BOX, "E = mc^2"),
            Block(BlockKind.CODE, BOX, "if x:\n\n    y"),
        )
    )
    text = """\
## 1. Results of 2015

<!-- Image (115, 270, 475, 495) -->

Figure 1. Net sales

<!-- Table (58, 69, 928, 339) -->
\\begin{tabular}{|l|l|}
\\hline
\\textbf{a} & b \\\\
\\hline
\\end{tabular}

- one
2) two
- three

$$
E = mc^2
$$

```
if x:

    y
```"""
    assert write_markdown(tree, furniture=False) == text
    assert write_markdown(tree) == "Annual report\n\n" + text
    assert [block.box is None for block in parse_markdown(text).blocks] == [True, False, True, False] + [
        True
    ] * 3


@pytest.mark.parametrize(
    "comment",
    [  # saved outputs of Qwen3-VL, docs/formats.md §5.4
        "<!-- Image (115, 270, 475, 495) -->",
        "<!-- Image (140, 270, 822, 493) -->",
    ],
)
def test_qwens_saved_image_comments_parse_and_are_written_again(comment):
    tree = parse_markdown(comment)
    assert tree.blocks[0].kind is BlockKind.IMAGE
    assert write_markdown(tree) == comment


def test_qwens_saved_table_comment_stands_right_before_the_tabular():
    rows = "\n".join([r"\hline", r"\textbf{a} & b & c \\", r"\hline"])
    text = f"<!-- Table (58, 69, 928, 339) -->\n\\begin{{tabular}}{{|l|l|l|}}\n{rows}\n\\end{{tabular}}"
    assert parse_markdown(text).blocks[0].box == BOX
    assert write_markdown(parse_markdown(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        *[
            "5 * 3",
            "a * b * c",
            "$5",
            "snake_case_name",
            "Name: ______ Date: ______",
            "see footnote*",
            "a < b > c",
        ],
        *["AT&T", r"C:\dir", "[1] Knuth", "f(x)[i]", "-5 °C", "1.5 m", "#tag", "50% ~ 60%", "x_i + y_j"],
    ],
)
def test_what_markdown_shows_as_it_is_stays_as_it_is(text):
    assert markdown_of(BlockKind.TEXT, text) == text


def test_the_hashes_that_would_close_a_heading_are_escaped():
    assert markdown_of(BlockKind.TITLE, "in C #", level=3) == r"### in C \#"
    assert markdown_of(BlockKind.TITLE, "in C#", level=3) == "### in C#"


def test_a_fence_is_longer_than_any_in_the_code():
    assert markdown_of(BlockKind.CODE, "a\n````\nb") == "`````\na\n````\nb\n`````"


def test_dollars_inside_a_formula_cannot_close_it():
    assert markdown_of(BlockKind.FORMULA, r"\text{$$$}") == "$$\n\\text{$ $ $}\n$$"


@pytest.mark.parametrize("kind", [BlockKind.IMAGE, BlockKind.TABLE])
def test_an_image_or_a_table_without_a_box_cannot_be_written(kind):
    block = Block(kind, None, table=GRID if kind is BlockKind.TABLE else None)
    with pytest.raises(ValueError, match="no box"):
        write_markdown(PageTree((block,)))


TABULAR = "\\begin{tabular}{|l|}\n\\hline\na \\\\\n\\hline\n\\end{tabular}"


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("a\n\n\nb", 3, "valid block"),
        ("a\n\n", 1, "another block"),
        ("\na", 0, "valid block"),
        ("a ", 0, "valid block"),
        ("#a\n\n# b\nc", 4, r"\\# b"),
        ("a *b* c", 2, r"\\\*b"),
        (r"\a \- b", 3, "- b"),
        ("* a", 0, r"\\"),
        ("-  a", 2, "a"),
        ("<!-- Image (1, 2, 3, 4) --> a", 27, "blank line"),
        ("<!-- Image (1,2,3,4) -->", 0, r"\\"),
        ("<!-- Image (3, 2, 1, 4) -->", 0, "x1 < x2"),
        ("<!-- Image (1, 2, 3, 1000) -->", 0, r"\\"),
        ("<!-- Table (1, 2, 3, 4) -->\n\n" + TABULAR, 27, "line after"),
        ("x\n\n<!-- Table (1, 2, 3, 4) -->\n" + TABULAR.replace("a ", "5% "), 59, "bare LaTeX"),
        ("```\na\n", 6, "closing fence"),
        ("```python\na\n```", 3, r"\\n"),
        ("```markdown\n# a\n```", 3, r"\\n"),
        ("$$\n$$", 0, r"\\\$"),
    ],
)
def test_anything_else_is_refused_where_it_stands(text, position, expected):
    with pytest.raises(FormatError, match=expected) as caught:
        parse_markdown(text)
    assert caught.value.position == position


def test_an_empty_page_is_an_empty_text():
    assert write_markdown(PageTree()) == ""
    assert parse_markdown("") == PageTree()
