# From the checkout, `import pipelines` would make a second copy of every module, with classes of its own.
if __name__ != "vlcorpus.pipelines":
    raise ImportError("import vlcorpus.pipelines: the folder pipelines/ is a part of the package vlcorpus")
