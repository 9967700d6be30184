"""What may be shown of a text: no secret, and nothing that moves a cursor or turns words about.

Everything that leaves for people passes here: what commands print, errors, logs, run records, pages, cards,
details of rejects.
"""

import os
import re
from typing import Any

HIDDEN = "***"
# `s3://KEY:SECRET@bucket`, `http://user:password@host`: what stands before the host
_CREDENTIALS = re.compile(r"(?<=://)[^/\s'\"<>]*@")
_PARAMETER = re.compile(
    r"([?&](?:amp;)?[^=&\s]*(?:key|secret|token|passw|signature|credential)[^=&\s]*=)[^&\s'\"<>]+",
    re.IGNORECASE,
)
_NAME_OF_SECRET = re.compile(r"KEY|SECRET|TOKEN|PASSW|CREDENTIAL", re.IGNORECASE)
_SHORTEST = 8  # characters: what is shorter stands in other words too
# Control characters but for the line's end and the tab, the second set of them, marks and overrides of
# direction. Source: Unicode 16, chapters 23.1 and 23.2, and UAX 9.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_kept: set[str] = set()


def keep_secret(value: str) -> None:
    """Remember a secret that no variable of the environment is recognised by."""
    if len(value) >= _SHORTEST:
        _kept.add(value)


def without_secrets(text: str) -> str:
    """Return the text without credentials in addresses and without the secrets that this process knows."""
    if "://" in text:
        text = _PARAMETER.sub(rf"\1{HIDDEN}", _CREDENTIALS.sub("", text))
    for secret in _secrets():
        if secret in text:
            text = text.replace(secret, HIDDEN)
    return text


def public(value: Any) -> Any:
    """Return JSON's types with every string in them without secrets."""
    if isinstance(value, str):
        return without_secrets(value)
    if isinstance(value, dict):
        return {key: public(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [public(item) for item in value]
    return value


def visible(text: str) -> str:
    r"""Return the text with what is unseen, or moves what is seen, written as `\x1b` or `\u202e`."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def _secrets() -> list[str]:
    """Return the secrets, longest first: one may be a part of another."""
    found = {
        value
        for name, value in os.environ.items()
        if len(value) >= _SHORTEST and _NAME_OF_SECRET.search(name)
    }
    paths = {value for value in found if value.startswith(("/", "~"))}  # where a key lies is no key
    return sorted((found - paths) | _kept, key=len, reverse=True)
