//! A paper for the tests: letterhead, every style, a table over several pages, signature, and a landscape
//! annex.

mod styles;

use chrono::NaiveDate;

use crate::document::Meta;
use crate::form::flow::{
    Block, Border, Cell, CellMargins, Color, Flow, PageSetup, Paragraph, ParagraphFormat, Row, Run,
    RunContent, Section, Table, TablePurpose, TextFormat, VerticalAlign,
};
use crate::form::style::StyleId;
use crate::units::{HalfPoints, Twips};

pub(super) use styles::ALL;
use styles::{THIN, style};

/// The whole paper, its table of `rows` rows.
pub(super) fn paper(rows: usize) -> Flow {
    let mut blocks = vec![
        Block::Table(letterhead()),
        text(StyleId::AfterTable, ""),
        text(StyleId::TypeName, "KẾ HOẠCH"),
        text(
            StyleId::Subject,
            "Tổ chức Hội nghị tổng kết phong trào thi đua",
        ),
        rule(3500),
    ];
    blocks.extend(ALL[12..24].iter().map(|style| text(*style, &long(*style))));
    blocks.push(Block::Paragraph(mixed()));
    blocks.push(Block::Table(data(rows)));
    blocks.push(text(
        StyleId::Body,
        "Trên đây là Kế hoạch của Ủy ban nhân dân huyện./.",
    ));
    blocks.push(Block::Table(signature()));
    Flow {
        meta: Meta {
            title: "Kế hoạch tổ chức Hội nghị".to_string(),
            subject: "Tổ chức Hội nghị tổng kết".to_string(),
            author: "Ủy ban nhân dân huyện Vạn Ninh".to_string(),
            date: NaiveDate::from_ymd_opt(2024, 2, 5),
        },
        styles: ALL.iter().map(|id| style(*id)).collect(),
        sections: vec![
            section(
                page(false),
                vec![paragraph(StyleId::Circulation, "LƯU HÀNH NỘI BỘ")],
                vec![paragraph(
                    StyleId::Contact,
                    "Số 01, đường Hùng Vương, thị trấn Vạn Giã",
                )],
                blocks,
            ),
            section(page(true), vec![], vec![], annex()),
        ],
    }
}

/// A flow of one paragraph per block, with every style.
pub(super) fn small(blocks: Vec<Block>) -> Flow {
    Flow {
        meta: Meta::default(),
        styles: ALL.iter().map(|id| style(*id)).collect(),
        sections: vec![section(page(false), vec![], vec![], blocks)],
    }
}

/// A paragraph in its style's own format.
pub(super) fn paragraph(id: StyleId, text: &str) -> Paragraph {
    let style = style(id);
    let runs = match text {
        "" => Vec::new(),
        text => vec![run(RunContent::Text(text.to_string()), style.text)],
    };
    Paragraph {
        style: id,
        format: style.paragraph,
        runs,
        fields: Vec::new(),
    }
}

/// A run.
pub(super) fn run(content: RunContent, format: TextFormat) -> Run {
    Run { content, format }
}

fn page(landscape: bool) -> PageSetup {
    let (width, height) = if landscape {
        (Twips(16838), Twips(11906))
    } else {
        (Twips(11906), Twips(16838))
    };
    PageSetup {
        width,
        height,
        landscape,
        top: Twips(1134),
        bottom: Twips(1134),
        left: Twips(1701),
        right: Twips(1134),
        header: Twips(567),
        footer: Twips(567),
        upside_down: false,
    }
}

fn section(
    page: PageSetup,
    first_header: Vec<Paragraph>,
    first_footer: Vec<Paragraph>,
    blocks: Vec<Block>,
) -> Section {
    let mut header = paragraph(StyleId::PageNumber, "");
    header.runs = vec![run(RunContent::PageNumber, style(StyleId::PageNumber).text)];
    Section {
        page,
        header,
        first_header,
        first_footer,
        blocks,
    }
}

fn text(style: StyleId, text: &str) -> Block {
    Block::Paragraph(paragraph(style, text))
}

fn rule(indent: i32) -> Block {
    let mut rule = paragraph(StyleId::Rule, "");
    rule.format.left = Twips(indent);
    rule.format.right = Twips(indent);
    Block::Paragraph(rule)
}

/// Enough text for two lines, with what must be escaped.
fn long(style: StyleId) -> String {
    format!(
        "{style:?}: “Thi đua là yêu nước” & <khen thưởng> những tập thể, cá nhân có thành tích xuất sắc \
         trong phong trào thi đua yêu nước năm 2023 trên địa bàn huyện;"
    )
}

