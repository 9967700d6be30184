"""`python -m vlcorpus`: the command line."""

from vlcorpus.pipelines.cli.main import main

if __name__ == "__main__":
    main()
