"""Words by which a kind of document gives itself away: English and Chinese, titles in more. ours.

Titles and headings that only this kind has are worth 0.5, words that others use as well 0.2 to 0.4.
"""

from vlcorpus.schemas.documents.document_type import DocumentType as T
from vlcorpus.stages.documents.document_types.cue import Cue, cue
from vlcorpus.stages.documents.document_types.trade_words import INVOICE, RECEIPT

_ABSTRACT = r"abstract|zusammenfassung|résumé|resumen|resumo|riassunto|аннотация|摘\s*要|要\s*旨"

CUES: dict[T, tuple[Cue, ...]] = {
    T.ACADEMIC_PAPER: (
        cue(_ABSTRACT, 0.5, heads_line=True),
        cue(rf"^[^\w\n]{{0,9}}(?:{_ABSTRACT})\s*[.:：—–-]", 0.5),
        cue(
            r"introduction|related work|conclusions?|acknowledge?ments?|einleitung|fazit|introducción"
            r"|conclusión|introduzione|введение|заключение|引\s*言|结\s*论|はじめに",
            0.3,
            2,
            heads_line=True,
        ),
        cue(
            r"references|bibliography|literatur(?:verzeichnis)?|références|bibliographie|referencias"
            r"|bibliografía|литература|参考文献|文献",
            0.4,
            heads_line=True,
        ),
        cue(
            r"^[^\w\n]{0,9}(?:keywords|key words|index terms|ccs concepts|schlüsselwörter|mots[- ]clés"
            r"|palabras clave|ключевые слова|关\s*键\s*词|キーワード)\b",
            0.4,
        ),
        cue(r"\barxiv\b|\bdoi\b\W|doi\.org|\bproceedings of\b|\bjournal of\b|\bissn\b|学报", 0.4),
        cue(r"\bet al\.|\[\d+(?:[,–-]\s*\d+)*\]|\([A-Z][a-z]+,? (?:19|20)\d\d\)", 0.5, 6),
        cue(
            r"\b(?:we propose|our (?:method|model|approach|results)|state-of-the-art|baselines?)\b"
            r"|nous proposons|wir zeigen|本文",
            0.3,
            3,
        ),
        cue(
            r"\b(?:experiments?|data ?sets?|ablation|hyper-?parameters?|hypothes[ie]s|quantitative(?:ly)?"
            r"|statistically|outperforms?|in vitro|correlations?|theorem|lemma|expériences?)\b",
            0.4,
            5,
        ),
        cue(r"@[\w.-]+\.(?:edu|ac\.\w+)|\bdepartment of \w+,? university\b", 0.3),
    ),
    T.BOOK: (
        cue(r"\bisbn\b", 0.5),
        cue(
            r"(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|índice"
            r"|содержание|目\s*录|目\s*次",
            0.3,
            heads_line=True,
        ),
        cue(
            r"preface|foreword|prologue|epilogue|vorwort|préface|avant-propos|prólogo|предисловие|前\s*言|序\s*言?",
            0.4,
            heads_line=True,
        ),
        cue(
            r"^[^\w\n]{0,9}(?:chapter|kapitel|chapitre|capítulo|capitolo|глава)\s+(?:\d+|[ivx]+|one|two|three)\b"
            r"|^第\s*[一二三四五六七八九十百\d]+\s*[章回]",
            0.4,
            2,
        ),
        cue(
            r"\ball rights reserved\b|\b(?:first|second|third) edition\b|\balle rechte vorbehalten\b"
            r"|\btous droits réservés\b|出版社|版权所有",
            0.3,
        ),
    ),
    T.EXAM: (
        cue(
            r"\b(?:final|midterm|entrance|practice|sample) exam(?:ination)?\b"
            r"|\bquiz\b|\bklausur\b|\babschlussprüfung\b|\bepreuve de\b|试\s*卷|试\s*题|考\s*试",
            0.5,
        ),
        cue(r"\banswer all\b|\btime allowed\b|\btotal marks\b|\bexam paper\b|满分|考试时间", 0.5),
        cue(
            r"^[^\w\n]{0,9}(?:question|aufgabe|exercice|ejercicio)\s+\d+|^第\s*\d+\s*题|选择题|填空题|解答题|判断题",
            0.4,
            3,
        ),
        cue(r"^[^\S\n]{0,9}\(?[A-D][.)．、]\s*\S", 0.6, 8),
        cue(r"[(\[（]\s*\d{1,2}\s*(?:marks?|points?|pts|分)\s*[)\]）]", 0.6, 3),
        cue(r"\bmultiple[- ]choice\b|学\s*号|准考证", 0.3),
    ),
    T.FINANCIAL_REPORT: (
        cue(
            r"\b(?:consolidated )?balance sheets?\b|\bbilanz\b|\bbilan consolidé\b"
            r"|\bbalance general\b|资产负债表",
            0.4,
        ),
        cue(
            r"\b(?:income|cash flows?) statements?\b"
            r"|\bstatements? of (?:operations|income|cash flows?)\b|\bgewinn- und verlustrechnung\b"
            r"|\bcompte de résultat\b|\bestado de resultados\b|利润表|现金流量",
            0.4,
        ),
        cue(
            r"\bannual report\b|\bform 10-[kq]\b"
            r"|\bquarterly (?:report|results)\b|\b(?:geschäfts|jahres)bericht\b|\brapport annuel\b"
            r"|\binforme anual\b|決算|年\s*度\s*报\s*告|季度报告|研究报告",
            0.4,
        ),
        cue(
            r"\b(?:net (?:income|sales|profit)|revenues?|ebitda"
            r"|earnings per share|dividends?|shareholders?|fiscal)\b",
            0.5,
            6,
        ),
        cue(r"营业收入|净利润|每股收益|股东|毛利率|市盈率|财务", 0.5, 5),
        cue(
            r"\b(?:expenditures?|expenses?|salaries|appropriations?|payments?|payee|amount|obligations?"
            r"|budget|fiscal year)\b",
            0.3,
            5,
        ),
        cue(r"(?:[$€£¥]|\b(?:USD|EUR|RMB|CNY)\b)\s*\(?\d", 0.3, 10),
    ),
    T.FORM: (
        cue(
            r"\b(?:applicant|please (?:print|type|complete)"
            r"|omb (?:no|number|control)|office use only)\b",
            0.5,
            2,
        ),
        cue(
            r"\b(?:signature|print name|first name|surname|date of birth|zip code|phone|telephone|e-?mail"
            r"|address|unterschrift|vorname|geburtsdatum|anschrift|prénom|date de naissance|apellidos"
            r"|fecha de nacimiento|firma)\b",
            0.3,
            4,
        ),
        cue(
            r"\bform (?:no\.?|[a-z]{0,3}-?\d{2,4})\b|\bapplication (?:for|form)\b"
            r"|^\W{0,3}(?:antrag|anmeldung|formulaire|solicitud|formulario)\b",
            0.4,
        ),
        cue(r"申\s*请\s*表|登\s*记\s*表", 0.4),
        cue(r"签\s*名|盖\s*章|身份证|填\s*写|联系电话|出生(?:日期|年月)", 0.5, 3),
    ),
    T.HANDWRITTEN_NOTES: (cue(r"\b(?:lecture|class|meeting) notes\b|笔\s*记", 0.2),),
    T.INVOICE: INVOICE,
    T.LEGAL: (
        cue(
            r"\b(?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ant|ee)s?"
            r"|klägerin|kläger|beklagte[nr]?|demandeur|défendeur|demandante|demandado)\b"
            r"|原告|被告|上诉人",
            0.5,
            2,
        ),
        cue(
            r"\bsupreme court\b|\b(?:district|circuit) court\b|\bcourt of appeals\b"
            r"|\b(?:bundes|oberlandes|land|amts|verwaltungs)gericht\b|\bim namen des volkes\b"
            r"|\bcour de cassation\b|\btribunal\b|人民法院|判决书",
            0.4,
        ),
        cue(
            r"\b(?:hereby|herein(?:after)?|thereof|whereas"
            r"|notwithstanding|pursuant to|in witness whereof)\b",
            0.5,
            4,
        ),
        cue(r"\bfederal register\b|\bproposed rules?\b|\bfinal rule\b|\bofficial gazette\b|国务院令", 0.4),
        cue(r"\b\d+ (?:CFR|U\.?S\.?C\.?)(?!\w)|§\s*\d", 0.5, 3),
        cue(r"\b(?:this )?(?:agreement|contract)\b.{0,60}\b(?:between|parties)\b|甲方|乙方|合同", 0.4, 2),
        cue(r"^(?:第\s*[一二三四五六七八九十百\d]+\s*条|(?:artikel|article|artículo|art\.)\s+\d)", 0.6, 3),
        cue(r"\b(?:counsel|attorney|esq\.|justice|statute|regulations?)\b|法律|法规|条例", 0.3, 4),
    ),
    T.MANUAL: (
        cue(
            r"\b(?:user|owner|operat(?:or|ing|ion)|service|maintenance|installation)(?:'?s)? "
            r"(?:manual|guide|handbook|instructions)\b"
            r"|^[^\w\n]{0,9}(?:reference|user) manual\b"
            r"|\b(?:bedienungs|betriebs|gebrauchs|montage)(?:anleitung|anweisung)\b|\bmode d.emploi\b"
            r"|\bmanuel d.utilisation\b|\bmanual de (?:usuario|instrucciones)\b|\bgebruiksaanwijzing\b"
            r"|说明书|手\s*册|操作指南",
            0.5,
        ),
        cue(
            r"^[^\w\n]{0,9}(?:warning|caution|note|danger|important|warnung|achtung|vorsicht|hinweis"
            r"|avertissement|attention|advertencia|precaución|警\s*告|注\s*意)\b\s*[:!：！]",
            0.4,
            2,
        ),
        cue(
            r"\b(?:install(?:ed|ation)?|tighten(?:ed|ing)?|remove|replace"
            r"|press|turn|screw|bolts?|nuts?|switch|cable|button)\b",
            0.5,
            12,
        ),
        cue(r"^[^\w\n]{0,9}step \d+\b|troubleshooting|specifications|安装|拆卸|按下|故障", 0.4, 2),
        cue(
            r"\b(?:is|are) (?:designed|used|mounted|held"
            r"|attached|connected) (?:to|for|in|with|by)\b",
            0.3,
            4,
        ),
    ),
    T.NEWSPAPER: (
        cue(
            r"\b(?:daily|evening|morning|sunday|weekly) (?:news|times|post|herald|star|mail)\b"
            r"|\bgazette\b|\w*zeitung\b|\btageblatt\b|\bperiódico\b|新聞|日报|晚报|周报",
            0.5,
        ),
        cue(
            r"^[^\w\n]{0,9}by (?-i:[A-Z]\w+ [A-Z]\w+)\W{0,3}$"
            r"|\bstaff (?:writer|reporter)\b|\bcorrespondent\b|记者|本报讯|新华社",
            0.4,
            2,
        ),
        cue(r"\((?:reuters|associated press|ap|afp)\) ?[—–-]|\bcontinued on page\b|\bturn to page\b", 0.4),
        cue(r"\b(?:said|told reporters|according to)\b", 0.2, 6),
    ),
    T.RECEIPT: RECEIPT,
    T.SLIDES: (
        cue(
            r"agenda|outline|thank you|thanks|questions\?|q ?& ?a|vielen dank|fragen\?|gliederung"
            r"|merci|gracias|谢谢|提纲|议程",
            0.3,
            heads_line=True,
        ),
        cue(r"^[^\S\n]{0,9}[•▪■●►➢–-]\s*\S", 0.3, 8),
    ),
}
