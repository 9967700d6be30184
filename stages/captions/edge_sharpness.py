"""How sharp the sharpest edges of an image are, whatever their contrast: what tells a blurred image.

The variance of the Laplacian grows with contrast: a blurred teddy bear before red has 90, a jet in a clear
sky 35. Here each step between two neighbours is a share of the contrast around it: 1 where an edge is crossed
within a pixel, a fifth where it takes five. Source of the idea: Crete et al., "The blur effect", 2007, which
compares an image with itself blurred anew.
"""

import numpy as np

WINDOW_PX = 13  # ours: an edge that is wider than half of it is none
MIN_CONTRAST = 32  # ours: levels of 256 between the darkest and the brightest around; less is noise
MIN_PIXELS = 50  # ours: fewer with contrast around them say nothing
SHARPEST = 0.02  # ours: share of them that counts, for what is before a blurred background may be small
GRADES = 250  # steps are told apart by a 250th of the contrast: bytes are divided and counted fast


def edge_sharpness(grey: np.ndarray) -> float | None:
    """Measure the luminance of a `small_copy`, (H, W) uint8; 0 to 1, null where too little has contrast."""
    import cv2

    around = np.ones((WINDOW_PX, WINDOW_PX), np.uint8)
    contrast = cv2.subtract(cv2.dilate(grey, around), cv2.erode(grey, around))
    _, seen = cv2.threshold(contrast, MIN_CONTRAST - 1, 255, cv2.THRESH_BINARY)
    n_seen = cv2.countNonZero(seen)
    if n_seen < MIN_PIXELS:
        return None
    steps = np.zeros_like(grey)
    steps[:, 1:] = cv2.absdiff(grey[:, 1:], grey[:, :-1])
    steps[1:] = cv2.max(steps[1:], cv2.absdiff(grey[1:], grey[:-1]))
    grades = cv2.calcHist([cv2.divide(steps, contrast, scale=GRADES)], [0], seen, [256], [0, 256])
    n_sharper = np.cumsum(grades[::-1])[::-1]
    return float(np.flatnonzero(n_sharper >= SHARPEST * n_seen)[-1] / GRADES)
