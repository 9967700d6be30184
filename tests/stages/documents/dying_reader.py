"""A reader that dies as the file tells it: one letter for each page."""

import ctypes
import os
import time
from pathlib import Path

from vlcorpus.schemas.errors import Reject
from vlcorpus.stages.documents.pdf.reader import DocumentOpened, PageBroken, PageDraft, PageRead


def read(request):
    """`g` good, `b` broken, `c` crash, `s` spin, `m` out of memory, `d` a draft, then a crash.

    `!` and `?` cannot be opened.
    """
    pages = Path(request.path).read_bytes().removeprefix(b"%PDF-").decode()
    if pages == "!":
        os.abort()
    if pages == "?":
        raise Reject("pdf_encrypted")
    yield DocumentOpened(len(pages))
    for number in range(request.first_page, min(request.last_page, len(pages)) + 1):
        page = PageRead(number, 100.0, 100.0, 0, b"jpeg", 64, 64, [], [], [])
        match pages[number - 1]:
            case "g":
                yield page
            case "d":
                yield PageDraft(page)
                ctypes.string_at(0)
            case "b":
                yield PageBroken(number, "page_broken", "bent")
            case "c":
                ctypes.string_at(0)
            case "s":
                while time.process_time():
                    pass
            case "m":
                bytearray(1_000_000_000)
