"""Every column of the rows that are stored: its type, its unit and its meaning, read from `schemas/`.

A meaning is the comment at the end of a field's line, a class's docstring stands above its table.
"""

import ast
import io
import tokenize
from pathlib import Path

import vlcorpus.schemas
from docs.generate.markers import table

SCHEMAS = Path(vlcorpus.schemas.__file__).parent
# Endings of names, and the units they stand for. A name without one is a text, a count or a choice.
UNITS = {
    "_px": "pixels",
    "_pt": "points, 1/72 inch",
    "_1000": "1/1000 of a side",
    "_s": "seconds",
    "_tokens": "tokens",
    "_bytes": "bytes",
    "_fraction": "0 to 1",
    "_rate": "0 to 1",
    "_share": "0 to 1",
    "_weight": "factor",
    "_sha256": "hexadecimal",
    "fps": "frames per second",
}


def schema_tables(module: str) -> str:
    """Return a table for each dataclass of `schemas/<module>.py`."""
    text = (SCHEMAS / f"{module}.py").read_text(encoding="utf-8")
    comments = line_comments(text)
    classes = [node for node in ast.parse(text).body if _is_dataclass(node)]
    return "\n\n".join(_one_class(node, comments) for node in classes)


def _is_dataclass(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(d) for d in node.decorator_list)


def _one_class(node: ast.ClassDef, comments: dict[int, str]) -> str:
    parents = [ast.unparse(base) for base in node.bases]
    head = f"### `{node.name}`" + (f", a `{parents[0]}` with" if parents else "")
    rows = [
        (f"`{field.target.id}`", f"`{ast.unparse(field.annotation)}`", _unit(field.target.id), meaning)
        for field in node.body
        if _is_column(field)
        if "ClassVar" not in ast.unparse(field.annotation)
        for meaning in [_meaning(field, comments)]
    ]
    columns = table(("column", "type", "unit", "meaning"), rows) if rows else ""
    return "\n\n".join(filter(None, [head, ast.get_docstring(node), columns]))


def _is_column(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and not ast.unparse(node.annotation).startswith("ClassVar")
    )


def _meaning(field: ast.AnnAssign, comments: dict[int, str]) -> str:
    lines = range(field.lineno, (field.end_lineno or field.lineno) + 1)
    return " ".join(comments[line] for line in lines if line in comments)


def _unit(name: str) -> str:
    return next((unit for ending, unit in UNITS.items() if name.endswith(ending)), "")


def line_comments(text: str) -> dict[int, str]:
    """Return the comments of a module by line."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return {t.start[0]: t.string.lstrip("# ") for t in tokens if t.type == tokenize.COMMENT}
