"""Texts as vectors of length 1, whose inner product says how alike they are: by letters, or by meaning.

`lexical-hash-v1` needs no model and knows edits only (stages/dedup/lexical_vectors.py). Everything else is a
folder or a hub id of a sentence encoder, read as the package sentence-transformers lays it out.
"""

import json
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.stages.dedup.lexical_vectors import NAME as LEXICAL
from vlcorpus.stages.dedup.lexical_vectors import lexical_vectors
from vlcorpus.stages.embed.weights import choose_device, fetch, full_name

MAX_TOKENS = 512  # ours, where the weights' files name no limit: few sentence encoders were trained on more
BATCH_TOKENS = 16_384  # ours: tokens of one pass, padding included: 512 short texts, 32 of the longest
POOLINGS = ("mean", "cls", "last")
# How sentence-transformers has written them in 1_Pooling/config.json, up to version 5.
_POOLING_KEYS = {
    "mean": "pooling_mode_mean_tokens",
    "cls": "pooling_mode_cls_token",
    "last": "pooling_mode_lasttoken",
}
_POOLING_NAMES = {"lasttoken": "last"}
_APPLIED = {"Transformer", "Pooling", "Normalize"}  # modules of an encoder: that of `Dense` we cannot follow


class TextEncoder(Protocol):
    """Safe to use from several threads. The same texts give the same vectors, whatever is beside them."""

    name: str  # name of the vectors: those of two encoders are never compared

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return (len(texts), d) float32 of length 1; 0 for a text without a letter: it has no neighbours."""


def load_text_encoder(
    name: str = LEXICAL, revision: str | None = None, *, gpus: float = 0, instruction: str | None = None
) -> TextEncoder:
    """Return the encoder called `name`: `lexical-hash-v1`, a folder, or a hub id.

    `instruction` stands before each text; None: what the weights' files say. Raises ConfigError for what is
    no encoder, EnvironmentFailure where packages, weights or the GPU are missing.
    """
    if name == LEXICAL:
        return LexicalEncoder()
    return TransformersTextEncoder(name, revision, gpus=gpus, instruction=instruction)


class LexicalEncoder:
    name = LEXICAL

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return lexical_vectors(texts)


class TransformersTextEncoder:
    """float32 on a CPU, bfloat16 on a GPU. Of a text longer than the encoder reads, the end is not seen."""

    def __init__(
        self, name: str, revision: str | None = None, *, gpus: float = 0, instruction: str | None = None
    ):
        self._device = choose_device(name, gpus)
        folder = fetch(name, revision)
        self.name = full_name(name, revision)
        self._require_plain(folder)
        self._pooling = _pooling(folder)
        self._instruction = _default_prompt(folder) if instruction is None else instruction
        self._load(folder)
        self._max_tokens = _max_tokens(folder, self._tokenizer.model_max_length, self._weights.config)
        # A tokenizer is not to be borrowed twice, and two batches at once are no faster than one by one.
        self._lock = threading.Lock()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        written = [index for index, text in enumerate(texts) if any(map(str.isalnum, text))]
        vectors = np.zeros((len(texts), self._weights.config.hidden_size), np.float32)
        if not written:
            return vectors
        with self._lock:
            ids = self._tokenizer(
                [self._instruction + texts[index] for index in written],
                truncation=True,
                max_length=self._max_tokens,
                return_attention_mask=False,
                return_token_type_ids=False,
            )["input_ids"]
            for batch in _batches(ids):
                found = self._encoded([ids[place] for place in batch])
                vectors[[written[place] for place in batch]] = found
        return unit(vectors)

    def _load(self, folder: Path) -> None:
        import torch
        from transformers import AutoModel, AutoTokenizer

        dtype = torch.bfloat16 if self._device == "cuda" else torch.float32
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(folder)
            self._weights = AutoModel.from_pretrained(folder, dtype=dtype).to(self._device).eval()
        except (OSError, ValueError, RuntimeError, ImportError) as error:
            raise EnvironmentFailure(f"Transformers cannot load the encoder {self.name}: {error}") from error

    def _require_plain(self, folder: Path) -> None:
        modules = {str(module["type"]).rpartition(".")[2] for module in _json(folder / "modules.json") or []}
        if others := sorted(modules - _APPLIED):
            raise ConfigError(
                f"encoder {self.name}: after its transformer come {', '.join(others)}, which are not applied "
                f"here, and without them its vectors mean nothing. Take one of {', '.join(sorted(_APPLIED))}."
            )

    def _encoded(self, ids: list[list[int]]) -> np.ndarray:
        import torch

        width = max(map(len, ids))
        tokens = torch.full((len(ids), width), self._tokenizer.pad_token_id or 0)
        mask = torch.zeros((len(ids), width), dtype=torch.long)
        for row, own in enumerate(ids):
            tokens[row, : len(own)] = torch.tensor(own)
            mask[row, : len(own)] = 1
        tokens, mask = tokens.to(self._device), mask.to(self._device)
        with torch.inference_mode():
            states = self._weights(input_ids=tokens, attention_mask=mask).last_hidden_state.float()
            return _pooled(states, mask, self._pooling).cpu().numpy()


def unit(vectors: np.ndarray) -> np.ndarray:
    """Return the vectors at length 1, those of 0 as they are. Raises FloatingPointError for NaN."""
    if not np.isfinite(vectors).all():
        raise FloatingPointError("the encoder gave NaN or infinity")
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)


def _batches(ids: list[list[int]]) -> Iterator[list[int]]:
    """Yield places of texts, the longest first, so many that with their padding they are BATCH_TOKENS.

    Sorted, they need little of it; and if memory is short, the first batch says so.
    """
    batch: list[int] = []
    # A text of which nothing is a token has no vector.
    for place in sorted(filter(ids.__getitem__, range(len(ids))), key=lambda place: -len(ids[place])):
        if batch and (len(batch) + 1) * len(ids[batch[0]]) > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _pooled(states: Any, mask: Any, pooling: str) -> Any:
    """Return (n, d) of the states (n, width, d) of tokens, padded on the right."""
    import torch

    if pooling == "cls":
        return states[:, 0]
    if pooling == "last":
        return states[torch.arange(len(states), device=states.device), mask.sum(dim=1) - 1]
    weights = mask.unsqueeze(-1).float()
    return (states * weights).sum(dim=1) / weights.sum(dim=1)


def _pooling(folder: Path) -> str:
    """Return how tokens become one vector: as the encoder's files say, else their mean."""
    said = _json(folder / "1_Pooling/config.json")
    if said is None:
        return "mean"
    modes = said.get("pooling_mode") or [name for name, key in _POOLING_KEYS.items() if said.get(key)]
    modes = [modes] if isinstance(modes, str) else modes
    names = [_POOLING_NAMES.get(mode, mode) for mode in modes]
    if len(names) != 1 or names[0] not in POOLINGS:
        raise ConfigError(
            f"{folder}/1_Pooling/config.json: one of {', '.join(POOLINGS)} is known here: {said}"
        )
    return names[0]


def _default_prompt(folder: Path) -> str:
    said = _json(folder / "config_sentence_transformers.json") or {}
    return (said.get("prompts") or {}).get(said.get("default_prompt_name"), "")


def _max_tokens(folder: Path, of_tokenizer: int, config: Any) -> int:
    said = (_json(folder / "sentence_bert_config.json") or {}).get("max_seq_length")
    return said or min(MAX_TOKENS, of_tokenizer, getattr(config, "max_position_embeddings", MAX_TOKENS))


def _json(path: Path) -> Any:
    """Return what a file says, or None where there is none."""
    try:
        return json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from error
