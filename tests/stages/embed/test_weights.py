"""Where weights lie, and what names them."""

import sys
from pathlib import Path

import pytest

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.stages.embed.text_encoder import load_text_encoder
from vlcorpus.stages.embed.weights import PIECE_BYTES, PIECES, digest, fetch, full_name, is_folder


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return a folder as weights have one: small files, and a large one."""
    weights = tmp_path / "tiny"
    (weights / "1_Pooling").mkdir(parents=True)
    (weights / "config.json").write_text("{}")
    (weights / "1_Pooling/config.json").write_text("{}")
    (weights / "model.safetensors").write_bytes(bytes(3 * PIECES * PIECE_BYTES))
    return weights


def test_a_digest_follows_what_is_read_and_nothing_else(folder, tmp_path):
    first = digest(folder)
    (folder / "README.md").write_text("words")
    assert digest(folder) == first == digest(folder.rename(tmp_path / "moved"))


@pytest.mark.parametrize(
    ("name", "place"), [("1_Pooling/config.json", 0), ("model.safetensors", 0), ("model.safetensors", -1)]
)
def test_a_digest_is_another_for_other_weights(folder, name, place):
    first = digest(folder)
    content = bytearray((folder / name).read_bytes())
    content[place] ^= 1
    (folder / name).write_bytes(content)
    assert digest(folder) != first


@pytest.mark.parametrize("name", ["/no/such/folder", "./weights", "a/b/c", "minilm"])
def test_what_is_neither_a_folder_nor_a_hub_id_is_a_mistake(name):
    with pytest.raises(ConfigError, match="no such folder"):
        is_folder(name)


def test_a_node_with_other_weights_is_told(folder):
    assert fetch(str(folder), digest(folder)) == folder
    with pytest.raises(EnvironmentFailure, match="every node"):
        fetch(str(folder), "digest:0")


def test_vectors_name_their_weights_wherever_these_lie(folder):
    assert full_name(str(folder), "digest:" + "ab" * 32) == "tiny@abababababab"
    assert full_name("owner/name", None) == "owner/name"


def test_a_missing_package_is_named_with_what_to_install(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(EnvironmentFailure, match=r"vlcorpus\[transformers\]"):
        load_text_encoder(str(folder))
