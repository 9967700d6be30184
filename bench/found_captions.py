"""Texts that nobody here wrote, as captions: whether each is good, or which filter shall reject it.

Good ones of $SHARED are captions of COCO images by people and by GPT-4, sentences of Flickr30k, phrases of
Visual Genome, and alt texts of saved web pages, in the language of the page. Sentences of the Universal
Declaration of Human Rights in 51 languages are captions in another language than was asked for. What models
say in place of a caption stands in found_captions.yaml.
"""

import gzip
import html
import json
import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import yaml

from bench.caption_cases import Case, text_case
from vlcorpus.stages.captions.hint import clean_hint
from vlcorpus.stages.language.detect_language import detect_language

FAULTY = Path(__file__).with_name("found_captions.yaml")
PER_PAGE, PER_LANGUAGE = 30, 6  # of a page, of a language: one site must not be most of all
_ALT = re.compile(r'\balt="([^"<>]{20,400})"')
_LANG = re.compile(r'<html[^>]*\blang="?([a-zA-Z]{2})')
_ENTITY = re.compile(r"\[/EN#\S+ ([^\]]*)\]")
_SENTENCE = re.compile(r"<p>([^<>]{40,300})</p>")


def found_texts(shared: Path) -> Iterator[Case]:
    given = yaml.safe_load(FAULTY.read_text("utf-8"))
    for fault, texts in given.items():
        for text in texts:
            lang = "en" if fault == "caption_language" else _asked_in(text)
            yield _case(text, lang, () if fault == "good" else (fault,))
    asked = dict.fromkeys(_captions(shared / "data"), "en") | dict(_alt_texts(shared / "data"))
    for text, lang in asked.items():
        # Names of files and of cameras are no captions.
        if clean_hint(text) and text not in given["caption_language"]:
            yield _case(text, lang, ())
    for lang, text in _sentences(shared / "data/ocr"):
        yield _case(text, "en", () if lang == "en" else ("caption_language",))
        yield _case(text, "zh", () if lang.startswith("zh") else ("caption_language",))


def _case(text: str, lang: str, faults: tuple[str, ...]) -> Case:
    to_choose = blake2b(text.encode()).digest()[0] % 2 == 0
    return text_case(text, lang, frozenset(faults), to_choose, real=True)


def _asked_in(text: str) -> str:
    """Return the language that a text is in; English where that cannot be told."""
    lang = detect_language(text)
    return "en" if lang == "und" else lang


def _captions(data: Path) -> Iterator[str]:
    for line in (data / "posttrain/mm/llava_caps_boxes_coco2014_val_80.jsonl").open(encoding="utf-8"):
        yield from (" ".join(caption.split()) for caption in json.loads(line)["captions"])
    for line in (data / "posttrain/mm/llava_coco2014_val_gpt4_qa_30x3.jsonl").open(encoding="utf-8"):
        if (answer := json.loads(line))["type"] == "detail":
            yield answer["output"]
    for path in sorted((data / "grounding/flickr30k_entities/Sentences").glob("*.txt")):
        yield from _ENTITY.sub(r"\1", path.read_text("utf-8")).splitlines()
    for image in json.loads((data / "grounding/visual_genome/region_descriptions.json").read_text("utf-8")):
        yield from (region["phrase"] for region in image["regions"])
    yield from (pair["alt"] for pair in json.loads((data / "alt/alt_pairs.json").read_text("utf-8")))


def _alt_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield texts with the language of their pages."""
    for path in sorted((data / "web").rglob("*")):
        if path.name.endswith((".html", ".html.gz")):
            content = path.read_bytes()
            page = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8", "replace")
            texts = dict.fromkeys(" ".join(html.unescape(alt).split()) for alt in _ALT.findall(page))
            said = _LANG.search(page)
            kept = islice((text for text in texts if "\ufffd" not in text), PER_PAGE)
            yield from ((text, said[1].lower() if said else _asked_in(text)) for text in kept)


def _sentences(ocr: Path) -> Iterator[tuple[str, str]]:
    """Yield sentences with their languages."""
    for path in sorted((*(ocr / "udhr").glob("*.html"), *(ocr / "udhr_extra").glob("*.html"))):
        texts = _SENTENCE.findall(path.read_text("utf-8"))
        yield from ((path.stem, " ".join(html.unescape(text).split())) for text in texts[:PER_LANGUAGE])
