"""What the glyphs of a font say of its codes: whether they show the characters that they stand for.

Fonts of signs say `Z` and draw `=`, or `¸` and draw a key. Text fonts never do, however they are decorated.
"""

from collections.abc import Callable

from vlcorpus.stages.documents.page.fonts import NO_CHARACTER, NO_INK
from vlcorpus.stages.documents.page.lines import is_right_to_left
from vlcorpus.stages.documents.pdf.glyph_shape import Shape, Shapes, likenesses

# What is compared: characters that look the same in every text font
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_MARKS = "!\"#$%&',-.:;?@\\^_`~¡¢£¥¦§©ª«¬®°±²³¶·¸¹º»¼½¾¿ÐÞßæðøþ–—‘’“”•†‡™"
# What a font of signs is believed to draw
_SIGNS = "+=<>±×÷−∼≈≠≡≤≥∞∝→←↑↓⇒⇔√∂∇ΔΩ∈∉∩∪⊂⊃∀∃∅()[]{}/|°©®·•∗*"
COMPARED = _LETTERS + _MARKS + _SIGNS
_ONE_SIGN = {"-": "−", "–": "−", "—": "−", "~": "∼", "*": "∗"}  # drawn alike: that of a font of signs
# Limits are ours, from the fonts of 270 PDFs. Glyphs of honest fonts have a likeness of 0.88 in the median,
# one of a hundred has less than 0.35: a small capital, or a sign of which there are two forms.
UNLIKE = 0.15  # a glyph that is less like its character has nothing of it
DOUBTED = 0.5  # a glyph that is less like it may be another character; it is one where that is alike
CLEAR = 0.25  # by so much more
MIN_MEAN, FEW_MEAN, FEW = 0.35, 0.25, 2  # mean below which a font shows pictures; below the second, of so few
SURE, LEAD = 0.65, 0.08  # likeness of a sign that is believed, and by how much it leads all others
ENOUGH_GLYPHS = 12  # ours: a font with so many honest glyphs is one of text; the others are not looked at

# The shapes of characters in fonts that are known, and of which character each one is
References = Callable[[str], tuple[Shapes, tuple[str, ...]]]


class FontClaims:
    """The glyphs of one font that were looked at so far. `references` are the shapes to hold them against."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._seen: set[str] = set()
        self._shapes: dict[str, dict[int, Shape]] = {}  # by character, and by number of the glyph
        self._shown: dict[tuple[str, int], str] = {}
        self._likenesses: list[float] = []
        self._n_unlike = 0

    @property
    def is_text(self) -> bool:
        """Say whether enough glyphs were honest: nobody needs to look at the others."""
        n_honest = sum(value >= DOUBTED for value in self._likenesses)
        return n_honest >= ENOUGH_GLYPHS and n_honest > 4 * self._n_unlike

    @property
    def is_doubted(self) -> bool:
        if any(map(is_right_to_left, self._shapes)):
            return False  # fonts of Arabic draw figures of their own, and brackets turned round
        n = len(self._likenesses)
        none_right = sum(self._likenesses) < (MIN_MEAN if n > FEW else FEW_MEAN) * n
        return none_right or 0 < n <= 2 * self._n_unlike

    def has_new(self, chars: set[str]) -> bool:
        """Say whether a page's characters want a look."""
        return not (chars <= self._seen or self.is_text)

    def saw(self, chars: set[str]) -> None:
        self._seen |= chars

    def look_at(self, char: str, number: int, shape: Shape) -> None:
        """Take down the glyph that a code draws."""
        glyphs = self._shapes.setdefault(char, {})
        if number in glyphs:
            return
        glyphs[number] = shape
        if char in COMPARED:
            like = max(self._like(shape, char + char.upper()).values(), default=0.0)  # or a small capital
            best = max(self._like(shape, COMPARED).values()) if UNLIKE <= like < DOUBTED else 0.0
            self._likenesses.append(like)
            self._n_unlike += like < UNLIKE or best - like >= CLEAR

    def shown(self, char: str) -> str:
        """Return what the glyph of a character of a doubted font shows; U+FFFD where it is no clear sign."""
        if char in NO_INK:
            return char
        shown = {self.shown_by(char, number) for number in self._shapes.get(char, ())}
        return shown.pop() if len(shown) == 1 else NO_CHARACTER

    def shown_by(self, char: str, number: int) -> str:
        """Return the sign that a glyph is beyond doubt, whatever its font; U+FFFD where it may be another."""
        key = (char, number)
        if key not in self._shown:
            shape = self._shapes.get(char, {}).get(number)
            self._shown[key] = NO_CHARACTER if shape is None else self._sign(shape)
        return self._shown[key]

    def _sign(self, shape: Shape) -> str:
        found: dict[str, float] = {}
        for char, like in self._like(shape, COMPARED).items():
            sign = _ONE_SIGN.get(char, char)
            found[sign] = max(found.get(sign, 0.0), like)
        best, second = sorted(found, key=lambda sign: found[sign], reverse=True)[:2]
        is_sure = found[best] >= max(SURE, found[second] + LEAD)
        return best if is_sure and best in _SIGNS else NO_CHARACTER

    def _like(self, shape: Shape, chars: str) -> dict[str, float]:
        """Return how much a shape is like each of the characters."""
        found: dict[str, float] = {}
        shapes, whose = self._references(chars)
        for char, like in zip(whose, likenesses(shape, shapes).tolist(), strict=True):
            found[char] = max(found.get(char, 0.0), like)
        return found
