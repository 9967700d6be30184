"""Pages without a text layer to believe are read by OCR; all others are left as they are."""

import pickle
from copy import deepcopy
from dataclasses import dataclass, field, replace

import pytest
from reportlab.lib.utils import ImageReader

from tests.stages.documents.drawing import HEIGHT, WIDTH, classified, parse, pdf, prose, read, write
from tests.stages.ocr.scans import LINES, draw_text, line, needs_tesseract
from vlcorpus.schemas.documents.document import PageRow, TextSource
from vlcorpus.schemas.errors import StageBug
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.documents.page.provenance import text_engine
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.read_pdf import ReadPdf
from vlcorpus.stages.documents.read_scans import ReadScans
from vlcorpus.stages.documents.scans.need import ScanRequest
from vlcorpus.stages.documents.to_samples import ToSamples
from vlcorpus.stages.ocr import engines
from vlcorpus.stages.ocr.engine import OcrReading, Orientation

SCAN_PX = (1654, 2339)  # A4 at 200 dpi
TEXT = OcrReading(
    tuple(line(text, x=200, y=1000 + 40 * n, size=28) for n, text in enumerate(LINES)),
    image_boxes=(BoxPx(200, 1000, 800, 1500),),
)
NOISE = OcrReading((line("scsvecessc", x=300, y=1200, confidence=0.1),))


def scanned(turn=0):
    image = draw_text(LINES * 4, width=SCAN_PX[0], height=SCAN_PX[1], x=200, y=300)
    reader = ImageReader(image.rotate(-90 * turn, expand=True).convert("RGB"))
    return lambda canvas: canvas.drawImage(reader, 0, 0, *canvas._pagesize)


def underlined(canvas):
    scanned()(canvas)
    canvas.line(72, 200, 400, 200)


def with_ocr_layer(canvas):
    scanned()(canvas)
    write(canvas, 72, 700, *["Tbe rivcr rosc in thc nighl"] * 3, mode=3)


def stamped(canvas):
    scanned()(canvas)
    write(canvas, 72, 20, "Copy 7")


@pytest.fixture(scope="module")
def reader():
    stage = ReadPdf(scan=ScanRequest())
    yield stage
    stage.close()


@pytest.fixture(scope="module")
def scan_row(reader):
    (row,) = read(pdf(scanned()), reader)
    return row


@dataclass
class Fake:
    """An engine that answers with readings by turn: the first for the first call, the last ever after."""

    readings: list
    found: Orientation | None = None
    asked: list = field(default_factory=list)
    name: str = "fake-1"

    def open(self, languages):
        self.asked.append(("open", languages))

    def read(self, image, languages, *, second=False):
        self.asked.append((languages, second))
        return self.readings.pop(0) if len(self.readings) > 1 else self.readings[0]

    def orientation(self, image):
        return self.found


@pytest.fixture
def chosen(monkeypatch):
    """Return a function that makes the stage with a fake engine."""

    def choose(*readings, second="none", found=None, **parameters):
        fake = Fake(list(readings), found)
        monkeypatch.setitem(engines.ENGINES, "tesseract", lambda: fake)
        return ReadScans("tesseract", second, **parameters), fake

    return choose


def ocr(stage, row) -> PageRow:
    (page,) = stage([deepcopy(row)])
    assert isinstance(page, PageRow), page
    return page


def test_the_reader_makes_a_scan_of_exactly_the_pages_that_need_it(reader):
    rows = read(pdf(prose, scanned(), with_ocr_layer, stamped), reader)
    assert [row.scan is not None for row in rows] == [False, True, True, True]
    assert all(row.scan is None for row in read(pdf(scanned())))


def test_pages_with_text_pass_untouched(reader, chosen):
    stage, fake = chosen(TEXT)
    (row,) = read(pdf(prose), reader)
    assert ocr(stage, row) == row
    assert fake.asked == [("open", ("en",))] or fake.asked == []


@pytest.mark.parametrize(
    ("draw", "reason"), [(scanned(), "page_scanned"), (with_ocr_layer, "text_invisible")]
)
def test_without_an_engine_they_are_rejected_and_told_how_to_be_read(draw, reason):
    (rejection,) = ReadScans()(read(pdf(draw)))
    assert isinstance(rejection, Rejection)
    assert rejection.reason == reason
    assert "ocr=tesseract" in rejection.detail


def test_what_was_read_takes_the_place_of_the_text_layer(scan_row, chosen):
    stage, _ = chosen(TEXT)
    page = ocr(stage, scan_row)
    assert [line.text for line in page.lines] == list(LINES)
    assert (page.text_source, page.scan) == (TextSource.OCR, None)
    assert page.measures.n_chars == TEXT.n_chars
    assert page.measures.image_area_fraction == 1
    assert (page.ocr.engine, page.ocr.second_engine, page.ocr.agreement) == ("fake-1", None, None)
    assert page.ocr.confidence == pytest.approx(0.9)


