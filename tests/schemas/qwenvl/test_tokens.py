import random
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.qwenvl.chat import SPECIAL_TOKENS
from vlcorpus.schemas.qwenvl.tokens import (
    count_sample_tokens,
    image_tokens,
    load_tokenizer,
    plan_video,
    smart_resize,
)
from vlcorpus.schemas.sample import Message, Part, ToolCall

ESTIMATE = load_tokenizer()


@pytest.mark.parametrize(
    ("width", "height", "resized", "tokens"),
    [  # docs/formats.md §9, at the shipped limits
        (224, 224, (256, 256), 64),
        (640, 480, (480, 640), 300),
        (1024, 768, (768, 1024), 768),
        (1280, 720, (704, 1280), 880),
        (1654, 2339, (2336, 1664), 3796),
        (1920, 1080, (1088, 1920), 2040),
        (3840, 2160, (2176, 3840), 8160),
        (5000, 7000, (4832, 3456), 16308),
        (4096, 4096, (4096, 4096), 16384),  # the limit, which one pixel more would pass
        (256, 256, (256, 256), 64),
        (1248, 9376, (9376, 1248), 11427),  # the report's figure 1
        (1440, 800, (800, 1440), 1125),
    ],
)
def test_the_published_sizes_cost_the_published_tokens(width, height, resized, tokens):
    assert smart_resize(height, width) == resized
    assert image_tokens(width, height) == tokens


def test_the_smallest_image_of_the_figure_is_below_the_shipped_minimum():
    assert image_tokens(256, 32, min_pixels=4 * 32 * 32) == 8
    assert image_tokens(256, 32) == 69  # 23 x 3: grown until 65,536 px are reached


@pytest.mark.parametrize(("side", "resized"), [(720, 704), (752, 768), (721, 736), (719, 704)])
def test_halves_are_rounded_to_even(side, resized):
    assert smart_resize(side, 640)[0] == resized


@given(st.integers(1, 20000), st.integers(1, 20000))
def test_any_image_becomes_multiples_of_32_within_the_limits(width, height):
    if max(width, height) > 200 * min(width, height):
        with pytest.raises(ValueError, match="aspect"):
            smart_resize(height, width)
        return
    new_height, new_width = smart_resize(height, width)
    assert new_height % 32 == new_width % 32 == 0
    assert 65_536 <= new_height * new_width <= 16_777_216
    if max(new_width, new_height) <= 200 * min(new_width, new_height):
        assert smart_resize(new_height, new_width) == (new_height, new_width)


@pytest.mark.parametrize(("width", "height", "fits"), [(200, 1, True), (201, 1, False), (0, 5, False)])
def test_both_sides_of_the_aspect_limit(width, height, fits):
    if fits:
        assert image_tokens(width, height) >= 64
    else:
        with pytest.raises(ValueError, match="aspect"):
            image_tokens(width, height)


@pytest.mark.parametrize(
    ("seconds", "n_frames", "per_pair", "tokens"),
    [(10, 20, 880, 8_800), (60, 120, 190, 11_400), (600, 768, 28, 10_752)],
)
def test_a_720p_clip_costs_what_the_page_says(seconds, n_frames, per_pair, tokens):
    plan = plan_video(seconds * 30, 30, 1280, 720)
    assert (len(plan.frame_indices), plan.tokens_per_pair, plan.n_tokens) == (n_frames, per_pair, tokens)


def test_timestamps_are_the_means_of_pairs():
    times = plan_video(1800, 30, 1280, 720).times_s
    assert [f"{time:.1f}" for time in (*times[:3], times[-1])] == ["0.2", "1.2", "2.3", "59.7"]


@pytest.mark.parametrize(
    ("n_frames", "fps", "taken"), [(2, 30, 2), (3, 30, 3), (30, 30, 4), (300, 30, 20), (100_000, 25, 768)]
)
def test_frames_by_rate_minimum_and_maximum(n_frames, fps, taken):
    plan = plan_video(n_frames, fps, 640, 480)
    assert len(plan.frame_indices) == taken
    assert plan.frame_indices[0] == 0
    assert plan.frame_indices[-1] == n_frames - 1
    assert len(plan.times_s) == (taken + 1) // 2


def test_an_odd_last_frame_counts_twice():
    assert plan_video(3, 1, 640, 480).times_s == (0.5, 2.0)


@given(st.integers(2, 50_000), st.floats(1, 120), st.integers(32, 4000), st.integers(32, 4000))
def test_a_video_stays_within_its_tokens(n_frames, fps, width, height):
    plan = plan_video(n_frames, fps, width, height)
    assert plan.height_px % 32 == plan.width_px % 32 == 0
    # Rounding up an odd number of frames may cost one pair more than the limit,
    # and a side is never shrunk below 32 px, as in Hugging Face's code.
    assert plan.n_tokens <= 12_288 + plan.tokens_per_pair or 32 in (plan.height_px, plan.width_px)
    assert list(plan.frame_indices) == sorted(set(plan.frame_indices))


