"""HTML is read as the standard says, in time that grows as the page does."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.html_tokens import Tag, tokens


def start(name: str, **attributes: str) -> Tag:
    return Tag(name, attributes)


def end(name: str) -> Tag:
    return Tag(name, {}, is_end=True)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("a<b>c</b>d", ["a", start("b"), "c", end("b"), "d"]),
        ("<IMG Src=A/>", [start("img", src="A/")]),
        ("<img/src='a b' alt/>", [Tag("img", {"src": "a b", "alt": ""}, ends_itself=True)]),
        ("<a b=1 b=2>", [start("a", b="1")]),
        ('<a b = "x>y" c>', [start("a", b="x>y", c="")]),
        ("<a b=>c", [start("a", b=""), "c"]),
        ("1 < 2 <3", ["1 ", "<", " 2 ", "<", "3"]),
        ("a<!-- <b> -->c<!-->d<!--->e<!--x--!>f", ["a", "c", "d", "e", "f"]),
        ("<!doctype html>a<?php b ?>c<![CDATA[d]]>e</ f>g</>h", ["a", "c", "e", "g", "h"]),
        ("<title>A <b>&amp;</TITLE >x", [start("title"), "A <b>&", end("title"), "x"]),
        (
            "<script>'<img>' &amp;</scripts></script>x",
            [start("script"), "'<img>' &amp;</scripts>", end("script"), "x"],
        ),
        ("<style>a", [start("style"), "a"]),
        ("<noscript><img></noscript>", [start("noscript"), start("img"), end("noscript")]),
    ],
)
def test_pages(page, found):
    assert list(tokens(page)) == found


def test_in_xml_a_script_may_end_itself():
    page, script = "<script/><p>", Tag("script", {}, ends_itself=True)
    assert list(tokens(page, is_xml=True)) == [script, start("p")]
    assert list(tokens(page)) == [script, "<p>"]


@pytest.mark.parametrize(
    "cut", ["<a", "<a b", "<a b=", '<a b="c>', "<a b='c>\"", "</a", "<!-- a", "<!a", "<?a"]
)
def test_what_the_end_of_the_page_cuts_is_nothing(cut):
    assert list(tokens("x" + cut)) == ["x"]


@pytest.mark.parametrize(
    ("written", "text", "attribute"),
    [
        ("&eacute;&#233;&#xE9;", "ééé", "ééé"),
        ("AT&T & co", "AT&T & co", "AT&T & co"),
        ("?a=1&copy=2", "?a=1©=2", "?a=1&copy=2"),
        ("&notit;", "¬it;", "¬it;"),
        ("&notit", "¬it", "&notit"),
        ("&copy", "©", "©"),
        ("&#" + "1" * 5000 + ";", "\ufffd", "\ufffd"),
    ],
)
def test_references(written, text, attribute):
    assert list(tokens(written)) == [text]
    assert list(tokens(f'<a b="{written}">')) == [start("a", b=attribute)]


@given(st.text(alphabet="<>/!-?= '\"ab&;#1\n", max_size=80))
def test_any_text_is_a_page(page):
    assert "".join(
        t for t in tokens(page.replace("<", "").replace("&", "")) if isinstance(t, str)
    ) == page.replace("<", "").replace("&", "")
    assert all(isinstance(token, Tag) or token for token in tokens(page))


UNITS = (
    "<img ",
    "<a",
    "</a ",
    '<a x="',
    "<a x='",
    "<!--",
    "<![CDATA[",
    "<!",
    "<?",
    "</",
    "&#1",
    "&a",
    "<a =",
    "<script>",
)
UNITS += (
    "<title>a",
    "<textarea>",
    "<figure>",
    "<figure><figcaption>x<img alt=a>",
    "<a / / ",
    "<a b = ",
    "<",
    "<!-- --",
)


@pytest.mark.parametrize("unit", UNITS)
def test_eight_times_the_page_takes_no_more_than_some_eight_times_as_long(unit):
    def seconds(n_chars: int) -> float:
        page, best = unit * (n_chars // len(unit)), 1e9
        for _ in range(3):
            begun = time.process_time()
            for _ in tokens(page):
                pass
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(400_000) < 24 * max(
        seconds(50_000), 0.001
    )  # a quadratic parser: 64 times, from seconds on
