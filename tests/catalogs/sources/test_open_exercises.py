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


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), "It holds no files"),
        (("a.json", "b.jsonl"), r"several kinds: 1 like .*a\.json; 1 like .*b\.jsonl.*make a table of each"),
        (("a.png", "b.png", "c"), "It holds 2 .png, 1 no ending"),
    ],
)
def test_files_of_several_kinds_and_of_none_are_an_error_that_says_what_is_there(tmp_path, names, said):
    for name in names:
        (tmp_path / name).write_text("{}")
    with pytest.raises(ConfigError, match=said):
        open_exercises([str(tmp_path)], columns={})
