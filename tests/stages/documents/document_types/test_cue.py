"""What a cue earns: all of its worth from the matches it asks for, by length where they are many."""

import re

import pytest

from vlcorpus.stages.documents.document_types.cue import CHARS, DENSE, Cue, cue

WORD = re.compile("bolt")


@pytest.mark.parametrize(("n", "earned"), [(0, 0.0), (1, 0.2), (2, 0.4), (3, 0.4)])
def test_fewer_matches_earn_their_share_and_more_earn_no_more(n, earned):
    assert Cue(WORD, 0.4, 2).earned("bolt " * n) == pytest.approx(earned)


@pytest.mark.parametrize(("n_chars", "earned"), [(CHARS, 0.4), (2 * CHARS, 0.2)])
def test_a_way_of_speaking_counts_by_length(n_chars, earned):
    text = ("bolt " * DENSE).ljust(n_chars)
    assert Cue(WORD, 0.4, DENSE).earned(text) == pytest.approx(earned)


def test_what_is_asked_for_less_often_counts_however_long_the_text():
    text = ("bolt " * (DENSE - 1)).ljust(9 * CHARS)
    assert Cue(WORD, 0.4, DENSE - 1).earned(text) == 0.4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Abstract", True),
        ("1. Abstract", True),
        ("ABSTRACT:", True),
        ("x\nAbstract\ny", True),
        ("An abstract", False),
        ("Abstract art of the century", False),
    ],
)
def test_a_heading_stands_alone_in_its_line(text, found):
    heading = cue("abstract", 0.5, heads_line=True)
    assert (heading.earned(text) > 0) is found
