"""Which function makes which part of a page."""

from collections.abc import Callable
from pathlib import Path

from docs.generate.config_tables import common_config_tables, config_tables
from docs.generate.discipline_tables import family_table
from docs.generate.markers import fill
from docs.generate.reason_tables import reading_reason_table, reason_table
from docs.generate.report_tables import role_table, target_table
from docs.generate.schema_tables import schema_tables

DOCS = Path(__file__).parents[1]
# The first word of a part's name says what it is; the others are the function's arguments.
MAKERS: dict[str, Callable[..., str]] = {
    "config": config_tables,
    "config-common": common_config_tables,
    "families": family_table,
    "reasons": reason_table,
    "reasons-reading": reading_reason_table,
    "roles": role_table,
    "schema": schema_tables,
    "targets": target_table,
}


def outdated() -> dict[Path, str]:
    """Return the pages that say something else than the code, with their text as it should be."""
    found = {}
    for page in sorted(DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if (made := fill(text, make)) != text:
            found[page] = made
    return found


def make(name: str) -> str:
    """Return the part `name`. Raises KeyError for a name that nothing makes."""
    kind, *arguments = name.split()
    return MAKERS[kind](*arguments)
