"""Domains of other packages, as entry points name them; tests/e2e/test_plugin.py installs a real one."""

from importlib.metadata import EntryPoint

import pytest

from vlcorpus.pipelines import domains
from vlcorpus.pipelines.domains import DOMAINS, Domain, find_domain, list_domains
from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure

HERE = Domain(summary="a domain of this module", config="json:JSONDecoder", build="json:no_such_name")


@pytest.fixture
def install(monkeypatch):
    """Return a function that lets entry points `name=module:attribute` be installed."""

    def installed(**points: str | list[str]) -> None:
        found = [
            EntryPoint(name, value, domains.GROUP)
            for name, values in points.items()
            for value in ([values] if isinstance(values, str) else values)
        ]
        monkeypatch.setattr(domains, "entry_points", lambda group: found if group == domains.GROUP else [])

    return installed


def test_a_domain_of_another_package_is_found_beside_ours(install):
    install(here=f"{__name__}:HERE")
    assert find_domain("here") is HERE
    assert find_domain("documents") is DOMAINS["documents"]
    assert [(listed.name, listed.trouble) for listed in list_domains()] == [
        *((name, "") for name in DOMAINS),
        ("here", ""),
    ]


def test_an_unknown_domain_is_told_all_there_are(install):
    install(here=f"{__name__}:HERE")
    named = "captions, documents, exercises, here"
    with pytest.raises(ConfigError, match=f"no pipeline .hear.; there are: {named}"):
        find_domain("hear")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("no_such_package:X", "No module named 'no_such_package'"),
        (f"{__name__}:NO_SUCH_NAME", "has no attribute 'NO_SUCH_NAME'"),
        ("json:JSONDecoder", "and no vlcorpus.Domain"),
    ],
)
def test_a_broken_package_is_named_and_stops_nobody_else(value, message, install):
    install(broken=value)
    with pytest.raises(EnvironmentFailure, match=message) as caught:
        find_domain("broken")
    assert f"domain broken: {value} of" in str(caught.value)
    assert [bool(listed.trouble) for listed in list_domains()] == [*(False for _ in DOMAINS), True]
    assert find_domain("documents") is DOMAINS["documents"]


@pytest.mark.parametrize("name", ["documents", "twice"])
def test_two_domains_of_one_name_are_refused(name, install):
    install(**{name: [f"{__name__}:HERE", f"{__name__}:DOMAINS"]})
    with pytest.raises(ConfigError, match=rf"packages bring a domain called {name}: .*Uninstall all but one"):
        find_domain(name)
    assert "Uninstall" in next(listed.trouble for listed in list_domains() if listed.name == name)


def test_a_part_that_cannot_be_imported_is_named():
    with pytest.raises(EnvironmentFailure, match="json:no_such_name cannot be imported"):
        HERE.builder()
    with pytest.raises(ConfigError, match="there is no demo"):
        HERE.draw_demo()


@pytest.mark.parametrize("domain", DOMAINS.values(), ids=DOMAINS)
def test_every_part_of_ours_is_there(domain):
    assert callable(domain.config_type())
    assert callable(domain.builder())
    assert domain.is_generated or callable(domain.draw_demo())
