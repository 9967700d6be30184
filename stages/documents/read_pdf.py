"""Read a PDF into pages: image, text layer and drawings, inside the sandbox."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.errors import EnvironmentFailure, Reject, StageBug
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.needs import PYMUPDF, Need
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import field_names
from vlcorpus.schemas.sandbox import Limits, Sandbox, SandboxDied
from vlcorpus.schemas.shared_file import shared_file
from vlcorpus.stages.documents.page.measure_text import measure_text
from vlcorpus.stages.documents.pdf.reader import (
    DocumentOpened,
    LayoutMode,
    PageBroken,
    PageDraft,
    PageRead,
    ReadRequest,
    RenderSize,
    is_pdf,
)
from vlcorpus.stages.documents.scans.need import ScanRequest
from vlcorpus.stages.stage import RowStage

PAGES_PER_REQUEST = 64  # ours: opening the file again costs 2 ms, and 64 pages of fonts and images 100 MB

PageReply = DocumentOpened | PageRead | PageBroken

READERS = {"pymupdf": "vlcorpus.stages.documents.pdf.pymupdf_reader:read"}


@dataclass(frozen=True)
class ReadPdf(RowStage[FileRow, PageRow]):
    """One file in, its pages out. A page that kills the child is a reject; the file goes on with the next.

    Reasons of a file: file_empty, not_a_pdf, pdf_encrypted, pdf_broken, no_pages, too_many_pages, and the
    sandbox's cpu_limit, out_of_memory, wall_limit, crash; of a page: page_broken, page_size_invalid, and the
    sandbox's. Every page up to `max_pages` is a row or a rejection; the pages beyond are one rejection.
    A page of which the layout model dies is read by geometry alone.
    """

    version: ClassVar[str] = "8"

    dpi: float = 144.0  # Qwen3-VL's long-document cookbook; docs/formats.md §5.5
    min_pixels: int = 512 * 32 * 32  # Qwen3-VL's document cookbooks; docs/formats.md §5.1
    max_pixels: int = 2048 * 32 * 32
    jpeg_quality: int = 90  # ours: text shows no ringing that the eye finds
    max_pages: int = 1_000  # ours: a long book; a sequence of training holds 130
    cpu_s_per_page: float = 0.5  # ours: twice what the dearest usual page costs, layout model included
    cpu_s: float = 12.0  # ours: CPU seconds of a file beyond those of its pages; restarts included
    page_cpu_s: float = 4.0  # ours: two bad pages leave a third of the file's seconds to the good ones
    page_wall_s: float = 120.0
    memory_bytes: int = 1_400_000_000
    max_deaths: int = 2
    reader: str = "pymupdf"  # one of READERS, or `module:function` of another
    layout: LayoutMode = LayoutMode.ROUTED
    scan: ScanRequest | None = None  # a larger image of the pages that OCR has to read

    @cached_property
    def sandbox(self) -> Sandbox:
        target = READERS.get(self.reader, self.reader)
        return Sandbox(target, Limits(self.cpu_s, self.page_cpu_s, self.page_wall_s, self.memory_bytes))

    @property
    def needs(self) -> tuple[Need, ...]:
        return (PYMUPDF,) if self.reader == "pymupdf" else ()

    def open(self) -> None:
        """Start the child: the first file does not pay for it, and a missing engine is found at once."""
        try:
            self.sandbox.warm_up()
        except ImportError as error:
            raise EnvironmentFailure(
                f"{self.reader} cannot be imported: {error}. Install it: pip install 'vlcorpus[documents]'"
            ) from error

    def close(self) -> None:
        self.sandbox.close()

    def each(self, row: FileRow) -> Iterator[PageRow | Rejection]:
        if not row.content:
            raise Reject(Reason.FILE_EMPTY)
        if not is_pdf(row.content):
            raise Reject(Reason.NOT_A_PDF, "it does not begin as a PDF does")
        return self._read(row)

    def _read(self, row: FileRow) -> Iterator[PageRow | Rejection]:
        with shared_file(row.content) as path:
            row.content = b""  # every stage before still holds the row: else a long book stays in memory
            yield from self._pages(row, path)

    def _pages(self, row: FileRow, path: str) -> Iterator[PageRow | Rejection]:
        n_pages = 0  # unknown until a child has opened the file
        page, n_deaths = 1, 0  # the page in hand, from 1
        spare_s = self.cpu_s  # CPU seconds that pages may use beyond their own
        while not n_pages or page <= min(n_pages, self.max_pages):
            first, used_s, died = page, 0.0, None
            replies = self._replies(path, first, spare_s)
            try:
                while True:
                    reply = next(replies)
                    if isinstance(reply, DocumentOpened):
                        n_pages = reply.n_pages
                    else:
                        yield self._page(row, reply, n_pages)
                        page = reply.page + 1
            except StopIteration as end:
                used_s = end.value
            except SandboxDied as death:
                if not n_pages:
                    raise
                died, used_s = death, death.cpu_s
            if page == first and not died:
                raise StageBug(f"{self.reader} says nothing of page {page} of {row.source_key}")
            spare_s -= max(0.0, used_s - (page - first) * self.cpu_s_per_page)
            last = min(n_pages, self.max_pages)
            if died and page <= last:
                n_deaths += 1
                goes_on = n_deaths <= self.max_deaths and spare_s > self.page_cpu_s / 2
                for lost in range(page, page + 1 if goes_on else last + 1):
                    yield self._rejection(row, f"page={lost}", died)
                    page = lost + 1
        if n_pages > self.max_pages:
            beyond = Reject(Reason.TOO_MANY_PAGES, f"{n_pages} pages, the first {self.max_pages} are read")
            yield self._rejection(row, f"page={self.max_pages + 1}-{n_pages}", beyond)

    def _replies(self, path: str, first_page: int, spare_s: float) -> Generator[PageReply, None, float]:
        """Ask for the next pages. A reader that lets go of the file between them stays small.

        Where it dies of its layout model, the page is what it was before, and the rest is asked for anew.
        The model is asked as long as the file has seconds for such a death.
        """
        last_page = min(first_page + PAGES_PER_REQUEST - 1, self.max_pages)
        size = RenderSize(self.dpi, self.min_pixels, self.max_pixels)
        layout = self.layout if spare_s > self.page_cpu_s / 2 else LayoutMode.GEOMETRY
        request = ReadRequest(path, size, first_page, last_page, self.jpeg_quality, self.scan, layout)
        replies = self.sandbox.run(request, cpu_s=spare_s + PAGES_PER_REQUEST * self.cpu_s_per_page)
        draft: PageRead | None = None
        try:
            while True:
                reply = next(replies)
                draft = reply.read if isinstance(reply, PageDraft) else None
                if not isinstance(reply, PageDraft):
                    yield reply
        except StopIteration as end:
            return end.value
        except SandboxDied as death:
            if draft is None:
                raise
            yield draft
            return death.cpu_s

    def _page(self, row: FileRow, reply: PageRead | PageBroken, n_pages: int) -> PageRow | Rejection:
        if isinstance(reply, PageBroken):
            return self._rejection(row, f"page={reply.page}", Reject(reply.reason, reply.detail))
        return PageRow.derived(
            row,
            f"page={reply.page}",
            **{name: getattr(reply, name) for name in field_names(PageRead)},
            n_pages=n_pages,
            measures=measure_text(
                reply.lines, reply.image_boxes, len(reply.drawings), reply.width_px, reply.height_px
            ),
        )

    def _rejection(self, row: FileRow, step: str, reject: Reject) -> Rejection:
        return Rejection.of(FileRow.derived(row, step, uri=row.uri, content=b""), self.name, reject)
