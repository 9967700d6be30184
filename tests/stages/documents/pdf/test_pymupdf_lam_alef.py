"""Arabic as printers write it: a glyph for lam and alef says both letters, lam first."""

import pymupdf

from tests.stages.documents.drawing import read

# A: the ligature of lam and alef; B: seen; C: meem; D: alef; E: lam
_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
    "endcodespacerange 5 beginbfchar <41> <06440627> <42> <0633> <43> <0645> <44> <0627> <45> <0644> "
    "endbfchar endcmap end end"
)


def printed(codes):
    """Return the text of a line that is drawn from left to right in these codes."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), "The quick brown fox jumps over the lazy dog again")
        page.insert_text((72, 140), codes, fontname="cour", fontsize=20)
        xref = next(font[0] for font in page.get_fonts() if font[4] == "cour")
        unicode = document.get_new_xref()
        document.update_object(unicode, "<<>>")
        document.update_stream(unicode, _UNICODE.encode())
        font = f"<</Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode {unicode} 0 R>>"
        document.update_object(xref, font)
        return read(document.tobytes())[0].lines[-1].text.strip()


def test_the_letters_of_a_ligature_are_read_lam_first():
    assert printed("CAB") == "سلام"


def test_an_article_keeps_its_order():
    assert printed("CAED") == "اللام"
