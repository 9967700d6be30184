import numpy as np

from vlcorpus.stages.verify.plane_geometry.problems.realize import N_FIGURES, realize

AT = np.array([[0.0, 0.0], [1.0, 0.0], [0.3, 0.8]])


def lengths(at):
    return np.linalg.norm(at - np.roll(at, 1, axis=-2), axis=-1)


def test_what_is_asked_for_holds_in_all_figures_and_the_rest_moves():
    def errors(at):
        return lengths(at)[..., :1] - lengths(AT)[:1]

    figures = realize(AT, errors, seed=3)
    assert len(figures) == N_FIGURES
    assert np.ptp(lengths(figures)[:, 0]) < 1e-9
    assert np.ptp(lengths(figures)[:, 1]) > 1e-3


def test_conditions_that_say_the_same_twice_are_met():
    def errors(at):
        first = lengths(at) - lengths(AT)
        return np.concatenate([first, first[..., :1] * 2, (first**2)[..., :1]], axis=-1)

    figures = realize(AT, errors, seed=3)
    assert len(figures) > 2
    assert np.abs(lengths(figures) - lengths(AT)).max() < 1e-9


def test_what_cannot_be_met_brings_no_figure():
    def errors(at):
        return (lengths(at)[..., :1] - 1.0) ** 2 + 1.0

    assert len(realize(AT, errors, seed=3)) == 0


def test_no_figure_is_turned_over():
    def nothing(at):
        return np.zeros((*at.shape[:-2], 0))

    flat = AT * (1, 0.01)
    figures = realize(flat, nothing, seed=3)
    assert len(figures) < N_FIGURES
    sides = figures[:, 1:] - figures[:, :1]
    assert (sides[:, 0, 0] * sides[:, 1, 1] - sides[:, 0, 1] * sides[:, 1, 0] > 0).all()
