"""A book as an interleaved sequence: text with its figures where they stand, pages merged in their order.

Source: Qwen3-VL report §3.2.1: up to 262,144 tokens; sequences of pure text or of low alignment are dropped,
ultra-long ones need a number of pages and a ratio of images to text. docs/formats.md §14: a pretraining
row is one assistant message.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter

from vlcorpus.filters.documents.sequences import (
    figures_missing,
    figures_unaligned,
    pages_missing,
    sequence_too_short,
    too_few_images_for_length,
    too_few_pages_for_length,
)
from vlcorpus.schemas.documents.document import ClassifiedPage
from vlcorpus.schemas.documents.sequence import BookMeasures
from vlcorpus.schemas.qwenvl.tokens import TextTokenizer, TokenCounts, image_tokens
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Message, Part
from vlcorpus.stages.documents.sequences.book_flow import Figure, FlowItem, join_pages, page_items
from vlcorpus.stages.documents.sequences.figure_evidence import WORTH, Evidence
from vlcorpus.stages.documents.sequences.repeated import without_repeated
from vlcorpus.stages.documents.sequences.sequence import (
    Held,
    SequenceDraft,
    SequenceFilter,
    light,
    page_facts,
)

_AROUND_ITEM = 2  # tokens: a blank line, or start and end of an image


@dataclass(frozen=True)
class Book:
    """Text with its figures, all of it trained."""

    name: str = "interleaved"
    jpeg_quality: int = 90  # ours: quality of the figures' images, as of the page images
    max_gap_pages: int | None = 1  # ours: a blank page or a plate; behind two the text does not go on
    filters: tuple[SequenceFilter, ...] = (
        partial(sequence_too_short, min_pages=2),
        # ours: text without every fourth page does not go on
        partial(pages_missing, max_missing_fraction=0.2),
        figures_missing,
        figures_unaligned,
        too_few_pages_for_length,
        too_few_images_for_length,
    )
    task: str = "interleaved"
    mode: str = "pretrain"
    asks: bool = False

    def take(self, page: ClassifiedPage, tokenizer: TextTokenizer) -> Held:
        items = page_items(page, self.jpeg_quality)
        n_tokens = sum(_tokens(item, tokenizer) + _AROUND_ITEM for item in items)
        # The figures are cut: the page image is not needed any more.
        return Held(light(page), n_tokens, items)

    def draft(self, row: Row, held: Sequence[Held], seed: int) -> SequenceDraft:
        items = without_repeated([item for one in held for item in one.content])
        flow = join_pages([list(page) for _, page in groupby(items, key=attrgetter("page"))])
        shown = [(item.page, item.figure) for item in flow if item.figure is not None]
        figures = [figure for _, figure in shown]
        return SequenceDraft(
            messages=[Message(role="assistant", content=parts_of(flow), train=True)],
            images=[figure.image for figure in figures],
            measure=partial(_measure, [one.page for one in held], figures),
            meta={
                "figures": [
                    {"page": page, "bbox_1000": list(figure.box_1000), "evidence": figure.evidence}
                    for page, figure in shown
                ]
            },
        )


def parts_of(flow: Sequence[FlowItem]) -> list[Part]:
    """Return text and images in turn: a blank line between blocks, a newline before a caption."""
    parts: list[Part] = []
    n_images = 0
    for before, item in zip((None, *flow), flow, strict=False):
        gap = "" if before is None else "\n" if before.figure and item.kind == "caption" else "\n\n"
        if gap and parts[-1].type == "text":
            parts[-1] = _longer(parts[-1], gap)
            gap = ""
        if item.figure is not None:
            if gap:
                parts.append(Part(type="text", text=gap))
            parts.append(Part(type="image", media=n_images))
            n_images += 1
        elif parts and parts[-1].type == "text":
            parts[-1] = _longer(parts[-1], item.text)
        else:
            parts.append(Part(type="text", text=gap + item.text))
    return parts


def _longer(part: Part, text: str) -> Part:
    return Part(type="text", text=(part.text or "") + text)


def _tokens(item: FlowItem, tokenizer: TextTokenizer) -> int:
    if item.figure is None:
        return tokenizer.count(item.text)
    return image_tokens(item.figure.image.width_px, item.figure.image.height_px)


def _measure(pages: list[ClassifiedPage], figures: list[Figure], counts: TokenCounts) -> BookMeasures:
    tally = Counter(figure.evidence for figure in figures)
    worth = sum(WORTH[evidence] * n for evidence, n in tally.items())
    return BookMeasures(
        **page_facts(pages, counts),
        n_figures=len(figures),
        n_captioned=tally[Evidence.CAPTION],
        n_referred=tally[Evidence.REFERENCE],
        n_near_prose=tally[Evidence.PROSE],
        alignment_fraction=worth / len(figures) if figures else 0.0,
        image_text_ratio=counts.n_vision / counts.n_text if counts.n_text else 0.0,
    )
