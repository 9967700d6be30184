"""What a user may say of exercises: columns, rules, checks by models, translation; each with its reason."""

from pydantic import BaseModel, ConfigDict, Field, field_validator

from vlcorpus.catalogs.sources.text_encoding import known_encoding
from vlcorpus.pipelines.config import InputConfig
from vlcorpus.stages.media.decode_image import MAX_DECODED_PIXELS


class FieldsConfig(BaseModel):
    """Which column or field of a record is for what, where its name does not tell."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    question: str | None = Field(default=None, description="what is asked; default: question, problem …")
    options: str | None = Field(
        default=None, description="options to choose from; default: options, choices …"
    )
    answer: str | None = Field(default=None, description="the answer; default: answer, correct, label …")
    solution: str | None = Field(
        default=None, description="how the answer is found; default: solution, rationale, analysis …"
    )
    images: str | None = Field(
        default=None, description="one picture or several, in bytes or by paths; default: images, image …"
    )


class SolvingConfig(BaseModel):
    """How exercises are solved again by the role reasoner; without a model they are not."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    n_answers: int = Field(default=4, ge=1, le=64, description="ours: answers of the model to an exercise")
    min_agreement: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: share of the model's answers that must be the exercise's own; 0 keeps all",
    )


class TranslationConfig(BaseModel):
    """How exercises are translated by the role translator."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    share: float = Field(
        default=0.0, ge=0, le=1, description="share of exercises that are also wanted in the other language"
    )
    min_similarity: float = Field(
        default=0.4,
        ge=0,
        le=1,
        description="ours: how much of the text must be as it was when the translation is translated back",
    )


class ExercisesConfig(InputConfig):
    fields: FieldsConfig = Field(default=FieldsConfig(), description="which field of a record is for what")
    image_folder: str | None = Field(
        default=None,
        description="where paths of pictures begin; default: at the file's folder, or the input's",
    )
    image_prefix: str | None = Field(
        default=None,
        description="how paths of pictures begin that lie without it, as `images/`; default: no such",
    )
    text_encoding: str | None = Field(
        default=None, description="encoding of files of text; default: UTF-8, and nothing is guessed"
    )
    max_pixels: int = Field(
        default=MAX_DECODED_PIXELS, gt=0, description="a picture of more pixels is not decoded"
    )
    min_chars: int = Field(
        default=8, ge=1, description="ours: fewest characters of a question without a figure; Chinese, half"
    )
    max_answer_chars: int = Field(
        default=120, ge=1, description="ours: most characters of an answer in words; longer ones are essays"
    )
    solving: SolvingConfig = Field(default=SolvingConfig(), description="how exercises are solved again")
    translation: TranslationConfig = Field(
        default=TranslationConfig(), description="how exercises are translated"
    )
    tokenizer: str | None = Field(
        default=None, description="a tokenizer.json; without one, token counts are estimates"
    )

    @field_validator("text_encoding")
    @classmethod
    def _is_known(cls, name: str | None) -> str | None:
        return name and known_encoding(name)
