"""Words by which a kind of document gives itself away, English and Chinese. ours.

A cue is a pattern, what it is worth, and how many times it must be found to be worth all of that. Titles and
headings that only this kind has are worth 0.5, words that others use as well are worth 0.2 to 0.4.
"""

import re
from typing import NamedTuple

from vlcorpus.schemas.documents.document_type import DocumentType as T

DENSE = 4  # ours: what must be found so often is no title but a way of speaking, and counts by length
CHARS = 6_000  # ours: two pages of print


class Cue(NamedTuple):
    pattern: re.Pattern[str]
    worth: float
    n_full: int  # matches that earn all of it, from DENSE on in CHARS characters; fewer earn their share

    def earned(self, text: str) -> float:
        """Return what the text earns of `worth`."""
        scale = max(1.0, len(text) / CHARS) if self.n_full >= DENSE else 1.0
        return self.worth * min(1.0, len(self.pattern.findall(text)) / (self.n_full * scale))


def _cue(pattern: str, worth: float, n_full: int = 1, *, heads_line: bool = False) -> Cue:
    """`heads_line`: the words open a line, and little stands behind them."""
    if heads_line:
        pattern = rf"^[^\w\n]{{0,9}}(?:[\divx]+(?:\.\d+)*[.)]?\s*)?(?:{pattern})\W{{0,3}}$"
    return Cue(re.compile(pattern, re.I | re.M), worth, n_full)


