//! Texts in their slots, and where frames come to stand.

use super::fit::fit;
use super::place::{Grows, Layout, Printer, Slot, WhenLong};
use super::{apply, calibrate};
use crate::diag::Place;
use crate::document::Meta;
use crate::document::certificate::{Certificate, Field};
use crate::fonts::{self, Face};
use crate::form::flow::{Align, Block, Color, Flow, Frame, RunContent};
use crate::form::style::StyleId;
use crate::units::{HalfPoints, Mm, Twips};

fn slot() -> Slot {
    Slot {
        name: "ten".to_string(),
        style: StyleId::Awardee,
        x: Mm(148.5),
        y: Mm(116.0),
        width: Mm(100.0),
        align: Align::Center,
        size: HalfPoints::points(24),
        smallest: HalfPoints::points(18),
        bold: true,
        italic: false,
        upper: true,
        color: Color::Black,
        most_lines: 2,
        height: None,
        line: 1.0,
        when_long: WhenLong::Shrinks,
        grows: Grows::Both,
        rule: None,
        preprinted: false,
    }
}

fn layout(slot: Slot, printer: Printer) -> Layout {
    Layout {
        width: Mm(297.0),
        height: Mm(210.0),
        slots: vec![slot],
        printer,
    }
}

fn certificate(text: &str) -> Certificate {
    Certificate {
        fields: vec![Field {
            name: "ten".to_string(),
            lines: vec![text.to_string()],
        }],
        meta: Meta::default(),
    }
}

fn laid_out(layout: &Layout, text: &str) -> Flow {
    let (flow, findings) = apply(&certificate(text), layout, &|_| Place::Nowhere, &|_| {
        Place::Nowhere
    });
    assert!(findings.is_empty(), "{findings:?}");
    flow.unwrap()
}

fn frames(flow: &Flow) -> Vec<&Frame> {
    let blocks = flow.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Frame(frame) => Some(frame),
            Block::Paragraph(_) | Block::Table(_) => None,
        })
        .collect()
}

fn check_fit(slot: &Slot, text: &str, half_points: u16, expected: &[&str]) {
    let fitted = fit(slot, &[text.to_string()]).unwrap();
    assert_eq!(fitted.lines, expected);
    assert_eq!(fitted.size, HalfPoints(half_points));
}

#[test]
fn a_name_gets_smaller_before_it_takes_two_lines() {
    check_fit(&slot(), "Mấu Thị Rơm", 48, &["MẤU THỊ RƠM"]);
    check_fit(&slot(), "Lý Thường Kiên Định", 47, &["LÝ THƯỜNG KIÊN ĐỊNH"]);
    check_fit(
        &slot(),
        "Ninh Thị Hoàng Yến Phương",
        48,
        &["NINH THỊ HOÀNG", "YẾN PHƯƠNG"],
    );
}

#[test]
fn an_achievement_takes_lines_before_it_gets_smaller() {
    let slot = Slot {
        upper: false,
        when_long: WhenLong::Breaks,
        ..slot()
    };
    check_fit(
        &slot,
        "Hoàn thành xuất sắc nhiệm vụ năm 2023",
        48,
        &["Hoàn thành xuất sắc", "nhiệm vụ năm 2023"],
    );
}

#[test]
fn further_lines_keep_to_the_height() {
    let slot = Slot {
        height: Some(Mm(7.0)),
        ..slot()
    };
    // 17 pt are 6.9 mm a line; 18 pt would be 7.3 mm.
    let wide = Slot {
        smallest: HalfPoints::points(16),
        ..slot
    };
    check_fit(
        &wide,
        "Ninh Thị Hoàng Yến Phương Thảo",
        34,
        &["NINH THỊ HOÀNG", "YẾN PHƯƠNG THẢO"],
    );
}

