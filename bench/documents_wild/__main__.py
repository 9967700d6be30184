"""What the domain `documents` makes of PDFs as they are found: what it keeps, and what is wrong with that.

The pages pass the whole pipeline, filters included, as a user runs it. Every page with a text layer counts.
A table of pages by kind of document, and of reasons; the last line is one JSON object:

    yield                   share of the pages of text that are kept
    by_type                 the same by kind of document, as a person says it (`types.yaml`), and of
                            mathematical pages (3 % of the characters in fonts of formulas)
    types_right             share of the files whose kind the pipeline tells as a person does
    misfitting              share of the kept pages that hold a text which, drawn again, leaves half of its
                            box empty or finds no room in it
    flattened_scripts       share of the kept pages on which three sub- or superscripts or more became plain
    replacement_characters  number of U+FFFD in kept pages
    detached_accents        number of accents in kept pages that stand beside their letter

    python -m bench.documents_wild --shared ../shared [--input FOLDER] [--set ocr=tesseract] [--keep OUTPUT]
        [--sheets FOLDER]
"""

import argparse
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf
import yaml

from bench.documents_wild.characters import detached_accents, replacement_characters
from bench.documents_wild.corpus import Page, pages, run
from bench.documents_wild.mathematical import is_mathematical
from bench.documents_wild.redraw import beside
from bench.documents_wild.scripts import flattened_scripts

MATHEMATICAL = "mathematical"
MIN_SCRIPTS = 3  # a page with so many is counted: of one or two, a reader may say that they are none
N_SHEETS = 20  # pages of as many documents are read to the last cell


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument(
        "--input", type=Path, action="append", help="folders of PDFs in place of the shared ones"
    )
    parser.add_argument("--set", action="append", default=[], help="KEY=VALUE of the run")
    parser.add_argument(
        "--keep", type=Path, help="where the corpus is left; it is made where it is not there"
    )
    parser.add_argument(
        "--sheets", type=Path, help="where pages are drawn beside their answers, to be looked at"
    )
    arguments = parser.parse_args()
    inputs = arguments.input or [
        arguments.shared / "data" / "pdf",
        arguments.shared / "data" / "cases" / "documents",
    ]
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        output = arguments.keep or Path(folder)
        run(inputs, output, arguments.set)
        found, files = pages(output), Files(inputs)
        if arguments.sheets:
            draw_sheets(found, files, arguments.sheets)
        print(json.dumps(figures(found, files), ensure_ascii=False))


class Files:
    """The PDFs of a run by their names, and what a person and the file itself say of them."""

    def __init__(self, inputs: Iterable[Path]) -> None:
        self._paths = {path.name: path for root in inputs for path in sorted(root.rglob("*.pdf"))}
        labels = yaml.safe_load(Path(__file__).with_name("types.yaml").read_text("utf-8"))
        self.types: dict[str, str] = {name: kind for kind, names in labels.items() for name in names}

    def page(self, page: Page) -> "pymupdf.Page":
        return _opened(self._paths[page.file])[page.number - 1]


@cache
def _opened(path: Path) -> "pymupdf.Document":
    return pymupdf.open(path)


def draw_sheets(found: list[Page], files: Files, folder: Path) -> None:
    """Draw one kept page of each of some documents, drawn by chance but the same ones each time."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = [page for page in found if page.kept]
    random.Random(0).shuffle(kept)
    for page in list({page.file: page for page in kept}.values())[:N_SHEETS]:
        path = folder / f"{Path(page.file).stem}-{page.number}.png"
        path.write_bytes(beside(files.page(page), page.html).png)


def figures(found: list[Page], files: Files) -> dict[str, Any]:
    """Return the last line; prints what stands behind it."""
    text = [page for page in found if page.of_text]
    kept = [page for page in text if page.kept]
    by_type: dict[str, list[Page]] = {}
    for page in text:
        by_type.setdefault(files.types.get(page.file, "unlabelled"), []).append(page)
        if is_mathematical(files.page(page)):
            by_type.setdefault(MATHEMATICAL, []).append(page)
    _print_table(found, by_type)
    flattened = [page for page in kept if flattened_scripts(files.page(page), page.html) >= MIN_SCRIPTS]
    for page in flattened:
        print(f"  flattened scripts: {page.file} p. {page.number}")
    misfitting = {page: misfits for page in kept if (misfits := beside(files.page(page), page.html).misfits)}
    for page, misfits in misfitting.items():
        print(f"  texts that do not fit: {page.file} p. {page.number}, blocks {misfits}")
    return {
        "pages": len(text),
        "yield": _share(text),
        "by_type": {kind: _share(its) for kind, its in sorted(by_type.items())},
        "types_right": _types_right(kept, files.types),
        "misfitting": round(len(misfitting) / len(kept), 4) if kept else None,
        "flattened_scripts": round(len(flattened) / len(kept), 4) if kept else None,
        "replacement_characters": sum(replacement_characters(page.html) for page in kept),
        "detached_accents": sum(detached_accents(page.html) for page in kept),
    }


def _share(its: list[Page]) -> float | None:
    return round(sum(page.kept for page in its) / len(its), 3) if its else None


def _types_right(kept: list[Page], types: dict[str, str]) -> float | None:
    told = {page.file: page.document_type for page in kept if page.file in types}
    for file, kind in sorted(told.items()):
        if kind != types[file]:
            print(f"  {file}: taken for {kind}, is {types[file]}")
    return round(sum(told[file] == types[file] for file in told) / len(told), 3) if told else None


def _print_table(found: list[Page], by_type: dict[str, list[Page]]) -> None:
    for kind, its in sorted(by_type.items()):
        reasons = Counter(page.reason for page in its if not page.kept)
        told = ", ".join(f"{reason} {n}" for reason, n in reasons.most_common())
        print(f"{kind:<20} {len(its):>5} pages {_share(its):>6.3f} {told}")
    rejected = Counter(page.reason for page in found if not page.kept)
    print("all rejects:", dict(rejected.most_common()))
    for page in found:
        if not page.kept:
            print(f"  {page.reason}: {page.file} p. {page.number}")
    for page in found:
        for say, count in (("U+FFFD", replacement_characters), ("accents", detached_accents)):
            if page.kept and (n := count(page.html)):
                print(f"  {n} {say}: {page.file} p. {page.number}")


if __name__ == "__main__":
    main()
