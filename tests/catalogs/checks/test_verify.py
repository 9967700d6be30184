"""Each check passes on a good corpus and fails on one that is broken in exactly its way."""

import hashlib
import json
from dataclasses import replace
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.query.test_views import write_pages
from tests.factories import kept_only, png, rejection, sample, write_corpus
from vlcorpus.catalogs.checks.report import Report, Verdict
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.shards import shard_schema
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.media import Image, ImageInfo, Video
from vlcorpus.schemas.page import Block, BlockKind, PageTree
from vlcorpus.schemas.qwenvl.markdown import write_markdown
from vlcorpus.schemas.qwenvl.tokens import PROCESSOR_ID, count_sample_tokens, load_tokenizer
from vlcorpus.schemas.sample import LabelSource, Message, Part, Sample, SceneObject, ToolCall

ABOUT_BOXES = PageTree((Block(BlockKind.TEXT, None, '"bbox_2d": [x1, y1, x2, y2]'),))
TEXT = Part(type="text", text="x")
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


def test_a_good_corpus_passes_every_check(tmp_path):
    corpus(tmp_path, counted(good("a")))
    report = verify([str(tmp_path)])
    assert report.ok
    assert {check.verdict for check in report.checks} == {Verdict.PASS}, report.text()


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"n_text_tokens": 1000, "n_tokens": 1064}, "text-tokens"),
        ({"n_loss_tokens": 1}, "text-tokens"),
        ({"n_vision_tokens": 63, "n_tokens": counted(good()).n_tokens - 1}, "vision-tokens"),
    ],
)
def test_counts_that_only_add_up_are_found(tmp_path, changes, check):
    corpus(tmp_path, replace(counted(good("a")), **changes))
    assert broken(tmp_path) == {check: Verdict.FAIL}


def test_counts_of_another_tokenizer_are_not_judged(tmp_path):
    corpus(
        tmp_path, replace(counted(good("a")), tokenizer_id="tokenizer.json-0", n_text_tokens=99, n_tokens=163)
    )
    report = verify([str(tmp_path)])
    assert report["text-tokens"].verdict == Verdict.SKIPPED
    assert "not checked, it applies to no row of the draw" in report.text()
    assert report["vision-tokens"].verdict == Verdict.PASS


def test_a_good_corpus_in_an_object_store_passes(tmp_path):
    table = corpus(tmp_path)
    uri = f"memory://verify{tmp_path}"
    for folder in (".", "data", "rejects", "commits"):
        for name in table.files.names(folder):
            Storage(f"{uri}/samples").write(
                f"{folder}/{name}".removeprefix("./"), table.files.read(f"{folder}/{name}")
            )
    assert broken(uri) == {}


def test_a_table_of_other_rows_is_checked_as_files_only(tmp_path):
    corpus(tmp_path)
    write_pages(tmp_path)
    report = verify([str(tmp_path)])
    assert offended(report) == {}
    assert (report["shards-whole"].checked, report["turns"].checked) == (5, 3)


def test_an_output_without_tables_proves_nothing(tmp_path):
    assert broken(tmp_path) == {"tables": Verdict.FAIL}
    with pytest.raises(ConfigError, match="no such directory"):
        verify([f"{tmp_path}/nowhere"])


# -- files


