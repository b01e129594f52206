//! The law that the program carries: whole, in order of time, and right where it is known.

use super::kind::Subject;
use super::*;

fn law() -> Law {
    let (law, found) = Law::embedded();
    assert_eq!(found, Vec::new());
    law.unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// No two of a list hold on one day, and no day between them is without.
fn follow_each_other<T: Dated>(list: &[T]) {
    for pair in list.windows(2) {
        let (to, from) = (pair[0].to().unwrap(), pair[1].from().unwrap());
        assert_eq!(to.0.succ_opt().unwrap(), from.0);
    }
}

#[test]
fn salaries_and_rules_follow_each_other_without_gap() {
    let law = law();
    follow_each_other(&law.salaries);
    follow_each_other(&law.rules);
}

#[test]
fn the_salary_is_that_of_the_day() {
    let law = law();
    for (date, amount) in [
        ("30/6/2023", 1_490_000),
        ("01/7/2023", 1_800_000),
        ("15/3/2024", 1_800_000),
        ("30/6/2024", 1_800_000),
        ("01/7/2024", 2_340_000),
        ("30/6/2026", 2_340_000),
        ("01/7/2026", 2_530_000),
        ("01/11/2026", 2_530_000),
    ] {
        assert_eq!(law.salary(day(date)).unwrap().amount, amount, "{date}");
    }
    assert!(law.salary(day("01/7/2019")).unwrap().unsure.is_some());
    assert!(law.salary(day("30/6/2019")).is_none());
}

#[test]
fn no_two_ways_to_write_an_award_mean_two() {
    let law = law();
    for kind in law.kinds() {
        for spelling in kind.spellings() {
            let named = law.named(spelling).unwrap();
            assert_eq!(named.kind.key, kind.key, "{spelling}");
        }
    }
}

#[test]
fn awards_are_known_as_clerks_write_them() {
    let law = law();
    for (words, key, level) in [
        ("Chiến sĩ thi đua cơ sở", "chien_si_thi_dua_co_so", None),
        ("CSTĐCS năm 2023", "chien_si_thi_dua_co_so", None),
        ("CHIẾN SỸ THI ĐUA CƠ SỞ", "chien_si_thi_dua_co_so", None),
        ("tập thể LĐTT", "tap_the_lao_dong_tien_tien", None),
        (
            "Giấy khen của Chủ tịch UBND huyện",
            "giay_khen",
            Some(Level::District),
        ),
        ("Bằng khen của Chủ tịch UBND tỉnh", "bang_khen_tinh", None),
        (
            "Bằng khen của Thủ tướng Chính phủ",
            "bang_khen_thu_tuong",
            None,
        ),
        ("Thôn văn hoá", "thon_to_dan_pho_van_hoa", None),
    ] {
        let named = law.named(words).unwrap_or_else(|| panic!("{words}"));
        assert_eq!(
            (named.kind.key.as_str(), named.level),
            (key, level),
            "{words}"
        );
    }
    for unknown in ["Chiến sĩ thi đua", "Giấy khen thưởng nóng", "", "Cờ"] {
        assert!(law.named(unknown).is_none(), "{unknown}");
    }
}

/// Section 2.1 of the law: the district's list goes to the commune on 01/7/2025.
#[test]
fn power_goes_by_level_and_day() {
    let law = law();
    let may = |key: &str, level, date: &str| {
        let kind = law.kind(key).unwrap();
        kind.power(level, day(date)).is_some()
    };
    for key in [
        "chien_si_thi_dua_co_so",
        "tap_the_lao_dong_tien_tien",
        "thon_to_dan_pho_van_hoa",
    ] {
        assert!(may(key, Level::District, "30/6/2025"), "{key}");
        assert!(!may(key, Level::District, "01/7/2025"), "{key}");
        assert!(!may(key, Level::Commune, "30/6/2025"), "{key}");
        assert!(may(key, Level::Commune, "01/7/2025"), "{key}");
    }
    for key in ["lao_dong_tien_tien", "giay_khen"] {
        assert!(may(key, Level::Commune, "01/3/2024"), "{key}");
        assert!(may(key, Level::Commune, "01/3/2026"), "{key}");
    }
    assert!(!may("bang_khen_tinh", Level::District, "15/3/2024"));
    assert!(!may("bang_khen_tinh", Level::Commune, "15/3/2026"));
    assert!(may("bang_khen_tinh", Level::Province, "15/3/2026"));
    assert!(!may("gia_dinh_van_hoa", Level::District, "15/3/2024"));
}

#[test]
fn coefficients_go_by_subject_level_and_day() {
    let law = law();
    let rate = |key: &str, subject, level, date: &str| {
        let rate = law.kind(key).unwrap().rate(subject, level, day(date));
        rate.map(|rate| (rate.coefficient.to_string(), rate.unsure.is_some()))
    };
    let merit = |subject, level, date| rate("giay_khen", subject, level, date);
    let sure = |text: &str| Some((text.to_string(), false));
    let (person, group) = (Subject::Person, Subject::Collective);
    assert_eq!(merit(person, Level::District, "15/3/2024"), sure("0,3"));
    assert_eq!(merit(group, Level::District, "15/3/2024"), sure("0,6"));
    assert_eq!(merit(person, Level::Commune, "20/01/2026"), sure("0,3"));
    assert_eq!(
        merit(person, Level::Commune, "15/3/2024"),
        Some(("0,15".to_string(), true))
    );
    assert_eq!(
        rate(
            "tap_the_lao_dong_tien_tien",
            group,
            Level::District,
            "15/3/2024"
        ),
        sure("0,8")
    );
    assert_eq!(merit(person, Level::District, "15/3/2023"), None);
}

#[test]
fn what_is_cited_goes_by_level_and_day() {
    let law = law();
    let cites = |level, date: &str| -> Vec<String> {
        let bases = law.bases(level, day(date));
        bases
            .filter_map(|basis| basis.line.as_ref().map(ToString::to_string))
            .collect()
    };
    let has = |lines: &[String], words: &str| lines.iter().any(|line| line.contains(words));
    let seed = cites(Level::District, "15/3/2024");
    assert!(has(&seed, "98/2023/NĐ-CP") && has(&seed, "01/2024/TT-BNV"));
    assert!(has(&seed, "ngày 15 tháng 6 năm 2022") && !has(&seed, "129/2025"));
    let commune = cites(Level::Commune, "20/01/2026");
    assert!(has(&commune, "152/2025/NĐ-CP") && has(&commune, "129/2025/NĐ-CP"));
    assert!(has(&commune, "15/2025/TT-BNV") && !has(&commune, "98/2023/NĐ-CP ngày"));
    assert!(!has(&cites(Level::Province, "20/01/2026"), "129/2025"));
    let later = law.bases(Level::Commune, day("01/10/2026"));
    assert!(later.into_iter().any(|basis| basis.line.is_none()));
}
