//! The table of the rules, and the examples of the rules on words.

use super::{Check, RULES, Sureness, rule};
use crate::check::words::Words;

#[test]
fn codes_stand_once_and_every_text_is_there() {
    let mut codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), RULES.len());
    for rule in RULES {
        for text in [rule.asks, rule.clause, rule.why, rule.wrong, rule.right] {
            assert!(!text.is_empty(), "{}", rule.code);
        }
        assert_ne!(rule.wrong, rule.right, "{}", rule.code);
    }
}

#[test]
fn a_rule_is_found_by_its_code_in_any_case() {
    assert_eq!(rule("tt-24").map(|rule| rule.code), Some("TT-24"));
    assert_eq!(rule("VH-12").map(|rule| rule.code), Some("VH-12"));
    for code in ["TT-3", "tt03", " TT 03 "] {
        assert_eq!(rule(code).map(|rule| rule.code), Some("TT-03"), "{code}");
    }
    for code in ["TT-999", "TT", "", "24", "TT-+3", "ТТ-24"] {
        assert!(rule(code).is_none(), "{code}");
    }
}

/// What the rules on words say of a text: code, words, what is asked.
fn said(text: &str) -> Vec<String> {
    let words = Words::new(text);
    let mut said = Vec::new();
    for rule in RULES {
        let Check::Words(check) = rule.check else {
            continue;
        };
        for (slip, sureness) in check(&words) {
            let ask = if sureness == Sureness::Sure { "" } else { "?" };
            said.push(format!(
                "{}{ask} {} → {}",
                rule.code, &text[slip.range], slip.wanted
            ));
        }
    }
    said
}

#[test]
fn the_wrong_example_of_a_rule_on_words_is_caught_by_it_and_the_right_one_by_none() {
    for rule in RULES {
        if let Check::Words(check) = rule.check {
            assert!(
                !check(&Words::new(rule.wrong)).is_empty(),
                "{}: {}",
                rule.code,
                rule.wrong
            );
            assert_eq!(said(rule.right), Vec::<String>::new(), "{}", rule.code);
        }
    }
}

#[test]
fn what_the_decree_writes_itself_is_right() {
    for text in [
        "Nghị định này quy định về công tác văn thư và quản lý nhà nước về công tác văn thư.",
        "điểm a khoản 2 Điều 103 Mục 5 Chương XII",
        "ngày Quốc khánh 2-9; ngày Quốc tế Lao động 1-5; ngày Phụ nữ Việt Nam 20-10",
        "Ủy ban nhân dân tỉnh Nam Định, thành phố Thái Nguyên, xã Quảng Châu",
        "Vla-đi-mia I-lích Lê-nin, Mát-xcơ-va",
        "thứ Hai, thứ Tư, tháng Năm, tháng Tám",
        "Bộ Tài nguyên và Môi trường; Hội đồng nhân dân tỉnh Sơn La; Sở Tài chính",
        "biển Cửa Lò, sông Vàm Cỏ, chợ Bến Thành, vịnh Hạ Long",
        "Luật Tổ chức Quốc hội; Bộ luật Hình sự; Kế hoạch số 12/KH-UBND",
        "Ủy ban Thường vụ Quốc hội, Tổng cục Hải quan, Chi cục Thuế, Ủy ban Kiểm tra Tỉnh Đoàn",
        "Đảng bộ Công an tỉnh, Chi bộ Công an xã, Chi hội Nông dân, cơ sở Y tế, nội bộ Công an",
        "cán bộ y tế, cán bộ tư pháp, các sở, ngành, ủy viên hội đồng",
        "Lần thứ hai, ngày làm việc thứ năm của kỳ họp",
        "Mỗi hộ nuôi 03 điều 1 vụ, trồng 5 phường 12 hộ",
        "TP. Hồ Chí Minh, v.v. và các đơn vị khác",
        "UBND Thành phố Hà Nội",
        "Phường Võ Thị Sáu và Phường 3, Quận 1",
        "giao Phó Chủ tịch Nguyễn Văn Mẫu chủ trì, Chủ tịch Quốc hội",
        "vai trò của phụ nữ Việt Nam; các nhà giáo Việt Nam; Ngày Nhà giáo Việt Nam 20-11",
        "các sở Nội vụ, Tài chính; Trưởng phòng Văn hóa - Xã hội; trụ sở SỞ Y TẾ",
        "pháp luật Đất đai; pháp luật số 1/NQ-UBND; kỷ luật lao động",
        "đảng viên, đảng bộ, đảng ủy cơ sở; các đảng phái",
        "Viện Kiểm sát nhân dân tỉnh, Viện kiểm sát nhân dân tối cao",
        "danh hiệu Nhà giáo nhân dân, danh hiệu Nghệ sĩ Nhân dân, Huân chương Lao động hạng Ba",
        "Cửa hội trường mở lúc 7 giờ",
        "nguồn ánh sáng thứ hai của lớp",
        "tỉnh Hà Tĩnh, thành phố Hải Phòng, cấp tỉnh cao bằng cấp xã",
    ] {
        assert_eq!(said(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn slips_are_told_with_what_is_asked() {
    for (text, slips) in [
        (
            "gửi Uỷ Ban nhân dân xã",
            &["VH-12 Uỷ Ban nhân dân → Uỷ ban nhân dân"][..],
        ),
        (
            "theo Khoản 2 điều 5",
            &["VH-21 Khoản → khoản", "VH-21 điều → Điều"],
        ),
        (
            "đúng nghị định số 30/2020/NĐ-CP",
            &["VH-20 nghị định → Nghị định"],
        ),
        ("tại Thành Phố Hà Nội", &["VH-05 Thành Phố → thành phố"]),
        (
            "theo nghị định 30/2020/NĐ-CP",
            &["VH-20 nghị định → Nghị định"],
        ),
        (
            "ngày nhà giáo Việt Nam",
            &["VH-19 ngày nhà giáo Việt Nam → ngày Nhà giáo Việt Nam"],
        ),
        (
            "danh hiệu Nhà Giáo Ưu Tú",
            &["VH-16 Nhà Giáo Ưu Tú → Nhà giáo Ưu tú"],
        ),
        (
            "danh hiệu chiến sĩ thi đua cơ sở",
            &["VH-16? chiến → Chiến"],
        ),
        (
            "theo đề nghị của phó chủ tịch Nguyễn Văn Mẫu",
            &["VH-17 phó chủ tịch → Phó Chủ tịch"],
        ),
        ("nghị quyết Đại hội đảng", &["VH-18? đảng → Đảng"]),
        (
            "nhã nhạc triều Nguyễn",
            &["VH-25? triều Nguyễn → Triều Nguyễn"],
        ),
        ("nước Việt nam", &["VH-05 Việt nam → Việt Nam"]),
        ("chiều thứ sáu tuần này", &["VH-24 sáu → Sáu"]),
        ("ông Trần thị Mẫu", &["VH-02 thị → Thị"]),
        ("tại Tỉnh Khánh Hòa", &["VH-05 Tỉnh → tỉnh"]),
        ("tại Phường Ba Đình", &["VH-05? Phường → phường"]),
        (
            "đón Tết Nguyên đán",
            &["VH-23? Tết Nguyên đán → tết Nguyên đán"],
        ),
    ] {
        assert_eq!(said(text), slips, "{text}");
    }
}
