"""Clusters of vectors as tables: cells of a few vectors, a sample by cell, and the centroids inside cells."""

from functools import partial

from vlcorpus.pipelines.runtime.dag import Over, Table
from vlcorpus.pipelines.steps.sample_cells import SampleCells
from vlcorpus.pipelines.steps.train_cells import TrainCells
from vlcorpus.pipelines.steps.train_centroids import TrainCentroids
from vlcorpus.schemas.dedup import Cell, Centroid, SampledVector


def centroids(name: str, rows: Table, *, of: str, column: str, members: int | None, seed: int) -> Table:
    """Return the table `name` of the clusters of a column of `rows`; those before it are `of`_cells, …."""
    cells = Table(
        f"{of}_cells", Over(partial(TrainCells, column=column, members=members, seed=seed), rows), row=Cell
    )
    draw = partial(SampleCells, column=column, members=members, seed=seed)
    sampled = Table(f"{of}_sampled", Over(draw, rows, cells), row=SampledVector)
    train = partial(TrainCentroids, members=members, seed=seed)
    return Table(name, Over(train, cells, sampled), row=Centroid)
