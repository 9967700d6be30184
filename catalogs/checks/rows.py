"""What a single sample must keep: pure functions that yield what is wrong with it. They need no media bytes.

Source: docs/formats.md §0-5, §13.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vlcorpus.schemas.geometry import SCALE
from vlcorpus.schemas.qwenvl.chat import has_special
from vlcorpus.schemas.sample import LabelSource, Sample

ROLES = ("system", "user", "assistant", "tool")
SLACK_PX = 0.5  # sources round to whole pixels
_TAGGED_BOX = re.compile(r'<[a-z][^<>]*\sdata-bbox="([^"]*)"')
_COMMENT_BOX = re.compile(r"<!-- (?:Image|Table) \(([^()]*)\) -->")
_JSON_PLACE = re.compile(r'"(bbox_2d|point_2d)"\s*:\s*(\[[^\[\]]*\]|[^,}\]]*)')
_OF_DOCUMENTS = ("doc_html", "doc_markdown", "longdoc_parse", "interleaved")  # their text may quote JSON

Problems = Iterator[str]


@dataclass(frozen=True)
class RowCheck:
    """One promise of every sample; `problems` yields how a sample breaks it."""

    name: str
    promise: str
    remedy: str
    problems: Callable[[Sample], Problems]
    applies: Callable[[Sample], bool] = lambda sample: True


def misplaced_media(sample: Sample) -> Problems:
    """The n-th image part shows the n-th image; frames of a clip are images without a part of their own."""
    frames = {index for clip in sample.videos for index in clip.frame_images or ()}
    if stray := sorted(index for index in frames if not 0 <= index < len(sample.images)):
        yield f"a video's frame is image {stray[0]} of {len(sample.images)}"
    if len(sample.image_info) != len(sample.images):
        yield f"{len(sample.images)} images, image_info of {len(sample.image_info)}"
    parts = [part for message in sample.messages for part in message.content]
    wanted = {
        "image": [index for index in range(len(sample.images)) if index not in frames],
        "video": list(range(len(sample.videos))),
    }
    for kind, indices in wanted.items():
        shown = [part.media for part in parts if part.type == kind]
        if shown != indices:
            yield f"{kind} parts show {shown}, the sample holds {indices}"


def malformed_turns(sample: Sample) -> Problems:
    """Answers are text, but for raw pretraining sequences; a turn is trained exactly where trainable."""
    for number, message in enumerate(sample.messages):
        turn = f"turn {number} ({message.role})"
        if message.role not in ROLES:
            yield f"{turn}: no such role"
        if message.train and message.role != "assistant":
            yield f"{turn}: is trained on"
        for part in message.content:
            if part.type not in ("text", "image", "video"):
                yield f"{turn}: part of type {part.type!r}"
            elif (part.type == "text") != (part.text is not None) or (part.type == "text") != (
                part.media is None
            ):
                yield f"{turn}: a {part.type} part with text {part.text!r:.40} and media {part.media}"
            elif part.type != "text" and message.role == "assistant" and sample.mode != "pretrain":
                yield f"{turn}: answers with {part.type}"
    if any(message.train for message in sample.messages) != sample.trainable:
        yield "no turn is trained on" if sample.trainable else "trainable is false, and a turn is trained on"


def token_literals(sample: Sample) -> Problems:
    for number, message in enumerate(sample.messages):
        texts = [part.text for part in message.content if part.text]
        texts += [call.arguments for call in message.tool_calls or ()]
        for text in [*texts, message.reasoning_content or ""]:
            if has_special(text):
                yield f"turn {number} ({message.role}): its text holds one"


def wrong_coordinates(sample: Sample) -> Problems:
    """Boxes and points of answers are whole numbers in 0..1000, and boxes have an inside."""
    for text in _answers(sample):
        for form, written in _places(text, sample.task):
            if problem := _wrong_place(form, written):
                yield f"{form} {written}: {problem}"


def wrong_objects(sample: Sample) -> Problems:
    """The truth in pixels lies inside its image."""
    for number, thing in enumerate(sample.objects):
        name = f"object {number} ({thing.label})"
        if not 0 <= thing.image < len(sample.image_info):
            yield f"{name}: image {thing.image} of {len(sample.image_info)}"
            continue
        image = sample.image_info[thing.image]
        sides = (image.width_px, image.height_px)
        for pixels in (thing.bbox_px, thing.point_px):
            if pixels and not all(
                -SLACK_PX <= value <= sides[i % 2] + SLACK_PX for i, value in enumerate(pixels)
            ):
                yield f"{name}: {pixels} is outside its image of {sides[0]} x {sides[1]} px"
        box = thing.bbox_px
        if box is not None and not (len(box) == 4 and box[0] < box[2] and box[1] < box[3]):
            yield f"{name}: {box} has no inside"
        if thing.point_px is not None and len(thing.point_px) != 2:
            yield f"{name}: {thing.point_px} is no point"
        if thing.bbox_3d is not None and len(thing.bbox_3d) != 9:
            yield f"{name}: bbox_3d has {len(thing.bbox_3d)} numbers, not 9"


def wrong_sums(sample: Sample) -> Problems:
    """Counts add up; that they are right is asked of a draw (`tokens-recounted`)."""
    if sample.n_tokens != sample.n_text_tokens + sample.n_vision_tokens:
        yield f"n_tokens {sample.n_tokens}: {sample.n_text_tokens} text + {sample.n_vision_tokens} vision"
    if not sample.trainable and sample.n_loss_tokens:
        yield f"n_loss_tokens {sample.n_loss_tokens} of a sample that is not trainable"
    if sample.trainable and not 0 < sample.n_loss_tokens <= sample.n_text_tokens:
        yield f"n_loss_tokens {sample.n_loss_tokens} is not in 1..{sample.n_text_tokens} (n_text_tokens)"
    if (sample.n_vision_tokens > 0) != bool(sample.images or sample.videos):
        media = f"{len(sample.images)} images, {len(sample.videos)} videos"
        yield f"{sample.n_vision_tokens} vision tokens for {media}"


def unnamed_model(sample: Sample) -> Problems:
    """A model's work names the model; other work names none."""
    if sample.label_source == LabelSource.MODEL and not sample.model:
        yield "label_source is model, and no model is named"
    if sample.label_source == LabelSource.CLASSICAL and sample.model:
        yield f"label_source is classical, and model is {sample.model}"


