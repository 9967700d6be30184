"""What every sample promises: a row that breaks one promise breaks no other, and some only look broken."""

from dataclasses import replace

import pytest

from tests.catalogs.checks.corpora import PAGE, good
from tests.factories import kept_only
from vlcorpus.catalogs.checks.rows import ROW_CHECKS
from vlcorpus.schemas.media import Video
from vlcorpus.schemas.page import Block, BlockKind, PageTree
from vlcorpus.schemas.qwenvl.markdown import write_markdown
from vlcorpus.schemas.sample import LabelSource, Message, Part, Sample, SceneObject, ToolCall

ABOUT_BOXES = PageTree((Block(BlockKind.TEXT, None, '"bbox_2d": [x1, y1, x2, y2]'),))
TEXT = Part(type="text", text="x")


def broken_promises(row: Sample) -> dict[str, list[str]]:
    """Return what the checks find wrong with a row, by check."""
    found = {check.name: list(check.problems(row)) for check in ROW_CHECKS if check.applies(row)}
    return {name: problems for name, problems in found.items() if problems}


def turns(*messages: Message) -> list[Message]:
    return [*good().messages, *messages]


def answered(text: str, **changes) -> Sample:
    return good("a", answer=text, **{"task": "ground_box"} | changes)


def user(*parts: Part) -> Message:
    return Message(role="user", content=list(parts))


def asked(*parts: Part) -> list[Message]:
    return [user(*parts), good().messages[1]]


def asking(text: str) -> Sample:
    return good("a", messages=turns(user(Part(type="text", text=text))))


def with_objects(**values) -> Sample:
    return good("a", objects=[SceneObject(**{"image": 0, "kind": "box", "label": "cup"} | values)])


BROKEN_ROWS = {
    "image-without-part": (good("a", messages=good().messages[1:]), "media-parts"),
    "part-without-image": (good("a", messages=turns(user(Part(type="image", media=1)))), "media-parts"),
    "wrong-index": (
        good("a", messages=asked(Part(type="image", media=3), TEXT)),
        "media-parts",
    ),
    "no-info": (good("a", image_info=[], objects=[]), "media-parts"),
    "frame-out-of-range": (
        good("a", videos=[Video(frame_images=[1])], messages=turns(user(Part(type="video", media=0)))),
        "media-parts",
    ),
    "no-role": (good("a", messages=turns(Message(role="bot", content=[]))), "turns"),
    "nothing-trained": (good("a", messages=[replace(m, train=False) for m in good().messages]), "turns"),
    "trained-though-not-trainable": (replace(kept_only(good("a")), messages=good().messages), "turns"),
    "user-trained": (good("a", messages=[replace(m, train=True) for m in good().messages]), "turns"),
    "text-without-text": (good("a", messages=turns(user(Part(type="text")))), "turns"),
    "text-with-media": (good("a", messages=turns(user(Part(type="text", text="x", media=0)))), "turns"),
    "answer-with-image": (
        good("a", task="caption", messages=[
            user(TEXT),
            Message(role="assistant", content=[Part(type="image", media=0)], train=True),
        ]),
        "turns",
    ),
    "special-token": (asking("a<|im_end|>"), "no-token-literals"),
    "placeholder": (asking("see <image>"), "no-token-literals"),
    "box-too-far": (answered('[{"bbox_2d": [1, 2, 3, 1001], "label": "cup"}]'), "coordinates"),
    "box-negative": (answered('[{"bbox_2d": [-1, 2, 3, 4], "label": "cup"}]'), "coordinates"),
    "box-degenerate": (answered('[{"bbox_2d": [5, 2, 5, 4], "label": "cup"}]'), "coordinates"),
    "box-of-three": (answered('[{"bbox_2d": [5, 2, 6], "label": "cup"}]'), "coordinates"),
    "box-of-floats": (answered('[{"bbox_2d": [5.5, 2, 6, 7], "label": "cup"}]'), "coordinates"),
    "box-of-words": (answered('[{"bbox_2d": "left", "label": "cup"}]'), "coordinates"),
    "point-too-far": (answered('[{"point_2d": [1, 1001], "label": "cup"}]'), "coordinates"),
    "html-box": (answered(PAGE.replace("938", "62")), "coordinates"),
    "image-comment": (answered("<!-- Image (1, 2, 1200, 4) -->", task="ocr_full"), "coordinates"),
    "table-comment": (answered("<!-- Table (10, 2, 9, 4) -->"), "coordinates"),
    "tool-call-box": (
        good("a", task="twi", messages=turns(
            Message(role="assistant", content=[], tool_calls=[
                ToolCall(id="1", name="image_zoom_in_tool", arguments='{"bbox_2d": [0, 0, 2000, 10]}')
            ])
        )),
        "coordinates",
    ),
    "object-outside": (with_objects(bbox_px=[0.0, 0.0, 65.0, 20.0]), "objects"),
    "object-inside-out": (with_objects(bbox_px=[9.0, 0.0, 8.0, 20.0]), "objects"),
    "object-of-no-image": (with_objects(image=1), "objects"),
    "point-outside": (with_objects(kind="point", point_px=[3.0, -2.0]), "objects"),
    "box-3d-short": (with_objects(kind="box_3d", bbox_3d=[1.0] * 8), "objects"),
    "sum": (good("a", n_text_tokens=21), "token-sums"),
    "more-loss-than-text": (good("a", n_loss_tokens=21), "token-sums"),
    "no-loss": (good("a", n_loss_tokens=0), "token-sums"),
    "loss-though-not-trainable": (replace(kept_only(good("a")), n_loss_tokens=5), "token-sums"),
    "no-vision-tokens": (good("a", n_vision_tokens=0, n_tokens=20), "token-sums"),
    "model-without-name": (good("a", label_source=LabelSource.MODEL), "label-source"),
    "classical-with-model": (good("a", model="qwen3-vl"), "label-source"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "check"), BROKEN_ROWS.values(), ids=BROKEN_ROWS)
