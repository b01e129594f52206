//! Names of agencies and organisations (Phụ lục II, mục IV).

use std::sync::LazyLock;

use crate::check::phrases::Phrases;
use crate::check::rules::{Check, Judged, Level, Rule};
use crate::check::words::Words;

use super::{asked, listed};

static BODIES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/co-quan.txt")));
static USUALLY_SMALL: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/co-quan-hoi.txt")));
static SPECIALS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(include_str!(
        "../../../../data/kiem-tra/co-quan-dac-biet.txt"
    ))
});
static FOREIGNERS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(include_str!(
        "../../../../data/kiem-tra/to-chuc-quoc-te.txt"
    ))
});

/// VH-12.
pub(in crate::check::rules) static BODY: Rule = Rule {
    code: "VH-12",
    level: Level::Must,
    asks: "tên cơ quan, tổ chức: viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực",
    clause: "Phụ lục II, mục IV.1.a",
    why: "Tên cơ quan viết đúng như văn bản thành lập.",
    wrong: "Báo cáo gửi Uỷ Ban Nhân Dân xã và Sở Tài Chính",
    right: "Báo cáo gửi Ủy ban nhân dân xã và Sở Tài chính",
    check: Check::Words(body),
};

/// VH-13.
pub(in crate::check::rules) static SPECIAL: Rule = Rule {
    code: "VH-13",
    level: Level::Must,
    asks: "tên cơ quan của Đảng ở Trung ương viết hoa theo tên gọi chính thức",
    clause: "Phụ lục II, mục IV.1.b",
    why: "Các tên này là trường hợp viết hoa đặc biệt.",
    wrong: "Nghị quyết của Ban chấp hành Trung ương đảng",
    right: "Nghị quyết của Ban Chấp hành Trung ương Đảng",
    check: Check::Words(special),
};

/// VH-14.
pub(in crate::check::rules) static FOREIGN: Rule = Rule {
    code: "VH-14",
    level: Level::Must,
    asks: "tên tổ chức nước ngoài dịch nghĩa viết hoa như tên Việt Nam; tên viết tắt in hoa tất cả",
    clause: "Phụ lục II, mục IV.2",
    why: "Tên viết tắt ghép từ chữ đầu của nhiều từ nên viết hoa hết.",
    wrong: "di sản được Unesco, Liên Hợp Quốc công nhận",
    right: "di sản được UNESCO, Liên hợp quốc công nhận",
    check: Check::Words(foreign),
};

fn body(text: &Words<'_>) -> Vec<Judged> {
    let mut found = listed(&BODIES, text);
    let why = "chữ chỉ chức năng có khi viết thường";
    found.extend(asked(&USUALLY_SMALL, text, why));
    found
}

fn special(text: &Words<'_>) -> Vec<Judged> {
    listed(&SPECIALS, text)
}

fn foreign(text: &Words<'_>) -> Vec<Judged> {
    listed(&FOREIGNERS, text)
}
