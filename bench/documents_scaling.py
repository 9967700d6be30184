"""Pages/s of two workers against one, and the memory of a PDF of a thousand pages, by the real pipeline.

Both sides run the documents pipeline on Ray over the same files, copied until there are partitions enough.
The clock runs from the first partitions to the last, so that neither Ray's start nor a child's is in it.
Rounds alternate, and the median ratio counts. Beside it stands what the machine gives two processes that
share nothing (`machine`): a core that others use, or that is half of another, is no fault of ours; below 1.9
the ratio says nothing. `n` workers have `n` cores: a worker and the child that reads for it work at the same
time and take 1.10 cores where they can (measured). CPU time per page tells whether workers are in each
other's way. Memory is PSS of the
run and of its children, on the local executor. The last line is the result as one JSON object.

    python -m bench.documents_scaling [--pdfs ../shared/data/pdf] [--layout geometry] [--rounds 3]
"""

import argparse
import json
import multiprocessing
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bench.runtime import Clock
from vlcorpus.pipelines.documents.config import DocumentsConfig
from vlcorpus.pipelines.documents.pipeline import documents
from vlcorpus.pipelines.runtime import ray_environment
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.stages.documents.pdf.reader import LayoutMode

WORKERS = (1, 2)
FILES_PER_PARTITION = 32  # the default of `vlcorpus.catalogs.sources.files`
N_PARTITIONS = 12
GOAL = {"ratio": 1.85, "peak_mb": 400}
SPIN = 20_000_000  # steps of a loop, about a second


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pdfs", type=Path, default=Path("../shared/data/pdf"))
    parser.add_argument("--layout", choices=list(LayoutMode), default=LayoutMode.GEOMETRY)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--max-pages", type=int, default=4, help="of a file")
    parser.add_argument("--pages", type=int, default=1000, help="of the file whose memory is measured")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as name:
        folder = Path(name)
        memory = stream(arguments.pdfs, arguments.pages, arguments.layout, folder)
        print(f"{arguments.pages} pages, local executor: {memory} (goal {GOAL['peak_mb']} MB)")
        result = {**scale(arguments, folder), "stream": memory}
    print(json.dumps(result))


def scale(arguments: argparse.Namespace, folder: Path) -> dict:
    """Measure one worker and two in turn; return medians."""
    pdfs = spread(arguments.pdfs, folder / "pdfs")
    speeds: dict[int, list[float]] = {n: [] for n in WORKERS}
    costs: dict[int, list[float]] = {n: [] for n in WORKERS}
    machine, loads = [], []
    ray_environment.prepare(None)
    for number in range(arguments.rounds):
        loads.append(os.getloadavg()[0])
        machine.append(spin_ratio())
        for n in WORKERS:
            output = folder / f"out-{number}-{n}"
            clock = measure(pdfs, output, n, arguments)
            speeds[n].append(clock.rows_per_s())
            costs[n].append(clock.cpu_ms_per_page())
            shutil.rmtree(output)
        ratio = speeds[2][-1] / speeds[1][-1]
        print(
            f"round {number}: {speeds[1][-1]:.1f} and {speeds[2][-1]:.1f} pages/s, ratio {ratio:.2f}; "
            f"the machine {machine[-1]:.2f}, load {loads[-1]:.1f}"
        )
    ratios = [two / one for one, two in zip(speeds[1], speeds[2], strict=True)]
    return {
        "ratio": round(statistics.median(ratios), 3),
        "ratios": [round(ratio, 3) for ratio in ratios],
        "machine": round(statistics.median(machine), 3),
        "pages_per_s": {str(n): round(statistics.median(speeds[n]), 1) for n in WORKERS},
        "cpu_ms_per_page": {str(n): round(statistics.median(costs[n]), 1) for n in WORKERS},
        "load": round(max(loads), 1),
    }


class PageClock(Clock):
    """Counts the pages read, whatever samples are made of them, and what they cost."""

    cpu_s = 0.0

    def committed(self, commit) -> None:
        pages = next(counts.rows_out for counts in commit.stages if counts.stage == "ReadPdf")
        self.done.append((time.monotonic(), pages))
        self.cpu_s += commit.cpu_s

    def cpu_ms_per_page(self) -> float:
        return 1000 * self.cpu_s / sum(pages for _, pages in self.done)


