"""Read pages by OCR whose text layer cannot be believed: scans, invisible OCR layers, garbled encodings."""

import io
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

import PIL.Image

from vlcorpus.schemas.documents.document import Drawing, OcrMeasures, PageRow, TextSource
from vlcorpus.schemas.errors import Reject, StageBug
from vlcorpus.schemas.needs import Need
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.scripts import script_of
from vlcorpus.stages.documents.page.measure_text import measure_text
from vlcorpus.stages.documents.scans.need import DEFAULT_TRUST, TextTrust, distrust
from vlcorpus.stages.documents.scans.text_lines import Placement, text_lines
from vlcorpus.stages.ocr.agreement import agreement
from vlcorpus.stages.ocr.engine import OcrEngine, OcrLine, OcrReading
from vlcorpus.stages.ocr.engines import ENGINES, NEEDS, NO_ENGINE, SAME_ENGINE
from vlcorpus.stages.ocr.ink import with_ink
from vlcorpus.stages.ocr.leaders import Leader, erase, find_leaders, put_back
from vlcorpus.stages.ocr.lighting import even_light
from vlcorpus.stages.stage import RowStage

HOW_TO_READ_IT = "no OCR engine is chosen: --set ocr=tesseract (or ocr=rapidocr) reads such pages"
DOUBTFUL = 0.7  # ours: confidence; upright pages in the right script have 0.9, others below 0.5
MIN_LINE_CONFIDENCE = 0.3  # ours: what an engine reads out of images is below it
SECOND_SCALE = 0.75  # ours: another raster of the same letters, in less time


class _Read(NamedTuple):
    reading: OcrReading  # what was read in the image without leaders
    leaders: list[Leader]
    image: PIL.Image.Image  # the image that was read: upright, without leaders
    turn: int  # quarter turns clockwise by which the page is shown turned
    languages: tuple[str, ...]


@dataclass(frozen=True)
class ReadScans(RowStage[PageRow, PageRow]):
    """Fill `lines` of pages whose text layer is not trusted from their `scan`; the others pass untouched.

    `engine` "none" rejects them with the reason for which they are not trusted. `second` names what reads a
    page again, for the agreement of the two: an engine, "same" or "none". Reasons: page_scanned,
    text_invisible, text_garbled, ocr_failed, wall_limit, crash.
    """

    engine: str = NO_ENGINE
    second: str = SAME_ENGINE
    languages: tuple[str, ...] = ("en",)  # ISO 639-1; those of the first one's script are tried first
    trust: TextTrust = DEFAULT_TRUST
    version: ClassVar[str] = "1"

    @cached_property
    def first_engine(self) -> OcrEngine | None:
        return self._opened(self.engine)

    @cached_property
    def second_engine(self) -> OcrEngine | None:
        again = self.second in (SAME_ENGINE, self.engine)
        return self.first_engine if again or self.first_engine is None else self._opened(self.second)

    def _opened(self, name: str) -> OcrEngine | None:
        if name == NO_ENGINE:
            return None
        engine = ENGINES[name]()
        engine.open(self.languages)
        return engine

    @property
    def needs(self) -> tuple[Need, ...]:
        read_by = () if self.engine == NO_ENGINE else (self.engine, self.second)
        return tuple(NEEDS[name] for name in read_by if name in NEEDS)

    def _chosen_engine(self) -> OcrEngine:
        if self.first_engine is None:
            raise StageBug(f"{self.name}: no engine is chosen, and a page is read")
        return self.first_engine

    def open(self) -> None:
        _ = self.first_engine, self.second_engine

    def each(self, row: PageRow) -> PageRow:
        reason = distrust(row.measures, self.trust)
        if reason is None:
            return row
        if self.first_engine is None:
            raise Reject(reason, HOW_TO_READ_IT)
        if row.scan is None:
            raise StageBug(f"{self.name}: {row.source_key} has no scan: give ReadPdf the same TextTrust")
        read = self._read(even_light(open_image(row.scan)))
        second = self._read_again(read)
        _fill(row, read, is_scan=reason is not Reason.TEXT_GARBLED)
        row.ocr = OcrMeasures(
            engine=self.first_engine.name,
            second_engine=self.second_engine.name if self.second_engine else None,
            confidence=read.reading.confidence,
            agreement=None if second is None else agreement(read.reading, second),
        )
        return row

    def _read(self, scan: PIL.Image.Image) -> _Read:
        """Read it as upright, in the languages of the first one's script; in doubt find turn and script."""
        languages = self._of_script(script_of(self.languages[0]))
        first = self._read_turned(scan, 0, languages)
        if first.reading.confidence >= DOUBTFUL:
            return first
        found = self._chosen_engine().orientation(_png(scan))
        if found is None:
            return first
        languages = self._of_script(found.script) or languages
        if (found.turn, languages) == (0, first.languages):
            return first
        again = self._read_turned(scan, found.turn, languages)
        return max(first, again, key=lambda read: read.reading.confidence)

    def _of_script(self, script: str | None) -> tuple[str, ...]:
        return tuple(language for language in self.languages if script_of(language) == script)

    def _read_turned(self, scan: PIL.Image.Image, turn: int, languages: tuple[str, ...]) -> _Read:
        upright = _turned_back(scan, turn)
        leaders = find_leaders(upright)
        clean = erase(upright, leaders)
        reading = self._chosen_engine().read(_png(clean), languages).only(_is_text)
        return _Read(reading, leaders, clean, turn, languages)

    def _read_again(self, read: _Read) -> OcrReading | None:
        """Return the second reading, in px of the first; the same engine reads a smaller image."""
        if self.second_engine is None:
            return None
        if self.second_engine is not self.first_engine:
            return self.second_engine.read(_png(read.image), read.languages).only(_is_text)
        smaller = _resized(read.image, SECOND_SCALE)
        reading = self.second_engine.read(_png(smaller), read.languages, second=True)
        return reading.only(_is_text).scaled(read.image.height / smaller.height)


def _is_text(line: OcrLine) -> bool:
    return line.confidence >= MIN_LINE_CONFIDENCE


def _turned_back(image: PIL.Image.Image, turn: int) -> PIL.Image.Image:
    if turn == 0:
        return image
    dpi = image.info.get("dpi")
    image = image.rotate(90 * turn, expand=True)
    return _with_dpi(image, dpi, 1.0)


def _resized(image: PIL.Image.Image, factor: float) -> PIL.Image.Image:
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return _with_dpi(image.resize(size, PIL.Image.Resampling.BOX), image.info.get("dpi"), factor)


def _with_dpi(image: PIL.Image.Image, dpi: tuple[float, float] | None, factor: float) -> PIL.Image.Image:
    if dpi is not None:
        image.info["dpi"] = (dpi[0] * factor, dpi[1] * factor)
    return image


def _png(image: PIL.Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1, **{k: v for k, v in image.info.items() if k == "dpi"})
    return out.getvalue()


def _fill(row: PageRow, read: _Read, *, is_scan: bool) -> None:
    """Put what was read into the row. A scan's images are the scan: figures are what the engine found."""
    place = Placement(read.image.width, read.image.height, row.width_px, row.height_px, read.turn)
    reading = with_ink(read.reading, read.image)
    row.lines = text_lines(put_back(reading, read.leaders), place)
    row.scan = None
    row.text_source = TextSource.OCR
    row.measures = measure_text(row.lines, row.image_boxes, len(row.drawings), row.width_px, row.height_px)
    if is_scan:
        row.image_boxes = [place.box(box) for box in reading.image_boxes]
        row.drawings += [Drawing(place.box(box), True, True, 0.0) for box in reading.rules]
