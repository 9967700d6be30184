"""The script decides first; what is short or unclear is undetermined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.schemas.scripts import SCRIPT_CANDIDATES, SCRIPT_LANGUAGE
from vlcorpus.stages.language.detect_language import UNDETERMINED, detect_language

LANGUAGES = {*SCRIPT_LANGUAGE.values(), *sum(SCRIPT_CANDIDATES.values(), ())}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The committee met in the afternoon and agreed on the budget for the coming year."),
        ("de", "Der Ausschuss tagte am Nachmittag und einigte sich auf den Haushalt des nächsten Jahres."),
        ("fr", "La commission s'est réunie l'après-midi et a adopté le budget de l'année prochaine."),
        ("es", "La comisión se reunió por la tarde y aprobó el presupuesto del próximo año."),
        (
            "pt",
            "A comissão reuniu-se à tarde e aprovou o orçamento para o próximo ano. Não houve votos contra.",
        ),
        ("it", "La commissione si è riunita nel pomeriggio e ha approvato il bilancio del prossimo anno."),
        ("vi", "Ủy ban đã họp vào buổi chiều và thông qua ngân sách cho năm tới."),
        ("ru", "Комитет собрался днём и утвердил бюджет на следующий год."),
        ("zh", "委员会在下午开会，通过了明年的预算。会议还讨论了其他问题。"),
        ("ja", "委員会は午後に開かれ、来年の予算を承認した。"),
        ("ko", "위원회는 오후에 모여 내년 예산을 승인하였다. 다른 문제도 논의하였다."),
        ("ar", "اجتمعت اللجنة بعد الظهر ووافقت على ميزانية العام المقبل."),
        ("fa", "کمیته بعدازظهر تشکیل جلسه داد و بودجه سال آینده را تصویب کرد. این خبر را گفتند."),
        ("el", "Η επιτροπή συνεδρίασε το απόγευμα και ενέκρινε τον προϋπολογισμό."),
        ("he", "הוועדה התכנסה אחר הצהריים ואישרה את התקציב לשנה הבאה."),
        ("th", "คณะกรรมการประชุมในช่วงบ่ายและอนุมัติงบประมาณปีหน้า"),
        ("hi", "समिति की बैठक दोपहर में हुई और अगले वर्ष का बजट पारित किया गया।"),
    ],
)
def test_languages_of_the_report(lang, text):
    assert detect_language(text) == lang


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345 678",
        "Abc",
        "x = y + z",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod",
    ],
)
def test_what_tells_nothing_is_undetermined(text):
    assert detect_language(text) == UNDETERMINED


def test_the_language_of_most_of_the_text_counts():
    chinese = "委员会在下午开会，通过了明年的预算。"
    assert detect_language(chinese + " IMF, OECD, GDP 2024") == "zh"
    assert (
        detect_language("The committee met in the afternoon and agreed on the budget. " * 3 + "北京") == "en"
    )


def test_only_the_opening_is_read():
    english = "The committee met in the afternoon and agreed on the budget. "
    assert detect_language(english * 40 + "Комитет собрался днём " * 10_000) == "en"


@given(st.text(max_size=200))
def test_any_text_has_one_answer_of_the_list(text):
    assert detect_language(text) in {*LANGUAGES - {"la"}, UNDETERMINED}
