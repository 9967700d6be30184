"""Answers without a model, for the roles that have an honest one. A role without says so, and rows wait."""

from collections.abc import Callable
from concurrent.futures import Future

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.named import find_named
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.request import Reply, Request

# role: `module:function`, from a request to a reply whose `model` is None. Most crafts have no answer in the
# shape of a reply: their classical stage stands in the pipeline beside the role (layout rules, OCR).
_ANSWERS: dict[str, str] = {
    "ocr": "vlcorpus.stages.ocr.plain:read_plain",
}


def has_answer(role: str) -> bool:
    return role in _ANSWERS


def _answer_of(role: str) -> Callable[[Request], Reply]:
    return find_named(_ANSWERS[role])


class ClassicalEngine:
    """Answers in the thread that asks: classical tools work in processes of their own, or in milliseconds."""

    def __init__(self, model: Model):
        self._role = model.role
        self._answer = _answer_of(model.role) if has_answer(model.role) else None

    def submit(self, request: Request) -> "Future[Reply]":
        done: Future[Reply] = Future()
        try:
            if self._answer is None:
                raise Reject(f"needs_model:{self._role}")
            done.set_result(self._answer(request))
        except Exception as error:  # carried to who asked
            done.set_exception(error)
        return done

    def close(self) -> None:
        pass
