//! Words that are capitals in themselves: the State, honours, holidays, events, works (Phụ lục II, mục V).

use std::sync::LazyLock;

use crate::check::phrases::Phrases;
use crate::check::rules::{Check, Judged, Level, Rule, Sureness};
use crate::check::words::{Slip, Words};

use super::{asked, capital, listed, sure};

static HONOURS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/danh-hieu.txt")));
static EMULATION: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(include_str!(
        "../../../../data/kiem-tra/danh-hieu-thi-dua.txt"
    ))
});
static HOLIDAYS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/ngay-le.txt")));
static EVENTS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/su-kien.txt")));
static WORKS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(include_str!("../../../../data/kiem-tra/tac-pham.txt")));

/// VH-15.
pub(in crate::check::rules) static STATE: Rule = Rule {
    code: "VH-15",
    level: Level::Must,
    asks: "viết hoa “Nhân dân”, “Nhà nước” khi là danh từ đặc biệt",
    clause: "Phụ lục II, mục V.1",
    why: "Cơ quan nhà nước, ủy ban nhân dân vẫn viết thường; vì thế chỉ hỏi, không kết luận.",
    wrong: "thực hiện chủ trương của Đảng, nhà nước",
    right: "thực hiện chủ trương của Đảng, Nhà nước",
    check: Check::Words(state),
};

/// VH-16.
pub(in crate::check::rules) static HONOUR: Rule = Rule {
    code: "VH-16",
    level: Level::Must,
    asks: "tên huân chương, huy chương, danh hiệu vinh dự: viết hoa tên riêng và hạng",
    clause: "Phụ lục II, mục V.2",
    why: "Danh hiệu viết đúng như Luật Thi đua, khen thưởng; chữ chỉ hạng cũng viết hoa.",
    wrong: "được tặng Huân chương Lao động hạng nhì và danh hiệu nghệ sĩ nhân dân",
    right: "được tặng Huân chương Lao động hạng Nhì và danh hiệu Nghệ sĩ Nhân dân",
    check: Check::Words(honour),
};

/// VH-18.
pub(in crate::check::rules) static PARTY: Rule = Rule {
    code: "VH-18",
    level: Level::Must,
    asks: "danh từ chung đã riêng hóa viết hoa: “Đảng” khi chỉ Đảng Cộng sản Việt Nam",
    clause: "Phụ lục II, mục V.4",
    why: "“đảng viên”, “đảng bộ” vẫn viết thường; vì thế chỉ hỏi, không kết luận.",
    wrong: "thực hiện nghị quyết của đảng",
    right: "thực hiện nghị quyết của Đảng",
    check: Check::Words(party),
};

/// VH-19.
pub(in crate::check::rules) static HOLIDAY: Rule = Rule {
    code: "VH-19",
    level: Level::Must,
    asks: "tên ngày lễ, ngày kỷ niệm: viết hoa chữ đầu của các âm tiết tạo thành tên",
    clause: "Phụ lục II, mục V.5",
    why: "Tên ngày lễ là tên riêng.",
    wrong: "nghỉ lễ ngày quốc tế lao động 1-5",
    right: "nghỉ lễ ngày Quốc tế Lao động 1-5",
    check: Check::Words(holiday),
};

/// VH-25.
pub(in crate::check::rules) static EVENT: Rule = Rule {
    code: "VH-25",
    level: Level::Must,
    asks: "tên sự kiện lịch sử, triều đại: viết hoa; con số viết bằng chữ thì viết hoa",
    clause: "Phụ lục II, mục V.9",
    why: "Tên sự kiện là tên riêng.",
    wrong: "thành quả của Cách mạng tháng 8",
    right: "thành quả của Cách mạng tháng Tám",
    check: Check::Words(event),
};

/// VH-26.
pub(in crate::check::rules) static WORK: Rule = Rule {
    code: "VH-26",
    level: Level::Must,
    asks: "tên tác phẩm, sách báo: viết hoa chữ đầu của âm tiết thứ nhất",
    clause: "Phụ lục II, mục V.10",
    why: "Chữ “báo”, “tạp chí” là danh từ chung.",
    wrong: "đăng trên báo nhân Dân",
    right: "đăng trên báo Nhân dân",
    check: Check::Words(work),
};

fn state(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    for index in 2..text.words.len().saturating_sub(1) {
        let pair = (text.folded(index), text.folded(index + 1));
        let named = matches!(pair, ("nhà", "nước") | ("nhân", "dân"));
        let beside = match text.folded(index - 1) {
            "đảng" => text.words[index - 1].text == "Đảng" && text.gap(index - 1) == ",",
            "và" | "với" => text.words[index - 2].text == "Đảng",
            _ => false,
        };
        if named && beside && text.words[index].is_small() {
            found.push((
                capital(text, index),
                Sureness::Look("“nhà nước”, “nhân dân” cũng có khi viết thường"),
            ));
        }
    }
    found
}

