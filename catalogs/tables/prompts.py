"""Prompt templates, each stored once per output: `<output>/_prompts/<sha256>.txt`. Samples carry the hash."""

import hashlib
from collections.abc import Iterable

from vlcorpus.catalogs.tables.control_files import Damage
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
    """Return the templates by their hash; tell of a file that does not have it."""
    found, damages = _scan(output)
    for damage in damages:
        damage.tell()
    return found


def damaged_prompts(output: str) -> list[Damage]:
    """Return the files among the templates whose text is not the one of their hash."""
    return _scan(output)[1]


def _scan(output: str) -> tuple[dict[str, str], list[Damage]]:
    files, found, damages = Storage(output), {}, []
    for name in files.names(PROMPTS):
        content = files.read(f"{PROMPTS}/{name}")
        sha256 = hashlib.sha256(content).hexdigest()
        if name == f"{sha256}.txt":
            found[sha256] = content.decode(errors="replace")
        else:
            damages.append(Damage(files, f"{PROMPTS}/{name}", "its text does not have the hash of its name"))
    return found, damages
