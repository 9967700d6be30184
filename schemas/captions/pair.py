"""An image-text pair as a source has it: an encoded image, and what somebody wrote about it."""

from dataclasses import dataclass

from vlcorpus.schemas.arrow import Blob
from vlcorpus.schemas.row import Row

UNREAD = "text_not_utf8"  # the key of `meta` that says why the text which came with an image is not used


@dataclass(slots=True, kw_only=True)
class PairRow(Row):
    uri: str  # address of the file that holds the pair, for messages: a tar, a Parquet file, an image
    content: Blob  # the image as found, encoded
    text: str  # alt text or caption as found; empty where there is none
    url: str | None = None  # address of the image on the web
    media_path: str | None = None  # where the image's bytes lie by themselves: schemas/media_reference.py
    meta: str | None = None  # a JSON object: what else the source says of the pair

    def preview_image(self) -> bytes | None:
        return self.content
