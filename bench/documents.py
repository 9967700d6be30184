"""Parse the benchmark's PDFs, have its scorer score them, and count the pages/s of one core.

The pages pass the stages of the pipeline, page image included, and none of its filters: a parser that leaves
out the pages it reads badly would score better than it is. CPU seconds are those of this process and of its
children, opening the models excluded. The last line is the result as one JSON object.

    python -m bench.documents --bench ../shared/pdfbench --set dpb-shuffled --layout routed
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.markdown_page import CATEGORIES, markdown_page
from schemas.document import PageRow
from schemas.file import FileRow
from schemas.rejection import Rejection
from stages.documents.layout import ParseLayout
from stages.documents.read_pdf import ReadPdf
from stages.stage import Stage

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
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", type=Path, default=Path("../shared/pdfbench"))
    parser.add_argument("--set", action="append", dest="sets", required=True)
    parser.add_argument("--keep", type=Path, help="write the predictions here, and leave them")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        out = arguments.keep or Path(folder)
        result = {name: measure(arguments.bench, name, out) for name in arguments.sets}
    print(json.dumps(result))


def measure(bench: Path, name: str, out: Path) -> dict[str, float]:
    (out / name).mkdir(parents=True, exist_ok=True)
    stages: list[Stage] = [ReadPdf(), ParseLayout()]
    for stage in stages:
        stage.open()
    n_pages, started = 0, _cpu_s()
    for file in sorted((bench / "bench" / name / "pdf").glob("*.pdf")):
        pages = list(parse(file, stages))
        n_pages += len(pages)
        write(pages, out / name, file.stem)
    for stage in stages:
        stage.close()
    speed = n_pages / (_cpu_s() - started)
    scored = score(bench, name, out)
    figures = {ours: scored[theirs] for theirs, ours in FIGURES.items() if theirs in scored}
    return {**figures, "n_pages": n_pages, "pages_per_s_core": round(speed, 2)}


def parse(file: Path, stages: list[Stage]) -> Iterator[PageRow]:
    rows: object = [
        FileRow.origin("bench", file.name, None, uri=str(file), content=file.read_bytes()),
    ]
    for stage in stages:
        rows = stage(row for row in rows if not isinstance(row, Rejection))
    for row in rows:
        if isinstance(row, Rejection):
            print(f"{row.source_key}: {row.stage} {row.reason} {row.detail}", file=sys.stderr)
        else:
            yield row


def write(pages: list[PageRow], folder: Path, stem: str) -> None:
    text = "\n\n".join(markdown_page(page.tree) for page in pages)
    (folder / f"{stem}.md").write_text(text)
    if len(pages) == 1:
        (folder / f"{stem}.boxes.json").write_text(json.dumps(_boxes(pages[0])))


def _boxes(page: PageRow) -> dict:
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


def _cpu_s() -> float:
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in usage)


if __name__ == "__main__":
    main()
