//! Which lines of the left column are the parent body and which the issuing agency.

use super::line::Line;
use super::scene::piece;
use crate::check::paper::{Found, Piece};

/// Words that start the name of a body.
const BODIES: &[&str] = &[
    "uy ban",
    "ubnd",
    "hoi dong",
    "hdnd",
    "so ",
    "phong ",
    "bo ",
    "cuc ",
    "chi cuc",
    "tong cuc",
    "van phong",
    "ban ",
    "truong ",
    "trung tam",
    "benh vien",
    "vien ",
    "thanh tra",
    "cong an",
    "hoi ",
    "lien doan",
    "dang uy",
    "huyen uy",
    "tinh uy",
    "thanh uy",
    "toa an",
    "cong ty",
    "tong cong ty",
    "kho bac",
    "bao hiem",
    "quy ",
    "doan ",
    "to ",
    "hat ",
    "tram ",
    "dai ",
    "bao tang",
    "thu vien",
    "nha ",
    "hoc vien",
    "dai hoc",
    "tap doan",
    "ngan hang",
    "chinh phu",
    "thu tuong",
    "chu tich",
    "quoc hoi",
    "mat tran",
    "khoa ",
    "chi bo",
    "dang bo",
    "quan uy",
    "tinh doan",
    "thanh doan",
    "huyen doan",
    "quan doan",
    "xa doan",
    "lien hiep",
    "cong doan",
    "chi nhanh",
    "xi nghiep",
    "kiem toan",
    "thong tan xa",
    "ban quan ly",
    "trai ",
    "doi ",
    "bo tu lenh",
    "bo chi huy",
    "bch ",
    "ban chi huy",
];

/// Words that start the second line of a name: the unit that the body belongs to.
const UNITS: &[&str] = &[
    "tinh ",
    "thanh pho ",
    "huyen ",
    "quan ",
    "xa ",
    "phuong ",
    "thi xa ",
    "thi tran ",
    "dac khu ",
    "tp ",
    "tp. ",
    "thon ",
    "khu vuc ",
    "va ",
    "- ",
    "viet nam",
    "nha nuoc",
];

/// Bodies that have others under them, and are not named with those as equals.
const HIGHER: &[&str] = &["ubnd ", "uy ban nhan dan ", "so ", "bo "];

/// Bodies that are always under one of those.
const LOWER: &[&str] = &[
    "phong ",
    "trung tam ",
    "truong ",
    "van phong",
    "chi cuc ",
    "benh vien ",
    "ban quan ly ",
    "thu vien ",
    "bao tang ",
];

/// Bodies of the Party and of Đoàn that begin like a unit.
const BODIES_OF_UNITS: &[&str] = &[
    "tinh uy",
    "tinh doan",
    "thanh uy",
    "thanh doan",
    "huyen uy",
    "huyen doan",
    "quan uy",
    "quan doan",
    "thi uy",
    "thi doan",
];

/// Parent and agency among the lines above the number.
pub(super) fn tell(lines: &[&Line]) -> (Found<Piece>, Found<Piece>) {
    let cut = |start: usize, end: usize| piece(lines[start..end].iter().copied());
    let sure = |piece: Option<Piece>| piece.map_or(Found::Missing, Found::Sure);
    let guess =
        |piece: Option<Piece>, why| piece.map_or(Found::Missing, |it| Found::Guess(it, why));
    if lines.is_empty() {
        return (Found::Missing, Found::Missing);
    }
    let all = lines.len();
    let starts = starts(lines);
    let last = starts.last().copied().unwrap_or(0);
    let first_bold = lines.iter().position(|line| line.bold);
    match first_bold {
        // The usual: regular lines, then bold ones.
        Some(bold) if bold > 0 && lines[bold..].iter().all(|line| line.bold) => {
            let start = starts.iter().rev().find(|&&start| start <= bold);
            let start = match start {
                // The bold lines go on with a name that began above them.
                Some(&start) if is_unit(lines[bold]) => start,
                _ => bold,
            };
            (sure(cut(0, start)), sure(cut(start, all)))
        }
        _ if last == 0 => (Found::Missing, sure(cut(0, all))),
        _ if starts.len() == 2 && is_above(lines[0], lines[last]) => {
            (sure(cut(0, last)), sure(cut(last, all)))
        }
        _ => {
            let why = "các dòng tên cơ quan không phân biệt bằng chữ đậm";
            (guess(cut(0, last), why), guess(cut(last, all), why))
        }
    }
}

/// True for two bodies one of which can only be under the other.
fn is_above(parent: &Line, agency: &Line) -> bool {
    let starts = |line: &Line, list: &[&str]| list.iter().any(|body| line.key.starts_with(body));
    starts(parent, HIGHER) && starts(agency, LOWER)
}

/// Lines that start a name.
fn starts(lines: &[&Line]) -> Vec<usize> {
    let starts = lines.iter().enumerate().filter(|(at, line)| {
        let body = BODIES.iter().any(|body| line.key.starts_with(body));
        *at == 0 || body && !is_unit(line)
    });
    starts.map(|(at, _)| at).collect()
}

fn is_unit(line: &Line) -> bool {
    let starts = |words: &&str| line.key.starts_with(*words);
    // The district Đoan Hùng is one, a Huyện đoàn is a body.
    let body = BODIES_OF_UNITS.iter().any(starts) && !line.key.starts_with("huyen doan hung");
    UNITS.iter().any(starts) && !body
}
