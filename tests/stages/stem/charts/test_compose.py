from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.charts import CHARTS
from vlcorpus.stages.stem.charts.compose import KINDS, compose


def test_all_kinds_come_and_name_themselves_first():
    kinds, names = set(), set()
    for seed in range(300):
        try:
            chart = compose(Random(f"charts {seed}"))
        except Unfit:
            continue
        kinds.add(chart.kind)
        names.add(chart.steps[0])
    assert kinds == set(CHARTS)
    assert names == set(KINDS)
