"""What the pages in `docs/` say of the code, made from the code: `make docs` writes it between markers."""
