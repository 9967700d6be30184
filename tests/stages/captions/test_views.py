from dataclasses import replace

import pytest

from tests.stages.captions.rows import captioned
from vlcorpus.schemas.captions.caption import Tier
from vlcorpus.schemas.clusters import VisualPlace
from vlcorpus.stages.captions.recaption import RECAPTIONER, Recaption
from vlcorpus.stages.captions.views import views_of
from vlcorpus.stages.inference.model import Model


def placed(views: int, tier: Tier = Tier.MEDIUM):
    row = captioned("A red boat.", hint="A red boat on a lake", tier=tier)
    place = VisualPlace(
        id=row.id, cluster=3, similarity=0.9, density=0.1, weight=2.0, sparse=True, views=views
    )
    return replace(row, place=place, text_vector=b"12", attribute_signature=5)


@pytest.mark.parametrize(
    ("tier", "views", "wanted"),
    [
        (Tier.MEDIUM, 0, []),
        (Tier.MEDIUM, 1, [Tier.SHORT]),
        (Tier.MEDIUM, 2, [Tier.SHORT, Tier.DENSE]),
        (Tier.SHORT, 2, [Tier.MEDIUM, Tier.DENSE]),
    ],
)
def test_as_many_captions_are_wanted_as_the_place_says_of_other_tiers(tier, views, wanted):
    row = placed(views, tier)
    more = list(views_of(row))
    assert [view.wanted for view in more] == wanted
    assert all(view.caption is None and not view.generated and view.text_vector is None for view in more)
    assert len({out.id for out in (row, *more)}) == 1 + len(wanted)


def test_a_row_without_a_place_has_no_more_views():
    row = captioned("A red boat.")
    assert list(views_of(row)) == []


def test_a_view_is_captioned_in_its_tier():
    made = Recaption(Model(role=RECAPTIONER))(views_of(placed(2)))
    assert [view.caption.tier for view in made] == [Tier.SHORT, Tier.DENSE]
