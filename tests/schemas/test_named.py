import pytest

from vlcorpus.schemas.named import find_named
from vlcorpus.schemas.row import row_id


def test_a_name_stands_for_what_its_module_holds():
    assert find_named("vlcorpus.schemas.row:row_id") is row_id


@pytest.mark.parametrize(
    ("path", "error"),
    [("nowhere:x", ImportError), ("vlcorpus.schemas.row:nobody", AttributeError), ("row_id", ValueError)],
)
def test_what_is_not_there_is_said(path, error):
    with pytest.raises(error):
        find_named(path)
