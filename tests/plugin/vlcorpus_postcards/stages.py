"""From a text file to a postcard, and from a postcard to a training sample."""

import io
import textwrap
from dataclasses import dataclass

from PIL import Image, ImageDraw

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.prompts import choose_prompt
from vlcorpus.schemas.row import Row, row_rng
from vlcorpus.schemas.sample import LabelSource, Sample
from vlcorpus.stages.language.detect_language import detect_language
from vlcorpus.stages.samples import CountsTokens, SampleDraft, SampleImage, asked_of_image, make_sample
from vlcorpus.stages.stage import RowStage
from vlcorpus_postcards.card import Postcard

SIZE = (480, 320)
LINE_CHARS = 40


@dataclass(frozen=True)
class ReadPostcard(RowStage[FileRow, Postcard]):
    """Reasons: file_empty, text_not_utf8."""

    def each(self, row: FileRow) -> Postcard:
        try:
            text = row.content.decode().strip()
        except UnicodeDecodeError as error:
            raise Reject("text_not_utf8", str(error)) from error
        if not text:
            raise Reject("file_empty")
        return Postcard.derived(row, "card", text=text, lang=detect_language(text))


@dataclass(frozen=True)
class DrawPostcard(CountsTokens, RowStage[Postcard, Sample]):
    """One postcard in, one sample out: its image, a question, and the text that we wrote there."""

    seed: int = 0
    tokenizer_path: str | None = None

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("postcard_read",)

    def each(self, row: Postcard) -> Sample:
        prompt = choose_prompt("postcard_read", row_rng(self.seed, row.id))
        draft = SampleDraft(
            domain="postcards",
            task="postcard_read",
            lang=[row.lang],
            messages=asked_of_image(prompt.text, row.text),
            images=[SampleImage(_drawn(row.text), *SIZE, format="PNG")],
            label_source=LabelSource.CONSTRUCTION,
            engine="postcards",
            prompt_sha256=prompt.sha256,
            parents=[row.id],
        )
        return make_sample(Row.derived(row, "read"), draft, self.tokenizer)


def _drawn(text: str) -> bytes:
    image = Image.new("RGB", SIZE, "ivory")
    lines = "\n".join(textwrap.wrap(text, LINE_CHARS))
    ImageDraw.Draw(image).text((20, 20), lines, fill="navy", font_size=20)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
