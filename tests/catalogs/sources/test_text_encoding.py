import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.catalogs.sources.text_encoding import (
    BOM,
    decoded,
    decoded_alone,
    first_fault,
    known_encoding,
    mixes_alphabets,
)

ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "shift_jis", "euc_kr", "cp1252", "latin-1", "koi8-r"]
STRUCTURE = b'",;\t\n{}'


@pytest.mark.parametrize("name", [*ENCODINGS, "GBK", "windows-1252", "ISO-8859-15"])
def test_an_encoding_that_keeps_ascii_is_known(name):
    assert known_encoding(name) == known_encoding(known_encoding(name))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gibberish", "no text encoding is called 'gibberish'"),
        ("base64", "no text encoding"),
        ("utf-16", "ASCII does not stand for itself"),
        ("utf-16-le", "ASCII does not stand for itself"),
        ("utf-7", "ASCII does not stand for itself"),
        ("iso2022_jp", "ASCII does not stand for itself"),
        ("hz", "ASCII does not stand for itself"),
        ("cp037", "ASCII does not stand for itself"),
        ("unicode_escape", "ASCII does not stand for itself"),
        ("raw_unicode_escape", "ASCII does not stand for itself"),
    ],
)
def test_another_encoding_is_refused(name, told):
    with pytest.raises(ValueError, match=told):
        known_encoding(name)


@pytest.mark.parametrize(
    ("content", "encoding", "text"),
    [
        ("图".encode(), "utf-8", "图"),
        ("图".encode("gbk"), "gbk", "图"),
        ("café".encode("latin-1"), "latin-1", "café"),
        (BOM + "图".encode(), "utf-8", "图"),
        (BOM + "图".encode(), "gbk", "图"),
        (b"a\xff", "utf-8", "a\udcff"),
        (b"a\xff", "gbk", "a\udcff"),
    ],
)
def test_bytes_are_text_as_stated_and_a_byte_order_mark_says_utf8(content, encoding, text):
    assert decoded(content, encoding) == text


@given(content=st.binary(max_size=40), encoding=st.sampled_from(ENCODINGS))
def test_no_byte_hides_a_sign_that_ends_a_field_or_a_line(content, encoding):
    """Not of the second bytes of Big5 and Shift JIS, in which braces may stand: those are of a character."""
    text = content.decode(encoding, "surrogateescape")
    for sign in STRUCTURE[:5]:
        assert text.count(chr(sign)) == content.count(sign)


@pytest.mark.parametrize(
    ("text", "fault"), [("", None), ("图 café", None), ("é\udcff", 2), ("ab\ud800", 2), ("\udcff", 0)]
)
def test_the_first_byte_that_is_no_text_is_told(text, fault):
    assert first_fault(text) == fault


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("一只猫".encode("gbk").decode(), True),
        ("ёé", True),
        ("图 é ё", False),
        ("за\u0301мок, naïve, Ωmega, 5 µm, Δx", False),
        ("αβγ", False),
        ("a cat", False),
        ("", False),
    ],
)
def test_letters_of_two_alphabets_side_by_side_are_told(text, mixed):
    assert mixes_alphabets(text) is mixed


def test_a_file_that_mixes_alphabets_is_no_text_unless_its_encoding_is_stated():
    content = "一只猫".encode("gbk")
    assert first_fault(decoded_alone(content)) == 0
    assert decoded_alone(content, "gbk") == "一只猫"
    assert decoded_alone(content, "utf-8") == content.decode()
    assert decoded_alone(BOM + content) == content.decode()
    assert decoded_alone("ein Café".encode()) == "ein Café"
