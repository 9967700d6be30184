"""What every source of files says of itself and of its rows."""

from vlcorpus.catalogs.sources.files import Files
from vlcorpus.schemas.errors import Reject


def files(*inputs: str, **parameters) -> Files:
    return Files(inputs=inputs, **{"source": "crawl", "license": "CC0-1.0"} | parameters)


def test_a_row_carries_the_name_and_licence_of_its_source():
    row = files("/data").file_row("a.pdf", "/data/a.pdf", b"1")
    assert (row.source, row.source_key, row.license, row.uri, row.content) == (
        "crawl",
        "a.pdf",
        "CC0-1.0",
        "/data/a.pdf",
        b"1",
    )


def test_an_id_depends_on_source_and_key_alone():
    row = files("/data").file_row("a.pdf", "/data/a.pdf", b"1")
    assert row.id == files("/moved", license=None).file_row("a.pdf", "/moved/a.pdf", b"2").id
    assert row.id != files("/data", source="other").file_row("a.pdf", "/data/a.pdf", b"1").id


def test_a_rejection_stands_under_the_name_of_the_source():
    reject = Reject("file_missing", "gone")
    rejection = files("/data").rejection("a.pdf", "/data/a.pdf", reject)
    assert (rejection.stage, rejection.reason, rejection.detail) == ("Files", "file_missing", "gone")


def test_where_the_inputs_lie_is_no_parameter():
    assert files("s3://KEY:SECRET@bucket/x?region=r").parameters() == files("/data").parameters()


def test_an_item_is_opened_in_its_own_input(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.pdf").write_bytes(name.encode())
    source = files(f"{tmp_path}/one", f"{tmp_path}/two")
    assert [source.open(item).read() for item in source.items()] == [b"one", b"two"]
