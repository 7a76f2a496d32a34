"""Spreadsheets as people keep them."""

import pandas as pd
import pyogrio


def workbook(path, **sheets):
    """Write a spreadsheet: sheet → rows, the header first."""
    for number, (name, (header, *rows)) in enumerate(sheets.items()):
        pyogrio.write_dataframe(
            pd.DataFrame(rows, columns=header), path, layer=name.replace("_", " "), driver="XLSX", append=number > 0
        )
    return path
