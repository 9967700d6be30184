"""pymupdf4llm with its layout model, the best parser on CPUs that was measured, over the same files.

It comes with PyMuPDF. It writes Markdown alone, without page images, boxes in px or a tree.
"""

import resource
import sys
from pathlib import Path


def main() -> None:
    """Write DIR/<stem>.md for each PDF of FOLDER; print pages and CPU seconds after the imports."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    import pymupdf.layout
    import pymupdf4llm

    pymupdf.layout.activate()
    out.mkdir(parents=True, exist_ok=True)
    started, n_pages = _cpu_s(), 0
    for file in sorted(folder.glob("*.pdf")):
        with pymupdf.open(file) as document:
            n_pages += len(document)
            text = pymupdf4llm.to_markdown(document, use_ocr=False, show_progress=False)
        (out / f"{file.stem}.md").write_text(text)
    print(n_pages, _cpu_s() - started)


def _cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
