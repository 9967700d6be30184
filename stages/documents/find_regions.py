"""Have a model look at the page image for its regions (role layout)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vlcorpus.schemas.documents.document import PageRow, Region
from vlcorpus.schemas.geometry import Box1000, decode_box
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.roles import PAGE_TASK, layout_prompt
from vlcorpus.stages.inference.infer import Infer, generated
from vlcorpus.stages.inference.request import ImageInput, JsonSchema, Reply, Request, user

KINDS = [str(kind) for kind in BlockKind]
MAX_REGIONS = 200  # ours: a model that repeats itself must end
_SCHEMA = {
    "type": "array",
    "maxItems": MAX_REGIONS,
    "items": {
        "type": "object",
        "properties": {
            "bbox_2d": {
                "type": "array",
                "items": {"type": "integer", "minimum": 0, "maximum": 1000},
                "minItems": 4,
                "maxItems": 4,
            },
            "label": {"enum": KINDS},
        },
        "required": ["bbox_2d", "label"],
        "additionalProperties": False,
    },
}
ANSWER = JsonSchema(json.dumps(_SCHEMA, sort_keys=True))


@dataclass(frozen=True)
class FindRegions(Infer[PageRow, PageRow]):
    """Fill `regions` by a model, in place of what the PDF reader's own layout model saw.

    Boxes without an area are left out. Reasons: needs_model:layout, and those of `Infer`.
    """

    @property
    def tasks(self) -> tuple[str, ...]:
        return (PAGE_TASK,)

    def requests(self, row: PageRow) -> list[Request]:
        prompt = layout_prompt()
        return [
            Request(
                turns=(user(ImageInput(row.image), prompt.text),),
                sampling=self.model.sampling,
                constraint=ANSWER,
                prompt_sha256=prompt.sha256,
            )
        ]

    def accept(self, row: PageRow, requests: Sequence[Request], replies: Sequence[Reply]) -> PageRow:
        (request,), (reply,) = requests, replies
        return replace(
            row,
            regions=[
                Region(BlockKind(found["label"]), decode_box(box, row.width_px, row.height_px))
                for found in reply.value(request)
                if (box := Box1000(*found["bbox_2d"])).x1 < box.x2 and box.y1 < box.y2
            ],
            layout_engine=reply.engine,
            generated=[*row.generated, *generated(self.model, requests, replies)],
        )
