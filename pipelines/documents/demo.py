"""PDFs drawn for the demo: what the pipeline makes of good pages, and what it rejects.

An article in two columns, a report with a ruled table, a letter in Chinese, spam, an empty form, an encrypted
file, a broken one, a scan, an empty page.
"""

import io
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
)
from reportlab.platypus import (
    Image as Figure,
)

WIDTH, HEIGHT = A4
MARGIN = 56
PROSE = (
    "A corpus is only as good as what was thrown away while it was made, and only as honest as the list of "
    "it. Every page of this document is parsed into blocks with boxes, in reading order, and written in two "
    "formats. Pages that are not good enough leave early, with their stage and their reason. "
)
SENTENCES = (
    "A reader that dies of a page takes nothing with it but that page.",
    "The picture of the page is what the model will see, so its size is chosen before anything is measured.",
    "Letters come with the font they are set in, and with the box that they fill.",
    "White space tells columns apart, and a column that is empty half the way down is still a column.",
    "Headings are larger than the text below them, or bolder, or numbered.",
    "A table without rules is told by the edges that its words share.",
    "What stands on the margin of every page is furniture and not content.",
    "Two forms are written of one tree, therefore they never disagree.",
    "Coordinates run from nought to a thousand, whatever the page measures in inches.",
    "The strict parser reads back each answer before a trainer ever does.",
    "Rows that fail are kept in a place of their own, with a reason that can be counted.",
    "Nobody has to guess why a document is missing, since the list says so.",
    "A second run finds the work of the first one done and leaves it alone.",
    "Killing a worker costs minutes, never a sample.",
    "The same input gives the same bytes on one core and on a thousand.",
    "Licences travel with every row from the file to the mixture.",
)
CHINESE = (
    "语料库的每一页都被解析为带有坐标的文本块，并按照阅读顺序写成两种格式。不合格的页面会连同原因一起被记录下来。",
    "读取器在单独的进程中工作，一个损坏的文件不会影响其他文件。页面图像的大小在测量之前就已经确定。",
    "表格由线条或文字的边缘来识别，标题由字号和编号来判断。页眉和页脚不属于正文，可以选择是否保留。",
    "同样的输入总会得到同样的结果，无论使用多少台机器。运行中断之后，再次执行同一条命令即可继续。",
)


def draw(folder: Path) -> None:
    """Draw one PDF per kind of input into `folder`. The same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawn in DOCUMENTS.items():
        (folder / name).write_bytes(drawn())


def article() -> bytes:
    """Two pages in two columns, with a heading, a figure and its caption, running heads and page numbers."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", styles["BodyText"], alignment=4, spaceAfter=8)
    story: list[Flowable] = [Paragraph("How a page becomes a sample", styles["Heading1"])]
    for number, title in enumerate(["Reading", "Layout", "Formats", "Rejects"], 1):
        story += [Paragraph(f"{number}. {title}", styles["Heading2"])]
        story += [Paragraph(_paragraph(3 * number + n), body) for n in range(3)]
    story.insert(4, Figure(io.BytesIO(_chart()), 220, 130))
    story.insert(5, Paragraph("Figure 1: samples and rejects by stage.", styles["Italic"]))

    def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(MARGIN, HEIGHT - 36, "vlcorpus demo")
        canvas.drawCentredString(WIDTH / 2, 30, str(document.page))

    column = (WIDTH - 2 * MARGIN - 18) / 2
    frames = [Frame(MARGIN + n * (column + 18), MARGIN, column, HEIGHT - 2 * MARGIN) for n in (0, 1)]
    return _built(story, [PageTemplate(frames=frames, onPage=furniture)])


