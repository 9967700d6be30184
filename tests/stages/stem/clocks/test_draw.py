from vlcorpus.stages.stem.clocks.clock import HOUR, RADIUS, Clock
from vlcorpus.stages.stem.clocks.draw import HAND_SHAPES, SEGMENTS, things

ANALOG = Clock(
    "A", (0, 0), 12, 3 * HOUR, hands=(("hour", 500), ("minute", 650)), numerals="roman", written=(3, 12)
)
DIGITAL = Clock("B", (5000, 0), 24, 9 * HOUR, is_digital=True)


def test_things_have_names_that_claims_use():
    names = [thing.name for thing in things([ANALOG, DIGITAL], ["taper", "taper"])]
    assert names == [
        "dial of A", "ticks of A", "numeral 3 of A", "numeral 12 of A", "hour hand of A", "minute hand of A",
        "pivot of A", "display of B", "digits of B",
    ]  # fmt: skip


def test_a_name_stands_below_its_clock():
    dial = things([ANALOG], ["leaf"])[0]
    assert dial.tags[0].text == "A"
    assert dial.tags[0].at[1] < -RADIUS


def test_hands_of_every_shape_end_at_their_tips():
    for look in HAND_SHAPES:
        hand = next(thing for thing in things([ANALOG], [look]) if thing.name == "hour hand of A")
        reach = max(x for shape in hand.shapes for x, _ in shape.path.points())
        assert abs(reach - 500) < 1e-6, look


def test_a_display_lights_the_segments_of_its_digits():
    digits = things([DIGITAL], [""])[1]
    lit = sum(len(SEGMENTS[int(digit)]) for digit in "900")
    assert len(digits.shapes) == lit + 2  # and a colon of two dots


def test_no_two_digits_light_the_same_segments():
    assert len({frozenset(lit) for lit in SEGMENTS}) == 10
