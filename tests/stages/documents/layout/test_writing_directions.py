"""Vertical Chinese and Japanese, text in two directions on one page, and newspapers."""

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.stages.documents.drawing import HEIGHT, WIDTH, outline, parse, pdf, write
from vlcorpus.schemas.documents.document import Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.vertical_lines import join_vertical

VERTICAL, HORIZONTAL = "HeiseiMin-W3", "HeiseiKakuGo-W5"  # fonts that every reader has: no file is needed
FIRST = (
    "　吾輩は猫である。名前はまだ無い。どこ",
    "で生れたかとんと見当がつかぬ。何でも薄",
    "暗いじめじめした所で泣いていた。",
)
SECOND = (
    "　この書生というのは時々我々を捕えて煮",
    "て食うという話である。しかしその当時は",
    "何という考もなかった。",
)
LEADING = 18


@pytest.fixture(autouse=True, scope="module")
def fonts():
    pdfmetrics.registerFont(UnicodeCIDFont(VERTICAL, isVertical=True))
    pdfmetrics.registerFont(UnicodeCIDFont(HORIZONTAL))


def columns(canvas: Canvas, x: float, y: float, *lines: str, size: float = 11) -> None:
    """Write lines down from (x, y), one to the left of the other, by a vertical font."""
    canvas.setFont(VERTICAL, size)
    for n, line in enumerate(lines):
        canvas.drawString(x - LEADING * n, y, line)


def stacked(canvas: Canvas, x: float, y: float, *lines: str, size: float = 11) -> None:
    """Write the same as browsers do: each character upright, the pen moved down."""
    canvas.setFont(HORIZONTAL, size)
    for n, line in enumerate(lines):
        for m, char in enumerate(line):
            canvas.drawString(x - LEADING * n, y - size * (m + 0.88), char)


def texts(content: bytes) -> list[str]:
    return [block.text for block in parse(content).tree.blocks]


def joined(*lines: str) -> str:
    return "".join(lines).strip()


@pytest.mark.parametrize("draw", [columns, stacked])
def test_columns_of_characters_are_read_down_and_from_right_to_left(draw):
    page = parse(pdf(lambda canvas: draw(canvas, 500, 700, *FIRST, *SECOND)))
    assert [block.text for block in page.tree.blocks] == [joined(*FIRST), joined(*SECOND)]
    first, second = page.boxes_px
    assert second.x2 < first.x1
    assert page.parse.word_recall == 1
    assert page.lang == "ja"


def test_the_box_is_where_the_ink_is():
    page = parse(pdf(lambda canvas: columns(canvas, 500, 700, *(line[1:] for line in FIRST))))
    (box,) = page.boxes_px
    assert box.y1 == pytest.approx((HEIGHT - 700) * page.height_px / HEIGHT, abs=1)
    assert box.x2 == pytest.approx((500 + 11 / 2) * page.width_px / WIDTH, abs=1)


def test_tiers_of_a_vertical_page_are_read_one_below_the_other():
    def draw(canvas):
        columns(canvas, 500, 400, *SECOND)
        columns(canvas, 500, 700, *FIRST)

    assert texts(pdf(draw)) == [joined(*FIRST), joined(*SECOND)]


def test_a_vertical_heading_is_a_title():
    def draw(canvas):
        columns(canvas, 500, 700, "第一章 朝", size=18)
        columns(canvas, 460, 700, *FIRST, *SECOND)

    blocks = parse(pdf(draw)).tree.blocks
    assert [(str(b.kind), b.text) for b in blocks[:1]] == [("title", "第一章 朝")]
    assert [b.text for b in blocks[1:]] == [joined(*FIRST), joined(*SECOND)]


def test_a_horizontal_title_comes_before_the_columns_under_it():
    def draw(canvas):
        columns(canvas, 500, 700, *FIRST, *SECOND)
        write(canvas, 72, 740, "夏目漱石の小説", size=20, font=HORIZONTAL)

    assert texts(pdf(draw)) == ["夏目漱石の小説", joined(*FIRST), joined(*SECOND)]


def test_a_vertical_page_has_its_furniture_above_and_below():
    def draw(canvas):
        columns(canvas, 500, 700, *FIRST, *SECOND, *FIRST)
        write(canvas, 72, 800, "猫の研究", size=8, font=HORIZONTAL)
        write(canvas, 290, 30, "12", font=HORIZONTAL)

    kinds = [kind for kind, _ in outline(pdf(draw))]
    assert kinds == ["header", "text", "text", "text", "page_number"]


