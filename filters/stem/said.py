"""Scenes of which nothing can be said are no samples."""

from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.scenes.rows import SaidScene


def scene_unsaid(scene: SaidScene) -> Reason | None:
    return None if scene.said else Reason.SCENE_UNSAID
