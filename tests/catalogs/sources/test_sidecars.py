"""What lies beside an image, and what its stamp says of it."""

import pytest

from vlcorpus.catalogs.sources.sidecars import kind_of, sidecars, stamped, stamps_of
from vlcorpus.catalogs.sources.tree import Entry


def told(image: str, *names: str) -> list[str]:
    """Return the sidecars of an image among files, as its stamp tells them."""
    found = stamps_of(Entry(f"in/{name}", 3, "s t") for name in names)
    return [name for name, _ in sidecars(image, "123" + stamped(image, found))]


@pytest.mark.parametrize(
    ("image", "names", "beside"),
    [
        ("a.jpg", ["a.txt", "a.jpg", "b.txt"], ["a.txt"]),
        ("a.jpg", ["a.json", "a.caption", "a.txt"], ["a.caption", "a.json", "a.txt"]),
        ("a.jpg", ["a.jpg.txt", "a.jpg.json"], ["a.jpg.json", "a.jpg.txt"]),
        ("A.JPG", ["A.TXT", "a.txt"], ["A.TXT"]),
        ("a.b.png", ["a.b.txt", "a.txt"], ["a.b.txt"]),
        ("a b=c.png", ["a b=c.txt"], ["a b=c.txt"]),
        ("a.png", ["a_stats.json", "a.txt.bak", ".txt"], []),
        ("\udcff.png", ["\udcff.txt"], ["\udcff.txt"]),
    ],
)
def test_a_sidecar_has_the_name_of_its_image_and_another_ending(image, names, beside):
    assert told(image, *names) == beside


def test_a_folder_is_no_sidecar():
    assert not stamps_of([Entry("in/a.txt", is_folder=True)])


def test_another_size_or_stamp_of_a_sidecar_is_another_stamp_of_the_image():
    entries = [Entry("a.txt", 3, "1"), Entry("a.txt", 4, "1"), Entry("a.txt", 3, "2")]
    assert len({stamped("a.jpg", stamps_of([entry])) for entry in entries}) == 3
    assert stamped("a.jpg", {}) == ""


@pytest.mark.parametrize(("name", "kind"), [("a.TXT", ".txt"), ("a.jpg.json", ".json")])
def test_the_kind_of_a_sidecar_is_its_ending(name, kind):
    assert kind_of(name) == kind
