//! All letters of Vietnamese, however their marks were typed, in every face: the same PDF, byte for
//! byte, and its text in composed letters.

use unicode_normalization::UnicodeNormalization;

use crate::project::{Project, starter};
use crate::read_back::pdf_words;

/// The letters that Vietnamese adds to the Latin alphabet, in groups that print as words.
const LETTERS: &str = "àáảãạ ăằắẳẵặ âầấẩẫậ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự \
                       ỳýỷỹỵđ ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ ÈÉẺẼẸ ÊỀẾỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ÙÚỦŨỤ \
                       ƯỪỨỬỮỰ ỲÝỶỸỴĐ";

const TEMPLATE: &str = "{% extends \"van-ban.md\" %}
{% block ten_loai %}Thông báo{% endblock %}
{% block noi_dung %}
CHU; **CHU**; *CHU*; ***CHU***; {{ du_lieu.chu }}.
{% endblock %}
";

#[test]
fn composed_decomposed_and_half_composed_letters_make_the_same_pdf() {
    let decomposed: String = LETTERS.nfd().collect();
    let pdfs = [LETTERS, &decomposed, &half_composed()].map(|letters| {
        let project = paper(letters);
        project.run(&["build", "."]).succeeds();
        project.bytes("ket-qua/thong-bao.pdf")
    });
    assert!(pdfs[0] == pdfs[1], "decomposed");
    assert!(pdfs[0] == pdfs[2], "half composed");
    let words: Vec<String> = pdf_words(&pdfs[0]).into_iter().flatten().collect();
    let text = words.join(" ");
    // In the four faces, and from the dossier.
    assert_eq!(text.matches(LETTERS).count(), 5, "{text}");
}

#[test]
fn there_are_134_letters() {
    let letters = LETTERS.chars().filter(|c| *c != ' ');
    assert_eq!(letters.count(), 134);
}

/// Vowels composed, tones apart: as some keyboards type.
fn half_composed() -> String {
    let tone = |c: char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let halves = LETTERS.chars().map(|letter| {
        let parts: String = letter.to_string().nfd().collect();
        let vowel: String = parts.chars().filter(|c| !tone(*c)).nfc().collect();
        let tones: String = parts.chars().filter(|c| tone(*c)).collect();
        vowel + &tones
    });
    halves.collect()
}

fn paper(letters: &str) -> Project {
    let project = starter();
    let dossier = project.read("ho-so.yaml");
    let (before, _) = dossier.split_once("van_ban:").expect("papers");
    let papers = format!(
        "van_ban:\n  thong_bao:\n    ky: chu_tich\n    trich_yeu: Chữ\n    du_lieu: {{ chu: '{letters}' }}\n"
    );
    project
        .file("ho-so.yaml", format!("{before}{papers}"))
        .file("mau/thong-bao.md", TEMPLATE.replace("CHU", letters))
}
