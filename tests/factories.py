"""Small, valid things for tests: samples, rejections, and a corpus on disk."""

import io
from dataclasses import replace
from pathlib import Path

import PIL.Image

from vlcorpus.catalogs.tables.commits import Commit, StageCounts
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import LabelSource, Message, Part, Sample, SceneObject


def png(width_px: int = 64, height_px: int = 64, color: str = "white") -> bytes:
    out = io.BytesIO()
    PIL.Image.new("RGB", (width_px, height_px), color).save(out, "PNG")
    return out.getvalue()


def file_row(key: str = "a.pdf", content: bytes = b"") -> FileRow:
    return FileRow.origin("test", key, "CC0-1.0", uri=f"/test/{key}", content=content)


def sample(key: str = "a.pdf#page=1", *, answer: str = "Hello", source: str = "test", **changes) -> Sample:
    """Return a sample of one image, one question and one answer, consistent with itself."""
    base = Sample.origin(
        source,
        key,
        "CC0-1.0",
        domain="documents",
        task="doc_html",
        stage="s1",
        mode="instruct",
        lang=["en"],
        messages=[
            Message(
                role="user", content=[Part(type="image", media=0), Part(type="text", text="qwenvl html")]
            ),
            Message(role="assistant", content=[Part(type="text", text=answer)], train=True),
        ],
        images=[Image(bytes=png(64, 64), path="page.png")],
        image_info=[ImageInfo(width_px=64, height_px=64, sha256="0" * 64, format="PNG")],
        objects=[SceneObject(image=0, kind="box", label="text", bbox_px=[4.0, 4.0, 60.0, 20.0])],
        n_tokens=84,
        n_text_tokens=20,
        n_vision_tokens=64,
        n_loss_tokens=5,
        tokenizer_id="estimate-v1",
        processor_id="qwen3-vl",
        label_source=LabelSource.CLASSICAL,
        engine="test",
        prompt_sha256="1" * 64,
        content_sha256="2" * 64,
    )
    return replace(base, **changes)


def kept_only(row: Sample) -> Sample:
    """Return the sample as one that is not trainable."""
    messages = [replace(message, train=False) for message in row.messages]
    return replace(row, messages=messages, n_loss_tokens=0, trainable=False)


def rejection(
    key: str = "b.pdf", reason: str = "pdf_broken", *, stage: str = "ReadPdf", detail: str = "no xref"
) -> Rejection:
    return Rejection.of(file_row(key), stage, Reject(reason, detail))


def write_corpus(
    output: Path,
    partitions: list[tuple[list[Sample], list[Rejection]]],
    *,
    pipeline: str = "documents",
    run_id: str = "20261122T000000-test",
) -> TableStore:
    """Commit `partitions` (samples and rejections of each) as the table `samples` of `pipeline`."""
    table = TableStore(f"{output}/{pipeline}/samples")
    table.create(
        Manifest(
            pipeline=pipeline,
            table="samples",
            row="sample/1",
            fingerprint="f" * 64,
            describes={"source": {"kind": "test"}},
            n_partitions=len(partitions),
        )
    )
    for index, (samples, rejections) in enumerate(partitions):
        n_in = len(samples) + len(rejections)
        reasons: dict[str, int] = {}
        for row in rejections:
            reasons[row.reason] = reasons.get(row.reason, 0) + 1
        table.commit(
            Commit(
                partition=index,
                run_id=run_id,
                fingerprint="f" * 64,
                data=table.write_data(index, Sample, samples),
                rejects=table.write_rejects(index, rejections),
                stages=[
                    StageCounts("Test", n_in, len(samples), len(rejections), len(samples), len(rejections)),
                ],
                reasons=reasons,
                tokens=sum(s.n_tokens for s in samples),
                started="2026-11-22T00:00:00Z",
                ended="2026-11-22T00:00:01Z",
                wall_s=1.0,
                cpu_s=1.0,
                host="test",
            )
        )
    return table
