"""QwenVL-HTML to QwenVL-Markdown, by way of the page tree: nothing is guessed, so headings stay plain text.

Source: Qwen3-VL report §3.2.3, where Markdown is made of HTML systematically; docs/formats.md §5.
"""

from vlcorpus.schemas.qwenvl.html import parse_html
from vlcorpus.schemas.qwenvl.markdown import write_markdown


def html_to_markdown(html: str) -> str:
    """Return the QwenVL-Markdown of a QwenVL-HTML page. Raises FormatError where it is not one."""
    return write_markdown(parse_html(html))
