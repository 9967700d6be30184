"""Turn a parsed page into training samples: one for each format of a page."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from vlcorpus.schemas.documents.document import ClassifiedPage
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.prompts import choose_prompt
from vlcorpus.schemas.qwenvl.html import HtmlClasses
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import row_id, row_rng
from vlcorpus.schemas.sample import Sample, SceneObject
from vlcorpus.stages.documents.page.provenance import label_source, models, text_engine
from vlcorpus.stages.documents.page_formats import prompts_for, write_page
from vlcorpus.stages.samples import (
    BY_CONTENT,
    CountsTokens,
    SampleDraft,
    SampleImage,
    asked_of_image,
    make_sample,
)
from vlcorpus.stages.stage import RowStage

FORMATS = ("doc_html", "doc_markdown")


@dataclass(frozen=True)
class ToSamples(CountsTokens, RowStage[ClassifiedPage | Sample, Sample]):
    """One page in, one sample per format out. Samples of several pages pass. Reasons: longer_than_stage."""

    formats: tuple[str, ...] = FORMATS
    furniture: bool = True  # whether running heads, feet and page numbers are part of the answer
    classes: HtmlClasses = HtmlClasses.QWEN
    seed: int = 0
    tokenizer_path: str | None = field(default=None, metadata=BY_CONTENT)

    @property
    def tasks(self) -> tuple[str, ...]:
        return self.formats

    def each(self, row: ClassifiedPage | Sample) -> Iterator[Sample | Rejection]:
        if isinstance(row, Sample):
            yield row
            return
        for task in self.formats:
            key = f"{row.source_key}&format={task}"
            page = replace(row, id=row_id(row.source, key), source_key=key)
            try:
                yield self._sample(page, task, row.id)
            except Reject as reject:
                yield Rejection.of(page, self.name, reject)

    def _sample(self, page: ClassifiedPage, task: str, parent: str) -> Sample:
        prompt = choose_prompt(prompts_for(task, self.classes), row_rng(self.seed, page.id))
        answer = write_page(page.tree, task, furniture=self.furniture, classes=self.classes)
        draft = SampleDraft(
            domain="documents",
            task=task,
            lang=[page.lang],
            messages=asked_of_image(prompt.text, answer),
            images=[SampleImage(page.image, page.width_px, page.height_px)],
            objects=_objects(page),
            label_source=label_source(page),
            engine=text_engine(page),
            model=models(page),
            generated=page.generated,
            prompt_sha256=prompt.sha256,
            parents=[parent],
            scores=_scores(page),
            meta=_meta(page),
        )
        return make_sample(page, draft, self.tokenizer)


def _objects(page: ClassifiedPage) -> list[SceneObject]:
    return [
        SceneObject(image=0, kind="box", label=str(block.kind), bbox_px=[round(value, 1) for value in box])
        for block, box in zip(page.tree.blocks, page.boxes_px, strict=True)
    ]


def _scores(page: ClassifiedPage) -> dict[str, float | None]:
    """Return every measure of the text, of the parse and of OCR, by its name; None where it was not taken."""
    values = {**asdict(page.measures), **asdict(page.parse), **asdict(page.words)}
    values["document_type_score"] = page.document_type_score
    if page.ocr is not None:
        values |= {"ocr_confidence": page.ocr.confidence, "ocr_agreement": page.ocr.agreement}
    return values


def _meta(page: ClassifiedPage) -> dict[str, Any]:
    known = {
        "page": page.page,
        "n_pages": page.n_pages,
        "width_pt": round(page.width_pt, 2),
        "height_pt": round(page.height_pt, 2),
        "rotation": page.rotation,
        "document_type": page.document_type,
    }
    if page.ocr is not None:
        known |= {"text_source": page.text_source, "second_engine": page.ocr.second_engine}
    return known
