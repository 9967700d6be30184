"""Which text is said of an image: a field by its name, the first of a list, a conversation's first answer.

Source: LLaVA, "Finetune_Custom_Data.md" (`conversations` of `from` and `value`); OpenAI and Hugging Face chat
(`messages` of `role` and `content`, a text or a list of parts).
"""

from collections.abc import Iterable
from typing import Any

from vlcorpus.catalogs.sources.image_names import is_file_name
from vlcorpus.catalogs.sources.text_encoding import first_fault
from vlcorpus.schemas.captions.pair import UNREAD

CONVERSATION_NAMES = ("conversations", "messages")
# The names that published pairs give to a column, without regard to case; of several the first is taken.
# `txt` is what a WebDataset's member is called as a column, `title` the column of open_clip's tables.
TEXT_NAMES = (
    *("caption", "text", "alt", "alt_text", "alttext", "description", "captions", "txt", "title"),
    *CONVERSATION_NAMES,
)
DOUBTED = "its file does not seem to be UTF-8: state its encoding as text_encoding"
# Nobody vouches for it: most sets of this form were written by models, and do not say which turn was.
OF_CONVERSATION = {"text_from": "the first answer of a conversation, which a model may have written"}
_ANSWERS = ("gpt", "assistant", "model")


def named(names: Iterable[str], wanted: tuple[str, ...]) -> str | None:
    """Return the name that is one of `wanted`, the earliest of them; case does not matter."""
    by_lower: dict[str, str] = {}
    for name in names:
        by_lower.setdefault(name.lower(), name)
    return next((by_lower[name] for name in wanted if name in by_lower), None)


def text_or_caption(text: str, fields: dict[str, Any]) -> Any:
    """Return `text`, or where it says nothing the caption among `fields`, which is taken out of them.

    A text says nothing that cannot be read, or that is the name of a file.
    """
    if (fault := first_fault(text)) is not None:
        fields[UNREAD], text = unread(fault), ""
    caption = named(fields, TEXT_NAMES)
    if caption and (not text or is_file_name(text) or fields[caption] == text):
        return fields.pop(caption)
    return text


def one_text(value: Any, fields: dict[str, Any]) -> Any:
    """Return the one text of a value that may be a list; what else it says goes into `fields`."""
    if not isinstance(value, list):
        return value
    if any(isinstance(one, dict) for one in value):
        answer = first_answer(value)
        fields |= OF_CONVERSATION if answer else {}
        return answer
    fields["captions"] = value
    return next((one for one in value if one), None)


def first_answer(turns: list[Any]) -> Any:
    """Return what is answered first in a conversation, None where nothing is."""
    for turn in turns:
        if isinstance(turn, dict) and str(turn.get("from", turn.get("role"))).lower() in _ANSWERS:
            return _words(turn.get("value", turn.get("content")))
    return None


def unread(fault: int) -> str:
    return f"from byte {fault} on it is not in UTF-8, or not in the encoding that text_encoding states"


def _words(content: Any) -> Any:
    """Return the text of a turn, whose parts may be listed."""
    if not isinstance(content, list):
        return content
    parts = (part.get("text", part.get("value")) for part in content if isinstance(part, dict))
    return " ".join(part for part in parts if isinstance(part, str)) or None
