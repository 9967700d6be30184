import json

import pytest

from tests.stages.exercises.rows import read
from tests.stages.inference.recorded import replaying
from vlcorpus.stages.exercises.plan_translations import PlanTranslations
from vlcorpus.stages.exercises.translate import Translate, TranslateBack
from vlcorpus.stages.inference.model import Model

ASKED = "A rectangle is $12$ cm long and $5$ cm wide. What is its area?"
CHINESE = "一个长方形长$12$厘米，宽$5$厘米。它的面积是多少？"


def wanted():
    return list(PlanTranslations(share=1.0)([read(ASKED, "60")]))[1]


def translated(tmp_path, text=CHINESE):
    row = wanted()
    (out,) = replaying(Translate, row, [json.dumps([text])], tmp_path)([row])
    return out


def test_a_translation_takes_the_place_of_the_texts(tmp_path):
    row = translated(tmp_path)
    assert (row.statement, row.lang, row.translated_from) == (CHINESE, "zh", "en")
    assert row.originals == [ASKED]
    assert row.answer == "60"


@pytest.mark.parametrize(
    "text",
    [
        CHINESE.replace("$12$", "$13$"),
        CHINESE.replace("$12$", "12"),
        CHINESE + "（第3题）",
        ASKED,
    ],
)
def test_a_formula_a_number_or_the_language_that_is_another_rejects_it(tmp_path, text):
    assert translated(tmp_path, text).reason == "translation_unfaithful"


@pytest.mark.parametrize(
    ("back", "reason"),
    [
        ("A rectangle has a length of $12$ cm and a width of $5$ cm. What is its area?", None),
        ("Zwei Kinder haben $12$ und $5$ Euro.", "translation_unfaithful"),
    ],
)
def test_it_is_translated_back_and_compared(tmp_path, back, reason):
    row = translated(tmp_path)
    (out,) = replaying(TranslateBack, row, [json.dumps([back])], tmp_path)([row])
    assert getattr(out, "reason", None) == reason


def test_without_a_model_the_originals_go_on_and_copies_are_rejects():
    rows = list(PlanTranslations(share=1.0)([read(ASKED, "60")]))
    one, copy = Translate(Model(role="translator"))(rows)
    assert one is rows[0]
    assert copy.reason == "needs_model:translator"
    (out,) = TranslateBack(Model(role="translator"))([one])
    assert out.statement == ASKED