@pytest.mark.parametrize(("n_frames", "fps", "side"), [(1, 30, 64), (10, 0, 64), (10, 30, 31)])
def test_what_is_not_a_video_is_refused(n_frames, fps, side):
    with pytest.raises(ValueError, match="at least 2 frames"):
        plan_video(n_frames, fps, side, 64)


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
    with pytest.raises(FileNotFoundError):
        load_tokenizer(tmp_path / "tokenizer.json")


def conversation(answer: str = "a b c", *, train: bool = True) -> list[Message]:
    return [
        Message(role="user", content=[Part(type="image", media=0), Part(type="text", text="qwenvl html")]),
        Message(role="assistant", content=[Part(type="text", text=answer)], train=train),
    ]


class Characters:
    """Every special token is one token, every other character one: counts can be made by hand."""

    id = "characters"

    def count(self, text: str) -> int:
        for token in SPECIAL_TOKENS:
            text = text.replace(token, "#")
        return len(text)


def test_a_conversation_is_counted_with_its_template():
    counts = count_sample_tokens(conversation(), [(64, 64)], Characters())
    user = 1 + len("user\n") + 2 + len("qwenvl html") + 2  # start, role, vision marks, text, end and newline
    assistant = 1 + len("assistant\n") + 5 + 2
    assert counts == (user + assistant, 64, 5 + 2)
    assert counts.n_total == counts.n_text + 64


def test_only_trained_turns_are_in_the_loss():
    assert count_sample_tokens(conversation(train=False), [(64, 64)], Characters()).n_loss == 0


def test_calls_and_tools_are_counted():
    messages = conversation()
    plain = count_sample_tokens(messages, [(64, 64)], Characters())
    messages[1].tool_calls = [ToolCall(id="1", name="f", arguments="{}")]
    call = '\n<tool_call>\n{"name": "f", "arguments": {}}\n</tool_call>'
    with_call = count_sample_tokens(messages, [(64, 64)], Characters())
    assert with_call.n_loss - plain.n_loss == with_call.n_text - plain.n_text == Characters().count(call)
    assert (
        count_sample_tokens(messages, [(64, 64)], Characters(), tools='[{"a": 1}]').n_text > with_call.n_text
    )


def test_the_limits_of_the_processor_are_taken():
    counts = count_sample_tokens(conversation(), [(640, 480)], Characters(), max_pixels=100 * 32 * 32)
    assert counts.n_vision == 88  # 8 x 11


def test_a_video_costs_its_pads_and_a_timestamp_per_pair():
    plan = plan_video(4, 2, 64, 64)
    messages = [Message(role="user", content=[Part(type="video", media=0)])]
    counts = count_sample_tokens(messages, [], Characters(), videos=[plan])
    marks = sum(len(f"<{time:.1f} seconds>") + 2 for time in plan.times_s)
    assert counts == (1 + len("user\n") + marks + 2, plan.n_tokens, 0)
    assert plan.n_tokens == 2 * 4


def test_a_pretraining_row_has_no_template_and_trains_all_text():
    parts = [Part(type="text", text="ab"), Part(type="image", media=0), Part(type="text", text="c")]
    messages = [Message(role="assistant", content=parts, train=True)]
    assert count_sample_tokens(messages, [(64, 64)], Characters(), mode="pretrain") == (2 + 2 + 1 + 1, 64, 4)


@pytest.mark.parametrize("sizes", [[], [(64, 64), (64, 64)]])
def test_sizes_and_image_parts_must_agree(sizes):
    with pytest.raises(ValueError, match="image parts show numbers"):
        count_sample_tokens(conversation(), sizes, Characters())


def test_image_parts_show_the_images_in_order():
    messages = conversation()
    messages[0].content[0].media = 1
    with pytest.raises(ValueError, match="image parts show numbers"):
        count_sample_tokens(messages, [(64, 64)], Characters())


def test_reasoning_and_unknown_modes_are_refused():
    messages = conversation()
    with pytest.raises(ValueError, match="mode is instruct or pretrain"):
        count_sample_tokens(messages, [(64, 64)], Characters(), mode="thinking")
    messages[1].reasoning_content = "hm"
    with pytest.raises(ValueError, match="Thinking template"):
        count_sample_tokens(messages, [(64, 64)], Characters())


def test_the_estimate_of_a_long_text_is_the_sum_of_its_lines():
    rng = random.Random(0)
    lines = ["".join(rng.choices("abc 123字宇.\u0416", k=40)).strip() + "\n" for _ in range(50)]
    whole, parts = ESTIMATE.count("".join(lines)), sum(map(ESTIMATE.count, lines))
    assert abs(whole - parts) <= len(lines) / 2  # each line rounds its letters of other scripts once
