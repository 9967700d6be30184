"""Turn a captioned image into a training sample: somebody asks for a caption, in one of many ways."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

from vlcorpus.schemas.captions.caption import CaptionedRow, CaptionRow, Tier, captioned
from vlcorpus.schemas.prompts import choose_prompt
from vlcorpus.schemas.row import Row, row_rng
from vlcorpus.schemas.sample import LabelSource, Sample
from vlcorpus.stages.captions.recaption import RECAPTIONER
from vlcorpus.stages.samples import (
    BY_CONTENT,
    CountsTokens,
    SampleDraft,
    SampleImage,
    asked_of_image,
    make_sample,
)
from vlcorpus.stages.stage import RowStage


@dataclass(frozen=True)
class ToCaptionSamples(CountsTokens, RowStage[CaptionRow, Sample]):
    """One captioned image in, one sample out. A caption that no model wrote is not trainable."""

    version: ClassVar[str] = "3"

    seed: int = 0
    tokenizer_path: str | None = field(default=None, metadata=BY_CONTENT)
    by_reference: bool = False  # whether a sample names where its image lies, if that is known, or holds it

    @property
    def tasks(self) -> tuple[str, ...]:
        return tuple(f"caption_{tier}" for tier in Tier)

    def each(self, row: CaptionRow) -> Sample:
        return self._sample(captioned(row))

    def _sample(self, row: CaptionedRow) -> Sample:
        caption = row.caption
        trainable = caption.label_source is not LabelSource.CLASSICAL
        asked_in = caption.lang if caption.lang == "zh" else "en"
        prompt = choose_prompt(f"caption_{caption.tier}", row_rng(self.seed, row.id), lang=asked_in)
        path = row.media_path if self.by_reference else None
        image = SampleImage(row.content, row.width_px, row.height_px, row.format, row.exif_applied, path)
        draft = SampleDraft(
            domain="captions",
            task="caption",
            stage="s0",  # the merger learns by captions first: Qwen3-VL report, table of stages
            lang=[caption.lang],
            messages=asked_of_image(prompt.text, caption.text, train=trainable),
            images=[image],
            sample_weight=row.place.weight if row.place else 1.0,
            trainable=trainable,
            label_source=caption.label_source,
            engine=caption.engine,
            model=next((said.model_id for said in row.generated if said.role == RECAPTIONER), None),
            generated=row.generated,
            prompt_sha256=prompt.sha256,
            parents=[row.id],
            scores=_scores(row),
            meta=_meta(row),
        )
        return make_sample(Row.derived(row, f"caption={caption.tier}"), draft, self.tokenizer)


def _scores(row: CaptionedRow) -> dict[str, float | None]:
    values = asdict(row.measures) | ({"density": row.place.density} if row.place else {})
    return {name: value for name, value in values.items() if isinstance(value, float)}


def _meta(row: CaptionedRow) -> dict[str, Any]:
    known = {
        "tier": row.caption.tier,
        "text": row.text,
        "url": row.url,
        "colors": row.measures.colors,
        "perceptual_hash": f"{row.perceptual_hash:016x}",
        "cluster": row.place and row.place.cluster,
        "duplicate_group": row.duplicate and row.duplicate.group,
        "quotes": {quote.facet: quote.text for quote in row.caption.quotes} or None,
        "source": json.loads(row.meta) if row.meta else None,
    }
    return {key: value for key, value in known.items() if value not in (None, "", [])}
