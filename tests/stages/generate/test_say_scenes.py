from collections import Counter

from tests.stages.generate.saying import N, said
from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.scenes.claims import YES, claims_from_json
from vlcorpus.stages.generate.say_scenes import SayScenes


def test_what_is_said_is_claimed():
    """Every claim of a caption, and every answer, is one of the scene's own."""
    for kind in ("caption", "question", "count"):
        for row, text in said(kind):
            known = {(c.expression, c.value) for c in claims_from_json(row.claims)}
            for claim in claims_from_json(text.claims):
                if claim.operation == "is":
                    _, expression, value = claim.expression
                    assert ((expression, value) in known) == (claim.value == YES)
                else:
                    assert (claim.expression, claim.value) in known


def test_languages_come_by_their_shares():
    assert {text.lang for _, text in said("caption", languages={"zh": 1.0})} == {"zh"}
    both = Counter(text.lang for _, text in said("caption", languages={"en": 3.0, "zh": 1.0}))
    assert both["en"] > 2 * both["zh"] > 0


def test_no_more_is_said_than_wanted():
    one = SayScenes(max_questions=1, max_points=1, max_boxes=1, max_counts=1)
    for row in one(scenes(N)):
        assert max(Counter(text.kind for text in row.said).values()) == 1
