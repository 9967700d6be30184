"""What a model says of itself or of its task, in place of the image: refusals, and words about the prompt.

Looked for in what a model wrote, and not in words between quotes: those are read off the image ("I'm sorry"
on a card). A refusal stands at the start; what speaks of the text that came with the image says where it has
something from ("according to the alt text") or what that text says.
"""

import re

from vlcorpus.filters.versioned import versioned
from vlcorpus.schemas.captions.caption import CaptionedRow
from vlcorpus.schemas.reasons import Reason

_QUOTED = re.compile(
    r"\"[^\"]{0,300}\"|“[^”]{0,300}”|«[^»]{0,300}»|「[^」]{0,300}」|『[^』]{0,300}』|《[^》]{0,300}》"
)

_SEES = (
    "assist|help|see|view|access|open|load|describe|identify|recogni[sz]e|process|provide|anal\\w+|determine"
)
_ABLE = r"(?:sorry|afraid|unable|not able|not allowed|an? AI)"
_CANNOT = r"(?:can ?not|can't|could not|couldn't|won't|will not|do not|don't|did not|didn't)"
_NOT = r"(?:is|was|has|did|does|could|can) ?(?:not|n't)(?: been)?(?: be)?"
_SHOWN = r"(?:available|visible|load|display|attach|provided|uploaded|shown|open|found|appear)"
_IMAGE = r"(?:image|picture|photo)"
_ZH_CANNOT = "(?:无法|不能|没办法|没有办法|看不到|不具备)(?:直接)?"
_ZH_SEE = "(?:查看|识别|描述|提供|打开|看到|访问|显示|处理|分析|加载|图|任何|该|这)"
_REFUSAL = re.compile(
    rf"\W*(?:(?:I'm|I am|we're|we are) (?:very |so |really |truly |deeply )?{_ABLE}\b"
    rf"|I {_CANNOT} (?:\w+ ){{0,3}}?(?:{_SEES}|have)\b"
    r"|I (?:have no|lack the|apologi[sz]e)\b|(?:my )?apologies\b|sorry\b[,.!:;]|unfortunately\b"
    r"|as an? (?:AI|artificial intelligence|(?:large |visual )?language model|(?:virtual |AI )?assistant)\b"
    rf"|(?:it (?:seems|appears|looks like) (?:that )?)?(?:there (?:is|was) no|no) (?:\w+ )?{_IMAGE}\b"
    rf"|(?:the|your|this) (?:{_IMAGE}|file) (?:you \w+ )?{_NOT} {_SHOWN}"
    r"|please (?:re-?)?(?:upload|provide|share|send|attach)\b"
    r"|(?:非常|很|十分)?(?:抱歉|遗憾)|对不起|不好意思|(?:请|麻烦)(?:您|你)?(?:重新)?(?:上传|提供|发送)"
    rf"|我?(?:目前|暂时)?{_ZH_CANNOT}{_ZH_SEE}"
    r"|(?:这张|该|您的|你的)?(?:图片|图像|照片)(?:目前)?(?:无法|未能|没有|不能)(?:被)?"
    r"(?:加载|显示|打开|查看|上传|访问|识别)"
    r"|作为(?:一个|一名)?(?:AI|人工智能|大?语言模型|大模型|智能助手))",
    re.I,
)

_PREAMBLE = re.compile(
    r"\W*(?:(?:sure|certainly|of course|absolutely|okay|ok)\b ?[,.!:]"
    r"|(?:here(?:'s| is| are)|below is|the following is) (?:(?:a|an|the|your|my|one) )?(?:\w+ ){0,3}"
    r"(?:description|caption)s?\b"
    r"|(?:好的|当然(?:可以)?|没问题)[，,。！!：:]|(?:以下|下面)是(?:对|关于|该|这|图|一)[^。]{0,20}(?:描述|说明|标题))",
    re.I,
)
_TEXT = r"(?:text|caption|hint|description|metadata|title)"
_GIVEN = r"(?:provided|given|supplied|accompanying|original|attached|web|page's|source)"
_SAYS = r"(?:says?|states?|mentions?|calls?|suggests?|indicates?|describes?|identif\w+|refers?|notes?|tells?)"
_PROMPT = re.compile(
    rf"(?:as|according to|based on|judging by|going by|from|per|in line with) (?:the|its|this) (?:{_GIVEN} )?"
    rf"(?:alt[- ]?text|(?:{_GIVEN} (?:\w+ )?{_TEXT})|hint)\b"
    rf"|\bthe (?:provided|given|supplied) (?:\w+ )?{_TEXT}\b"
    rf"|\bthe (?:alt[- ]?text|hint|(?:accompanying|original|attached|web) (?:\w+ )?{_TEXT}) (?:also )?"
    rf"{_SAYS}\b"
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


@versioned(2)
def caption_refuses(row: CaptionedRow) -> Reason | None:
    refuses = bool(row.generated) and _REFUSAL.match(spoken(row.caption.text))
    return Reason.CAPTION_REFUSES if refuses else None


@versioned(2)
def caption_tells_prompt(row: CaptionedRow) -> Reason | None:
    if not row.generated:
        return None
    text = spoken(row.caption.text)
    tells = _PREAMBLE.match(text) or _PROMPT.search(text)
    return Reason.CAPTION_TELLS_PROMPT if tells else None