def report() -> bytes:
    """One page with a list and a ruled table."""
    styles = getSampleStyleSheet()
    rows = [["Quarter", "Pages", "Samples", "Rejects"]]
    rows += [[f"Q{n}", f"{n * 1200:,}", f"{n * 2310:,}", f"{n * 45:,}"] for n in range(1, 5)]
    table = Table(rows, colWidths=[90] * 4, style=[("GRID", (0, 0), (-1, -1), 0.7, colors.black)])
    items = [
        Paragraph(f"• {text}", styles["BodyText"]) for text in ("two formats", "one tree", "no lost row")
    ]
    story = [
        Paragraph("Yearly report", styles["Heading1"]),
        Paragraph(PROSE, styles["BodyText"]),
        *items,
        table,
    ]
    story.append(Paragraph("Table 1: what became of the pages, by quarter.", styles["Italic"]))
    return _built(story, [_one_column()])


def letter() -> bytes:
    """One page in Chinese."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle(
        "zh", fontName="STSong-Light", fontSize=12, leading=20, wordWrap="CJK", spaceAfter=12
    )
    head = ParagraphStyle("zh-head", style, fontSize=20, leading=30)
    return _built(
        [Paragraph("语料库说明", head), *[Paragraph(text, style) for text in CHINESE]], [_one_column()]
    )


def spam() -> bytes:
    """One page made for a search engine."""
    styles = getSampleStyleSheet()
    wares = ("shoes", "phones", "watches", "bags")
    story = [Paragraph(f"best cheap price {ware} online now " * 9, styles["BodyText"]) for ware in wares]
    return _built(story, [_one_column()])


def form() -> bytes:
    """A form that nobody has filled in."""
    styles = getSampleStyleSheet()
    labels = ("Name", "Date of birth", "Address", "Telephone", "Signature")
    story = [Paragraph("Application", styles["Heading1"])]
    story += [Paragraph(f"{label}: {'_' * 30}", styles["BodyText"]) for label in labels]
    return _built(story, [_one_column()])


def encrypted() -> bytes:
    """A file that needs a password."""
    return _canvas(
        lambda canvas: canvas.drawString(72, 720, "secret"), encrypt=StandardEncryption("password")
    )


def scan() -> bytes:
    """An image of text without a text layer."""
    image = Image.new("RGB", (1240, 1754), "white")
    drawing = ImageDraw.Draw(image)
    for line, text in enumerate(textwrap.wrap(" ".join(SENTENCES), 80)):
        drawing.text((120, 120 + line * 36), text, fill="black", font_size=24)
    return _canvas(lambda canvas: canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT))


def empty() -> bytes:
    return _canvas(lambda canvas: canvas.showPage())


def broken() -> bytes:
    """The first half of a good file: its table of objects is gone."""
    whole = report()
    return whole[: len(whole) // 8]


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "article.pdf": article,
    "report.pdf": report,
    "letter-zh.pdf": letter,
    "spam.pdf": spam,
    "form.pdf": form,
    "encrypted.pdf": encrypted,
    "scan.pdf": scan,
    "empty.pdf": empty,
    "broken.pdf": broken,
    "not-a-pdf.pdf": lambda: b"<html><body>404 Not Found</body></html>",
}


def _paragraph(start: int) -> str:
    """Return six sentences, others than the paragraphs before and behind have."""
    return " ".join(SENTENCES[(5 * start + n) % len(SENTENCES)] for n in range(6))


def _one_column() -> PageTemplate:
    return PageTemplate(frames=[Frame(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)])


def _built(story: list[Flowable], templates: list[PageTemplate]) -> bytes:
    out = io.BytesIO()
    BaseDocTemplate(out, pagesize=A4, pageTemplates=templates, invariant=1).build(story)
    return out.getvalue()


def _canvas(draw: Callable[[Canvas], object], **options: Any) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def _chart() -> bytes:
    image = Image.new("RGB", (880, 520), "white")
    drawing = ImageDraw.Draw(image)
    for number, height in enumerate((420, 380, 340, 120)):
        left = 80 + number * 200
        drawing.rectangle(
            (left, 480 - height, left + 120, 480), fill=("#3b6ea5", "#3b6ea5", "#3b6ea5", "#b5493a")[number]
        )
    drawing.line((40, 480, 860, 480), fill="black", width=3)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