def test_a_broken_row_breaks_one_promise(row, check):
    assert set(broken_promises(row)) == {check}


GOOD_ROWS = {
    "no-image": good("a", messages=asked(TEXT),
                     images=[], image_info=[], objects=[], n_vision_tokens=0, n_tokens=20),
    "frames": good(
        "a", videos=[Video(frame_images=[0])],
        messages=asked(Part(type="video", media=0), TEXT)),
    "not-trainable": kept_only(good("a")),
    "edge": with_objects(bbox_px=[0.0, 0.0, 64.4, 64.0]),
    "boxes": answered('```json\n[\n\t{"bbox_2d": [0, 0, 1000, 999], "label": "a"}\n]\n```'),
    "points": answered('[{"point_2d": [0, 1000], "label": "a"}]'),
    "page-about-boxes": good("a", task="doc_markdown", answer=write_markdown(ABOUT_BOXES)),
    "html-about-html": good("a", answer=PAGE.replace("Hello", '&lt;div data-bbox="5000 1 2 3"&gt;')),
    "pretraining": good("a", mode="pretrain", task="interleaved", messages=[
        Message(role="assistant", train=True, content=[Part(type="image", media=0), TEXT]),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("row", GOOD_ROWS.values(), ids=GOOD_ROWS)
def test_what_only_looks_broken_passes(row):
    assert broken_promises(row) == {}


def test_every_promise_is_broken_by_some_row():
    assert {check for _, check in BROKEN_ROWS.values()} == {check.name for check in ROW_CHECKS}


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ('{"bbox_2d": [0, 0, 1000, 1000]}', None),
        ('{"bbox_2d": [0, 0, 1001, 1000]}', "outside [0, 1000]"),
        ('{"bbox_2d": [10, 0, 10, 5]}', "it has no inside"),
        ('{"bbox_2d": [1, 2, 3]}', "not 4 whole numbers"),
        ('{"bbox_2d": [1, 2, 3, true]}', "not 4 whole numbers"),
        ('{"bbox_2d": left}', "not a list of whole numbers"),
        ('{"point_2d": [0, 0]}', None),
        ('{"point_2d": [1, 2, 3, 4]}', "not 2 whole numbers"),
    ],
)
def test_a_wrong_place_is_quoted_with_what_is_wrong(answer, problem):
    found = broken_promises(answered(answer)).get("coordinates", [])
    assert [told.rsplit(": ", 1)[1] for told in found] == ([problem] if problem else [])


def test_a_box_may_reach_half_a_pixel_out_of_its_image():
    assert broken_promises(with_objects(bbox_px=[-0.5, 0.0, 64.5, 64.0])) == {}
    assert set(broken_promises(with_objects(bbox_px=[-0.51, 0.0, 64.0, 64.0]))) == {"objects"}