def spread(pdfs: Path, folder: Path) -> Path:
    """Link the files under other names, so that partitions are alike: each holds the same ones."""
    folder.mkdir()
    files = sorted(pdfs.glob("*.pdf"))[:FILES_PER_PARTITION]
    for part in range(N_PARTITIONS):
        for number in range(FILES_PER_PARTITION):
            shutil.copy(files[number % len(files)], folder / f"{part:03d}-{number:03d}.pdf")
    return folder


def measure(pdfs: Path, output: Path, workers: int, arguments: argparse.Namespace) -> PageClock:
    from vlcorpus.pipelines.runtime.on_ray import local_cluster

    clock = PageClock()
    with _cores(workers), local_cluster(workers):
        options = RunOptions("ray", workers=workers, max_reject_rate=1.0)
        run(
            _pipeline(pdfs, arguments.layout, arguments.max_pages),
            str(output),
            options,
            config={},
            watcher=clock,
        )
    return clock


@contextmanager
def _cores(n: int) -> Iterator[None]:
    """Keep this process, and what it starts, to `n` cores."""
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(every)[:n])
    try:
        yield
    finally:
        os.sched_setaffinity(0, every)


def _pipeline(pdfs: Path, layout: str, max_pages: int):
    return documents(
        DocumentsConfig(
            input=(str(pdfs),),
            source="bench",
            license="CC0-1.0",
            layout=LayoutMode(layout),
            max_pages=max_pages,
        )
    )


def spin_ratio() -> float:
    """Return how many times the work of one process two do in the same time, if they share nothing."""
    alone, both = _spin_s(1), _spin_s(2)
    return 2 * alone / both


def _spin_s(n: int) -> float:
    with multiprocessing.get_context("spawn").Pool(n) as pool:
        pool.map(abs, range(n))  # started
        began = time.monotonic()
        pool.map(_spin, [SPIN] * n, chunksize=1)
        return time.monotonic() - began


def _spin(n: int) -> int:
    total = 0
    for number in range(n):
        total += number
    return total


def stream(pdfs: Path, n_pages: int, layout: str, folder: Path) -> dict:
    """Run one long PDF on the local executor in a process of its own; return seconds and peak PSS in MB."""
    (folder / "long").mkdir()
    lengthen(sorted(pdfs.glob("*.pdf")), n_pages, folder / "long" / "long.pdf")
    code = (
        "import sys; from pathlib import Path; from bench.documents_scaling import _pipeline; "
        "from vlcorpus.pipelines.runtime.run import RunOptions, run; "
        "run(_pipeline(Path(sys.argv[1]), sys.argv[3], int(sys.argv[4])), sys.argv[2], "
        "RunOptions('local', max_reject_rate=1.0), config={})"
    )
    command = [sys.executable, "-c", code, folder / "long", folder / "long-out", layout, n_pages]
    began = time.monotonic()
    process = subprocess.Popen([str(part) for part in command])
    totals, parents, children = [0.0], [0.0], [0.0]
    while process.poll() is None:
        sizes = [_pss_mb(pid) for pid in _tree(process.pid)]
        totals.append(sum(sizes))
        parents.append(sizes[0])
        children.append(max(sizes[1:], default=0.0))
        time.sleep(0.1)
    if process.returncode:
        raise SystemExit(f"the run of {n_pages} pages ended with status {process.returncode}")
    return {
        "wall_s": round(time.monotonic() - began, 1),
        "peak_mb": round(max(totals)),
        "median_mb": round(statistics.median(totals)),
        "run_mb": round(max(parents)),
        "reader_mb": round(max(children)),
    }


def lengthen(files: list[Path], n_pages: int, target: Path) -> None:
    """Write a PDF of `n_pages`: those of the files, over and over."""
    from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf

    with pymupdf.open() as long:
        while len(long) < n_pages:
            for file in files:
                with pymupdf.open(file) as pdf:
                    if not pdf.needs_pass and len(long) < n_pages:
                        long.insert_pdf(pdf, to_page=min(len(pdf), n_pages - len(long)) - 1)
        long.save(target)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, listing.read_text().split()):
                yield from _tree(child)


def _pss_mb(pid: int) -> float:
    """Return the memory of a process, its part of shared pages included; 0 of one that ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
