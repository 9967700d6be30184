# From the checkout, `import filters` would make a second copy of every module, with classes of its own.
if __name__ != "vlcorpus.filters":
    raise ImportError("import vlcorpus.filters: the folder filters/ is a part of the package vlcorpus")
