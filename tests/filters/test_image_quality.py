"""Limits on measures of an image, at their borders."""

import pytest

from tests.stages.captions.rows import row
from vlcorpus.filters.image_quality import image_bannered, image_blurred, image_framed, image_uniform


@pytest.mark.parametrize(
    ("rule", "measures", "reason"),
    [
        (image_uniform, {"contrast": 3.9, "sharpness": 11.9}, "image_uniform"),
        (image_uniform, {"contrast": 4.0, "sharpness": 11.9}, None),
        (image_uniform, {"entropy_bits": 0.9, "sharpness": 11.9}, "image_uniform"),
        (image_uniform, {"entropy_bits": 1.0, "sharpness": 11.9}, None),
        (image_uniform, {"contrast": 3.9, "entropy_bits": 0.2, "sharpness": 12.0}, None),
        (image_blurred, {"edge_sharpness": 0.28, "sharpness": 500.0}, "image_blurred"),
        (image_blurred, {"edge_sharpness": 0.29, "sharpness": 4.9}, None),
        (image_blurred, {"edge_sharpness": None, "sharpness": 4.9}, "image_blurred"),
        (image_blurred, {"edge_sharpness": None, "sharpness": 5.0}, None),
        (image_framed, {"border_fraction": 0.71}, "image_framed"),
        (image_framed, {"border_fraction": 0.7}, None),
        (image_bannered, {"banner_fraction": 0.081}, "image_bannered"),
        (image_bannered, {"banner_fraction": 0.08}, None),
    ],
)
def test_limits(rule, measures, reason):
    assert rule(row(**measures)) == reason
