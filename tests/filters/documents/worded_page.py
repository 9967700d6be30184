"""A page of good prose, of whose words a test says what is measured."""

from tests.stages.documents.pages import prose_page
from vlcorpus.schemas.documents.document import PageRow, WordMeasures


def page(**values) -> PageRow:
    row = prose_page(1)
    row.words = WordMeasures(
        **{
            "n_words": 300,
            "top_bigram_fraction": 0.02,
            "top_trigram_fraction": 0.01,
            "top_fourgram_fraction": 0.01,
            "repeated_line_fraction": 0.0,
            "n_links": 0,
            "link_fraction": 0.0,
            "blank_line_fraction": 0.0,
            "n_prose_chars": 1500,
            **values,
        }
    )
    return row
