"""The folders at the top are the sub-packages of `vlcorpus`. Everything else stands in pyproject.toml."""

from setuptools import find_packages, setup

FOLDERS = ("schemas", "filters", "stages", "catalogs", "pipelines")

setup(
    packages=[
        "vlcorpus",
        *(
            f"vlcorpus.{name}"
            for name in find_packages(include=[f"{f}{rest}" for f in FOLDERS for rest in ("", ".*")])
        ),
    ],
    package_dir={f"vlcorpus.{folder}": folder for folder in FOLDERS},
)
