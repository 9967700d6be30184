"""Why a row was rejected: snake_case facts about the row. A published reason is never renamed.

Two reasons carry a parameter and are therefore not members: `error:<ExceptionClass>` (an exception inside a
stage) and `needs_model:<role>` (no engine of this run can answer the role).
"""

from enum import StrEnum


class Reason(StrEnum):
    # reading
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    BYTES_MISSING = "bytes_missing"  # a Parquet row whose bytes column is null
    KEY_MISSING = "key_missing"  # a Parquet row whose key column is null
    PARQUET_BROKEN = "parquet_broken"  # a file, a row group or the rest of one
    WARC_RECORD_BROKEN = "warc_record_broken"  # a record, or a stretch of a WARC that holds none
    WARC_RECORD_TRUNCATED = "warc_record_truncated"  # by the crawler, as its WARC-Truncated header says
    TAR_BROKEN = "tar_broken"  # from some byte on: cut, damaged, or no tar
    DOWNLOAD_FAILED = "download_failed"  # the downloader says so beside its tar
    LINE_BROKEN = "line_broken"  # of a CSV, TSV or JSONL file: its quotes, its length, its number of fields
    JSON_BROKEN = "json_broken"  # no JSON object
    HTML_BROKEN = "html_broken"  # a page whose text cannot be told

    # pairs of an image and a text, as a source has them
    IMAGE_MISSING = "image_missing"  # a sample or a row without one
    IMAGE_AMBIGUOUS = "image_ambiguous"  # a sample with several
    IMAGE_NOT_LOCAL = "image_not_local"  # an address on the web stands for it
    SAMPLE_REPEATED = "sample_repeated"  # its key, or a member's name, stood in its tar before
    PATH_OUTSIDE = "path_outside"  # the path of the image leaves the folder of the input
    TEXT_NOT_UTF8 = "text_not_utf8"
    TEXT_NOT_A_STRING = "text_not_a_string"  # a list or a number stands for it

    # the process that worked on the row
    CRASH = "crash"  # it died (segfault, abort, killed)
    OUT_OF_MEMORY = "out_of_memory"
    CPU_LIMIT = "cpu_limit"
    WALL_LIMIT = "wall_limit"

    # images
    IMAGE_BROKEN = "image_broken"
    IMAGE_TOO_LARGE = "image_too_large"
    SIDE_TOO_SHORT = "side_too_short"
    ASPECT_TOO_EXTREME = "aspect_too_extreme"
    IMAGE_DEPTH_UNKNOWN = "image_depth_unknown"  # numbers of which nothing says how bright they are
    IMAGE_UNIFORM = "image_uniform"  # one colour, or nearly
    IMAGE_BLURRED = "image_blurred"
    IMAGE_FRAMED = "image_framed"  # mostly border
    IMAGE_BANNERED = "image_bannered"  # a bar with text beside it: a stock agency's, a caption's

    # captions
    CAPTION_EMPTY = "caption_empty"
    CAPTION_REFUSES = "caption_refuses"  # the model says that it cannot
    CAPTION_REPEATS = "caption_repeats"  # itself
    CAPTION_TELLS_PROMPT = "caption_tells_prompt"  # it speaks of its task, not of the picture
    CAPTION_LANGUAGE = "caption_language"  # another one than was asked for, or a mixture
    CAPTION_LENGTH = "caption_length"  # outside its tier
    CAPTION_LACKS_FACET = "caption_lacks_facet"
    CAPTION_CONTRADICTS = "caption_contradicts"  # a number or a name of the text that came with the picture
    CAPTION_UNFAITHFUL = "caption_unfaithful"  # a judge says so
    CAPTION_DUPLICATE = "caption_duplicate"  # another picture's caption says the same, and stays

    # pictures of a pool, from which sparse regions are filled
    REGION_NOT_SPARSE = "region_not_sparse"  # there are enough pictures like this one
    REGION_FILLED = "region_filled"  # nearer ones have filled its budget
    PICTURE_COPY = "picture_copy"  # of one that is there

    # documents and their pages
    NOT_A_PDF = "not_a_pdf"
    PDF_BROKEN = "pdf_broken"
    PDF_ENCRYPTED = "pdf_encrypted"
    NO_PAGES = "no_pages"
    TOO_MANY_PAGES = "too_many_pages"
    PAGE_BROKEN = "page_broken"
    PAGE_EMPTY = "page_empty"
    PAGE_SIZE_INVALID = "page_size_invalid"
    PAGE_TOO_SMALL = "page_too_small"
    PAGE_SCANNED = "page_scanned"  # a picture of text without a text layer
    TEXT_INVISIBLE = "text_invisible"  # a text layer that is not what the page shows
    TEXT_GARBLED = "text_garbled"  # glyphs without a Unicode meaning
    TEXT_TOO_SHORT = "text_too_short"
    OCR_FAILED = "ocr_failed"  # the engine gave up on the page
    OCR_UNCERTAIN = "ocr_uncertain"  # the engine doubts what it read
    OCR_DISAGREES = "ocr_disagrees"  # two readings of the page differ
    REGION_REPLY_UNUSABLE = "region_reply_unusable"  # a model's reading of a region is not in its format
    FORMULAS_INLINE = "formulas_inline"  # much of the text is formulas, of which the glyphs alone are known
    TEXT_LOST = "text_lost"  # the parse says too little of what the text layer says
    BOXES_OVERLAP = "boxes_overlap"  # blocks of the parse cover each other: their grouping is wrong
    ORDER_DISAGREES = "order_disagrees"  # the parse reads in another order than the text layer
    INK_UNCOVERED = "ink_uncovered"  # much of what is printed lies in no block of the parse
    BOXES_EMPTY = "boxes_empty"  # blocks of the parse where nothing is printed
    TABLE_SPARSE = "table_sparse"  # a table of mostly empty cells
    TABLE_RUNS_ON = "table_runs_on"  # a table whose cells are lines of prose
    TABLE_OVERLAPPED = "table_overlapped"  # a table and another block in one place
    TEXT_REPEATED = "text_repeated"  # one phrase or line again and again
    LINKS_DENSE = "links_dense"  # a list of links
    FORM_BLANK = "form_blank"  # a form that nobody has filled in
    DOCUMENT_TYPE_UNWANTED = "document_type_unwanted"

    # pages in a row
    SEQUENCE_TOO_SHORT = "sequence_too_short"  # what is left of a document that was split
    PAGES_MISSING = "pages_missing"  # most pages between the first and the last were rejected
    ELEMENTS_UNIFORM = "elements_uniform"  # nothing but paragraphs
    FIGURES_MISSING = "figures_missing"  # pure text
    FIGURES_UNALIGNED = "figures_unaligned"  # neither captions nor text speak of the figures
    TOO_FEW_PAGES_FOR_LENGTH = "too_few_pages_for_length"
    TOO_FEW_IMAGES_FOR_LENGTH = "too_few_images_for_length"

    # what a model was asked, and what it said
    REQUEST_REFUSED = "request_refused"  # by the engine: too long, a shape that the model cannot see
    REPLY_TRUNCATED = "reply_truncated"  # ended by its length before it was whole
    REPLY_UNUSABLE = "reply_unusable"  # not in the form that was asked for
    ENGINE_TIMEOUT = "engine_timeout"
    ENGINE_DIED = "engine_died"  # again and again on this request

    # samples
    LONGER_THAN_STAGE = "longer_than_stage"  # no training stage of the report takes so many tokens

    # mixtures
    SOURCE_UNLICENSED = "source_unlicensed"
    SOURCE_IS_BENCHMARK = "source_is_benchmark"
    SOURCE_NOT_FOR_TRAINING = "source_not_for_training"  # a validation or test split
    SOURCE_NOT_FOR_STAGE = "source_not_for_stage"


# Left out by choice, not for a fault: they say nothing of whether a configuration is right.
CHOICES = frozenset(
    {Reason.CAPTION_DUPLICATE, Reason.REGION_NOT_SPARSE, Reason.REGION_FILLED, Reason.PICTURE_COPY}
)
