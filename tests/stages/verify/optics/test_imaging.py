import pytest

from vlcorpus.stages.verify.optics.imaging import OPERATIONS, PLACES, read_imaging
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def scene(element, focal, at, height="4", points=(), rays=("parallel", "center")):
    told = {
        "element": element,
        "object": {"at": at, "height": height},
        "rays": list(rays),
        "points": dict(points),
    }
    return read_imaging(told if focal is None else told | {"focal": focal})


# Element, focal length, object: place of the image, its height, real, and its size.
CASES = [
    (("converging lens", "6", "-9"), (18, -8), "real", "larger"),
    (("converging lens", "6", "-12"), (12, -4), "real", "same"),
    (("converging lens", "6", "-3"), (-6, 8), "virtual", "larger"),
    (("diverging lens", "6", "-6"), (-3, 2), "virtual", "smaller"),
    (("concave mirror", "6", "-9"), (-18, -8), "real", "larger"),
    (("concave mirror", "6", "-3"), (6, 8), "virtual", "larger"),
    (("convex mirror", "6", "-6"), (3, 2), "virtual", "smaller"),
    (("plane mirror", None, "-5"), (5, 4), "virtual", "same"),
]


@pytest.mark.parametrize(("how", "tip", "kind", "size"), CASES)
def test_images(how, tip, kind, size):
    made = scene(*how)
    assert PLACES["image_tip"](made) == tip
    assert OPERATIONS["image"](made) == kind
    assert OPERATIONS["size"](made) == size
    assert OPERATIONS["orientation"](made) == ("upright" if tip[1] > 0 else "inverted")
    assert OPERATIONS["image_side"](made) == ("left" if tip[0] < 0 else "right")
    assert OPERATIONS["image_height"](made) == str(abs(tip[1]))
    assert OPERATIONS["image_distance"](made) == str(abs(tip[0]))


@pytest.mark.parametrize(
    ("at", "zone"), [("-13", "beyond 2F"), ("-12", "at 2F"), ("-9", "between F and 2F"), ("-3", "inside F")]
)
def test_zones(at, zone):
    assert OPERATIONS["zone"](scene("concave mirror", "6", at)) == zone


def test_named_points():
    lens = scene("converging lens", "6", "-9", points={"P": "6", "Q": "-12", "R": "18", "S": "-3"})
    assert OPERATIONS["at"](lens, "focus") == "P"
    assert OPERATIONS["at"](lens, "2F") == "Q"
    assert OPERATIONS["at"](lens, "image") == "R"
    assert OPERATIONS["nearer_to_element"](lens, "P", "Q") == "P"
    assert OPERATIONS["object_side"](lens, "P") == "no"
    assert OPERATIONS["moved"](lens, "Q") == "smaller"
    assert OPERATIONS["image_moved"](lens, "S") == "virtual"
    assert OPERATIONS["count"](lens, "points") == "4"


def test_a_mirror_has_its_focus_on_one_side():
    mirror = scene("concave mirror", "6", "-9", points={"P": "6", "Q": "-6"})
    assert OPERATIONS["at"](mirror, "focus") == "Q"
    assert PLACES["focus"](mirror, "mirror") == (-6, 0)
    assert PLACES["focus"](scene("convex mirror", "6", "-9"), "mirror") == (6, 0)
    with pytest.raises(Unknown):
        PLACES["focus"](mirror, "left")


def test_other_places():
    lens = scene("diverging lens", "6", "-9", points={"P": "2"})
    assert PLACES["focus"](lens, "left") == (-6, 0)
    assert PLACES["axis_point"](lens, "P") == (2, 0)
    assert PLACES["object_tip"](lens) == (-9, 4)
    assert PLACES["element_middle"](lens) == (0, 0)


def test_an_object_in_the_focus_has_no_image():
    made = scene("converging lens", "6", "-6", points={"P": "-6", "Q": "3"})
    for operation in ("image", "magnification", "zone"):
        with pytest.raises(Unknown):
            OPERATIONS[operation](made)
    with pytest.raises(Unknown):
        OPERATIONS["moved"](scene("converging lens", "6", "-9", points={"P": "3"}), "P")


@pytest.mark.parametrize(
    "how",
    [
        ("prism", "6", "-9"),
        ("plane mirror", "6", "-9"),
        ("concave mirror", None, "-9"),
        ("concave mirror", "-6", "-9"),
        ("concave mirror", "6", "9"),
    ],
)
def test_what_cannot_be_contradicts(how):
    with pytest.raises(Contradiction):
        scene(*how)
