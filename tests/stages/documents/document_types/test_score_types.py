"""Twelve kinds of documents by words and shape; what fits no kind stays unknown."""

import pytest

from vlcorpus.schemas.documents.document_type import DocumentFeatures, DocumentType
from vlcorpus.stages.documents.document_types.score_types import decide_type, score_types


def seen(text: str = "", **values) -> DocumentFeatures:
    return DocumentFeatures(
        **{
            "text": text,
            "n_pages": 10,
            "aspect": 0.71,
            "height_pt": 842.0,
            "is_excerpt": False,
            "has_running_head": False,
            "n_columns": 1,
            "body_size_pt": 10.0,
            "chars_per_page": 2000.0,
            "digit_fraction": 0.02,
            "table_area_fraction": 0.0,
            "image_area_fraction": 0.0,
            "script_font_fraction": 0.0,
            "blank_line_fraction": 0.0,
            **values,
        }
    )


PAPER = (
    "Deep rivers\nAbstract\n"
    "We propose a model [1] of rivers [2, 3].\n1 Introduction\nAs shown by Moon et al. ..."
)
PAPER_ZH = "河流研究\n摘要：本文研究河流。\n关键词：河流；桥梁\n1 引言\n参考文献"
BOOK = "ISBN 978-3-16\nContents\nPreface\nChapter 1 The river\nChapter 2 The bridge"
BOOK_ZH = "前言\n目录\n第一章 河流\n第二章 桥\n人民出版社"
REPORT = (
    "Annual Report 2023\nConsolidated Balance Sheets\n"
    "Revenue rose to $ 12 million, net income to $ 3 million."
)
REPORT_ZH = "2023 年年度报告\n资产负债表\n营业收入 净利润 每股收益 股东 毛利率"
EXAM = (
    "Final Examination\n"
    "Answer all questions. Time allowed: 2 hours\nQuestion 1 [10 marks]\nA. one\nB. two\nC. three\nD. four"
)
EXAM_ZH = "期末考试试卷\n满分 100 分\n一、选择题（10 分）\nA. 一\nB. 二\nC. 三\nD. 四"
LEGAL = (
    "Supreme Court\nSMITH, Plaintiff, v. JONES, Defendant\npursuant to 14 CFR Part 39, counsel hereby submits"
)
LEGAL_ZH = "人民法院 判决书\n原告 张三\n被告 李四\n第一条 合同"
MANUAL = "User Manual\nWARNING: remove the cable.\nStep 1\nPress the switch and tighten the bolts."
MANUAL_ZH = "产品说明书\n注意：安装前请断电。\n安装\n故障"
NEWS = (
    "Evening Herald\nBy Jane Doe\n"
    "The mayor said on Monday, according to staff reporter notes. Continued on page 4"
)
FORM = "APPLICATION FORM\nApplicant name:\nAddress:\nSignature ______\nOffice use only"
FORM_ZH = "入学申请表\n姓名：\n身份证：\n签名\n联系电话"
INVOICE = "INVOICE\nInvoice no. 4711\nBill to: River Ltd\nQty\nUnit price\nSubtotal\nVAT 20 %\nTotal due"
RECEIPT = "Receipt\nTotal due 7.50\nCash 10.00\nChange 2.50\nThank you for your purchase"
BOOK_PAGE = {"n_pages": 1, "is_excerpt": True, "has_running_head": True, "height_pt": 648.0, "aspect": 0.67}
SLIDES = "Agenda\n• Rivers\n• Bridges\n• Trains\nThank you"


@pytest.mark.parametrize(
    ("kind", "features"),
    [
        ("academic_paper", seen(PAPER, n_columns=2)),
        ("academic_paper", seen(PAPER_ZH)),
        ("book", seen(BOOK, n_pages=300)),
        ("book", seen(BOOK_ZH, n_pages=300)),
        ("financial_report", seen(REPORT, digit_fraction=0.25)),
        ("financial_report", seen(REPORT_ZH)),
        ("exam", seen(EXAM)),
        ("exam", seen(EXAM_ZH)),
        ("legal", seen(LEGAL)),
        ("legal", seen(LEGAL_ZH)),
        ("manual", seen(MANUAL, image_area_fraction=0.2)),
        ("manual", seen(MANUAL_ZH)),
        ("newspaper", seen(NEWS, n_columns=4)),
        ("form", seen(FORM, blank_line_fraction=0.5, n_pages=2)),
        ("form", seen(FORM_ZH, blank_line_fraction=0.3)),
        ("invoice", seen(INVOICE, digit_fraction=0.3, table_area_fraction=0.5, n_pages=1)),
        ("receipt", seen(RECEIPT, aspect=0.4, n_pages=1, digit_fraction=0.3)),
        ("book", seen("The river rose in the night.", **BOOK_PAGE)),
        ("unknown", seen("The river rose in the night.", **BOOK_PAGE | {"height_pt": 842.0})),
        ("unknown", seen("The river rose in the night.", **BOOK_PAGE | {"is_excerpt": False})),
        ("slides", seen(SLIDES, aspect=1.33, chars_per_page=300, body_size_pt=20)),
        ("handwritten_notes", seen("river bridge", script_font_fraction=0.9)),
        ("unknown", seen("The river rose in the night and the bridge was closed.")),
        ("unknown", seen("")),
        ("unknown", seen("", aspect=1.33, chars_per_page=0)),
        ("financial_report", seen("Permits by state", digit_fraction=0.6, table_area_fraction=0.8)),
        (
            "financial_report",
            seen("Permits by state", aspect=1.6, digit_fraction=0.6, table_area_fraction=0.8),
        ),
        ("unknown", seen("Permits by state", digit_fraction=0.6, table_area_fraction=0.3)),
        ("unknown", seen("Trains by station", digit_fraction=0.1, table_area_fraction=0.8)),
    ],
)
def test_the_kind_of_a_document(kind, features):
    scores = score_types(features)
    assert decide_type(scores) == kind, scores


def test_every_kind_has_a_score_and_none_is_below_zero():
    scores = score_types(seen("x", aspect=1.4, n_pages=200, chars_per_page=9000))
    assert set(scores) == set(DocumentType) - {DocumentType.UNKNOWN}
    assert min(scores.values()) == 0


def test_the_best_needs_enough_and_a_lead():
    def decide(**scores):
        full = dict.fromkeys(DocumentType, 0.0) | {DocumentType(k): v for k, v in scores.items()}
        return decide_type(full)

    assert decide(legal=0.5) == "legal"
    assert decide(legal=0.49) == "unknown"
    assert decide(legal=0.9, manual=0.7) == "legal"
    assert decide(legal=0.9, manual=0.71) == "unknown"


def test_what_is_frequent_in_a_way_of_speaking_counts_by_length():
    short, long = seen("remove the bolt. " * 8), seen("remove the bolt. " * 8 + "water " * 5000)
    assert score_types(short)[DocumentType.MANUAL] > score_types(long)[DocumentType.MANUAL] > 0


@pytest.mark.parametrize("text", ["\n", ".", "1.", "_", " ", "a", "[1],", "ivx ", ". \n", "摘 ", "A.\n"])
def test_no_text_hangs(text):
    """0.1 s each; a pattern that tries every end from every start would take minutes."""
    assert score_types(seen(text * (24_000 // len(text))))
