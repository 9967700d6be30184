"""What a model is asked: turns of text, images and frames, how it may answer, and how it samples.

A request is plain data and the same for every engine. Media keep the bytes that the row has; nobody encodes
them again on the way to the model.
"""

import json
import re
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.schemas.sampling import Sampling


@dataclass(frozen=True, slots=True)
class ImageInput:
    """An encoded image (JPEG, PNG, WEBP), as the row carries it."""

    bytes: bytes


@dataclass(frozen=True, slots=True)
class VideoInput:
    """Sampled frames of a video: encoded images, and each one's index in the source, whose rate is `fps`."""

    frames: tuple[bytes, ...]
    indices: tuple[int, ...]
    fps: float  # frames a second of the source: a frame's time is its index / fps
    n_source_frames: int

    def __post_init__(self) -> None:
        if len(self.frames) != len(self.indices) or not self.frames or self.fps <= 0:
            raise ValueError(f"{len(self.frames)} frames, {len(self.indices)} indices, {self.fps} fps")


Part = str | ImageInput | VideoInput
_FENCE = re.compile(r"```[a-zA-Z]*\s*\n(.*?)\n?\s*```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Turn:
    role: str  # system | user | assistant | tool
    parts: tuple[Part, ...]
    calls: tuple[ToolCall, ...] = ()  # calls of tools by the assistant
    reasoning: str | None = None  # the assistant's; the template decides whether it is shown again
    answers_call: str | None = None  # id of the call whose result a tool's turn holds


@dataclass(frozen=True, slots=True)
class JsonSchema:
    """The answer is JSON of this schema."""

    schema: str  # JSON

    def parse(self, text: str) -> Any:
        """Return the value, also of JSON in a code fence: without a grammar a model may write one."""
        if fenced := _FENCE.fullmatch(text.strip()):
            text = fenced[1]
        # Grammars of engines let control characters into strings, a line break above all.
        return json.loads(text, strict=False)


@dataclass(frozen=True, slots=True)
class Regex:
    """The answer matches this pattern as a whole."""

    pattern: str

    def parse(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text):
            raise ValueError(f"{self.pattern!r} does not match")
        return text


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer is one of these."""

    options: tuple[str, ...]

    def parse(self, text: str) -> str:
        if text not in self.options:
            raise ValueError(f"{text!r} is none of {', '.join(self.options)}")
        return text


@dataclass(frozen=True, slots=True)
class Grammar:
    """The answer follows this grammar, in the EBNF of xgrammar (GBNF), from its rule `root` on."""

    ebnf: str

    def parse(self, text: str) -> str:
        return text


@dataclass(frozen=True, slots=True)
class StructuralTag:
    """Parts of the answer are of a form, the rest is free: xgrammar's structural tag."""

    tag: str  # JSON

    def parse(self, text: str) -> str:
        return text


Constraint = JsonSchema | Regex | Choice | Grammar | StructuralTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """How large a model sees media; the defaults are those of Qwen3-VL's preprocessor_config.json."""

    image_min: int = 65_536
    image_max: int = 16_777_216
    video_min: int = 4_096  # least pixels of a whole video, frames x height x width
    video_max: int = 25_165_824


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a role is served beside others of one engine: `Infer` fills it in."""

    lora: str | None = None  # adapter: a folder, a hub id, or the name that a server knows
    chat_template: str = "{}"  # JSON: keyword arguments of the model's chat template
    extra_body: str = "{}"  # JSON: what a server takes beside what is asked for
    priority: int = 0  # lower is earlier, where the engine schedules by priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    turns: tuple[Turn, ...]
    sampling: Sampling
    constraint: Constraint | None = None
    # None: the model's own, which `Infer` fills in, because several roles may share one engine.
    pixels: Pixels | None = None
    manner: Manner = Manner()
    prompt_sha256: str = ""  # hash of the instruction's template, for the provenance
    tools: str | None = None  # JSON array of function definitions that the model may call

    def images(self) -> list[ImageInput]:
        return [part for turn in self.turns for part in turn.parts if isinstance(part, ImageInput)]

    def videos(self) -> list[VideoInput]:
        return [part for turn in self.turns for part in turn.parts if isinstance(part, VideoInput)]

    def seeded(self, seed: int) -> "Request":
        """Return the request with a seed, if it draws and has none."""
        if self.sampling.temperature == 0 or self.sampling.seed is not None:
            return self
        return replace(self, sampling=replace(self.sampling, seed=seed))

    def text_first(self) -> "Request":
        """Return the request with text before media, where a user's turn is media and then one text."""
        return replace(self, turns=tuple(_text_first(turn) for turn in self.turns))

    def describe(self) -> dict:
        """Return all that an answer depends on but the model and how it serves, as JSON; media by hashes."""
        return {
            "turns": [_describe_turn(turn) for turn in self.turns],
            "sampling": self.sampling.identity(),
            "constraint": self.constraint
            and {"kind": type(self.constraint).__name__, **asdict(self.constraint)},
            **({"tools": json.loads(self.tools)} if self.tools else {}),
        }


def user(*parts: Part) -> Turn:
    return Turn("user", parts)


def _text_first(turn: Turn) -> Turn:
    *media, text = turn.parts or ("",)
    is_question = bool(media) and isinstance(text, str) and not any(isinstance(part, str) for part in media)
    return replace(turn, parts=(text, *media)) if turn.role == "user" and is_question else turn


def _describe_turn(turn: Turn) -> list:
    """Return role and parts, then what only turns about tools and reasoning have: keys of others stay."""
    more = {
        "calls": [asdict(call) for call in turn.calls],
        "reasoning": turn.reasoning,
        "answers_call": turn.answers_call,
    }
    more = {name: value for name, value in more.items() if value}
    return [turn.role, [_describe(part) for part in turn.parts], *([more] if more else [])]


def _describe(part: Part) -> Any:
    if isinstance(part, str):
        return part
    if isinstance(part, ImageInput):
        return {"image": sha256(part.bytes).hexdigest()}
    frames = [sha256(frame).hexdigest() for frame in part.frames]
    return {"video": frames, "indices": list(part.indices), "fps": part.fps, "n": part.n_source_frames}


@dataclass(frozen=True, slots=True)
class TokenLogprob:
    """A token of an answer: its id and log-probability, and the likeliest ones in its place."""

    token: int
    logprob: float
    top: tuple[tuple[int, float], ...] = ()  # token, logprob; the likeliest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to a request: its text without reasoning and calls, which stand apart."""

    text: str
    finish_reason: str  # stop | length | tool_calls
    n_tokens: int  # all that the model wrote, reasoning and calls included
    logprobs: tuple[TokenLogprob, ...] | None = None  # log-probabilities of all these tokens
    reasoning: str | None = None
    n_reasoning_tokens: int | None = 0  # part of `n_tokens`; None: it reasoned, and nobody said how long
    calls: tuple[ToolCall, ...] = ()

    @property
    def logprob_sum(self) -> float | None:
        """The log-probability of the whole answer, None where none were asked for."""
        return None if self.logprobs is None else sum(one.logprob for one in self.logprobs)

    @property
    def logprob_mean(self) -> float | None:
        """The same for each token: what compares answers of different lengths."""
        total = self.logprob_sum
        return total / len(self.logprobs) if total is not None and self.logprobs else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back: `sampling.n` answers, and who gave them."""

    answers: tuple[Answer, ...]
    n_prompt_tokens: int
    engine: str  # name and version: vllm-0.32.0
    model: str | None  # None: no model, a classical tool
    revision: str | None = None
    cached: bool = False
    # Log-probabilities of each token of the prompt but the first, where they were asked for.
    prompt_logprobs: tuple[TokenLogprob | None, ...] | None = None

    def __post_init__(self) -> None:
        if not self.answers:  # else it would be kept, and be no answer for ever
            raise ValueError(f"{self.engine}, {self.model}: a reply without an answer")

    @property
    def text(self) -> str:
        """The first answer."""
        return self.answers[0].text

    def value(self, request: Request, number: int = 0) -> Any:
        """Return an answer, the first by default, as the request's constraint reads it.

        Raises Reject: reply_truncated, reply_unusable.
        """
        answer = self.answers[number]
        try:
            return request.constraint.parse(answer.text) if request.constraint else answer.text
        except ValueError as error:
            cut = answer.finish_reason == "length"
            reason = Reason.REPLY_TRUNCATED if cut else Reason.REPLY_UNUSABLE
            raise Reject(reason, f"{self.engine}, {self.model}: {error}: {answer.text[:500]!r}") from error
