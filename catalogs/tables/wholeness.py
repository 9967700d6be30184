"""Is a committed file what its commit says? Every byte of it is read."""

import hashlib

from vlcorpus.catalogs.tables.shards import ShardFacts
from vlcorpus.catalogs.tables.storage import Storage

_CHUNK = 8 << 20


def not_whole(files: Storage, name: str, facts: ShardFacts) -> str | None:
    """Say what is wrong with the file, None where it has the size and sha256 of its commit."""
    digest, n_bytes = hashlib.sha256(), 0
    try:
        with files.fs.open_input_stream(files.path(name)) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                n_bytes += len(chunk)
    except OSError as error:
        return str(error).splitlines()[0]
    if n_bytes != facts.bytes:
        return f"{n_bytes:,} bytes, the commit says {facts.bytes:,}"
    return None if digest.hexdigest() == facts.sha256 else "sha256 differs: the content was changed"
