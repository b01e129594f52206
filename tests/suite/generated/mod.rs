//! A dossier of many papers, made by chance that is the same on every run: agencies, places,
//! layouts, marks and texts in every combination that the page may depend on.

mod random;
mod wording;

use std::fmt::Write;

use crate::project::{Project, empty};

use random::Random;
use wording::Scheme;

/// Lines of the agency's name, the agency above it, its code.
const AGENCIES: [(&[&str], Option<&str>, &str); 12] = [
    (&["Ủy ban nhân dân", "xã Hoa Sen"], None, "UBND"),
    (&["Ủy ban nhân dân", "Thành phố Hồ Chí Minh"], None, "UBND"),
    (&["Văn phòng"], Some("UBND phường Sài Gòn"), "VP"),
    (
        &["Phòng Văn hóa - Xã hội"],
        Some("Ủy ban nhân dân xã Bình Mẫu"),
        "VHXH",
    ),
    (
        &["Trung tâm Phục vụ hành chính công"],
        Some("Ủy ban nhân dân phường Thủ Dầu Một"),
        "TTPVHCC",
    ),
    (
        &["Sở Nông nghiệp và Môi trường"],
        Some("Ủy ban nhân dân tỉnh Khánh Hòa"),
        "SNNMT",
    ),
    (&["Bộ Nội vụ"], None, "BNV"),
    (&["Ủy ban nhân dân", "đặc khu Trường Sa"], None, "UBND"),
    (
        &["Trường Trung học phổ thông chuyên Lê Quý Mẫu"],
        Some("Sở Giáo dục và Đào tạo"),
        "THPTC",
    ),
    (
        &["Hội đồng Thi đua - Khen thưởng"],
        Some("Ủy ban nhân dân xã Y Tý"),
        "HĐTĐKT",
    ),
    (
        &["Ban Chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”"],
        Some("UBND thành phố Huế"),
        "BCĐ",
    ),
    (
        &[
            "Ban Quản lý dự án đầu tư xây dựng",
            "các công trình giao thông",
        ],
        Some("Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        "BQLDAGT",
    ),
];

const PLACES: [&str; 6] = [
    "Hà Nội",
    "Bình Mẫu",
    "Thành phố Hồ Chí Minh",
    "Thủ Dầu Một",
    "Y Tý",
    "Buôn Ma Thuột",
];

const SIGNERS: [(&str, &str); 5] = [
    ("[TM. Ủy ban nhân dân, Chủ tịch]", "Nguyễn Văn Mẫu"),
    (
        "[TM. Ủy ban nhân dân, KT. Chủ tịch, Phó Chủ tịch]",
        "Trần Thị Thí Dụ",
    ),
    ("[TL. Chủ tịch, Chánh Văn phòng]", "Lê Minh Họa"),
    (
        "[KT. Giám đốc, Phó Giám đốc phụ trách]",
        "Phạm Thị Minh Chứng Nguyễn Hoàng Bảo Trâm",
    ),
    ("[Giám đốc]", "Y Kô"),
];

const CONTACTS: [&str; 3] = [
    "Địa chỉ: Số 1, đường Hoa Mẫu, thôn Trung Mẫu, xã Bình Mẫu",
    "Điện thoại: (0000) 3 000 000; thư điện tử: ubnd@binhmau.example",
    "Trang thông tin điện tử: https://binhmau.example/gioi-thieu-chung/co-cau-to-chuc-bo-may-va-thong-tin-lien-he",
];

/// Writes a dossier of `count` papers, named by the numbers after `from`, into a folder. The
/// number of a paper is its seed.
pub(crate) fn dossier(from: usize, count: usize) -> Project {
    let mut entries = String::new();
    let mut project = empty();
    for number in from + 1..=from + count {
        let mut random = Random::new(number as u64);
        let scheme = [
            Scheme::Plan,
            Scheme::Articles,
            Scheme::Letter,
            Scheme::Tables,
        ][number % 4];
        project = project
            .file(&format!("co-quan-{number:02}.yaml"), agency(&mut random))
            .file(
                &format!("mau/mau-{number:02}.md"),
                wording::template(scheme, &mut random),
            );
        entries.push_str(&entry(number, scheme, &mut random));
    }
    let first = from + 1;
    let head = format!(
        "co_quan: co-quan-{first:02}.yaml\nsu_kien:\n  ten: Hội nghị tổng kết\n  \
                ten_goi: Hội nghị\n  ngay: 20/3/2026\n  dia_diem: Hội trường\nvan_ban:\n"
    );
    project.file("ho-so.yaml", format!("{head}{entries}"))
}

fn agency(random: &mut Random) -> String {
    let (lines, parent, code) = AGENCIES[random.below(AGENCIES.len())];
    let place = random.pick(&PLACES);
    let (authority, signer) = SIGNERS[random.below(SIGNERS.len())];
    let name = lines.join(" ");
    let mut yaml = format!(
        "ten: {name:?}\nten_ngan: {name:?}\nten_goi: cơ quan\ndon_vi_hanh_chinh: xã\n\
         ten_dia_ban: xã Hoa Sen\nky_hieu: {code}\ndia_danh: {place}\nluu: VT, VHXH\n\
         nguoi_ky:\n  nguoi: {{ quyen_han: {authority}, ten: {signer} }}\n"
    );
    if lines.len() > 1 || random.once_in(2) {
        let lines: Vec<String> = lines.iter().map(|line| format!("{line:?}")).collect();
        let _ = writeln!(yaml, "dong_ten: [{}]", lines.join(", "));
    }
    if let Some(parent) = parent {
        let _ = writeln!(yaml, "chu_quan: {parent}");
    }
    if random.once_in(2) {
        yaml.push_str("lien_he:\n");
        for line in CONTACTS.iter().take(random.range(1, 3)) {
            let _ = writeln!(yaml, "  - {line:?}");
        }
    }
    yaml.push_str("noi_nhan:\n");
    for _ in 0..random.range(1, 9) {
        let _ = writeln!(yaml, "  - '{}'", wording::phrase(random, 2, 12));
    }
    yaml + &layout(random)
}

/// Choices at both ends of the Decree's ranges and between.
fn layout(random: &mut Random) -> String {
    let size = random.range(13, 14);
    let indent = random.pick(&["10", "12.7"]);
    let line = random.pick(&[
        "1.0", "1.0", "1.05", "1.1", "1.15", "1.2", "1.25", "1.3", "1.5",
    ]);
    let gap = random.range(6, 12);
    let (top, bottom) = (
        random.pick(&["20", "22.5", "25"]),
        random.pick(&["20", "25"]),
    );
    let (left, right) = (
        random.pick(&["30", "33", "35"]),
        random.pick(&["15", "17.5", "20"]),
    );
    format!(
        "trinh_bay:\n  co_chu: {size}\n  thut_dau_dong: {indent}\n  gian_dong: {line}\n  \
         cach_doan: {gap}\n  le: {{ tren: {top}, duoi: {bottom}, trai: {left}, phai: {right} }}\n"
    )
}

fn entry(number: usize, scheme: Scheme, random: &mut Random) -> String {
    let issued = random.pick(&["5|05/01/2026", "123|30/11/2025", "|02/2026", "|", "|2026"]);
    let (so, ngay) = issued.split_once('|').expect("two parts");
    let mut yaml = format!(
        "  van_ban_{number:02}:\n    mau: mau-{number:02}\n    co_quan: co-quan-{number:02}.yaml\n    \
         so: {so}\n    ngay: {ngay}\n    ky: nguoi\n    trich_yeu: '{}'\n",
        wording::phrase(random, 3, 40)
    );
    if random.once_in(3) {
        let mark = random.pick(&["khan", "thuong_khan", "hoa_toc"]);
        let _ = writeln!(yaml, "    do_khan: {mark}");
    }
    if random.once_in(4) {
        let mark = random.pick(&["xem_xong_tra_lai", "luu_hanh_noi_bo"]);
        let _ = writeln!(yaml, "    luu_hanh: {mark}");
    }
    let (addressees, bases) = match scheme {
        Scheme::Letter => (random.range(1, 6), 0),
        Scheme::Articles => (0, random.range(1, 6)),
        Scheme::Plan | Scheme::Tables => (0, random.below(3)),
    };
    yaml.push_str(&list("kinh_gui", addressees, "", random));
    yaml.push_str(&list("can_cu", bases, "Căn cứ ", random));
    yaml
}

fn list(key: &str, count: usize, start: &str, random: &mut Random) -> String {
    let mut yaml = String::new();
    if count > 0 {
        let _ = writeln!(yaml, "    {key}:");
    }
    for _ in 0..count {
        let _ = writeln!(yaml, "      - '{start}{}'", wording::phrase(random, 2, 30));
    }
    yaml
}
