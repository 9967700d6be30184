"""Map the folders at the top to the sub-packages of `vlcorpus`; everything else stands in pyproject.toml.

That file could do it alone only with a list of all folders, some sixty, kept by hand.
"""

from setuptools import find_packages, setup

FOLDERS = ("schemas", "filters", "stages", "catalogs", "pipelines")
found = find_packages(include=[pattern for folder in FOLDERS for pattern in (folder, f"{folder}.*")])

setup(
    packages=["vlcorpus", *(f"vlcorpus.{name}" for name in found)],
    package_dir={f"vlcorpus.{folder}": folder for folder in FOLDERS},
)
