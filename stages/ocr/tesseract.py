"""Tesseract, by its command line: a process for each page, so that a crash or a leak is one page's.

Starting it and loading a language is 0.1 s of the second that a page takes; `tesserocr` in our process saves
that and dies with the worker. hOCR is asked for, because it has what TSV has not: baselines and images.
"""

import os
import re
import resource
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.ocr.engine import OcrLine, OcrReading, OcrWord, Orientation

MISSING = "Install it: apt-get install tesseract-ocr. Or run with --set ocr=rapidocr or --set ocr=none."
# ISO 639-1 of `schemas/scripts.py` to the names of Tesseract's models
MODELS = {
    "en": "eng", "zh": "chi_sim", "cs": "ces", "da": "dan", "de": "deu", "es": "spa", "fi": "fin",
    "fr": "fra", "id": "ind", "it": "ita", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
    "sv": "swe", "sw": "swa", "tr": "tur", "uz": "uzb", "vi": "vie", "ar": "ara", "fa": "fas", "ur": "urd",
    "ru": "rus", "kk": "kaz", "sr": "srp", "ko": "kor", "ja": "jpn", "th": "tha", "el": "ell", "he": "heb",
    "hi": "hin",
}  # fmt: skip
# What `--psm 0` calls a script, to `schemas/scripts.py`
SCRIPTS = {
    "Latin": "latin", "Han": "han", "HanS": "han", "HanT": "han", "Japanese": "kana", "Korean": "hangul",
    "Hangul": "hangul", "Thai": "thai", "Greek": "greek", "Hebrew": "hebrew", "Devanagari": "devanagari",
    "Arabic": "arabic", "Cyrillic": "cyrillic",
}  # fmt: skip
MIN_SCRIPT_CONFIDENCE = 1.0  # ours: with less, pages of few words are called Cyrillic or Han by chance
# The second way: a threshold that follows the page's shades (Sauvola) instead of one for all of it (Otsu)
SECOND = ("-c", "thresholding_method=2")

UPRIGHT_SLOPE = 1.0

_TITLE = re.compile(r"(bbox|baseline|textangle|x_wconf) ([-\d. ]+)")
_LINES = {"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"}


@dataclass(frozen=True)
class Tesseract:
    binary: str = "tesseract"
    wall_s: float = 90.0  # ours: a page takes 1 to 3 s; twice that many seconds of CPU end it as well
    memory_bytes: int = 2_000_000_000  # ours: a page of 9 Mpx takes 0.3 GB

    def open(self, languages: tuple[str, ...]) -> None:
        unknown = [language for language in languages if language not in MODELS]
        if unknown:
            raise ConfigError(f"tesseract: no model for {unknown}; it has {sorted(MODELS)}")
        if shutil.which(self.binary) is None:
            raise EnvironmentFailure(f"{self.binary}: there is no such program. {MISSING}")
        installed = set(self._say("--list-langs").split())
        # Another language instead would read something, and another thing on each machine.
        missing = [MODELS[language] for language in languages if MODELS[language] not in installed]
        if missing:
            packages = " ".join(f"tesseract-ocr-{model.replace('_', '-')}" for model in missing)
            raise EnvironmentFailure(
                f"{self.binary}: no data for {missing}, only for {sorted(installed - {'osd'})[:40]}. "
                f"Install it: apt-get install {packages}"
            )

    @cached_property
    def name(self) -> str:
        return self._say("--version").split("\n")[0].strip().replace(" ", "-")

    def read(self, image: bytes, languages: tuple[str, ...], *, second: bool = False) -> OcrReading:
        models = "+".join(MODELS[language] for language in languages)
        options = SECOND if second else ()
        return parse_hocr(self._run(image, "--psm", "3", "-l", models, *options, "hocr"))

    def orientation(self, image: bytes) -> Orientation | None:
        try:
            said = self._run(image, "--psm", "0", "-l", "osd")
        except _Failed:  # too few characters
            return None
        found = dict(line.split(": ", 1) for line in said.decode().split("\n") if ": " in line)
        if not {"Orientation in degrees", "Script", "Script confidence"} <= found.keys():
            return None
        sure = float(found["Script confidence"]) >= MIN_SCRIPT_CONFIDENCE
        # It counts counter-clockwise; by how much the page must be turned is "Rotate".
        return Orientation(
            turn=-int(found["Rotate"]) // 90 % 4, script=SCRIPTS.get(found["Script"]) if sure else None
        )

    def _run(self, image: bytes, *arguments: str) -> bytes:
        command = [self.binary, "stdin", "stdout", *arguments]
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        ) as process:
            self._limit(process.pid)
            try:
                out, err = process.communicate(image, self.wall_s)
            except subprocess.TimeoutExpired:
                process.kill()
                raise Reject(
                    Reason.WALL_LIMIT, f"{self.binary}: no answer within {self.wall_s:g} s", retryable=True
                ) from None
        if process.returncode < 0:
            raise Reject(Reason.CRASH, f"{self.binary}: signal {-process.returncode}: {_tail(err)}")
        if process.returncode:
            raise _Failed(Reason.OCR_FAILED, f"{self.binary}: exit {process.returncode}: {_tail(err)}")
        return out

    def _limit(self, pid: int) -> None:
        cpu_s = int(2 * self.wall_s)
        with suppress(ProcessLookupError):  # it has ended already
            resource.prlimit(pid, resource.RLIMIT_AS, (self.memory_bytes, self.memory_bytes))
            resource.prlimit(pid, resource.RLIMIT_CPU, (cpu_s, cpu_s))

    def _say(self, argument: str) -> str:
        return _said(self.binary, argument)


