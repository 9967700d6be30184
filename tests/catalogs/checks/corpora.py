"""A good corpus for the checks of `verify`, and ways to break one."""

import hashlib
from dataclasses import replace

import pyarrow.parquet as pq

from tests.factories import png, rejection, sample, write_corpus
from vlcorpus.catalogs.checks.report import Report, Verdict
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.qwenvl.tokens import PROCESSOR_ID, count_sample_tokens, load_tokenizer
from vlcorpus.schemas.sample import Sample

PAGE = '<html><body><div class="text" data-bbox="62 62 938 312">Hello</div></body></html>'


def good(key: str = "a.pdf#page=1", *, answer: str = PAGE, **changes) -> Sample:
    """Return a sample that keeps every promise."""
    content = png(64, 64)
    info = ImageInfo(width_px=64, height_px=64, sha256=hashlib.sha256(content).hexdigest(), format="PNG")
    media = {"images": [Image(bytes=content)], "image_info": [info]}
    return sample(key, answer=answer, **media | {"tokenizer_id": "none", "processor_id": "none"} | changes)


def counted(row: Sample) -> Sample:
    """Return the row with its true counts."""
    tokenizer = load_tokenizer()
    sizes = [(info.width_px, info.height_px) for info in row.image_info]
    counts = count_sample_tokens(row.messages, sizes, tokenizer, mode=row.mode)
    return replace(
        row,
        n_tokens=counts.n_total,
        n_text_tokens=counts.n_text,
        n_vision_tokens=counts.n_vision,
        n_loss_tokens=counts.n_loss,
        tokenizer_id=tokenizer.id,
        processor_id=PROCESSOR_ID,
    )


def corpus(output, *samples: Sample) -> TableStore:
    rows = list(samples) or [good("a"), good("b")]
    return write_corpus(output, [(rows, [rejection("x.pdf")]), ([good("c")], []), ([], [rejection("y.pdf")])])


def broken(*outputs) -> dict[str, Verdict]:
    """Return the checks that found offenders."""
    return offended(verify([str(output) for output in outputs]))


def offended(report: Report) -> dict[str, Verdict]:
    return {check.name: check.verdict for check in report.checks if check.broken}


def rewrite_commit(table: TableStore, change) -> None:
    commit = table.commit_of(0)
    change(commit)
    table.files.write("commits/part-00000.json", commit.to_json())


def rewrite_shard(table: TableStore, change, name: str = "data/part-00000.parquet") -> None:
    """Change a shard and make its commit agree with the new bytes."""
    path = table.files.path(name)
    pq.write_table(change(pq.read_table(path)), path)

    def agree(commit: Commit) -> None:
        content = table.files.read(name)
        sha256 = hashlib.sha256(content).hexdigest()
        kind = name.split("/")[0]
        setattr(commit, kind, replace(getattr(commit, kind), bytes=len(content), sha256=sha256))

    rewrite_commit(table, agree)
