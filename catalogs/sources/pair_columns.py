"""Which column of a table is the image, which one the text, and which ones are kept beside them."""

import pyarrow as pa

from vlcorpus.catalogs.sources.location import printable
from vlcorpus.catalogs.sources.pair_source import URL_NAMES
from vlcorpus.catalogs.sources.pair_text import CONVERSATION_NAMES, TEXT_NAMES, named
from vlcorpus.catalogs.sources.row_groups import holds_bytes, is_string
from vlcorpus.schemas.errors import ConfigError

IMAGE_NAMES = (
    *("image", "img", "jpg", "jpeg", "png", "webp", "image_bytes", "images"),
    *("file_name", "image_path", "path", "filename", "filepath", "file_path", "image_file"),
)
JSON = "json"  # the member of a WebDataset, as Hugging Face `datasets` makes a column of it


def image_and_text(
    names: tuple[str, ...],
    uri: str,
    *,
    image: str | None = None,
    text: str | None = None,
    only_bytes: str | None = None,
) -> dict[str, str]:
    """Return which columns are the `image` and the `text`, and which one holds more fields: `json`.

    They are those that the user names, else the first by their names; `only_bytes` is the image where no name
    tells. Where there is no `text`, it is a field of `json`: the user named one (`json.caption`), or no other
    column is left. Raises ConfigError where one is not there.
    """
    image = image or named(names, IMAGE_NAMES) or only_bytes
    if image is None and (address := named(names, URL_NAMES)):
        raise ConfigError(_only_addresses(uri, address, text or named(names, TEXT_NAMES)))
    text = text or named([name for name in names if name != image], (*TEXT_NAMES, JSON))
    column = text if text is None or text in names else text.partition(".")[0]
    for what, found, wanted in (("image", image, IMAGE_NAMES), ("text", column, TEXT_NAMES)):
        if found is None or found not in names:
            raise ConfigError(_unknown(text if what == "text" else found, what, wanted, names, uri))
    if column == JSON or column != text:
        return {"image": str(image), JSON: str(column)}
    return {"image": str(image), "text": str(text)} | ({JSON: JSON} if JSON in names else {})


def parquet_columns(schema: pa.Schema, uri: str, columns: dict[str, str], text: str | None) -> dict[str, str]:
    """Add to the columns of `image_and_text` each other one of plain values, as `meta:<name>`.

    Raises ConfigError for a column of a wrong type, or one whose name comes again.
    """
    names = tuple(schema.names)
    if twice := [name for name in columns.values() if names.count(name) > 1]:
        raise ConfigError(f"{printable(uri)}: several columns are called {' or '.join(twice)}. Rename them.")
    kinds = {use: schema.field(name).type for use, name in columns.items()}
    column = columns.get("text", columns.get(JSON, ""))
    if not _holds_text(column, kinds, text):
        raise ConfigError(
            f"{printable(uri)}: column {column} is {schema.field(column).type}, not text. "
            "Name another as the column of the text."
        )
    kind = _one_of(kinds["image"])
    if not (holds_bytes(kind) or is_string(kind)):
        raise ConfigError(
            f"{printable(uri)}: column {columns['image']} is {kind}: neither bytes nor a path. "
            "Name another as the column of the image."
        )
    rest = [name for name in names if name not in columns.values() and names.count(name) == 1]
    return columns | {f"meta:{name}": name for name in rest if _is_plain(schema.field(name).type)}


def _holds_text(column: str, kinds: dict[str, pa.DataType], text: str | None) -> bool:
    """Say whether the column of the text can hold one; `text` is what the user named."""
    if "text" in kinds:
        kind = _one_of(kinds["text"])
        return is_string(kind) or (column.lower() in CONVERSATION_NAMES and pa.types.is_struct(kind))
    kind = kinds[JSON]
    if not pa.types.is_struct(kind):
        return is_string(kind)  # of JSON as text it is known only when it is read
    fields = [field.name for field in kind]
    if text is None or text == column:
        return named(fields, TEXT_NAMES) is not None
    return text.partition(".")[2] in fields


def only_bytes_column(schema: pa.Schema) -> str | None:
    names = [field.name for field in schema if holds_bytes(field.type)]
    return names[0] if len(names) == 1 else None


def _unknown(column: str | None, what: str, wanted: tuple[str, ...], names: tuple[str, ...], uri: str) -> str:
    """Say that a column which was chosen for the image or the text is not there."""
    looked_for = column or " or ".join(wanted)
    has = ", ".join(printable(name)[:60] for name in names[:50])
    return (
        f"{printable(uri)}: there is no column {looked_for} for the {what}. It has {has}. "
        f"Name one of them with {what}_column."
    )


def _only_addresses(uri: str, address: str, text: str | None) -> str:
    """Say what to do with a table of addresses: nothing is fetched."""
    ending = "parquet" if uri.lower().endswith(".parquet") else uri.rpartition(".")[2].lower()
    caption = f" --caption_col {text}" if text else ""
    return (
        f"{printable(uri)}: it has addresses of images (column {address}), and no images; none is fetched. "
        f"Make tars of it: pip install img2dataset; img2dataset --url_list {printable(uri)} "
        f"--input_format {ending} --url_col {address}{caption} --output_format webdataset "
        "--output_folder tars, and give the folder tars as the input."
    )


def _one_of(kind: pa.DataType) -> pa.DataType:
    """Return the type of one element of a list, and any other type as it is."""
    is_list = pa.types.is_list(kind) or pa.types.is_large_list(kind)
    return kind.value_type if is_list else kind


def _is_plain(kind: pa.DataType) -> bool:
    tests = (pa.types.is_integer, pa.types.is_floating, pa.types.is_boolean, pa.types.is_temporal)
    return is_string(kind) or any(test(kind) for test in (*tests, pa.types.is_decimal))
