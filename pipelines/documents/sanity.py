"""Which pages and documents go on although they can be read: the configuration's `sanity.*` and `types.*`."""

from functools import partial

from pydantic import BaseModel, ConfigDict, Field

from vlcorpus.filters.documents.forms import form_blank
from vlcorpus.filters.documents.spam import links_dense, text_repeated
from vlcorpus.filters.documents.types import MIN_LEAD, MIN_SCORE, document_type_unwanted
from vlcorpus.schemas.documents.document_type import DocumentType
from vlcorpus.stages.documents.classify_document import ClassifyDocument
from vlcorpus.stages.keep import Keep


class SanityConfig(BaseModel):
    """Pages made for search engines, and forms that nobody has filled in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    min_words: int = Field(100, ge=1, description="ours: on a shorter page, repetition is not judged")
    max_ngram_fractions: tuple[float, float, float] = Field(
        (0.20, 0.18, 0.16), description="Gopher's, of the most frequent 2, 3 and 4 words in a row"
    )
    max_repeated_line_fraction: float = Field(0.5, ge=0, le=1, description="ours: of the printed lines")
    max_link_fraction: float = Field(
        0.5, ge=0, le=1, description="ours: of the prose; references are a third"
    )
    min_links: int = Field(10, ge=1, description="ours: fewer are a page of contacts")
    max_blank_line_fraction: float = Field(
        0.4, ge=0, le=1, description="ours: of the lines, of an empty form"
    )
    min_prose_chars: int = Field(200, ge=0, description="ours: two lines of instructions are worth reading")

    def keep(self) -> Keep:
        return Keep(
            partial(
                text_repeated,
                min_words=self.min_words,
                max_ngram_fractions=self.max_ngram_fractions,
                max_repeated_line_fraction=self.max_repeated_line_fraction,
            ),
            partial(links_dense, max_link_fraction=self.max_link_fraction, min_links=self.min_links),
            partial(
                form_blank,
                max_blank_line_fraction=self.max_blank_line_fraction,
                min_prose_chars=self.min_prose_chars,
            ),
        )


class TypesConfig(BaseModel):
    """The kind of a document: told from its first pages, and written into every sample."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kept: tuple[DocumentType, ...] = Field((), description="only these kinds go on; none: all")
    look_ahead_pages: int = Field(5, ge=1, description="ours: of the accepted pages, the first")
    min_score: float = Field(MIN_SCORE, ge=0, description="ours: one strong cue, or two weak ones")
    min_lead: float = Field(MIN_LEAD, ge=0, description="ours: ahead of the second, one weak cue")

    def classify(self) -> ClassifyDocument:
        return ClassifyDocument(self.look_ahead_pages, self.min_score, self.min_lead)

    def keep(self) -> Keep:
        return Keep(partial(document_type_unwanted, kept=tuple(map(str, self.kept))))
