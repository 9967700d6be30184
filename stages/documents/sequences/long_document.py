"""A long document as a sequence: all page images first, then all text, page after page.

Source: Qwen3-VL report §3.2.3; docs/formats.md §5.5: one question, no page markers, a blank line between
pages, and page images of 512 to 730 visual tokens, so that dozens of pages fit.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import PIL.Image

from vlcorpus.filters.documents.sequences import elements_uniform, pages_missing, sequence_too_short
from vlcorpus.schemas.documents.document import ClassifiedPage
from vlcorpus.schemas.documents.sequence import SequenceMeasures
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.prompts import choose_prompt
from vlcorpus.schemas.qwenvl.html import HtmlClasses
from vlcorpus.schemas.qwenvl.resize import smart_resize
from vlcorpus.schemas.qwenvl.tokens import TextTokenizer, TokenCounts, image_tokens
from vlcorpus.schemas.row import Row, row_rng
from vlcorpus.schemas.sample import Message, Part, SceneObject
from vlcorpus.stages.documents.page_formats import prompts_for, write_page
from vlcorpus.stages.documents.sequences.sequence import (
    Held,
    SequenceDraft,
    SequenceFilter,
    light,
    page_facts,
)
from vlcorpus.stages.samples import SampleImage

FORMATS = ("longdoc_html", "longdoc_markdown")
BETWEEN_PAGES = "\n\n"  # docs/formats.md §5.5
_AROUND_PAGE = 3  # tokens: start and end of the image, the blank line behind the text


@dataclass(frozen=True)
class PageSize:
    """How large a page image is in a sequence: Qwen3-VL's long-document cookbook, at 144 dpi."""

    max_side_px: int = 1500
    min_pixels: int = 512 * 32 * 32
    max_pixels: int = 730 * 32 * 32
    jpeg_quality: int = 90  # ours: quality of scaled pages, as of the page images

    def of(self, width_px: int, height_px: int) -> tuple[int, int]:
        """Return width and height, multiples of 32 px."""
        scale = min(1.0, self.max_side_px / max(width_px, height_px))
        height, width = smart_resize(
            max(1, round(height_px * scale)),
            max(1, round(width_px * scale)),
            min_pixels=self.min_pixels,
            max_pixels=self.max_pixels,
        )
        return width, height


@dataclass(frozen=True)
class LongDocument:
    """The parse of all pages in `name`'s format as one answer."""

    name: str = "longdoc_html"
    size: PageSize = PageSize()
    furniture: bool = True  # whether running heads, feet and page numbers are part of the answer
    classes: HtmlClasses = HtmlClasses.QWEN
    filters: tuple[SequenceFilter, ...] = (
        partial(sequence_too_short, min_pages=2),
        pages_missing,
        elements_uniform,
    )
    task: str = "longdoc_parse"
    mode: str = "instruct"
    asks: bool = True
    max_gap_pages: int | None = None  # the parse of a page stands alone

    def take(self, page: ClassifiedPage, tokenizer: TextTokenizer) -> Held:
        answer = write_page(page.tree, self.name, furniture=self.furniture, classes=self.classes)
        image = scale_page(page, self.size)
        n_tokens = tokenizer.count(answer) + image_tokens(image.width_px, image.height_px)
        return Held(light(page), n_tokens + _AROUND_PAGE, (answer, image))

    def draft(self, row: Row, held: Sequence[Held], seed: int) -> SequenceDraft:
        pages = [one.page for one in held]
        answers, page_images = zip(*(one.content for one in held), strict=True)
        prompt = choose_prompt(prompts_for(self.name, self.classes), row_rng(seed, row.id))
        images = [Part(type="image", media=index) for index in range(len(pages))]
        answer = BETWEEN_PAGES.join(filter(None, answers))
        return SequenceDraft(
            messages=[
                Message(role="user", content=[*images, Part(type="text", text=prompt.text)]),
                Message(role="assistant", content=[Part(type="text", text=answer)], train=True),
            ],
            images=list(page_images),
            measure=partial(_measure, pages),
            prompt_sha256=prompt.sha256,
            objects=[
                thing
                for index, (page, image) in enumerate(zip(pages, page_images, strict=True))
                for thing in _objects(page, index, image)
            ],
            meta={"format": self.name},
        )


def scale_page(page: ClassifiedPage, size: PageSize) -> SampleImage:
    """Return the page image in the sequence's size, scaled as Qwen's own loader scales (bicubic)."""
    width, height = size.of(page.width_px, page.height_px)
    if (width, height) == (page.width_px, page.height_px):
        return SampleImage(page.image, width, height)
    out = io.BytesIO()
    with open_image(page.image) as image:
        image.resize((width, height), PIL.Image.Resampling.BICUBIC).save(
            out, "JPEG", quality=size.jpeg_quality
        )
    return SampleImage(out.getvalue(), width, height)


def _objects(page: ClassifiedPage, index: int, image: SampleImage) -> list[SceneObject]:
    """Return the page's blocks in pixels of its image in the sequence."""
    x, y = image.width_px / page.width_px, image.height_px / page.height_px
    return [
        SceneObject(
            image=index,
            kind="box",
            label=str(block.kind),
            bbox_px=[round(value, 1) for value in (box.x1 * x, box.y1 * y, box.x2 * x, box.y2 * y)],
        )
        for block, box in zip(page.tree.blocks, page.boxes_px, strict=True)
    ]


def _measure(pages: list[ClassifiedPage], counts: TokenCounts) -> SequenceMeasures:
    return SequenceMeasures(**page_facts(pages, counts))
