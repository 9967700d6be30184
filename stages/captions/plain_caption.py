"""A caption without a model: the text that came with the image, and what its pixels say by measure.

It claims nothing that is not written or measured, and is labelled `classical`.
"""

import re
from typing import NamedTuple

from vlcorpus.schemas.captions.caption import Caption, CaptionRow, Tier
from vlcorpus.schemas.sample import LabelSource
from vlcorpus.stages.captions.colors import chinese
from vlcorpus.stages.language.detect_language import UNDETERMINED

ENGINE = "text+pixels"
SQUARE = 1.05  # ours: longer side over shorter; a person calls it square


class _Shape(NamedTuple):
    en: str
    zh: str


_SHAPES = {
    "square": _Shape("square", "方形"),
    "landscape": _Shape("wider than high", "横向"),
    "portrait": _Shape("higher than wide", "纵向"),
}
_SENTENCE_END = re.compile(r"[.!?。！？…]['\"”’)）」]*\Z")


def plain_caption(row: CaptionRow, tier: Tier) -> Caption:
    """Return the text as found, with the image's colours (medium), and its shape and layout (dense).

    What is measured is said in English and Chinese: a text in another language stays alone, labelled so.
    """
    if row.lang not in ("zh", "en", UNDETERMINED):
        return Caption(
            text=row.text, tier=tier, lang=row.lang, label_source=LabelSource.CLASSICAL, engine=ENGINE
        )
    lang = "zh" if row.lang == "zh" else "en"
    sentences = [row.text if _SENTENCE_END.search(row.text) else row.text + ("。" if lang == "zh" else ".")]
    if tier is not Tier.SHORT:
        sentences += _colors(row, lang)
    if tier is Tier.DENSE:
        sentences += _layout(row, lang)
    text = ("" if lang == "zh" else " ").join(sentences)
    return Caption(text=text, tier=tier, lang=lang, label_source=LabelSource.CLASSICAL, engine=ENGINE)


def _colors(row: CaptionRow, lang: str) -> list[str]:
    names = row.measures.colors
    if not names:
        return ["图片色彩多样。" if lang == "zh" else "The picture has many colours, none of which prevails."]
    if lang == "zh":
        return [f"画面的主要颜色是{'、'.join(map(chinese, names))}。"]
    return [f"Its main {'colour is' if len(names) == 1 else 'colours are'} {_listed(names)}."]


def _layout(row: CaptionRow, lang: str) -> list[str]:
    top, bottom, shape = row.measures.top, row.measures.bottom, _SHAPES[_shape(row)]
    if lang == "zh":
        parts = [
            f"{part}大多为{chinese(color)}" for part, color in (("上部", top), ("下部", bottom)) if color
        ]
        return [f"这是一张{'，'.join([f'{shape.zh}图片', *parts])}。"]
    halves = (("upper", top), ("lower", bottom))
    parts = [f"its {part} part is mostly {color}" for part, color in halves if color]
    return [f"It is {'; '.join([shape.en, *parts])}."]


def _shape(row: CaptionRow) -> str:
    if max(row.width_px, row.height_px) <= SQUARE * min(row.width_px, row.height_px):
        return "square"
    return "landscape" if row.width_px > row.height_px else "portrait"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
