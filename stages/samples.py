"""What stages that make samples have in common: a worker's own tokenizer, and turns about a picture."""

from functools import cached_property

from vlcorpus.schemas.qwenvl.tokens import TextTokenizer, load_tokenizer
from vlcorpus.schemas.sample import Message, Part


class CountsTokens:
    """Part of a stage that declares the parameter `tokenizer_path` itself, where it stands among its own."""

    tokenizer_path: str | None  # a tokenizer.json; without one, counts are estimates

    @cached_property
    def tokenizer(self) -> TextTokenizer:
        return load_tokenizer(self.tokenizer_path)

    def open(self) -> None:
        _ = self.tokenizer


def asked_of_image(prompt: str, answer: str, *, train: bool = True) -> list[Message]:
    """Return the turns of one picture, one prompt and one answer, which the loss sees if `train`."""
    return [
        Message(role="user", content=[Part(type="image", media=0), Part(type="text", text=prompt)]),
        Message(role="assistant", content=[Part(type="text", text=answer)], train=train),
    ]
