//! Nơi nhận (Phụ lục I, phần I, mục II.9).

use crate::check::finding::{Notes, Spot};
use crate::check::mend::Edit;
use crate::check::paper::Recipients;

use super::reading::Reading;
use super::style::{piece_in, pieces_in, style};
use super::title::quote;
use super::{Check, Level, Rule};

/// TT-114.
pub(super) static LABEL: Rule = Rule {
    code: "TT-114",
    level: Level::Must,
    asks: "“Nơi nhận:” cỡ chữ 12, nghiêng, đậm, sát lề trái, ngang dòng quyền hạn, chức vụ",
    clause: "Phụ lục I, phần I, mục II.9.d",
    why: "Thiếu nơi nhận thì văn thư không biết gửi đi đâu, lưu ở đâu.",
    wrong: "Nơi nhận: cỡ chữ 14, đứng",
    right: "Nơi nhận: cỡ chữ 12, nghiêng, đậm",
    check: Check::Paper(label),
};

/// TT-115.
pub(super) static LINES: Rule = Rule {
    code: "TT-115",
    level: Level::Must,
    asks: "mỗi nơi nhận một dòng, cỡ chữ 11, kiểu đứng, đầu dòng “- ”, cuối dòng “;”, dòng cuối “.”",
    clause: "Phụ lục I, phần I, mục II.9.d",
    why: "Văn thư đếm dòng để biết số bản phát hành.",
    wrong: "- Như trên",
    right: "- Như trên;",
    check: Check::Paper(lines),
};

/// TT-116.
pub(super) static AS_ABOVE: Rule = Rule {
    code: "TT-116",
    level: Level::Must,
    asks: "có “Kính gửi:” thì dòng đầu nơi nhận là “- Như trên;”; không có thì không ghi",
    clause: "Phụ lục I, phần I, mục II.9.b, II.9.c",
    why: "“Như trên” nghĩa là các nơi đã nêu ở “Kính gửi”.",
    wrong: "kế hoạch có dòng “- Như trên;”",
    right: "công văn có dòng “- Như trên;” đầu tiên",
    check: Check::Paper(as_above),
};

/// TT-117.
pub(super) static ARCHIVE: Rule = Rule {
    code: "TT-117",
    level: Level::Must,
    asks: "dòng cuối “- Lưu: VT, <đơn vị soạn thảo>.”",
    clause: "Phụ lục I, phần I, mục II.9.d",
    why: "Bản gốc lưu tại văn thư, một bản tại đơn vị soạn thảo.",
    wrong: "- Lưu VT",
    right: "- Lưu: VT, VHXH.",
    check: Check::Paper(archive),
};

/// TT-118.
pub(super) static ARTICLES: Rule = Rule {
    code: "TT-118",
    level: Level::Should,
    asks: "nơi nhận của quyết định, nghị quyết bắt đầu bằng “- Như Điều …;”",
    clause: "Phụ lục III, mẫu 1.1, 1.2, 1.3",
    why: "Người thi hành nêu ở điều cuối là người nhận đầu tiên.",
    wrong: "- Sở Nội vụ;",
    right: "- Như Điều 3;",
    check: Check::Paper(articles),
};

fn label(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(recipients) = &reading.paper.recipients else {
        let typed = reading
            .facts
            .story()
            .any(|(id, _)| reading.text(id).starts_with("Nơi nhận"));
        if !typed
            && !reading.is_list()
            && !reading.is_courtesy()
            && !reading.is_one_of(&["HĐ", "BGN", "BTT"])
            && reading.kind().is_some()
        {
            notes
                .add(
                    Spot::File,
                    "không thấy “Nơi nhận:”",
                    "“Nơi nhận:” bên trái, ngang khối chữ ký",
                )
                .in_doubt(&reading.paper.kind);
        }
        return;
    };
    let asked = style(12, 12, true, true).left();
    piece_in(reading, notes, "“Nơi nhận”", &recipients.label, asked);
    let words = reading.words(&recipients.label);
    if !words.ends_with(':') && !words.ends_with("):") {
        notes.add(&recipients.label, format!("“{words}”"), "“Nơi nhận:”");
    }
}

fn lines(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(recipients) = &reading.paper.recipients else {
        return;
    };
    let asked = style(11, 11, false, false);
    pieces_in(reading, notes, "nơi nhận", &recipients.items, asked);
    punctuation(reading, recipients, notes);
}

fn punctuation(reading: &Reading<'_>, recipients: &Recipients, notes: &mut Notes<'_>) {
    let mut faults = Vec::new();
    for (at, item) in recipients.items.iter().enumerate() {
        let words = reading.words(item);
        let archive = recipients.archive == Some(at);
        let fault = if !words.starts_with('-') {
            // A bracket or a wrapped line is a continuation typed on a line of its own.
            let under = words.starts_with('+') && goes_under(reading, recipients, at);
            if under || words.starts_with('(') || words.starts_with(char::is_lowercase) {
                None
            } else {
                Some("đầu dòng không có “- ”")
            }
        } else if !words.starts_with("- ") {
            Some("sau gạch đầu dòng không có dấu cách")
        } else if !archive && !words.ends_with([';', ':', '.']) {
            Some("cuối dòng không có dấu chấm phẩy")
        } else if !archive && words.ends_with('.') && at + 1 < recipients.items.len() {
            Some("cuối dòng là dấu chấm, phải là dấu chấm phẩy")
        } else {
            None
        };
        faults.extend(fault.map(|fault| (item, words, fault)));
    }
    if let Some((item, words, fault)) = faults.first() {
        let there = format!("“{}”: {fault}", quote(words));
        notes.add(*item, there, "“- …;”").others(faults.len() - 1);
    }
}

