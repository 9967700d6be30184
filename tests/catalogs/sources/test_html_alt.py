import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.sources.conftest import outcomes
from vlcorpus.catalogs.sources.html_alt import HtmlAlt
from vlcorpus.catalogs.sources.image_tags import largest_candidate
from vlcorpus.catalogs.sources.limit import Limited
from vlcorpus.schemas.captions.pair import PairRow

PNG = b"\x89PNG"
GOOD = '<img src="a.png" alt="good">'


def save(folder, page: str | bytes, name: str = "p.html") -> HtmlAlt:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(page.encode() if isinstance(page, str) else page)
    (folder / name).parent.joinpath("a.png").write_bytes(PNG)
    return pages(folder)


def pages(*inputs, **parameters) -> HtmlAlt:
    return HtmlAlt(inputs=tuple(map(str, inputs)), source="test", **parameters)


def test_an_image_with_alt_is_a_pair_with_its_titles_and_caption(tmp_path, read):
    page = """<title> My
      cat </title><svg><title>icon</title></svg><img src=a.png><img src=a.png alt=' '>
      <figure><IMG SRC='a.png' ALT=' caf&eacute; &amp; cat ' title=Tom alt=second>
      <figcaption>A <b>cat</b>,\n in 2026</figcaption></figure><img src="a.png" alt="outside">"""
    first, second = read(save(tmp_path, page, "x/p.HTM"))
    assert (first.source_key, first.uri) == ("x/p.HTM#img=2", f"{tmp_path}/x/a.png")
    assert (first.content, first.text) == (PNG, "café & cat")
    assert json.loads(first.meta) == {"title": "Tom", "figcaption": "A cat, in 2026", "page_title": "My cat"}
    assert (second.source_key, json.loads(second.meta)) == ("x/p.HTM#img=3", {"page_title": "My cat"})


def test_a_caption_belongs_to_the_innermost_figure_and_to_all_its_images(tmp_path, read):
    page = f"<figure>{GOOD}<figure>{GOOD}{GOOD}<figcaption>in</figcaption></figure>"
    page += "<figcaption>out</figcaption>"  # and is never closed
    rows = read(save(tmp_path, page))
    assert [json.loads(row.meta)["figcaption"] for row in rows] == ["out", "in", "in"]


def test_words_outside_a_caption_and_a_caption_outside_a_figure_are_none(tmp_path, read):
    (row, other) = read(save(tmp_path, f"<figcaption>x</figcaption><figure>y{GOOD}</figure>z{GOOD}"))
    assert (row.meta, other.meta) == (None, None)


SOURCES = {
    "a.png": "row",
    " ./b/../a.png#part ": "row",
    "a.png?size=2": "row",
    "b/c%20d.png": "row",
    "/p/a.png": "row",
    "../root.png": "row",
    "b/q.png?v=1": "row",
    "data:image/png;base64," + base64.b64encode(PNG).decode(): "row",
    "data:image/png;base64,%ff": "image_broken",
    "data:image/png,": "file_empty",
    "": "image_missing",
    "no.png": "file_missing",
    "b": "file_unreadable",
    "http://x/a.png": "image_not_local",
    "HTTPS://x/a.png": "image_not_local",
    "//cdn/a.png": "image_not_local",
    "//[": "image_not_local",
    "file:///etc/passwd": "image_not_local",
    "blob:x": "image_not_local",
    "../../secret.png": "path_outside",
    "%2e%2e/%2e%2e/secret.png": "path_outside",
    "/../secret.png": "path_outside",
    "a%00.png": "file_missing",
    "%ff.png": "file_missing",
}


