"""What a card says of a domain that SQL cannot know: `datasheet.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("datasheet.yaml")


def words_of(domain: str) -> dict[str, Any]:
    """Return the words of a domain by their headings; those of `default` where it has none of its own."""
    words = _datasheet()["default"] | _datasheet().get(domain, {})
    return words | {"title": words["title"].format(domain=domain)}


def sheets_by(domain: str) -> str | None:
    """Return the key of `meta` that has a contact sheet for each of its values; None for no sheets."""
    return words_of(domain).get("sheets")


@cache
def _datasheet() -> dict[str, dict[str, Any]]:
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))
