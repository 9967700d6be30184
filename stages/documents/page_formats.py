"""How a page is written: QwenVL-HTML or QwenVL-Markdown, and what a user says who wants it so."""

from vlcorpus.schemas.page import PageTree
from vlcorpus.schemas.qwenvl.html import HtmlClasses, write_html
from vlcorpus.schemas.qwenvl.markdown import write_markdown

HTML = frozenset({"doc_html", "longdoc_html"})


def write_page(tree: PageTree, name: str, *, furniture: bool, classes: HtmlClasses) -> str:
    """Return the page in the format that `name` ends in, `…_html` or `…_markdown`, which knows no classes."""
    if name in HTML:
        return write_html(tree, furniture=furniture, classes=classes)
    return write_markdown(tree, furniture=furniture)


def prompts_for(name: str, classes: HtmlClasses) -> str:
    """Return whose prompts ask for the format: full classes have some of their own, Qwen's would not tell."""
    return f"{name}_full" if name in HTML and classes is HtmlClasses.FULL else name
