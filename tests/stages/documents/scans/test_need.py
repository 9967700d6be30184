"""The pages that OCR reads are those that the filters would reject for their text layer."""

import pytest

from tests.filters.documents.test_page import page
from vlcorpus.stages.documents.scans.need import TextTrust, distrust


@pytest.mark.parametrize(
    ("measured", "reason"),
    [
        ({}, None),
        ({"n_chars": 0, "image_area_fraction": 1.0}, "page_scanned"),
        ({"n_chars": 0, "n_invisible_chars": 900, "image_area_fraction": 1.0}, "text_invisible"),
        ({"garbled_fraction": 0.5}, "text_garbled"),
        ({"n_chars": 0}, None),  # an empty page
    ],
)
def test_what_is_not_trusted_and_why(measured, reason):
    assert distrust(page(**measured).measures, TextTrust()) == reason


def test_the_thresholds_are_those_of_the_configuration():
    measures = page(garbled_fraction=0.1).measures
    assert distrust(measures, TextTrust(max_garbled_fraction=0.2)) is None
