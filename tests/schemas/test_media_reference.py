"""A reference is one text, and is read back from it."""

import pytest

from vlcorpus.schemas.media_reference import MediaReference


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("/data/film.mp4", MediaReference("/data/film.mp4")),
        ("s3://b/00042.tar#bytes=1536-9215", MediaReference("s3://b/00042.tar", 1536, 7680)),
        ("a.tar#bytes=0-0", MediaReference("a.tar", 0, 1)),
        ("odd#name.png", MediaReference("odd#name.png")),
        ("odd#bytes=1-2.tar#bytes=5-9", MediaReference("odd#bytes=1-2.tar", 5, 5)),
    ],
)
def test_a_path_says_file_and_range(path, reference):
    assert MediaReference.parse(path) == reference
    assert str(reference) == path


def test_a_range_that_ends_before_it_begins_is_none():
    with pytest.raises(ValueError, match="ends before it begins"):
        MediaReference.parse("a.tar#bytes=9-5")
