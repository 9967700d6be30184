"""The OCR engines by the names under which a configuration chooses them."""

from collections.abc import Callable

from stages.documents.ocr.engine import OcrEngine
from stages.documents.ocr.rapid import RapidOcr
from stages.documents.ocr.tesseract import Tesseract

NO_ENGINE = "none"
SAME_ENGINE = "same"  # as the first, for the second reading
ENGINES: dict[str, Callable[[], OcrEngine]] = {"tesseract": Tesseract, "rapidocr": RapidOcr}
