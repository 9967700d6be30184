"""Words as the checks of a parse count them: the same on both sides of a comparison."""

import re

# Scripts without spaces count by the character: a line's end is no word's end there.
_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_COMPARED_WORD = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")


def find_words(text: str) -> list[str]:
    return _COMPARED_WORD.findall(text)
