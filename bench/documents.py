"""Parse the benchmark's PDFs, have its scorer score them, and count the pages/s of one core.

The pages pass the stages of the pipeline, page image included, and none of its filters: a parser that leaves
out the pages it reads badly would score better than it is. CPU seconds are those of this process and of its
children; starting the first reader counts apart. The last line is the result as one JSON object.

    python -m bench.documents --bench ../shared/pdfbench --set dpb-shuffled --layout routed
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from bench.markdown_page import CATEGORIES, markdown_page
from vlcorpus.schemas.documents.document import PageRow, ParsedPage
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.pdf.reader import LayoutMode
from vlcorpus.stages.documents.read_pdf import ReadPdf
from vlcorpus.stages.documents.read_scans import ReadScans
from vlcorpus.stages.documents.scans.need import ScanRequest
from vlcorpus.stages.stage import Stage

# What the scorer says, by the names under which the last line says it
FIGURES = {
    "overall": "overall",
    "nid": "nid",
    "teds": "teds",
    "mhs": "mhs",
    "teds_matched": "teds_matched",
    "table_found": "table_found",
    "surplus_tables": "surplus_tables",
    "box_recall50": "box_recall",
    "box_prec50": "box_precision",
    "box_class_acc": "box_class",
    "text_sim": "text_sim",
    "word_recall": "word_recall",
    "formula_sim": "formula_sim",
}


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        out = arguments.keep or Path(folder)
        stages: list[Stage] = [
            ReadPdf(layout=LayoutMode(arguments.layout), scan=ScanRequest()),
            ReadScans(arguments.ocr, arguments.ocr_second),
            ParseLayout(),
        ]
        result = {
            name: measure(arguments.bench, name, out, stages, furniture=arguments.furniture)
            for name in arguments.sets
        }
        if arguments.peer:
            for name, figures in result.items():
                figures["peer"] = measure_peer(arguments.bench, name, out / "peer")
    print(json.dumps(result))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", type=Path, default=Path("../shared/pdfbench"))
    parser.add_argument("--set", action="append", dest="sets", required=True)
    parser.add_argument("--layout", choices=list(LayoutMode), default=LayoutMode.ROUTED)
    installed = "tesseract" if shutil.which("tesseract") else "none"
    parser.add_argument("--ocr", default=installed, help="of pages without a text layer to trust")
    parser.add_argument("--ocr-second", default="none", help="what reads them again; pays only for a filter")
    parser.add_argument("--no-furniture", dest="furniture", action="store_false", help="no heads and feet")
    parser.add_argument("--peer", action="store_true", help="measure pymupdf4llm over the same files as well")
    parser.add_argument("--keep", type=Path, help="write the predictions here, and leave them")
    return parser.parse_args()


def measure(bench: Path, name: str, out: Path, stages: list[Stage], *, furniture: bool) -> dict[str, float]:
    (out / name).mkdir(parents=True, exist_ok=True)
    for stage in stages:
        stage.open()
    n_pages, started = 0, _cpu_s()
    for file in sorted((bench / "bench" / name / "pdf").glob("*.pdf")):
        pages = list(parse(file, stages))
        n_pages += len(pages)
        write(pages, out / name, file.stem, furniture=furniture)
    for stage in stages:
        stage.close()
    speed = n_pages / (_cpu_s() - started)
    scored = score(bench, name, out)
    figures = {ours: scored[theirs] for theirs, ours in FIGURES.items() if theirs in scored}
    kinds = {} if "overall" not in figures else score_kinds(bench, name, out)
    return {**figures, **kinds, "n_pages": n_pages, "pages_per_s_core": round(speed, 2)}


def measure_peer(bench: Path, name: str, out: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.documents_peer", bench / "bench" / name / "pdf", out / name]
    done = subprocess.run([*map(str, command)], check=True, capture_output=True, text=True)
    n_pages, cpu_s = done.stdout.split()[-2:]
    scored = score(bench, name, out)
    figures = {ours: scored[theirs] for theirs, ours in FIGURES.items() if theirs in scored}
    return {**figures, "pages_per_s_core": round(int(n_pages) / float(cpu_s), 2)}


def parse(file: Path, stages: list[Stage]) -> Iterator[ParsedPage]:
    rows = iter([FileRow.origin("bench", file.name, None, uri=str(file), content=file.read_bytes())])
    for stage in stages:
        rows = stage(_accepted(rows))
    yield from _accepted(rows)


def _accepted(rows: Iterator[FileRow | PageRow | Rejection]) -> Iterator[FileRow | PageRow]:
    for row in rows:
        if isinstance(row, Rejection):
            print(f"{row.source_key}: {row.stage} {row.reason} {row.detail}", file=sys.stderr)
        else:
            yield row


def write(pages: list[ParsedPage], folder: Path, stem: str, *, furniture: bool) -> None:
    text = "\n\n".join(markdown_page(page.tree, furniture=furniture) for page in pages)
    (folder / f"{stem}.md").write_text(text)
    if len(pages) == 1:
        (folder / f"{stem}.boxes.json").write_text(json.dumps(boxes(pages[0])))


def boxes(page: ParsedPage) -> dict:
    """Return the boxes of a page as the scorer reads them, in points."""
    x, y = page.width_pt / page.width_px, page.height_pt / page.height_px
    elements = [
        {
            "category": CATEGORIES[block.kind],
            "bbox": [box.x1 * x, box.y1 * y, box.x2 * x, box.y2 * y],
            "order": order,
        }
        for order, (block, box) in enumerate(zip(page.tree.blocks, page.boxes_px, strict=True))
    ]
    return {"width": page.width_pt, "height": page.height_pt, "elements": elements}


def score(bench: Path, name: str, out: Path) -> dict:
    report = out / f"{name}.scores.json"
    command = [sys.executable, bench / "harness" / "score.py", "--pred", out, "--bench", bench / "bench"]
    subprocess.run([*map(str, command), "--set", name, "--json", report, "--worst", "8"], check=True)
    return json.loads(report.read_text())[0]


def score_kinds(bench: Path, name: str, out: Path) -> dict[str, float]:
    """Return the overall score of pages with tables, and of those without."""
    sys.path.append(str(bench / "harness"))
    from pdfscore import score_doc  # a module of the benchmark, not of a package

    scores: dict[bool, list[float]] = {True: [], False: []}
    for truth in sorted((bench / "bench" / name / "gt").glob("*.md")):
        figures = score_doc(truth.read_text(), (out / name / truth.name).read_text())
        scores[figures["teds"] is not None].append(figures["overall"])
    return {
        key: round(fmean(found), 4)
        for key, found in (("overall_table_pages", scores[True]), ("overall_plain_pages", scores[False]))
        if found
    }


def _cpu_s() -> float:
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in usage)


if __name__ == "__main__":
    main()
