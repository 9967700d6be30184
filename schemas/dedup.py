"""What the steps of semantic dedup decide. Rows of tables, not of media: each is a column in a shard.

Ids of decisions are those of the rows decided on. `position` is where such a row lies: its partition in the
upper 32 bits, its number in that shard in the lower.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar

import pyarrow as pa

from vlcorpus.schemas.arrow import Float32, Int32, UInt64
from vlcorpus.schemas.row import ID_BYTES

# 12 x 12 colours.
Thumbnail = Annotated[bytes, pa.binary(432)]
Id = Annotated[bytes, pa.binary(ID_BYTES)]  # the 128 bits of a row's id; hexadecimal where a person reads it


@dataclass(slots=True, kw_only=True)
class Cell:
    """An upper cell, in which clusters of vectors are made and looked for."""

    cell: Int32  # its number, from 0
    size: Float32  # about how many rows of the table lie in it
    task: Int32  # number of the task that makes clusters in it
    vector: bytes  # its centroid: schemas/vectors.py


@dataclass(slots=True, kw_only=True)
class SampledVector:
    """A vector that clusters are trained on."""

    task: Int32  # number of the task that makes clusters of it
    cell: Int32  # number of the cell it lies in
    vector: bytes  # the vector: schemas/vectors.py


@dataclass(slots=True, kw_only=True)
class Centroid:
    """A cluster of vectors, or an upper cell. Clusters are numbered as they lie in the table, from 0."""

    schema_version: ClassVar[int] = 2

    upper: bool  # whether it is an upper cell
    cell: Int32  # number of the cell, or of the one in which a cluster was made
    size: Float32  # about how many rows of the table lie in it
    vector: bytes  # the centroid: schemas/vectors.py


@dataclass(slots=True, kw_only=True)
class BucketRow:
    """A vector in a cluster, its own or the second nearest, in which it is looked up as a guest."""

    schema_version: ClassVar[int] = 3

    bucket: Int32  # number of the task that compares it
    cluster: Int32  # number of the cluster
    own: bool  # whether the cluster is the one nearest to the vector; false for a guest
    position: int  # where the row lies: its partition and its number in it
    id: Id  # the row's id
    score: Float32  # the duplicate with the highest score stays
    signature: UInt64  # rows that differ in these are no duplicates, however near
    words: bytes  # the words of the row's text: stages/dedup/content_words.py; empty where they do not count
    vector: bytes  # the row's vector: schemas/vectors.py


@dataclass(slots=True, kw_only=True)
class CopyBucketRow:
    """An image in one band of its perceptual hash: it comes once for each band."""

    bucket: Int32  # number of those that are compared together, 0 to 65,535
    band: Int32  # number of the band
    hash: UInt64  # the perceptual hash
    digest: UInt64  # the first bits of the SHA-256 of the file: equal for equal files
    aspect: Float32  # width over height
    position: int  # where the row lies: its partition and its number in it
    id: Id  # the row's id
    score: Float32  # the copy with the highest score stays
    thumbnail: Thumbnail  # 12 x 12 colours: stages/dedup/thumbnail.py


@dataclass(slots=True, kw_only=True)
class NearPair:
    """Evidence: two rows that say the same. Enough pairs to tell who stays, not all pairs."""

    id: str  # id of the row that is decided on first
    other: str  # id of the other row
    similarity: Float32  # cosine of vectors, or share of equal bits of hashes; 1 only where they are equal
    cluster: Int32  # number of the cluster, or of the band of the hash, in which they were compared
    position: int  # where the one row lies
    other_position: int  # where the other row lies
    score: Float32  # score of the one row; of two duplicates the higher one stays
    other_score: Float32  # score of the other row


@dataclass(slots=True, kw_only=True)
class Verdict:
    """Whether a row that is in a pair stays."""

    position: int  # where the row lies: its partition and its number in it
    keep: bool  # whether it stays


@dataclass(slots=True, kw_only=True)
class GroupMember:
    """A row that goes, and the row that stays for it."""

    schema_version: ClassVar[int] = 2

    position: int  # where the row that goes lies: its partition and its number in it
    id: str  # the id of the row that goes
    duplicate_of: str  # the id of the row that stays
    similarity: Float32  # how similar they are


@dataclass(slots=True, kw_only=True)
class DuplicateDecision:
    """What dedup decides on a row of a table. There is one for each of its rows, in their order."""

    id: str  # the row's id
    keep: bool  # whether it stays
    group: str | None  # id of the row of its group that stays; null for a row that is near to no other
    duplicate_of: str | None  # id of the row that stays; null for itself, and without duplicates
    similarity: Float32 | None  # similarity to the row that stays; null for itself, and without duplicates
