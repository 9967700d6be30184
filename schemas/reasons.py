"""Why a row was rejected: snake_case facts about the row. A published reason is never renamed.

The comment behind a reason says what it tells; the pages in docs/domains quote it. Two reasons carry a
parameter and are therefore not members: `error:<ExceptionClass>` (an exception inside a stage) and
`needs_model:<role>` (no engine of this run can answer the role).
"""

from enum import StrEnum


class Reason(StrEnum):
    # reading
    FILE_MISSING = "file_missing"  # The file that an input names is not there.
    FILE_UNREADABLE = "file_unreadable"  # The file is there, and the system refuses to read it.
    FILE_EMPTY = "file_empty"  # The file, the image or the record has no bytes.
    FILE_TOO_LARGE = "file_too_large"  # The file is larger than `max_file_bytes`.
    BYTES_MISSING = "bytes_missing"  # The Parquet row's column of bytes is null.
    KEY_MISSING = "key_missing"  # The row's key is null or missing.
    PARQUET_BROKEN = "parquet_broken"  # A Parquet file or one of its row groups cannot be read.
    WARC_RECORD_BROKEN = "warc_record_broken"  # A stretch of the WARC cannot be read as records.
    WARC_RECORD_TRUNCATED = "warc_record_truncated"  # The crawler cut the record: WARC-Truncated.
    TAR_BROKEN = "tar_broken"  # From some byte on the file is cut or damaged, or it is no tar at all.
    ARCHIVE_INFLATES = "archive_inflates"  # A compressed tar means far more bytes than real data would.
    DOWNLOAD_FAILED = "download_failed"  # The ledger beside it says that the image was not got.
    LINE_BROKEN = "line_broken"  # A line has wrong quotes, is too long, or has too many fields.
    JSON_BROKEN = "json_broken"  # The text is no JSON object.
    HTML_BROKEN = "html_broken"  # The text of the page cannot be told.

    # generated scenes
    SCENE_UNFIT = "scene_unfit"  # No attempt made a scene that is clear to the eye.
    SCENE_CONTRADICTS = "scene_contradicts"  # The oracle finds that the scene cannot be as it is told.
    CLAIM_WRONG = "claim_wrong"  # The oracle finds that something that is said of the scene does not hold.
    UNREADABLE = "unreadable"  # The reader does not know what a sentence about the scene says.
    STEP_UNSOUND = "step_unsound"  # A step of a solution does not follow from its inputs by its rule.
    STEP_NEEDLESS = "step_needless"  # A solution has a step that it can do without.
    ANSWER_UNDETERMINED = "answer_undetermined"  # What a problem gives leaves its answer open.
    GIVEN_NEEDLESS = "given_needless"  # A problem's answer follows without something that it gives.
    SCENE_UNSAID = "scene_unsaid"  # Nothing can be said of what is seen of the scene.

    # pairs of an image and a text, as a source has them
    IMAGE_MISSING = "image_missing"  # The sample or the row has no image.
    IMAGE_AMBIGUOUS = "image_ambiguous"  # The sample has several images.
    IMAGE_NOT_LOCAL = "image_not_local"  # An address on the web stands for the image.
    SAMPLE_REPEATED = "sample_repeated"  # Its key, or a member's name, stood in the tar before.
    PATH_OUTSIDE = "path_outside"  # The path, or a link on it, leaves the folder of the input.
    MEDIUM_CHANGED = "medium_changed"  # At the place that a sample names lie other bytes than its hash tells.
    TEXT_NOT_UTF8 = "text_not_utf8"  # A licence is not UTF-8, and its encoding is not stated.
    TEXT_NOT_A_STRING = "text_not_a_string"  # A list or a number stands in place of the text.

    # the process that worked on the row
    CRASH = "crash"  # The process that worked on the row died: a segmentation fault, an abort, a kill.
    OUT_OF_MEMORY = "out_of_memory"  # The process asked for more memory than it may have.
    CPU_LIMIT = "cpu_limit"  # The row took more CPU seconds than it may have.
    WALL_LIMIT = "wall_limit"  # The row took more seconds by the clock than it may have.

    # images
    IMAGE_BROKEN = "image_broken"  # The image cannot be decoded, or is damaged in its middle.
    IMAGE_FORMAT_UNREAD = "image_format_unread"  # The image is of a known format that is not read.
    IMAGE_TOO_LARGE = "image_too_large"  # The image has more pixels than will be decoded.
    SIDE_TOO_SHORT = "side_too_short"  # The image's shorter side has too few pixels.
    ASPECT_TOO_EXTREME = "aspect_too_extreme"  # The model's processor refuses so long and thin an image.
    IMAGE_DEPTH_UNKNOWN = "image_depth_unknown"  # Nothing says how bright the image's numbers are.
    IMAGE_UNIFORM = "image_uniform"  # The image is of one colour, or nearly.
    IMAGE_BLURRED = "image_blurred"  # The image has no sharp edge.
    IMAGE_FRAMED = "image_framed"  # Most of the image is border.
    IMAGE_BANNERED = "image_bannered"  # A bar with text lies beside the image: an agency's, a caption's.

    # captions
    CAPTION_EMPTY = "caption_empty"  # The caption has no word.
    CAPTION_REFUSES = "caption_refuses"  # The caption says that its writer cannot describe the image.
    CAPTION_REPEATS = "caption_repeats"  # The caption says the same phrases again and again.
    CAPTION_TELLS_PROMPT = "caption_tells_prompt"  # The caption speaks of the task, not of the image.
    CAPTION_LANGUAGE = "caption_language"  # The caption is in another language than asked, or in two.
    CAPTION_LENGTH = "caption_length"  # The caption is shorter or longer than its tier allows.
    CAPTION_LACKS_FACET = "caption_lacks_facet"  # The caption lacks words for a facet that its tier asks.
    CAPTION_CONTRADICTS = "caption_contradicts"  # A number or name is another than in the image's text.
    CAPTION_UNFAITHFUL = "caption_unfaithful"  # A judge says that the image shows something else.
    IMAGE_COPY = "image_copy"  # Another row has the same image, and that one stays.
    CAPTION_DUPLICATE = "caption_duplicate"  # Another image's caption says the same, and that one stays.

    # images of a pool, from which sparse visual clusters are filled
    REGION_NOT_SPARSE = "region_not_sparse"  # The pool's image lies in a visual cluster with enough images.
    REGION_FILLED = "region_filled"  # Images nearer to the centroid have filled the visual cluster.
    PICTURE_COPY = "picture_copy"  # The image of the pool is a copy of one that is there.

    # exercises
    QUESTION_MISSING = "question_missing"  # The exercise asks nothing: its question is empty.
    QUESTION_INCOMPLETE = "question_incomplete"  # A part of the question is gone: a formula, an option.
    QUESTION_IRRELEVANT = "question_irrelevant"  # What stands for the question is no exercise.
    FIGURE_MISSING = "figure_missing"  # The question speaks of a figure that did not come with it.
    ANSWER_MISSING = "answer_missing"  # There is no answer, or none that can be told from its solution.
    ANSWER_AMBIGUOUS = "answer_ambiguous"  # The answer may mean one of several things.
    ANSWER_NOT_AN_OPTION = "answer_not_an_option"  # The answer names no option.
    ANSWER_DISPUTED = "answer_disputed"  # The solution, SymPy or a model comes to another answer.
    SOLUTION_MIXES_LANGUAGES = "solution_mixes_languages"  # The solution is in two languages, or another.
    SOLUTION_REPEATS = "solution_repeats"  # The solution says the same again and again.
    STEP_WRONG = "step_wrong"  # The solution has an equation that does not hold.
    TRANSLATION_UNFAITHFUL = "translation_unfaithful"  # The translation says another thing than the original.

    # documents and their pages
    NOT_A_PDF = "not_a_pdf"  # The file does not begin as a PDF does.
    PDF_BROKEN = "pdf_broken"  # The PDF cannot be opened.
    PDF_ENCRYPTED = "pdf_encrypted"  # The PDF needs a password.
    NO_PAGES = "no_pages"  # The PDF has no page.
    TOO_MANY_PAGES = "too_many_pages"  # The file has more pages than are read; those beyond are one reject.
    PAGE_BROKEN = "page_broken"  # The page cannot be read; others of its file can.
    PAGE_EMPTY = "page_empty"  # The page has no character, no image and no drawing.
    PAGE_SIZE_INVALID = "page_size_invalid"  # The page has no area, or is larger than a PDF may be.
    PAGE_TOO_SMALL = "page_too_small"  # The page is so small that it is a figure or a stamp.
    PAGE_SCANNED = "page_scanned"  # The page is an image of text without a text layer.
    TEXT_INVISIBLE = "text_invisible"  # The text layer is not what the page shows.
    TEXT_GARBLED = "text_garbled"  # The page has glyphs without a Unicode meaning.
    TEXT_TOO_SHORT = "text_too_short"  # The page has too few characters to be worth a sample.
    OCR_FAILED = "ocr_failed"  # The OCR engine gave up on the page.
    OCR_UNCERTAIN = "ocr_uncertain"  # The OCR engine doubts what it read.
    OCR_DISAGREES = "ocr_disagrees"  # Two OCR readings of the page differ.
    REGION_REPLY_UNUSABLE = "region_reply_unusable"  # A model's reading of a region is not in its form.
    FORMULAS_INLINE = "formulas_inline"  # A formula within a line is in doubt, and would be flattened.
    TEXT_LOST = "text_lost"  # The parse says too little of what the text layer says.
    BOXES_OVERLAP = "boxes_overlap"  # Blocks of the parse cover each other, so their grouping is wrong.
    ORDER_DISAGREES = "order_disagrees"  # The parse reads in another order than the text layer.
    INK_UNCOVERED = "ink_uncovered"  # Much of what is printed lies in no block of the parse.
    BOXES_EMPTY = "boxes_empty"  # Blocks of the parse lie where nothing is printed.
    TABLE_SPARSE = "table_sparse"  # A table has mostly empty cells.
    TABLE_RUNS_ON = "table_runs_on"  # A table's cells are lines of prose.
    TABLE_OVERLAPPED = "table_overlapped"  # A table and another block lie in one place.
    LINES_BROKEN = "lines_broken"  # Lines of print stand in no block at their place, or not whole there.
    ROWS_TORN = "rows_torn"  # Numbers are read apart from the words beside them: a table that was not seen.
    NUMBERS_LOST = "numbers_lost"  # A table lacks numbers that are printed in it, or has others.
    NUMBERS_MISPLACED = "numbers_misplaced"  # Numbers of a table are printed in another row or column.
    CELLS_FUSED = "cells_fused"  # Cells of a table hold the numbers of several rows or columns.
    TEXT_REPEATED = "text_repeated"  # One phrase or line stands on the page again and again.
    LINKS_DENSE = "links_dense"  # The page is a list of links.
    FORM_BLANK = "form_blank"  # The page is a form that nobody has filled in.
    DOCUMENT_TYPE_UNWANTED = "document_type_unwanted"  # The document is of a kind that is not kept.

    # pages in a row
    SEQUENCE_TOO_SHORT = "sequence_too_short"  # One page is left of a split document.
    PAGES_MISSING = "pages_missing"  # Most pages between the first and the last one were rejected.
    ELEMENTS_UNIFORM = "elements_uniform"  # The document has nothing but paragraphs.
    FIGURES_MISSING = "figures_missing"  # The sequence is pure text.
    FIGURES_UNALIGNED = "figures_unaligned"  # Neither captions nor text speak of the figures.
    TOO_FEW_PAGES_FOR_LENGTH = "too_few_pages_for_length"  # A very long sequence comes from few pages.
    TOO_FEW_IMAGES_FOR_LENGTH = "too_few_images_for_length"  # A very long sequence has few images.

    # what a model was asked, and what it said
    REQUEST_REFUSED = "request_refused"  # The engine refuses it: too long, or a shape the model cannot see.
    REPLY_TRUNCATED = "reply_truncated"  # The reply reached its greatest length before it was whole.
    REPLY_UNUSABLE = "reply_unusable"  # The reply is not in the form that was asked for.
    CALL_UNUSABLE = "call_unusable"  # The model calls a tool that is not there, or in no readable form.
    TOOL_FAILED = "tool_failed"  # A tool that the model called has failed.
    CONVERSATION_TOO_LONG = "conversation_too_long"  # The model goes on calling tools beyond `max_replies`.
    ENGINE_TIMEOUT = "engine_timeout"  # The engine did not answer in time, after all its retries.
    ENGINE_DIED = "engine_died"  # The engine died again and again while it worked on this request.

    # samples
    LONGER_THAN_STAGE = "longer_than_stage"  # No training stage of the report takes so many tokens.

    # mixtures
    SOURCE_UNLICENSED = "source_unlicensed"  # The source has no licence.
    SOURCE_IS_BENCHMARK = "source_is_benchmark"  # The source is a benchmark.
    SOURCE_NOT_FOR_TRAINING = "source_not_for_training"  # The source is a validation or test split.
    SOURCE_NOT_FOR_STAGE = "source_not_for_stage"  # The source is not meant for this training stage.


# Left out by choice, not for a fault: they say nothing of whether a configuration is right.
CHOICES = frozenset(
    {
        Reason.IMAGE_COPY,
        Reason.CAPTION_DUPLICATE,
        Reason.REGION_NOT_SPARSE,
        Reason.REGION_FILLED,
        Reason.PICTURE_COPY,
    }
)
# Lost before it came to us, and no fault of the configuration either: a ledger tells what was not got.
LOST_BEFORE = frozenset({Reason.DOWNLOAD_FAILED})
