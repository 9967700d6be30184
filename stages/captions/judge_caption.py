"""Ask a second model whether a caption is true of its image (role judge)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vlcorpus.schemas.captions.caption import CaptionedRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.inference.infer import Infer, generated
from vlcorpus.stages.inference.request import Choice, ImageInput, Reply, Request, user

JUDGE = "judge"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class JudgeCaption(Infer[CaptionedRow, CaptionedRow]):
    """Reject what the judge denies. Captions that no model wrote pass: there is nothing invented in them.
    One that was judged before is not judged again.

    Reasons: caption_unfaithful, needs_model:judge, and those of `Infer`.
    """

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("judge_caption",)

    def requests(self, row: CaptionedRow) -> list[Request]:
        if not row.generated or any(said.role == self.model.role for said in row.generated):
            return []
        (prompt,) = prompts_of("judge_caption", row.caption.lang)
        return [
            Request(
                turns=(user(ImageInput(row.content), prompt.text.replace("{caption}", row.caption.text)),),
                sampling=self.model.sampling,
                constraint=Choice((YES, NO)),
                prompt_sha256=prompt.sha256,
            )
        ]

    def accept(
        self, row: CaptionedRow, requests: Sequence[Request], replies: Sequence[Reply]
    ) -> CaptionedRow:
        for request, reply in zip(requests, replies, strict=True):
            if reply.value(request) == NO:
                raise Reject(Reason.CAPTION_UNFAITHFUL, f"{reply.model}: {row.caption.text[:500]!r}")
        return replace(row, generated=[*row.generated, *generated(self.model, requests, replies)])
