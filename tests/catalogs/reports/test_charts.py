"""Bars and columns are in proportion, and any name is text."""

import re

import pytest

from vlcorpus.catalogs.reports.charts import bars, histogram


def numbers(svg: str, kind: str, name: str) -> list[float]:
    return [float(n) for n in re.findall(rf'class="{kind}"[^>]* {name}="([\d.]+)"', svg)]


def test_bars_are_in_proportion_and_nothing_has_no_bar():
    whole, half, nothing = numbers(bars([("a", 10), ("b", 5), ("c", 0)]), "bar", "width")
    assert whole == pytest.approx(2 * half, rel=0.01)
    assert nothing == 0


def test_the_largest_value_fills_its_track():
    svg = bars([("a", 10), ("b", 5)])
    assert numbers(svg, "bar", "width")[0] == numbers(svg, "track", "width")[0]


@pytest.mark.parametrize(("value", "filled"), [(50, 0.5), (100, 1.0), (120, 1.0)])
def test_a_full_bar_may_be_given_and_none_is_longer(value, filled):
    svg = bars([("a", value)], full=100, unit=" %")
    (width,), (track,) = numbers(svg, "bar", "width"), numbers(svg, "track", "width")
    assert width == pytest.approx(filled * track, rel=0.01)


def test_what_is_little_can_still_be_seen():
    assert numbers(bars([("a", 1e9), ("b", 1)]), "bar", "width")[1] == 1.5
    assert numbers(histogram([("a", 1e9), ("b", 1)]), "bar", "height")[1] == 1.5


@pytest.mark.parametrize(("length", "whole"), [(34, True), (35, False)])
def test_a_long_name_is_cut_and_told_whole_in_the_title(length, whole):
    name = "n" * length
    svg = bars([(name, 1)])
    assert (f">{name}</text>" in svg) is whole
    assert (f">{name[:33]}…</text>" in svg) is not whole
    assert f"<title>{name}: 1</title>" in svg


@pytest.mark.parametrize("chart", [bars, histogram])
def test_names_and_labels_are_text(chart):
    svg = chart([("<a>", 1)], label='"><b>')
    assert "<a>" not in svg
    assert "<b>" not in svg
    assert 'aria-label="&quot;&gt;&lt;b&gt;"' in svg


@pytest.mark.parametrize("chart", [bars, histogram])
def test_nothing_to_show_is_an_empty_chart(chart):
    assert chart([]).startswith("<svg")
    assert 'class="bar"' not in chart([])


def test_columns_are_in_proportion():
    tall, low = numbers(histogram([("512", 4), ("1k", 1)]), "bar", "height")
    assert tall == pytest.approx(4 * low)


@pytest.mark.parametrize("n", [1, 8, 60])
def test_columns_stand_side_by_side_within_the_chart(n):
    svg = histogram([(str(i), 1) for i in range(n)])
    starts, widths = numbers(svg, "bar", "x"), numbers(svg, "bar", "width")
    ends = [start + width for start, width in zip(starts, widths, strict=True)]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert ends[-1] <= 640