def test_boxes_are_px_of_the_page_image(reader, chosen):
    stage, _ = chosen(TEXT)
    (row,) = read(pdf(underlined), reader)
    page = ocr(stage, row)
    x = page.width_px / SCAN_PX[0]
    assert page.lines[0].box.x1 == pytest.approx(200 * x, abs=0.5)
    assert page.image_boxes[0].x2 == pytest.approx(800 * x, abs=0.5)
    rule = page.drawings[-1]
    assert rule.is_rect
    assert rule.box.x2 == pytest.approx(400 / WIDTH * page.width_px, abs=2)
    assert rule.box.y1 == pytest.approx((1 - 200 / HEIGHT) * page.height_px, abs=2)


def test_of_a_garbled_page_its_own_images_stay(reader, chosen):
    def garbled(canvas):
        write(canvas, 72, 700, *["(cid:7)(cid:8)(cid:9) word"] * 5)

    stage, _ = chosen(TEXT)
    (row,) = read(pdf(garbled), reader)
    page = ocr(stage, row)
    assert (page.text_source, page.image_boxes, page.drawings) == (TextSource.OCR, [], [])


def test_noise_is_not_text(scan_row, chosen):
    stage, _ = chosen(replace(TEXT, lines=TEXT.lines + NOISE.lines))
    assert len(ocr(stage, scan_row).lines) == len(LINES)


def test_the_same_engine_reads_again_in_another_way(scan_row, chosen):
    stage, fake = chosen(TEXT, TEXT.scaled(0.75), second="same")
    page = ocr(stage, scan_row)
    assert fake.asked[1:] == [(("en",), False), (("en",), True)]
    assert page.ocr.agreement == 1
    assert page.ocr.second_engine == "fake-1"


def test_another_engine_reads_again(scan_row, chosen, monkeypatch):
    stage, _ = chosen(TEXT, second="rapidocr")
    other = Fake([replace(TEXT, lines=TEXT.lines[:2])], name="other-2")
    monkeypatch.setitem(engines.ENGINES, "rapidocr", lambda: other)
    page = ocr(stage, scan_row)
    assert 0.5 < page.ocr.agreement < 0.8
    assert page.ocr.second_engine == "other-2"
    assert other.asked[-1] == (("en",), False)


def test_a_page_that_is_read_with_doubt_is_turned(scan_row, chosen):
    doubtful = OcrReading((line("ewos shuh", x=300, y=300, confidence=0.4),))
    stage, fake = chosen(doubtful, TEXT, found=Orientation(2, "latin"))
    page = ocr(stage, scan_row)
    assert len(fake.asked) == 3
    assert {line.turn for line in page.lines} == {2}
    assert page.lines[0].box.x2 == pytest.approx(page.width_px * (1 - 200 / SCAN_PX[0]), abs=1)
    assert page.lines[0].box.y2 > page.height_px / 2


def test_a_page_in_another_script_is_read_in_its_languages(scan_row, chosen):
    doubtful = OcrReading((line("ewos shuh", x=300, y=300, confidence=0.4),))
    stage, fake = chosen(doubtful, TEXT, found=Orientation(0, "han"), languages=("en", "de", "zh"))
    ocr(stage, scan_row)
    assert fake.asked[1:] == [(("en", "de"), False), (("zh",), False)]


@pytest.mark.parametrize("found", [None, Orientation(0, "latin"), Orientation(0, "thai")])
def test_doubt_stays_where_nothing_else_can_be_tried(found, scan_row, chosen):
    doubtful = OcrReading((line("ewos shuh", x=300, y=300, confidence=0.4),))
    stage, fake = chosen(doubtful, found=found)
    assert ocr(stage, scan_row).ocr.confidence == pytest.approx(0.4)
    assert len(fake.asked) == 2


def test_a_page_without_a_scan_is_a_mistake_of_the_pipeline(scan_row, chosen):
    stage, _ = chosen(TEXT)
    with pytest.raises(StageBug, match="no scan"):
        list(stage([replace(scan_row, scan=None)]))


def test_engines_do_not_travel(chosen):
    stage, _ = chosen(TEXT)
    stage.open()
    assert pickle.loads(pickle.dumps(stage)).__dict__.keys() == {"engine", "second", "languages", "trust"}


def test_samples_say_who_read_them(scan_row, reader, chosen):
    stage, _ = chosen(TEXT, TEXT.scaled(0.75), second="same")
    page = ParseLayout().each(ocr(stage, scan_row))
    sample = next(iter(ToSamples()([classified(page)])))
    scores = {score.name: score.value for score in sample.scores}
    assert (sample.engine, str(sample.label_source)) == ("fake-1", "classical")
    assert scores["ocr_agreement"] == 1
    assert scores["ocr_confidence"] == pytest.approx(0.9)
    assert '"text_source": "ocr"' in sample.meta
    assert text_engine(parse(pdf(prose)), page) == "fake-1+pymupdf"


@needs_tesseract
@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_scan_is_read_however_it_is_turned(turn, reader):
    size = (WIDTH, HEIGHT) if turn % 2 == 0 else (HEIGHT, WIDTH)
    (row,) = read(pdf(scanned(turn), size=size), reader)
    page = ParseLayout().each(ocr(ReadScans("tesseract"), row))
    text = " ".join(block.text for block in page.tree.blocks)
    assert text.lower().startswith(LINES[0].lower())
    assert page.ocr.agreement > 0.97
    assert {line.turn for line in page.lines} == {turn}
