"""A layout model that gives up on a page says so; what is wrong with our code stays what it is."""

from types import SimpleNamespace

import pytest

from vlcorpus.stages.documents.pdf.pymupdf_layout import LayoutFailed, LayoutModel

PAGE = SimpleNamespace(rect=SimpleNamespace(width=600, height=800))
SHORT = (
    "[ONNXRuntimeError] : 6 : RUNTIME_EXCEPTION : while running Concat node. Status Message: std::bad_alloc"
)


class RuntimeException(Exception):
    """The name of ONNX Runtime's."""


def failing_with(message: str) -> LayoutModel:
    def predict(*_, **__):
        raise RuntimeException(message)

    model = LayoutModel.__new__(LayoutModel)  # without the network, which takes seconds to load
    model._predict = predict
    return model


def test_memory_that_is_short_is_a_failure_of_the_model():
    with pytest.raises(LayoutFailed, match="bad_alloc"):
        failing_with(SHORT).regions(PAGE, 600, 800)


def test_any_other_error_stays_what_it_is():
    with pytest.raises(RuntimeException, match="no such node"):
        failing_with("no such node").regions(PAGE, 600, 800)
