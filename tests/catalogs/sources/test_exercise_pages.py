import gzip

from tests.factories import png
from vlcorpus.catalogs.sources.open_exercises import open_exercises

CNXML = "<exercise><problem>Solve it.</problem><solution>75</solution></exercise>"
PICTURE = '<exercise><problem>See <image src="../../media/f.png"/></problem></exercise>'


def rows_of(folder):
    source = open_exercises([str(folder)], columns={})
    return [row for part in source.partitions(source.list_items()) for row in source.read(part)]


def test_the_pictures_of_a_page_lie_below_the_input(tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "modules/m1").mkdir(parents=True)
    (tmp_path / "media/f.png").write_bytes(png(8, 8, "red"))
    (tmp_path / "modules/m1/index.cnxml").write_text(CNXML + PICTURE)
    (tmp_path / "b.html").write_text("<p>nothing</p>")
    nothing, text, picture = rows_of(tmp_path)
    assert nothing.reason == "question_missing"
    assert (text.question, text.solution, text.source_key) == (
        *("Solve it.", "75", "modules/m1/index.cnxml#exercise=0"),
    )
    assert picture.images == [png(8, 8, "red")]
    (outside,) = rows_of(tmp_path / "modules/m1")[1:]
    assert outside.reason == "path_outside"


def test_a_gzipped_page_is_read_and_half_of_one_is_a_reject(tmp_path):
    content = gzip.compress(CNXML.encode())
    (tmp_path / "a.cnxml.gz").write_bytes(content)
    (tmp_path / "b.html.gz").write_bytes(content[:40])
    (tmp_path / "c.xml.gz").write_bytes(CNXML.encode())
    whole, half, plain = rows_of(tmp_path)
    assert (whole.question, whole.source_key) == ("Solve it.", "a.cnxml.gz#exercise=0")
    assert [half.reason, plain.reason] == ["file_unreadable"] * 2


def test_a_gzipped_page_that_grows_too_large_is_a_reject(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b" " * 5000))
    source = open_exercises([str(tmp_path)], columns={}, max_file_bytes=4999)
    (part,) = source.partitions(source.list_items())
    assert [row.reason for row in source.read(part)] == ["file_too_large"]
