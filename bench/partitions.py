"""What 100,000 committed partitions cost: a run that finds nothing to do, one that resumes, one that grows.

    python -m bench.partitions [--n 100000]

A corpus of `documents` over N WARCs, each a partition. Few of them are really made, by the pipeline; the
others are what it would have made, without the hours: hard links to those WARCs and to their shards (a file
system takes 65,000 links to a file), the list of partitions as the runtime plans and writes it, and a JSON
commit for each. The table itself compacts these, and indexes their rows. Then commands are run as a user runs
them, each in a process whose time and peak memory the kernel tells. The last line is the result as one JSON
object: the longest `run`, with nothing or with two partitions left to do, is `start_s`; `added_only` says
that a run on a grown folder made its new partitions and touched no shard of the others.
"""

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vlcorpus.catalogs.tables.commit_log import part
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.configured import configure
from vlcorpus.pipelines.documents.demo import article
from vlcorpus.pipelines.runtime.planning import plan_table
from vlcorpus.pipelines.runtime.run import RunOptions
from vlcorpus.schemas.sample import Sample

LINKS = 20_000  # links to one file
LIMITS = {"seconds": 20, "rss_mb": 1000}
QUESTION = "select stage, count(*) as partitions, sum(rows_in) as n from stages group by stage order by stage"


