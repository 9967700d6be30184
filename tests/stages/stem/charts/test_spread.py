from tests.stages.stem.charts.charts import boxes, histogram, lone, said, scatter
from vlcorpus.stages.stem.charts.spread import box_claims, dot_plot_claims, histogram_claims, scatter_claims


def test_histograms():
    found = said(histogram_claims(histogram(1, 4, 2)))
    assert found["bin_width", "chart"] == "10"
    assert found["modal", "chart"] == found["median_bin", "chart"] == "10-20"
    assert found["under", "20"] == "5"
    assert found["from", "20"] == "2"


def test_a_median_between_two_bins_is_not_said():
    assert ("median_bin", "chart") not in said(histogram_claims(histogram(2, 2)))


def test_dot_plots_count_dots():
    found = said(dot_plot_claims(lone(4, 0, 6, kind="dot plot", names="123", key=2)))
    assert found["dots", "1"] == "2"
    assert found["dots", "2"] == "0"
    assert found["mode", "chart"] == "3"


def test_boxes():
    found = said(box_claims(boxes(a=(1, 2, 4, 6, 9), b=(2, 3, 5, 6, 8))))
    assert found["median", "a"] == "4"
    assert found["interquartile_range", "a"] == "4"
    assert found["range", "b"] == "6"
    assert found["half_between", "b"] == "3, 6"
    assert found["extreme", "median", "largest"] == "b"
    assert ("extreme", "upper_quartile", "largest") not in found


def test_scatter_charts():
    found = said(scatter_claims(scatter({"A": (1, 2), "B": (5, 9)}, [(3, 5)])))
    assert found["x", "B"] == "5"
    assert found["extreme", "y", "largest"] == "B"
    assert found["correlation", "chart"] == "positive"
    assert found["right_of", "2"] == "2"
    assert found["higher_than", "6"] == "1"
    assert ("higher_than", "2") not in found
