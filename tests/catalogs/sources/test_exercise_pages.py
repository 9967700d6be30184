from tests.factories import png
from vlcorpus.catalogs.sources.exercise_pages import page_exercises
from vlcorpus.catalogs.sources.open_exercises import open_exercises

CNXML = """<document><title>Interest</title><exercise id="a"><problem>
<para>Solve <m:math><m:mn>2</m:mn></m:math>
<link>here</link>.</para></problem><solution><para>75</para></solution></exercise>
<exercise><problem><para>See <image src="media/f.png"/></para></problem></exercise></document>"""
HTML = """<html><body><div data-type="exercise"><div data-type="problem"><p>What is 1 + 1?</p></div>
<div data-type="solution"><p>2</p></div></div>
<div itemscope itemtype="https://schema.org/Question"><h2 itemprop="name">x</h2>
<div data-type="problem">What is 2 + 2?</div><div itemprop="acceptedAnswer">4</div></div></body></html>"""


def parts(page):
    return [{part: "".join(text) for part, text in one.parts.items()} for one in page_exercises(page)]


def test_exercises_of_cnxml():
    first, second = parts(CNXML)
    assert "<m:math>" in first["question"]
    assert "75" in first["solution"]
    assert 'src="media/f.png"' in second["question"]


def test_exercises_of_pages():
    first, second = parts(HTML)
    assert "1 + 1" in first["question"]
    assert first["solution"] == "<p>2</p>"
    assert "2 + 2" in second["question"]
    assert second["answer"] == "4"


def test_a_page_is_read_with_its_pictures_and_one_without_exercises_is_a_reject(tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media/f.png").write_bytes(png(8, 8, "red"))
    (tmp_path / "a.cnxml").write_text(CNXML)
    (tmp_path / "b.html").write_text("<p>nothing</p>")
    source = open_exercises([str(tmp_path)], columns={})
    rows = [row for part in source.partitions(source.list_items()) for row in source.read(part)]
    assert [row.source_key for row in rows] == ["a.cnxml#exercise=0", "a.cnxml#exercise=1", "b.html"]
    assert rows[1].images == [png(8, 8, "red")]
    assert rows[2].reason == "question_missing"
