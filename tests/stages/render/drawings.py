"""Small drawings and styles to paint."""

from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.stages.render.drawing import Drawing, Label, Mark, Pen
from vlcorpus.stages.render.fonts import font_file
from vlcorpus.stages.render.style import Style

WHITE, BLACK, RED = (255, 255, 255), (0, 0, 0), (220, 0, 0)
FONT = "font_roboto/Roboto-Regular.ttf"
CHINESE_FONT = "pylopdf_fonts_zh_cn/NotoSansSC-Regular.otf"


def drawing(*items, width_px=100, height_px=80, view=None):
    return Drawing(width_px, height_px, WHITE, items, view)


def square(object, left, top, side, fill=RED, pen=None):
    right, bottom = left + side, top + side
    path = polyline([(left, top), (right, top), (right, bottom), (left, bottom)], closed=True)
    return Mark(object, path, pen, fill)


def line(object, start, end, width_px=3.0):
    return Mark(object, polyline([start, end]), Pen(BLACK, width_px))


def label(object, text, center, size_px=20.0, turn_deg=0.0):
    return Label(object, text, center, font_file(FONT), size_px, BLACK, turn_deg)


def style(**changes):
    plain = {
        "family": "textbook",
        "width_px": 300,
        "height_px": 300,
        "surface": WHITE,
        "ink": BLACK,
        "line_px": 2.0,
        "shades": {"red": RED},
        "font": FONT,
        "chinese_font": CHINESE_FONT,
        "label_px": 16.0,
        "tremble_px": 0.0,
        "is_dashed": True,
        "wear": "none",
    }
    return Style(**plain | changes)
