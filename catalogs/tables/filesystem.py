"""The filesystem of a path or URI: the local disk, one of pyarrow's own (s3, gs, hdfs), or one fsspec knows.

S3 is asked `S3_TRIES` times and each answer waited for `S3_ANSWER_S`, so that a server which takes
connections and says nothing costs half a minute, and then a sentence. Left to itself pyarrow tries S3 31
times, and Google's storage for 15 minutes.
"""

import re
from datetime import timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.fs as pafs

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure

S3_CONNECT_S = 5.0  # ours: a server at the other end of the world takes a connection in less than a second
S3_ANSWER_S = 10.0  # ours: without a byte for so long nobody answers; S3 says "slow down" well before it
S3_TRIES = 3  # of a request: also after "slow down", and after a fault of the server
GS_TRIES_S = 30.0  # ours: so long a request is tried again; one that is under way has two minutes of its own

_CREDENTIALS = re.compile(r"://[^/]*@")
_WEB = ("http://", "https://")
_LEFT_OUT_OF_A_COPY = ("tls_verify_certificates=", "tls_ca_dir_path=")
_SAYS_ITS_OWN_LIMIT = "retry_limit_seconds="


def filesystem(uri: str) -> tuple[pafs.FileSystem, str]:
    """Return the filesystem of `uri` and the path in it.

    Raises ConfigError for a scheme that nobody knows and for an address of the web, EnvironmentFailure where
    nothing answers.
    """
    if "://" not in uri:
        return pafs.LocalFileSystem(), str(Path(uri).expanduser().resolve())
    if uri.startswith(_WEB):
        raise ConfigError(
            f"{without_credentials(uri)}: addresses of the web are neither read nor written. Download it "
            "first (`curl -LO`; what a table of addresses names, with img2dataset), then name the file."
        )
    try:
        found, path = pafs.FileSystem.from_uri(uri)
        return _with_limits(found, uri), path
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        pass
    except OSError as error:
        raise EnvironmentFailure(
            f"{without_credentials(uri)}: cannot be reached: {error}. Check the name of the bucket, your "
            "credentials and the network."
        ) from error
    try:
        import fsspec

        fs, path = fsspec.core.url_to_fs(uri)
    except (ImportError, ValueError) as error:
        raise ConfigError(
            f"{without_credentials(uri)}: {error}. Use a path, or a URI that pyarrow or an installed fsspec "
            "package opens."
        ) from None
    return pafs.PyFileSystem(pafs.FSSpecHandler(fs)), path


def without_credentials(uri: str) -> str:
    return _CREDENTIALS.sub("://", uri)


def _with_limits(found: pafs.FileSystem, uri: str) -> pafs.FileSystem:
    """Return a copy of S3, or of Google's storage, with limits of time and tries; others stay as they are.

    A copy keeps what pickling keeps: so S3 whose certificates are not checked stays as it is too.
    """
    if isinstance(found, pafs.S3FileSystem) and not any(option in uri for option in _LEFT_OUT_OF_A_COPY):
        _, (options,) = found.__reduce__()
        limits = {"connect_timeout": S3_CONNECT_S, "request_timeout": S3_ANSWER_S}
        tries = pafs.AwsStandardS3RetryStrategy(max_attempts=S3_TRIES)
        return pafs.S3FileSystem(**{**options, **limits}, retry_strategy=tries)
    if isinstance(found, pafs.GcsFileSystem) and _SAYS_ITS_OWN_LIMIT not in uri:
        _, (options,) = found.__reduce__()
        return pafs.GcsFileSystem(**{**options, "retry_time_limit": timedelta(seconds=GS_TRIES_S)})
    return found
