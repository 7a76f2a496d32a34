"""Tables that are written as they come: the same rows in each kind of file, whole or not at all."""

import builtins

import numpy as np
import pandas as pd
import pyogrio
import pytest

from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.progress import Progress
from access_plugin.engine.row_file import ENDINGS, write_rows


def parts(sizes, names=("=a", "é", None), *, categories=False):
    for first, size in enumerate(sizes):
        rows = np.arange(size)
        rows_of_part = pd.DataFrame(
            {
                "from_id": np.array([names[(first + row) % len(names)] for row in rows], object),
                "to_id": rows + 1000 * first,
                "minutes": rows / 7,
                "metres": np.full(size, np.nan),
                "rank": rows + 1,
            }
        )
        yield rows_of_part.astype({"from_id": "category"}) if categories else rows_of_part


def read(path):
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    return pd.read_csv(path) if path.suffix == ".csv" else pyogrio.read_dataframe(path, read_geometry=False)


@pytest.fixture(params=ENDINGS)
def path(request, tmp_path):
    if request.param == ".parquet":
        pytest.importorskip("pyarrow")
    return tmp_path / f"m{request.param}"


@pytest.mark.parametrize("categories", [False, True])
@pytest.mark.parametrize("sizes", [(3, 2), (0, 4), (120_000,), (0,)])
def test_the_same_rows_in_each_kind_of_file(path, sizes, categories):
    assert write_rows(path, parts(sizes, categories=categories)) == sum(sizes)
    found, expected = read(path), pd.concat(list(parts(sizes)), ignore_index=True)
    assert list(found.columns) == list(expected.columns) and len(found) == len(expected)
    for name in ("to_id", "minutes", "rank"):
        np.testing.assert_allclose(found[name].to_numpy(float), expected[name].to_numpy(float), rtol=1e-12)
    assert found["metres"].isna().all()
    texts = expected["from_id"].map(lambda text: f"'{text}" if text == "=a" and path.suffix == ".csv" else text)
    assert found["from_id"].fillna("").tolist() == texts.fillna("").tolist()


def test_a_cancel_leaves_what_was_there(path):
    write_rows(path, parts((3,)))
    before, asked = path.read_bytes(), iter([False] * 3 + [True] * 9)
    with pytest.raises(Cancelled):
        write_rows(path, parts((60_000, 60_000, 60_000)), progress=Progress(is_cancelled=lambda: next(asked)))
    assert path.read_bytes() == before and [one.name for one in path.parent.iterdir()] == [path.name]


def test_without_pyarrow_it_says_what_to_do(tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *arguments, **named):
        if name.startswith("pyarrow"):
            raise ImportError("No module named 'pyarrow'")
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match="need the Python library pyarrow .*end with .gpkg or .csv"):
        write_rows(tmp_path / "m.parquet", parts((3,)))
    assert not list(tmp_path.iterdir())
