"""Network files, profiles, texts, and the rules of the house."""

import ast
import errno
import struct
import zlib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from paths import ROADS, ROOT, SAMPLE

from access_plugin.engine.drafts import whole_file
from access_plugin.engine.errors import Cancelled, InputError
from access_plugin.engine.files import cause, trouble, writable_folder
from access_plugin.engine.network import store
from access_plugin.engine.network.account import account
from access_plugin.engine.network.attributes import KIND
from access_plugin.engine.network.build_file import build_network_file
from access_plugin.engine.network.graph import open_network
from access_plugin.engine.numbers import is_plural, minutes, number, percent
from access_plugin.engine.progress import Progress
from access_plugin.engine.sample import prepare_sample
from access_plugin.engine.text import catalogue, printed

ENGINE = ROOT / "access_plugin" / "engine"


def test_why_a_file_is_refused_is_said_in_words(tmp_path):
    """The system says it in English: (File exists), (No space left on device)."""
    (tmp_path / "study").write_text("mine")
    with pytest.raises(InputError, match=r"into the folder .*study \(a file has this name\)\. Choose another folder"):
        writable_folder(tmp_path / "study")
    with pytest.raises(InputError, match=r"into the folder .*x \(its name is too long\)\."):
        writable_folder(tmp_path / ("x" * 300))
    assert str(trouble(OSError(errno.ENOSPC, "No space left on device", "a.gpkg"))).startswith(
        "a.gpkg could not be written or read (the disk is full). "
    )
    assert cause(OSError(errno.EIO, "Input/output error")) == "Input/output error"  # what nobody meets stays as it is


def test_a_network_file_gives_back_what_was_written(tmp_path):
    arrays = {
        "a": np.arange(7, dtype=np.int32),
        "b": np.zeros((2, 3)),
        "empty": np.zeros((0, 4), np.int64),
        "kinds": np.array([tuple(range(len(KIND)))], KIND),
    }
    store.write(tmp_path / "x.accessnet", arrays, {"name": "Écully"})
    found, meta = store.read(tmp_path / "x.accessnet")
    assert meta == {"name": "Écully"}
    for name, array in arrays.items():
        np.testing.assert_array_equal(found[name], array)
        assert found[name].dtype == array.dtype
    assert not found["a"].flags.writeable


def test_networks_that_cannot_be_opened_say_why(tmp_path, sample_network):
    whole = sample_network.path.read_bytes()
    cases = {
        "cut": (whole[: len(whole) // 2], "cut short"),
        "head": (whole[:40], "cut short"),
        "no": (b"something else", "not a network"),
        "void": (b"", "is empty"),
    }
    size = len(store.MAGIC) + 8
    header = whole[size + 4 : size + 4 + int.from_bytes(whole[size - 8 : size], "little")]
    other = header.replace(b'{"format": 6,', b'{"format": 7,')
    cases["newer"] = (
        whole[:size] + zlib.crc32(other).to_bytes(4, "little") + other + whole[size + 4 + len(header) :],
        "another version",
    )
    cases["before the sums"] = (whole[:size] + whole[size + 4 :], "another version")
    for name, (content, words) in cases.items():
        path = tmp_path / f"{name}.accessnet"
        path.write_bytes(content)
        with pytest.raises(InputError, match=words):
            open_network(path)


def test_a_network_of_which_one_bit_is_damaged_is_never_used(tmp_path, sample_network):
    """Wherever the bit: in the mark, the length, the sums, the header or the arrays.

    But for the padding between arrays, which nobody reads.
    """
    whole = sample_network.path.read_bytes()
    rng, path, used = np.random.default_rng(3), tmp_path / "x.accessnet", 0
    for place in [*range(24), *rng.integers(0, 4000, 40).tolist(), *rng.integers(0, len(whole), 60).tolist()]:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << int(rng.integers(8)))]) + whole[place + 1 :])
        try:
            found, meta = store.read(path)
        except InputError as error:
            assert (
                "damaged" in str(error)
                or "cut short" in str(error)
                or "not a network" in str(error)
                or "another version" in str(error)
            )
            continue
        used += 1
        assert meta == sample_network.meta and all(
            np.array_equal(found[name], array) for name, array in sample_network.arrays.items()
        )
    assert used < 5


def test_the_network_says_where_it_comes_from(sample_network):
    source = sample_network.meta["source"]
    assert source["name"] == ROADS.name
    assert source["date"].startswith("2013-08-03")
    assert "ODbL" in source["licence"]
    assert len(account(sample_network)) == 3


def test_building_twice_gives_the_same_bytes(tmp_path):
    first, second = (build_network_file(ROADS, tmp_path / f"{n}.accessnet").path.read_bytes() for n in (1, 2))
    assert first == second


