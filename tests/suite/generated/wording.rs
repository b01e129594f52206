//! Texts of generated papers: words of a real plan in any order, with the tokens of office
//! language that break in their own ways, in every block that a template can make.

use std::fmt::Write;

use super::random::Random;

const SEED: &str = include_str!("../../seed/ke-hoach-van-ninh-2024.txt");

/// Tokens that break, or do not, in ways of their own: as offices type them.
const TOKENS: [&str; 52] = [
    "30/2020/NĐ-CP",
    "12/KH-UBND",
    "2023-2024",
    "2023–2024",
    "(22/12/1944 - 22/12/2024)",
    "07h30-11h00",
    "8h00-10h30,",
    "(từ 13h30 đến 17h00)",
    "14:00;",
    "20/3/2026",
    "01/01-31/12/2026",
    "ngày\u{a0}20 tháng\u{a0}3",
    "https://dichvucong.example.gov.vn/tra-cuu/ho-so?ma=000.00.12.H32-250701-0001&ngay=01-7-2025",
    "www.binhmau.example/tin-tuc/2026/03/hoi-nghi-tong-ket.html",
    "vanthu.xahoasen@khanhhoa.example",
    "(thư điện tử: ubnd@binhmau.example)",
    "1.250.000.000",
    "12.500.000đ/người",
    "1,5 tỷ đồng",
    "35.000₫",
    "100%",
    "12,5%/năm;",
    "≥ 80%",
    "±0,5%",
    "250m²",
    "1.200 m³",
    "37°C",
    "3×4",
    "“Dân vận khéo”,",
    "‘Xanh - Sạch - Đẹp’",
    "«Đền ơn đáp nghĩa»",
    "(sau đây gọi là “Ban Tổ chức”)",
    "COVID-19;",
    "kinh tế - xã hội",
    "kinh tế – xã hội –",
    "và/hoặc",
    "xã/phường/đặc khu",
    "Văn phòng HĐND-UBND",
    "UBMTTQ,",
    "TP.HCM",
    "Q.1,",
    "TT-BNV/HD;",
    "khoản 2, Điều 5",
    "điểm a, b, c…",
    "v.v…;",
    "...,",
    "[phụ lục kèm theo]",
    "Quyết định số 1234/QĐ-UBND-VX",
    "Nghị quyết số 05-NQ/TW",
    "I/2026",
    "H’Nin Niê-Kđăm",
    "Congviecphuctapkhongcodaucachnaoohetvaratdaidenmucphaicatradelamhaidongmoivuadengiaytrang",
];

/// How a paper is built.
#[derive(Clone, Copy)]
pub(super) enum Scheme {
    /// I., 1., a) with lists.
    Plan,
    /// Chương and Điều.
    Articles,
    /// A công văn: paragraphs and lists.
    Letter,
    /// Tables between paragraphs.
    Tables,
}

/// The template of a paper.
pub(super) fn template(scheme: Scheme, random: &mut Random) -> String {
    let kind = match scheme {
        Scheme::Plan => "Kế hoạch",
        Scheme::Articles => "Quyết định",
        Scheme::Letter => "Công văn",
        Scheme::Tables => "Thông báo",
    };
    let mut body = String::new();
    for _ in 0..random.range(3, 14) {
        body.push_str(&part(scheme, random));
    }
    body.push_str(&paragraph(random));
    let mut annexes = String::new();
    for _ in 0..random.below(3) {
        let class = random.pick(&["{.phu_luc}", "{.phu_luc .ngang}"]);
        let _ = writeln!(annexes, "# {} {class}\n", phrase(random, 3, 25));
        annexes.push_str(&paragraph(random));
        annexes.push_str(&table(random));
    }
    format!(
        "{{% extends \"van-ban.md\" %}}\n{{% block ten_loai %}}{kind}{{% endblock %}}\n\
         {{% block noi_dung %}}\n{body}{{% endblock %}}\n\
         {{% block phu_luc %}}\n{annexes}{{% endblock %}}\n"
    )
}

fn part(scheme: Scheme, random: &mut Random) -> String {
    let title = phrase(random, 2, 20);
    match (scheme, random.below(4)) {
        (Scheme::Plan, 0) => format!("# {title}\n\n{}", paragraph(random)),
        (Scheme::Plan, 1) => format!(
            "# {title}\n\n## {}\n\n{}",
            phrase(random, 2, 20),
            list("1.", random)
        ),
        (Scheme::Plan, 2) => format!(
            "## {title}\n\n### {}\n\n{}",
            phrase(random, 2, 9),
            list("-", random)
        ),
        (Scheme::Plan, _) => format!("## {title} {{.khong_tieu_de}}\n\n{}", list("1.", random)),
        (Scheme::Articles, 0) => format!("# {title} {{.chuong}}\n\n{}", article(random)),
        (Scheme::Articles, 1) => format!("## {title} {{.muc}}\n\n{}", article(random)),
        (Scheme::Articles, _) => article(random),
        (Scheme::Letter, 0) => list("-", random),
        (Scheme::Letter, 1) => list("1.", random),
        (Scheme::Letter, _) => paragraph(random),
        (Scheme::Tables, 0) => format!("# {title}\n\n{}", table(random)),
        (Scheme::Tables, 1) => table(random),
        (Scheme::Tables, _) => paragraph(random),
    }
}

