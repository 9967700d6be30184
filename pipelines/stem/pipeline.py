"""STEM: numbers → exact scenes, drawn and worn → captions, questions and points whose truth is known.

Source: Qwen3-VL report §3.2.8, which renders diagrams by programs: points such as intersections, corners and
centres of gravity, perception questions, and captions. Where models are given, one writes a caption more, and
the reader with its oracle and a second model judge each of its sentences.
"""

from vlcorpus.filters.stem.said import scene_unsaid
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.stem.config import StemConfig
from vlcorpus.pipelines.stem.sparse import demand, read_requests
from vlcorpus.schemas.scenes.rows import Split
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.make_scenes import MakeScenes
from vlcorpus.stages.generate.measured import read_measured
from vlcorpus.stages.generate.posing import posings
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.generate.scenes_to_samples import ScenesToSamples
from vlcorpus.stages.generate.write_caption import DIAGRAM_CAPTIONER, WriteCaption
from vlcorpus.stages.keep import Keep
from vlcorpus.stages.render.toolchain import toolchain
from vlcorpus.stages.verify.check_problems import CheckProblems
from vlcorpus.stages.verify.check_said import CheckSaid
from vlcorpus.stages.verify.check_written import CheckWritten
from vlcorpus.stages.verify.verify_written import DIAGRAM_VERIFIER, VerifyWritten


def stem(cfg: StemConfig) -> Pipeline:
    """numbers → scenes → what is said of them, held to an oracle → a model's caption, judged → samples."""
    families = {name: read_measured(find_discipline(name).measured).families for name in cfg.shares}
    wanted = demand(read_requests(cfg.sparse.requests), families)
    shares = wanted.shares(cfg.shares, cfg.sparse.max_boost)
    rows = (
        cfg.row_numbers("stem" if cfg.split == Split.TRAIN else f"stem_{cfg.split}")
        >> MakeScenes(
            disciplines={find_discipline(name).identity: share for name, share in shares.items()},
            styles=cfg.style.families,
            min_side_px=cfg.style.min_side_px,
            max_side_px=cfg.style.max_side_px,
            min_visible=cfg.style.min_visible,
            max_attempts=cfg.max_attempts,
            problems=cfg.problems,
            posings=tuple(posing.identity for posing in posings(list(cfg.shares))),
            toolchain=toolchain(cfg.style.families),
            split=cfg.split,
            families=wanted.rates(families, cfg.sparse.max_boost),
            languages=cfg.languages,
            chinese=cfg.chinese_pictures,
            held_out=tuple(
                f"{name}/{family}" for name in cfg.shares for family in cfg.families_held_out(name)
            ),
        )
        >> SayScenes(
            languages=cfg.languages,
            max_questions=cfg.max_questions,
            max_points=cfg.max_points,
            max_boxes=cfg.max_boxes,
            max_counts=cfg.max_counts,
            max_sentences=cfg.max_sentences,
            min_visible=cfg.style.min_visible,
            phrases=(
                *(find_discipline(name).phrases_digest for name in cfg.shares),
                *(posing.phrases_digest for posing in posings(list(cfg.shares))),
            ),
        )
        >> Keep(scene_unsaid)
        >> CheckSaid()
        >> CheckProblems()
        >> WriteCaption(cfg.inference.fill(DIAGRAM_CAPTIONER), cfg.seed, cfg.written.share)
        >> CheckWritten(cfg.written.only_read)
        >> VerifyWritten(cfg.inference.fill(DIAGRAM_VERIFIER), cfg.seed, cfg.written.min_sentences)
        >> ScenesToSamples("stem", cfg.kinds, cfg.tokenizer)
    )
    return Pipeline("stem", Table("samples", rows))
