"""`vlcorpus config`: every key is on the page, and the page reads back to the defaults."""

from enum import StrEnum
from typing import Literal

import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel, ConfigDict, Field

from tests.pipelines.keys import input_of
from vlcorpus.pipelines.cli.config_page import config_keys, config_page
from vlcorpus.pipelines.cli.main import cli
from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.domains import DOMAINS


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    part: float = Field(0.5, ge=0, le=1, description="ours: of the whole")
    mode: Literal["fast", "slow"] = "slow"


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    input: tuple[str, ...] = Field(min_length=1, description="files")
    colours: tuple[Colour, ...] = (Colour.BLUE,)
    inner: Inner = Field(Inner(part=0.25), description="a part")
    name: str | None = Field(None, description="of a thing: 'quoted', # and all")


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_page_reads_back_to_the_defaults(domain, tmp_path):
    page = tmp_path / "config.yaml"
    done = CliRunner().invoke(cli, ["config", domain])
    assert done.exit_code == 0
    page.write_text(done.output)
    model = DOMAINS[domain].config_type()
    given = input_of(DOMAINS[domain], "a.tar")
    read, default = load_config(model, page, given), model(**given)
    assert read == default
    assert repr(read) == repr(default), "200 for 200.0 would be another fingerprint"


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_key_is_there_and_says_why(domain):
    model = DOMAINS[domain].config_type()
    page = yaml.safe_load(config_page(domain, model).replace("# input: []", "input: []"))
    assert list(page) == list(model.model_fields)
    assert page["inference"].keys() == model.model_fields["inference"].annotation.model_fields.keys()
    assert [key.name for key in config_keys(model) if not key.reason] == []


def test_a_page_line_by_line():
    assert config_page("toy", Outer).split("\n\n", 1)[1] == (
        "# files; at least 1 of them; required\n"
        "# input: []\n"
        "\n"
        "# one of red, blue\n"
        "colours: [blue]\n"
        "\n"
        "# a part\n"
        "inner:\n"
        "  # ours: of the whole; ≥ 0, ≤ 1\n"
        "  part: 0.25\n"
        "  # one of fast, slow\n"
        "  mode: slow\n"
        "\n"
        "# of a thing: 'quoted', # and all\n"
        "name: null\n"
    )


def test_long_reasons_are_wrapped():
    class Talkative(BaseModel):
        key: int = Field(1, description="word " * 60)

    assert max(map(len, config_page("toy", Talkative).splitlines())) <= 110


def test_an_unknown_domain_is_answered_with_those_there_are():
    result = CliRunner().invoke(cli, ["config", "document"])
    assert "no pipeline 'document'" in str(result.exception)
