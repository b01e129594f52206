//! `vanthu fix`: mends what is safe into a new file, and says what it did and what is left.

use super::paper_args::FixArguments;
use super::papers::{save, settings};
use super::{Exit, print};
use crate::check::report::{Item, ItemLevel, Report, diagnostics};
use crate::pipeline::inspect;

/// Mends a paper.
pub(super) fn run(arguments: &FixArguments) -> Exit {
    if same_file(arguments) {
        print::error_line("lỗi: tệp mới phải khác tệp cũ; vanthu fix không sửa đè lên tệp gốc");
        return Exit::Usage;
    }
    let papers = [arguments.path.clone()];
    let Some(settings) = settings(arguments.co_quan.as_deref(), &papers) else {
        return Exit::Findings;
    };
    let mended = match inspect::mend(&arguments.path, &settings) {
        Ok(mended) => mended,
        Err(refusal) => {
            print::findings(&[*refusal]);
            return Exit::Findings;
        }
    };
    let saved = save(&arguments.out, &mended.bytes, arguments.force);
    if saved != Exit::Done {
        return saved;
    }
    match &mended.left.unchecked {
        Some(why) => print::line(&format!("không sửa gì: {why}")),
        None => told(&mended.mended),
    }
    for obstacle in &mended.obstacles {
        if let Some(item) = mended.left.items.get(obstacle.item) {
            print::line(&format!("chưa sửa {}: {}", place(item), obstacle.why));
        }
    }
    let mut left = mended.left;
    left.file = arguments.out.display().to_string();
    print::findings(&diagnostics(&left));
    match left.count(ItemLevel::Must) {
        0 => Exit::Done,
        _ => Exit::Findings,
    }
}

/// A line for each thing mended.
fn told(mended: &Report) {
    if mended.items.is_empty() {
        print::line("không có gì để sửa; tệp mới giống hệt tệp cũ");
    }
    for item in &mended.items {
        print::line(&change(item));
    }
}

/// `đã sửa TT-70, đoạn 12, nội dung (và 7 chỗ khác): nội dung cỡ chữ 12 → cỡ chữ 13–14`.
fn change(item: &Item) -> String {
    let others = match item.others {
        0 => String::new(),
        others => format!(" (và {others} chỗ khác)"),
    };
    format!(
        "đã sửa {}{others}: {} → {}",
        place(item),
        item.there,
        item.asked
    )
}

/// `TT-70, đoạn 12, nội dung`.
fn place(item: &Item) -> String {
    let number = item.paragraph.map(|number| format!("đoạn {number}"));
    let component = item.component.map(str::to_string);
    let place = [Some(item.code.to_string()), number, component];
    let place: Vec<String> = place.into_iter().flatten().collect();
    place.join(", ")
}

/// True if the new file would be the old one.
fn same_file(arguments: &FixArguments) -> bool {
    let real = |path: &std::path::Path| path.canonicalize().ok();
    arguments.path == arguments.out
        || real(&arguments.path).is_some_and(|old| real(&arguments.out) == Some(old))
}