def test_a_cancelled_build_leaves_nothing(tmp_path):
    asked = iter(range(10**9))
    with pytest.raises(Cancelled):
        build_network_file(ROADS, tmp_path / "x.accessnet", progress=Progress(is_cancelled=lambda: next(asked) > 4))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda out, progress: build_network_file(ROADS, out / "roads.accessnet", progress=progress).close(),
        lambda out, progress: prepare_sample(out, progress=progress),
    ],
    ids=["network", "sample"],
)
def test_a_cancel_that_comes_too_late_does_not_say_that_nothing_was_written(make, tmp_path):
    """From the moment that the files stand in their place, nobody is asked any more."""
    make(
        tmp_path,
        Progress(
            is_cancelled=lambda: any(path.is_file() and not path.name.startswith(".") for path in tmp_path.iterdir())
        ),
    )
    assert (tmp_path / "roads.accessnet").is_file()


def test_a_file_is_whole_or_absent(tmp_path):
    with pytest.raises(RuntimeError), whole_file(tmp_path / "a.txt") as partial:
        partial.write_text("half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a.txt").write_text("old")
    with whole_file(tmp_path / "a.txt") as partial:
        partial.write_text("new")
        assert (tmp_path / "a.txt").read_text() == "old"
    assert (tmp_path / "a.txt").read_text() == "new"
    with pytest.raises(InputError, match="does not exist"), whole_file(tmp_path / "no" / "a.txt"):
        pass


def test_files_are_for_all_who_may_read_the_folder(tmp_path):
    with whole_file(tmp_path / "a.txt") as partial:
        partial.write_text("x")
    (tmp_path / "b.txt").write_text("x")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


# French on paper (DOMAIN § 7.1)


@pytest.mark.parametrize(
    ("value", "decimals", "french", "english"),
    [
        (8205557, 0, "8\u202f205\u202f557", "8,205,557"),
        (1.9, 1, "1,9", "1.9"),
        (0, 0, "0", "0"),
        (-12.34, 1, "\u221212,3", "\u221212.3"),
        (-0.01, 1, "0,0", "0.0"),
        (999, 0, "999", "999"),
        (float("nan"), 1, "–", "–"),
    ],
)
def test_numbers(value, decimals, french, english):
    assert number(value, decimals) == french
    assert number(value, decimals, language="en") == english


def test_percent_plural_and_minutes():
    assert percent(0.0482) == "4,8\u00a0%"
    assert percent(0.0482, language="en") == "4.8%"
    assert [is_plural(n) for n in (0, 1, 1.9, 2, 8205557)] == [False, False, False, True, True]
    assert [is_plural(n, language="en") for n in (0, 1, 2)] == [True, False, True]
    assert (minutes(30), minutes(22.5)) == ("30", "22,5")


def test_the_french_catalogue_keeps_every_place_holder():
    french = catalogue("fr")
    assert len(french) > 200
    assert printed("Sites of care") == "Lieux de soins"

    def fields(text):
        return {word.split("}")[0].split(":")[0] for word in text.split("{")[1:]}

    for source, translation in french.items():
        assert fields(source) == fields(translation), source
        assert " ;" not in translation.replace("\u00a0;", ""), source
        assert "'" not in translation or "{" in translation, source


# The house


def test_the_engine_never_imports_qgis():
    for path in ENGINE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not any(name.split(".")[0] in ("qgis", "PyQt5", "PyQt6") for name in names), path


def test_data_only_moves_to_the_right():
    order = ["network", "territory", "sites", "population", "access", "placement"]
    for path in ENGINE.rglob("*.py"):
        package = path.relative_to(ENGINE).parts[0]
        if package not in order:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.ImportFrom)
                and node.level == 2
                and node.module
                and node.module.split(".")[0] in order
            ):
                assert order.index(node.module.split(".")[0]) <= order.index(package), f"{path} imports {node.module}"


def test_qt_is_imported_through_qgis_only_and_processing_never_bare():
    for path in (ROOT / "access_plugin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert not any(alias.name in ("processing", "PyQt5", "PyQt6") for alias in node.names), path
            if isinstance(node, ast.Attribute):
                assert node.attr != "exec_", path


def test_no_file_grows_too_long():
    for path in (ROOT / "access_plugin").rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path


def test_the_sample_states_its_origin():
    text = (SAMPLE / "ORIGIN.md").read_text(encoding="utf-8")
    for word in (
        "osm2pgsql",
        "ODbL",
        "Amt für Statistik",
        "fictives",
        "edb2b075be057662691fc343abed4ed58f139dd7c501c243197640fcb3ea82d4",
    ):
        assert word in text
    assert pd.read_csv(SAMPLE / "sites.csv", sep=";").shape[0] == 2


def test_the_format_of_a_header_is_little_endian(sample_network):
    with open(sample_network.path, "rb") as stream:
        start = stream.read(len(store.MAGIC) + 8)
    assert start.startswith(store.MAGIC)
    assert 0 < struct.unpack("<Q", start[-8:])[0] < Path(sample_network.path).stat().st_size


def test_a_network_whose_header_was_wiped_is_told(tmp_path):
    """A header of nothing has the check sum of nothing."""
    store.write(tmp_path / "x.accessnet", {"node_xy": np.zeros((2, 2))}, {})
    whole = (tmp_path / "x.accessnet").read_bytes()
    (tmp_path / "x.accessnet").write_bytes(store.MAGIC + bytes(len(whole) - len(store.MAGIC)))
    with pytest.raises(InputError, match=r"x\.accessnet"):
        store.read(tmp_path / "x.accessnet")
