"""What every row has: an identity that comes from its origin, so that a re-run gives it the same id."""

import random
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import Any, Generic, Self, TypeVar

RowT = TypeVar("RowT", bound="Row")
YieldedT_co = TypeVar("YieldedT_co", bound="Row", covariant=True)

ID_BYTES = 16  # 128 bits, written as 32 hexadecimal digits where a person reads them


def row_id(source: str, source_key: str) -> str:
    """Return the 128-bit id of a row as 32 hex digits: a hash of where it comes from, not of its content.

    Two blank pages are two rows; the same page parsed again is the same row.
    """
    return blake2b(f"{source}\0{source_key}".encode(), digest_size=ID_BYTES).hexdigest()


def row_rng(seed: int, id: str) -> random.Random:
    """Return the row's own random generator: the same draws for any worker count, order and retry."""
    return random.Random(blake2b(f"{seed}\0{id}".encode(), digest_size=16).digest())


@dataclass(slots=True, kw_only=True)
class Row:
    """One record while it is being worked on."""

    id: str  # `row_id(source, source_key)`
    source: str  # registry name of the source, or the input's folder name
    source_key: str  # path inside the source, then `#page=3&format=html` for derived rows
    license: str | None  # SPDX expression where there is one

    @classmethod
    def origin(cls, source: str, source_key: str, license: str | None, **values: Any) -> Self:
        """Make a row that a source found."""
        return cls(
            id=row_id(source, source_key), source=source, source_key=source_key, license=license, **values
        )

    @classmethod
    def derived(cls, parent: "Row", step: str, **values: Any) -> Self:
        """Make a row out of `parent`; `step` (`page=3`) is added to its key."""
        return cls.origin(parent.source, parent.derived_key(step), parent.license, **values)

    def derived_key(self, step: str) -> str:
        return self.source_key + ("&" if "#" in self.source_key else "#") + step

    def preview_image(self) -> bytes | None:
        """Return an encoded image by which a person recognises the row when it is rejected, if it has one."""
        return None


class Upstream(Generic[YieldedT_co]):
    """What the first stage of a chain gets its rows from, for a type checker: a source, or a table."""


def field_names(row_type: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(row_type))


def fields_of(state: type[RowT], row: RowT) -> dict[str, Any]:
    """Return the values of the fields that rows of `state` have, by name, to make the row of its next state.

    `ParsedPage(**fields_of(PageRow, page), tree=tree, …)`: a subclass has the fields that are known from then
    on, so that none is None until somebody fills it. Values are taken over, not copied.
    """
    return {name: getattr(row, name) for name in field_names(state)}
