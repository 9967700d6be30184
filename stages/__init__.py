# From the checkout, `import stages` would make a second copy of every module, with classes of its own.
if __name__ != "vlcorpus.stages":
    raise ImportError("import vlcorpus.stages: the folder stages/ is a part of the package vlcorpus")
