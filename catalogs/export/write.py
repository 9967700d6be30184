"""Write committed samples as JSON lines beside their media: one file per partition, each whole or not at all.

<to>/<pipeline>/part-00042-1a2b3c4d.jsonl   named after the shard's checksum: a second export skips it
<to>/<pipeline>/left-out-00042-….jsonl      samples that are not trainable, or beyond the words of the dialect
<to>/media/1a/1a2b….jpg                     by the hash of the content: two formats of a page share its image
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from vlcorpus.catalogs.export.dialects import DIALECTS, NotInDialect, Paths
from vlcorpus.catalogs.query.relations import existing_tables
from vlcorpus.catalogs.query.views import connect, told_if_damaged
from vlcorpus.catalogs.registries.sources import why_barred
from vlcorpus.catalogs.sources.referenced import MediaRoots
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.shards import ShardFacts
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.catalogs.tables.wholeness import not_whole
from vlcorpus.schemas.arrow import Blob
from vlcorpus.schemas.errors import RefusedError, Reject, VerifyFailed
from vlcorpus.schemas.media import Video
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sample import Sample

_EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "TIFF": "tif", "BMP": "bmp"}


def export(outputs: list[str], to: str, dialect: str, media_roots: Iterable[str] = ()) -> Counter:
    """Write every trainable sample of `outputs` to the folder or URI `to`; return counts by what was written.

    Media that rows name by path lie in the corpora, their inputs or `media_roots`; others are left out.
    Raises RefusedError for a source that no training set may hold: no licence, a benchmark.
    """
    _refuse_untrainable(outputs)
    target, roots = Storage(to), MediaRoots.of(outputs, media_roots)
    counts: Counter[str] = Counter()
    for output in outputs:
        for table in existing_tables(output):
            if table.manifest().row_type() is not Sample:
                continue
            for commit in table.commits():
                counts += _export_partition(table, commit, target, dialect, roots)
    return counts


def _export_partition(
    table: TableStore, commit: Commit, target: Storage, dialect: str, roots: MediaRoots
) -> Counter:
    if commit.data is None:
        return Counter()
    folder = table.manifest().pipeline
    name = f"{commit.partition:05d}-{commit.data.sha256[:8]}.jsonl"
    done = f"{folder}/part-{name}"
    if target.exists(done):
        return Counter({"files before": 1})
    _require_whole(table, commit.partition, commit.data)
    counts = Counter({"files": 1})
    left_out: list[str] = []
    with target.open_write(done) as stream:
        for sample in table.rows(commit.partition):
            if not sample.trainable:  # a dialect trains every answer
                counts["not trainable"] += 1
                left_out.append(_why_left_out(sample, "not trainable"))
                continue
            try:
                record = DIALECTS[dialect](sample, _media(sample, target, counts, roots))
            except NotInDialect as error:
                counts["left out"] += 1
                left_out.append(_why_left_out(sample, str(error)))
                continue
            counts["samples"] += 1
            stream.write(_line(record).encode())
        # Written before its file appears: a file that is there has told what it left out.
        target.write(f"{folder}/left-out-{name}", "".join(left_out).encode())
    return counts


def _require_whole(table: TableStore, partition: int, facts: ShardFacts) -> None:
    """Raise VerifyFailed where a shard is not what was committed: a trainer would learn what nobody made."""
    name = table.data_path(partition)
    if problem := not_whole(table.files, name, facts):
        raise VerifyFailed(
            f"{table.files.shown(name)}: {problem}. Nothing of it is exported. `vlcorpus repair` takes its "
            "partition back, the next run makes it again."
        )


def _media(sample: Sample, target: Storage, counts: Counter, roots: MediaRoots) -> Paths:
    """Write the sample's media, each content once, and return their paths."""
    try:
        images = [
            _store(
                roots.image_bytes(image, info),
                _EXTENSIONS.get(info.format, info.format.lower()),
                target,
                counts,
            )
            for image, info in zip(sample.images, sample.image_info, strict=True)
        ]
        return images, [_video(video, target, counts, roots) for video in sample.videos]
    except Reject as lost:
        raise NotInDialect(f"a medium is not to be had: {lost}") from lost


def _video(video: Video, target: Storage, counts: Counter, roots: MediaRoots) -> str:
    if video.bytes is not None:
        return _store(video.bytes, "mp4", target, counts)
    if video.path is None:
        raise NotInDialect("the video is a list of frames, not a file")
    if video.start_s is not None or video.end_s is not None:
        raise NotInDialect("the video is a stretch of a file, and the dialect names whole files")
    return _copy(video.path, target, counts, roots)


def _copy(path: str, target: Storage, counts: Counter, roots: MediaRoots) -> str:
    """Copy a video that lies elsewhere, named by where it lies: its content is not read twice for a hash."""
    digest = hashlib.sha256(path.encode()).hexdigest()
    copied = f"media/{digest[:2]}/{digest}.mp4"
    if not target.exists(copied):
        with target.open_write(copied) as stream:
            roots.copy(path, stream)
        counts["media"] += 1
    return copied


def _store(content: Blob, extension: str, target: Storage, counts: Counter) -> str:
    digest = hashlib.sha256(content).hexdigest()
    path = f"media/{digest[:2]}/{digest}.{extension}"
    if not target.exists(path):
        target.write(path, content)
        counts["media"] += 1
    return path


def _why_left_out(sample: Sample, why: str) -> str:
    return _line({"id": sample.id, "source_key": sample.source_key, "why": why})


def _line(record: dict) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _refuse_untrainable(outputs: list[str]) -> None:
    refused = "\n".join(f"  {source}: {reason}" for source, reason in _untrainable(outputs))
    if refused:
        raise RefusedError(
            f"not exported, because of sources that no training set may hold:\n{refused}\n"
            "Name a licence (run --license, or catalogs/registries/sources.yaml), or leave the corpus out."
        )


def _untrainable(outputs: list[str]) -> Iterator[tuple[str, Reason]]:
    connection = connect(outputs)
    asked = (
        "select source, bool_or(coalesce(trim(license), '') = '') from samples where trainable "
        "group by 1 order by 1"
    )
    with told_if_damaged(outputs):
        found = connection.execute(asked).fetchall()
    for source, unlicensed in found:
        if reason := why_barred(source, unlicensed):
            yield source, reason
    connection.close()
