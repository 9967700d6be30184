"""Every error vlcorpus raises on purpose, and the exit code each one gives the command line.

Reject                    this row's data is bad: it leaves a stage for the rejects, and never ends a run
VlcorpusError             the run cannot go on                                            exit 1
├── ConfigError           an unknown key, a value out of range, an input that is not there       2
├── RefusedError          the run would damage what stands                                      3
│   ├── FingerprintMismatch   the table was made by another source, stage, parameter or model
│   ├── InputsChanged         what committed rows were made of is another thing now, or is gone
│   └── TableLocked           another writer holds the table
├── ErrorBudgetExceeded   so many rejects that the configuration is wrong, not the data          4
├── VerifyFailed          a corpus breaks one of its promises                                   5
├── EnvironmentFailure    disk full, a program or a permission missing                          6
├── NoSamples             the run went through, and not one sample came out of it               7
└── StageBug              a stage broke its contract, or raised a programming error              1
"""

from collections.abc import Callable


class Reject(Exception):
    """Quarantine the row in hand.

    `reason` is a `Reason` or a parameterised one (`error:KeyError`, `needs_model:layout`); `detail` is for
    people. `retryable` says that another run may succeed without a change of the data (a timeout, a 503).
    """

    def __init__(self, reason: str, detail: str = "", *, retryable: bool = False):
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = str(reason)
        self.detail = detail
        self.retryable = retryable

    def __reduce__(self) -> tuple[Callable[[str, str, bool], "Reject"], tuple[str, str, bool]]:
        return _rebuild_reject, (self.reason, self.detail, self.retryable)


def _rebuild_reject(reason: str, detail: str, retryable: bool) -> Reject:
    return Reject(reason, detail, retryable=retryable)


class VlcorpusError(Exception):
    """The run cannot go on. The message says what was wrong, where, and what to do."""

    exit_code = 1


class ConfigError(VlcorpusError):
    exit_code = 2


class RefusedError(VlcorpusError):
    exit_code = 3


class FingerprintMismatch(RefusedError):
    pass


class InputsChanged(RefusedError):
    pass


class TableLocked(RefusedError):
    pass


class ErrorBudgetExceeded(VlcorpusError):
    exit_code = 4


class VerifyFailed(VlcorpusError):
    exit_code = 5


class EnvironmentFailure(VlcorpusError):
    exit_code = 6


class NoSamples(VlcorpusError):
    exit_code = 7


class StageBug(VlcorpusError):
    pass
