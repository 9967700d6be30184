"""`python -m docs.generate` writes every generated part of every page; it prints the pages that changed."""

from docs.generate.pages import outdated

if __name__ == "__main__":
    for page, text in outdated().items():
        page.write_text(text, encoding="utf-8")
        print(f"wrote {page}")
