"""What a caption counts, colours and places, as a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.dedup.attribute_signature import attribute_signature, attributes


def test_a_key_is_the_same_on_every_machine():
    assert attribute_signature("Two red cars") == 0x1A92117080DC14EE


def test_a_key_of_nothing_is_zero():
    assert (
        attribute_signature("")
        == attribute_signature("A dog sleeps")
        == attribute_signature("一只狗在睡觉")
        == 0
    )


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("1,000 seats, 3.50 euros, 2.5 million votes", {"number 1000", "number 3.5", "number 2500000"}),
        ("thirty-one twenty five", {"number 31", "number 25"}),
        ("half a dozen eggs, two dozen rolls", {"number 6", "number 24"}),
        ("a hundred, two hundred thousand", {"number 100", "number 200000"}),
        ("two, three or four", {"number 2", "number 3", "number 4"}),
        ("hundreds of tents, often a tensor weighs more", set()),
        ("A gray and violet coloured, reddish blackboard", {"colour grey", "colour purple"}),
        ("RIGHT of the left door", {"side left", "side right"}),
        ("三百二十人，二〇一八年，一百零五", {"number 320", "number 2018", "number 105"}),
        ("三万五千张，12万人，两亿", {"number 35000", "number 120000", "number 200000000"}),
        ("两三只猫", {"number 2", "number 3"}),
        ("十分钟，九千克，十分漂亮", {"number 10", "number 9"}),
        ("百合，千斤顶，十字路口，数百人，七月，星期三，第二排，三楼，两旁", set()),
        ("粉红花，橘色和咖啡色", {"colour pink", "colour orange", "colour brown"}),
        ("白天，黑板，黄昏，橙汁，红绿灯，面粉，苍白", set()),
        ("３匹馬", {"number 3"}),
    ],
)
def test_what_is_stated(text, stated):
    assert attributes(text) == stated


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a dog", "one dog"),
        ("Twelve grey birds", "a dozen gray birds"),
        ("twenty chairs", "20 chairs"),
        ("1,204 answers", "1204 answers"),
        ("a dark blue coat", "a blue coat"),
        ("Two brown dogs chase a ball", "两只棕色的狗在追球"),
        ("A red lighthouse on the left", "左边有一座红色灯塔"),
        ("A bar chart of 2019 with twenty-five bars", "2019年的柱状图有二十五根柱子"),
        ("Two hundred people in white", "两百名白衣人"),
        ("A black and white photo of a man", "一张男人的黑白照片"),
        ("A meeting on 14 at 9:30", "14日9点30分的会议"),
    ],
)
def test_the_same_attributes_have_one_signature(a, b):
    assert attribute_signature(a) == attribute_signature(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("three red cars", "two red cars"),
        ("three red cars", "three blue cars"),
        ("a car", "two cars"),
        ("a car", "a red car"),
        ("3.5 litres", "35 litres"),
        ("a cup to its left", "a cup to its right"),
        ("三辆红色的车", "两辆红色的车"),
        ("三辆红色的车", "三辆蓝色的车"),
        ("车在左边", "车在右边"),
        ("一只狗", "十一只狗"),
    ],
)
def test_other_attributes_have_another_signature(a, b):
    assert attribute_signature(a) != attribute_signature(b)


@given(st.permutations(["Three", "red", "boats", "left", "of", "a", "pier", "20", "三只", "白猫"]))
def test_the_order_of_words_says_nothing(words):
    assert attributes(" ".join(words)) == {"number 3", "colour red", "side left", "number 20", "colour white"}


@given(st.text(st.sampled_from("一二两十百千万亿零第月色红白0123456789,.- half dozen hundred")) | st.text())
def test_every_text_has_a_key_of_64_bits(text):
    assert 0 <= attribute_signature(text) < 2**64


def test_numbers_of_any_length_are_read():
    assert attributes("9" * 5000) == attributes("九" * 5000) == {"number inf"}
