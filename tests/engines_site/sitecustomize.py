"""Let PyPI's torchvision, which is linked to CUDA, be imported beside a CPU build of torch.

It declares fakes of operators whose schemas are in the library that cannot load. The processors of Qwen use
none of these operators: declaring the schemas is enough. On the PYTHONPATH of `make test-engines`, so that
the processes which vLLM starts have it too; a machine with a CPU build of torchvision needs none of it.
"""

import importlib.util
import sys

OPERATORS = ("nms", "qnms")
_kept = []  # a library's operators live as long as it does


class _DeclareFirst:
    """A finder that declares the operators when torchvision is about to be imported."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "torchvision" and not _kept:
            _kept.append(None)
            import torch

            if importlib.util.find_spec("torchvision") is not None and not torch.cuda.is_available():
                library = torch.library.Library("torchvision", "FRAGMENT")
                for operator in OPERATORS:
                    library.define(f"{operator}(Tensor dets, Tensor scores, float threshold) -> Tensor")
                _kept.append(library)
        # None: the next finder finds it


sys.meta_path.insert(0, _DeclareFirst)