CUES: dict[T, tuple[Cue, ...]] = {
    T.ACADEMIC_PAPER: (
        _cue(r"abstract|摘\s*要", 0.5, heads_line=True),
        _cue(r"^[^\w\n]{0,9}(?:abstract|摘\s*要)\s*[.:：—–-]", 0.5),
        _cue(
            r"introduction|related work|conclusions?"
            r"|acknowledge?ments?|引\s*言|结\s*论",
            0.3,
            2,
            heads_line=True,
        ),
        _cue(r"references|bibliography|参考文献", 0.4, heads_line=True),
        _cue(r"^[^\w\n]{0,9}(?:keywords|key words|index terms|ccs concepts|关\s*键\s*词)\b", 0.4),
        _cue(r"\barxiv\b|\bdoi\b\W|doi\.org|\bproceedings of\b|\bjournal of\b|\bissn\b|学报", 0.4),
        _cue(r"\bet al\.|\[\d+(?:[,–-]\s*\d+)*\]|\([A-Z][a-z]+,? (?:19|20)\d\d\)", 0.5, 6),
        _cue(
            r"\b(?:we propose|our (?:method|model|approach|results)|state-of-the-art|baselines?)\b"
            r"|本文",
            0.3,
            3,
        ),
        _cue(r"@[\w.-]+\.(?:edu|ac\.\w+)|\bdepartment of \w+,? university\b", 0.3),
    ),
    T.BOOK: (
        _cue(r"\bisbn\b", 0.5),
        _cue(r"(?:table of )?contents|inhaltsverzeichnis|目\s*录|目\s*次", 0.3, heads_line=True),
        _cue(r"preface|foreword|prologue|epilogue|vorwort|前\s*言|序\s*言?", 0.4, heads_line=True),
        _cue(
            r"^[^\w\n]{0,9}(?:chapter|kapitel)\s+(?:\d+|[ivx]+|one|two|three)\b"
            r"|^第\s*[一二三四五六七八九十百\d]+\s*[章回]",
            0.4,
            2,
        ),
        _cue(r"\ball rights reserved\b|\b(?:first|second|third) edition\b|出版社|版权所有", 0.3),
    ),
    T.EXAM: (
        _cue(
            r"\b(?:final|midterm|entrance|practice|sample) exam(?:ination)?\b"
            r"|\bquiz\b|试\s*卷|试\s*题|考\s*试",
            0.5,
        ),
        _cue(r"\banswer all\b|\btime allowed\b|\btotal marks\b|\bexam paper\b|满分|考试时间", 0.5),
        _cue(r"^[^\w\n]{0,9}question\s+\d+|^第\s*\d+\s*题|选择题|填空题|解答题|判断题", 0.4, 3),
        _cue(r"^[^\S\n]{0,9}\(?[A-D][.)．、]\s*\S", 0.6, 8),
        _cue(r"[(\[（]\s*\d{1,2}\s*(?:marks?|points?|pts|分)\s*[)\]）]", 0.6, 3),
        _cue(r"\bmultiple[- ]choice\b|学\s*号|准考证", 0.3),
    ),
    T.FINANCIAL_REPORT: (
        _cue(r"\b(?:consolidated )?balance sheets?\b|资产负债表", 0.4),
        _cue(
            r"\b(?:income|cash flows?) statements?\b"
            r"|\bstatements? of (?:operations|income|cash flows?)\b|利润表|现金流量",
            0.4,
        ),
        _cue(
            r"\bannual report\b|\bform 10-[kq]\b"
            r"|\bquarterly (?:report|results)\b|年\s*度\s*报\s*告|季度报告|研究报告",
            0.4,
        ),
        _cue(
            r"\b(?:net (?:income|sales|profit)|revenues?|ebitda"
            r"|earnings per share|dividends?|shareholders?|fiscal)\b",
            0.5,
            6,
        ),
        _cue(r"营业收入|净利润|每股收益|股东|毛利率|市盈率|财务", 0.5, 5),
        _cue(r"\b(?:expenditures?|expenses?|salaries|appropriations?|payments?|amount)\b", 0.3, 5),
        _cue(r"(?:[$€£¥]|\b(?:USD|EUR|RMB|CNY)\b)\s*\(?\d", 0.3, 10),
    ),
    T.FORM: (
        _cue(
            r"\b(?:applicant|please (?:print|type|complete)"
            r"|omb (?:no|number|control)|office use only)\b",
            0.5,
            2,
        ),
        _cue(r"\b(?:signature|print name|date of birth|zip code|phone|telephone|e-?mail|address)\b", 0.3, 4),
        _cue(r"\bform (?:no\.?|[a-z]{0,3}-?\d{2,4})\b|\bapplication (?:for|form)\b", 0.4),
        _cue(r"申\s*请\s*表|登\s*记\s*表", 0.4),
        _cue(r"签\s*名|盖\s*章|身份证|填\s*写|联系电话|出生(?:日期|年月)", 0.5, 3),
    ),
    T.HANDWRITTEN_NOTES: (_cue(r"\b(?:lecture|class|meeting) notes\b|笔\s*记", 0.2),),
    T.LEGAL: (
        _cue(
            r"\b(?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ant|ee)s?)\b"
            r"|原告|被告|上诉人",
            0.5,
            2,
        ),
        _cue(r"\bsupreme court\b|\b(?:district|circuit) court\b|\bcourt of appeals\b|人民法院|判决书", 0.4),
        _cue(
            r"\b(?:hereby|herein(?:after)?|thereof|whereas"
            r"|notwithstanding|pursuant to|in witness whereof)\b",
            0.5,
            4,
        ),
        _cue(r"\bfederal register\b|\bproposed rules?\b|\bfinal rule\b|\bofficial gazette\b|国务院令", 0.4),
        _cue(r"\b\d+ (?:CFR|U\.?S\.?C\.?)(?!\w)|§\s*\d", 0.5, 3),
        _cue(r"\b(?:this )?(?:agreement|contract)\b.{0,60}\b(?:between|parties)\b|甲方|乙方|合同", 0.4, 2),
        _cue(r"^第\s*[一二三四五六七八九十百\d]+\s*条", 0.6, 3),
        _cue(r"\b(?:counsel|attorney|esq\.|justice|statute|regulations?)\b|法律|法规|条例", 0.3, 4),
    ),
    T.MANUAL: (
        _cue(
            r"\b(?:user|owner|operat(?:or|ing|ion)|service|maintenance|installation)(?:'?s)? "
            r"(?:manual|guide|handbook|instructions)\b"
            r"|^[^\w\n]{0,9}(?:reference|user) manual\b|说明书|手\s*册|操作指南",
            0.5,
        ),
        _cue(r"^[^\w\n]{0,9}(?:warning|caution|note|danger|important|警\s*告|注\s*意)\b\s*[:!：！]", 0.4, 2),
        _cue(
            r"\b(?:install(?:ed|ation)?|tighten(?:ed|ing)?|remove|replace"
            r"|press|turn|screw|bolts?|nuts?|switch|cable|button)\b",
            0.5,
            12,
        ),
        _cue(r"^[^\w\n]{0,9}step \d+\b|troubleshooting|specifications|安装|拆卸|按下|故障", 0.4, 2),
        _cue(
            r"\b(?:is|are) (?:designed|used|mounted|held"
            r"|attached|connected) (?:to|for|in|with|by)\b",
            0.3,
            4,
        ),
    ),
    T.NEWSPAPER: (
        _cue(
            r"\b(?:daily|evening|morning|sunday|weekly) (?:news|times|post|herald|star|mail)\b"
            r"|\bgazette\b|日报|晚报|周报",
            0.5,
        ),
        _cue(
            r"^[^\w\n]{0,9}by (?-i:[A-Z]\w+ [A-Z]\w+)\W{0,3}$"
            r"|\bstaff (?:writer|reporter)\b|\bcorrespondent\b|记者|本报讯|新华社",
            0.4,
            2,
        ),
        _cue(r"\((?:reuters|associated press|ap|afp)\) ?[—–-]|\bcontinued on page\b|\bturn to page\b", 0.4),
        _cue(r"\b(?:said|told reporters|according to)\b", 0.2, 6),
    ),
    T.SLIDES: (
        _cue(r"agenda|outline|thank you|thanks|questions\?|q ?& ?a|谢谢|提纲|议程", 0.3, heads_line=True),
        _cue(r"^[^\S\n]{0,9}[•▪■●►➢–-]\s*\S", 0.3, 8),
    ),
}