def test_a_vertical_box_on_a_horizontal_page_is_read_as_a_whole():
    def draw(canvas):
        for y, text in ((700, "横書きの文章はここから始まる。"), (400, "横書きの文章はここで終わる。")):
            write(canvas, 72, y, *[text] * 8, font=HORIZONTAL)
        stacked(canvas, 200, 580, *(line[:8] for line in FIRST))

    blocks = texts(pdf(draw))
    assert blocks[1] == joined(*(line[:8] for line in FIRST))
    assert [text[:4] for text in blocks] == ["横書きの", "吾輩は猫", "横書きの"]


def test_verses_stay_lines():
    verses = (
        "一行目の短い詩",
        "二行目はもう少し長い詩",
        "三行目の詩",
        "四行目の詩の終わり",
        "五行目の詩がこの頁で一番長いのである",
    )
    assert texts(pdf(lambda canvas: columns(canvas, 500, 700, *verses))) == ["\n".join(verses)]


def piece(text: str, y: float, *, x: float = 100.0, size: float = 20.0, turn: int = 0) -> TextLine:
    """Return a character, or a word on its side, as an engine gives it."""
    height = size if turn == 0 else size / 2 * len(text)
    box = BoxPx(x, y, x + size, y + height)
    return TextLine(box, (Span(text, box, size, "Mincho"),), turn)


def stack(text: str, y: float = 0.0, **place: float) -> list[TextLine]:
    size = place.get("size", 20.0)
    return [piece(char, y + size * n, **place) for n, char in enumerate(text)]


def test_latin_words_on_their_side_and_upright_numbers_belong_to_the_column():
    pieces = [
        *stack("彼は"),
        piece("London", 42, turn=1),
        *stack("で", 105),
        piece("12", 125),
        *stack("年", 145),
    ]
    (line,) = join_vertical(pieces)
    assert (line.text, line.turn) == ("彼はLondonで12年", 1)
    assert line.box == BoxPx(100, 0, 120, 165)


def test_marks_that_share_a_box_keep_their_order():
    comma, bracket = piece("、", 40), piece("「", 40.5)
    (line,) = join_vertical([*stack("朝は"), bracket, comma, *stack("猫", 60)])
    assert line.text == "朝は、「猫"


def test_vertical_forms_are_written_as_what_they_are():
    (line,) = join_vertical(stack("彼は﹁猫﹂"))
    assert line.text == "彼は「猫」"


def test_ruby_follows_its_characters_in_brackets():
    (line,) = join_vertical([*stack("吾輩は猫"), *stack("わがはい", x=121, size=10)])
    assert line.text == "吾輩（わがはい）は猫"
    assert line.box == BoxPx(100, 0, 120, 80)


@pytest.mark.parametrize(("pitch", "n_lines"), [(22, 1), (30, 4)])
def test_cells_of_a_table_are_no_column(pitch, n_lines):
    cells = [piece(char, pitch * n) for n, char in enumerate("男女女男")]
    assert len(join_vertical(cells)) == n_lines


def test_latin_on_its_side_stays_as_it_is():
    lines = [piece("a label", 0, turn=1), piece("an axis", 100, turn=1)]
    assert join_vertical(lines) == lines


def test_a_column_of_digits_is_none():
    lines = stack("123456")
    assert join_vertical(lines) == lines


def story(canvas: Canvas, word: str, x: float, y: float, n_columns: int) -> None:
    write(canvas, x, y, f"Story {word} " + "of the day" * (n_columns > 1), size=15)
    for n in range(n_columns):
        write(canvas, x + 92 * n, y - 20, *[f"{word}{n} river and more"] * 6, size=8)


def test_stories_side_by_side_are_read_one_after_the_other():
    def draw(canvas):
        story(canvas, "fourth", 298, 600, 3)
        story(canvas, "third", 22, 600, 3)
        story(canvas, "second", 390, 750, 2)
        story(canvas, "first", 22, 750, 4)

    words = [text.split(" ")[0] for text in texts(pdf(draw))]
    found = [word for word in words if word != "Story"]
    assert [word[:-1] for word in found] == ["first"] * 4 + ["second"] * 2 + ["third"] * 3 + ["fourth"] * 3
