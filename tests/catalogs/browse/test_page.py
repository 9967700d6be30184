"""The page, looked at in headless Chromium."""

import socket
import threading
from dataclasses import replace

import pytest

from tests.catalogs.browse.chromium import Browser, headless_chromium
from tests.factories import kept_only, png, rejection, sample, write_corpus
from vlcorpus.catalogs.browse.page import build_page
from vlcorpus.schemas.geometry import Box1000
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.page import Block, BlockKind, Cell, PageTree, TableGrid
from vlcorpus.schemas.qwenvl.markdown import write_markdown
from vlcorpus.schemas.sample import Message, Part, SceneObject

pytestmark = pytest.mark.browser

TWO_BLOCKS = (
    '<html><body><div class="text" data-bbox="100 50 900 150">Erste Zeile</div>\n'
    '<div class="table" data-bbox="100 200 500 400"><table><tr><td colspan="2">a</td></tr></table></div>'
    "</body></html>"
)
MARKDOWN = (
    "# Title\n\n<!-- Table (100, 200, 500, 400) -->\n\\begin{tabular}{|l|l|}\n\\hline\n"
    "\\multicolumn{2}{|c|}{\\textbf{Head}} \\\\\n\\hline\n"
    "\\multirow{2}{*}{a \\& b} & 1 \\\\\n & 2 \\\\\n\\hline\n"
    "\\end{tabular}\n\n**bold** and $x^2$"
)


def page_of(key: str, answer: str, **changes):
    objects = [
        SceneObject(image=0, kind="box", label="text", bbox_px=[100.0, 100.0, 900.0, 300.0]),
        SceneObject(image=0, kind="box", label="table", bbox_px=[100.0, 400.0, 500.0, 800.0]),
    ]
    info = ImageInfo(width_px=1000, height_px=2000, sha256="0" * 64, format="PNG")
    image = Image(bytes=png(1000, 2000, "#eef"), path="page.png")
    return sample(key, answer=answer, objects=objects, images=[image], image_info=[info], **changes)


@pytest.fixture(scope="module")
def browser():
    with headless_chromium() as running:
        yield running


@pytest.fixture
def show(browser, tmp_path):
    """Return a function that writes a corpus, builds its page and opens it at an address inside the page."""

    def open_page(samples, rejections=(), at: str = "", **options) -> Browser:
        write_corpus(tmp_path / "corpus", [(list(samples), list(rejections))])
        page = tmp_path / "page.html"
        page.write_text(build_page([str(tmp_path / "corpus")], **options), encoding="utf-8")
        browser.open(f"{page.as_uri()}{at}")
        return browser

    yield open_page
    assert browser.console() == []


def cards(browser: Browser) -> list[str]:
    return browser.texts("[data-uid] .key .name")


def test_every_row_has_a_card_and_its_image_with_boxes(show):
    page = show([page_of("a.pdf#page=1", TWO_BLOCKS), page_of("b.pdf#page=1", TWO_BLOCKS)])
    assert cards(page) == ["a.pdf", "b.pdf"]
    assert page.count(".card img") == 2
    assert page.count(".card .mark") == 4


def test_the_card_of_a_row_of_text_shows_its_question_and_its_answer(show):
    asked = Message(role="user", content=[Part(type="text", text="How many sheep?")])
    answered = Message(role="assistant", content=[Part(type="text", text="Seven")], train=True)
    row = sample("a.json#1", messages=[asked, answered], images=[], image_info=[], objects=[])
    page = show([row])
    assert page.texts(".card .text-only") == ["How many sheep?"]
    assert page.texts(".card .snippet") == ["Seven"]


def test_boxes_lie_where_the_objects_are(show):
    row = page_of("a.pdf#page=1", TWO_BLOCKS)
    page = show([row], at=f"#{row.id}")
    assert page.texts(".stage .mark text") == ["1", "2"]
    rectangles = page.run(
        "return [...document.querySelectorAll('.stage .mark > rect')]"
        ".map(r => ['x', 'y', 'width', 'height'].map(name => r.getAttribute(name)))"
    )
    assert rectangles == [["10%", "5%", "80%", "10%"], ["10%", "20%", "40%", "20%"]]
    on_screen = page.run(
        "const [frame, box] = ['.stage .frame img', '.stage .mark > rect']"
        ".map(s => document.querySelector(s).getBoundingClientRect());"
        "return [(box.x - frame.x) / frame.width, (box.y - frame.y) / frame.height, box.width / frame.width]"
    )
    assert on_screen == pytest.approx([0.1, 0.05, 0.8], abs=0.005)


