"""Count a corpus, print the counts, and write one data card per domain."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from vlcorpus.catalogs.query.ask import QueryResult, render
from vlcorpus.catalogs.query.quantities import human_bytes, human_number
from vlcorpus.catalogs.query.views import connect, told_if_damaged
from vlcorpus.catalogs.reports.card import html_card, markdown_card
from vlcorpus.catalogs.reports.data_card import write_data_cards
from vlcorpus.catalogs.reports.facts import DomainFacts, domains, gather, target_rows
from vlcorpus.catalogs.reports.licences import in_other_words
from vlcorpus.catalogs.tables.output import CARDS
from vlcorpus.catalogs.tables.storage import Storage, join
from vlcorpus.schemas.public_text import without_secrets


def stats(outputs: list[str], destination: str | Path | None = None, *, scale: float | None = None) -> str:
    """Write `<destination>/<domain>/index.html` and `README.md` for each domain; return the counts as text.

    `destination` is by default `_cards` in the first output; then the data cards of the outputs are written
    too. `scale` is the part of the report's quantities
    that is aimed at, by default that of `targets.yaml`. Raises ConfigError where an output is not there,
    VerifyFailed where a shard is damaged.
    """
    connection = connect(outputs)
    place = Storage(str(destination) if destination else join(outputs[0], CARDS))
    lines: list[str] = []
    try:
        with told_if_damaged(outputs):
            counted = [gather(connection, domain, outputs, scale=scale) for domain in domains(connection)]
        for facts in counted:
            lines += describe(facts)
            lines += [_write_card(facts, place, is_asked_for=destination is not None), ""]
        if not destination:
            for output in outputs:
                with contextlib.suppress(OSError):  # a corpus that can only be read keeps the cards it has
                    write_data_cards(output)
    finally:
        connection.close()
    return "\n".join(lines) if lines else f"{', '.join(outputs)}: no table yet, nothing to count"


def _write_card(facts: DomainFacts, place: Storage, is_asked_for: bool) -> str:
    """Write the card of a domain and say where. A corpus that can only be read is counted without one."""
    try:
        place.write(f"{facts.domain}/index.html", without_secrets(html_card(facts)).encode())
        place.write(f"{facts.domain}/README.md", without_secrets(markdown_card(facts)).encode())
        for sheet in facts.sheets:
            place.write(f"{facts.domain}/{sheet.file_name}", sheet.jpeg)
    except OSError as error:
        if is_asked_for:
            raise
        return (
            f"no card: {place.uri} cannot be written ({error.strerror or error}); --to names another folder"
        )
    return f"card: {join(place.uri, facts.domain, 'index.html')}"


def describe(facts: DomainFacts) -> Iterator[str]:
    """Yield the counts as aligned tables for a terminal."""
    totals = facts.totals
    yield f"── {facts.domain} " + "─" * max(3, 76 - len(facts.domain))
    yield (
        f"{totals['samples']:,} samples ({totals['trainable']:,} trainable) of {totals['inputs']:,} inputs, "
        f"{totals['images']:,} images, {human_number(totals['tokens'])} tokens, "
        f"{human_bytes(facts.n_bytes)}; {facts.n_rejects:,} rejects"
    )
    for name, grid in facts.grids.items():
        if grid.rows and name != "totals":
            yield ""
            yield f"{grid.title}"
            yield from _indented(grid.columns, grid.rows)
    if told := in_other_words(facts.grids["licences"].rows):
        yield f"  {told}"
    if facts.standings:
        yield ""
        yield "Of the report's quantities"
        yield from _indented(["target", "what", "held", "wanted", "percent"], list(target_rows(facts)))


def _indented(columns: list[str], rows: list[tuple]) -> Iterator[str]:
    *lines, _count = render(QueryResult(columns, iter(rows)))
    yield from (f"  {line}" for line in lines)