@pytest.mark.parametrize("src", SOURCES)
def test_an_image_is_a_file_below_the_input_or_a_data_uri_or_a_rejection(src, tmp_path, read):
    (tmp_path / "secret.png").write_bytes(b"secret")
    folder = tmp_path / "in"
    for name in ("root.png", "p/b/c d.png", "p/b/q.png?v=1"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(PNG)
    rows = read(save(folder, f'<img src="{src}" alt="x">{GOOD}', "p/p.html"))
    assert outcomes(rows) == [SOURCES[src], "row"]
    assert {row.content for row in rows if isinstance(row, PairRow)} == {PNG}


def test_a_page_by_name_reads_what_lies_beside_it_and_nothing_above(tmp_path, read):
    (tmp_path / "root.png").write_bytes(PNG)
    save(tmp_path, f'{GOOD}<img src="../root.png" alt="x"><img src="/a.png" alt="x">', "p/p.html")
    assert outcomes(read(pages(tmp_path / "p/p.html"))) == ["row", "path_outside", "row"]


DATA = "data:image/gif;base64," + base64.b64encode(b"tiny").decode()
ATTRIBUTES = {
    "srcset='s.png 1x, a.png 2x'": "row",
    "srcset='a.png'": "row",
    "srcset='s.png, a.png 1.5x'": "row",
    "srcset='a.png 800w, s.png 80w'": "row",
    "src=a.png srcset='s.png 9x'": "row",
    "src='' srcset='a.png 1x'": "row",
    "srcset='s.png nonsense, a.png .5x'": "row",
    "srcset='http://x/a.png 2x, a.png 1x'": "image_not_local",
    "srcset='no.png 2x, a.png 1x'": "file_missing",
    "srcset=', ,'": "image_missing",
    f"src='{DATA}' data-src=a.png": "row",
    f"src='{DATA}' data-original=a.png": "row",
    f"src='{DATA}' data-src=' ' srcset='a.png'": "tiny",
    f"src='{DATA}' data-src=http://x/a.png": "image_not_local",
    f"src='{DATA}' data-src=http://x/a.png srcset=a.png": "row",
    "src=s.png data-src=a.png": "row",
    "src=a.png data-src=http://x/a.png": "row",
    "src=a.png data-src=no.png": "row",
    "src=a.png data-src=../../secret.png": "row",
    "src=a.png data-original=empty.png": "file_empty",
    "data-src=a.png": "row",
    "src=no.png data-src=http://x/a.png": "image_not_local",
}


@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_an_image_is_what_is_loaded_late_or_the_largest_of_a_set(attributes, tmp_path, read):
    (tmp_path / "s.png").write_bytes(b"small")
    (tmp_path / "empty.png").write_bytes(b"")
    (row,) = read(save(tmp_path, f"<img alt=x {attributes}>"))
    if ATTRIBUTES[attributes] == "tiny":
        assert row.content == b"tiny"
    else:
        assert outcomes([row]) == [ATTRIBUTES[attributes]]
        assert getattr(row, "content", PNG) == PNG


SETS = {
    "a.png,b.png 2x": "a.png,b.png",  # a comma inside an address is its own
    "a.png 2x,b.png 3x": "b.png",
    "a.png, b.png": "a.png",
    "  ,, a.png 100w 50h , b.png 99w": "a.png",
    "data:,x 2x, a.png": "data:,x",
    "a.png 2x, b.png 2x": "a.png",
    "a.png 0w": "",
    "a.png 1e9x": "",
    "": "",
}


@pytest.mark.parametrize("srcset", SETS)
def test_the_largest_of_a_srcset_is_told_by_width_or_density(srcset):
    assert largest_candidate(srcset) == SETS[srcset]


@pytest.mark.parametrize(
    "junk", ["," * 300_000, "a," * 150_000, "9" * 300_000 + "w", "a " * 150_000, "a" + "," * 300_000 + "b"]
)
def test_a_srcset_of_any_length_ends(junk):
    """A pattern that goes back over what it read would take hours."""
    largest_candidate(junk)
    assert isinstance(largest_candidate("a " + junk), str)


BASES = {
    "img/": "row",
    "img/any.html?x#y": "row",
    "./img/": "row",
    "/p/img/": "row",
    "im%67/": "row",
    "img": "file_missing",
    "": "file_missing",
    "data:text/html,x/": "file_missing",
    "..": "file_missing",
    "../p/img/": "row",
    "../../": "path_outside",
    "https://x/img/": "image_not_local",
    "//x/": "image_not_local",
}


@pytest.mark.parametrize("base", BASES)
def test_addresses_are_relative_to_the_base_of_the_page(base, tmp_path, read):
    (tmp_path / "p/img").mkdir(parents=True)
    (tmp_path / "p/img/b.png").write_bytes(PNG)
    uri = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    page = f"<base target=x><img src=b.png alt=x><base href='{base}'><base href=/p/img/><img src={uri} alt=x>"
    assert outcomes(read(save(tmp_path, page, "p/p.html"))) == [BASES[base], "row"]


ENCODINGS = {
    "none": ("é".encode(), "é"),
    "utf-8 with a mark": ("\ufeff".encode() + "é".encode(), "é"),
    "utf-16 with a mark": (None, "é"),
    "latin-1, which is cp1252": (b"<meta charset=iso-8859-1>\x80", "€"),
    "http-equiv": (b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\xd6\xd0', "中"),
    "utf-16 in ASCII": (b"<meta charset='utf-16'>" + "é".encode(), "é"),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_a_page_is_read_in_the_encoding_that_it_declares(name, tmp_path, read):
    head, expected = ENCODINGS[name]
    if head is None:
        page = f'<img src="a.png" alt="{expected}">'.encode("utf-16")
    else:
        at = (
            len(head) - len(expected.encode("utf-8"))
            if head.endswith(expected.encode())
            else head.rindex(b">") + 1
        )
        page = head[:at] + b'<img src="a.png" alt="' + head[at:] + b'">'
    (row,) = read(save(tmp_path, page))
    assert row.text == expected


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"", "file_empty"),
        (GOOD.encode() + b"caf\xe9", "html_broken"),
        (b"<meta charset=klingon>" + GOOD.encode(), "html_broken"),
        (b"<meta charset=rot13>" + GOOD.encode(), "html_broken"),
        (b"\xff\xfe" + b"x", "html_broken"),
        (b" " * 2001, "file_too_large"),
    ],
)
def test_a_page_that_cannot_be_read_is_one_rejection_beside_a_good_one(page, reason, tmp_path, read):
    save(tmp_path, page, "a.html")
    rows = read(save(tmp_path, GOOD + " " * (2000 - len(GOOD)), "b.html"))
    rows = read(pages(tmp_path, max_file_bytes=2000))
    assert [(row.source_key, reason) for row, reason in zip(rows, outcomes(rows), strict=True)] == [
        ("a.html", reason),
        ("b.html#img=0", "row"),
    ]


