"""Limits on pages that were made for search engines: one phrase again and again, lists of links.

Predicates on `MeasuredPage.words`; bind thresholds with `bind`. Source: the Qwen3-VL report
§3.2.3 filters PDFs for spam and does not say how; repetition as of Gopher (Rae et al. 2021,
arXiv:2112.11446).
"""

from vlcorpus.schemas.documents.document import MeasuredPage
from vlcorpus.schemas.reasons import Reason


def text_repeated(
    page: MeasuredPage,
    *,
    min_words: int = 100,
    max_ngram_fractions: tuple[float, float, float] = (0.20, 0.18, 0.16),
    max_repeated_line_fraction: float = 0.5,
) -> Reason | None:
    """`max_ngram_fractions` are Gopher's for the most frequent 2, 3 and 4 words in a row.

    `min_words` = 100, ours: on a shorter page a phrase that stands there three times is above them.
    `max_repeated_line_fraction` = 0.5, ours: Gopher's 0.2 is of a whole document, one page may be a form that
    asks the same of two people.
    """
    words = page.words
    if words.n_words < min_words:
        return None
    found = (words.top_bigram_fraction, words.top_trigram_fraction, words.top_fourgram_fraction)
    above = any(value > limit for value, limit in zip(found, max_ngram_fractions, strict=True))
    return (
        Reason.TEXT_REPEATED if above or words.repeated_line_fraction > max_repeated_line_fraction else None
    )


def links_dense(page: MeasuredPage, *, max_link_fraction: float = 0.5, min_links: int = 10) -> Reason | None:
    """`max_link_fraction` = 0.5, ours: of the prose's characters; a list of references has up to a third.

    `min_links` = 10, ours: fewer are a page of contacts.
    """
    words = page.words
    dense = words.n_links >= min_links and words.link_fraction > max_link_fraction
    return Reason.LINKS_DENSE if dense else None
