"""PyMuPDF (AGPL-3.0 or commercial), imported here and nowhere else, without what it brings along."""

import sys

from vlcorpus.schemas.heap import trim_heap

# Two packages that PyMuPDF imports when they are there, with onnxruntime: 1.1 s and 90 MB (measured). The
# layout model is loaded when a page wants it (`pymupdf_layout`).
for _name in ("pymupdf.layout", "pymupdf4llm"):
    sys.modules.setdefault(_name, None)  # type: ignore[arg-type]
import pymupdf  # noqa: E402

BROKEN = (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase)  # what PyMuPDF raises for a file's faults

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def give_back_memory() -> None:
    """Empty MuPDF's store, and return to the system what glibc keeps of the largest page so far."""
    pymupdf.TOOLS.store_shrink(100)
    trim_heap()


__all__ = ["BROKEN", "give_back_memory", "pymupdf"]
