"""The two roles that a model plays for documents: it sees regions on a page, and it reads one of them.

Whoever fills a role is a frozen dataclass: its fields are its part of the table's fingerprint. Source: the
two steps of the Qwen3-VL report §3.2.3, a layout model and region-specific recognition.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from schemas.document import PageRow, Region
from schemas.page import BlockKind
from schemas.prompts import prompts_of

LAYOUT, REGION_READER = "layout", "region_reader"
TASKS = {
    BlockKind.FORMULA: "region_formula",
    BlockKind.TABLE: "region_table",
    BlockKind.TEXT: "region_text",
}


@dataclass(frozen=True, slots=True)
class RegionRequest:
    """One region to be read: a PNG cut from the page image, and what to ask of it."""

    kind: BlockKind
    image: bytes
    prompt: str


@dataclass(frozen=True, slots=True)
class RegionReply:
    text: str  # as the model wrote it
    engine: str  # and the model, with its version


class RegionReader(Protocol):
    def read(self, requests: Sequence[RegionRequest]) -> list[RegionReply | None]:
        """Return a reply for each request, in their order; None where the model has none."""


class LayoutReader(Protocol):
    engine: str  # and the model, with its version

    def regions(self, page: PageRow) -> list[Region]:
        """Return the regions on the page image, px, in any order. They may overlap."""


def region_prompt(kind: BlockKind) -> str:
    """Return what a model is asked of a region of this kind: one prompt per kind, so that answers agree."""
    (prompt,) = prompts_of(TASKS[kind])
    return prompt.text
