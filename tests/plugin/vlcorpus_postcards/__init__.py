"""The domain `postcards`. Nothing else is imported here: vlcorpus imports the parts when they are used."""

from vlcorpus import Domain

POSTCARDS = Domain(
    summary="text files → images of postcards, and what is written on them",
    config="vlcorpus_postcards.pipeline:PostcardsConfig",
    build="vlcorpus_postcards.pipeline:postcards",
    demo="vlcorpus_postcards.demo:draw",
)
