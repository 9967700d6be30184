"""Which text of a page a person sees on its image: what the answer says must be there.

A file knows many ways to hide text. What they lead to is looked for: no ink, letters too small to have a
shape, letters of the colour that they stand on. It costs 3 ms a page, a quarter of its rendering (measured).
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import PIL.Image

from vlcorpus.schemas.documents.document import Rgb, Span, TextLine
from vlcorpus.stages.documents.formulas.tex_extension import is_extension
from vlcorpus.stages.documents.page.boxes import cover

INK_CONTRAST = 24  # ours: contrast of print, of 255, in one channel; grey of 10 % on white is still read
# ours: its capitals are 2.8 px high, and the bars of an E with the gaps between them want five. On real pages
# nobody reads 3.4 px (looked at).
MIN_SIZE_PX = 4.0
MIN_COLOUR_FRACTION = 0.02  # ours: see has_its_colour; a photograph has less of most colours
LINE_EM = 1.5  # height of the tallest usual line, in sizes of its font
# ours: share of a box with the colour of its text. Print covers less than a third of its line; bold capitals,
# in the tightest box of 490 real pages, 0.54.
GROUND_FRACTION = 0.7

IsOutlined = Callable[[Span], bool]  # whether the letters of a span are also drawn along their edges


def without_unseen(line: TextLine, image: PIL.Image.Image, is_outlined: IsOutlined) -> TextLine:
    """Mark the spans that nobody sees. The box of a line of which some are seen is that of these."""
    spans = tuple(span._replace(visible=_is_seen(span, image, is_outlined)) for span in line.spans)
    seen = [span.box for span in spans if span.visible]
    n_hidden_now = sum(was.visible and not now.visible for was, now in zip(line.spans, spans, strict=True))
    return line._replace(spans=spans, box=cover(seen) if seen and n_hidden_now else line.box)


def _is_seen(span: Span, image: PIL.Image.Image, is_outlined: IsOutlined) -> bool:
    if not span.visible or not span.text.strip():
        return span.visible
    if not _is_large_enough(span):
        return False
    return _is_elsewhere(span) or _is_inked(span, image, is_outlined)


def _is_large_enough(span: Span) -> bool:
    """Say whether letters have a shape. A font of drawings (Type 3) may have any height and say it is 1."""
    sides = (span.box.x2 - span.box.x1, span.box.y2 - span.box.y1)
    height = min(sides) if len(span.text) > 1 else max(sides)
    squeezed = height < 1 and sum(map(str.isalnum, span.text)) > 1
    return not squeezed and (span.size_px >= MIN_SIZE_PX or height >= LINE_EM * MIN_SIZE_PX)


def _is_elsewhere(span: Span) -> bool:
    """Say whether the ink of a span is not in its box: that of a stroke of no width, of a tall bracket."""
    return span.box.x2 - span.box.x1 < 1 or is_extension(span.font)


def has_its_colour(span: Span, image: PIL.Image.Image) -> bool:
    """Say whether the colour of a span is found in its box, where it is known: print of 8 px leaves 5 %."""
    return span.rgb is None or _near_fraction(span.rgb, _region(span, image)) >= MIN_COLOUR_FRACTION


def _is_inked(span: Span, image: PIL.Image.Image, is_outlined: IsOutlined) -> bool:
    region = _region(span, image)
    extrema: Any = region.getextrema()  # a pair for each colour; Pillow's type is also that of a grey image
    has_contrast = any(high - low >= INK_CONTRAST for low, high in extrema)
    return has_contrast and (not _is_its_ground(span, region) or is_outlined(span))


def _is_its_ground(span: Span, region: PIL.Image.Image) -> bool:
    """Say whether the ink is that of others: white words on white paper, with a rule or print across them.

    A sign may fill its box, as ■ does. Letters do not, and seldom reach its rim, which is looked at first.
    """
    if span.rgb is None or not any(map(str.isalnum, span.text)):
        return False
    right, middle = region.width - 1, region.height // 2
    rim = map(region.getpixel, ((0, 0), (0, middle), (right, middle)))
    return (
        any(_is_near(pixel, span.rgb) for pixel in rim)
        and _near_fraction(span.rgb, region) >= GROUND_FRACTION
    )


def _is_near(pixel: Any, rgb: Rgb) -> bool:
    red, green, blue = pixel
    near = abs(red - rgb.red) < INK_CONTRAST and abs(green - rgb.green) < INK_CONTRAST
    return near and abs(blue - rgb.blue) < INK_CONTRAST


def _near_fraction(rgb: Rgb, region: PIL.Image.Image) -> float:
    distance = np.abs(np.asarray(region, dtype=np.int16) - np.array(rgb, dtype=np.int16)).max(axis=2)
    return float((distance < INK_CONTRAST).mean())


def _region(span: Span, image: PIL.Image.Image) -> PIL.Image.Image:
    x1, y1, x2, y2 = map(int, span.box)
    return image.crop((x1, y1, max(x2, x1 + 1), max(y2, y1 + 1)))
