"""Self-contained HTML pages out of `catalogs/reports/templates`."""

from collections.abc import Callable
from pathlib import Path

import jinja2


def template(name: str, **filters: Callable) -> jinja2.Template:
    """Return a template that escapes what it is given, and fails on what it is not given."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= filters
    return environment.get_template(name)
