"""Prints the text of a PDF as MuPDF reads it. Use: text.py <file>"""

import sys

import pymupdf

with pymupdf.open(sys.argv[1]) as pdf:
    for page in pdf:
        sys.stdout.write(page.get_text())
