"""Records of arrays, and of COCO, whose captions are elsewhere in the file than its images."""

import io
import json

import pytest

from vlcorpus.catalogs.sources.json_records import JsonRecords
from vlcorpus.schemas.errors import Reject

IMAGES = [{"id": n, "file_name": f"{n}.jpg"} for n in range(4)]
CC = "http://creativecommons.org/licenses"
CAPTIONS = [
    {"id": 1, "image_id": 2, "caption": "c"},
    {"id": 2, "image_id": 0, "caption": "a"},
    {"id": 3, "image_id": 2, "caption": "d"},
    {"id": 4, "image_id": 9, "caption": "of no image"},
]


def records(content: object) -> JsonRecords:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return JsonRecords(io.BufferedReader(io.BytesIO(text)), None)


def found(content: object, first: int = 0, stop: int = 99) -> list:
    """Return the records; of a reject, its reason."""
    return [str(r.reason) if isinstance(r, Reject) else r for r in records(content).records(first, stop)]


@pytest.mark.parametrize("order", [["images", "annotations"], ["annotations", "images"]])
def test_the_images_of_coco_have_their_captions_in_any_order_of_the_file(order):
    parts = {"images": IMAGES, "annotations": CAPTIONS}
    coco = {"info": {"year": 2017}, **{name: parts[name] for name in order}, "categories": []}
    assert [(r["file_name"], r["captions"]) for r in found(coco)] == [
        ("0.jpg", ["a"]),
        ("1.jpg", []),
        ("2.jpg", ["c", "d"]),
        ("3.jpg", []),
    ]
    assert found(coco, 1, 3) == found(coco)[1:3]
    assert (records(coco).survey().is_known, records(coco).survey().n_rows) == (True, 4)


@pytest.mark.parametrize(
    ("listed", "image", "license"),
    [
        (
            [{"id": 1, "url": "http://creativecommons.org/licenses/by-nc-sa/2.0/"}],
            {"license": 1},
            "CC-BY-NC-SA-2.0",
        ),
        ([{"id": 8, "name": "US Government Work", "url": ""}], {"license": 8}, "US Government Work"),
        ([{"id": 0, "name": "", "url": ""}], {"license": 0}, None),
        ([], {"license": 5}, "licence 5, which the file does not list"),
        ([{"id": 1, "name": "MIT"}], {}, None),
    ],
)
def test_the_licence_of_an_image_is_the_listed_one(listed, image, license):
    coco = {"images": [{**IMAGES[0], **image}], "annotations": CAPTIONS, "licenses": listed}
    assert found(coco)[0].get("license") == license


def test_an_address_is_called_as_in_a_table():
    coco = {"images": [{**IMAGES[0], "coco_url": "http://x"}], "annotations": CAPTIONS}
    assert found(coco)[0]["url"] == "http://x"


def test_images_of_one_id_and_of_none_have_no_captions_that_are_theirs():
    images = [*IMAGES, {"id": "2", "file_name": "x.jpg"}, {"file_name": "y.jpg"}, "z.jpg"]
    kinds = found({"images": images, "annotations": CAPTIONS})
    assert [one if isinstance(one, str) else "row" for one in kinds] == [
        *("row", "row", "sample_repeated", "row", "sample_repeated", "key_missing", "key_missing")
    ]
    assert found({"images": images, "annotations": CAPTIONS}, 2, 3) == ["sample_repeated"]


def test_an_array_is_its_objects_up_to_where_it_breaks():
    assert found([{"a": 1}, 3, {"a": 2}]) == [{"a": 1}, "json_broken", {"a": 2}]
    assert found(b'[{"a": 1}, {"a": ') == [{"a": 1}, "json_broken"]
    assert records(b'[{"a": 1}, {"a": ').survey().n_rows == 2
    assert found([{"a": n} for n in range(9)], 3, 5) == [{"a": 3}, {"a": 4}]
    assert records([{"a": 1}, {"b": 2}]).sampled_names() == ("a", "b")


@pytest.mark.parametrize(
    "content",
    [
        {"caption": "a cat"},
        {"images": IMAGES, "annotations": [{"image_id": 1, "bbox": [0, 0, 1, 1]}]},
        {"images": [], "annotations": CAPTIONS},
        {"images": {"a": 1}, "annotations": 3},
        [],
        [1, "a"],
        3,
        b"",
    ],
)
def test_what_holds_no_such_records_is_not_known(content):
    assert not records(content).survey().is_known


def test_coco_that_breaks_off_is_broken_as_a_whole():
    content = json.dumps({"images": IMAGES, "annotations": CAPTIONS}).encode()[:-40]
    with pytest.raises(Reject, match="json_broken"):
        records(content).survey()
