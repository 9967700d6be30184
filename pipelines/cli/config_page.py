"""A domain's configuration as a page of YAML: every key with its default, what it accepts and why it is so.

`--config` reads the page back to the defaults, so it is also the file to start from.
"""

import enum
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import to_jsonable_python

WIDTH = 100  # characters of a comment's line
# What annotated-types calls the limits of a number or of a list, and how a person writes them.
LIMITS = {"ge": "≥ {}", "gt": "> {}", "le": "≤ {}", "lt": "< {}", "min_length": "at least {} of them"}


@dataclass(frozen=True)
class Key:
    """One key of a configuration: `path` is ("quality", "judge") for `quality.judge`."""

    path: tuple[str, ...]
    required: bool
    default: Any  # the default as YAML and JSON have it; None where the key is a part or required
    is_part: bool  # a mapping of further keys, which follow
    accepts: str  # "one of a, b", "≥ 0, ≤ 1", or nothing
    reason: str

    @property
    def name(self) -> str:
        return ".".join(self.path)

    def default_text(self) -> str:
        """Return the default on one line of YAML."""
        text = yaml.safe_dump(
            self.default, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000
        )
        return text.removesuffix("...\n").strip()


def config_keys(model: type[BaseModel]) -> Iterator[Key]:
    """Yield the keys of a configuration in the order of its fields, each part before its own keys."""
    yield from _keys(model, None, ())


def config_page(domain: str, model: type[BaseModel]) -> str:
    """Return the page of YAML."""
    lines = [
        f"# Every key of `{domain}` with its default. To use it: vlcorpus run {domain} --config FILE …",
        "# One key on the command line: --set part.key=value. A reason that begins with `ours:` is no",
        "# number of the report.",
    ]
    for key in config_keys(model):
        lines += _entry(key)
    return "\n".join(lines) + "\n"


def _keys(model: type[BaseModel], values: BaseModel | None, above: tuple[str, ...]) -> Iterator[Key]:
    for name, info in model.model_fields.items():
        path = (*above, name)
        required = values is None and info.is_required()
        default = None if required else _default(info, values, name)
        is_part = isinstance(default, BaseModel)
        yield Key(
            path=path,
            required=required,
            default=None if is_part else to_jsonable_python(default),
            is_part=is_part,
            accepts=", ".join(_accepts(info)),
            reason=info.description or "",
        )
        if isinstance(default, BaseModel):
            yield from _keys(type(default), default, path)


def _default(info: FieldInfo, values: BaseModel | None, name: str) -> Any:
    return info.get_default(call_default_factory=True) if values is None else getattr(values, name)


def _accepts(info: FieldInfo) -> Iterator[str]:
    """Yield the values or the limits that a field's type names."""
    if choices := list(_choices(info.annotation)):
        yield f"one of {', '.join(choices)}"
    for limit in info.metadata:
        for name, words in LIMITS.items():
            if (bound := getattr(limit, name, None)) is not None:
                yield words.format(f"{bound:g}")


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    elif isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        yield from (str(member.value) for member in annotation)
    elif get_origin(annotation) is not dict:
        for argument in get_args(annotation):
            yield from _choices(argument)


def _entry(key: Key) -> Iterator[str]:
    """Yield a key's comment and its line. A required key is a comment too, so that the page can be read."""
    indent = "  " * (len(key.path) - 1)
    said = "; ".join(filter(None, [key.reason, key.accepts, "required" if key.required else ""]))
    if len(key.path) == 1:
        yield ""
    for line in textwrap.wrap(said, WIDTH - len(indent), break_on_hyphens=False):
        yield f"{indent}# {line}"
    value = "" if key.is_part else " []" if key.required else f" {key.default_text()}"
    yield f"{indent}{'# ' if key.required else ''}{key.path[-1]}:{value}"
