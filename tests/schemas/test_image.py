"""What of an image row is shown to a person."""

from tests.factories import png
from vlcorpus.schemas.image import ImageRow


def test_a_person_looks_at_the_file_as_found():
    content = png()
    row = ImageRow.origin(
        "test", "a", None, content=content, format="PNG", width_px=64, height_px=64, exif_applied=False
    )
    assert row.preview_image() is content
