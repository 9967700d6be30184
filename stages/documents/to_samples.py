"""Turn a parsed page into training samples: one for each format of a page."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.prompts import choose_prompt
from vlcorpus.schemas.qwenvl.html import write_html
from vlcorpus.schemas.qwenvl.markdown import write_markdown
from vlcorpus.schemas.qwenvl.tokens import PROCESSOR_ID, count_sample_tokens
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import row_id, row_rng
from vlcorpus.schemas.sample import LabelSource, Sample, SceneObject, Score
from vlcorpus.stages.samples import CountsTokens, asked_of_image
from vlcorpus.stages.stage import RowStage

WRITERS = {"doc_html": write_html, "doc_markdown": write_markdown}
ENGINE = "pymupdf"  # whose text layer the answer is
# Sequence lengths of the training stages: Qwen3-VL report, table of stages; docs/formats.md §9
STAGE_TOKENS = (("s1", 8_192), ("s2", 32_768), ("s3", 262_144))


@dataclass(frozen=True)
class ToSamples(CountsTokens, RowStage):
    """One page in, one sample per format out. Samples of several pages pass. Reasons: longer_than_stage."""

    formats: tuple[str, ...] = tuple(WRITERS)
    furniture: bool = True  # whether running heads, feet and page numbers are part of the answer
    seed: int = 0
    tokenizer_path: str | None = None

    @property
    def tasks(self) -> tuple[str, ...]:
        return self.formats

    def each(self, row: PageRow | Sample) -> Iterator[Sample | Rejection]:
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

    def _sample(self, page: PageRow, task: str, parent: str) -> Sample:
        prompt = choose_prompt(task, row_rng(self.seed, page.id))
        answer = WRITERS[task](page.tree, furniture=self.furniture)
        messages = asked_of_image(prompt.text, answer)
        counts = count_sample_tokens(messages, [(page.width_px, page.height_px)], self.tokenizer)
        image = _image_info(page)
        return Sample(
            id=page.id,
            source=page.source,
            source_key=page.source_key,
            license=page.license,
            domain="documents",
            task=task,
            stage=training_stage(counts.n_total),
            mode="instruct",
            lang=[page.lang],
            messages=messages,
            images=[Image(bytes=page.image)],
            image_info=[image],
            objects=_objects(page),
            n_tokens=counts.n_total,
            n_text_tokens=counts.n_text,
            n_vision_tokens=counts.n_vision,
            n_loss_tokens=counts.n_loss,
            tokenizer_id=self.tokenizer.id,
            processor_id=PROCESSOR_ID,
            label_source=label_source(page),
            engine=text_engine(page),
            model=models(page),
            generated=page.generated,
            prompt_sha256=prompt.sha256,
            parents=[parent],
            scores=_scores(page),
            content_sha256=_content_sha256(prompt.text, answer, image.sha256),
            meta=_meta(page),
        )


def text_engine(*pages: PageRow) -> str:
    """Return what read these pages, joined by `+`: `pymupdf`, `tesseract-5.3.0`, a layout model …."""
    readers = {page.ocr.engine if page.ocr else ENGINE for page in pages}
    others = {engine for page in pages for engine in (page.layout_engine, page.region_engine) if engine}
    return "+".join(sorted(readers | others))


def label_source(*pages: PageRow) -> LabelSource:
    """Return `model` as soon as a model has given a part of the answer."""
    return LabelSource.MODEL if any(page.generated for page in pages) else LabelSource.CLASSICAL


def models(*pages: PageRow) -> str | None:
    """Return the models that gave a part of the answer, joined by `+`."""
    return "+".join(sorted({said.model_id for page in pages for said in page.generated})) or None


def _image_info(page: PageRow) -> ImageInfo:
    digest = sha256(page.image).hexdigest()
    return ImageInfo(width_px=page.width_px, height_px=page.height_px, sha256=digest, format="JPEG")


def training_stage(n_tokens: int) -> str:
    """Return the report's first stage with sequences long enough. Raises Reject(longer_than_stage)."""
    for stage, limit in STAGE_TOKENS:
        if n_tokens <= limit:
            return stage
    raise Reject(Reason.LONGER_THAN_STAGE, f"{n_tokens} tokens, the longest sequence is {limit}")


def _objects(page: PageRow) -> list[SceneObject]:
    return [
        SceneObject(image=0, kind="box", label=str(block.kind), bbox_px=[round(value, 1) for value in box])
        for block, box in zip(page.tree.blocks, page.boxes_px, strict=True)
    ]


def _scores(page: PageRow) -> list[Score]:
    """Return every measure of the text, of the parse and of OCR, by its name; without those not taken."""
    values = {**asdict(page.measures), **asdict(page.parse)}
    if page.words is not None:
        values |= asdict(page.words) | {"document_type_score": page.document_type_score}
    if page.ocr is not None:
        values |= {"ocr_confidence": page.ocr.confidence, "ocr_agreement": page.ocr.agreement}
    return [Score(name=name, value=float(value)) for name, value in values.items() if value is not None]


def _content_sha256(*parts: str) -> str:
    """Hash what the trainer sees: prompt, answer and the picture's own hash."""
    return sha256("\0".join(parts).encode()).hexdigest()


def _meta(page: PageRow) -> str:
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
    return json.dumps(known)