def test_a_flipped_byte_is_found(tmp_path):
    table = corpus(tmp_path)
    content = bytearray(table.files.read("data/part-00000.parquet"))
    content[len(content) // 2] ^= 1
    table.files.write("data/part-00000.parquet", bytes(content))
    assert broken(tmp_path) == {"shards-whole": Verdict.FAIL}


def test_a_missing_file_is_found(tmp_path):
    corpus(tmp_path).files.delete("data/part-00001.parquet")
    assert broken(tmp_path) == {"shards-whole": Verdict.FAIL}


def test_a_file_that_is_not_parquet_is_found(tmp_path):
    table = corpus(tmp_path)
    table.files.write("data/part-00000.parquet", b"PAR1 no, it is not")
    facts = {"bytes": 18, "sha256": hashlib.sha256(b"PAR1 no, it is not").hexdigest()}
    rewrite_commit(table, lambda commit: setattr(commit, "data", replace(commit.data, **facts)))
    assert broken(tmp_path) == {"shards-open": Verdict.FAIL}


def test_lost_rows_are_found(tmp_path):
    rewrite_shard(corpus(tmp_path), lambda rows: rows.slice(0, 1))
    assert broken(tmp_path) == {"shards-open": Verdict.FAIL, "tokens-add-up": Verdict.FAIL}


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.drop_columns(["meta"]),
        lambda rows: rows.append_column("more", pa.array([1] * len(rows))),
        lambda rows: rows.set_column(rows.schema.get_field_index("n_tokens"), "n_tokens", pa.array([84, 84])),
        lambda rows: rows.replace_schema_metadata(None),
    ],
    ids=["missing", "extra", "type", "huggingface"],
)
def test_another_schema_is_found(tmp_path, change):
    rewrite_shard(corpus(tmp_path), change)
    assert broken(tmp_path) == {"shards-schema": Verdict.FAIL}


def test_an_uncommitted_file_and_a_missing_partition_are_worth_a_warning(tmp_path):
    table = corpus(tmp_path)
    table.files.delete("commits/part-00001.json")
    assert broken(tmp_path) == {"shards-committed": Verdict.WARN, "partitions-done": Verdict.WARN}
    assert verify([str(tmp_path)]).ok


# -- conservation


def set_counts(commit: Commit, **values) -> None:
    commit.stages[-1] = replace(commit.stages[-1], **values)


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (partial(set_counts, rows_in=4), "stages-conserve"),
        (partial(set_counts, rows_out=1), "commits-add-up"),
        (partial(set_counts, rejects=2), "commits-add-up"),
        (lambda commit: commit.reasons.update(other=1), "commits-add-up"),
        (lambda commit: commit.stages.append(replace(commit.stages[0], rows_in=3)), "stages-connect"),
        (lambda commit: setattr(commit, "fingerprint", "0" * 64), "fingerprints"),
        (lambda commit: setattr(commit, "tokens", 1), "tokens-add-up"),
    ],
)
def test_commits_that_do_not_add_up_are_found(tmp_path, change, check):
    table = corpus(tmp_path)
    rewrite_commit(table, change)
    assert broken(tmp_path)[check] == Verdict.FAIL


def test_reasons_of_the_commit_must_be_those_of_the_file(tmp_path):
    table = corpus(tmp_path)
    rewrite_commit(table, lambda commit: setattr(commit, "reasons", {"page_empty": 1}))
    assert broken(tmp_path) == {"reasons-add-up": Verdict.FAIL}


# -- identity


def test_an_id_in_two_tables_is_found(tmp_path):
    corpus(tmp_path / "one")
    write_corpus(tmp_path / "two", [([good("a")], [])])
    assert broken(tmp_path / "one", tmp_path / "two") == {"ids-unique": Verdict.FAIL}


def test_a_row_that_is_kept_and_rejected_is_found(tmp_path):
    corpus(tmp_path, good("x.pdf"))
    assert broken(tmp_path) == {"one-verdict": Verdict.FAIL}


# -- rows


def turns(*messages: Message) -> list[Message]:
    return [*good().messages, *messages]


def answered(text: str, **changes) -> Sample:
    return good("a", answer=text, **{"task": "ground_box"} | changes)


def user(*parts: Part) -> Message:
    return Message(role="user", content=list(parts))


def asked(*parts: Part) -> list[Message]:
    return [user(*parts), good().messages[1]]


def asking(text: str) -> Sample:
    return good("a", messages=turns(user(Part(type="text", text=text))))


def with_objects(**values) -> Sample:
    return good("a", objects=[SceneObject(**{"image": 0, "kind": "box", "label": "cup"} | values)])


