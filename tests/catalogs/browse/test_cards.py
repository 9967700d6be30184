"""What the page knows of a row: all of it, as plain JSON, and not too much."""

import json

import pytest

from tests.factories import png, rejection, sample
from vlcorpus.catalogs.browse import cards
from vlcorpus.catalogs.browse.cards import rejection_card, sample_card
from vlcorpus.catalogs.browse.images import Album
from vlcorpus.catalogs.browse.selection import Place
from vlcorpus.catalogs.sources.referenced import MediaRoots
from vlcorpus.schemas.media import Image, ImageInfo, Video

PLACE = Place("id", "a.pdf#page=1", "part-00000.parquet", 3, "out", "samples", "run", 0)
INFO = ImageInfo(width_px=64, height_px=48, sha256="0" * 64, format="PNG")


def card(**changes) -> dict:
    return sample_card(sample("a.pdf#page=1", **changes), PLACE, Album(budget_bytes=1 << 20), MediaRoots(()))


def test_a_card_is_json_and_says_where_the_row_lies():
    made = json.loads(json.dumps(card(videos=[Video(bytes=b"MP4")])))
    assert made["place"] == {
        "output": "out",
        "table": "samples",
        "shard": "part-00000.parquet",
        "row": 3,
        "partition": 0,
        "run": "run",
    }
    assert made["videos"][0]["bytes"] is None


def test_turns_keep_their_parts_in_order():
    user, assistant = card(answer="Hi")["messages"]
    assert [part["type"] for part in user["parts"]] == ["image", "text"]
    assert (assistant["train"], assistant["parts"][0]["text"]) == (True, "Hi")


def test_an_image_is_measured_in_the_pixels_of_its_row():
    made = card(images=[Image(bytes=png(640, 480))], image_info=[INFO])
    assert (made["images"][0]["width_px"], made["images"][0]["height_px"]) == (64, 48)


@pytest.mark.parametrize(("length", "notes"), [(10, 0), (11, 1)])
def test_both_sides_of_the_limit_of_a_text(monkeypatch, length, notes):
    monkeypatch.setattr(cards, "MAX_TEXT_CHARS", 10)
    made = card(answer="a" * length, messages=sample(answer="a" * length).messages[1:])
    assert made["messages"][0]["parts"][0]["text"] == "a" * 10
    assert len(made["notes"]) == notes


@pytest.mark.parametrize(
    ("n", "shown", "note"),
    [(24, 24, []), (25, 24, ["24 of 25 images are on this page"])],
)
def test_both_sides_of_the_limit_of_images(n, shown, note):
    made = card(images=[Image(bytes=None, path=f"{i}.png") for i in range(n)], image_info=[INFO] * n)
    assert (len(made["images"]), made["notes"]) == (shown, note)


@pytest.mark.parametrize(("n", "shown"), [(3000, 3000), (3001, 3000)])
def test_both_sides_of_the_limit_of_objects(n, shown):
    made = card(objects=sample().objects * n)
    assert (len(made["objects"]), len(made["notes"])) == (shown, n - shown)


def test_an_image_that_is_not_where_its_path_says_is_told():
    (image,) = card(images=[Image(bytes=None, path="/nowhere/a.png")])["images"]
    assert image["path"] == "/nowhere/a.png"
    assert image["note"].startswith("not here: path_outside: /nowhere/a.png")


def test_a_rejection_tells_its_stage_and_reason():
    made = rejection_card(
        rejection("b.pdf", "pdf_broken", stage="ReadPdf", detail="no xref"),
        PLACE,
        Album(budget_bytes=1 << 20),
        MediaRoots(()),
    )
    assert (made["kind"], made["stage"], made["reason"], made["detail"]) == (
        "reject",
        "ReadPdf",
        "pdf_broken",
        "no xref",
    )
    assert made["images"] == []
