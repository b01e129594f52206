#!/usr/bin/env python3
"""Measures whole runs of `vanthu build` on invented guests: python3 benches/batch.py [--program FILE] [--runs N].

Makes a dossier with a table of 1,000 and of 10,000 invented guests (one page each), and runs the release
build from CSV to files on disk, each time into a new folder: letters as DOCX, as PDF, the one file for print,
and all of it; then all of it again with nothing changed. Prints medians of wall time, processor time (user and
system, which other work on the machine disturbs less) and peak memory, and the ratio of 10,000 to 1,000.
Needs Python 3 alone, and the program (`cargo build --release`).
"""

import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
KINDS = [
    ("DOCX", ["--format", "docx"]),
    ("PDF", ["--format", "pdf"]),
    ("in chung", ["--format", "in-chung"]),
    ("tất cả", []),
]
FAMILIES = "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLES = "Văn Thị Hữu Đức Minh Ngọc Thanh Quang Xuân Kim Thu Hoài Bảo Gia Mỹ".split()
GIVEN = "An Bình Cường Dũng Giang Hà Hạnh Hiếu Hòa Hương Lan Linh Long Mai Nam Oanh Phúc Sơn Tâm Uyên Yến Ỷ".split()
POSTS = ["Chủ tịch", "Phó Chủ tịch", "Trưởng phòng", "Bí thư Chi bộ", "Trưởng thôn", "Hiệu trưởng", "Giám đốc"]
UNITS = ["Phòng Kinh tế", "Trường Tiểu học Hoa Sen", "Hợp tác xã Hoa Mẫu", "Thôn Trung Mẫu", "Công ty TNHH Ví Dụ"]
LETTER = """van_ban:
  giay_moi:
    so: 12
    ngay: 05/3/2026
    ky: pho_chu_tich
    moi_dong_cua: khach_moi
"""


def table(guests):
    """Invented guests, the same each time."""
    chance = random.Random(guests)
    rows = ["STT,Xưng hô,Họ và tên,Chức vụ,Đơn vị"]
    for number in range(1, guests + 1):
        name = " ".join(chance.choice(part) for part in (FAMILIES, MIDDLES, GIVEN))
        salutation = chance.choice(["Ông", "Bà"])
        rows.append(f"{number},{salutation},{name},{chance.choice(POSTS)},{chance.choice(UNITS)}")
    return "\n".join(rows) + "\n"


def dossier(program, folder, guests):
    """A dossier with nothing but invitations."""
    subprocess.run([program, "new", folder], check=True, stdout=subprocess.DEVNULL)
    path = folder / "ho-so.yaml"
    text = path.read_text(encoding="utf-8").split("van_ban:\n")[0]
    text = text.replace("\nsu_kien:\n", "\nkhach_moi: khach-moi.csv\n\nsu_kien:\n", 1)
    path.write_text(text + LETTER, encoding="utf-8")
    (folder / "khach-moi.csv").write_text(table(guests), encoding="utf-8")


def run(program, folder, out, options):
    """Wall seconds, processor seconds and peak MiB of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [program, "build", folder, "--out", out, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"the run failed: build {folder} {options}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(program, folder, work, options, runs):
    """Medians over runs into new folders; with none, over runs that find everything made."""
    found = []
    for number in range(runs):
        out = work / f"out-{time.monotonic_ns()}" if options is not None else work / "again"
        found.append(run(program, folder, out, options or []))
    return [statistics.median(column) for column in zip(*found)]


def machine():
    """The processor, the number of its cores and the memory."""
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "?")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB; load before: {load:.1f}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=pathlib.Path, default=HERE / "target/release/vanthu")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--many", type=int, default=10000)
    arguments = arguments.parse_args()
    print(machine())
    print("| | 1 000: s | CPU s | MiB | 10 000: s | CPU s | MiB | × s | × CPU | × MiB |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="vanthu-") as work:
        work = pathlib.Path(work)
        sizes = [1000, arguments.many]
        for guests in sizes:
            dossier(arguments.program, work / str(guests), guests)
        for kind, options in [*KINDS, ("chạy lại", None)]:
            columns = []
            for guests in sizes:
                folder = work / str(guests)
                place = work / f"{guests}-{len(columns)}"
                place.mkdir(exist_ok=True)
                if options is None:
                    run(arguments.program, folder, place / "again", [])
                columns.append(measure(arguments.program, folder, place, options, arguments.runs))
            few, many = columns
            ratios = [after / before for before, after in zip(few, many)]
            cells = [f"{few[0]:.2f}", f"{few[1]:.2f}", f"{few[2]:.0f}"]
            cells += [f"{many[0]:.2f}", f"{many[1]:.2f}", f"{many[2]:.0f}"]
            cells += [f"{ratio:.1f}" for ratio in ratios]
            print(f"| {kind} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
