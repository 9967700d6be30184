"""Which texts are licences, and what is said of the others."""

import pytest

from vlcorpus.schemas.licence import as_spdx_writes, is_spdx, spdx


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("cc-by-4.0", "CC-BY-4.0"),
        ("MIT OR apache-2.0", "MIT OR Apache-2.0"),
        ("(CC-BY-4.0 OR MIT) AND CC0-1.0", "(CC-BY-4.0 OR MIT) AND CC0-1.0"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("LicenseRef-our-agreement", "LicenseRef-our-agreement"),
    ],
)
def test_an_expression_is_written_as_spdx_writes_it(said, written):
    assert spdx(said) == written


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("foo", "Usual ones are CC-BY-4.0"),
        ("", "Usual ones are CC-BY-4.0"),
        ("CC BY 4.0", r"Did you mean CC-BY-4\.0\?"),
        ("cc-by", r"Did you mean CC-BY-4\.0 or CC-BY-3\.0"),
        ("MIT OR Apache2", r"Did you mean Apache-2\.0"),
        ("MIT AND", "Invalid license expression"),
        ("our agreement", "LicenseRef-"),
    ],
)
def test_what_is_none_is_refused_with_what_was_perhaps_meant(said, told):
    with pytest.raises(ValueError, match=told):
        spdx(said)


@pytest.mark.parametrize(
    ("found", "kept", "listed"),
    [
        ("cc-by-4.0", "CC-BY-4.0", True),
        ("mit or Apache-2.0", "MIT OR Apache-2.0", True),
        ("CC BY 4.0", "CC BY 4.0", False),  # which of its versions was meant is for a person to say
        ("© me, all rights reserved", "© me, all rights reserved", False),
        ("(" * 400, "(" * 400, False),
        ("MIT OR " * 100 + "MIT", "MIT OR " * 100 + "MIT", False),
        ("", "", False),
    ],
)
def test_a_licence_of_a_row_is_kept_and_only_its_case_is_mended(found, kept, listed):
    assert (as_spdx_writes(found), is_spdx(found)) == (kept, listed)
