from dataclasses import dataclass

import pytest

from tests.pipelines.toys import Obey, SplitLines, ToSampleApart
from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.pipelines.runtime.dag import Over, Pipeline, Table, segments
from vlcorpus.schemas.errors import StageBug
from vlcorpus.stages.stage import Chain, Resources


@dataclass(frozen=True)
class Nothing(Source):
    tables: tuple = ()

    def list_items(self) -> list[Item]:
        return []

    def partitions(self, items: list[Item]) -> list[Partition]:
        return []

    def read(self, partition: Partition):
        return iter(())

    def parameters(self) -> dict:
        return {}


def reading(*stores) -> Nothing:
    return Nothing(stores)


ROWS = Table("rows", Chain(Nothing(), ()))
LEFT = Table("left", Over(reading, ROWS))
RIGHT = Table("right", Over(reading, ROWS))
SAMPLES = Table("samples", Over(reading, ROWS, LEFT, None, RIGHT) >> Obey())
REPORT = Table("report", Over(reading, RIGHT))
PIPELINE = Pipeline("toy", SAMPLES, reports=(REPORT,))


def names(tables) -> list[str]:
    return [table.name for table in tables]


def test_every_table_comes_once_after_those_it_is_made_of_and_samples_last():
    assert names(PIPELINE.tables()) == ["rows", "right", "report", "left", "samples"]


def test_the_spine_leads_from_the_input_to_the_samples():
    assert names(PIPELINE.spine()) == ["rows", "samples"]


def test_what_is_made_of_a_table_follows_from_it():
    assert names(PIPELINE.made_of("right")) == ["right", "report", "samples"]
    with pytest.raises(KeyError):
        PIPELINE.made_of("unknown")


def test_a_source_over_tables_gets_their_stores_and_no_absent_one():
    stores = SAMPLES.source("/out").tables
    assert [store.uri for store in stores] == ["/out/rows", "/out/left", "/out/right"]


def test_two_tables_of_one_name_are_a_mistake():
    other = Table("rows", Chain(Nothing(), ()))
    with pytest.raises(StageBug, match="same name, rows"):
        Pipeline("toy", Table("samples", Over(reading, LEFT, other))).tables()


def test_what_is_no_source_is_a_mistake():
    with pytest.raises(StageBug, match="is no Source"):
        Table("rows", Chain("a folder", ())).source("/out")


def test_neighbours_of_equal_resources_are_one_operator_and_no_stage_is_one_too():
    assert [len(stages) for _, stages in segments((SplitLines(), Obey(), ToSampleApart()))] == [2, 1]
    assert segments(()) == [(Resources(), ())]
