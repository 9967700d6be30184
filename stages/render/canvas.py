"""Paint a drawing with Skia: as people see it, and as a map of objects.

Skia is the fastest canvas that comes as a wheel, and it can paint without smoothing edges: the map needs it.
"""

from functools import lru_cache
from pathlib import Path as FilePath

import numpy as np
import skia

from vlcorpus.schemas.scenes.path import Path
from vlcorpus.stages.render.drawing import BACKGROUND, Color, Drawing, Label, Mark, Pen
from vlcorpus.stages.render.scripts import Run, runs

MAX_OBJECT = 255  # the map has a byte per pixel
_CACHED_FONTS = 256
_CACHED_BRUSHES = _CACHED_TEXTS = 1024
_CACHED_PATHS = 512  # of one drawing, which is painted several times


def paint(drawing: Drawing) -> np.ndarray:
    """Return the image, H x W x 3, uint8."""
    import cv2

    pixels = np.empty((drawing.height_px, drawing.width_px, 4), np.uint8)
    surface = skia.Surface(pixels, colorType=skia.kRGBA_8888_ColorType)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*drawing.background))
    _look(canvas, drawing)
    for item in drawing.items:
        _paint_item(canvas, item, by_object=False)
    surface.flushAndSubmit()
    return cv2.cvtColor(pixels, cv2.COLOR_RGBA2RGB)


def paint_objects(drawing: Drawing, onto: np.ndarray | None = None) -> np.ndarray:
    """Return which object each pixel is of, H x W, uint8: the one painted last, `BACKGROUND` where none is.

    Painted without smoothed edges: a pixel is of an object when its centre is. With a map to paint `onto`,
    that one is changed. Raises ValueError for an object above `MAX_OBJECT`.
    """
    objects = np.zeros((drawing.height_px, drawing.width_px), np.uint8) if onto is None else onto
    info = skia.ImageInfo.Make(
        drawing.width_px, drawing.height_px, skia.kAlpha_8_ColorType, skia.kPremul_AlphaType
    )
    canvas = skia.Surface.MakeRasterDirect(info, objects).getCanvas()
    _look(canvas, drawing)
    for item in drawing.items:
        if not BACKGROUND < item.object <= MAX_OBJECT:
            raise ValueError(f"object {item.object}: a map holds 1 to {MAX_OBJECT}")
        _paint_item(canvas, item, by_object=True)
    return objects


