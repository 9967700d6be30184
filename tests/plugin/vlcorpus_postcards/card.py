"""A postcard while it is being worked on, and which are worth reading."""

from dataclasses import dataclass

from vlcorpus.schemas.row import Row


@dataclass(slots=True, kw_only=True)
class Postcard(Row):
    text: str
    lang: str  # ISO 639-1, `und` where nothing could be told


def card_too_long(card: Postcard, *, max_chars: int = 400) -> str | None:
    """`max_chars` = 400: ten lines of forty letters; more is a letter, and no postcard."""
    return "card_too_long" if len(card.text) > max_chars else None
