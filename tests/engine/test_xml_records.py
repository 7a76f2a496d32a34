"""Records out of XML: whole or refused, in pieces of any size, against the standard library's own tree."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from access_plugin.engine.errors import InputError
from access_plugin.engine.sites.formats import read_source
from access_plugin.engine.sites.raw import SiteLog
from access_plugin.engine.xml_records import BrokenXml, xml_records

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m '
    '"&l;&l;">]><fluxfiness><activiteamm><rs>&m;</rs></activiteamm></fluxfiness>'
)
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=9)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("abc"), texts, max_size=3), max_size=5), st.integers(1, 50))
def test_pieces_of_any_size_give_what_the_tree_gives(rows, size):
    root = ElementTree.Element("all")
    for row in rows:
        kept = ElementTree.SubElement(root, "kept")
        for tag, text in row.items():
            ElementTree.SubElement(kept, tag).text = text
        ElementTree.SubElement(root, "other").text = "a"
    data = ElementTree.tostring(root, encoding="utf-8")
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    assert [row for _, row in xml_records(pieces, ("kept",))] == rows


def test_prefixes_cuts_and_deeper_children():
    data = b'<x:all xmlns:x="u"><x:row><x:a>1<![CDATA[<2>]]></x:a><x:b>3<x:c>4</x:c>5</x:b></x:row></x:all>'
    assert list(xml_records((data,), ("row",))) == [("row", {"a": "1<2>", "b": "35"})]
    for broken in (data[:-1], b"", b"id;nom", data + b"<"):
        with pytest.raises(BrokenXml):
            list(xml_records((broken,), ("row",)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_the_file_s_own_are_refused(tmp_path, encoding):
    (tmp_path / "a.xml").write_bytes(LAUGHS.replace("?>", f' encoding="{encoding}"?>', 1).encode(encoding))
    with pytest.raises(InputError, match="is not whole XML.*ENTITY l"):
        read_source(tmp_path / "a.xml", SiteLog(), format="authorisations")
