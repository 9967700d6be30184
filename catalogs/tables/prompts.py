"""Prompt templates, each stored once per output: `<output>/_prompts/<sha256>.txt`. Samples carry the hash."""

import hashlib
from collections.abc import Iterable

from vlcorpus.catalogs.tables.storage import Storage

PROMPTS = "_prompts"


def prompt_sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def record_prompts(output: str, texts: Iterable[str]) -> None:
    """Keep the templates a run uses. Writing the same template again changes nothing."""
    files = Storage(output)
    known = set(files.names(PROMPTS, ".txt"))
    for text in texts:
        name = f"{prompt_sha256(text)}.txt"
        if name not in known:
            files.write(f"{PROMPTS}/{name}", text.encode())


def read_prompts(output: str) -> dict[str, str]:
    """Return the templates by their hash."""
    files = Storage(output)
    return {
        name.removesuffix(".txt"): files.read(f"{PROMPTS}/{name}").decode()
        for name in files.names(PROMPTS, ".txt")
    }
