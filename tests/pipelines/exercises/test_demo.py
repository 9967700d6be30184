from vlcorpus.pipelines.exercises.demo import draw


def test_the_same_bytes_each_time(tmp_path):
    for name in ("one", "two"):
        draw(tmp_path / name)
    one, two = ({f.name: f.read_bytes() for f in (tmp_path / n).iterdir()} for n in ("one", "two"))
    assert one == two
