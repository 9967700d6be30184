"""The OCR engines by the names under which a configuration chooses them."""

from collections.abc import Callable

from vlcorpus.schemas.needs import RAPIDOCR, TESSERACT, Need
from vlcorpus.stages.ocr.engine import OcrEngine
from vlcorpus.stages.ocr.rapid import RapidOcr
from vlcorpus.stages.ocr.tesseract import Tesseract

NO_ENGINE = "none"
SAME_ENGINE = "same"  # the second reading is by the engine of the first
NEEDS: dict[str, Need] = {"tesseract": TESSERACT, "rapidocr": RAPIDOCR}
ENGINES: dict[str, Callable[[], OcrEngine]] = {"tesseract": Tesseract, "rapidocr": RapidOcr}
