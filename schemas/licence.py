"""Licences as SPDX expressions: `CC-BY-4.0`, `MIT OR Apache-2.0`, `LicenseRef-` and a name of one's own.

Source: SPDX specification 2.3, annex D; the list is that of `packaging`.
"""

import difflib
import re

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.licenses._spdx import (
    LICENSES,  # the list has no public name: pyproject.toml bounds the version
)

_OPERATORS = {"and", "or", "with"}
_NEAR = 3  # names in a message
_LONGEST = 500  # letters; a text of a row that is longer is prose
_USUAL = "CC-BY-4.0, CC0-1.0, MIT, Apache-2.0"


def spdx(expression: str) -> str:
    """Return the expression as SPDX writes it: `cc-by-4.0` is `CC-BY-4.0`.

    Raises ValueError that names what is unknown, and the nearest names.
    """
    try:
        return canonicalize_license_expression(expression)
    except InvalidLicenseExpression as error:
        near = _near(expression)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"Usual ones are {_USUAL}."
        raise ValueError(
            f"{error}. A licence is an SPDX expression. {hint} For one that SPDX does not list write "
            "LicenseRef- and a name of your own."
        ) from None


def is_spdx(text: str) -> bool:
    """Say whether a text is an SPDX expression, in whatever case it is written."""
    return _written(text) is not None


def as_spdx_writes(text: str) -> str:
    """Return the licence that a row brings along: an SPDX expression as SPDX writes it, other words as found.

    Nothing is guessed: `cc-by-4.0` becomes `CC-BY-4.0`, and `CC BY 4.0` stays.
    """
    return _written(text) or text


def _written(text: str) -> str | None:
    """Return an SPDX expression in its normal form, None for any other text."""
    if len(text) > _LONGEST:
        return None
    try:
        return canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        return None


def _near(expression: str) -> list[str]:
    """Return names that look like the first unknown one of the expression."""
    names = [name for name in re.findall(r"[^\s()]+", expression.lower()) if name not in _OPERATORS]
    written_apart = "-".join(names)  # `CC BY 4.0`
    known = {name: entry["id"] for name, entry in LICENSES.items() if not entry["deprecated"]}
    for name in (written_apart, *(name for name in names if name not in known)):
        if name in known:
            return [known[name]]
        newest_first = sorted((one for one in known if one.startswith(f"{name}-")), reverse=True)
        if near := sorted(newest_first, key=len) or difflib.get_close_matches(name, known, _NEAR, cutoff=0.7):
            return [known[one] for one in near[:_NEAR]]
    return []
