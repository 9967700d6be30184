from importlib.metadata import version

from vlcorpus.stages.render.toolchain import PACKAGES, toolchain


def test_it_names_releases_and_the_fonts_of_the_styles():
    everything = toolchain({})
    assert f"skia-python {version('skia-python')}" in everything
    fonts = [item for item in everything if "/" in item]
    assert len(everything) == len(PACKAGES) + len(fonts)
    few = toolchain({"blackboard": 1.0})
    assert set(few) < set(everything)
    assert len(few) == len(PACKAGES) + 3  # two fonts, and the Chinese one