fn article(random: &mut Random) -> String {
    let title = phrase(random, 2, 14);
    match random.below(3) {
        0 => format!("### {title} {{.dieu}}\n\n{}", list("1.", random)),
        1 => format!("### {title} {{.dieu}}\n\n{}", paragraph(random)),
        _ => format!(
            "### {} {{.dieu .khong_tieu_de}}\n\n",
            phrase(random, 12, 60)
        ),
    }
}

/// A paragraph of some lines.
fn paragraph(random: &mut Random) -> String {
    let longest = random.pick(&[&12, &40, &120, &220]);
    let mut text = phrase(random, 4, *longest);
    for _ in 0..random.pick(&[&0, &0, &1, &3]).to_owned() {
        let _ = write!(text, " {} {}", marked(random), phrase(random, 1, 30));
    }
    if random.once_in(12) {
        let _ = write!(text, "\\\n{}", phrase(random, 1, 30));
    }
    format!("{text}\n\n")
}

/// Bold or slanted words, some with a mark that stands upright right after them.
fn marked(random: &mut Random) -> String {
    let mark = random.pick(&["**", "*", "*", "***"]);
    let after = random.pick(&["", "", ",", ";", ".", ":", ")"]);
    format!("{mark}{}{mark}{after}", phrase(random, 1, 20))
}

fn list(mark: &str, random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.range(2, 7) {
        let start = match random.once_in(4) {
            true => format!("**{}:** ", phrase(random, 1, 6)),
            false => String::new(),
        };
        let _ = writeln!(text, "{mark} {start}{}", phrase(random, 3, 50));
        if mark == "-" && random.once_in(4) {
            let _ = writeln!(text, "  - {}", phrase(random, 3, 20));
        }
    }
    text + "\n"
}

fn table(random: &mut Random) -> String {
    let columns = random.range(2, 5);
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = row((0..columns).map(|_| cell(random, 1, 5)).collect());
    let marks = ["---", ":---:", "-----", "---:", "--------", ":--:"];
    let rule: Vec<String> = (0..columns)
        .map(|_| random.pick(&marks).to_string())
        .collect();
    text.push_str(&row(rule));
    let longest = *random.pick(&[&3, &10, &30]);
    for _ in 0..random.range(1, 30) {
        if random.once_in(6) {
            let rest = vec![String::new(); columns - 1];
            let group = format!("**{}**", words(random, (1, 12), &["05", "2023-2024"]));
            text.push_str(&row([vec![group], rest].concat()));
        }
        text.push_str(&row((0..columns)
            .map(|_| cell(random, 1, longest))
            .collect()));
    }
    text + "\n"
}

/// Some words, the first one in capitals; a token now and then.
pub(super) fn phrase(random: &mut Random, least: usize, most: usize) -> String {
    words(random, (least, most), &TOKENS)
}

/// Words for a cell: tokens only that a narrow column takes.
fn cell(random: &mut Random, least: usize, most: usize) -> String {
    let text = words(
        random,
        (least, most),
        &[
            "2023-2024",
            "12/KH-UBND",
            "kinh tế - xã hội",
            "05",
            "1.250.000",
            "12,5%",
            "250m²",
            "7h30-8h00",
            "(20/3)",
            "…",
        ],
    );
    match random.below(20) {
        0 => format!("*{text}*"),
        1 => format!("**{text}**"),
        _ => text,
    }
}

fn words(random: &mut Random, (least, most): (usize, usize), tokens: &[&str]) -> String {
    let words: Vec<&str> = SEED
        .split_whitespace()
        .filter(|word| {
            word.chars()
                .all(|c| c.is_alphanumeric() || matches!(c, ',' | ';' | '.'))
        })
        .filter(|word| word.chars().all(char::is_alphabetic) || word.len() > 4)
        .collect();
    let starts = ["Tổ chức", "Phối hợp", "Ủy ban", "Căn", "Đơn vị", "Lãnh đạo"];
    let mut text = random.pick(&starts).to_string();
    for _ in 1..random.range(least, most) {
        text.push(' ');
        text.push_str(match random.once_in(24) {
            true => random.pick(tokens),
            false => words[random.below(words.len())],
        });
    }
    text.trim_end_matches([',', ';', '.', '/', ' ']).to_string()
}
