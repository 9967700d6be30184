"""RapidOCR: the PP-OCR models on onnxruntime, as the wheel brings them. It opens no network.

Five seconds of one core for a page of print, where Tesseract takes one: for a second opinion, or where there
is no Tesseract.
"""

from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.scripts import SCRIPT_CANDIDATES
from vlcorpus.stages.ocr.engine import OcrLine, OcrReading, OcrWord, Orientation
from vlcorpus.stages.ocr.ink import INK, inked
from vlcorpus.stages.ocr.sizes import has_descender

MISSING = "Install it: pip install 'vlcorpus[ocr-rapid]'. Or run with --set ocr=tesseract or --set ocr=none."
# Whose letters are all among the model's 18,708 characters (read off its metadata)
LANGUAGES = frozenset({*SCRIPT_CANDIDATES["latin"], "zh", "ja"} - {"vi", "la"})
DETECTOR, RECOGNISER = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
VERTICAL = 1.5  # times as high as wide: what RapidOCR turns before it reads it


@dataclass(frozen=True)
class RapidOcr:
    def open(self, languages: tuple[str, ...]) -> None:
        unknown = sorted(set(languages) - LANGUAGES)
        if unknown:
            raise ConfigError(f"rapidocr: its model does not read {unknown}, only {sorted(LANGUAGES)}")
        _ = self._models

    @property
    def name(self) -> str:
        return f"rapidocr-{version('rapidocr')}"

    @cached_property
    def _models(self) -> Any:
        try:
            import rapidocr
        except ImportError as error:
            raise EnvironmentFailure(f"rapidocr cannot be imported: {error}. {MISSING}") from error
        folder = Path(rapidocr.__file__).parent / "models"
        for model in (DETECTOR, RECOGNISER):
            if not (folder / model).is_file():  # it would be downloaded
                raise EnvironmentFailure(f"rapidocr: {folder / model} is missing. {MISSING}")
        return rapidocr.RapidOCR(
            params={
                "Global.log_level": "error",
                "Global.use_cls": False,  # a page upside down is the stage's to find
                "Det.model_path": str(folder / DETECTOR),
                "Rec.model_path": str(folder / RECOGNISER),
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def read(self, image: bytes, languages: tuple[str, ...], *, second: bool = False) -> OcrReading:
        pixels = np.asarray(open_image(image).convert("RGB"))
        found = self._models(pixels, return_word_box=True)
        if found.boxes is None:
            return OcrReading(())
        ink = pixels[:, :, 0] < INK
        read = zip(found.boxes, found.txts, found.scores, found.word_results, strict=True)
        return OcrReading(tuple(line for parts in read if (line := line_of(*parts, ink)) is not None))

    def orientation(self, image: bytes) -> Orientation | None:
        return None


def line_of(quad: Any, text: str, score: float, words: Any, ink: np.ndarray) -> OcrLine | None:
    """Return a line of words with the boxes of their ink, of which an engine gives the line's height."""
    box = _box(quad)
    if not text.strip():
        return None
    if box.y2 - box.y1 >= VERTICAL * (box.x2 - box.x1) and len(text) > 1:
        whole = OcrWord("".join(text.split()), inked(box, ink), score)
        return OcrLine((whole,), whole.box, whole.box.y2, 0.0, turn=1)
    found = [
        OcrWord("".join(word.split()), inked(_box(corners), ink), confidence)
        for word, confidence, corners in words
        if word.strip()
    ] or [OcrWord("".join(text.split()), inked(box, ink), score)]
    standing = [word.box.y2 for word in found if not has_descender(word.text)]
    baseline = median(standing) if standing else max(word.box.y2 for word in found)
    return OcrLine(tuple(found), box, baseline, 0.0)


def _box(corners: Any) -> BoxPx:
    xs, ys = zip(*corners, strict=True)
    return BoxPx(float(min(xs)), float(min(ys)), float(max(xs)), float(max(ys)))
