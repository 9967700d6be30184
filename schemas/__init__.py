# From the checkout, `import schemas` would make a second copy of every module, with classes of its own.
if __name__ != "vlcorpus.schemas":
    raise ImportError("import vlcorpus.schemas: the folder schemas/ is a part of the package vlcorpus")