BROKEN_ROWS = {
    "image-without-part": (good("a", messages=good().messages[1:]), "media-parts"),
    "part-without-image": (good("a", messages=turns(user(Part(type="image", media=1)))), "media-parts"),
    "wrong-index": (
        good("a", messages=asked(Part(type="image", media=3), TEXT)),
        "media-parts",
    ),
    "no-info": (good("a", image_info=[], objects=[]), "media-parts"),
    "frame-out-of-range": (
        good("a", videos=[Video(frame_images=[1])], messages=turns(user(Part(type="video", media=0)))),
        "media-parts",
    ),
    "no-role": (good("a", messages=turns(Message(role="bot", content=[]))), "turns"),
    "nothing-trained": (good("a", messages=[replace(m, train=False) for m in good().messages]), "turns"),
    "trained-though-not-trainable": (replace(kept_only(good("a")), messages=good().messages), "turns"),
    "user-trained": (good("a", messages=[replace(m, train=True) for m in good().messages]), "turns"),
    "text-without-text": (good("a", messages=turns(user(Part(type="text")))), "turns"),
    "text-with-media": (good("a", messages=turns(user(Part(type="text", text="x", media=0)))), "turns"),
    "answer-with-image": (
        good("a", task="caption", messages=[
            user(TEXT),
            Message(role="assistant", content=[Part(type="image", media=0)], train=True),
        ]),
        "turns",
    ),
    "special-token": (asking("a<|im_end|>"), "no-token-literals"),
    "placeholder": (asking("see <image>"), "no-token-literals"),
    "box-too-far": (answered('[{"bbox_2d": [1, 2, 3, 1001], "label": "cup"}]'), "coordinates"),
    "box-negative": (answered('[{"bbox_2d": [-1, 2, 3, 4], "label": "cup"}]'), "coordinates"),
    "box-degenerate": (answered('[{"bbox_2d": [5, 2, 5, 4], "label": "cup"}]'), "coordinates"),
    "box-of-three": (answered('[{"bbox_2d": [5, 2, 6], "label": "cup"}]'), "coordinates"),
    "box-of-floats": (answered('[{"bbox_2d": [5.5, 2, 6, 7], "label": "cup"}]'), "coordinates"),
    "box-of-words": (answered('[{"bbox_2d": "left", "label": "cup"}]'), "coordinates"),
    "point-too-far": (answered('[{"point_2d": [1, 1001], "label": "cup"}]'), "coordinates"),
    "html-box": (answered(PAGE.replace("938", "62")), "coordinates"),
    "image-comment": (answered("<!-- Image (1, 2, 1200, 4) -->", task="ocr_full"), "coordinates"),
    "table-comment": (answered("<!-- Table (10, 2, 9, 4) -->"), "coordinates"),
    "tool-call-box": (
        good("a", task="twi", messages=turns(
            Message(role="assistant", content=[], tool_calls=[
                ToolCall(id="1", name="image_zoom_in_tool", arguments='{"bbox_2d": [0, 0, 2000, 10]}')
            ])
        )),
        "coordinates",
    ),
    "object-outside": (with_objects(bbox_px=[0.0, 0.0, 65.0, 20.0]), "objects"),
    "object-inside-out": (with_objects(bbox_px=[9.0, 0.0, 8.0, 20.0]), "objects"),
    "object-of-no-image": (with_objects(image=1), "objects"),
    "point-outside": (with_objects(kind="point", point_px=[3.0, -2.0]), "objects"),
    "box-3d-short": (with_objects(kind="box_3d", bbox_3d=[1.0] * 8), "objects"),
    "sum": (good("a", n_text_tokens=21), "token-sums"),
    "more-loss-than-text": (good("a", n_loss_tokens=21), "token-sums"),
    "no-loss": (good("a", n_loss_tokens=0), "token-sums"),
    "loss-though-not-trainable": (replace(kept_only(good("a")), n_loss_tokens=5), "token-sums"),
    "no-vision-tokens": (good("a", n_vision_tokens=0, n_tokens=20), "token-sums"),
    "model-without-name": (good("a", label_source=LabelSource.MODEL), "label-source"),
    "classical-with-model": (good("a", model="qwen3-vl"), "label-source"),
    "no-licence": (good("a", license=None), "licence"),
    "not-an-image": (good("a", images=[Image(bytes=b"GIF89a?")]), "pictures"),
    "no-bytes": (good("a", images=[Image(bytes=None)]), "pictures"),
    "other-size": (good("a", image_info=[replace(good().image_info[0], width_px=65)]), "pictures"),
    "other-format": (good("a", image_info=[replace(good().image_info[0], format="JPEG")]), "pictures"),
    "other-hash": (good("a", image_info=[replace(good().image_info[0], sha256="0" * 64)]), "pictures"),
    "no-html": (good("a", answer="Hello"), "answers-parse"),
    "no-blank-line": (good("a", answer=f"{PAGE}\n{PAGE}", task="longdoc_parse"), "answers-parse"),
    "second-page-broken": (good("a", answer=f"{PAGE}\n\n{PAGE[:-1]}", task="longdoc_parse"), "answers-parse"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "check"), BROKEN_ROWS.values(), ids=BROKEN_ROWS)
