"""Fonts whose glyphs are not what their codes say: the reader says what the page shows."""

import pymupdf
import pytest

from tests.stages.documents.drawing import read

PROSE = "The quick brown fox jumps over the lazy dog, 0123456789 times a day."
_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
    "endcodespacerange 1 beginbfrange <21> <7E> <0021> endbfrange endcmap end end"
)


def a_file(text, *, base_font="Courier", names=""):
    """Draw `text` in a font whose codes say ASCII, while `names` are the glyphs that it draws from A on."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), PROSE)
        page.insert_text((72, 140), text, fontname="cour")
        xref = next(font[0] for font in page.get_fonts() if font[4] == "cour")
        unicode = document.get_new_xref()
        document.update_object(unicode, "<<>>")
        document.update_stream(unicode, _UNICODE.encode())
        encoding = f"/Encoding <</Type /Encoding /Differences [65 {names}]>>" if names else ""
        document.update_object(
            xref,
            f"<</Type /Font /Subtype /Type1 /BaseFont /{base_font} {encoding} /ToUnicode {unicode} 0 R>>",
        )
        return document.tobytes()


@pytest.mark.parametrize(
    ("names", "text", "shown"),
    [
        ("/equal /plus /less /greater", "A B C D", "= + < >"),
        ("/parenleft /parenright /bracketleft", "A B C", "( ) ["),
        ("/A /B /C", "A B C", "A B C"),
    ],
)
def test_a_sign_is_told_by_its_shape(names, text, shown):
    assert read(a_file(text, names=names))[0].lines[1].text.strip() == shown


def test_what_is_no_sign_has_no_character():
    line = read(a_file("ABC", names="/M /g /eight"))[0].lines[1]
    assert line.text.strip() == "���"


def test_a_font_of_signs_that_has_a_name_is_read_by_it():
    assert read(a_file("4 n", base_font="ZapfDingbats"))[0].lines[1].text.strip() == "✔ ■"


@pytest.mark.parametrize("font", ["helv", "heit", "tibi", "cobo", "china-s", "japan", "korea"])
def test_fonts_of_text_are_believed(font):
    with pymupdf.open() as document:
        page = document.new_page()
        for n, text in enumerate([PROSE, "l", "-", "— ‘x’ ·", "f"]):
            page.insert_text((72, 100 + 40 * n), text, fontname=font)
        content = document.tobytes()
    assert "�" not in "".join(line.text for line in read(content)[0].lines)
