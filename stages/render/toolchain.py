"""What decides the pixels of a scene beside the code: releases of libraries, and font files."""

from importlib.metadata import PackageNotFoundError, version

from vlcorpus.stages.render.fonts import font_sha256
from vlcorpus.stages.render.style import families

PACKAGES = ("isal", "numpy", "opencv-python-headless", "rdkit", "skia-python")
_DIGITS = 12  # of a font's hash: enough to tell files apart


def toolchain(styles: dict[str, float]) -> tuple[str, ...]:
    """Return the releases and fonts that images in these style families (none: all) are made with.

    It is part of a table's identity: rows made with another release would not be those that were promised.
    Raises EnvironmentFailure where a package of fonts is missing, ConfigError where one has no such font.
    """
    drawn = [families()[name] for name in styles or families()]
    fonts = {font for family in drawn for font in (*family["fonts"], family["chinese"])}
    return (
        *(f"{package} {_version(package)}" for package in PACKAGES),
        *(f"{font} {font_sha256(font)[:_DIGITS]}" for font in sorted(fonts)),
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"  # whoever begins a run is told by `needs`
