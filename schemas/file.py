"""A file as a source found it, before anything is known of its content."""

from dataclasses import dataclass

from vlcorpus.schemas.arrow import Blob
from vlcorpus.schemas.row import Row


@dataclass(slots=True, kw_only=True)
class FileRow(Row):
    uri: str  # address of the bytes, for people and error messages
    content: Blob
