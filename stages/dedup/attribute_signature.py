"""What a caption counts, colours, and puts left or right, as a key: captions of two keys are no duplicates.

By cosine "three red cars" is "two red cars". How many each rule parts from their caption, in
bench/near_duplicates.yaml, where hard negatives shall be parted and all else not (`python -m
bench.dedup_quality`):

                of 240 hard negatives   551 edits   120 translations   120 free paraphrases
    numbers              44                 0               2                   57
    colours              52                 0               7                   85
    left, right           3                 0               0                   19
    all                  98                 0               9                   98

So what says the same with fewer details is not found; no encoder that we measured finds it without taking
nearly all hard negatives too. Rules left out, for they part no negative more: ordinals, "pair", gold, silver
and fine names of colours (scarlet), shades ("dark blue", which parts 5 edits), negation, how often a thing
is said. 0 and 1 are left out: "a dog" and "one dog" are 一只狗, and "one" is often a pronoun. Two things that
swap their colours state the same. Rules and Chinese exceptions were chosen on these captions, none held out.
"""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: dict[str, float] = {word: value for value, word in enumerate(_UNITS + _TEENS, 1)}
_VALUES |= dict(zip(_TENS, range(20, 100, 10), strict=True)) | {"half": 0.5, "a": 0}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6}
_HAN_VALUES = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_HAN_TIMES = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "亿": 10**8}
# The basic terms of stages/captions/colors.py, and what else they are called; the longer ones first.
_BASIC = ("black", "white", "grey", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown")
_COLORS = {"gray": "grey", "violet": "purple", "粉红": "pink", "橘红": "orange", "橘黄": "orange"}
_COLORS |= {"橘色": "orange", "褐": "brown", "咖啡色": "brown"}
_COLORS |= dict(zip(_BASIC, _BASIC, strict=True)) | dict(zip("黑白灰红橙黄绿蓝紫粉棕", _BASIC, strict=True))
_SIDES = {"left": "left", "right": "right", "左": "left", "右": "right"}
# ours: ordinals, days, months and floors, "dozens", and frequent words that only hold a numeral or a colour.
_HAN_NONE = (
    "第[0-9一二三四五六七八九十百]+|(?:周|星期|礼拜)[一二三四五六]|[0-9一二三四五六七八九十]+[月楼几]"
    "|[数几][十百千万]+|两[旁侧边岸端]|(?<![点时])十分(?!钟)|十[字足]|三角|三脚架|三明治|三文鱼|三轮车"
    "|四[周处方]|二[维手]|五颜六色|[五七]彩|[两三四五六七八]色|白[天板菜桦杨]|[空明苍]白|蛋白|黑[板暗夜影]"
    "|黄[昏油瓜铜金河]|姜黄|橙[子汁]|红茶|红绿灯|红薯|品红|绿[松洲化]|蓝[牙莓图]|紫[菜外]|粉[笔末丝]|[面花]粉"
    "|灰[尘烬]|石灰"
)


def _pattern() -> tuple[re.Pattern, re.Pattern]:
    """Return what states an attribute in ASCII, and in any text."""

    def either(words: Iterable[str]) -> str:
        return f"(?:{'|'.join(words)})"

    latin = [word for word in (*_COLORS, *_SIDES) if word.isascii()]
    han = [word for word in (*_COLORS, *_SIDES) if not word.isascii()]
    count = f"{either(_TENS)}(?:[ -]{either(_UNITS)})?|{either(_UNITS + _TEENS)}"
    times = f"{either(_TIMES)}(?:[ -]{either(_TIMES)})*"
    units = "(?:[万亿]|百(?![帕分])|千(?![克米瓦]))"  # 百帕 hPa, 千克 kg
    digits = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
    english = (
        f"(?<![a-z])(?:(?P<words>(?:(?:{count}|half(?: a)?)[ -])?{times}|{count})|{either(latin)})(?![a-z])"
        f"|(?P<digits>{digits}(?: {times}(?![a-z])|{units}*))"
    )
    numeral = f"[一二两三四五六七八九十](?:[零〇一二两三四五六七八九十]|{units})*"
    chinese = f"(?P<none>{_HAN_NONE})|(?P<han>{numeral})|{either(han)}"
    begins = "".join(sorted({char for char in chinese if not char.isascii()}))  # and more: for speed alone
    return re.compile(english), re.compile(f"(?=[a-z0-9{begins}])(?:{chinese}|{english})")


_ASCII, _ANY = _pattern()
_PART = re.compile("[a-z]+|[0-9.,]+|[百千万亿]")
_STATED = {word: f"colour {name}" for word, name in _COLORS.items()}
_STATED |= {word: f"side {name}" for word, name in _SIDES.items()}


def attribute_signature(text: str) -> int:
    """Return `attributes` as 64 bits, 0 to 2^64 - 1, equal on every machine; 0 where none is stated."""
    stated = attributes(text)
    if not stated:
        return 0
    return int.from_bytes(blake2b(";".join(sorted(stated)).encode(), digest_size=8).digest(), "big")


def attributes(text: str) -> set[str]:
    """Return what is stated, in no language: `number 3`, `colour red`, `side left`."""
    if text.isascii():
        found = _ASCII.finditer(text.lower())
    else:
        found = _ANY.finditer(unicodedata.normalize("NFKC", text).casefold())
    stated = set()
    for match in found:
        kind, words = match.lastgroup, match[0]
        if kind is None:
            stated.add(_STATED[words])
        elif kind != "none":
            values = _han_numbers(words) if kind == "han" else (_number(words),)
            stated.update(f"number {value:.15g}" for value in values if value not in (0, 1))
    return stated


def _number(words: str) -> float:
    """Read "350", "1,204", "2.5 million", "12万", "thirty-one", "half a dozen"."""
    value = 0.0
    for word in _PART.findall(words):
        if times := _TIMES.get(word) or _HAN_TIMES.get(word):
            value = (value or 1) * times
        else:
            value += _VALUES[word] if word in _VALUES else float(word.replace(",", ""))
    return value


def _han_numbers(numeral: str) -> list[float]:
    """Read 三百二十; 二〇一八, by its digits; 两三, as the two that it leaves open."""
    if not any(char in _HAN_TIMES for char in numeral):
        digits: list[float] = [_HAN_VALUES[char] for char in numeral]
        return digits if len(digits) == 2 else [float("".join(map(str, digits)))]
    value = section = digit = 0.0
    for char in numeral:
        if char in _HAN_VALUES:
            digit = _HAN_VALUES[char]
        elif (times := _HAN_TIMES[char]) >= _HAN_TIMES["万"]:
            value, section, digit = (value + section + digit) * times, 0.0, 0.0
        else:
            section, digit = section + (digit or 1) * times, 0.0
    return [value + section + digit]
