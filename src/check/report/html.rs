//! The reports as sheets for the file: “Phiếu kiểm tra trước khi trình ký”, A4, one a file, with a place
//! for the checker's signature. One page of HTML that needs nothing from outside.

use std::fmt::Write;

use super::{Item, ItemLevel, Report, Reports};

/// Looks of the sheet, on screen and on paper.
const STYLE: &str = include_str!("sheet.css");

/// The sheets of all files.
pub fn sheet(reports: &Reports) -> String {
    let sheets: String = reports.files.iter().map(one).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n\
         <title>Phiếu kiểm tra trước khi trình ký</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         {sheets}</body>\n</html>\n"
    )
}

fn one(report: &Report) -> String {
    let mut html = String::from("<article>\n");
    // Of a file that is no paper of an office the name is anything.
    let agency = report
        .agency
        .as_deref()
        .filter(|_| report.unchecked.is_none());
    let agency = agency.unwrap_or("");
    let _ = writeln!(html, "<p class=\"co-quan\">{}</p>", escape(agency));
    html.push_str("<h1>Phiếu kiểm tra trước khi trình ký</h1>\n");
    html.push_str("<p class=\"phu\">(thể thức theo Nghị định 30/2020/NĐ-CP)</p>\n");
    html.push_str(&about(report));
    match &report.unchecked {
        Some(why) => {
            let _ = writeln!(
                html,
                "<p class=\"ket-luan\">Không kiểm tra: {}.</p>",
                escape(why)
            );
        }
        None => html.push_str(&findings(report)),
    }
    html.push_str(&switches(report));
    html.push_str(&signatures());
    html.push_str("</article>\n");
    html
}

