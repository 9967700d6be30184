"""Text files for the demo: good ones, an empty one, and a letter."""

from pathlib import Path

TEXTS = {
    "sea.txt": "Greetings from the sea. The sun shines all day, and the water is warm.",
    "berg.txt": "Viele Grüße aus den Bergen. Gestern waren wir auf dem Gipfel und haben Gämsen gesehen.",
    "empty.txt": "",
    "letter.txt": "This was meant to be a postcard, but there is so much to tell. " * 20,
}


def draw(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