/// Runs that differ from their style, and a paragraph that switches its style's switches off.
fn mixed() -> Paragraph {
    let style = style(StyleId::Article);
    let plain = TextFormat {
        bold: false,
        ..style.text
    };
    let red = TextFormat {
        color: Color::Red,
        ..style.text
    };
    let small = TextFormat {
        size: HalfPoints::points(13),
        italic: true,
        ..style.text
    };
    Paragraph {
        style: StyleId::Article,
        format: ParagraphFormat {
            keep_next: false,
            widow_control: false,
            before: Twips(0),
            ..style.paragraph
        },
        runs: vec![
            run(RunContent::Text("Điều 1. ".to_string()), style.text),
            run(RunContent::Text("thường ".to_string()), plain),
            run(RunContent::LineBreak, plain),
            run(RunContent::Text("đỏ ".to_string()), red),
            run(RunContent::Text(" nhỏ".to_string()), small),
        ],
        fields: Vec::new(),
    }
}

fn letterhead() -> Table {
    let left = vec![
        paragraph(StyleId::Parent, "UBND TỈNH KHÁNH HÒA"),
        paragraph(StyleId::Agency, "ỦY BAN NHÂN DÂN HUYỆN VẠN NINH"),
        paragraph(StyleId::Rule, ""),
    ];
    let right = vec![
        paragraph(StyleId::NationalName, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph(StyleId::Motto, "Độc lập - Tự do - Hạnh phúc"),
        paragraph(StyleId::Rule, ""),
    ];
    let number = vec![paragraph(StyleId::Number, "Số:      /KH-UBND")];
    let date = vec![paragraph(
        StyleId::PlaceDate,
        "Vạn Ninh, ngày 05 tháng 02 năm 2024",
    )];
    layout(
        TablePurpose::Letterhead,
        vec![Twips(3600), Twips(5471)],
        vec![vec![left, right], vec![number, date]],
    )
}

fn signature() -> Table {
    let left = vec![
        paragraph(StyleId::Recipients, "Nơi nhận:"),
        paragraph(StyleId::Recipient, "- Như trên;"),
        paragraph(StyleId::Recipient, "- Lưu: VT, NV."),
    ];
    let right = vec![
        paragraph(StyleId::Authority, "TM. ỦY BAN NHÂN DÂN"),
        paragraph(StyleId::Authority, "CHỦ TỊCH"),
        paragraph(StyleId::SignatureGap, ""),
        paragraph(StyleId::SignerName, "Nguyễn Văn A"),
    ];
    layout(
        TablePurpose::Signature,
        vec![Twips(4500), Twips(4571)],
        vec![vec![left, right]],
    )
}

fn layout(purpose: TablePurpose, columns: Vec<Twips>, rows: Vec<Vec<Vec<Paragraph>>>) -> Table {
    let cell = |paragraphs| Cell {
        span: 1,
        align: VerticalAlign::Top,
        paragraphs,
    };
    Table {
        purpose,
        columns,
        left: Twips(0),
        grid: None,
        cell_margins: CellMargins::default(),
        rows: rows
            .into_iter()
            .map(|cells| Row {
                header: false,
                cells: cells.into_iter().map(cell).collect(),
            })
            .collect(),
    }
}

/// A data table: a head row, a group row over all columns, and `rows` rows.
pub(super) fn data(rows: usize) -> Table {
    let cell = |span, style, text: &str| Cell {
        span,
        align: VerticalAlign::Center,
        paragraphs: vec![paragraph(style, text)],
    };
    let head = ["TT", "Họ và tên", "Chức vụ, đơn vị"];
    let mut lines = vec![
        Row {
            header: true,
            cells: head.map(|text| cell(1, StyleId::TableHead, text)).to_vec(),
        },
        Row {
            header: false,
            cells: vec![cell(3, StyleId::TableGroup, "I. Tập thể")],
        },
    ];
    lines.extend((1..=rows).map(|number| Row {
        header: false,
        cells: vec![
            cell(1, StyleId::TableCell, &number.to_string()),
            cell(1, StyleId::TableCell, "Nguyễn Thị Ngọc Ánh"),
            cell(
                1,
                StyleId::TableCell,
                "Chuyên viên Phòng Nội vụ huyện Vạn Ninh",
            ),
        ],
    }));
    Table {
        purpose: TablePurpose::Data,
        columns: vec![Twips(700), Twips(3300), Twips(5071)],
        left: Twips(0),
        grid: Some(Border { space: 0, ..THIN }),
        cell_margins: CellMargins {
            top: Twips(20),
            bottom: Twips(20),
            left: Twips(108),
            right: Twips(108),
        },
        rows: lines,
    }
}

fn annex() -> Vec<Block> {
    vec![
        text(StyleId::AnnexLabel, "Phụ lục"),
        text(StyleId::AnnexTitle, "DANH SÁCH ĐẠI BIỂU"),
        text(
            StyleId::AnnexAttached,
            "(Kèm theo Kế hoạch số      /KH-UBND)",
        ),
        rule(6000),
        Block::Table(data(40)),
        Block::Table(data(2)),
    ]
}
