"""What a run of each domain needs under its configuration, and that it is missed before the first stage."""

import sys

import pytest

import vlcorpus
from vlcorpus.pipelines.captions.demo import draw
from vlcorpus.pipelines.cli.main import main
from vlcorpus.pipelines.configured import configure
from vlcorpus.pipelines.needs import needs_of
from vlcorpus.pipelines.preview import preview
from vlcorpus.schemas import needs
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.needs import File, Need, Package, Program

CAPTIONS = {"faiss-cpu", "opencv-python-headless", "simplejpeg"}


@pytest.fixture(scope="module")
def pairs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pairs")
    draw(folder)
    return folder


@pytest.fixture
def nothing_installed(monkeypatch):
    monkeypatch.setattr(needs, "find_spec", lambda name: None)
    monkeypatch.setattr(needs.shutil, "which", lambda name: None)


def needed(domain: str, **settings) -> set[str]:
    built = configure(domain, None, settings)
    return {_name(need) for need in needs_of(built.pipeline.tables())}


def _name(need: Need) -> str:
    match need:
        case Package(name=name) | Program(binary=name) | File(path=name):
            return name


@pytest.mark.parametrize(
    ("settings", "more"),
    [
        ({}, set()),
        ({"tokenizer": "own.json"}, {"tokenizers", "own.json"}),
        ({"ocr": "tesseract"}, {"tesseract"}),
        ({"ocr": "tesseract", "ocr_second": "rapidocr"}, {"tesseract", "rapidocr"}),
        ({"ocr": "none", "ocr_second": "rapidocr"}, set()),
        ({"engine": "vllm"}, {"vllm"}),
        ({"engine": "replay"}, set()),
    ],
)
def test_documents_need_their_reader_and_what_the_configuration_asks_for(settings, more):
    assert needed("documents", input="x", **settings) == {"pymupdf"} | more


@pytest.mark.parametrize(
    ("settings", "more"),
    [
        ({}, set()),
        ({"tokenizer": "own.json"}, {"tokenizers", "own.json"}),
        ({"embed.image_encoder": "owner/name"}, {"torch", "transformers"}),
        ({"embed.text_encoder": "owner/name"}, {"torch", "transformers"}),
        ({"engine": "openai", "model": "m"}, {"openai"}),
        ({"engine": "transformers"}, {"torch", "transformers", "xgrammar"}),
    ],
)
def test_captions_need_opencv_and_faiss_and_what_the_configuration_asks_for(settings, more, pairs):
    assert needed("captions", input=pairs, **settings) == CAPTIONS | more


@pytest.mark.usefixtures("nothing_installed")
def test_a_run_misses_all_of_it_before_anything_is_written(pairs, tmp_path):
    with pytest.raises(
        EnvironmentFailure, match=r"no\.json.*pip install 'vlcorpus\[dedup,tokenizer,vision\]'$"
    ):
        vlcorpus.run("captions", input=pairs, output=tmp_path / "out", tokenizer="no.json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("nothing_installed")
def test_a_preview_misses_only_what_its_stages_use(pairs):
    built = configure("captions", None, {"input": pairs})
    with pytest.raises(
        EnvironmentFailure, match=r"this run needs opencv-python-headless \(vision\), simplejpeg \(vision\): "
    ):
        preview(built.pipeline, 1)


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize("command", ["plan", "run", "preview", "submit"])
def test_the_command_line_says_it_with_exit_code_6(command, tmp_path, monkeypatch, capsys):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    output = [] if command == "preview" else ["-o", str(tmp_path / "out")]
    asked = ["--set", "ocr=tesseract", *output]
    monkeypatch.setattr(sys, "argv", ["vlcorpus", command, "documents", "-i", str(tmp_path), *asked])
    with pytest.raises(SystemExit) as end:
        main()
    assert (end.value.code, (tmp_path / "out").exists()) == (6, False)
    printed = capsys.readouterr()
    assert printed.err == (
        "error: this run needs pymupdf (documents), the program tesseract: "
        "apt-get install tesseract-ocr && pip install 'vlcorpus[documents]'\n"
    )
    assert ("samples: 1 inputs" in printed.out) is (command == "plan")


@pytest.mark.usefixtures("nothing_installed")
def test_a_cluster_elsewhere_looks_for_itself(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    asked = ["submit", "documents", "-i", str(tmp_path), "-o", str(tmp_path / "out")]
    monkeypatch.setattr(sys, "argv", ["vlcorpus", *asked, "--address", "http://127.0.0.1:9"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    assert "--address http://127.0.0.1:9" in capsys.readouterr().err
