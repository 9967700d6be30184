"""How a notebook shows a sample or a rejection: HTML that holds its images, with boxes drawn over them."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Message, Sample, SceneObject

MAX_IMAGES = 4  # a page's image has 300 kB, and a notebook keeps what it has shown
MAX_TEXT_CHARS = 2_000  # ours: longest text of one turn that is shown
WIDTH_PX = 560
_SIGNATURES = {b"\x89PNG": "image/png", b"RIFF": "image/webp", b"GIF8": "image/gif"}  # all others: JPEG


def sample_html(sample: Sample) -> str:
    """Return facts, images and turns of the sample."""
    facts = (
        sample.task,
        "+".join(sample.lang),
        f"{sample.n_tokens:,} tokens",
        sample.label_source,
        "" if sample.trainable else "not trainable",
    )
    shown = [
        _with_boxes(image, info, (thing for thing in sample.objects if thing.image == index))
        for index, (image, info) in enumerate(
            zip(sample.images[:MAX_IMAGES], sample.image_info, strict=False)
        )
    ]
    if (more := len(sample.images) - len(shown)) > 0:
        shown.append(f"<p>… and {more} more images</p>")
    return _block(sample.source_key, facts, [*shown, *map(_turn, sample.messages)])


def rejection_html(rejection: Rejection) -> str:
    """Return where and why the row left, and its image where it was kept."""
    kept = _plain(rejection.image) if rejection.image else ""
    return _block(
        f"✗ {rejection.source_key}",
        (rejection.stage, rejection.reason),
        [_text(rejection.detail), kept],
    )


def _block(title: str, facts: Iterable[str], parts: Iterable[str]) -> str:
    line = " · ".join(escape(fact) for fact in facts if fact)
    return f"<div><p><b>{escape(title)}</b><br>{line}</p>{''.join(parts)}</div>"


def _turn(message: Message) -> str:
    said = "".join(
        part.text or "" if part.type == "text" else f"[{part.type} {part.media}]" for part in message.content
    )
    return f"<p><b>{escape(message.role)}</b></p>{_text(said)}"


def _text(text: str) -> str:
    cut = text if len(text) <= MAX_TEXT_CHARS else f"{text[:MAX_TEXT_CHARS]}… ({len(text):,} characters)"
    return f'<pre style="white-space: pre-wrap">{escape(cut)}</pre>'


def _with_boxes(image: Image, info: ImageInfo, objects: Iterable[SceneObject]) -> str:
    """Return the image as SVG, in its own pixels, so that boxes need no arithmetic."""
    if not image.bytes:
        return _plain(image)
    width, height = info.width_px, info.height_px
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{min(width, WIDTH_PX)}" xmlns="http://www.w3.org/2000/svg">'
        f'<image href="{_data_url(image.bytes)}" width="{width}" height="{height}"/>'
        f"{''.join(_marks(objects))}</svg>"
    )


def _marks(objects: Iterable[SceneObject]) -> Iterator[str]:
    """Yield a frame for each box and a dot for each point; a pointer that rests there reads the label."""
    line = (
        'fill="none" stroke="#d33" stroke-width="2" vector-effect="non-scaling-stroke" pointer-events="all"'
    )
    for thing in objects:
        label = f"<title>{escape(thing.label)}</title>"
        if thing.bbox_px:
            x1, y1, x2, y2 = thing.bbox_px
            yield f'<rect x="{x1}" y="{y1}" width="{x2 - x1}" height="{y2 - y1}" {line}>{label}</rect>'
        if thing.point_px:
            x, y = thing.point_px
            yield f'<circle cx="{x}" cy="{y}" r="4" {line}>{label}</circle>'


def _plain(image: Image) -> str:
    if not image.bytes:
        return f"<p>[image {escape(image.path or 'without bytes')}]</p>"
    return f'<img src="{_data_url(image.bytes)}" style="max-width: {WIDTH_PX}px">'


def _data_url(content: bytes) -> str:
    kind = _SIGNATURES.get(content[:4], "image/jpeg")
    return f"data:{kind};base64,{b64encode(content).decode()}"