#[test]
fn lines_that_are_given_stay_and_share_a_size() {
    let text = [
        "KT. Chủ tịch".to_string(),
        "Phó Chủ tịch thường trực".to_string(),
    ];
    let fitted = fit(&slot(), &text).unwrap();
    assert_eq!(fitted.lines, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"]);
    assert!(fitted.size < HalfPoints::points(24));
}

#[test]
fn what_does_not_fit_is_told_and_never_cut() {
    let layout = layout(slot(), Printer::EXACT);
    let place = Place::Nowhere;
    let long = "Ban Quản lý dự án các công trình xây dựng kết hợp Trung tâm Phát triển quỹ đất";
    let (flow, findings) = apply(&certificate(long), &layout, &|_| place.clone(), &|_| {
        Place::Nowhere
    });
    assert!(flow.is_none());
    let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [format!(
            "lỗi[khong-vua-khung]: “{long}” không vừa trường ten: ở cỡ chữ nhỏ nhất 18 vẫn cần 4 \
             dòng, chỉ có 2 (gợi ý: viết ngắn lại, hoặc trong tệp mẫu giấy khen nới rong, giảm \
             co_nho_nhat, tăng so_dong hoặc cao của trường ten)"
        )]
    );
}

#[test]
fn the_baseline_stands_where_the_slot_says_and_moves_with_the_printer() {
    let exact = laid_out(&layout(slot(), Printer::EXACT), "Mấu Thị Rơm");
    let frame = frames(&exact)[0].clone();
    let ascent = fonts::baseline(HalfPoints::points(24)).to_twips();
    assert_eq!(frame.top + ascent, Mm(116.0).to_twips());
    assert_eq!(frame.left + frame.width / 2, Mm(148.5).to_twips());
    let printer = Printer {
        dx: Mm(3.0),
        dy: Mm(-2.0),
        scale_x: 0.99,
        scale_y: 1.02,
        upside_down: true,
    };
    let moved = laid_out(&layout(slot(), printer), "Mấu Thị Rơm");
    let frame = frames(&moved)[0];
    let within = |twips: Twips, expected: Mm| (twips.to_mm().0 - expected.0).abs() < 0.02;
    assert!(within(frame.top + ascent, Mm(116.0 * 1.02 - 2.0)));
    assert!(within(frame.left + frame.width / 2, Mm(148.5 * 0.99 + 3.0)));
    assert!(moved.sections[0].page.upside_down);
}

#[test]
fn two_lines_stand_around_the_place_of_one() {
    let flow = laid_out(&layout(slot(), Printer::EXACT), "Ninh Thị Hoàng Yến Phương");
    let frame = frames(&flow)[0];
    let lines = frame.paragraph.runs.iter();
    let breaks = lines.filter(|run| run.content == RunContent::LineBreak);
    assert_eq!(breaks.count(), 1);
    let size = HalfPoints::points(24);
    let pitch = fonts::line_height(size).to_mm().0;
    let first = (frame.top + fonts::baseline(size).to_twips()).to_mm().0;
    assert!((first - (116.0 - pitch / 2.0)).abs() < 0.02, "{first}");
}

#[test]
fn what_is_on_the_blank_is_not_printed_but_shown_on_the_sheet() {
    let slot = Slot {
        preprinted: true,
        ..slot()
    };
    let layout = layout(slot, Printer::EXACT);
    let flow = laid_out(&layout, "Mấu Thị Rơm");
    assert!(frames(&flow).is_empty());
    let sheet = calibrate::sheet(&layout, Meta::default(), &[]);
    let texts: Vec<&RunContent> = frames(&sheet)
        .iter()
        .flat_map(|frame| &frame.paragraph.runs)
        .map(|run| &run.content)
        .collect();
    assert!(texts.contains(&&RunContent::Text("ten (in sẵn)".to_string())));
}

#[test]
fn a_rule_is_as_long_as_the_text_above_it() {
    let slot = Slot {
        rule: Some(Mm(2.0)),
        ..slot()
    };
    let flow = laid_out(&layout(slot, Printer::EXACT), "Mấu Thị Rơm");
    let rule = frames(&flow)[1];
    let size = HalfPoints::points(24);
    let length = fonts::width(Face::Bold, size, "MẤU THỊ RƠM").to_twips();
    assert_eq!(rule.width, length);
    // Its middle, half a point below its upper edge.
    let middle = (rule.top + Twips(10)).to_mm().0;
    assert!((middle - 118.0).abs() < 0.02, "{middle}");
}
