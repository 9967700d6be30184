import pytest

from vlcorpus.schemas import public_text
from vlcorpus.schemas.public_text import keep_secret, public, visible, without_secrets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("s3://KEY:SE%2FCRET@bucket/a?region=x", "s3://bucket/a?region=x"),
        ("http://user:password@host:8000/v1 cannot be reached", "http://host:8000/v1 cannot be reached"),
        ("https://h/a?x=1&X-Amz-Signature=abc&sig=y", "https://h/a?x=1&X-Amz-Signature=***&sig=y"),
        ("s3://b/a?access_key=K&secret_key=S", "s3://b/a?access_key=***&secret_key=***"),
        ("mail to a@b.c, https://host/@user", "mail to a@b.c, https://host/@user"),
    ],
)
def test_credentials_in_addresses_are_left_out(text, shown):
    assert without_secrets(text) == shown


def test_values_of_the_environment_that_are_called_secret_are_hidden(monkeypatch):
    monkeypatch.setenv("SOME_API_KEY", "canary-of-the-environment")
    monkeypatch.setenv("SOME_KEY_FILE", "/home/user/key.pem")
    monkeypatch.setenv("SHORT_TOKEN", "yes")
    assert without_secrets("401: canary-of-the-environment is wrong") == "401: *** is wrong"
    assert without_secrets("yes, /home/user/key.pem") == "yes, /home/user/key.pem"


def test_a_secret_by_any_name_is_hidden_once_it_is_known(monkeypatch):
    monkeypatch.setattr(public_text, "_kept", set())
    keep_secret("canary-by-name")
    keep_secret("none")
    assert without_secrets("canary-by-name and none") == "*** and none"


def test_every_string_of_a_record_is_public():
    record = {"input": ["s3://K:S@b"], "n": 1, "deep": {"url": "http://u:p@h"}}
    assert public(record) == {"input": ["s3://b"], "n": 1, "deep": {"url": "http://h"}}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("a\rb\x07\x9b", r"a\rb\x07\x9b"),
        ("user\u202egpj.exe\u2066", r"user\u202egpj.exe\u2066"),
        ("a\nb\tc é 中文 \u200d", "a\nb\tc é 中文 \u200d"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text, shown):
    assert visible(text) == shown
