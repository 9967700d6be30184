"""How long a test waits for what must end: on a machine where many tests run, and not for ever."""

PATIENCE_S = 300.0
