import random
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.row import Row, field_names, row_id, row_rng


@dataclass(slots=True, kw_only=True)
class Note(Row):
    text: str


NOTE = Note.origin("source", "folder/a.txt", "CC0-1.0", text="x")


def test_an_id_never_changes():
    assert row_id("source", "key") == "fc054a09ee3c1ae42309f2b1e3287011"


def test_draws_never_change():
    assert row_rng(7, "a").getrandbits(64) == 6397460263835110069


@given(st.text("ab\u4e2d#&/"), st.text("ab\u4e2d#&/"), st.text("ab\u4e2d#&/"), st.text("ab\u4e2d#&/"))
def test_two_origins_have_two_ids(source, key, other_source, other_key):
    same = (source, key) == (other_source, other_key)
    assert (row_id(source, key) == row_id(other_source, other_key)) == same


def test_the_generator_of_a_row_depends_on_seed_and_id_only():
    assert row_rng(7, NOTE.id).random() == row_rng(7, NOTE.id).random()
    assert row_rng(7, NOTE.id).random() != row_rng(8, NOTE.id).random()
    assert row_rng(7, NOTE.id).random() != row_rng(7, row_id("source", "b.txt")).random()
    assert isinstance(row_rng(7, NOTE.id), random.Random)


def test_a_row_has_the_id_of_its_origin():
    assert (NOTE.source, NOTE.source_key, NOTE.license) == ("source", "folder/a.txt", "CC0-1.0")
    assert NOTE.id == row_id("source", "folder/a.txt")


def test_a_derived_row_adds_its_steps_to_the_key_and_keeps_the_licence():
    page = Note.derived(NOTE, "page=3", text="y")
    answer = Note.derived(page, "format=html", text="z")
    assert answer.source_key == "folder/a.txt#page=3&format=html"
    assert answer.id == row_id("source", answer.source_key)
    assert (answer.source, answer.license) == ("source", "CC0-1.0")


def test_a_plain_row_has_no_image_and_its_fields_in_order():
    assert NOTE.preview_image() is None
    assert field_names(Note) == ("id", "source", "source_key", "license", "text")
