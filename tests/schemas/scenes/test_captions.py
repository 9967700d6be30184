from random import Random

import pytest

from vlcorpus.schemas.scenes.captions import CONNECTIVES, as_list, as_paragraph, split_caption

SENTENCES = {
    "en": [
        "The largest angle is at A.",
        "AB is 3.5 units long.",
        "There are 3 circles.",
        "There are no squares.",
        "London lies north of Paris.",
        "f is steeper than g.",
        "Segment AB has M as its midpoint.",
        "∠ABC is acute.",
        "∠BCD is acute.",
    ],
    "zh": ["图中有3个圆。", "∠ABC是锐角。", "∠BCD是锐角，∠CDA也是。", "AB长3.5。", "AB与CD平行。"],
}


@pytest.mark.parametrize("lang", SENTENCES)
def test_sentences_come_back_from_a_caption(lang):
    sentences = SENTENCES[lang]
    assert split_caption(as_list(sentences), lang) == sentences
    texts = set()
    for seed in range(60):
        shuffled = Random(seed).sample(sentences, len(sentences))
        kinds = [sentence[:2] for sentence in shuffled]
        text = as_paragraph(shuffled, kinds, lang, Random(seed))
        assert split_caption(text, lang) == shuffled
        texts.add(text)
    assert any("; " in text or "；" in text for text in texts)
    assert all(any(connective in text for text in texts) for connective in CONNECTIVES[lang])


def test_a_name_keeps_its_capital_and_its_place():
    """Behind a comma nobody can tell whether `Paris` was a name: such a sentence is not linked."""
    for seed in range(200):
        text = as_paragraph(["AB is long.", "Paris is far."], ["k", "k"], "en", Random(seed))
        assert text == "AB is long. Paris is far."
        text = as_paragraph(["AB is long.", "The city is far."], ["k", "k"], "en", Random(seed))
        assert ("the" in text) == ("The" not in text)


@pytest.mark.parametrize(
    ("caption", "lang"), [("AB is long", "en"), ("A is on B. Then", "en"), ("图中有圆", "zh")]
)
def test_a_rest_without_an_end_is_told(caption, lang):
    with pytest.raises(ValueError, match="has no end"):
        split_caption(caption, lang)
