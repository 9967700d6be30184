"""What a model says of itself or of its task, in place of the image: refusals, and words about the prompt.

Looked for in what a model wrote, and not in words between quotes: those are read off the image ("I'm sorry"
on a card). A refusal stands at the start; what speaks of the text that came with the image says where it has
something from ("according to the alt text") or what that text says.
"""

import re

from vlcorpus.filters.captions.refusals import INSIDE, REFUSAL
from vlcorpus.filters.versioned import versioned
from vlcorpus.schemas.captions.caption import CaptionedRow
from vlcorpus.schemas.reasons import Reason

_QUOTED = re.compile(
    r"\"[^\"]{0,300}\"|“[^”]{0,300}”|«[^»]{0,300}»|「[^」]{0,300}」|『[^』]{0,300}』|《[^》]{0,300}》"
)

_GIVEN = r"(?:(?:provided|given|uploaded|attached) )"
_ARTICLE = r"(?:(?:a|an|the|your|my|one) )?"
_CAPTION = r"(?:description|caption|alt[- ]?text)s?"
_PREAMBLE = re.compile(
    r"\W*(?:(?:sure|certainly|of course|absolutely|okay|ok)\b ?[,.!:]|here you (?:go|are)\b"
    rf"|(?:here(?:'s| is| are)|below is|the following is) {_ARTICLE}(?:\w+ ){{0,3}}{_CAPTION}\b"
    rf"|(?:this is )?{_ARTICLE}(?:[\w-]+ ){{0,2}}(?:{_CAPTION}|alt)(?: suggestion)?"
    r"(?: of [^:.]{0,40})?\W{0,4}:"
    r"|(?:I will|I'll|let me|let us|let's|to) (?:describe|caption|analy[sz]e|break down)\b"
    rf"|(?:this|the) {_CAPTION}(?: \w+){{0,3}} (?:is|are|was|were) (?:based|wrong|incorrect|inaccurate)\b"
    rf"|based on (?:the|this|your) {_GIVEN}?(?:image|picture|photo)s?(?: provided| given| you \w+)?,"
    r"|(?:好的|当然(?:可以)?|没问题)[，,。！!：:]|(?:以下|下面)是(?:对|关于|该|这|图|一)[^。]{0,20}(?:描述|说明|标题))"
    r"|\s*#+ *\**(?:caption|description|title)\b",
    re.I,
)
_TEXT = r"(?:text|caption|hint|description|metadata|title)"
_SOURCE = r"(?:provided|given|supplied|accompanying|original|attached|web|page's|source)"
_SAYS = r"(?:says?|states?|mentions?|calls?|suggests?|indicates?|describes?|identif\w+|refers?|notes?|tells?)"
_PROMPT = re.compile(
    r"(?:as|according to|based on|judging by|going by|from|per|in line with) (?:the|its|this) "
    rf"(?:{_SOURCE} )?"
    rf"(?:alt[- ]?text|(?:{_SOURCE} (?:\w+ )?{_TEXT})|hint)\b"
    rf"|\bthe (?:provided|given|supplied) (?:\w+ )?{_TEXT}\b"
    rf"|\bthe (?:alt[- ]?text|hint|(?:accompanying|original|attached|web) (?:\w+ )?{_TEXT}) (?:also )?"
    rf"{_SAYS}\b"
    r"|\blet me know (?:if|whether|what|when)\b|</?think>|\b(?:giving|writing|providing|my) alt[- ]?text\b"
    r"|\b(?:doesn't|does not|didn't) match (?:the|its|this) (?:caption|description|alt[- ]?text)\b"
    rf"|</?text>|\b{_TEXT} (?:that )?(?:came|comes) with the (?:image|picture|photo)"
    r"|(?:根据|依据|按照|正如|从)(?:附带|附有|提供|所给|给出|给定|网页上?|随附)?的?"
    r"(?:原文|文字|文本|替代文本|标题文字|提示)(?:内容|描述|信息|说明|所述|可知|中)?(?=[，,、可所来]|$)"
    r"|(?:原文|(?:附带|附有|提供|所给|随附)的(?:文字|文本|描述|说明))(?:中)?"
    r"(?:说|称|提到|提及|写道|指出|表明|描述|显示)",
    re.I,
)


def spoken(text: str) -> str:
    """Return the text without what stands between quotes, with straight apostrophes."""
    return _QUOTED.sub(" ", text).replace("’", "'").replace("‘", "'")


@versioned(3)
def caption_refuses(row: CaptionedRow) -> Reason | None:
    if not row.generated:
        return None
    text = spoken(row.caption.text)
    return Reason.CAPTION_REFUSES if REFUSAL.match(text) or INSIDE.search(text) else None


@versioned(3)
def caption_tells_prompt(row: CaptionedRow) -> Reason | None:
    if not row.generated:
        return None
    text = spoken(row.caption.text)
    tells = _PREAMBLE.match(text) or _PROMPT.search(text)
    return Reason.CAPTION_TELLS_PROMPT if tells else None
