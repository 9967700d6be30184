"""What the page knows of one sample and of one rejection: plain JSON, bounded in size."""

from dataclasses import asdict
from itertools import zip_longest

from vlcorpus.catalogs.browse.images import Album, ShownImage
from vlcorpus.catalogs.browse.selection import Place
from vlcorpus.catalogs.sources.referenced import MediaRoots
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.public_text import public
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Message, Sample

MAX_TEXT_CHARS = 200_000  # characters of one text that are shown; a page of a book has 3,000
MAX_IMAGES = 24  # images of one sample that are shown
MAX_OBJECTS = 3_000  # objects of one sample that are shown
_AS_THEY_ARE = (
    "id",
    "source",
    "source_key",
    "license",
    "domain",
    "task",
    "stage",
    "mode",
    "lang",
    "tools",
    "n_tokens",
    "n_text_tokens",
    "n_vision_tokens",
    "n_loss_tokens",
    "tokenizer_id",
    "processor_id",
    "sample_weight",
    "trainable",
    "label_source",
    "engine",
    "model",
    "prompt_sha256",
    "parents",
    "content_sha256",
    "meta",
)


def sample_card(sample: Sample, place: Place, album: Album, roots: MediaRoots) -> dict:
    """Return the sample for the page; `notes` say what of it was left out."""
    notes: list[str] = []
    card: dict = {"kind": "sample", "place": _place(place), "notes": notes}
    card |= {name: getattr(sample, name) for name in _AS_THEY_ARE}
    card["messages"] = [_message(message, notes) for message in sample.messages]
    images = zip_longest(sample.images[:MAX_IMAGES], sample.image_info[:MAX_IMAGES])
    card["images"] = [_shown(image, info, album, roots) for image, info in images if image]
    for card_image, info in zip(card["images"], sample.image_info, strict=False):
        card_image |= {"width_px": info.width_px, "height_px": info.height_px}  # what boxes are measured in
    card["objects"] = [asdict(thing) for thing in sample.objects[:MAX_OBJECTS]]
    card["videos"] = [asdict(video) | {"bytes": None} for video in sample.videos]
    card["scores"] = [asdict(score) for score in sample.scores]
    card["generated"] = [asdict(generated) for generated in sample.generated]
    for what, there, shown in (
        ("images", len(sample.images), MAX_IMAGES),
        ("objects", len(sample.objects), MAX_OBJECTS),
    ):
        if there > shown:
            notes.append(f"{shown:,} of {there:,} {what} are on this page")
    return card


def rejection_card(rejection: Rejection, place: Place, album: Album, roots: MediaRoots) -> dict:
    """Return the rejection for the page."""
    notes: list[str] = []
    card: dict = {"kind": "reject", "place": _place(place), "notes": notes}
    for name in ("id", "source", "source_key", "license", "stage", "reason", "retryable"):
        card[name] = getattr(rejection, name)
    card["detail"] = _bounded(rejection.detail, notes)
    card["images"] = [_shown(rejection.image, None, album, roots)] if rejection.image else []
    return card


def _message(message: Message, notes: list[str]) -> dict:
    return {
        "role": message.role,
        "train": message.train,
        "reasoning": _bounded(message.reasoning_content, notes),
        "tool_calls": [asdict(call) for call in message.tool_calls or ()],
        "parts": [
            {"type": part.type, "media": part.media, "text": _bounded(part.text, notes)}
            for part in message.content
        ],
    }


def _shown(image: Image, info: ImageInfo | None, album: Album, roots: MediaRoots) -> dict:
    try:
        shown = album.add(roots.image_bytes(image, info))
    except Reject as lost:
        shown = ShownImage(note=f"not here: {lost}")
    return asdict(shown) | {"path": image.path}


def _place(place: Place) -> dict:
    return {
        "output": public(place.output),
        "table": place.table_name,
        "shard": public(place.filename),
        "row": place.file_row_number,
        "partition": place.partition,
        "run": place.run_id,
    }


def _bounded(text: str | None, notes: list[str]) -> str | None:
    if text is None or len(text) <= MAX_TEXT_CHARS:
        return text
    notes.append(f"a text of {len(text):,} characters is cut after {MAX_TEXT_CHARS:,}")
    return text[:MAX_TEXT_CHARS]
