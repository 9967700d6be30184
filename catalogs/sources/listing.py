"""List the files that inputs name: files, folders and globs, on the local disk or an object store.

A key is relative to its input's root (the folder, the folder of a file, the part of a glob before its first
sign), so a row keeps its id when the folder moves.
"""

import difflib
import fnmatch
import logging
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.reading import http_status
from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.sources.tree import Entry, Tree, tree_of
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure

log = logging.getLogger(__name__)
_TOLD_KINDS = 8  # ours: of files that are not read, before "more" is told


def list_files(
    locations: Iterable[Location], patterns: tuple[str, ...], *, others_are_read: bool = False
) -> list[Item]:
    """Return every file of the inputs, sorted by key.

    `patterns` (`*.pdf`, case does not matter) choose among the files of folders; what a user names, or
    matches with a glob, is taken as it is. How many of which others lie there is told, unless a source reads
    them beside those of the patterns, as it reads the images of a table. Raises ConfigError for an input that
    is missing or holds no such file, and for two files of one key; EnvironmentFailure where an input cannot
    be listed.
    """
    found: dict[str, Item] = {}
    for index, location in enumerate(locations):
        for item in _items(location, index, patterns, others_are_read):
            other = found.setdefault(item.key, item)
            if other.uri != item.uri:
                raise ConfigError(
                    f"{printable(other.uri)} and {printable(item.uri)} have the same key {item.key!r}, so "
                    "their rows would have the same ids. Give their common parent folder as the one input, "
                    "or make two tables."
                )
    _refuse_twice(found.values())
    return [found[key] for key in sorted(found)]


def _refuse_twice(items: Iterable[Item]) -> None:
    by_uri: dict[str, Item] = {}
    for item in items:
        other = by_uri.setdefault(item.uri, item)
        if other is not item:
            raise ConfigError(
                f"{printable(item.uri)} is reached through two inputs, as {other.key!r} and {item.key!r}. "
                "Its rows would be made twice: leave one of the inputs out."
            )


def _items(
    location: Location, index: int, patterns: tuple[str, ...], others_are_read: bool
) -> Iterator[Item]:
    left_out: Counter[str] = Counter()
    try:
        start, entries = _entries(location, patterns, left_out)
    except Exception as error:  # every fsspec backend has an exception tree of its own
        if not isinstance(error, OSError) and http_status(error) is None:
            raise
        raise EnvironmentFailure(
            f"{location.public_uri}: cannot be listed: {error}. "
            "Check its permissions, your credentials and the network."
        ) from error
    _report(location, len(entries), left_out, patterns, logging.INFO if others_are_read else logging.WARNING)
    for entry in entries:
        yield Item(
            key=printable(entry.path[start:]),
            uri=location.root.uri_of(entry.path),
            n_bytes=entry.n_bytes,
            stamp=entry.stamp,
            input=index,
        )


def _entries(location: Location, patterns: tuple[str, ...], left_out: Counter) -> tuple[int, list[Entry]]:
    """Return the files of an input, and how many characters of their paths are the root's."""
    tree = tree_of(location)
    if location.is_glob:
        root, segments = location.split_glob()
        return _below(root.path), list(_glob(tree, root.path, segments, patterns))
    here = tree.entry(location.path)
    if here is None:
        raise ConfigError(missing(location))
    if not here.is_folder:
        return _below(location.path.rpartition("/")[0]), [here]
    entries = list(_chosen(tree.walk(location.path), patterns, left_out))
    if [entry.path for entry in entries] == [f"{location.path}/"]:
        raise PermissionError(entries[0].stamp)
    return _below(location.path), entries


def _below(folder: str) -> int:
    return len(folder.rstrip("/")) + 1


def _chosen(entries: Iterable[Entry], patterns: tuple[str, ...], left_out: Counter) -> Iterator[Entry]:
    for entry in entries:
        name = entry.path.rpartition("/")[2]
        if not name or _name_matcher(patterns)(name):  # no name: a folder that cannot be listed
            yield entry
        else:
            left_out[os.path.splitext(name)[1].lower() or "no extension"] += 1


@lru_cache
def _name_matcher(patterns: tuple[str, ...]) -> Callable[[str], re.Match[str] | None]:
    return re.compile("|".join(fnmatch.translate(pattern) for pattern in patterns), re.IGNORECASE).match


def _glob(tree: Tree, folder: str, segments: list[str], patterns: tuple[str, ...]) -> Iterator[Entry]:
    """Yield what a pattern matches: `*` inside a name (a leading dot too), `**` any number of folders.

    A folder that it matches is listed like one that is named.
    """
    head, *rest = segments
    if head == "**":
        skip = _below(folder)
        files = ((entry, entry.path[skip:].split("/")) for entry in tree.walk(folder))
        yield from (entry for entry, parts in files if parts[-1] == "" or _matches(parts, segments))
        return
    for entry in tree.children(folder):
        name = entry.path.rpartition("/")[2]
        if name and not fnmatch.fnmatchcase(name, head):
            continue
        if entry.is_folder and rest:
            yield from _glob(tree, entry.path, rest, patterns)
        elif entry.is_folder:
            yield from _chosen(tree.walk(entry.path), patterns, Counter())
        elif not rest or not name:
            yield entry


def _matches(parts: list[str], segments: list[str]) -> bool:
    if not segments:
        return not parts
    if segments == ["**"]:
        return bool(parts)
    if segments[0] == "**":
        return any(_matches(parts[skipped:], segments[1:]) for skipped in range(len(parts)))
    return bool(parts) and fnmatch.fnmatchcase(parts[0], segments[0]) and _matches(parts[1:], segments[1:])


def _report(
    location: Location, n_files: int, left_out: Counter, patterns: tuple[str, ...], level: int
) -> None:
    where, wanted = printable(location.public_uri), " or ".join(patterns)
    told = [f"{n} {extension}" for extension, n in left_out.most_common(_TOLD_KINDS)]
    if more := len(left_out) - len(told):
        told.append(f"{more} kinds more")
    others = ", ".join(told)
    if not n_files:
        named = "" if location.is_glob else f" named {wanted}"
        there = f" It holds {others}." if others else ""
        raise ConfigError(
            f"{where}: there is no file{named} to read.{there} "
            "Name files or a glob, or ask for another pattern."
        )
    log.info("%s: %d files", where, n_files)
    if others:
        log.log(level, "%s: not read, for it is not named %s: %s", where, wanted, others)


def missing(location: Location) -> str:
    """Return what is said of an input that does not exist, with the nearest name that does."""
    message = f"{printable(location.public_uri)}: there is no such file or folder."
    near = _nearest(location.path) if location.is_local else None
    return f"{message} Did you mean {near}?" if near else f"{message} Check the name; a glob needs quotes."


def _nearest(path: str) -> str | None:
    """Return the local path that differs least from a missing one, in the last folder that exists."""
    folder, name = os.path.split(path)
    while not os.path.isdir(folder):
        folder, name = os.path.split(folder)
    try:
        near = difflib.get_close_matches(name, os.listdir(folder), n=1)
    except OSError:
        return None
    return printable(os.path.join(folder, near[0])) if near else None