@dataclass(frozen=True)
class Corpus:
    folder: Path

    @property
    def inputs(self) -> Path:
        return self.folder / "in"

    @property
    def output(self) -> Path:
        return self.folder / "out"

    @property
    def table(self) -> Path:
        return self.output / "documents/samples"

    @property
    def store(self) -> TableStore:
        return TableStore(str(self.table))

    def options(self, output: Path | None = None) -> list[str]:
        where = ["--input", f"{self.inputs}/*.warc", "--output", str(output or self.output)]
        return [*where, "--source", "bench", "--license", "CC0-1.0", "--executor", "local"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--n", type=int, default=100_000)
    n = parser.parse_args().n
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        corpus = Corpus(Path(folder))
        begun = time.monotonic()
        apart(commit_many, corpus, n)
        print(f"{n:,} partitions committed in {time.monotonic() - begun:.0f} s")
        result = measure(corpus, n)
    print(json.dumps(result))


def measure(corpus: Corpus, n: int) -> dict:
    run = ["run", "documents", *corpus.options()]
    outputs = ["--output", str(corpus.output)]
    spent = {"run, nothing to do": command(*run)}
    apart(corpus.store.drop, {n // 2, n - 1})
    spent["run, two partitions left"] = command(*run)
    spent["status"] = command("status", *outputs)
    spent["sql"] = command("sql", QUESTION, *outputs)
    spent["stats"] = command("stats", *outputs)
    before = stamps(corpus)
    for number in (n, n + 1):
        os.link(corpus.inputs / f"{0:07d}.warc", corpus.inputs / f"{number:07d}.warc")
    spent["run, two new inputs"] = command(*run)
    after = stamps(corpus)
    added = {name for name in after if name not in before}
    files = {f"data/{part(number)}.parquet" for number in (n, n + 1)}
    return {
        "start_s": max(spent[name][0] for name in spent if name.startswith("run, ")),
        "status_s": spent["status"][0],
        "sql_s": spent["sql"][0],
        "stats_s": spent["stats"][0],
        "rss_mb": max(peak for _, peak in spent.values()),
        "added_only": added == files and all(after[name] == before[name] for name in before),
        "partitions": n,
    }


def apart(work: Callable, *arguments: object) -> None:
    """Do it in a process of its own: what a parent has held counts as its children's peak."""
    child = multiprocessing.get_context("spawn").Process(target=work, args=arguments)
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit("the corpus could not be made; the error is above")


def command(*arguments: str) -> tuple[float, int]:
    """Run `vlcorpus` and return its seconds and its peak memory in MB."""
    begun = time.monotonic()
    child = subprocess.Popen([sys.executable, "-m", "vlcorpus", *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"vlcorpus {arguments[0]} ended with {child.returncode}; its error is above")
    seconds, peak_mb = round(time.monotonic() - begun, 1), usage.ru_maxrss // 1024
    slow = "" if seconds <= LIMITS["seconds"] and peak_mb <= LIMITS["rss_mb"] else f"  above {LIMITS}"
    cpu_s = usage.ru_utime + usage.ru_stime
    print(
        f"vlcorpus {arguments[0]:<7} {seconds:6.1f} s, {cpu_s:6.1f} CPU s, {peak_mb:6,} MB{slow}", flush=True
    )
    return seconds, peak_mb


def stamps(corpus: Corpus) -> dict[str, int]:
    """Return when each shard was written."""
    found = {}
    for entry in os.scandir(corpus.table / "data"):
        found[f"data/{entry.name}"] = entry.stat().st_mtime_ns
    return found


def commit_many(corpus: Corpus, n: int) -> None:
    """Make the corpus of `n` committed partitions."""
    few = made_truly(corpus, -(-n // LINKS))
    for number in range(n):
        model = corpus.inputs / f"{number % len(few):07d}.warc"
        if number >= len(few):
            os.link(model, corpus.inputs / f"{number:07d}.warc")
    plan = planned(corpus)
    plan.prepare()
    for folder in ("data", "commits"):
        (corpus.table / folder).mkdir()
    for partition in plan.partitions:
        model = few[partition.index % len(few)]
        shard = corpus.folder / "few/documents/samples" / corpus.store.data_path(model.partition)
        os.link(shard, corpus.table / corpus.store.data_path(partition.index))
        commit = replace(model, partition=partition.index, made_of=partition.made_of)
        path = corpus.table / "commits" / f"{part(partition.index)}.json"
        path.write_bytes(commit.to_json())  # what the store does, but nobody waits for the disk
    corpus.store.log.compact()
    corpus.store.log.sweep()
    index(corpus, n)


def index(corpus: Corpus, n: int) -> None:
    """Index the rows as a run does, and say what that costs it."""
    begun = time.process_time()
    corpus.store.index_rows(Sample)
    print(f"rows indexed, {1000 * (time.process_time() - begun) / n:.2f} CPU ms for a partition", flush=True)


def made_truly(corpus: Corpus, n: int) -> list:
    """Write `n` WARCs of a document each, make a corpus of them, and return its commits."""
    corpus.inputs.mkdir()
    for number in range(n):
        (corpus.inputs / f"{number:07d}.warc").write_bytes(warc(number, article()))
    few = corpus.folder / "few"
    configured = configure("documents", None, settings(corpus))
    configured.run(str(few), RunOptions("local"))
    commits = list(TableStore(str(few / "documents/samples")).commits())
    if not all(commit.rows and not commit.n_rejects for commit in commits):
        raise SystemExit(f"the documents of the benchmark are not kept: {commits[0].reasons}")
    return commits


def settings(corpus: Corpus) -> dict:
    return {"input": [f"{corpus.inputs}/*.warc"], "source": "bench", "license": "CC0-1.0"}


def planned(corpus: Corpus):
    pipeline = configure("documents", None, settings(corpus)).pipeline
    return plan_table(pipeline.name, pipeline.samples, str(corpus.output))


def warc(number: int, pdf: bytes) -> bytes:
    """Return a WARC of one record. Several of them on end are a WARC too."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + pdf
    return b"\r\n".join([*_head(number, len(http)), b"", http, b"", b""])


def _head(number: int, n_bytes: int) -> Iterator[bytes]:
    yield b"WARC/1.1"
    yield b"WARC-Type: response"
    yield f"WARC-Target-URI: http://example.org/{number}.pdf".encode()
    yield b"Content-Type: application/http; msgtype=response"
    yield f"Content-Length: {n_bytes}".encode()


if __name__ == "__main__":
    main()
