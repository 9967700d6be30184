"""The classical answer for the role `ocr`, through the engine that a run uses."""

import io
import shutil

import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont
import pytest

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.classical_engine import ClassicalEngine
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import ImageInput, Request, user

pytestmark = pytest.mark.skipif(shutil.which("tesseract") is None, reason="no tesseract on this machine")
ENGINE = ClassicalEngine(Model(role="ocr"))


def ask(*parts):
    return ENGINE.submit(Request(turns=(user(*parts),), sampling=Sampling()))


def test_it_reads_lines_and_says_that_no_model_did():
    image = PIL.Image.new("L", (900, 200), 255)
    font = PIL.ImageFont.load_default(40)
    PIL.ImageDraw.Draw(image).multiline_text((40, 40), "Two lines of print\nin one picture", 0, font=font)
    out = io.BytesIO()
    image.save(out, "PNG")
    reply = ask(ImageInput(out.getvalue()), "Read all the text in the image.").result()
    assert reply.text == "Two lines of print\nin one picture"
    assert (reply.model, reply.engine.startswith("tesseract")) == (None, True)


def test_a_request_without_an_image_is_refused():
    with pytest.raises(Reject, match="request_refused"):
        ask("Read it.").result()