/// True for a `+` below a line that ends in a colon, or below another `+`.
fn goes_under(reading: &Reading<'_>, recipients: &Recipients, at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|at| recipients.items.get(at));
    let above = above.map(|item| reading.words(item));
    above.is_some_and(|words| words.ends_with(':') || words.starts_with('+'))
}

fn as_above(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(recipients) = &reading.paper.recipients else {
        return;
    };
    let Some(first) = recipients.items.first() else {
        return;
    };
    let words = reading.words(first);
    let as_above = words
        .trim_start_matches(['-', ' '])
        .to_lowercase()
        .starts_with("như trên");
    let addressed = reading.paper.addressees.is_some();
    if addressed && !as_above && (reading.is_letter() || reading.is_one_of(&["TTr", "BC"])) {
        notes
            .add(
                first,
                format!("dòng đầu nơi nhận là “{}”", quote(&words)),
                "“- Như trên;”",
            )
            .in_doubt(&reading.paper.kind);
    }
    // Giấy mời and giấy giới thiệu name those above in their text.
    // Of a tờ trình the missing Kính gửi, of a decision the missing Điều is told by its own rule.
    let other = ["GM", "GGT", "CĐ", "GNP", "GUQ", "TTr", "QĐ", "NQ"];
    let named_above = reading.is_one_of(&other);
    if !addressed && as_above && !named_above && reading.is_named() {
        notes
            .add(
                first,
                "“Như trên” mà không có “Kính gửi:”",
                "bỏ dòng “- Như trên;”",
            )
            .in_doubt(&reading.paper.kind);
    }
}

fn archive(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let Some(recipients) = &reading.paper.recipients else {
        return;
    };
    let Some(at) = recipients.archive else {
        if let Some(last) = recipients.items.last() {
            notes.add(
                last,
                "không có dòng “- Lưu: VT, …”",
                "“- Lưu: VT, <đơn vị soạn thảo>.” ở cuối",
            );
        }
        return;
    };
    let item = &recipients.items[at];
    let words = reading.words(item);
    let rest = words.trim_start_matches(['-', ' ']);
    let there = format!("“{words}”");
    let follows = recipients.items.get(at + 1);
    if follows.is_some_and(|next| reading.words(next).starts_with("- ")) {
        notes.add(
            item,
            format!("{there} không đứng cuối"),
            "dòng cuối của nơi nhận",
        );
    }
    let Some(kept) = rest.strip_prefix("Lưu:").map(str::trim) else {
        let finding = notes.add(item, there, "“- Lưu: VT, …”");
        // `Lưu VT` lacks the colon only.
        if let [span] = item.spans.as_slice()
            && rest.starts_with("Lưu VT")
            && let Some(found) = reading.facts.words(span).find("Lưu")
        {
            let mut word = span.clone();
            word.range.start += found;
            word.range.end = word.range.start + "Lưu".len();
            finding.mend([Edit::Words(word, "Lưu:".to_string())]);
        }
        return;
    };
    if !kept.starts_with("VT") {
        notes
            .add(item, there, "“Lưu: VT, …”: VT trước hết")
            .ask("nơi lưu có thể có tên khác ở cơ quan này");
    } else if !kept.ends_with('.') && recipients.drafter.is_missing() {
        let finding = notes.add(item, there, "dấu chấm ở cuối");
        if let Some(span) = item.spans.last() {
            let text = reading.facts.words(span);
            let trimmed = text.trim_end_matches([';', ',']);
            let mut end = span.clone();
            end.range.start += trimmed.len();
            finding.mend(end_edit(end));
        }
    }
}

/// A full stop in place of what stands at the end; nothing can be put where nothing stands.
fn end_edit(end: crate::check::facts::Span) -> Vec<Edit> {
    if end.range.is_empty() {
        return Vec::new();
    }
    vec![Edit::Words(end, ".".to_string())]
}

fn articles(reading: &Reading<'_>, notes: &mut Notes<'_>) {
    let decides = reading.is_one_of(&["QĐ", "NQ"]) && reading.paper.kind.sure().is_some();
    let first = reading
        .paper
        .recipients
        .as_ref()
        .and_then(|it| it.items.first());
    if let Some(first) = first.filter(|_| decides) {
        let words = reading.words(first);
        if !words
            .trim_start_matches(['-', ' '])
            .to_lowercase()
            .starts_with("như điều")
        {
            let there = format!("dòng đầu nơi nhận là “{}”", quote(&words));
            notes.add(first, there, "“- Như Điều …;”");
        }
    }
}
