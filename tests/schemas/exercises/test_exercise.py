from tests.factories import png
from tests.stages.exercises.rows import figure, found, read


def test_a_rejected_exercise_is_seen_by_its_picture():
    assert found("What?", images=[png(8, 8, "red")]).preview_image() == png(8, 8, "red")
    assert read(figures=[figure()]).preview_image() == figure().content
    assert found("What?").preview_image() is None is read().preview_image()
