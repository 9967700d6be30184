from tests.stages.stem.food_webs.webs import meadow, pyramid
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.stem.food_webs.places import places


def test_names_arrows_and_what_claims_describe():
    found = places(meadow(), [Claim(("only_prey", "owl"), "vole"), Claim(("prey", "owl"), "1")])
    assert found["species", "fox"].exact == ("400", "400")
    assert found["link", "grass", "rabbit"].exact == ("200", "100")
    assert found["only_prey", "owl"].at == (0, 200)
    assert ("prey", "owl") not in found


def test_steps():
    found = places(pyramid(), [Claim(("top",), "owl")])
    assert found["step", "vole"].at == (0, 110)
    assert found["top",].at == (0, 220)
