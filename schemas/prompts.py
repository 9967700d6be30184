"""The prompt library: what a user may say for a task, versioned, in English and Chinese.

The texts are in `schemas/prompts/*.yaml`. A sample carries the `sha256` of its prompt, so lineage survives a
new version. Source of the official texts: docs/formats.md, named in each file. Another package brings those
of its own tasks by the entry points `vlcorpus.prompts`, each of which names a folder in it: `package:folder`.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate
from random import Random

import yaml

from vlcorpus.schemas.errors import EnvironmentFailure

GROUP = "vlcorpus.prompts"


@dataclass(slots=True, frozen=True, kw_only=True)
class Prompt:
    id: str  # task/name, unique together with `version`
    version: int
    task: str
    lang: str  # en, zh, or und for a trigger that is no language
    weight: int  # relative to the task's other prompts
    origin: str  # official | ours
    text: str

    @property
    def sha256(self) -> str:
        """Hash of the text alone, in UTF-8."""
        return sha256(self.text.encode()).hexdigest()


@cache
def prompts() -> tuple[Prompt, ...]:
    """Return our library in the files' order. Raises ValueError where a file is not as it should be."""
    return tuple(_read(files("vlcorpus.schemas").joinpath("prompts"), where=""))


@cache
def prompts_of_others() -> tuple[Prompt, ...]:
    """Return what installed packages bring. Raises EnvironmentFailure where one of them cannot be read.

    A task belongs to one package. Those of our own library stay as they are, whatever else is installed.
    """
    found: dict[str, list[Prompt]] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        where = f"prompts of {point.name}, {point.value}"
        try:
            read = list(_read(files(point.module).joinpath(point.attr), where=f"{where}, "))
        except (ImportError, OSError, TypeError, ValueError, yaml.YAMLError) as error:
            raise EnvironmentFailure(f"{where}: {error}. Repair that package, or uninstall it.") from error
        if taken := sorted({prompt.task for prompt in read} & found.keys()):
            raise EnvironmentFailure(f"{where}: another package has prompts for {', '.join(taken)}")
        for prompt in read:
            found.setdefault(prompt.task, []).append(prompt)
    return tuple(prompt for of_task in found.values() for prompt in of_task)


def _read(folder: Traversable, where: str) -> Iterator[Prompt]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            yield from parse_prompts(file.read_text(encoding="utf-8"), where=f"{where}{file.name}")


def parse_prompts(content: str, where: str) -> list[Prompt]:
    """Return the prompts of one file: a mapping from task to a list of templates."""
    found: list[Prompt] = []
    for task, templates in yaml.safe_load(content).items():
        for template in templates:
            try:
                prompt = Prompt(task=task, **template)
            except TypeError as error:
                raise ValueError(f"{where}: task {task}: {error}; a prompt is {template}") from error
            if not prompt.id.startswith(f"{task}/") or prompt.weight < 1 or not prompt.text.strip():
                raise ValueError(
                    f"{where}: {prompt.id}: the id begins with '{task}/', weight >= 1, the text is not blank"
                )
            found.append(prompt)
    keys = [(prompt.id, prompt.version) for prompt in found]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"{where}: {sorted(twice)} stand there twice; a new wording is a new version")
    return found


def prompts_of(task: str, lang: str | None = None) -> tuple[Prompt, ...]:
    """Return the newest version of each prompt of `task`, in any language or in `lang` and `und`.

    Raises KeyError for a task without prompts.
    """
    newest: dict[str, Prompt] = {}
    ours = [prompt for prompt in prompts() if prompt.task == task]
    for prompt in ours or [prompt for prompt in prompts_of_others() if prompt.task == task]:
        if lang is None or prompt.lang in (lang, "und"):
            known = newest.get(prompt.id)
            if known is None or known.version < prompt.version:
                newest[prompt.id] = prompt
    if not newest:
        known_tasks = sorted({prompt.task for prompt in (*prompts(), *prompts_of_others())})
        raise KeyError(f"no prompt for task {task!r}, language {lang!r}; there are {known_tasks}")
    return tuple(newest.values())


def prompts_digest(task: str) -> str:
    """Return a hash of all that may be said for a task: ids, texts, languages and weights."""
    said = [(prompt.id, prompt.sha256, prompt.lang, prompt.weight) for prompt in prompts_of(task)]
    return sha256(repr(sorted(said)).encode()).hexdigest()[:16]


def choose_prompt(task: str, rng: Random, *, lang: str | None = None) -> Prompt:
    """Draw a prompt by weight: one number of `rng`, so the choice is the same wherever the row is made."""
    found = prompts_of(task, lang)
    bounds = list(accumulate(prompt.weight for prompt in found))
    return found[bisect(bounds, rng.randrange(bounds[-1]))]
