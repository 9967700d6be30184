"""Real images, wherever they lie: files, members of archives, what pages, notebooks and PDFs hold, frames.

Each goes by the sha256 of its bytes as found; a page of a PDF, or a frame of a video, by that of its file and
its number. Somebody has looked at each image of real_images.tsv and wrote down which filter shall reject it,
and why. An image that looks like one before it is left out (`stages/dedup/perceptual_hash.py`).
"""

import base64
import csv
import gzip
import io
import json
import re
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import pymupdf
from PIL import Image

from vlcorpus.stages.dedup.perceptual_hash import perceptual_hash

MAX_BYTES = 64 * 2**20  # of a file or a member
MIN_SIDE_PX = 64  # what is smaller is rejected for its size, and needs no label
MAX_SIDE_PX = 1024  # an image is kept no larger
NEAR_BITS = 10  # images whose perceptual hashes differ in no more are one
NEAR_FRAME_BITS = 16  # frames show one scene again and again
FRAMES_PER_VIDEO = 16
IMAGES_PER_PDF, PAGES_PER_PDF, PAGE_DPI = 4, 2, 72
_IMAGE = re.compile(r"\.(?:jpe?g|png|webp|gif|bmp|tiff?|avif|mpo|ppm)", re.I)
_VIDEO = (".mp4", ".mkv", ".webm", ".avi", ".mov", ".mpg")
_DATA = re.compile(rb"(?:data:image/[\w.+-]+;base64,|\"imageData\": ?\")([A-Za-z0-9+/=\\n]{800,})")
# Empty or of one colour by their purpose (masks), files of tests of damage, and what a program drew in place
# of the images of documents.
_NOT_THESE = ("Masks", "Scribbles", "mask", "Segmentation", "nasty", "dirty", "broken", "cases", "dpb")


LABELS = Path(__file__).with_name("real_images.tsv")
# Public repositories of which a folder of check-outs, named owner+name, may hold images as well.
MORE = {
    "3egirlsdream/Watermark.Win": "85e4402bf38833c1bfe38e19f1221c721322fa1a",
    "blackwatchjack/semi-utils-2": "6a591f98413702e537b6e8d9c15fbd3388116c7c",
    "indyka/blur-detection": "03d7bb10609a01ef878eaf09615a0f7e5dd39fbc",
    "Infqq/simpledemotivators": "352671f2c6f08b1c8a976284994dd21e58f99d31",
    "leslievan/semi-utils": "b1cf1ce655e9452a78a88f465d4387f84cf6740e",
    "micro-7/Blur-Detection": "3291ae54c11de73b4ca6735a3eddf1213bbe10f9",
    "pedrofrodenas/blur-Detection-Haar-Wavelet": "5b4fef06f4fa23f7665e27c53b4deacea35ecd9d",
    "Utkarsh-Deshmukh/Spatially-Varying-Blur-Detection-python": "fbdc16f7e10dfdba6d6d2f3458bba17521f33b10",
    "Y-Vladimir/SmartDeblur": "5af573c7048ac49ef68e638f3405d3a571b96a8b",
    "yurucam/exif-frame": "75c54093a33824ae0e42560d700b0b2376b61f68",
}


class Label(NamedTuple):
    name: str
    faults: frozenset[str]  # names of the filters that shall reject the image


class RealImage(NamedTuple):
    name: str  # path below its root, `#` and the member
    key: str  # sha256 of the bytes, of a page or frame that of its file and its number
    image: Image.Image  # RGB on white


def labels() -> dict[str, Label]:
    """Return what a person saw of each image, by its key."""
    with LABELS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["sha256"]: Label(row["name"], frozenset(row["faults"].split())) for row in rows}


def real_images(shared: Path, more: Path | None = None) -> Iterator[RealImage]:
    """Yield images of `shared`, then of the folder `more`, in the order of their names, each look once."""
    seen = np.empty(0, np.uint64)
    folders = [(shared, "data"), (shared, "pdfbench"), *([(more, ".")] if more else [])]
    candidates = (found for root, folder in folders for found in _candidates(root, folder))
    for name, key, opened in candidates:
        image = _on_white(opened)
        image.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX))
        if min(image.size) < MIN_SIDE_PX:
            continue
        looks = np.uint64(perceptual_hash(image))
        near = NEAR_FRAME_BITS if "#frame=" in name else NEAR_BITS
        if (np.bitwise_count(seen ^ looks) <= near).any():
            continue
        seen = np.append(seen, looks)
        yield RealImage(name, key, image)


