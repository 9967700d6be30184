"""Tokens of a text: by the documented estimate, or by a tokenizer's own file."""

import random
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.schemas.qwenvl.chat import SPECIAL_TOKENS
from vlcorpus.schemas.qwenvl.text_tokens import load_tokenizer

ESTIMATE = load_tokenizer()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", 0),
        ("<|im_start|><|im_end|></think>", 3),
        ("12345", 5),
        ("a 1 2", 5),
        ("user\n", 2),
        (" hello", 1),
        ("internationalisation", 3),
        ("\n", 1),
        ("字" * 14, 10),
        ('<div class="text" data-bbox="91 101 346 127">', 23),
    ],
)
def test_the_estimate_is_the_documented_arithmetic(text, tokens):
    assert ESTIMATE.count(text) == tokens
    assert ESTIMATE.id == "estimate-v1"


@given(st.text(max_size=50), st.text(max_size=50))
def test_the_estimate_grows_with_the_text(one, other):
    # A word cut in two and a rounded half may each cost one more or less.
    assert ESTIMATE.count(one + other) <= ESTIMATE.count(one) + ESTIMATE.count(other) + 1
    assert ESTIMATE.count(one + other) >= ESTIMATE.count(one) - 1


def write_tokenizer(path):
    from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in SPECIAL_TOKENS])
    tokenizer.save(str(path))


def test_a_tokenizer_file_counts_and_is_known_by_its_content(tmp_path):
    path = tmp_path / "tokenizer.json"
    write_tokenizer(path)
    tokenizer = load_tokenizer(path)
    assert tokenizer.count("<|im_start|>user\nhow are you<|im_end|>") == 6
    assert tokenizer.id == f"tokenizer.json-{sha256(path.read_bytes()).hexdigest()[:12]}"


def test_a_missing_tokenizer_file_is_an_error(tmp_path):
    with pytest.raises(EnvironmentFailure, match=r"the file .*tokenizer\.json, which is not there"):
        load_tokenizer(tmp_path / "tokenizer.json")


def test_another_file_is_no_tokenizer(tmp_path):
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ConfigError, match=r"tokenizer\.json is no tokenizer\.json of Hugging Face"):
        load_tokenizer(tmp_path / "tokenizer.json")


def test_the_estimate_of_a_long_text_is_the_sum_of_its_lines():
    rng = random.Random(0)
    lines = ["".join(rng.choices("abc 123字宇.\u0416", k=40)).strip() + "\n" for _ in range(50)]
    whole, parts = ESTIMATE.count("".join(lines)), sum(map(ESTIMATE.count, lines))
    assert abs(whole - parts) <= len(lines) / 2  # each line rounds its letters of other scripts once