@pytest.mark.parametrize(
    "junk",
    [
        "<![endif]-->",
        "<![foo[x]]>",
        "<!",
        "<!x <",
        "<!doctype [<!x",
        "</",
        "<? x",
        "<!--x--!>",
        "&#xD800;",
        "&#0;",
    ],
)
def test_what_is_no_html_is_passed_over_as_browsers_do(junk, tmp_path, read):
    rows = read(save(tmp_path, f"{GOOD}<p>{junk}</p>\n{GOOD}"))
    assert outcomes(rows)[0] == "row"
    if junk not in ("<!", "<!x <", "</", "<!doctype [<!x", "<? x"):
        assert outcomes(rows) == ["row", "row"]


def test_images_in_scripts_and_comments_are_none(tmp_path, read):
    page = f"<script>'{GOOD}'</script><style>{GOOD}</style><!-- {GOOD} -->{GOOD}"
    assert outcomes(read(save(tmp_path, page))) == ["row"]


def test_an_alt_that_is_no_unicode_is_replaced_as_browsers_do(tmp_path, read):
    (row,) = read(save(tmp_path, '<img src="a.png" alt="a&#xD800;b">'))
    assert row.text == "a\ufffdb"


SCRAPS = ["<img ", "alt=", "src=", "<![", "<!", "]]>", "<figure>", "</figure", "<title>"]
SCRAPS += ["srcset=", "data-src=", " 2x", ", ", ">", '"', "'", "&#", "data:;base64,"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=8) | st.sampled_from(SCRAPS)))
def test_any_page_is_read(tmp_path_factory, parts):
    source = save(tmp_path_factory.mktemp("any"), GOOD + "".join(parts).encode("utf-8", "replace").decode())
    rows = [row for p in source.partitions(source.items()) for row in source.read(p)]
    assert outcomes(rows)[0] == "row"
    assert len({row.id for row in rows}) == len(rows)


@pytest.mark.parametrize("limit", range(1, 10))
def test_a_limit_gives_the_first_rows_whatever_the_pages_hold(limit, tmp_path, read):
    for name, page in (
        ("a.html", GOOD * 2),
        ("b.html", "no image"),
        ("c.html", ""),
        ("d.html", "<img src=no.png alt=x>" + GOOD * 2),
        ("e.html", GOOD),
    ):
        save(tmp_path, page, name)
    keys = [row.source_key for row in read(pages(tmp_path))]
    assert len(keys) == 7
    for per_partition in (1, 2, 32):
        source = Limited(pages(tmp_path, pages_per_partition=per_partition), limit)
        assert [row.source_key for row in read(source)] == keys[:limit]


def test_small_pages_share_a_partition(tmp_path, read):
    for name in "abc":
        save(tmp_path, GOOD, f"{name}.html")
    together, apart = pages(tmp_path, pages_per_partition=2), pages(tmp_path, partition_bytes=1)
    assert [len(p.items) for p in together.partitions(together.items())] == [2, 1]
    assert [len(p.items) for p in apart.partitions(apart.items())] == [1, 1, 1]
    assert read(together) == read(apart)
