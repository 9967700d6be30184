"""What is said of some scenes, and scenes that say what a test wants."""

from random import Random

from tests.stages.generate.scenes import scenes
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.generate.voice import Voice

N = 150
BOOK = """
legs:
  asks: {en: ["How many legs has {0}?"], zh: ["{0}有几条腿？"]}
  states: {en: ["{0} has {value} legs.", "It is {value} legs that {0} has."], zh: ["{0}有{value}条腿。"]}
side:
  asks: {en: ["How long is {0}?"], zh: ["{0}多长？"]}
shape:
  asks_whether: {en: ["Is {0} {value}?"], zh: ["{0}是{value}吗？"]}
count/dots:
  asks: {en: ["How many dots are there?"], zh: ["有几个点？"]}
  states: {en: ["There are {value} dots."], zh: ["有{value}个点。"]}
  labels: {en: ["dot"], zh: ["点"]}
count/stars:
  labels: {en: ["star"], zh: ["星"]}
box/dot:
  refers: {en: ["the {1}"], zh: ["{1}"]}
"""


def said(kind, **parameters):
    return [
        (row, text) for row in SayScenes(**parameters)(scenes(N)) for text in row.said if text.kind == kind
    ]


def voice(tmp_path, seed=0, lang="en"):
    path = tmp_path / "book.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return Voice(read_phrasebook(path), lang, Random(seed))


def legs(value="5", prior="4", rivals=("3", "4", "6", "7")):
    return Claim(("legs", "the dog"), value, rivals=rivals, prior=prior)
