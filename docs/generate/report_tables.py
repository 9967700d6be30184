"""Tables of what the Qwen3-VL report names: models and quantities, from the registries that code reads."""

from docs.generate.markers import table
from vlcorpus.catalogs.registries.models import roles
from vlcorpus.catalogs.reports.targets import load_targets


def role_table() -> str:
    rows = [(f"`{name}`", entry.report) for name, entry in roles().items()]
    return table(("role", "who played it for the report"), rows)


def target_table() -> str:
    rows = [(t.id, f"{t.n:,} {t.counts}", t.what, t.source) for t in load_targets().targets]
    return table(("id", "quantity", "of what", "source"), rows)
