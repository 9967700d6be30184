from random import Random

import pytest

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.phrasebook import capital, read_phrasebook

BOOK = """
names:
  en: [["circle ([A-Z])", "circle \\\\1"]]
  zh: [["circle ([A-Z])", "圆\\\\1"], ["step (.+)", "“\\\\1”一级"]]
inscriptions:
  zh: {grass: 草, Mon: 周一, Tue: 周二}
glossed: true
kind:
  values: {zh: {square: 正方形}}
  states: {en: ["{0} is {a} {value}."], zh: ["{0}是{value}。"]}
"on":
  states: {en: ["{0} lies on {1}."], zh: ["{0}在{1}上。"]}
  asks: {en: ["does {0} lie on {1}?"]}
  asks_whether: {en: ["Is it {value} that {0} lies on {1}?"]}
count/circles:
  states: {en: ["There {value:is|are} {value} {value:circle|circles}."]}
  labels: {en: ["circle"]}
length:
  states: {en: ["{0} is {value} long.", "{a} {0} is long."]}
centroid:
  refers: {en: ["the centroid of {0}"]}
value:
  states: {en: ["{0} is worth {value}."]}
value/2:
  states: {en: ["In {0}, {1} is worth {value}."]}
"""


@pytest.fixture
def book(tmp_path):
    (tmp_path / "book.yaml").write_text(BOOK, encoding="utf-8")
    return read_phrasebook(tmp_path / "book.yaml")


@pytest.mark.parametrize(
    ("name", "lang", "in_english", "in_chinese"),
    [
        ("grass", "zh", "草（grass）", "草"),
        ("grass", "en", "grass", "grass"),
        ("step grass", "zh", "“grass”一级", "“草”一级"),
        ("Mon, Tue", "zh", "Mon, Tue", "周一, 周二"),
        ("circle A", "zh", "圆A", "圆A"),
    ],
)
def test_a_name_is_said_so_that_it_is_found_in_the_picture(
    tmp_path, book, name, lang, in_english, in_chinese
):
    assert book.name(name, lang) == in_english
    assert read_phrasebook(tmp_path / "book.yaml", "zh").name(name, lang) == in_chinese


def test_texts_of_pictures_are_translated_word_by_word(tmp_path, book):
    assert book.inscription("grass: 12") == "grass: 12"
    assert read_phrasebook(tmp_path / "book.yaml", "zh").inscription("grass: 12") == "草: 12"


@pytest.mark.parametrize(
    ("claim", "lang", "text"),
    [
        (Claim(("kind", "ABCD"), "square"), "en", "ABCD is a square."),
        (Claim(("kind", "ABC"), "isosceles triangle"), "en", "ABC is an isosceles triangle."),
        (Claim(("kind", "ABCD"), "square"), "zh", "ABCD是正方形。"),
        (Claim(("kind", "f"), "square"), "zh", "f是正方形。"),
        (Claim(("on", "P", "circle O"), "yes"), "zh", "P在圆O上。"),
        (Claim(("count", "circles"), "1"), "en", "There is 1 circle."),
        (Claim(("count", "circles"), "3"), "en", "There are 3 circles."),
        (Claim(("count", "points"), "3"), "en", None),
        (Claim(("value", "May"), "3"), "en", "May is worth 3."),
        (Claim(("value", "North", "May"), "3"), "en", "In North, May is worth 3."),
        (Claim(("unknown",), "3"), "en", None),
    ],
)
def test_a_claim_is_stated(book, claim, lang, text):
    assert book.state(claim, lang, Random(0)) == text


def test_a_claim_is_asked_about(book):
    claim = Claim(("on", "P", "AB"), "yes")
    assert book.ask(claim, "en", Random(0)) == "Does P lie on AB?"
    assert book.ask(claim, "zh", Random(0)) is None
    assert book.ask_whether(claim, "en", Random(0)) == "Is it yes that P lies on AB?"
    assert book.word(claim.expression, "no", "zh") == "否"
    assert book.refer(("centroid", "ABC"), "en", Random(0)) == "the centroid of ABC"


def test_what_is_counted_has_a_label(book):
    assert book.label(("count", "circles"), "en", Random(0)) == "circle"
    assert book.label(("count", "points"), "en", Random(0)) is None
    assert book.key(("count", "circles")) == "count/circles"
    assert book.key(("count", "points")) == "count"
    assert book.key("kind") == "kind"


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("f", "1", "f is 1 long."),
        ("circle O", "1", "Circle O is 1 long."),
        ("AB", "(1+2*sqrt(3))/5", "AB is (1+2√3)/5 long."),
        ("∠ABC", "-sqrt(3)", "∠ABC is -√3 long."),
    ],
)
def test_a_sentence_begins_with_a_capital_and_has_numbers_as_people_write_them(book, name, value, text):
    claim = Claim(("length", name), value)
    assert book.sentence(book.templates("states", claim.expression, "en")[0], claim, "en") == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("oxygen", "Oxygen"), ("f(2)", "f(2)"), ("sp³", "sp³"), ("sp", "sp"), ("spring", "Spring")],
)
def test_names_of_functions_and_orbitals_keep_small_letters(text, wanted):
    assert capital(text) == wanted


@pytest.mark.parametrize(
    ("word", "article"),
    [
        *[(word, "An") for word in ("hour", "8", "80", "18", "unusual", "F", "LED")],
        *[(word, "A") for word in ("180", "one", "unit", "square", "f", "U", "U-turn")],
    ],
)
def test_an_article_is_of_the_word_that_follows(book, word, article):
    claim = Claim(("length", word), "1")
    assert book.sentence("{a} {0} is long.", claim, "en") == f"{article} {word} is long."


@pytest.mark.parametrize("name", DISCIPLINES)
def test_both_languages_say_the_same_operations(name):
    book = read_phrasebook(find_discipline(name).phrases)
    for operation, entry in book.operations.items():
        for how in ("states", "asks", "asks_whether", "refers"):
            if how in entry:
                assert entry[how].keys() == {"en", "zh"}, f"{operation}: {how}"
                assert all(entry[how].values()), f"{operation}: {how}"


@pytest.mark.parametrize("name", DISCIPLINES)
def test_english_says_nothing_in_chinese_and_the_other_way(name):
    book = read_phrasebook(find_discipline(name).phrases)
    for operation, entry in book.operations.items():
        for how in ("states", "asks", "asks_whether"):
            for lang, texts in entry.get(how, {}).items():
                for text in texts:
                    is_chinese = any("一" <= letter <= "鿿" for letter in text)
                    assert is_chinese == (lang == "zh"), f"{operation}: {text}"
                    assert text.rstrip()[-1] in ("。？" if lang == "zh" else ".?"), text