def test_the_mouse_on_a_box_lights_its_element_and_back(show):
    row = page_of("a.pdf#page=1", TWO_BLOCKS)
    page = show([row], at=f"#{row.id}")
    page.point_at(".stage .mark[data-label=table] > rect")
    assert page.texts(".text-pane .lit") == ["a"]
    page.point_at(".text-pane .element")
    assert page.run("return document.querySelector('.stage .lit').dataset.label") == "text"


def test_a_box_that_only_the_answer_has_is_drawn_dashed(show):
    row = replace(page_of("a.pdf#page=1", TWO_BLOCKS), objects=[])
    page = show([row], at=f"#{row.id}")
    assert page.count(".stage .mark.ghost") == 2


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("#kind=sample&task=doc_markdown", ["b.pdf"]),
        ("#kind=sample&task=doc_markdown&task=doc_html", ["a.pdf", "b.pdf"]),
        ("#kind=sample&domain=ocr", []),
        ("#kind=sample&q=ERSTE", ["a.pdf"]),
        ("#kind=reject&reason=pdf_encrypted", ["locked.pdf"]),
        ("#kind=reject&q=xref", ["broken.pdf"]),
    ],
)
def test_the_address_filters(show, at, shown):
    samples = [page_of("a.pdf", TWO_BLOCKS), page_of("b.pdf", MARKDOWN, task="doc_markdown")]
    rejects = [rejection("broken.pdf"), rejection("locked.pdf", "pdf_encrypted", detail="password")]
    assert cards(show(samples, rejects, at=at)) == shown


def test_a_chip_filters_and_its_counts_follow(show):
    page = show([page_of("a.pdf", TWO_BLOCKS), page_of("b.pdf", MARKDOWN, task="doc_markdown", domain="ocr")])
    page.click('[data-facet=task] [data-value="doc_markdown"]')
    assert cards(page) == ["b.pdf"]
    assert page.texts('[data-facet=domain] [data-value="documents"] b') == ["0"]
    assert page.texts('[data-facet=domain] [data-value="documents"] .muted') == ["1"]
    assert "task=doc_markdown" in page.run("return location.hash")


def test_sixty_cards_a_page(show):
    page = show(
        [sample(f"{n:03}.pdf", images=[], image_info=[], objects=[]) for n in range(70)], at="#page=2"
    )
    assert len(cards(page)) == 10


def test_the_keyboard_steps_opens_and_closes(show):
    page = show([page_of("a.pdf", TWO_BLOCKS), page_of("b.pdf", MARKDOWN)])
    for key in ("j", "j", "Enter"):
        page.press(key)
    assert page.texts(".detail .key .name") == ["b.pdf"]
    page.press("k")
    assert page.texts(".detail .key .name") == ["a.pdf"]
    page.press("b")
    assert page.run("return getComputedStyle(document.querySelector('.stage .mark')).display") == "none"
    page.press("3")
    assert page.texts(".panel .exact") == [TWO_BLOCKS]
    page.press("Escape")
    assert page.count(".detail") == 0


def test_a_latex_table_becomes_a_table_with_its_spans(show):
    row = page_of("b.pdf", MARKDOWN, task="doc_markdown")
    page = show([row], at=f"#{row.id}")
    spans = page.run(
        "return [...document.querySelectorAll('.panel td')].map(c => [c.textContent, c.colSpan, c.rowSpan])"
    )
    assert spans == [["Head", 2, 1], ["a & b", 1, 2], ["1", 1, 1], ["2", 1, 1]]
    assert page.texts(".panel h1") == ["Title"]
    assert page.texts(".panel b") == ["Head", "bold"]
    assert page.count('.panel [data-key="o1"] table') == 1


def test_what_the_markdown_writer_escapes_reads_as_it_was(show):
    texts = [
        r"1) not *a* list, 5 < 6 & <b>tag</b>, a_b_c, $5 and $6, `x`, ~~no~~, [l](u), back\slash, &amp;",
        "# no heading\n- no item\n| no | table |\n|---|---|",
    ]
    cells = [["a & b", r"50 % of $x_1^2$ \ {y} ~ #1"], ["two\nlines", "[brackets] *stars*"], ["", "]}{["]]
    grid = TableGrid(
        4,
        2,
        (
            Cell(0, 0, "wide", colspan=2, header=True),
            *(Cell(r, c, text) for r, row in enumerate(cells, 1) for c, text in enumerate(row)),
        ),
    )
    blocks = [Block(BlockKind.TEXT, None, text) for text in texts]
    tree = PageTree((*blocks, Block(BlockKind.TABLE, Box1000(1, 2, 3, 4), table=grid)))
    row = page_of("b.pdf", write_markdown(tree), task="doc_markdown")
    page = show([row], at=f"#{row.id}")
    assert page.texts(".markdown > p") == texts
    assert page.texts(".markdown td") == ["wide", *(text for row in cells for text in row)]


