"""`python -m docs.generate.images DEMO` takes the screenshots in docs/images of pages that `make demo` wrote.

It wants Chromium and a font for Chinese (`apt-get install chromium fonts-wqy-zenhei`). Fonts differ from
machine to machine, so no test holds the screenshots to the pages; take them anew when a page looks otherwise.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from vlcorpus.catalogs.query.views import connect

IMAGES = Path(__file__).parents[1] / "images"
MAX_BYTES = 150_000  # a reader of the repository pays for them
WINDOW = "1280,800"
FIRST_PAGE = "select id from samples where task = 'doc_html' order by source_key limit 1"


def main(demo: Path) -> None:
    """Take the screenshots: the gallery of documents, one page of it, the gallery of captions."""
    (page,) = connect([str(demo / "documents")]).execute(FIRST_PAGE).fetchone()
    IMAGES.mkdir(exist_ok=True)
    take(f"{(demo / 'documents.html').resolve().as_uri()}", IMAGES / "browse.png")
    take(f"{(demo / 'documents.html').resolve().as_uri()}#id={page}", IMAGES / "documents.png")
    take(f"{(demo / 'captions.html').resolve().as_uri()}", IMAGES / "captions.png")


def take(url: str, file: Path) -> None:
    """Write a screenshot of the page as a PNG of 64 colours. Raises ValueError where that is too large."""
    with tempfile.TemporaryDirectory() as folder:
        taken = Path(folder) / "taken.png"
        flags = ["--headless", "--no-sandbox", "--hide-scrollbars", "--virtual-time-budget=5000"]
        subprocess.run(
            ["chromium", *flags, f"--window-size={WINDOW}", f"--screenshot={taken}", url],
            check=True,
            capture_output=True,
            timeout=120,
        )
        with Image.open(taken) as image:
            image.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)
    if file.stat().st_size > MAX_BYTES:
        raise ValueError(f"{file} has {file.stat().st_size:,} bytes, more than {MAX_BYTES:,}")
    print(f"wrote {file} ({file.stat().st_size:,} bytes)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
