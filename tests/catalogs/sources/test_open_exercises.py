import pytest

from vlcorpus.catalogs.sources.open_exercises import open_exercises
from vlcorpus.schemas.errors import ConfigError


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.json", "ExerciseJson"),
        ("a.jsonl", "ExerciseTable"),
        ("a.parquet", "ExerciseTable"),
        ("a.cnxml", "ExercisePages"),
    ],
)
def test_the_ending_says_what_it_is(tmp_path, name, kind):
    (tmp_path / name).write_text("{}")
    (tmp_path / "a.png").write_bytes(b"x")
    assert type(open_exercises([str(tmp_path)], columns={})).__name__ == kind


@pytest.mark.parametrize("names", [(), ("a.json", "b.jsonl"), ("a.png",)])
def test_files_of_several_kinds_and_of_none_are_an_error_that_says_what_to_do(tmp_path, names):
    for name in names:
        (tmp_path / name).write_text("{}")
    with pytest.raises(ConfigError, match="Name files of one kind"):
        open_exercises([str(tmp_path)], columns={})


def test_what_is_not_there(tmp_path):
    with pytest.raises(ConfigError, match="not known how to read"):
        open_exercises([str(tmp_path / "gone.txt")], columns={})
