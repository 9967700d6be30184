"""One function derives the Arrow schema from the dataclass, so that a row's type is written once.

    str → string   int → int64   float → float64   bool → bool   bytes → binary   StrEnum → string
    list[T], tuple[T, ...] → list<T>   dataclass, NamedTuple → struct   T | None → nullable
    Annotated[T, pa.type], Annotated[T, ArrowName] → that type

A field that is not `| None` becomes a non-nullable column. `binary` keeps 32-bit offsets on purpose: with
`large_binary` Hugging Face `datasets` ignores the image metadata without a word. pyarrow is imported where it
is used: children of sandboxes need the dataclasses, and not its 27 MB.
"""

import sys
import types
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    import pyarrow as pa


class ArrowName(NamedTuple):
    """An Arrow type that needs no pyarrow until somebody asks for a schema."""

    name: str


Int16 = Annotated[int, ArrowName("int16")]
Int32 = Annotated[int, ArrowName("int32")]
UInt64 = Annotated[int, ArrowName("uint64")]
Float32 = Annotated[float, ArrowName("float32")]
Blob = bytes  # the type `bytes`, for a dataclass in which a field hides that name

_PLAIN = {str: "string", int: "int64", float: "float64", bool: "bool_", bytes: "binary"}


class _NoPandas:
    """An import hook under which pandas cannot be found."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


def leave_pandas_out() -> None:
    """Let pyarrow do without pandas until somebody wants a DataFrame: 37 MB of a process, and 0.5 s.

    pyarrow looks for pandas once, at the first array, whatever that is made of.
    """
    import pyarrow as pa

    sys.meta_path.insert(0, _NoPandas)
    try:
        pa.array([])
    finally:
        sys.meta_path.remove(_NoPandas)


@cache
def arrow_schema(row_type: type) -> "pa.Schema":
    """Return the Arrow schema of a row dataclass.

    Raises TypeError for an annotation that the table above does not hold.
    """
    import pyarrow as pa

    return pa.schema(_arrow_fields(row_type))


def record_batch(row_type: type, rows: Iterable[Any], schema: "pa.Schema | None" = None) -> "pa.RecordBatch":
    """Return `rows` as one batch of `arrow_schema(row_type)`, or of a `schema` derived from it."""
    import pyarrow as pa

    to_record = _encoder(row_type)
    return pa.RecordBatch.from_pylist(
        [to_record(row) for row in rows], schema=schema or arrow_schema(row_type)
    )


def from_record(row_type: type, record: dict[str, Any]) -> Any:
    """Return the row dataclass that `record` (a dict as pyarrow gives it) was made of."""
    return _decoder(row_type)(record)


def _arrow_fields(row_type: type) -> "list[pa.Field]":
    import pyarrow as pa

    hints = get_type_hints(row_type, include_extras=True)
    out = []
    for name in _names(row_type):
        hint, nullable = _strip_none(hints[name])
        out.append(pa.field(name, _arrow_type(hint, f"{row_type.__name__}.{name}"), nullable))
    return out


def _arrow_type(hint: Any, where: str) -> "pa.DataType":
    import pyarrow as pa

    if get_origin(hint) is Annotated:
        named = next((a for a in get_args(hint)[1:] if isinstance(a, ArrowName | pa.DataType)), None)
        if isinstance(named, ArrowName):
            return getattr(pa, named.name)()
        return named or _arrow_type(get_args(hint)[0], where)
    if get_origin(hint) is list or (get_origin(hint) is tuple and get_args(hint)[1:] == (...,)):
        item, nullable = _strip_none(get_args(hint)[0])
        return pa.list_(pa.field("element", _arrow_type(item, where), nullable))
    if isinstance(hint, type):
        if _is_record(hint):
            return pa.struct(_arrow_fields(hint))
        if issubclass(hint, StrEnum):
            return pa.string()
        if hint in _PLAIN:
            return getattr(pa, _PLAIN[hint])()
    raise TypeError(f"{where}: no Arrow type for {hint!r}; see the table at the top of schemas/arrow.py")


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields"))


def _names(record_type: type) -> tuple[str, ...]:
    """Return the fields of a dataclass or of a NamedTuple."""
    return getattr(record_type, "_fields", None) or tuple(f.name for f in fields(record_type))


def _strip_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        rest = [a for a in get_args(hint) if a is not type(None)]
        if len(rest) != 1:
            raise TypeError(f"a column has one type, not {hint!r}")
        return rest[0], True
    return hint, False


@cache
def _encoder(row_type: type) -> Callable[[Any], dict[str, Any]]:
    """Compile the walk over one dataclass, because rows are many and their types few."""
    hints = get_type_hints(row_type, include_extras=True)
    plan = []
    for name in _names(row_type):
        hint, _ = _strip_none(hints[name])
        plan.append((name, attrgetter(name), _value_encoder(hint)))

    def encode(row: Any) -> dict[str, Any]:
        record = {}
        for name, get, convert in plan:
            value = get(row)
            record[name] = value if convert is None or value is None else convert(value)
        return record

    return encode


def _value_encoder(hint: Any) -> Callable[[Any], Any] | None:
    if get_origin(hint) in (list, tuple):
        item = _value_encoder(_strip_none(get_args(hint)[0])[0])
        return None if item is None else lambda values: [None if v is None else item(v) for v in values]
    if _is_record(hint):
        return _encoder(hint)
    return None


@cache
def _decoder(row_type: type) -> Callable[[dict[str, Any]], Any]:
    hints = get_type_hints(row_type, include_extras=True)
    plan = [(name, _value_decoder(_strip_none(hints[name])[0])) for name in _names(row_type)]

    def decode(record: dict[str, Any]) -> Any:
        return row_type(
            **{
                name: record[name] if convert is None or record[name] is None else convert(record[name])
                for name, convert in plan
            }
        )

    return decode


def _value_decoder(hint: Any) -> Callable[[Any], Any] | None:
    if get_origin(hint) in (list, tuple):
        item = _value_decoder(_strip_none(get_args(hint)[0])[0])
        make = get_origin(hint)
        if item is None:
            return make if make is tuple else None
        return lambda values: make(None if v is None else item(v) for v in values)
    if _is_record(hint):
        return _decoder(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return None
