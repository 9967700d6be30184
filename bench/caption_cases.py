"""Texts of the rules' author with their faults known, as rows that the filters of captions look at."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml

from vlcorpus.filters.captions.model_talk import spoken
from vlcorpus.schemas.captions.caption import Caption, CaptionedRow, CaptionRow, Tier
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.sample import Generated, LabelSource
from vlcorpus.stages.captions.measure_image import measure_image
from vlcorpus.stages.language.detect_language import detect_language

WRITTEN = Path(__file__).with_name("labelled_captions.yaml")
GOOD = Path(__file__).with_name("near_duplicates.yaml")


class Case(NamedTuple):
    row: CaptionRow
    faults: frozenset[str]
    name: str
    to_choose: bool
    real: bool  # whether nobody made it for this benchmark


def written_texts() -> Iterator[Case]:
    """Yield texts of the rules' author; what a good text is paired with makes the last two faults of it."""
    given = yaml.safe_load(WRITTEN.read_text("utf-8"))
    for fault, texts in given.items():
        for number, text in enumerate(texts):
            faults = frozenset() if fault == "good" else frozenset({fault})
            yield text_case(text, _language(text), faults, number % 2 == 0)
    for number, entry in enumerate(yaml.safe_load(GOOD.read_text("utf-8"))["captions"]):
        english, chinese, first = entry["text"], entry["zh"], number % 2 == 0
        yield text_case(english, "en", frozenset(), first)
        yield text_case(chinese, "zh", frozenset(), first)
        wrong = (english, "zh") if number % 4 < 2 else (chinese, "en")
        yield text_case(*wrong, frozenset({"caption_language"}), first)
        year = 1900 + number % 100
        dated = f"{english.rstrip('.')}, photographed in {year} by Margarete Schneider."
        yield text_case(dated, "en", frozenset(), first, f"Margarete Schneider, {year}")
        other = f"Margarethe Schneider, {year}" if number % 4 < 2 else f"Margarete Schneider, {year + 1}"
        if number % 4 < 2 or year % 10 < 9:
            yield text_case(dated, "en", frozenset({"caption_contradicts"}), first, other)


def _language(text: str) -> str:
    return "zh" if sum("\u3400" <= char <= "\u9fff" for char in text) * 3 > len(text) else "en"


def text_case(
    text: str, lang: str, faults: frozenset[str], to_choose: bool, hint: str = "", *, real: bool = False
) -> Case:
    """Return a caption as a model writes it, of an image that came with the text `hint`."""
    pair = PairRow.origin("bench", f"{text} {lang} {hint}", None, uri="", content=b"", text=hint)
    caption = Caption(
        text=text,
        tier=Tier.SHORT,
        lang=lang,
        label_source=LabelSource.MODEL,
        engine="bench",
        text_lang=detect_language(spoken(text)),
    )
    row = CaptionedRow(
        id=pair.id,
        source=pair.source,
        source_key=pair.source_key,
        license=None,
        content=b"",
        format="PNG",
        width_px=1,
        height_px=1,
        exif_applied=False,
        text=hint,
        lang=lang,
        measures=measure_image(np.zeros((4, 4, 3), np.uint8)),
        perceptual_hash=0,
        caption=caption,
        generated=[_SAID],
    )
    return Case(row, faults, text, to_choose, real)


_SAID = Generated(
    role="recaptioner",
    model_id="bench",
    model_revision=None,
    prompt_sha256="0" * 64,
    sampling="{}",
    seed=0,
    finish_reason="stop",
    n_out_tokens=1,
)