def _candidates(root: Path, folder: str) -> Iterator[tuple[str, str, Image.Image]]:
    for path in sorted((root / folder).rglob("*")):
        name = str(path.relative_to(root))
        if any(part in name for part in _NOT_THESE) or not path.is_file() or path.stat().st_size > MAX_BYTES:
            continue
        if path.suffix.lower() in _VIDEO:
            key = sha256(path.read_bytes()).hexdigest()
            for number, frame in _frames(path):
                yield f"{name}#frame={number}", f"{key}#frame={number}", frame
            continue
        for member, content in _whole(_members(path)):
            if len(content) <= MAX_BYTES and (image := _opened(content)):
                key = sha256(content).hexdigest()
                if member.startswith("page="):  # its bytes are made here
                    key = f"{sha256(path.read_bytes()).hexdigest()}#{member}"
                yield f"{name}#{member}" if member else name, key, image


def _whole(members: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield members up to where a file is damaged, as some are on purpose."""
    with suppress(OSError, EOFError, ValueError, zipfile.BadZipFile, pymupdf.FileDataError):
        yield from members


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the encoded images of a file, by their names in it; "" is the file itself."""
    content = path.read_bytes()
    suffix = path.suffix.lower()
    if suffix == ".gz":
        content, suffix = gzip.decompress(content), Path(path.stem).suffix.lower()
    if _IMAGE.fullmatch(suffix):
        yield "", content
    elif suffix in _HOLDERS:
        yield from _HOLDERS[suffix](content)


def _in_zip(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            if _IMAGE.fullmatch(Path(info.filename).suffix) and info.file_size <= MAX_BYTES:
                yield info.filename, archive.read(info)


def _in_tar(content: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            if _IMAGE.fullmatch(Path(member.name).suffix) and (opened := archive.extractfile(member)):
                yield member.name, opened.read()


def _in_notebook(content: bytes) -> Iterator[tuple[str, bytes]]:
    for n, cell in enumerate(json.loads(content).get("cells", [])):
        for m, output in enumerate(cell.get("outputs", [])):
            for kind in ("image/png", "image/jpeg"):
                if encoded := output.get("data", {}).get(kind):
                    yield f"cell={n}.{m}", base64.b64decode("".join(encoded))


def _in_pdf(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the first pages, as a reader sees them, and the first images that lie in a PDF as files."""
    with pymupdf.open(stream=content) as document:
        pages = [] if document.needs_pass else list(document)
        for page in pages[:PAGES_PER_PDF]:
            yield f"page={page.number}", page.get_pixmap(dpi=PAGE_DPI).tobytes("png")
        found = sorted({image[0] for page in pages for image in page.get_images()})
        for xref in found[:IMAGES_PER_PDF]:
            if image := document.extract_image(xref):
                yield f"xref={xref}", image["image"]


def _in_text(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the images that a page or a JSON file holds in base64."""
    for match in _DATA.finditer(content):
        yield f"byte={match.start()}", base64.b64decode(match[1].replace(b"\\n", b"") + b"==")


def _in_mail(content: bytes) -> Iterator[tuple[str, bytes]]:
    import email

    for n, part in enumerate(email.message_from_bytes(content).walk()):
        if part.get_content_maintype() == "image":
            yield f"part={n}", part.get_payload(decode=True)


def _in_warc(content: bytes) -> Iterator[tuple[str, bytes]]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    for record in ArchiveIterator(io.BytesIO(content), record_types=WarcRecordType.response):
        if (record.http_content_type or "").startswith("image/"):
            yield str(record.headers.get("WARC-Target-URI")), record.reader.read()


_HOLDERS: dict[str, Callable[[bytes], Iterator[tuple[str, bytes]]]] = {
    ".zip": _in_zip,
    ".epub": _in_zip,
    ".tar": _in_tar,
    ".ipynb": _in_notebook,
    ".pdf": _in_pdf,
    ".html": _in_text,
    ".json": _in_text,
    ".jsonl": _in_text,
    ".mhtml": _in_mail,
    ".warc": _in_warc,
}


def _frames(path: Path) -> Iterator[tuple[int, Image.Image]]:
    """Yield frames of a video that are far from one another, by their numbers."""
    video = cv2.VideoCapture(str(path))
    n = int(video.get(cv2.CAP_PROP_FRAME_COUNT))
    wanted = {n * (2 * i + 1) // (2 * FRAMES_PER_VIDEO) for i in range(FRAMES_PER_VIDEO)} if n > 0 else set()
    for number in range(max(wanted, default=-1) + 1):
        if not video.grab():
            return
        if number in wanted:
            got, frame = video.retrieve()
            if got:
                yield number, Image.fromarray(cv2.cvtColor(frame, cv2.COLOR_BGR2RGB))


def _opened(content: bytes) -> Image.Image | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(content))
            image.load()
        except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
            return None
    return image


def _on_white(image: Image.Image) -> Image.Image:
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
