"""How models say that they will not, or cannot, describe an image; in the languages in which they say it.

`REFUSAL` is of a text's opening. `INSIDE` is looked for everywhere: a caption never says "I am unable to view
this image". Texts that models really wrote are in bench/found_captions.yaml.
"""

import re

_DOES = (
    "assist|help|describe|identify|recogni[sz]e|process|provide|anal\\w+|determine|load|fulfil\\w*|comply"
    "|create|generate|verify|discuss"
)
_SEES = "see|view|access|open|look at|read|hear"
_IMAGE = r"(?:image|picture|photo|photograph|file|attachment|screenshot|label)s?"
# What a model says it does not see; "I cannot see the far bank" is said by a caption.
_SEEN = rf"(?:\w+ ){{0,3}}?(?:{_IMAGE}|text|content|anything|ingredients?|video|audio|clip)\b"
_ABLE = r"(?:sorry|afraid|unable|not able|not allowed|not seeing|an? AI|an? text-based)"
_CANNOT = r"(?:can ?not|can'?t|could not|couldn't|won't|will not|do not|don't|did not|didn't)"
_NOT = r"(?:is|was|has|did|does|could|can) ?(?:not|n't)(?: been)?(?: be)?"
_SHOWN = r"(?:available|visible|load|display|attach|provided|uploaded|shown|open|found|appear|come through)"
_GIVEN = r"(?:has been|was|is|came|provided|attached|uploaded|shared|in (?:this|your|our))"
_HELPS = r"I(?:'m| am|'d| would)(?: be)? (?:happy|glad|love|like) to (?:help|assist)\b"
_BAD = "(?:inappropriate|harmful|explicit|offensive|sensitive|violent|sexual)"
_SENDS = "(?:re-?)?(?:upload|provide|share|send|attach)"
_ENGLISH = (
    rf"(?:I'?m|I am|we're|we are) (?:very |so |really |truly |deeply )?{_ABLE}\b|{_HELPS}"
    rf"|I {_CANNOT} (?:\w+ ){{0,3}}?(?:(?:{_DOES}|have)\b|(?:{_SEES}) {_SEEN})"
    r"|I (?:have no|have not received|lack the|apologi[sz]e|must decline|can only see)\b|(?:my )?apologies\b"
    rf"|sorry\b[,.!:;]|unfortunately\b|(?:unable|not able) to (?:{_DOES}|{_SEES})\b"
    r"|as an? (?:AI|artificial intelligence|(?:[\w-]+ )?(?:language )?model"
    r"|(?:virtual |AI )?assistant|chatbot)\b"
    rf"|there(?:'s| is| was) no(?:thing for me to\b| (?:\w+ )?{_IMAGE}\b)"
    r"|(?:it (?:seems|appears|looks like) (?:that )?)?"
    rf"no (?:\w+ )?{_IMAGE}(?:,? (?:or )?\w+){{0,3}}? {_GIVEN}\b(?! (?:only|so|but|cache)\b)"
    rf"|(?:the|your|this) {_IMAGE} (?:you \w+ )?"
    rf"(?:{_NOT} {_SHOWN}|appears to be missing|is (?:missing|too blurry))"
    rf"|(?:the|your|this) {_IMAGE} (?:contains|appears to contain|may contain) (?:\w+ )?{_BAD} content"
    rf"|please {_SENDS}\b|(?:could|can|would) you (?:please )?{_SENDS}\b"
)
_ZH_CANNOT = "(?:无法|不能|没办法|没有办法|不具备)(?:直接)?"
_ZH_SEE = "(?:查看|识别|描述|提供|打开|看到|看见|访问|显示|处理|分析|加载|读取|图|任何|该|这)"
_ZH_WHO = "(?:我|我这边|我这里|当前(?:请求|消息|对话)?|目前|暂时)?(?:目前|暂时|中|里)?"
_ZH_IMAGE = "(?:图片|图像|照片)"
_CHINESE = (
    "(?:非常|很|十分)?(?:抱歉|遗憾)|对不起|不好意思"
    "|(?:请|麻烦)(?:您|你)?(?:重新)?(?:上传|提供|发送)"
    rf"|{_ZH_WHO}{_ZH_CANNOT}{_ZH_SEE}"
    rf"|{_ZH_WHO}(?:没有|没|未)能?(?:收到|看到|看见|接收到|附带|提供|上传)"
    rf"(?:任何|您|你|到)*(?:提到|发|上传)?的?(?:{_ZH_IMAGE}|图)"
    rf"|{_ZH_WHO}看不(?:到|见)(?:任何|您|你|这张|该)?(?:提到|发|上传)?的?{_ZH_IMAGE}"
    rf"|(?:这张|该|您的|你的)?{_ZH_IMAGE}(?:目前)?(?:无法|未能|没有|不能)被?"
    "(?:加载|显示|打开|查看|上传|访问|识别)"
    "|(?:这个|该|此|您的|你的)(?:请求|内容)(?:包含|涉及|违反|不符合|已被)"
    "|作为(?:一个|一名)?(?:AI|人工智能|大?语言模型|大模型|智能助手)"
)
_GERMAN = (
    r"(?:es )?tut mir (?:\w+ )?leid\b|entschuldigung\b|leider (?:kann|konnte|ist|war|liegt|habe)\b"
    r"|ich (?:kann|konnte|darf|sehe|habe)\b[^.!?]{0,60}\b(?:nicht|keine?n?)\b|als (?:eine? )?KI\b"
    r"|es (?:wurden?|ist|liegt) keine?\b|bitte (?:laden|senden|schicken|stellen) sie\b"
)
_ROMANCE = (
    r"(?:je suis (?:\w+ )?)?désolée?\b|malheureusement\b|en tant qu'(?:IA|assistant)"
    r"|je (?:ne |n')(?:peux|vois|suis|parviens|ai)\b[^.!?]{0,30}\b(?:pas|aucune?)\b"
    r"|lo (?:siento|lamento)\b|no (?:puedo|pude|me es posible|soy capaz|veo)\b|como (?:una )?IA\b"
    r"|lamentablemente\b|(?:me )?desculpe\b|(?:sinto|lamento) muito\b|não (?:posso|consigo|vejo)\b"
    r"|infelizmente\b|mi (?:dispiace|spiace)\b|scusa(?:mi|te)?\b|non (?:posso|riesco|vedo|sono in grado)\b"
    r"|purtroppo\b"
)
_OTHERS = (
    r"извините|простите|к сожалению|я не (?:могу|вижу)"
    "|(?:大変)?申し訳|すみません|すいません|ごめんなさい|残念ながら|AIとして"
    "|(?:この)?(?:画像|写真)(?:を|が|は)[^。]{0,15}(?:できません|見えません|ありません|表示されません)"
    "|죄송|유감|(?:이미지|사진)를? [^.]{0,12}수 없"
)
REFUSAL = re.compile(rf"\W*(?:{_ENGLISH}|{_CHINESE}|{_GERMAN}|{_ROMANCE}|{_OTHERS})", re.I)
INSIDE = re.compile(
    rf"\bI(?:'m| am) (?:unable|not able|not allowed) to (?:\w+ ){{0,3}}?(?:{_DOES}|{_SEES})\b"
    rf"|\bI {_CANNOT} (?:\w+ ){{0,2}}?"
    rf"(?:(?:assist|help with|describe|identify|provide)\b|(?:{_SEES}) {_SEEN})"
    r"|\byour (?:message|request|prompt)\b"
    r"|\bno puedo (?:ver|analizar|describir|procesar|identificar|ayudar)\b"
    r"|\bich kann (?:kein|das|dieses|diese|die)\w* (?:Bild|Foto)|\bje ne (?:peux pas|vois aucune)\b"
)