def ink_box(label: Label) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the glyphs of a label, as painted, in pixels."""
    width, height, _ = _measured(label.text, label.font, label.size_px)
    turned = skia.Matrix.RotateDeg(label.turn_deg).mapRect(
        skia.Rect.MakeLTRB(-width / 2, -height / 2, width / 2, height / 2)
    )
    x, y = label.center
    return x + turned.left(), y + turned.top(), x + turned.right(), y + turned.bottom()


def middle_of(part: str, label: Label) -> tuple[float, float]:
    """Return where the middle of the ink of a text's beginning or end is, from the middle of all.

    In pixels, of a text that is not turned.
    """
    x, y = _measured(label.text, label.font, label.size_px)[2]
    part_x, part_y = _measured(part, label.font, label.size_px)[2]
    if not label.text.startswith(part):
        part_x += _advance(label.text, label.font, label.size_px) - _advance(part, label.font, label.size_px)
    return part_x - x, part_y - y


@lru_cache(_CACHED_TEXTS)
def has_signs(file: FilePath, text: str) -> bool:
    """Tell whether a font has a glyph for each sign of a text: for others it draws a box."""
    signs = [ord(sign) for run in runs(text) for sign in run.text]
    return all(_typeface(file).unicharsToGlyphs(signs))


def _look(canvas: skia.Canvas, drawing: Drawing) -> None:
    if drawing.view is not None:
        canvas.setMatrix(skia.Matrix.MakeAll(*drawing.view))


def _paint_item(canvas: skia.Canvas, item: Mark | Label, *, by_object: bool) -> None:
    if isinstance(item, Mark):
        _paint_mark(canvas, item, by_object)
    else:
        _paint_label(canvas, item, by_object)


def _paint_mark(canvas: skia.Canvas, mark: Mark, by_object: bool) -> None:
    path = _skia_path(mark.path)
    if mark.fill is not None:
        canvas.drawPath(path, _brush(mark.object if by_object else mark.fill))
    if mark.pen is not None:
        canvas.drawPath(path, _brush(mark.object if by_object else mark.pen.color, mark.pen))


def _paint_label(canvas: skia.Canvas, label: Label, by_object: bool) -> None:
    _, _, middle = _measured(label.text, label.font, label.size_px)
    brush = _brush(label.object if by_object else label.color)
    canvas.save()
    canvas.translate(*label.center)
    canvas.rotate(label.turn_deg)
    for run, x, y in _set(label.text, label.font, label.size_px):
        font = _font(label.font, run.size * label.size_px, not by_object)
        canvas.drawString(run.text, x - middle[0], y - middle[1], font, brush)
    canvas.restore()


@lru_cache(_CACHED_BRUSHES)
def _brush(paint: Color | int, pen: Pen | None = None) -> skia.Paint:
    """Return what fills, or draws as a pen does, with a colour, or with an object's number into its map."""
    if isinstance(paint, int):
        brush = skia.Paint(Color=skia.Color(0, 0, 0, paint), AntiAlias=False, BlendMode=skia.BlendMode.kSrc)
    else:
        brush = skia.Paint(Color=skia.Color(*paint), AntiAlias=True)
    if pen is not None:
        brush.setStyle(skia.Paint.kStroke_Style)
        brush.setStrokeWidth(pen.width_px)
        brush.setStrokeCap(skia.Paint.kButt_Cap if pen.dashes_px else skia.Paint.kRound_Cap)
        brush.setStrokeJoin(skia.Paint.kRound_Join)
        if pen.dashes_px:
            brush.setPathEffect(skia.DashPathEffect.Make(list(pen.dashes_px), 0))
    return brush


@lru_cache(_CACHED_PATHS)
def _skia_path(path: Path) -> skia.Path:
    made = skia.Path()
    for letter, points in path.commands:
        numbers = [number for point in points for number in point]
        match letter:
            case "M":
                made.moveTo(*numbers)
            case "L":
                made.lineTo(*numbers)
            case "C":
                made.cubicTo(*numbers)
            case "Z":
                made.close()
    return made


@lru_cache(_CACHED_FONTS)
def _typeface(file: FilePath) -> skia.Typeface:
    return skia.Typeface.MakeFromFile(str(file))


@lru_cache(_CACHED_FONTS)
def _font(file: FilePath, size_px: float, smooth: bool) -> skia.Font:
    font = skia.Font(_typeface(file), size_px)
    font.setEdging(skia.Font.Edging.kAntiAlias if smooth else skia.Font.Edging.kAlias)
    font.setSubpixel(True)
    font.setHinting(skia.FontHinting.kNone)
    return font


@lru_cache(_CACHED_TEXTS)
def _set(text: str, file: FilePath, size_px: float) -> list[tuple[Run, float, float]]:
    """Return the runs of a text, each with where it begins, from where the text does, y down."""
    placed, x = [], 0.0
    for run in runs(text):
        placed.append((run, x, -run.rise * size_px))
        x += _font(file, run.size * size_px, True).measureText(run.text)
    return placed


def _advance(text: str, file: FilePath, size_px: float) -> float:
    """Return how far a text goes on to the right, from where it begins to where another would."""
    run, x, _ = _set(text, file, size_px)[-1]
    return x + _font(file, run.size * size_px, True).measureText(run.text)


@lru_cache(_CACHED_TEXTS)
def _measured(text: str, file: FilePath, size_px: float) -> tuple[float, float, tuple[float, float]]:
    """Return width and height of the ink of a text, and its middle from where the text begins."""
    ink = skia.Rect.MakeEmpty()
    for run, x, y in _set(text, file, size_px):
        bounds = skia.Rect.MakeEmpty()
        _font(file, run.size * size_px, True).measureText(run.text, skia.TextEncoding.kUTF8, bounds)
        ink.join(bounds.makeOffset(x, y))
    return ink.width(), ink.height(), (ink.centerX(), ink.centerY())
