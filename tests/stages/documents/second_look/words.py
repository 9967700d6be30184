"""Words as a text layer has them, printed where a test says."""

from vlcorpus.schemas.documents.document import Word
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.second_look.printed_lines import PrintedLine, printed_lines

CHAR_PX, HEIGHT_PX, SPACE_PX = 8.0, 16.0, 5.0


def words(x: float, y: float, text: str) -> list[Word]:
    """Return the words of a line that begins at (x, y), its top left."""
    found = []
    for word in text.split():
        right = x + CHAR_PX * len(word)
        found.append(Word(word, BoxPx(x, y, right, y + HEIGHT_PX)))
        x = right + SPACE_PX
    return found


def lines(*placed: tuple[float, float, str]) -> list[PrintedLine]:
    return printed_lines([word for place in placed for word in words(*place)])
