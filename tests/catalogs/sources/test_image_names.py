import pytest

from vlcorpus.catalogs.sources.image_names import is_file_name


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("IMG_0042.JPG\n", True),
        ("folder/a.avif", True),
        ("a.b.heic", True),
        ("a cat.jpg", False),
        ("a cat", False),
        ("a.txt", False),
        (".jpg", False),
        ("", False),
    ],
)
def test_a_text_that_is_the_name_of_an_image(text, is_name):
    assert is_file_name(text) is is_name
