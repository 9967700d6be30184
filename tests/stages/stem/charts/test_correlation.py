import pytest

from vlcorpus.stages.stem.charts.correlation import correlation


@pytest.mark.parametrize(
    ("points", "trend"),
    [
        ([(0, 0), (1, 1), (2, 2), (3, 4)], "positive"),
        ([(0, 4), (1, 3), (2, 1), (3, 0)], "negative"),
        ([(0, 0), (0, 2), (2, 0), (2, 2)], "none"),
        ([(0, 0), (1, 3), (2, 0), (3, 4)], None),
        ([(0, 1), (1, 1), (2, 1)], "none"),
    ],
)
def test_trends(points, trend):
    assert correlation(points) == trend
