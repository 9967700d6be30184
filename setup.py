"""Map the folders at the top to the sub-packages of `vlcorpus`; everything else stands in pyproject.toml.

That file could do it alone only with a list of all folders, more than forty, kept by hand.
"""

from setuptools import find_namespace_packages, setup

FOLDERS = ("schemas", "filters", "stages", "catalogs", "pipelines")
# Folders of data alone too: setuptools wants each of them named.
found = find_namespace_packages(
    include=[pattern for folder in FOLDERS for pattern in (folder, f"{folder}.*")],
    exclude=["*.__pycache__"],
)

setup(
    packages=["vlcorpus", *(f"vlcorpus.{name}" for name in found)],
    package_dir={f"vlcorpus.{folder}": folder for folder in FOLDERS},
)