/// What was checked.
fn about(report: &Report) -> String {
    let others = report.others.join("; ");
    let rows = [
        ("Tệp", Some(report.file.as_str())),
        ("Loại văn bản", report.kind.as_deref()),
        ("Số, ký hiệu", report.number.as_deref()),
        ("Địa danh, ngày tháng", report.date.as_deref()),
        ("Trích yếu", report.subject.as_deref()),
        (
            "Trong tệp còn",
            (!others.is_empty()).then_some(others.as_str()),
        ),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    let rows: String = rows
        .map(|(name, value)| format!("<tr><th>{name}</th><td>{}</td></tr>\n", escape(value)))
        .collect();
    format!("<table class=\"ve\">\n{rows}</table>\n")
}

fn findings(report: &Report) -> String {
    if report.items.is_empty() {
        return "<p class=\"ket-luan\">Không thấy lỗi thể thức.</p>\n".to_string();
    }
    let counts = [
        (ItemLevel::Must, "phải sửa"),
        (ItemLevel::Should, "nên sửa"),
        (ItemLevel::Ask, "cần xem lại"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .map(|(level, name)| (report.count(level), name))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    format!(
        "<p class=\"ket-luan\">Thấy {}.</p>\n<table class=\"loi\">\n<colgroup><col class=\"c1\"><col \
         class=\"c2\"><col class=\"c3\"><col class=\"c4\"><col class=\"c5\"><col class=\"c6\"><col \
         class=\"c7\"></colgroup>\n<thead><tr><th>TT</th><th>Mã</th><th>Mức</th><th>Vị trí</th><th>Trong \
         văn bản</th><th>Yêu cầu, căn cứ</th><th>Đã sửa</th></tr></thead>\n{}</table>\n",
        counts.join(", "),
        groups(&report.items)
    )
}

/// The findings in page order, under the name of the part of the paper where it changes.
fn groups(items: &[Item]) -> String {
    let mut html = String::new();
    let numbered: Vec<(usize, &Item)> = items.iter().enumerate().collect();
    for group in numbered.chunk_by(|(_, one), (_, other)| one.region == other.region) {
        let name = group.first().map_or("", |(_, item)| item.region.name());
        let rows: String = group.iter().copied().map(row).collect();
        let _ = write!(
            html,
            "<tbody>\n<tr class=\"nhom\"><th colspan=\"7\">{name}</th></tr>\n{rows}</tbody>\n"
        );
    }
    html
}

fn row((index, item): (usize, &Item)) -> String {
    let class = match item.level {
        ItemLevel::Must => "phai",
        ItemLevel::Should => "nen",
        ItemLevel::Ask => "hoi",
    };
    let number = item.paragraph.map(|number| format!("đoạn {number}"));
    let place = [item.component.map(str::to_string), number];
    let place: Vec<String> = place.into_iter().flatten().collect();
    // What is there is often the very quotation.
    let quote = match item.quote.as_str() {
        "" => String::new(),
        quote if item.there.contains(quote) => String::new(),
        quote => format!("<br><q>{}</q>", escape(quote)),
    };
    let others = match item.others {
        0 => String::new(),
        others => format!(" (và {others} chỗ khác)"),
    };
    let doubt = item
        .doubt
        .as_ref()
        .map_or(String::new(), |why| format!("<br>Hỏi vì {}", escape(why)));
    format!(
        "<tr class=\"{class}\"><td>{}</td><td>{}</td><td>{}</td><td>{}{quote}</td><td>{}{others}</td>\
         <td>{}<br><small>{}</small>{doubt}</td><td class=\"o\"><span></span></td></tr>\n",
        index + 1,
        item.code,
        item.level.name(),
        escape(&place.join(", ")),
        escape(&item.there),
        escape(&item.asked),
        escape(item.clause),
    )
}

/// Rules that the agency has set otherwise.
fn switches(report: &Report) -> String {
    if report.switches.is_empty() {
        return String::new();
    }
    let items: String = report
        .switches
        .iter()
        .map(|switch| {
            let level = switch.level.map_or("tắt", ItemLevel::name);
            format!(
                "<li>{}: {level}. Lý do: {}</li>\n",
                switch.code,
                escape(&switch.reason)
            )
        })
        .collect();
    format!("<p>Quy tắc cơ quan đặt lại:</p>\n<ul>\n{items}</ul>\n")
}

/// Places for the hand: what is decided, day, names, signatures. The program has no clock.
fn signatures() -> String {
    "<div class=\"ky\">\n<p>Kết luận: <span class=\"o\"></span> trình ký &emsp; <span class=\"o\"></span> \
     sửa rồi trình ký &emsp; <span class=\"o\"></span> trả lại người soạn thảo</p>\n<p>Ý kiến khác: <span \
     class=\"dong\"></span></p>\n<table>\n<tr><td>Người soạn thảo<br><small>(ký, ghi rõ họ \
     tên)</small></td><td><i>Ngày ...... tháng ...... năm ..........</i><br>Người kiểm tra<br><small>(ký, \
     ghi rõ họ tên)</small></td></tr>\n</table>\n</div>\n"
        .to_string()
}

/// Text as HTML.
fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::Settings;
    use crate::check::rules::samples::{Script, script};
    use crate::check::{read, recognise_all, rules};

    fn sheet_of(script: &Script) -> String {
        let facts = read(&script.bytes()).unwrap();
        let papers = recognise_all(&facts);
        let settings = Settings::default();
        let findings = rules::judge_all(&facts, &papers, &settings);
        let report = Report::new("thử <1>.docx", (&facts, &papers), &findings, &settings);
        sheet(&Reports::new(vec![report]))
    }

    #[test]
    fn findings_stand_in_page_order_under_the_parts_of_the_paper() {
        let broken = script("ke-hoach")
            .with("page 1134", "page 850")
            .with("Số: 12/", "Số 12/")
            .with("Thường trực Đảng ủy;", "Thường trực Đảng ủy")
            .with("chủ động chuẩn bị", "chủ động chuẫn bị");
        let html = sheet_of(&broken);
        let parts: Vec<&str> = html
            .split("<tr class=\"nhom\"><th colspan=\"7\">")
            .skip(1)
            .filter_map(|part| part.split('<').next())
            .collect();
        assert_eq!(
            parts,
            [
                "Trang giấy",
                "Đầu văn bản",
                "Nội dung",
                "Cuối văn bản",
                "Trang giấy"
            ]
        );
        assert!(html.contains("<tr><th>Tệp</th><td>thử &lt;1&gt;.docx</td></tr>"));
        assert_eq!(
            html.matches("<td class=\"o\"><span></span></td>").count(),
            5
        );
    }

    #[test]
    fn a_good_paper_has_no_table_of_findings_but_places_to_sign() {
        let html = sheet_of(&script("cong-van"));
        assert!(html.contains("<p class=\"ket-luan\">Không thấy lỗi thể thức.</p>"));
        assert!(!html.contains("<table class=\"loi\">"));
        assert!(html.contains("Người kiểm tra<br>"));
    }
}