_PIPELINE = "the stage that writes this is wrong: correct it, bump its version, make the table again"
ROW_CHECKS = (
    RowCheck("media-parts", "image parts and images match, in order", _PIPELINE, misplaced_media),
    RowCheck(
        "turns",
        "turns are well formed, answers text, trained turns exactly where trainable",
        _PIPELINE,
        malformed_turns,
    ),
    RowCheck(
        "no-token-literals",
        "no text holds a special token or a placeholder tag",
        "pass raw text through schemas/qwenvl/chat.py `scrub`: a tokenizer takes it for a real image or turn",
        token_literals,
    ),
    RowCheck("coordinates", "answers' boxes are in [0, 1000], with an inside", _PIPELINE, wrong_coordinates),
    RowCheck("objects", "annotated boxes and points lie in their image", _PIPELINE, wrong_objects),
    RowCheck("token-sums", "token counts add up", _PIPELINE, wrong_sums),
    RowCheck("label-source", "a model's work names the model, classical work none", _PIPELINE, unnamed_model),
)  # fmt: skip


def _answers(sample: Sample) -> Iterator[str]:
    for message in sample.messages:
        if message.role == "assistant":
            yield from (part.text for part in message.content if part.text)
            yield from (call.arguments for call in message.tool_calls or ())


def _places(text: str, task: str) -> Iterator[tuple[str, str]]:
    """Yield (form, what is written). A page's text may quote another form: only its own is looked for."""
    if text.startswith("<html>"):
        yield from (("data-bbox", match[1]) for match in _TAGGED_BOX.finditer(text))
        return
    yield from (("comment", match[1]) for match in _COMMENT_BOX.finditer(text))
    if task not in _OF_DOCUMENTS:
        yield from ((match[1], match[2]) for match in _JSON_PLACE.finditer(text))


def _wrong_place(form: str, written: str) -> str | None:
    n_wanted = 2 if form == "point_2d" else 4
    try:
        numbers = (
            json.loads(written) if form.endswith("_2d") else [int(n) for n in re.split(r"[ ,]+", written)]
        )
    except ValueError:
        return "not a list of whole numbers"
    if not (isinstance(numbers, list) and len(numbers) == n_wanted and all(type(n) is int for n in numbers)):
        return f"not {n_wanted} whole numbers"
    if not all(0 <= n <= SCALE for n in numbers):
        return f"outside [0, {SCALE}]"
    if n_wanted == 4 and not (numbers[0] < numbers[2] and numbers[1] < numbers[3]):
        return "it has no inside"
    return None
