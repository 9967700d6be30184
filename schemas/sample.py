"""One training record: what a trainer reads, what a person asks in SQL. Source: docs/formats.md §14.

Messages are safe for Qwen's chat template, which tests whether a content part *has* a key `image` or `video`:
a part has exactly `type`, `text`, `media`, and media live in the ordered columns `images` and `videos`. Text
never carries placeholder tags. `objects` keep the truth in source pixels and metres; answers are text derived
from it.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from vlcorpus.schemas.arrow import Float32, Int32
from vlcorpus.schemas.media import Image, ImageInfo, Video
from vlcorpus.schemas.row import Row


class LabelSource(StrEnum):
    """Where an answer came from. A classical default never passes for a model's work."""

    CONSTRUCTION = "construction"  # generated together with its truth
    CLASSICAL = "classical"  # a tool without a model: a parser, rules, an OCR engine
    MODEL = "model"
    UPSTREAM = "upstream"  # an annotation that came with the source
    HUMAN = "human"


@dataclass(slots=True, kw_only=True)
class Part:
    type: str  # text | image | video
    text: str | None = None  # the text of a text part; null in others
    media: Int32 | None = None  # index into `images` or `videos`; the n-th image part shows images[n]


@dataclass(slots=True, kw_only=True)
class ToolCall:
    id: str  # name of the call, to which a tool turn answers
    name: str  # the function's name
    arguments: str  # JSON, ensure_ascii=False, separators ", " and ": "


@dataclass(slots=True, kw_only=True)
class Message:
    role: str  # system | user | assistant | tool
    content: list[Part]  # what is said, in order
    reasoning_content: str | None = None  # only where mode = thinking
    tool_calls: list[ToolCall] | None = None  # calls that the assistant makes; null where it makes none
    train: bool = False  # whether this turn counts in the loss


@dataclass(slots=True, kw_only=True)
class SceneObject:
    """One annotated thing, un-normalised."""

    image: Int32  # index into `images`
    kind: str  # box | point | box_3d
    label: str  # what it is
    bbox_px: list[float] | None = None  # x1, y1, x2, y2 in that image
    point_px: list[float] | None = None  # x, y in that image
    bbox_3d: list[float] | None = None  # centre x, y, z, sizes x, y, z in metres; angles x, y, z in radians
    time_s: float | None = None  # time in the clip, where the image is a frame
    attrs: str | None = None  # a JSON object


@dataclass(slots=True, kw_only=True)
class Camera:
    image: Int32  # index into `images`
    K: list[float]  # 3 x 3 intrinsics, row by row, in px


@dataclass(slots=True, kw_only=True)
class Score:
    """A measure beside the sample. (A list of pairs: Hugging Face `datasets` has no map type.)"""

    name: str  # what was measured
    value: Float32  # its unit is the measure's own


@dataclass(slots=True, kw_only=True)
class Generated:
    """What a model wrote, and how it was asked."""

    role: str  # the role that the model played
    model_id: str  # folder, hub id, or a server's name for it
    model_revision: str | None  # commit or tag of a hub; null where it has none
    prompt_sha256: str  # hash of the instruction's template
    sampling: str  # a JSON object
    seed: int | None  # seed of the sampling; null where it had none
    finish_reason: str  # why the answer ended: stop | length …
    n_out_tokens: Int32  # tokens of the answer


@dataclass(slots=True, kw_only=True)
class Sample(Row):
    domain: str  # name of the domain that made it
    task: str  # doc_html, doc_markdown, caption, ocr_spot … : docs/formats.md §14
    stage: str  # first training stage of the report that takes it by domain and length: s0 s1 s2 s3 sft …
    mode: str  # pretrain | instruct | thinking
    lang: list[str]  # ISO 639-1, the most frequent first; `und` where nothing could be told

    messages: list[Message]  # the conversation
    tools: str | None = None  # JSON array of function definitions
    images: list[Image] = field(default_factory=list)  # every image, in the order of the parts that show them
    image_info: list[ImageInfo] = field(default_factory=list)  # size, hash and format of each of `images`
    videos: list[Video] = field(default_factory=list)  # every clip, in the order of the parts that show them
    objects: list[SceneObject] = field(default_factory=list)  # what is where; answers are text made of it
    cameras: list[Camera] = field(default_factory=list)  # cameras of those images that have a known one

    n_tokens: Int32  # sum of text and vision tokens
    n_text_tokens: Int32  # tokens of the rendered conversation, without image and video pads
    n_vision_tokens: Int32  # image and video pads of the rendered conversation
    n_loss_tokens: Int32  # tokens that the loss sees: trained turns with their end-of-turn tokens
    tokenizer_id: str  # the tokenizer that the counts hold for
    processor_id: str  # the image processor that the counts hold for
    sample_weight: Float32 = 1.0  # factor on how often training draws it; the loss is the trainer's
    trainable: bool = True  # false: kept to be looked at or rewritten; no turn of it is trained

    label_source: LabelSource  # construction | classical | model | upstream | human
    engine: str  # name and version of what made the answer: `pymupdf`, `vllm` …
    model: str | None = None  # the model that wrote the answer; null where none did
    generated: list[Generated] = field(default_factory=list)  # each text that a model wrote for it
    prompt_sha256: str  # hash of the instruction's template; `vlcorpus sql "from prompts"` has the text
    parents: list[str] = field(default_factory=list)  # ids of the rows this one was derived from
    scores: list[Score] = field(default_factory=list)  # what was measured on the way
    content_sha256: str  # hash of messages and media: equal content, equal hash
    meta: str = "{}"  # a JSON object: whatever else the domain knows

    def _repr_html_(self) -> str:
        """Return how a notebook shows the sample: images with their boxes, and the conversation."""
        from vlcorpus.schemas.notebook import sample_html

        return sample_html(self)
