"""What `vlcorpus cache` prints: the answers of models on this machine, and how often they were of use."""

from collections.abc import Iterator

from vlcorpus.catalogs.query.quantities import human_bytes
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.inference.answer_cache import AnswerCache


def cache_lines(folder: str) -> Iterator[str]:
    """Say per role and model how many answers there are, and per role how many lookups found one.

    Raises ConfigError where there is no such folder.
    """
    cache = AnswerCache(folder)
    if not cache.folder.is_dir():
        raise ConfigError(
            f"{cache.folder}: no folder of answers. A run with --engine makes one; --cache names another"
        )
    try:
        lines, lookups = cache.lines(), cache.lookups()
    finally:
        cache.close()
    if not lines:
        yield f"{cache.folder}: no answers yet"
    for line in lines:
        yield (
            f"{line.role}, {line.model}: {line.answers:,} answers, {human_bytes(line.bytes)}, "
            f"{line.output_tokens:,} tokens written"
        )
    for role, (hits, misses) in sorted(lookups.items()):
        yield f"{role}: {hits:,} hits, {misses:,} misses{_rate(hits, misses)}"


def _rate(hits: int, misses: int) -> str:
    asked = hits + misses
    return f", hit rate {hits / asked:.0%}" if asked else ""
