"""Letters of fonts of signs are the signs that are drawn."""

import pymupdf
import pytest

from tests.stages.documents.drawing import parse, read
from vlcorpus.stages.documents.page.sign_chars import sign_text


@pytest.mark.parametrize(
    ("font", "text", "drawn"),
    [
        ("ZapfDingbats", "4 l n", "✔ ● ■"),
        ("ABCDEF+Wingdings-Regular", "þ ¨ ü", "☑ ☐ ✓"),
        ("Wingdings", "\uf0fe\uf0a8", "☑☐"),
        ("Wingdings", "\uf0b7", "\uf0b7"),  # a bullet, as lines know it
        ("Wingdings2", "R\uf0a3", "☑☐"),
        ("Wingdings3", "þR", "þR"),
        ("Helvetica", "4 l n þ", "4 l n þ"),
    ],
)
def test_signs(font, text, drawn):
    assert sign_text(text, font) == drawn


def test_a_tick_before_words_is_no_digit():
    with pymupdf.open() as document:
        page = document.new_page()
        for row in range(3):
            page.insert_text((72, 100 + 20 * row), "4", fontname="zadb", fontsize=11)
            page.insert_text((90, 100 + 20 * row), f"agreed upon by party {row}", fontsize=11)
        content = document.tobytes()
    (block,) = parse(content).tree.blocks
    assert block.text.split("\n")[0] == "✔ agreed upon by party 0"
    assert "4" not in {word.text for word in read(content)[0].printed_words}
