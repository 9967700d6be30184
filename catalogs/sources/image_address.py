"""What the address of an image in a table or a page leads to: a file below the input, or the image itself.

Nothing is fetched, and nothing outside the folder of the input is opened: an address is written by strangers.
Source: RFC 2397 (data URIs).
"""

import base64
import binascii
import os
import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.reading import read_whole
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

_DATA = re.compile(r"data:([^,]*),", re.IGNORECASE)
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|(?:about|blob|cid|file|javascript|mailto):", re.IGNORECASE)
_FIRST_READ_BYTES = 1 << 20


def folder_of(root: Location, is_file: bool) -> Location:
    """Return the folder that an input stands for: its own, where it is a file."""
    if not is_file:
        return root
    if root.is_local:
        return Location(os.path.dirname(root.path))
    address, question_mark, options = root.uri.partition("?")
    return Location(address.rpartition("/")[0] + question_mark + options)


def refuse_remote(address: str) -> None:
    """Raise Reject for an address with a scheme or a host, of which nothing is here."""
    if _REMOTE.match(address):
        raise Reject(Reason.IMAGE_NOT_LOCAL, f"{address[:500]!a} is not fetched")


def data_of(address: str) -> bytes | None:
    """Return the content of a data URI, None for another address. Raises Reject image_broken."""
    head = _DATA.match(address)
    if head is None:
        return None
    content = unquote_to_bytes(address[head.end() :].encode("utf-8", "replace"))
    if not head[1].lower().rstrip().endswith(";base64"):
        return content
    try:
        content = b"".join(content.split())
        return base64.b64decode(content + b"=" * (-len(content) % 4), validate=True)
    except binascii.Error as error:
        raise Reject(Reason.IMAGE_BROKEN, f"its data URI is no base64: {error}") from error


def read_first(folder: Location, paths: Iterable[str], max_bytes: int) -> tuple[str, bytes]:
    """Return the public URI and the content of the first of `paths` that is a file; they begin at `folder`.

    Raises Reject, of the first path where none is a file: path_outside where it leaves the folder,
    file_missing, file_unreadable, file_empty, file_too_large.
    """
    failure: Reject | None = None
    for path in dict.fromkeys(map(_inside, paths)):
        if path is None:
            failure = failure or Reject(
                Reason.PATH_OUTSIDE, "its path leaves the folder of the input, or begins at /"
            )
            continue
        uri = f"{folder.public_uri.rstrip('/')}/{path}"
        try:
            return uri, read_whole(folder, uri, min(_FIRST_READ_BYTES, max_bytes), max_bytes)
        except Reject as reject:
            failure = failure or reject
            if reject.reason != Reason.FILE_MISSING:
                raise
    raise failure or Reject(Reason.IMAGE_MISSING, "it has no path")


def read_named(folder: Location, begins: tuple[str, ...], address: str, max_bytes: int) -> tuple[str, bytes]:
    """Return the public URI and the content of the file that a path in a table names.

    It begins at one of the folders `begins`, which lie below `folder`; one that begins with the whole path of
    `folder`, as `datasets` writes it, lies in it too. A backslash is Windows' slash where no file has it in
    its name. Raises Reject as `read_first`.
    """
    own = folder.public_uri.rstrip("/") + "/"
    if address.startswith(own):
        paths = [address.removeprefix(own)]
    elif address.startswith("/"):
        paths = [address]
    else:
        paths = [f"{begin}/{address}".lstrip("/") for begin in begins]
    if "\\" in address:
        paths += [path.replace("\\", "/") for path in paths]
    return read_first(folder, paths, max_bytes)


def _inside(path: str) -> str | None:
    """Return a path without `.` and `..`; None where it leaves its folder."""
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        path = "\0"
    if "\0" in path:
        raise Reject(Reason.FILE_MISSING, f"{path[:500]!a}: no file has such a name")
    path = posixpath.normpath(path)
    return None if path.startswith(("/", "../")) or path == ".." else path