def test_a_json_answer_points_at_its_boxes(show):
    answer = '```json\n[\n\t{"bbox_2d": [100, 50, 900, 150], "label": "cat"}\n]\n```'
    row = page_of("a.png", answer, task="ground_box")
    page = show([row], at=f"#{row.id}")
    assert page.texts('.items tr[data-key="o0"] td') == ["1", "[100,50,900,150]", "cat"]


def test_the_layout_view_sets_elements_at_their_boxes(show):
    row = page_of("a.pdf", TWO_BLOCKS)
    page = show([row], at=f"#id={row.id}&tab=layout")
    places = page.run(
        "return [...document.querySelectorAll('.place')].map(p => [p.style.left, p.style.top, p.style.width])"
    )
    assert places == [["10%", "5%", "80%"], ["10%", "20%", "40%"]]


def test_arabic_runs_from_the_right_and_english_beside_it_does_not(show):
    blocks = (
        '<div class="text" data-bbox="100 50 900 150">مرحبا بالعالم</div>',
        '<div class="text" data-bbox="100 200 500 400">Hello, world</div>',
    )
    row = page_of("a.pdf", f"<html><body>{''.join(blocks)}</body></html>", lang=["ar"])
    page = show([row], at=f"#{row.id}")
    directions = page.run(
        "return [...document.querySelectorAll('.element')].map(n => getComputedStyle(n).direction)"
    )
    assert directions == ["rtl", "ltr"]


def test_a_reject_says_why_and_folds_its_traceback(show):
    crash = "KeyError: 'box'\nTraceback (most recent call last):\n  File \"a.py\", line 1\nKeyError: 'box'"
    row = rejection("a.pdf", "error:KeyError", detail=crash)
    row.image = Image(bytes=png())
    page = show([], [row], at=f"#{row.id}")
    assert page.texts(".rejection-text .reason") == ["error:KeyError in ReadPdf"]
    assert page.texts(".rejection-text > .exact") == ["KeyError: 'box'"]
    assert page.run("return document.querySelector('.rejection-text details').open") is False
    assert page.count(".stage img") == 1


def test_an_image_that_does_not_open_is_said_to(show):
    row = rejection("a.jpg", "image_broken")
    row.image = Image(bytes=b"\xff\xd8\xff no image")
    assert "does not open as an image" in show([], [row], at=f"#{row.id}").texts(".stage")[0]


def test_provenance_names_shard_row_and_run(show):
    row = page_of("a.pdf", TWO_BLOCKS)
    page = show([row], at=f"#id={row.id}&tab=provenance")
    facts = page.texts(".panel dd")
    assert {row.id, "CC0-1.0", "classical", "20261122T000000-test"} <= set(facts)
    assert any(fact.endswith("samples/data/part-00000.parquet") for fact in facts)


def test_what_is_not_trainable_says_so_on_its_card_and_in_the_detail(show):
    rows = [page_of("a.pdf", TWO_BLOCKS), kept_only(page_of("b.pdf", TWO_BLOCKS))]
    assert show(rows).texts(".card .fact.warn") == ["not trainable"]
    page = show(rows, at=f"#id={rows[1].id}&tab=provenance")
    assert page.texts(".heading .fact.warn") == ["not trainable"]
    assert "no" in page.texts(".panel dd")


# -- what comes from outside stays text ----------------------------------------------------------------------


@pytest.fixture
def knocks():
    """Return the port of a listener on this machine and the list it appends to when something connects."""
    came: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        stop = threading.Event()

        def listen():
            while not stop.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                came.append(connection.recv(200).decode(errors="replace"))
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield listener.getsockname()[1], came
        stop.set()
        thread.join()


def hostile(port: int) -> str:
    url = f"http://127.0.0.1:{port}/x"
    run = "document.title='pwned'"
    return (
        f'<html><body><div class="text" data-bbox="100 50 900 150" onclick="{run}" '
        f'style="background:url({url})">'
        f'</script><script>{run}</script><img src="{url}" onerror="{run}"><svg onload="{run}"></svg>'
        f'<iframe srcdoc="<script>parent.{run}</script>"></iframe><a href="javascript:{run}">go</a>'
        f'<style>@import "{url}"; body {{ display: none }}</style><link rel="stylesheet" href="{url}">'
        f'<video src="{url}" autoplay></video><form action="{url}"><input autofocus onfocus="{run}"></form>'
        f"<!--</script><script>{run}</script>--></div></body></html>"
    )


