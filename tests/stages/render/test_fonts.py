from hashlib import sha256

import pytest

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.stages.render.fonts import font_file, font_sha256
from vlcorpus.stages.render.style import families


def test_every_font_of_every_style_is_there():
    for family in families().values():
        for font in (*family["fonts"], family["chinese"]):
            assert font_file(font).read_bytes()[:4] in (b"\0\1\0\0", b"OTTO")


def test_a_font_is_known_by_its_bytes(tmp_path):
    own = tmp_path / "own.ttf"
    own.write_bytes(b"a font")
    assert font_file(str(own)) == own
    assert font_sha256(str(own)) == sha256(b"a font").hexdigest()


def test_a_font_that_is_missing_is_told_with_what_to_do():
    with pytest.raises(EnvironmentFailure, match="pip install font-no-such"):
        font_file("font_no_such/Some.ttf")
    with pytest.raises(ConfigError, match=r"beside it are: .*Roboto-Regular\.ttf"):
        font_file("font_roboto/Robot.ttf")
    with pytest.raises(ConfigError, match="beside it are: none"):
        font_file("/no/such/place.ttf")
