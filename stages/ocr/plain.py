"""The role `ocr` without a model: Tesseract reads the image of a request, line by line."""

from functools import cache

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.inference.request import Answer, Reply, Request
from vlcorpus.stages.ocr.tesseract import Tesseract

LANGUAGES = ("en",)  # a request names none; the stage `ReadScans` chooses by script


def read_plain(request: Request) -> Reply:
    """Return the text of the request's one image. Raises Reject: request_refused, and those of Tesseract."""
    images = request.images()
    if len(images) != 1 or request.videos():
        raise Reject(Reason.REQUEST_REFUSED, f"Tesseract reads one image, not {len(images)}")
    engine = _engine()
    text = "\n".join(line.text for line in engine.read(images[0].bytes, LANGUAGES).lines)
    answer = Answer(text=text, finish_reason="stop", n_tokens=0)
    return Reply(answers=(answer,), n_prompt_tokens=0, engine=engine.name, model=None)


@cache
def _engine() -> Tesseract:
    engine = Tesseract()
    engine.open(LANGUAGES)
    return engine