@pytest.mark.parametrize("tab", ["rendered", "layout", "raw", "conversation", "provenance"])
def test_hostile_content_neither_runs_nor_loads_anything(show, knocks, tab):
    port, came = knocks
    text = hostile(port)
    row = page_of(
        f"{text}#page={text}",
        text,
        engine=text,
        license=text,
        meta='{"a": "<script>"}',
        lang=['"><img src=x>'],
    )
    reject = rejection(text, text, stage=text, detail=text)
    page = show([row], [reject], at=f"#id={row.id}&tab={tab}")
    page.run("for (const n of document.querySelectorAll('.panel *')) n.click()")
    assert page.run("return document.title").startswith("vlcorpus")
    assert page.run("return getComputedStyle(document.body).display") != "none"
    inside = (
        ".detail :is(script, iframe, style, link, video, form, input, a, svg[onload], [onclick], [onerror])"
    )
    assert page.count(inside) == 0
    sources = page.run("return [...document.images].map(i => i.src.slice(0, 5))")
    assert set(sources) <= {"data:"}
    if tab == "rendered":
        assert {"<script>", "<img>", "<svg>", "<iframe>"} <= set(page.texts(".panel .withheld"))
    if tab == "raw":
        assert page.texts(".panel .exact") == [text]
    assert came == []
    # The parser tries the answer's styles; the policy refuses them, and the browser writes that down.
    assert all("Content Security Policy" in line for line in page.console())


def test_hostile_markdown_is_text(show):
    run = "document.title='pwned'"
    text = f"[go](javascript:{run}) ![x](http://127.0.0.1:9/x) <img src=x onerror={run}>\n\n" + "*" * 50_000
    row = page_of("a.pdf", text, task="doc_markdown")
    page = show([row], at=f"#{row.id}")
    assert page.run("return document.title").startswith("vlcorpus")
    assert page.count(".panel :is(a, img)") == 0
    assert "<img src=x" in page.texts(".markdown p")[0]


def test_the_policy_refuses_what_a_hole_in_the_page_would_let_through(browser, show, knocks):
    port, came = knocks
    row = page_of("a.pdf", TWO_BLOCKS)
    page = show([row], at=f"#{row.id}")
    page.run(
        "const hole = document.createElement('div'); document.body.append(hole);"
        "hole.innerHTML = arguments[0]; fetch(arguments[1]).catch(() => 0)",
        hostile(port),
        f"http://127.0.0.1:{port}/x",
    )
    assert page.run("return document.title").startswith("vlcorpus")
    assert came == []
    assert any("Content Security Policy" in line for line in browser.console())


def test_a_huge_text_is_cut_and_says_so(show):
    row = page_of("a.pdf", "word " * 200_000, task="doc_markdown")
    page = show([row], at=f"#id={row.id}&tab=raw")
    assert page.run("return document.querySelector('.exact').textContent.length") == 200_000
    assert page.texts(".text-pane .notes") == ["a text of 1,000,000 characters is cut after 200,000"]


def test_a_page_at_its_size_limit_says_so(show):
    page = show([page_of("a.pdf", TWO_BLOCKS)], max_bytes=1)
    assert "1 images are here only as thumbnails" in page.texts("#notes")[0]
    assert page.count(".card img") == 1


def test_a_link_to_a_row_that_is_not_there_says_so(show):
    page = show([page_of("a.pdf", TWO_BLOCKS)], at="#0123")
    assert page.texts("#notes") == ["The row 0123 of this link is not on this page."]
    assert cards(page) == ["a.pdf"]


def test_messages_of_any_shape_are_shown(show):
    messages = [
        Message(role="system", content=[Part(type="text", text="Use tools.")]),
        Message(role="user", content=[Part(type="text", text="Two?")]),
        Message(
            role="assistant", content=[Part(type="text", text="Yes")], reasoning_content="1 + 1", train=True
        ),
    ]
    row = sample("chat", messages=messages, images=[], image_info=[], objects=[], mode="thinking")
    page = show([row], at=f"#id={row.id}&tab=conversation")
    assert page.texts(".turn h3") == ["system", "user", "assistantloss"]
    assert page.texts(".turn details .exact") == ["1 + 1"]


def test_the_file_names_no_other_address(tmp_path):
    write_corpus(tmp_path / "corpus", [([page_of("a.pdf", TWO_BLOCKS)], [])])
    html = build_page([str(tmp_path / "corpus")])
    namespace = "http://www.w3.org/2000/svg"  # a name, not an address
    assert "http://" not in html.replace(namespace, "")
    assert "https://" not in html
