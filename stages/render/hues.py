"""Colours that people name: shades of each on light and on dark surfaces."""

from vlcorpus.stages.render.drawing import Color

# Chosen so that each is called by its name on its surface, and no two are mistaken for each other.
DARK: dict[str, tuple[Color, ...]] = {
    "red": ((200, 20, 30), (220, 40, 40)),
    "blue": ((25, 80, 190), (40, 100, 220)),
    "green": ((20, 130, 60), (40, 150, 70)),
    "orange": ((235, 125, 10), (245, 140, 30)),
    "purple": ((120, 40, 160), (140, 60, 180)),
    "brown": ((120, 72, 30), (135, 85, 45)),
    "pink": ((240, 110, 170), (245, 130, 185)),
    "gray": ((120, 120, 120), (140, 140, 140)),
}
LIGHT: dict[str, tuple[Color, ...]] = {
    "red": ((255, 80, 80), (250, 95, 90)),
    "blue": ((90, 160, 255), (80, 150, 250)),
    "green": ((80, 215, 120), (100, 225, 130)),
    "orange": ((255, 170, 60), (255, 180, 80)),
    "purple": ((190, 130, 255), (200, 145, 250)),
    "brown": ((190, 140, 95), (200, 150, 105)),
    "pink": ((255, 160, 205), (255, 170, 215)),
    "gray": ((170, 170, 170), (180, 180, 180)),
}
HUES = tuple(DARK)
SHADES = {"dark": DARK, "light": LIGHT}