class _Failed(Reject):
    """Tesseract said no."""


@cache
def _said(binary: str, argument: str) -> str:
    done = subprocess.run([binary, argument], capture_output=True, text=True, check=False, timeout=60)
    return done.stdout or done.stderr


def _tail(err: bytes) -> str:
    return err.decode(errors="replace").strip()[-300:]


def parse_hocr(hocr: bytes) -> OcrReading:
    """Return what an hOCR page says. Source: the hOCR 1.2 specification, and Tesseract's hocrrenderer.cpp."""
    lines: list[OcrLine] = []
    image_boxes: list[BoxPx] = []
    for element in ElementTree.fromstring(hocr).iter():  # noqa: S314 written by the Tesseract we started
        kind = element.get("class")
        if kind in _LINES:
            words = tuple(_words(element))
            if words:
                lines.append(_line(element, words))
        elif kind == "ocr_photo":
            image_boxes.append(_box(_title(element)))
    return OcrReading(tuple(lines), tuple(image_boxes))


def _words(line: ElementTree.Element) -> Iterator[OcrWord]:
    for element in line.iter():
        text = "".join("".join(element.itertext()).split())
        if element.get("class") == "ocrx_word" and text:
            title = _title(element)
            yield OcrWord(text, _box(title), title["x_wconf"][0] / 100)


def _line(element: ElementTree.Element, words: tuple[OcrWord, ...]) -> OcrLine:
    title = _title(element)
    box = _box(title)
    if "textangle" in title:  # counter-clockwise
        return OcrLine(words, box, box.y2, 0.0, turn=round(-title["textangle"][0] / 90) % 4)
    slope, offset = title.get("baseline", (UPRIGHT_SLOPE, 0.0))
    if abs(slope) >= UPRIGHT_SLOPE:  # a vertical line has no slope to state, and is read downwards
        return OcrLine(words, box, box.y2, 0.0, turn=1)
    return OcrLine(words, box, box.y2 + offset, slope)


def _title(element: ElementTree.Element) -> dict[str, tuple[float, ...]]:
    return {
        name: tuple(map(float, values.split())) for name, values in _TITLE.findall(element.get("title", ""))
    }


def _box(title: dict[str, tuple[float, ...]]) -> BoxPx:
    return BoxPx(*title["bbox"])
