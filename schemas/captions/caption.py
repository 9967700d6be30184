"""An image-text pair on its way to a caption."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from vlcorpus.schemas.arrow import Blob, Float32, Int32, UInt64
from vlcorpus.schemas.clusters import VisualPlace
from vlcorpus.schemas.dedup import DuplicateDecision
from vlcorpus.schemas.errors import StageBug
from vlcorpus.schemas.row import Row, fields_of
from vlcorpus.schemas.sample import Generated, LabelSource


class Tier(StrEnum):
    """How much a caption says. Source: the report's balance of granularities (§3.2.1); the names are ours."""

    SHORT = "short"  # one sentence
    MEDIUM = "medium"  # a few sentences
    DENSE = "dense"  # everything that is to be seen


class Facet(StrEnum):
    """What a caption speaks of. Source: Qwen3-VL report §3.2.1."""

    ATTRIBUTES = "attributes"  # what objects look like: colour, size, material
    LAYOUT = "layout"  # where objects are
    CONTEXT = "context"  # what is going on


@dataclass(slots=True, kw_only=True)
class ImageMeasures:
    """What an image's pixels say without a model, taken on a copy of at most 256 px."""

    sharpness: Float32  # variance of the Laplacian of the sharpest channel, 0..255 squared
    entropy_bits: Float32  # entropy of the histogram of the luminance, 0..8
    contrast: Float32  # standard deviation of the luminance, 0..127.5
    border_fraction: Float32  # share of the area around an image that lies on a page of one colour
    banner_fraction: Float32  # share of the height in bars with text at the top and the bottom
    colors: list[str]  # names of the colours that cover most of the area, the largest first
    top: str | None  # colour that covers more than half of the upper third, if one does
    bottom: str | None  # the same of the lower third
    edge_sharpness: Float32 | None = None  # sharpest steps, as shares of the contrast around them; null: none


@dataclass(slots=True, kw_only=True)
class FacetQuote:
    facet: Facet  # attributes | layout | context
    text: str  # words of the caption


@dataclass(slots=True, kw_only=True)
class Caption:
    text: str  # the caption
    tier: Tier  # short | medium | dense
    lang: str  # en | zh; of a text as found, ISO 639-1
    quotes: list[FacetQuote] = field(default_factory=list)  # what in the text speaks of each facet
    label_source: LabelSource  # model | classical
    engine: str  # name of what made it
    text_lang: str | None = None  # the language that a model's text is in, as its words tell; und, ISO 639-1


@dataclass(slots=True, kw_only=True)
class CaptionRow(Row):
    """`measures` are of the image as it was decoded, once."""

    schema_version: ClassVar[int] = 6

    content: Blob  # the encoded image, as the trainer will open it
    format: str  # JPEG, PNG, WEBP
    width_px: Int32  # width after the EXIF rotation
    height_px: Int32  # height after the EXIF rotation
    exif_applied: bool  # whether the pixels were turned as the EXIF orientation says
    text: str  # the text as found; empty where none says anything
    lang: str  # language of `text`: ISO 639-1, `und` where nothing could be told
    measures: ImageMeasures  # what the pixels say without a model
    perceptual_hash: UInt64  # 64 bits that differ little between copies: stages/dedup/perceptual_hash.py
    digest: UInt64 | None = None  # the first 64 bits of the SHA-256 of the image as found
    thumbnail: bytes | None = None  # 12 x 12 colours: stages/dedup/thumbnail.py; null once copies are found
    url: str | None = None  # address of the image on the web
    media_path: str | None = None  # where `content` lies outside of the table: schemas/media_reference.py
    meta: str | None = None  # a JSON object: what else the source says of the pair
    wanted: Tier | None = None  # the tier that the caption shall have; null where it is drawn at random
    caption: Caption | None = None  # the caption; null before it is written
    generated: list[Generated] = field(default_factory=list)  # each text that a model wrote for it
    text_vector: bytes | None = None  # vector of `caption.text`: schemas/vectors.py
    attribute_signature: UInt64 | None = None  # what the caption counts and colours: stages/dedup
    content_words: bytes | None = None  # the words of the caption as hashes: stages/dedup/content_words.py
    image_vector: bytes | None = None  # vector of the image: schemas/vectors.py
    # What later tables decide of the row; null in the tables from which they are made.
    copy: DuplicateDecision | None = None  # whether another row has the same image
    duplicate: DuplicateDecision | None = None  # what semantic dedup decided
    place: VisualPlace | None = None  # what its visual cluster means for it

    def preview_image(self) -> bytes | None:
        return self.content


@dataclass(slots=True, kw_only=True)
class CaptionedRow(CaptionRow):
    """A row that has its caption: made by Recaption. Its columns are those of CaptionRow."""

    caption: Caption  # the caption


def with_caption(row: CaptionRow, caption: Caption, generated: list[Generated]) -> CaptionedRow:
    """Return the row with a caption and all that models wrote for it."""
    values = fields_of(CaptionRow, row) | {"caption": caption, "generated": generated}
    return CaptionedRow(**values)


def captioned(row: CaptionRow) -> CaptionedRow:
    """Return a row as it was before it was written to a table of captions. Raises StageBug without one."""
    if row.caption is None:
        raise StageBug(f"row {row.source_key} has no caption: it is of a table before captioning")
    return CaptionedRow(**fields_of(CaptionRow, row))
