//! The sample table of awards, held to the law of several days and levels.

use std::fs;
use std::path::Path;

use super::*;
use crate::data::{Dossier, load};

/// A dossier on the sample table with a decision of a day, by the district or the commune.
fn dossier(settings: &str, papers: &str, word: &str) -> Dossier {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/van-ninh-2024/khen-thuong.csv");
    fs::copy(sample, folder.path().join("khen-thuong.csv")).unwrap();
    let agency = format!(
        "ten: Ủy ban nhân dân {word} Thử\nten_ngan: UBND {word} Thử\nten_goi: UBND {word}\n\
         don_vi_hanh_chinh: {word}\nten_dia_ban: {word} Thử\nky_hieu: UBND\ndia_danh: Thử\n\
         nguoi_ky:\n  chu_tich:\n    quyen_han: [TM. Ủy ban nhân dân, Chủ tịch]\n    ten: Nguyễn Văn Thử\n"
    );
    fs::write(folder.path().join("co-quan.yaml"), agency).unwrap();
    let text = format!(
        "co_quan: co-quan.yaml\nsu_kien:\n  ten: Hội nghị\n  ten_goi: Hội nghị\n  ngay: 31/12/2026\n  \
         dia_diem: Hội trường\nkhen_thuong:\n  tep: khen-thuong.csv\n{settings}van_ban:\n{papers}"
    );
    fs::write(folder.path().join("ho-so.yaml"), text).unwrap();
    let (dossier, found) = load(folder.path());
    dossier.unwrap_or_else(|| panic!("{found:?}"))
}

fn on(day: &str, settings: &str) -> Awards {
    let paper = format!("  quyet_dinh_khen_thuong: {{ ngay: {day}, ky: chu_tich }}\n");
    dossier(settings, &paper, "huyện").awards().unwrap().clone()
}

/// Count and sum of each kind of award.
fn sums(awards: &Awards) -> Vec<(String, &'static str, usize, u64)> {
    let mut sums: Vec<(String, &'static str, usize, u64)> = Vec::new();
    for award in &awards.rows {
        let (kind, subject) = (award.kind.key.clone(), award.subject.key());
        match sums
            .iter_mut()
            .find(|sum| sum.0 == kind && sum.1 == subject)
        {
            Some(sum) => {
                sum.2 += 1;
                sum.3 += award.bonus.amount;
            }
            None => sums.push((kind, subject, 1, award.bonus.amount)),
        }
    }
    sums
}

fn total(awards: &Awards) -> u64 {
    awards.rows.iter().map(|award| award.bonus.amount).sum()
}

fn messages(awards: &Awards, code: &str) -> Vec<String> {
    let found = awards.findings.iter().filter(|found| found.code == code);
    found.map(ToString::to_string).collect()
}

#[test]
fn the_sample_counts_and_sums_as_expected() {
    let awards = on("15/3/2024", "");
    let expected = [
        ("tap_the_lao_dong_tien_tien", "tap_the", 6, 6 * 1_440_000),
        ("giay_khen", "tap_the", 7, 7 * 1_080_000),
        ("giay_khen", "ho_gia_dinh", 2, 2 * 810_000),
        ("chien_si_thi_dua_co_so", "ca_nhan", 7, 7 * 1_800_000),
        ("lao_dong_tien_tien", "ca_nhan", 6, 6 * 540_000),
        ("giay_khen", "ca_nhan", 12, 12 * 540_000),
    ];
    let expected =
        expected.map(|(kind, subject, count, sum)| (kind.to_string(), subject, count, sum));
    assert_eq!(sums(&awards), expected);
    assert_eq!(total(&awards), 40_140_000);
    let papers = |key| {
        awards
            .rows
            .iter()
            .filter(|award| award.certificate() == Some(key))
            .count()
    };
    assert_eq!((papers("giay_khen"), papers("chung_nhan")), (21, 7));
    let numbers: Vec<usize> = awards.rows.iter().map(|award| award.number).collect();
    assert_eq!(numbers, (1..=40).collect::<Vec<_>>());
}

#[test]
fn only_the_highest_title_is_paid_if_the_dossier_says_so() {
    let awards = on("15/3/2024", "  nhieu_danh_hieu: cao_nhat\n");
    assert_eq!(total(&awards), 39_600_000);
    assert_eq!(awards.rows.len(), 40);
    let told = messages(&awards, "hai-danh-hieu");
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("Từ Thị Hòa có hai danh hiệu trong cùng thời gian: Chiến sĩ thi đua cơ sở (dòng 20) và Lao động tiên tiến (dòng 21)"), "{}", told[0]);
}

/// The same table under the later decree, at the two base salaries of its time: decided by a commune,
/// or by a district that is no more, which is told.
#[test]
fn later_decisions_pay_by_the_salary_of_their_day() {
    for (day, amounts) in [
        (
            "20/8/2025",
            [1_880_000, 1_410_000, 1_060_000, 2_340_000, 710_000, 710_000],
        ),
        (
            "20/8/2026",
            [2_030_000, 1_520_000, 1_140_000, 2_530_000, 760_000, 760_000],
        ),
    ] {
        for word in ["xã", "huyện"] {
            let paper = format!("  quyet_dinh_khen_thuong: {{ ngay: {day}, ky: chu_tich }}\n");
            let dossier = dossier("", &paper, word);
            let awards = dossier.awards().unwrap();
            let paid: Vec<u64> = sums(awards)
                .into_iter()
                .map(|(_, _, count, sum)| sum / count as u64)
                .collect();
            assert_eq!(paid, amounts, "{word} {day}");
            let counts: Vec<usize> = sums(awards).iter().map(|sum| sum.2).collect();
            assert_eq!(counts, [6, 7, 2, 7, 6, 12]);
            assert_eq!(messages(awards, "nguoi-tang-cu").len(), 1);
            let ended = usize::from(word == "huyện");
            assert_eq!(messages(awards, "cap-khong-con").len(), ended);
        }
    }
}

