# From the checkout, `import catalogs` would make a second copy of every module, with classes of its own.
if __name__ != "vlcorpus.catalogs":
    raise ImportError("import vlcorpus.catalogs: the folder catalogs/ is a part of the package vlcorpus")
