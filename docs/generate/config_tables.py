"""The configuration of a domain as tables: one for its own keys, one for each of its parts."""

from docs.generate.markers import table
from vlcorpus.pipelines.cli.config_page import Key, config_keys
from vlcorpus.pipelines.config import GeneratorConfig, InputConfig
from vlcorpus.pipelines.domains import find_domain

HEAD = ("key", "default", "what it is", "accepts")
EVERY = {*InputConfig.model_fields, *GeneratorConfig.model_fields}


def config_tables(domain: str) -> str:
    """Return the keys of `domain`; those that every domain has are left to their own page."""
    keys = [key for key in config_keys(find_domain(domain).config_type()) if key.path[0] not in EVERY]
    return _tables(keys)


def common_config_tables() -> str:
    """Return the keys that every domain has that reads an input, and those that one has that generates."""
    shared = set(InputConfig.model_fields)
    generator = [key for key in config_keys(GeneratorConfig) if key.path[0] not in shared]
    return "\n\n".join(
        [
            _tables(list(config_keys(InputConfig))),
            "A domain that generates its rows has no input:",
            _tables(generator),
        ]
    )


def _tables(keys: list[Key]) -> str:
    own = [key for key in keys if len(key.path) == 1 and not key.is_part]
    texts = [table(HEAD, [_row(key) for key in own])]
    for part in (key for key in keys if key.is_part):
        rows = [_row(key) for key in keys if key.path[:-1] == part.path and not key.is_part]
        texts += [f"**`{part.name}.*`** {part.reason}", table(HEAD, rows)]
    return "\n\n".join(texts)


def _row(key: Key) -> tuple[str, ...]:
    default = "required" if key.required else f"`{key.default_text()}`"
    return (f"`{key.name}`", default, key.reason, key.accepts)
