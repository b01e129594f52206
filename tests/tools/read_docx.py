"""Prints the paragraphs of a DOCX as python-docx reads it, those of tables in their place.

Use: read_docx.py <file>
"""

import sys

from docx import Document
from docx.table import Table


def lines(blocks):
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                seen = []
                for cell in row.cells:
                    # A cell over several columns is given once for each.
                    if cell._tc not in seen:
                        seen.append(cell._tc)
                        yield from lines(cell.iter_inner_content())
        else:
            yield block.text.replace("\n", " ")


for line in lines(Document(sys.argv[1]).iter_inner_content()):
    print(line)
