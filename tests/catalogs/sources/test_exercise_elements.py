import pytest

from vlcorpus.catalogs.sources.exercise_elements import page_exercises
from vlcorpus.schemas.errors import Reject

CNXML = """<document><title>Interest</title><exercise id="a"><problem>
<para>Solve <m:math><m:mn>2</m:mn></m:math>
<link>here</link>.</para></problem><solution><para>75</para></solution></exercise>
<exercise><problem><para>See <image src="media/f.png"/></para></problem></exercise></document>"""
HTML = """<html><body><div data-type="exercise"><div data-type="problem"><p>What is 1 + 1?</p></div>
<div data-type="solution"><p>2</p></div></div>
<div itemscope itemtype="https://schema.org/Question"><h2 itemprop="name">x</h2>
<div data-type="problem">What is 2 + 2?</div><div itemprop="acceptedAnswer">4</div></div></body></html>"""


def parts(page, **options):
    found = page_exercises(page, **options)
    return [{part: "".join(text) for part, text in one.parts.items()} for one in found]


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


@pytest.mark.parametrize("begin", ["In the following exercises", "For the following exercises"])
def test_what_is_asked_of_several_stands_before_each(begin):
    one = "<exercise><problem>{}</problem></exercise>"
    page = (
        f"<para>{begin}, add.</para>{one.format('1+2')}{one.format('3+4')}<title>More</title>{one.format(5)}"
    )
    assert [found["question"] for found in parts(page)] == ["<p>Add.</p>1+2", "<p>Add.</p>3+4", "5"]


def test_a_paragraph_of_html_ends_where_an_exercise_begins():
    exercise = "<div data-type=exercise><div data-type=problem>1+2</div></div>"
    assert parts(f"<p>In the following exercises, add.{exercise}</p>") == [{"question": "<p>Add.</p>1+2"}]


def test_an_element_of_xml_that_ends_itself_holds_nothing_of_what_follows():
    page = (
        "<exercise><problem><table><label/><row><entry/><entry>7</entry></row></table></problem></exercise>"
    )
    (one,) = parts(page, is_xml=True)
    assert one["question"] == page[len("<exercise><problem>") : -len("</problem></exercise>")]


def test_a_solution_belongs_to_the_exercise_in_which_it_stands():
    inner = "<exercise><problem>a</problem></exercise>"
    page = f"<exercise>{inner}<solution>of the outer</solution></exercise><solution>of none</solution>"
    assert parts(page) == [{"solution": "of the outer"}, {"question": "a"}]


def test_an_end_without_a_beginning_ends_nothing():
    assert parts("<exercise><problem>a</x>b</problem></exercise>") == [{"question": "ab"}]


def test_a_page_of_too_many_exercises():
    with pytest.raises(Reject, match="html_broken"):
        page_exercises("<exercise>" * 10_001)
