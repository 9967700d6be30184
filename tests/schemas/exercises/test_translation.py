from tests.stages.exercises.rows import read
from vlcorpus.schemas.exercises.exercise import AnswerKind, Exercise
from vlcorpus.schemas.exercises.translation import TranslatedExercise, texts_of, with_texts
from vlcorpus.schemas.row import fields_of


def test_texts_go_back_to_where_they_came_from():
    row = read("s", "words", options=["a", "b"], steps=["one"], answer_kind=AnswerKind.WORDS)
    copy = TranslatedExercise(**fields_of(Exercise, row), wanted="zh")
    assert texts_of(copy) == ["s", "a", "b", "one", "words"]
    with_texts(copy, ["S", "A", "B", "ONE", "WORDS"])
    assert texts_of(copy) == ["S", "A", "B", "ONE", "WORDS"]


def test_an_answer_without_words_is_not_translated():
    assert texts_of(read("s", "56")) == ["s"]
