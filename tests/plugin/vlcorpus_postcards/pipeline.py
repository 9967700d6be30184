"""Postcards: text files → `cards` → `samples`."""

from functools import partial

from pydantic import Field

from vlcorpus.pipelines.config import InputConfig
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.stages.keep import Keep
from vlcorpus_postcards.card import Postcard, card_too_long
from vlcorpus_postcards.stages import DrawPostcard, ReadPostcard


class PostcardsConfig(InputConfig):
    max_chars: int = Field(default=400, ge=1, description="ours: ten lines of forty letters")
    tokenizer: str | None = Field(
        default=None, description="a tokenizer.json; without one, counts are estimates"
    )


def postcards(cfg: PostcardsConfig) -> Pipeline:
    files = cfg.open_source(patterns=("*.txt",), content_types=("text/plain",))
    cards = Table(
        "cards",
        files >> ReadPostcard() >> Keep(partial(card_too_long, max_chars=cfg.max_chars)),
        row=Postcard,
    )
    return Pipeline("postcards", Table("samples", cards >> DrawPostcard(cfg.seed, cfg.tokenizer)))
