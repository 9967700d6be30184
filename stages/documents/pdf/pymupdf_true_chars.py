"""Characters of structured text as their glyphs show them: fonts of signs draw `=` where they say `Z`.

A page is interpreted once more where it has characters of a font that were not looked at: 4 ms (measured).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from vlcorpus.stages.documents.formulas.tex_extension import is_extension
from vlcorpus.stages.documents.page.fonts import NO_CHARACTER, is_sign_font
from vlcorpus.stages.documents.pdf.glyph_claims import FontClaims
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf
from vlcorpus.stages.documents.pdf.pymupdf_shapes import draw, references

MAX_GLYPHS = 40  # ours: more of a font are not looked at on one page; a font of signs has a dozen
_mupdf = pymupdf.mupdf
_TEXT_BLOCK = _mupdf.FZ_STEXT_BLOCK_TEXT
_NUMBERED = _mupdf.FZ_STEXT_USE_GID_FOR_UNKNOWN_UNICODE  # a glyph without a character has its number for one


class TrueChars:
    """What the fonts of one file say and show."""

    def __init__(self) -> None:
        self._fonts: dict[str, FontClaims] = defaultdict(lambda: FontClaims(references))

    def write(
        self,
        listing: "pymupdf.DisplayList",
        layer: "pymupdf.mupdf.FzStextPage",
        flags: int,
        spans: Iterable[dict],
    ) -> bool:
        """Write what the glyphs show into structured text that was made under `flags`; say if it changed.

        `spans` are those of the text, with the whole names of their fonts.
        """
        chars: dict[str, set[str]] = defaultdict(set)
        for span in spans:
            if is_sign_font(span["font"]):
                continue  # what its letters draw is known by its name
            chars[span["font"]].update(span["text"])
        unknown = {name for name, its in chars.items() if NO_CHARACTER in its and not is_extension(name)}
        wanted = {name for name, its in chars.items() if self._fonts[name].has_new(its)} | unknown
        if wanted:
            full = self._look(listing, wanted)
            for name in wanted - full:
                self._fonts[name].saw(chars[name])
        shown = {
            (name, ord(char)): ord(now)
            for name, its in chars.items()
            if self._fonts[name].is_doubted
            for char in its
            if (now := self._fonts[name].shown(char)) != char
        }
        if unknown:
            self._write_unknown(layer, listing.get_textpage(flags | _NUMBERED), unknown)
        for char in _chars(layer) if shown else ():
            char.c = shown.get((_name(char.font), char.c), char.c)
        return bool(shown or unknown)

    def _look(self, listing: "pymupdf.DisplayList", wanted: set[str]) -> set[str]:
        """Look at the glyphs of the wanted fonts; return those that have too many for one page."""
        drawn = _Drawn(wanted)
        everywhere = _mupdf.FzRect(_mupdf.FzRect.Fixed_INFINITE)
        _mupdf.fz_run_display_list(listing.this, drawn, _mupdf.FzMatrix(), everywhere, _mupdf.FzCookie())
        _mupdf.fz_close_device(drawn)
        for (name, number, code), font in drawn.glyphs.items():
            if (shape := draw(font, number)) is not None:
                self._fonts[name].look_at(chr(code), number, shape)
        return drawn.full

    def _write_unknown(self, layer: Any, numbered: Any, fonts: set[str]) -> None:
        """Write the signs of glyphs without a character. Both texts have the same glyphs, in one order."""
        for char, other in zip(_chars(layer), _chars(numbered), strict=False):
            name = _name(char.font)
            if char.c == ord(NO_CHARACTER) and name in fonts:
                char.c = ord(self._fonts[name].shown_by(NO_CHARACTER, other.c))


class _Drawn(_mupdf.FzDevice2):  # type: ignore[misc, name-defined]
    """A device that takes down which glyphs of some fonts are drawn, each once, and for which codes."""

    def __init__(self, fonts: set[str]) -> None:
        super().__init__()
        self.use_virtual_fill_text()
        self.glyphs: dict[tuple[str, int, int], pymupdf.mupdf.FzFont] = {}
        self.full: set[str] = set()
        self._fonts = fonts
        self._n_glyphs: Counter[str] = Counter()

    def fill_text(self, _context: Any, text: Any, *_: Any) -> None:
        span = text.head
        while span:
            name = _name(span.font)
            if name in self._fonts and name not in self.full:
                self._take(name, span)
            span = span.next

    def _take(self, name: str, span: Any) -> None:
        items = map(_mupdf.FzTextSpan(span).items, range(span.len))
        glyphs = [(name, item.gid, item.ucs) for item in items]
        followed = [*glyphs[1:], (name, 0, 0)]
        for glyph, (_, after, _) in zip(glyphs, followed, strict=True):
            _, number, code = glyph
            is_part = number < 0 or after < 0  # several characters are drawn as one glyph
            if not is_part and code > 0 and glyph not in self.glyphs:
                self.glyphs[glyph] = _mupdf.FzFont(_mupdf.ll_fz_keep_font(span.font))
                self._n_glyphs[name] += 1
        if self._n_glyphs[name] >= MAX_GLYPHS:
            self.full.add(name)


def _name(font: Any) -> str:
    return _mupdf.ll_fz_font_name(font)


def _chars(layer: Any) -> Iterator[Any]:
    for block in layer:
        if block.m_internal.type == _TEXT_BLOCK:
            for line in block:
                yield from (char.m_internal for char in line)
