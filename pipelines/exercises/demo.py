"""Exercises for the demo: a JSON file of them beside its pictures, good ones and such as must go."""

import json
from pathlib import Path

from PIL import Image, ImageDraw

_AREA = "As shown in the figure, a rectangle is $12$ cm long and $5$ cm wide. What is its area?"
EXERCISES = (
    {
        "question": _AREA,
        "image": "rectangle.png",
        "answer": "60 cm²",
        "solution": "Area is length times width.\n$12\\times 5=60$\nIt is $\\boxed{60\\ \\text{cm}^2}$.",
    },
    {
        "question": "如图，长方形的长是12厘米，宽是5厘米，它的周长是多少厘米？",
        "image": "rectangle.png",
        "options": ["$17$", "$34$", "$60$", "$24$"],
        "answer": "B",
        "solution": "周长$=2\\times(12+5)$，$2\\times(12+5)=34$．故选$\\text{B}$．",
    },
    {
        "question": "<p>Solve <math><mn>0.6</mn><mi>y</mi><mo>=</mo><mn>45</mn></math>.</p>",
        "answer": "<math><mn>75</mn></math>",
    },
    {"question": "Which number is prime?", "options": {"A": "21", "B": "23", "C": "25"}, "answer": "B"},
    # The solution comes to another answer; one of its equations is false; the figure is not there; no answer.
    {"question": "What is $7\\times 8$?", "answer": "54", "solution": "$7\\times 8=56$\n#### 56"},
    {
        "question": "Three bags of 12 nuts?",
        "answer": "38",
        "solution": "$3\\times 12=38$\n#### 38",
    },
    {"question": "In the figure below, find the angle $ABC$.", "answer": "40"},
    {"question": "How many legs have six spiders?", "answer": "略"},
    {"question": _AREA, "image": "broken.png", "answer": "60"},
)


def draw(folder: Path) -> None:
    """Write `exercises.json` and its pictures into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", (320, 180), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((40, 40, 280, 140), outline="black", width=2)
    pen.text((145, 145), "12 cm", fill="black")
    pen.text((285, 80), "5 cm", fill="black")
    image.save(folder / "rectangle.png")
    (folder / "broken.png").write_bytes((folder / "rectangle.png").read_bytes()[:200])
    text = json.dumps(EXERCISES, ensure_ascii=False, indent=1)
    (folder / "exercises.json").write_text(text, encoding="utf-8")
