"""The records of pairs in one JSON file: those of an array, or the images of COCO and their captions.

Source: LLaVA, "Finetune_Custom_Data.md" (an array of objects); COCO, "Data format" (`images`, `annotations`
with `image_id` and `caption`, `licenses`). The captions of an image stand anywhere in the file, before or
behind it, so a stretch of its images is read in two passes over all of it.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice
from typing import Any

from vlcorpus.catalogs.sources.json_stream import JsonStream
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

_SAMPLED = 100
_CREATIVE_COMMONS = re.compile(r"creativecommons\.org/licenses/(by[a-z-]*)/(\d\.\d)")


class JsonRecords:
    """One pass after another over a file, in memory a stretch of its records.

    `is_known` is false where it holds no such records; then nothing else is told.
    """

    def __init__(self, stream: BufferedReader, encoding: str | None):
        self._stream, self._encoding = stream, encoding
        self._is_array = self._begin().sign() == "["
        self.is_known = False
        self.n_rows = 0
        self.is_text = True  # in the encoding

    def survey(self) -> "JsonRecords":
        """Read all of it once, and tell what it holds. Raises Reject json_broken for a COCO file."""
        cursor = self._begin()
        if self._is_array:
            self._survey_array(cursor)
        elif cursor.sign() == "{":
            self._survey_coco(cursor)
        self.is_text = cursor.is_text
        return self

    def records(self, first: int, stop: int) -> Iterator[dict[str, Any] | Reject]:
        """Yield the records of a stretch, or what is wrong with one; behind what is broken there is none."""
        if self._is_array:
            return islice(self._of_array(self._begin()), first, stop)
        return self._of_coco(first, stop)

    def _begin(self) -> JsonStream:
        self._stream.seek(0)
        return JsonStream(self._stream, self._encoding)

    def sampled_names(self) -> tuple[str, ...]:
        """Return the names of the first hundred records: the first one need not have all of them."""
        if not self._is_array:
            return ("file_name", "captions")
        names: dict[str, None] = {}
        for record in islice(self._of_array(self._begin()), _SAMPLED):
            names |= dict.fromkeys(record) if isinstance(record, dict) else {}
        return tuple(names)

    def _survey_array(self, cursor: JsonStream) -> None:
        for record in self._of_array(cursor):
            self.n_rows += 1
            self.is_known = self.is_known or isinstance(record, dict)

    def _survey_coco(self, cursor: JsonStream) -> None:
        for name in cursor.members():
            if name == "images" and cursor.sign() == "[":
                self.n_rows += sum(1 for _ in cursor.elements())
            elif name == "annotations" and cursor.sign() == "[":
                for annotation in cursor.elements():
                    self.is_known = self.is_known or _has_caption(annotation)
        self.is_known = self.is_known and self.n_rows > 0

    def _of_array(self, cursor: JsonStream) -> Iterator[dict[str, Any] | Reject]:
        try:
            for value in cursor.elements():
                yield value if isinstance(value, dict) else _no_object(value)
        except Reject as reject:
            yield reject

    def _of_coco(self, first: int, stop: int) -> Iterator[dict[str, Any] | Reject]:
        images: list[Any] = []
        licenses: dict[str, str | None] = {}
        for name, cursor in self._arrays():
            if name == "images":
                elements = cursor.elements()
                images = list(islice(elements, first, stop))
                deque(elements, maxlen=0)  # the cursor goes behind them
            elif name == "licenses":
                listed = (one for one in cursor.elements() if isinstance(one, dict))
                licenses = {str(one.get("id")): _license(one) for one in listed}
        captions: dict[str, list[Any]] = {_id_of(image): [] for image in images}
        n_of: Counter[str] = Counter()
        for name, cursor in self._arrays():
            if name == "images":
                n_of.update(key for key in map(_id_of, cursor.elements()) if key in captions)
            elif name == "annotations":
                for annotation in filter(_has_caption, cursor.elements()):
                    if (key := str(annotation.get("image_id"))) in captions:
                        captions[key].append(annotation["caption"])
        for image in images:
            key = _id_of(image)
            if not key:
                yield Reject(Reason.KEY_MISSING, "it has no id, by which its captions are found")
            elif n_of[key] > 1:
                yield Reject(Reason.SAMPLE_REPEATED, f"{n_of[key]} images have the id {key[:100]}")
            else:
                yield _record(image, captions[key], licenses)

    def _arrays(self) -> Iterator[tuple[str, JsonStream]]:
        """Yield the names of the file's arrays, and the cursor before each."""
        cursor = self._begin()
        for name in cursor.members():
            if cursor.sign() == "[":
                yield name, cursor


def _no_object(value: Any) -> Reject:
    return Reject(Reason.JSON_BROKEN, f"a {type(value).__name__}, not an object")


def _has_caption(annotation: Any) -> bool:
    return isinstance(annotation, dict) and isinstance(annotation.get("caption"), str)


def _id_of(image: Any) -> str:
    """Return the id of an image as text, empty for none: some tools write numbers, some texts."""
    found = image.get("id") if isinstance(image, dict) else None
    return "" if found is None else str(found)


def _license(listed: dict[str, Any]) -> str | None:
    """Return the licence that COCO lists, a Creative Commons one as SPDX calls it; None for an empty one."""
    name, url = str(listed.get("name") or ""), str(listed.get("url") or "")
    if match := _CREATIVE_COMMONS.search(url):
        return f"CC-{match[1].upper()}-{match[2]}"
    return name or url or None


def _record(image: dict[str, Any], captions: list[str], licenses: dict[str, str | None]) -> dict[str, Any]:
    """Return an image of COCO with its captions, its licence and its address."""
    record = {**image, "captions": captions}
    number = record.pop("license", None)
    if number is not None:
        record["license"] = licenses.get(str(number), f"licence {number}, which the file does not list")
    if address := record.pop("coco_url", None):
        record.setdefault("url", address)
    return record
