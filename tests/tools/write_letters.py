"""Writes the same letter twice with python-docx, its head in a table and by tabs.

Use: write_letters.py <folder>
"""

import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt

CENTER = WD_ALIGN_PARAGRAPH.CENTER


def line(paragraph, words, bold=False, italic=False, size=13):
    run = paragraph.add_run(words)
    run.bold, run.italic = bold, italic
    run.font.size, run.font.name = Pt(size), "Times New Roman"
    return run


def add(holder, words, align=None, **format):
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    line(paragraph, words, **format)
    return paragraph


def head_in_a_table(document):
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    for words, bold in [("UBND TỈNH HOA SEN", False), ("SỞ Y TẾ", True), ("Số: 7/SYT-VP", False)]:
        add(left, words, CENTER, bold=bold)
    add(left, "V/v trực Tết", CENTER, size=12)
    add(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTER, bold=True)
    add(right, "Độc lập - Tự do - Hạnh phúc", CENTER, bold=True)
    add(right, "Hoa Sen, ngày 05 tháng 01 năm 2026", CENTER, italic=True)


def head_by_tabs(document):
    first = add(document, "UBND TỈNH HOA SEN\t")
    line(first, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    add(document, "SỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc", bold=True)
    add(document, "Số: 7/SYT-VP\tHoa Sen, ngày 05 tháng 01 năm 2026")
    add(document, "V/v trực Tết")


def text(document):
    add(document, "Kính gửi: Các bệnh viện trong tỉnh", CENTER)
    for words in ["Sở Y tế đề nghị:", "Bố trí trực đủ bốn cấp;", "Dự trữ thuốc./."]:
        style = "List Number" if words.endswith((";", "/.")) else None
        paragraph = document.add_paragraph(style=style)
        line(paragraph, words, size=14)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    add(left, "Nơi nhận:", bold=True, italic=True, size=12)
    last = add(left, "- Như trên;", size=11)
    last.add_run().add_break(WD_BREAK.LINE)
    line(last, "- Lưu: VT.", size=11)
    add(right, "GIÁM ĐỐC", CENTER, bold=True)
    add(right, "", CENTER)
    add(right, "Lê Thị Minh Họa", CENTER, bold=True)


for name, head in [("bang", head_in_a_table), ("tab", head_by_tabs)]:
    document = Document()
    document.sections[0].left_margin = Cm(3)
    head(document)
    text(document)
    document.save(Path(sys.argv[1]) / f"{name}.docx")
