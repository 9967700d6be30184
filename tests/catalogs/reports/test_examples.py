"""The samples that a card shows."""

import base64
import io

import PIL.Image
import pytest

from tests.factories import png, sample, write_corpus
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.reports.examples import ANSWER_CHARS, SIDE_PX, draw_examples
from vlcorpus.schemas.media import Image, ImageInfo


def drawn(output, *samples, n=8):
    write_corpus(output, [(list(samples), [])])
    return draw_examples(connect([str(output)]), "documents", n)


def shown(number: int, **changes):
    return sample(f"{number}", **changes)


def image(example) -> PIL.Image.Image:
    head, _, code = example.thumbnail.partition(",")
    assert head == "data:image/jpeg;base64"
    return PIL.Image.open(io.BytesIO(base64.b64decode(code)))


def test_each_task_comes_in_turn(tmp_path):
    rows = [shown(i, task="doc_html") for i in range(5)] + [shown(9, task="doc_markdown")]
    assert [e.task for e in drawn(tmp_path, *rows, n=3)] == ["doc_html", "doc_markdown", "doc_html"]


def test_the_same_are_drawn_each_time_whatever_the_order_of_the_rows(tmp_path):
    rows = [shown(i) for i in range(20)]
    first = drawn(tmp_path / "a", *rows, n=4)
    assert [e.id for e in first] == [e.id for e in drawn(tmp_path / "b", *reversed(rows), n=4)]
    assert len({e.id for e in first}) == 4


def test_a_sample_without_an_image_is_not_drawn(tmp_path):
    assert drawn(tmp_path, shown(1, images=[], image_info=[])) == []


def test_another_domain_is_not_drawn(tmp_path):
    assert drawn(tmp_path, shown(1, domain="captions")) == []


def test_it_shows_its_own_image(tmp_path):
    colors = {f"{n}": color for n, color in enumerate(["#ff0000", "#00ff00", "#0000ff"])}
    rows = [shown(int(n), images=[Image(bytes=png(64, 64, color))]) for n, color in colors.items()]
    for example in drawn(tmp_path, *rows):
        wanted = PIL.ImageColor.getrgb(colors[example.source_key])
        seen = image(example).getpixel((32, 32))
        assert max(abs(a - b) for a, b in zip(wanted, seen, strict=True)) < 8


@pytest.mark.parametrize(
    ("sides", "thumbnail"), [((100, 50), (100, 50)), ((2 * SIDE_PX, SIDE_PX), (SIDE_PX, SIDE_PX // 2))]
)
def test_a_large_image_is_made_small_and_a_small_one_stays(tmp_path, sides, thumbnail):
    info = ImageInfo(width_px=sides[0], height_px=sides[1], sha256="0" * 64, format="PNG")
    (example,) = drawn(tmp_path, shown(1, images=[Image(bytes=png(*sides))], image_info=[info]))
    assert image(example).size == thumbnail
    assert (example.width_px, example.height_px) == sides


@pytest.mark.parametrize("content", [None, b"", b"broken", png(64, 64)[:50]])
def test_what_does_not_decode_has_no_thumbnail(tmp_path, content):
    (example,) = drawn(tmp_path, shown(1, images=[Image(bytes=content)]))
    assert example.thumbnail is None


def test_only_the_head_of_an_answer_is_shown(tmp_path):
    (example,) = drawn(tmp_path, shown(1, answer="a" * (ANSWER_CHARS + 1)))
    assert example.answer == "a" * ANSWER_CHARS
