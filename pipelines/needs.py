"""Look for everything that a pipeline needs on this machine, before its first stage."""

from collections.abc import Iterable, Iterator

from vlcorpus.pipelines.runtime.dag import Table
from vlcorpus.schemas.needs import Need, require


def needs_of(tables: Iterable[Table]) -> Iterator[Need]:
    """Yield what the sources and the stages of `tables` name; some of it more than once."""
    for table in tables:
        yield from table.source("").needs
        for stage in table.stages:
            yield from stage.needs


def require_all(tables: Iterable[Table]) -> None:
    """Raise EnvironmentFailure that names all that is missing for `tables`, with one line to install it.

    It looks at this machine. The workers of a cluster find out for themselves, when a stage opens.
    """
    require(needs_of(tables))