#[test]
fn what_the_giver_may_not_give_is_left_out_with_its_cell() {
    let awards = on("15/3/2024", "");
    let rows: Vec<usize> = awards.left_out.iter().map(|left| left.row).collect();
    assert_eq!(rows, [15, 43]);
    assert_eq!(
        awards.left_out[0].reason,
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh không thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân huyện Thử ngày 15/3/2024; dòng này không vào quyết định"
    );
    let told = messages(&awards, "sai-tham-quyen");
    assert!(
        told[0].contains("dòng 15, cột “Danh hiệu / Hình thức khen thưởng”"),
        "{}",
        told[0]
    );
}

#[test]
fn rounding_is_as_the_dossier_says() {
    for (rounding, sum) in [
        ("len", 52_430_000),
        ("gan_nhat", 52_100_000),
        ("khong", 52_182_000),
    ] {
        let awards = on("20/8/2025", &format!("  lam_tron: {rounding}\n"));
        assert_eq!(total(&awards), sum, "{rounding}");
    }
}

/// A resolution of the province takes the place of the decree, with its own source.
#[test]
fn a_place_may_pay_by_its_own_coefficients() {
    let own = "  he_so_rieng:\n    - { danh_hieu: Giấy khen, doi_tuong: ca_nhan, he_so: 0.5, nguon: Nghị quyết số 05/2024/NQ-HĐND, tu: 01/02/2024 }\n";
    let awards = on("15/3/2024", own);
    let merit = |awards: &Awards| {
        let person =
            |award: &&Award| award.kind.key == "giay_khen" && award.subject == Subject::Person;
        awards.rows.iter().find(person).unwrap().bonus.to_string()
    };
    assert_eq!(
        merit(&awards),
        "0,5 × 1.800.000 đồng = 900.000 đồng (Nghị quyết số 05/2024/NQ-HĐND; Nghị định số 24/2023/NĐ-CP)"
    );
    assert!(merit(&on("15/01/2024", own)).starts_with("0,3 × "));
}

#[test]
fn numbers_and_parts_run_as_the_dossier_says() {
    let awards = on(
        "15/3/2024",
        "  danh_so: tung_phan\n  thu_tu_phan: [ca_nhan]\n  sap_xep: tep\n",
    );
    let told: Vec<(&str, usize, usize)> = awards
        .rows
        .iter()
        .map(|award| (award.subject.key(), award.number, award.row()))
        .collect();
    assert_eq!(told[0], ("ca_nhan", 1, 18));
    assert_eq!(told[24], ("ca_nhan", 25, 42));
    assert_eq!(told[25], ("tap_the", 1, 2));
    assert_eq!(told[39], ("ho_gia_dinh", 2, 17));
}

#[test]
fn each_decision_numbers_its_own_awards() {
    let papers = "  mot: { mau: quyet-dinh-khen-thuong, ngay: 15/3/2024, ky: chu_tich, khen: [danh_hieu] }\n  hai: { mau: quyet-dinh-khen-thuong, ngay: 15/3/2024, ky: chu_tich, khen: [GK] }\n";
    let dossier = dossier("", papers, "huyện");
    let awards = dossier.awards().unwrap();
    let counts = |key: &str| {
        awards
            .counts(key)
            .unwrap()
            .by_word()
            .map(|(_, count)| count)
    };
    assert_eq!(counts("mot"), [6, 0, 13]);
    assert_eq!(counts("hai"), [7, 2, 12]);
    assert_eq!(awards.counts("ba"), None);
    let numbers: Vec<usize> = awards.of(1).map(|award| award.number).collect();
    assert_eq!(numbers, (1..=21).collect::<Vec<_>>());
}

#[test]
fn a_draft_without_a_day_is_told_whose_law_it_was_held_to() {
    let awards = on("3/2024", "");
    assert_eq!(
        messages(&awards, "chua-co-ngay")[0]
            .rsplit("lưu ý")
            .next()
            .unwrap(),
        "[chua-co-ngay]: quyết định quyet_dinh_khen_thuong chưa ghi đủ ngày: căn cứ, thẩm quyền và tiền thưởng lấy theo ngày 01/3/2024 (gợi ý: ghi ngày ban hành vào khóa ngay của văn bản; mức lương cơ sở lấy theo ngày ấy)"
    );
    assert_eq!(total(&awards), 40_140_000);
}

#[test]
fn an_unknown_title_names_the_nearest() {
    let paper =
        "  quyet_dinh_khen_thuong: { ngay: 15/3/2024, ky: chu_tich, khen: [Lao dong tien tiem] }\n";
    let dossier = dossier("", paper, "huyện");
    let told = messages(dossier.awards().unwrap(), "danh-hieu-la");
    assert!(
        told[0].contains(
            "không có danh hiệu “Lao dong tien tiem” (gợi ý: ý bạn là “lao_dong_tien_tien”?)"
        ),
        "{}",
        told[0]
    );
}
