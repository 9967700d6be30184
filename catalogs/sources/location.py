"""One input as a user names it: a local path, or a URI that pyarrow (s3, gs, hdfs) or fsspec opens.

A URI may carry credentials (`s3://key:secret@bucket`) and options (`?endpoint_override=…`). They open the
input; they never reach a row, a fingerprint or a message.
"""

import os
import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

import pyarrow.fs as pafs

from vlcorpus.catalogs.tables.filesystem import filesystem

_LOCAL_SCHEMES = ("file://", "local://")
_SIGNS_OF_A_GLOB = re.compile(r"[*\[]")
_SIGNS_OF_A_LOCAL_GLOB = re.compile(r"[*?\[]")  # not of a URI, in which `?` begins the options
_SAFE_IN_URI = "/%:@?&=+,;!$'()~*[]"


@dataclass(frozen=True)
class Location:
    """Where an input begins, and the filesystem it lies on."""

    uri: str

    @property
    def is_local(self) -> bool:
        return "://" not in self.uri or self.uri.startswith(_LOCAL_SCHEMES)

    @cached_property
    def fs(self) -> pafs.FileSystem:
        return self._opened[0]

    @cached_property
    def path(self) -> str:
        """Return the path in the filesystem, without a final slash.

        A local path is made absolute but its links stay: a file is called what the user calls it.
        """
        if "://" not in self.uri:
            return os.path.abspath(os.path.expanduser(self.uri))
        return self._opened[1].rstrip("/") or "/"

    @cached_property
    def public_uri(self) -> str:
        """Return the URI without credentials and options; the plain path of a local input."""
        if self.is_local:
            return self.path
        return re.sub(r"://[^/]*@", "://", self.uri.split("?")[0]).rstrip("/")

    @property
    def is_glob(self) -> bool:
        """Say whether the name is a pattern. What exists on the disk under that very name is no pattern."""
        if self.is_local:
            return bool(_SIGNS_OF_A_LOCAL_GLOB.search(self.uri)) and not os.path.lexists(self.path)
        return bool(_SIGNS_OF_A_GLOB.search(self.uri.split("?")[0]))

    def uri_of(self, path: str) -> str:
        """Return the public URI of a path that lies in this location."""
        return self.public_uri + path.removeprefix(self.path)

    def path_of(self, uri: str) -> str:
        """Return the path of a public URI that `uri_of` made."""
        return self.path + uri.removeprefix(self.public_uri)

    @cached_property
    def root(self) -> "Location":
        """Return the folder that a glob is searched in; any other location is its own root."""
        return self.split_glob()[0] if self.is_glob else self

    def split_glob(self) -> tuple["Location", list[str]]:
        """Return the folder before the first segment with a sign of a glob, and the segments from there."""
        address, question_mark, options = (self.uri, "", "") if self.is_local else self.uri.partition("?")
        segments = address.split("/")
        signs = _SIGNS_OF_A_LOCAL_GLOB if self.is_local else _SIGNS_OF_A_GLOB
        first = next(i for i, segment in enumerate(segments) if signs.search(segment))
        folder = "/".join(segments[:first]) or ("/" if address.startswith("/") else ".")
        return Location(folder + question_mark + options), [s for s in segments[first:] if s]

    @cached_property
    def _opened(self) -> tuple[pafs.FileSystem, str]:
        # pyarrow parses strictly: a space or an é must be escaped, what is escaped already stays.
        return filesystem(quote(self.uri, safe=_SAFE_IN_URI) if self._is_arrows else self.uri)

    @property
    def _is_arrows(self) -> bool:
        return self.uri.startswith(
            ("s3://", "gs://", "gcs://", "hdfs://", "viewfs://", "abfs://", "abfss://")
        )


def printable(text: str) -> str:
    r"""Return a file name as valid Unicode: bytes that are no UTF-8 are written `\xff`."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
