"""Write a caption of each image anew, by a model that also sees the text that came with it.

Source: Qwen3-VL report §3.2.1 (role recaptioner). The tiers, their shares and the quotes are ours.
"""

import json
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from vlcorpus.filters.captions.caption import LENGTHS, n_letters
from vlcorpus.filters.captions.model_talk import spoken
from vlcorpus.schemas.captions.caption import (
    Caption,
    CaptionedRow,
    CaptionRow,
    Facet,
    FacetQuote,
    Tier,
    with_caption,
)
from vlcorpus.schemas.captions.pair import UNREAD
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.prompts import Prompt, prompts_of
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.schemas.row import row_rng
from vlcorpus.schemas.sample import LabelSource
from vlcorpus.stages.captions.plain_caption import plain_caption
from vlcorpus.stages.inference.infer import Infer, generated, needs_model
from vlcorpus.stages.inference.request import ImageInput, JsonSchema, Reply, Request, user
from vlcorpus.stages.language.detect_language import detect_language

RECAPTIONER = "recaptioner"
TIERS = tuple(Tier)
MAX_QUOTES = 12
_QUOTES = {"type": "array", "maxItems": MAX_QUOTES, "items": {"type": "string", "maxLength": 200}}
ANSWER = JsonSchema(
    json.dumps(
        {
            "type": "object",
            "properties": {"caption": {"type": "string"}, **{str(facet): _QUOTES for facet in Facet}},
            "required": ["caption", *map(str, Facet)],
            "additionalProperties": False,
        }
    )
)


@dataclass(frozen=True)
class Recaption(Infer[CaptionRow, CaptionedRow]):
    """Fill `caption`: by the model, else from the text as found and the pixels, labelled so.

    A row has the tier that it wants, or draws one by `shares` (short, medium, dense). Its language is Chinese
    where its text is, else English; rows without a text draw it by `chinese_share`.
    Reasons: needs_model:recaptioner for an image without a text, and those of `Infer`.
    """

    version: ClassVar[str] = "4"
    shares: tuple[float, float, float] = (0.3, 0.4, 0.3)
    chinese_share: float = 0.5

    @property
    def tasks(self) -> tuple[str, ...]:
        return (*(f"recaption_{tier}" for tier in Tier), "recaption_hint", "recaption_answer")

    def requests(self, row: CaptionRow) -> list[Request]:
        tier, lang = self.draw(row)
        prompts = caption_prompts(tier, lang, hinted=bool(row.text))
        text = "\n\n".join(prompt.text for prompt in prompts).replace("{hint}", _quoted(row.text))
        return [
            Request(
                turns=(user(ImageInput(row.content), text),),
                sampling=self.model.sampling,
                constraint=ANSWER,
                prompt_sha256=prompts[0].sha256,
            )
        ]

    def accept(self, row: CaptionRow, requests: Sequence[Request], replies: Sequence[Reply]) -> CaptionedRow:
        tier, lang = self.draw(row)
        (request,), (reply,) = requests, replies
        answer = reply.value(request)
        quotes = [FacetQuote(facet=facet, text=_plain(text)) for facet in Facet for text in answer[facet]]
        text = _plain(answer["caption"])
        return with_caption(
            row,
            Caption(
                text=text,
                tier=tier,
                lang=lang,
                quotes=quotes,
                label_source=LabelSource.MODEL,
                engine=reply.engine,
                text_lang=detect_language(spoken(text)),
            ),
            [*row.generated, *generated(self.model, requests, replies)],
        )

    def unanswered(self, row: CaptionRow) -> CaptionedRow:
        if not row.text:
            why = _unread_text(row) or "no text came with the image"
            raise Reject(needs_model(RECAPTIONER), f"{why}, and no model describes it")
        tier, _ = self.draw(row)
        # A long text is no short caption, whatever was drawn.
        while n_letters(row.text) > LENGTHS[tier][1] and tier != TIERS[-1]:
            tier = TIERS[TIERS.index(tier) + 1]
        return with_caption(row, plain_caption(row, tier), row.generated)

    def draw(self, row: CaptionRow) -> tuple[Tier, str]:
        """Return the row's tier and language: the same for any engine, order and retry."""
        rng = row_rng(self.seed, row.source_key)  # an answer is kept when the source gets another name
        bounds = list(accumulate(self.shares))
        tier = TIERS[bisect(bounds, rng.random() * bounds[-1])]
        tier = row.wanted or tier
        chinese = row.lang == "zh" if row.text else rng.random() < self.chinese_share
        return tier, "zh" if chinese else "en"


def caption_prompts(tier: Tier, lang: str, *, hinted: bool) -> list[Prompt]:
    """Return the parts of the instruction: the tier's own, what the text is, and how to answer."""
    tasks = [f"recaption_{tier}", *(["recaption_hint"] if hinted else []), "recaption_answer"]
    return [prompt for task in tasks for prompt in prompts_of(task, lang)]


def _unread_text(row: CaptionRow) -> str | None:
    """Return why the text that came with the image is not used, None where none came."""
    fault = json.loads(row.meta or "{}").get(UNREAD)
    return f"its text is not used ({fault})" if fault else None


def _plain(text: str) -> str:
    """Return the text without control characters but line breaks, and without special tokens."""
    return scrub("".join(char if char.isprintable() or char == "\n" else " " for char in text)).strip()


def _quoted(hint: str) -> str:
    """Return the text so that it cannot end its own quotation."""
    return hint.replace("<text", "< text").replace("</text", "< /text")
