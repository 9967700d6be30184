import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.factories import png, rejection, sample
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.notebook import MAX_IMAGES, MAX_TEXT_CHARS
from vlcorpus.schemas.sample import SceneObject

SVG = "{http://www.w3.org/2000/svg}"


def drawn(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(re.search("<svg.*?</svg>", html, re.DOTALL)[0])


def test_a_sample_shows_its_image_with_a_frame_for_each_box():
    svg = drawn(sample()._repr_html_())
    frame = svg.find(f"{SVG}rect")
    assert svg.get("viewBox") == "0 0 64 64"
    assert [float(frame.get(name)) for name in ("x", "y", "width", "height")] == [4, 4, 56, 16]
    assert frame.find(f"{SVG}title").text == "text"
    assert svg.find(f"{SVG}image").get("href").startswith("data:image/png;base64,iVBOR")


def test_a_point_is_a_dot_and_a_box_of_another_image_is_not_drawn():
    things = [
        SceneObject(image=0, kind="point", label="tip", point_px=[7.0, 9.0]),
        SceneObject(image=1, kind="box", label="elsewhere", bbox_px=[0.0, 0.0, 1.0, 1.0]),
    ]
    svg = drawn(sample(objects=things)._repr_html_())
    assert (svg.find(f"{SVG}circle").get("cx"), svg.find(f"{SVG}rect")) == ("7.0", None)


def test_answers_are_text_and_not_markup():
    html = sample(answer="<script>alert(1)</script>")._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_what_is_large_is_cut_and_says_so():
    row = sample(answer="x" * (MAX_TEXT_CHARS + 1))
    n_images = MAX_IMAGES + 2
    row = replace(row, images=row.images * n_images, image_info=row.image_info * n_images)
    html = row._repr_html_()
    assert "(2,001 characters)" in html
    assert (html.count("<svg"), "and 2 more images" in html) == (MAX_IMAGES, True)


def test_what_is_not_trainable_says_so():
    assert "not trainable" in sample(trainable=False)._repr_html_()
    assert "not trainable" not in sample()._repr_html_()


@pytest.mark.parametrize(("image", "shown"), [(Image(bytes=png()), "<img src="), (None, "no xref")])
def test_a_rejection_shows_why_and_its_image_where_it_was_kept(image, shown):
    html = replace(rejection(), image=image)._repr_html_()
    assert shown in html
    assert "ReadPdf · pdf_broken" in html


def test_an_image_without_bytes_shows_its_path():
    assert "[image a/b.png]" in sample(images=[Image(bytes=None, path="a/b.png")])._repr_html_()