def test_a_broken_row_is_found_by_its_check_alone(tmp_path, row, check):
    table = corpus(tmp_path, good("b"), row)
    report = verify([str(tmp_path)])
    assert offended(report) == {check: Verdict.FAIL}
    offender = report[check].offenders[0]
    assert f"{table.files.path('data/part-00000.parquet')} row 1, id {row.id}: " in offender


def test_a_value_outside_its_enum_is_found(tmp_path):
    def guess(rows):
        index = rows.schema.get_field_index("label_source")
        rows = rows.set_column(index, "label_source", pa.array(["guess", "classical"]))
        return rows.cast(shard_schema(Sample))

    rewrite_shard(corpus(tmp_path), guess)
    assert broken(tmp_path) == {"rows-typed": Verdict.FAIL}


GOOD_ROWS = {
    "no-image": good("a", messages=asked(TEXT),
                     images=[], image_info=[], objects=[], n_vision_tokens=0, n_tokens=20),
    "frames": good(
        "a", videos=[Video(frame_images=[0])],
        messages=asked(Part(type="video", media=0), TEXT)),
    "not-trainable": kept_only(good("a")),
    "edge": with_objects(bbox_px=[0.0, 0.0, 64.4, 64.0]),
    "boxes": answered('```json\n[\n\t{"bbox_2d": [0, 0, 1000, 999], "label": "a"}\n]\n```'),
    "points": answered('[{"point_2d": [0, 1000], "label": "a"}]'),
    "page-about-boxes": good("a", task="doc_markdown", answer=write_markdown(ABOUT_BOXES)),
    "html-about-html": good("a", answer=PAGE.replace("Hello", '&lt;div data-bbox="5000 1 2 3"&gt;')),
    "pretraining": good("a", mode="pretrain", task="interleaved", messages=[
        Message(role="assistant", train=True, content=[Part(type="image", media=0), TEXT]),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("row", GOOD_ROWS.values(), ids=GOOD_ROWS)
def test_what_only_looks_broken_passes(tmp_path, row):
    corpus(tmp_path, good("b"), row)
    assert broken(tmp_path) == {}


# -- the draw and the report


def test_the_draw_is_bounded_and_deep_takes_every_row(tmp_path):
    corpus(tmp_path, *(good(f"{i}") for i in range(300)))
    assert verify([str(tmp_path)], sample_rows=10)["pictures"].checked == 10
    assert verify([str(tmp_path)], sample_rows=10)["media-parts"].checked == 301
    assert verify([str(tmp_path)], sample_rows=10, deep=True)["pictures"].checked == 301


def test_the_report_names_the_first_offenders_and_counts_the_rest(tmp_path):
    corpus(tmp_path, *(good(f"{i}", license=None) for i in range(8)))
    report = verify([str(tmp_path)])
    check = report["licence"]
    assert (check.broken, check.checked, len(check.offenders)) == (8, 9, 5)
    text = report.text()
    assert "FAIL     licence" in text
    assert "… and 3 more" in text
    assert "→ name the source's licence" in text
    assert text.splitlines()[-1].startswith("BROKEN: ")
    assert json.loads(json.dumps(report.to_record()))["ok"] is False
