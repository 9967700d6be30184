from collections import Counter

from tests.stages.generate.saying import legs, said, voice
from vlcorpus.schemas.scenes.captions import split_caption
from vlcorpus.schemas.scenes.claims import NO, Claim, claims_from_json
from vlcorpus.stages.generate.describe import describe


def test_a_caption_has_a_sentence_for_each_claim():
    for _, text in said("caption"):
        claims = claims_from_json(text.claims)
        assert all(claim.value not in (NO, "0") for claim in claims)
        sentences = split_caption(text.text, text.lang)
        assert len(sentences) == len(set(sentences)) == len(claims)
        for sentence, claim in zip(sentences, claims, strict=True):
            if claim.operation in ("parallel", "perpendicular", "equal", "meet"):
                assert claim.expression[1] in sentence
                assert claim.expression[2] in sentence


def test_captions_are_short_dense_or_lists():
    captions = [text for _, text in said("caption")]
    lengths = {
        style: [len(claims_from_json(text.claims)) for text in captions if text.style == style]
        for style in ("short", "dense", "list")
    }
    assert min(map(len, lengths.values())) > 10
    assert max(lengths["short"]) == 4
    assert max(lengths["dense"]) <= 12
    assert all(text.text.startswith("- ") == (text.style == "list") for text in captions)


def test_no_pattern_is_used_twice(tmp_path):
    claims = [Claim(("legs", name), "4") for name in ("Ant", "Bee", "Cat", "Dog", "Emu")]
    for seed in range(20):
        caption = describe(voice(tmp_path, seed), claims, 12)
        sentences = split_caption(caption.text, "en")
        assert len(sentences) == len(claims_from_json(caption.claims)) == 2
        assert Counter(sentence.startswith("It") for sentence in sentences) == {True: 1, False: 1}


def test_of_what_has_no_sentence_nothing_is_said(tmp_path):
    assert describe(voice(tmp_path), [Claim(("side", "AB"), "3"), legs(value="0")], 12) is None
