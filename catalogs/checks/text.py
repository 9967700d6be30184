"""Are answers and counts what the formats say? Too dear for every row, so it is asked of a draw."""

import re
from collections.abc import Iterator

from vlcorpus.schemas.qwenvl.html import parse_html
from vlcorpus.schemas.qwenvl.markdown import parse_markdown
from vlcorpus.schemas.qwenvl.scan import FormatError
from vlcorpus.schemas.qwenvl.tokens import TextTokenizer, count_sample_tokens, image_tokens
from vlcorpus.schemas.sample import Sample


def _parse_pages(text: str) -> None:
    """Read the pages of a long document, with a blank line between them, as between Markdown's blocks."""
    if not text.startswith("<html>"):
        parse_markdown(text)
        return
    for page in text.split("\n\n"):  # QwenVL-HTML has no blank line
        parse_html(page)


_PARSERS = {"doc_html": parse_html, "doc_markdown": parse_markdown, "longdoc_parse": _parse_pages}
_PROCESSOR = re.compile(r"qwen3-vl:image=(\d+)-(\d+)")


def is_document(sample: Sample) -> bool:
    return sample.task in _PARSERS


def unparsable_answers(sample: Sample) -> Iterator[str]:
    """Yield where a document's answer is not in the exact form that its writer writes."""
    for message in sample.messages:
        for part in message.content if message.role == "assistant" else ():
            try:
                _PARSERS[sample.task](part.text or "")
            except FormatError as error:
                yield f"{sample.task}: {error}"


def counts_images_only(sample: Sample) -> bool:
    return not sample.videos and _pixel_limits(sample) is not None


def wrong_vision_tokens(sample: Sample) -> Iterator[str]:
    """Yield where the vision tokens do not follow from the images' sizes and the processor's limits."""
    limits = _pixel_limits(sample)
    if limits is None:
        yield f"processor_id is {sample.processor_id}: it does not say what the tokens were counted with"
        return
    low, high = limits
    try:
        counted = sum(
            image_tokens(info.width_px, info.height_px, min_pixels=low, max_pixels=high)
            for info in sample.image_info
        )
    except ValueError as error:
        yield str(error)
        return
    if counted != sample.n_vision_tokens:
        yield f"n_vision_tokens is {sample.n_vision_tokens}, the images make {counted}"


def _pixel_limits(sample: Sample) -> tuple[int, int] | None:
    """Return the least and the most pixels of an image that its processor takes, if its id says them."""
    told = _PROCESSOR.fullmatch(sample.processor_id)
    return (int(told[1]), int(told[2])) if told else None


def renders_as_text(sample: Sample) -> bool:
    return not sample.videos and sample.mode in ("instruct", "pretrain")


def wrong_text_tokens(sample: Sample, tokenizer: TextTokenizer) -> Iterator[str]:
    """Yield where text and loss tokens are not what `tokenizer` counts in the rendered conversation."""
    sizes = [(info.width_px, info.height_px) for info in sample.image_info]
    try:
        counted = count_sample_tokens(sample.messages, sizes, tokenizer, tools=sample.tools, mode=sample.mode)
    except ValueError as error:
        yield f"cannot be rendered: {error}"
        return
    for name, now, told in (
        ("n_text_tokens", counted.n_text, sample.n_text_tokens),
        ("n_loss_tokens", counted.n_loss, sample.n_loss_tokens),
    ):
        if now != told:
            yield f"{name} is {told}, {tokenizer.id} counts {now}"
