//! Refuses marks of secrecy (dấu chỉ độ mật) with the reason.
//!
//! State secrets may not be drafted on an ordinary networked machine, so the program has no place
//! for them: not as a key, not as a value of a mark.

use crate::diag::Diagnostic;

use super::findings::Findings;
use super::node::Node;
use super::source::{Source, Span};
use super::suggest;

/// Refuses every mark of secrecy in a tree.
pub(super) fn refuse(node: &Node, source: &Source, found: &mut Findings) {
    node.walk(&mut |node| {
        for entry in node.entries() {
            let mark = entry.node.text().is_some_and(is_mark);
            let as_value = mark && ["do_khan", "luu_hanh"].contains(&entry.key.as_str());
            if is_key(&entry.key) {
                found.push(|| refusal(source, entry.key_at));
            } else if as_value {
                found.push(|| refusal(source, entry.node.at));
            }
        }
    });
}

/// True for a key that asks for a mark of secrecy.
pub(super) fn is_key(key: &str) -> bool {
    let key = suggest::folded(key);
    [
        "do_mat",
        "dau_mat",
        "muc_do_mat",
        "dau_do_mat",
        "dau_chi_do_mat",
        "bi_mat",
    ]
    .contains(&key.as_str())
}

/// True for the name of a degree of secrecy.
pub(super) fn is_mark(text: &str) -> bool {
    let text = suggest::folded(text);
    ["mat", "toi_mat", "tuyet_mat"].contains(&text.as_str())
}

fn refusal(source: &Source, at: Span) -> Diagnostic {
    let message =
        "chương trình không soạn văn bản chứa bí mật nhà nước, nên không có dấu chỉ độ mật";
    let hint = "soạn trên máy tính riêng, không nối mạng, của cơ quan theo Luật Bảo vệ bí mật nhà nước \
                số 117/2025/QH15 và Nghị định số 63/2026/NĐ-CP; văn bản thường thì bỏ khóa này";
    Diagnostic::error("do-mat", source.place(at), message).hint(hint)
}
