"""Regions of a page by the layout model that PyMuPDF 2 carries in its wheel (AGPL-3.0 or commercial).

A graph network on the boxes of the text layer and on features of a small image of the page: 0.25 CPU s a
page, nine tenths of the price of reading it (measured). Runs in the sandbox's child.
"""

import importlib
import sys
from typing import Any

from vlcorpus.schemas.documents.document import Region
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.pdf.pymupdf_engine import give_back_memory, pymupdf

KINDS = {
    "text": BlockKind.TEXT,
    "title": BlockKind.TITLE,
    "section-header": BlockKind.TITLE,
    "list-item": BlockKind.LIST,
    "picture": BlockKind.IMAGE,
    "table": BlockKind.TABLE,
    "caption": BlockKind.CAPTION,
    "formula": BlockKind.FORMULA,
    "footnote": BlockKind.FOOTNOTE,
    "page-header": BlockKind.HEADER,
    "page-footer": BlockKind.FOOTER,
}
ONNX_RUNTIME = "[ONNXRuntimeError]"  # how its errors begin


class LayoutFailed(Exception):
    """The network gave up on a page: it had too little memory, or cannot take what it was shown."""


class LayoutModel:
    """The model, loaded: 1.5 CPU s, and 150 to 200 MB between pages (measured)."""

    def __init__(self) -> None:
        onnxruntime = importlib.import_module("onnxruntime")
        self._predict = _load(onnxruntime).predict

    def regions(self, page: "pymupdf.Page", width_px: int, height_px: int) -> list[Region]:
        """Return the regions, in no order, clipped to the page image. Raises LayoutFailed."""
        x, y = width_px / page.rect.width, height_px / page.rect.height
        try:
            predicted = self._predict(page, return_raw=True, do_sort=False)
        except Exception as error:  # ONNX Runtime has many classes, which share no base but a word
            if ONNX_RUNTIME not in str(error):
                raise
            raise LayoutFailed(str(error)) from error
        finally:
            give_back_memory()  # else it keeps what the largest page took: 470 MB instead of 290 (measured)
        return [
            Region(KINDS[found["class_name"]], box)
            for found in predicted
            if found["class_name"] in KINDS
            and (box := _clip(found["group_bbox"], x, y, width_px, height_px)) is not None
        ]


def _clip(box: list[float], x: float, y: float, width_px: int, height_px: int) -> BoxPx | None:
    x1, y1 = max(0.0, box[0] * x), max(0.0, box[1] * y)
    x2, y2 = min(float(width_px), box[2] * x), min(float(height_px), box[3] * y)
    return BoxPx(x1, y1, x2, y2) if x1 < x2 and y1 < y2 else None


def _load(onnxruntime: Any) -> Any:
    """Load the network with one thread (its pool spins on every core) and without its table grids."""
    sys.modules.pop("pymupdf.layout", None)  # the reader keeps it out, until here
    pymupdf._get_layout = pymupdf._get_layout or (lambda *_, **__: [])  # else the import loads a model too
    sessions: Any = importlib.import_module("pymupdf.layout.onnx.common_util")

    def make_session(path: str, providers: list[str] | None = None) -> Any:
        options = onnxruntime.SessionOptions()
        options.enable_cpu_mem_arena = False  # their own setting too: the arena never shrinks
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(path, sess_options=options, providers=providers)

    sessions.make_session = make_session
    network = importlib.import_module("pymupdf.layout.onnx.BoxRFDGNN").BoxRFDGNN(use_sort=False)
    network.table_grid_extractor = None  # `table_structure` reads grids better (bench) and ten times faster
    return network
