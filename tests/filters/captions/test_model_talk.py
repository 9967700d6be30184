"""Refusals and words about the task are found in what a model says, and not in what it reads."""

import pytest

from tests.stages.captions.rows import captioned
from vlcorpus.filters.captions.model_talk import caption_refuses, caption_tells_prompt


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("I'm sorry, but I can't help with that.", True),
        ("I’m sorry, but I can’t assist with identifying people.", True),
        ("I cannot see the image.", True),
        ("I don't have the ability to view images directly.", True),
        ("Unfortunately the image is not available, so no description is possible.", True),
        ("As an AI, I do not look at pictures.", True),
        ("抱歉，我无法查看图片。", True),
        ("我无法打开这张图片，请重新上传。", True),
        ("A sign on a door says sorry, we are closed.", False),
        ("A robot shows an AI chip.", False),
        ('A card with a sad bear and the text "I\'m sorry" in red letters.', False),
        ('"I can\'t help it, I love cats" stands on a black T-shirt.', False),
        ("一张电影海报，上面写着“对不起，我爱你”，一对男女在雨中相拥。", False),
        ("The image is not in focus at the edges, and shows a bee on a flower.", False),
    ],
)
def test_refusals(text, rejected):
    assert (caption_refuses(captioned(text)) == "caption_refuses") is rejected


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("As the alt text says, a boat.", True),
        ("The provided caption calls it a boat.", True),
        ("Based on the accompanying web text, this seems to be a castle.", True),
        ("Sure, here is a description of the image: a dog on a beach at sunset.", True),
        ("根据原文，这是一艘船。", True),
        ("好的，以下是对图片的描述：一只猫。", True),
        ("Description of the image: snow covers the roofs of a village.", True),
        ("**Caption:** A historic brick house.", True),
        ("## Caption A historic brick house.", True),
        ("Alt text suggestion: a wooden shed", True),
        ("Here is an alt text: a wooden shed", True),
        ("Let's break down the image description: a desk with two screens.", True),
        ("To describe the image, we first observe two chairs and a table.", True),
        ("Based on the image provided, I can describe a desk with two screens.", True),
        ("This image doesn’t match the caption. A wooden shed.", True),
        ("Black-and-white photograph of a wooden shed. Let me know if you want it shorter.", True),
        ("<think>Let me look.</think>A grey cat.", True),
        ("A page of text about boats.", False),
        ("A shed with a product description on its door.", False),
        ("A woman lets her dog look for the ball.", False),
        ("A page of an old manuscript; the original text is written in brown ink.", False),
        ("A screenshot of a form with fields for title, caption and alt text.", False),
        ("图片展示一页古籍，原文用毛笔竖排书写，右侧有红色印章。", False),
    ],
)
def test_talk_of_the_task(text, rejected):
    assert (caption_tells_prompt(captioned(text)) == "caption_tells_prompt") is rejected


def test_what_somebody_wrote_is_no_refusal_and_knows_no_prompt():
    assert caption_refuses(captioned("Sorry! I can't see you", model=False)) is None
    assert caption_tells_prompt(captioned("Sure, here is the caption: a dog", model=False)) is None
