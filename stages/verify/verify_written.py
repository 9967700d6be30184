"""Ask a second model whether each sentence of a caption is true of the image (role diagram_verifier)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.scenes.written import WrittenScene
from vlcorpus.stages.inference.infer import Infer, generated
from vlcorpus.stages.inference.request import Choice, ImageInput, Reply, Request, user

DIAGRAM_VERIFIER = "diagram_verifier"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class VerifyWritten(Infer[WrittenScene, WrittenScene]):
    """A scene goes on with the sentences that the model confirms; with none where too few are left."""

    min_sentences: int = 3

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("scene_written_verify",)

    def requests(self, row: WrittenScene) -> list[Request]:
        if len(row.sentences) < self.min_sentences:
            return []
        (prompt,) = prompts_of("scene_written_verify", row.written_lang)
        return [
            Request(
                turns=(user(ImageInput(row.image), prompt.text.replace("{sentence}", sentence)),),
                sampling=self.model.sampling,
                constraint=Choice((YES, NO)),
                prompt_sha256=prompt.sha256,
            )
            for sentence in row.sentences
        ]

    def accept(
        self, row: WrittenScene, requests: Sequence[Request], replies: Sequence[Reply]
    ) -> WrittenScene:
        if not requests:
            return replace(row, sentences=[])
        answers = [reply.value(request) for request, reply in zip(requests, replies, strict=True)]
        kept = [said for said, answer in zip(row.sentences, answers, strict=True) if answer == YES]
        return replace(
            row,
            sentences=kept if len(kept) >= self.min_sentences else [],
            n_denied=len(answers) - len(kept),
            generated=[*row.generated, *generated(self.model, requests[:1], replies[:1])],
        )

    def unanswered(self, row: WrittenScene) -> WrittenScene:
        return replace(row, sentences=[])
