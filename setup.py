"""The folders at the top are the sub-packages of `vlcorpus`. Everything else stands in pyproject.toml."""

from setuptools import find_packages, setup

FOLDERS = ("schemas", "filters", "stages", "catalogs", "pipelines")
found = find_packages(include=[pattern for folder in FOLDERS for pattern in (folder, f"{folder}.*")])

setup(
    packages=["vlcorpus", *(f"vlcorpus.{name}" for name in found)],
    package_dir={f"vlcorpus.{folder}": folder for folder in FOLDERS},
)
