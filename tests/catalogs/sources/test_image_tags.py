"""A page's images as a browser sees them."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.catalogs.sources.image_tags import image_tags, largest_candidate, page_text
from vlcorpus.schemas.errors import Reject


def addresses(page: str) -> list[tuple[str, ...]]:
    return [tag.addresses for tag in image_tags(page).tags]


def captions(page: str) -> list[str]:
    return [tag.figcaption for tag in image_tags(page).tags]


@pytest.mark.parametrize(
    ("srcset", "address"),
    [
        ("a.jpg 100w, b.jpg 200w", "b.jpg"),
        ("b.jpg 200w, a.jpg 100w", "b.jpg"),
        ("a.jpg, b.jpg 2x", "b.jpg"),
        ("a.jpg, b.jpg 0.5x", "a.jpg"),
        ("a.jpg", "a.jpg"),
        ("a,b.jpg 2x, c.jpg 1x", "a,b.jpg"),
        ("a.jpg, b.jpg", "a.jpg"),
        ("a.jpg many", ""),
        (" ,, ", ""),
        ("", ""),
    ],
)
def test_the_largest_candidate(srcset, address):
    assert largest_candidate(srcset) == address


@given(st.text(alphabet="ab,. 1x2w\t", max_size=60))
def test_an_address_has_no_space_and_no_comma_around_it(srcset):
    address = largest_candidate(srcset)
    assert address in srcset
    assert address == address.strip(", \t")
    assert len(address.split()) <= 1


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ('src="a.jpg"', ("a.jpg",)),
        ('src=" a.jpg "', ("a.jpg",)),
        ('srcset="a.jpg 1x, b.jpg 2x"', ("b.jpg",)),
        ('src="a.jpg" srcset="b.jpg 2x"', ("a.jpg",)),
        ('src="a.jpg" data-src="b.jpg"', ("b.jpg", "a.jpg")),
        ('src="data:image/gif;base64,R0" data-src="b.jpg"', ("b.jpg",)),
        ('src="data:image/gif;base64,R0"', ("data:image/gif;base64,R0",)),
        ('data-original="c.jpg" data-src="b.jpg"', ("b.jpg",)),
        ('src="a.jpg" src="b.jpg"', ("a.jpg",)),
        ('alt="x"', ()),
    ],
)
def test_where_an_image_may_be(attributes, found):
    assert addresses(f"<img {attributes}>") == [found]


def test_images_are_counted_over_the_whole_page():
    page = image_tags('<img alt=" A&amp;B "><p><img title=T></p>')
    assert [(tag.index, tag.alt, tag.title) for tag in page.tags] == [(0, "A&B", ""), (1, "", "T")]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<figure><img><figcaption>A  cat\n</figcaption></figure>", ["A cat"]),
        ("<figure><figcaption>Two</figcaption><img><img></figure><img>", ["Two", "Two", ""]),
        (
            "<figure><figure><img><figcaption>in</figcaption></figure><img><figcaption>out</figcaption></figure>",
            ["in", "out"],
        ),
        ("<figure><img><figcaption>open", ["open"]),
        ("<img><figcaption>of none</figcaption>", [""]),
    ],
)
def test_a_caption_is_that_of_its_figure(page, found):
    assert captions(page) == found


def test_the_first_title_and_the_first_base_count():
    page = image_tags("<title> A\n cat</title><title>B</title><base href=/x/><base href=/y/>")
    assert (page.title, page.base) == ("A cat", "/x/")


@pytest.mark.parametrize("base", ["data:x", "javascript:x"])
def test_what_no_base_can_be_is_none(base):
    assert image_tags(f'<base href="{base}"><base href="/y/">').base == ""


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("é".encode(), "é"),
        (codecs.BOM_UTF8 + "é".encode(), "é"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "é"),
        (b'<meta charset="iso-8859-1">\x93', '<meta charset="iso-8859-1">“'),  # which means Windows-1252
        ('<meta charset="utf-16">é'.encode(), '<meta charset="utf-16">é'),
        (b"<meta charset=big5>\xa4\xa4", "<meta charset=big5>中"),
    ],
)
def test_the_encoding_that_a_page_means(content, text):
    assert page_text(content) == text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfa", "it is not utf-8"),
        (b"<meta charset=klingon>", "none that is known"),
        (b"<meta charset=base64>", "none of text"),
    ],
)
def test_a_page_in_no_known_encoding_is_rejected(content, told):
    with pytest.raises(Reject, match=told) as error:
        page_text(content)
    assert error.value.reason == "html_broken"


@pytest.mark.parametrize(("before", "found"), [(1000, False), (1024, True)])
def test_an_encoding_is_looked_for_at_the_head_of_the_page(before, found):
    content = b" " * before + b"<meta charset=klingon>"
    if found:
        assert page_text(content)  # it is declared too late, so that it counts for nothing
    else:
        with pytest.raises(Reject):
            page_text(content)


def test_a_page_of_more_images_than_memory_holds_is_rejected():
    assert len(image_tags("<img>" * 100_000).tags) == 100_000
    with pytest.raises(Reject, match="more than 100000 images") as error:
        image_tags("<img>" * 100_001)
    assert error.value.reason == "html_broken"
