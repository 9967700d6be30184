"""Templates escape what they are given and fail on what they are not given."""

import jinja2
import pytest

from vlcorpus.catalogs.reports.pages import template


def test_a_template_that_is_given_too_little_fails():
    with pytest.raises(jinja2.UndefinedError, match="title"):
        template("card.html", shown=str, prose=str).render()


def test_a_filter_that_is_not_given_fails():
    with pytest.raises(jinja2.TemplateError, match="shown"):
        template("card.html", prose=str)


def test_what_is_given_is_escaped():
    made = template("card.html", shown=str, prose=str).environment.from_string("{{ text }}")
    assert made.render(text="<script>") == "&lt;script&gt;"
