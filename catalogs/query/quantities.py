"""Say quantities as people do: 3.4 MB, 1.2k, 4m10s."""


def human_bytes(n_bytes: float) -> str:
    """Return 12 B, 3.4 kB, 5.6 MB, 7.8 GB, 9.0 TB."""
    for unit in ("B", "kB", "MB", "GB"):
        if abs(n_bytes) < 1000:
            return f"{n_bytes:.0f} B" if unit == "B" else f"{n_bytes:.1f} {unit}"
        n_bytes /= 1000
    return f"{n_bytes:.1f} TB"


def human_number(value: float) -> str:
    """Return 950, 1.2k, 3.4M, 5.6B."""
    for limit, unit in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= limit:
            return f"{value / limit:.3g}{unit}"
    return f"{value:g}"


def human_duration(seconds: float) -> str:
    """Return 12s, 4m10s, 1h02m."""
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}h{minutes:02d}m"
    return f"{minutes}m{seconds:02d}s" if minutes else f"{seconds}s"