fn honour(text: &Words<'_>) -> Vec<Judged> {
    let mut found = listed(&HONOURS, text);
    found.extend(class_of_order(text).into_iter().map(sure));
    found.extend(emulation(text));
    found
}

/// `Huân chương Lao động hạng ba`: the word for the class has a capital.
fn class_of_order(text: &Words<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    for index in 3..text.words.len().saturating_sub(1) {
        let class = matches!(text.folded(index + 1), "nhất" | "nhì" | "ba");
        let order = (2..=6).any(|back| {
            index.checked_sub(back).is_some_and(|at| {
                matches!(text.folded(at), "huân" | "huy") && text.folded(at + 1) == "chương"
            })
        });
        let joined = text.gap(index).is_empty() && text.gap(index - 1).is_empty();
        if text.words[index].text == "hạng"
            && class
            && order
            && joined
            && text.words[index + 1].is_small()
        {
            found.push(capital(text, index + 1));
        }
    }
    found
}

/// Titles of emulation behind `danh hiệu`, which begin with a capital.
fn emulation(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    for index in 2..text.words.len() {
        let behind = text.folded(index - 2) == "danh"
            && text.folded(index - 1) == "hiệu"
            && matches!(text.gap(index - 1), "" | "“" | "\"");
        if behind && text.words[index].is_small() && EMULATION.at(text, index).is_some() {
            let why = "danh hiệu thi đua không phải danh hiệu vinh dự";
            found.push((capital(text, index), Sureness::Look(why)));
        }
    }
    found
}

/// `của đảng`, `đảng và Nhà nước`: the Party, if it is not another one.
fn party(text: &Words<'_>) -> Vec<Judged> {
    let mut found = Vec::new();
    for index in 0..text.words.len() {
        let word = &text.words[index];
        if word.text != "đảng" {
            continue;
        }
        let behind = (
            text.gap(index),
            text.folded(index + 1),
            text.folded(index + 2),
        );
        let congress = text.before(index) == "hội" && index > 1 && text.folded(index - 2) == "đại";
        let state = matches!(behind, ("" | ",", "và" | "nhà", "nhà" | "nước"));
        let ends = text.words.len() == index + 1 || !text.gap(index).is_empty();
        let of = text.before(index) == "của" && (ends || matches!(behind.1, "và" | "ta" | "về"));
        if state || of || congress && ends {
            let why = "có khi chỉ một đảng khác";
            found.push((capital(text, index), Sureness::Look(why)));
        }
    }
    found
}

fn holiday(text: &Words<'_>) -> Vec<Judged> {
    let slips = HOLIDAYS.slips(text).into_iter();
    // `Ngày Quốc khánh` is as common as the Decree's `ngày Quốc khánh`.
    let day = |slip: &Slip| text.text[slip.range.clone()].strip_prefix("Ngày ");
    slips
        .filter(|slip| day(slip).is_none_or(|name| slip.wanted.strip_prefix("ngày ") != Some(name)))
        .map(sure)
        .collect()
}

fn event(text: &Words<'_>) -> Vec<Judged> {
    let judge = |slip: Slip| {
        let there = &text.text[slip.range.clone()];
        let dynasty = there.strip_prefix("triều ");
        let sureness = match dynasty == slip.wanted.strip_prefix("Triều ") && dynasty.is_some() {
            true => Sureness::Look("nhiều văn bản viết thường chữ “triều”"),
            false => Sureness::Sure,
        };
        (slip, sureness)
    };
    let mut found: Vec<Judged> = EVENTS.slips(text).into_iter().map(judge).collect();
    for index in 2..text.words.len() {
        let revolution = text.folded(index - 2) == "mạng" && text.folded(index - 1) == "tháng";
        let month = match text.words[index].text {
            "8" => "Tám",
            "10" => "Mười",
            _ => continue,
        };
        let joined = text.gap(index - 1).is_empty() && !text.gap(index).starts_with('/');
        if revolution && joined {
            let range = text.range(index - 1..index + 1);
            let wanted = format!("tháng {month}");
            found.push(sure(Slip { range, wanted }));
        }
    }
    found
}

fn work(text: &Words<'_>) -> Vec<Judged> {
    asked(&WORKS, text, "tên báo, tạp chí có khi viết như biển hiệu")
}
