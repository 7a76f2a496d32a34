"""The language of a PDF: said where it can be, and no PDF spoilt or refused."""

import shutil
import subprocess

import pytest

from access_plugin.cartography.press.pdf import set_language


def pdf(catalogue: bytes = b"/Pages 2 0 R\n") -> bytes:
    """Return a PDF of one empty page, laid out as Qt 5 does."""
    objects = [
        b"<<\n/Type /Catalog\n" + catalogue + b">>",
        b"<<\n/Type /Pages\n/Kids [3 0 R]\n/Count 1\n>>",
        b"<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 10 10]\n>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 4\n0000000000 65535 f \n"
        + rows
        + b"trailer\n<<\n/Size 4\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    )


@pytest.mark.parametrize(
    "catalogue", [b"/Pages 2 0 R\n", b"/Pages 2 0 R\n/ViewerPreferences <</DisplayDocTitle true>>\n"]
)
def test_the_language_is_added_and_the_file_stays_whole(tmp_path, catalogue):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(catalogue))
    assert set_language(path, "fr")
    data = path.read_bytes()
    assert data.startswith(pdf(catalogue)) and data.count(b"/Lang (fr)") == 1
    update = data[len(pdf(catalogue)) :]
    assert update.count(b"/ViewerPreferences") == 1
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    assert data[start:].startswith(b"xref\n1 1\n%010d" % len(pdf(catalogue)))
    if shutil.which("pdfinfo"):
        told = subprocess.run(["pdfinfo", path], capture_output=True, text=True)
        assert told.returncode == 0 and "Pages:           1" in told.stdout and not told.stderr


@pytest.mark.parametrize(
    "data",
    [
        # no table: objects in a stream
        b"%PDF-2.0\n1 0 obj\n<</Pages 2 0 R/Type/Catalog>>\nendobj\nstartxref\n9\n%%EOF\n",
        pdf().replace(b"trailer\n", b""),
        pdf(b"/Pages 2 0 R\n/Lang (en)\n"),
        b"",
    ],
)
def test_a_pdf_of_another_make_is_let_be(tmp_path, data):
    (tmp_path / "a.pdf").write_bytes(data)
    assert not set_language(tmp_path / "a.pdf", "fr")
    assert (tmp_path / "a.pdf").read_bytes() == data
