"""What the processor makes of images and videos: the published sizes, and the limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.qwenvl.resize import image_tokens, plan_video, smart_resize


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
