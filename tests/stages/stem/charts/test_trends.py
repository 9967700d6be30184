from tests.stages.stem.charts.charts import lone, said, several
from vlcorpus.stages.stem.charts.trends import trend_claims


def test_one_line():
    found = said(trend_claims(lone(1, 3, 2, 2, kind="line")))
    assert found["change", "A", "B"] == "rises"
    assert found["change", "B", "C"] == "falls"
    assert found["change", "C", "D"] == "stays"
    assert found["trend", "chart"] == "mixed"
    assert found["steepest_rise", "chart"] == "A, B"


def test_a_line_that_never_rises_has_no_steepest_rise():
    found = said(trend_claims(lone(5, 3, 1, kind="line")))
    assert found["trend", "chart"] == "falling"
    assert ("steepest_rise", "chart") not in found


def test_two_lines_cross():
    found = said(trend_claims(several("line", x=(1, 5, 1, 0), y=(2, 3, 4, 5))))
    assert found["crossings", "x", "y"] == "2"
    assert found["trend", "y"] == "rising"
    assert not any(e[0] == "crossings" for e in said(trend_claims(several("line", x=(1, 5), y=(1, 3)))))
