"""Which pages OCR has to read: those whose text layer is absent, not shown, or not what is shown."""

from dataclasses import dataclass

from vlcorpus.filters.documents.page import page_scanned, text_garbled, text_invisible
from vlcorpus.schemas.documents.document import PageMeasures
from vlcorpus.schemas.reasons import Reason


@dataclass(slots=True, frozen=True)
class TextTrust:
    """What a text layer must be to be believed: the thresholds of the filters that reject it otherwise."""

    min_chars: int = 20  # the default of the filter `text_invisible`
    max_garbled_fraction: float = 0.02  # the default of the filter `text_garbled`


DEFAULT_TRUST = TextTrust()


@dataclass(slots=True, frozen=True)
class ScanRequest:
    """The image that OCR reads. A reader makes it of the pages that `distrust` names, and of no other."""

    # ours: 150 dpi loses small print, 300 dpi costs a fifth more and reads no better (measured)
    dpi: float = 200.0
    max_pixels: int = 9_000_000  # ours: A3 at 200 dpi
    trust: TextTrust = DEFAULT_TRUST


def distrust(measures: PageMeasures, trust: TextTrust) -> Reason | None:
    """Return why the text layer cannot be believed, or None where it can."""
    return (
        page_scanned(measures)
        or text_invisible(measures, min_chars=trust.min_chars)
        or text_garbled(measures, max_garbled_fraction=trust.max_garbled_fraction)
    )
