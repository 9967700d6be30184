"""A filter says its version, and decides as before."""

import pytest

from vlcorpus.filters.versioned import versioned


@pytest.mark.parametrize("version", [1, 2, 10])
def test_a_marked_filter_has_its_version_as_text(version):
    @versioned(version)
    def too_short(row: str, *, min_chars: int = 3) -> str | None:
        return "too_short" if len(row) < min_chars else None

    assert too_short.version == str(version)
    assert (too_short("ab"), too_short("abc"), too_short("abc", min_chars=4)) == (
        "too_short",
        None,
        "too_short",
    )
    assert too_short.__name__ == "too_short"
