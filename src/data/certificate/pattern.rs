//! Texts with names of data in braces, as `Số sổ vàng: {so_so_vang}`.

use super::super::suggest;

/// What a text may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// Who gives: `Chủ tịch Ủy ban nhân dân huyện Vạn Ninh`.
    Giver,
    /// The title or form: `Giấy khen`, `Chiến sĩ thi đua cơ sở`.
    Award,
    /// `Ông:`, `Tập thể:`; nothing if it is not known or the name says it.
    Address,
    /// The awardee.
    Awardee,
    /// The awardee in capitals.
    AwardeeInCapitals,
    /// Post.
    Post,
    /// Post with unit, as a sentence says them.
    PostAndUnit,
    /// Unit, address.
    Unit,
    /// The body above the unit.
    ParentUnit,
    /// Achievement.
    Achievement,
    /// Number and symbol of the decision: `123/QĐ-UBND`.
    DecisionNumber,
    /// Day of the decision: `ngày 15 tháng 3 năm 2024`.
    DecisionDate,
    /// Số sổ vàng: `07`.
    BookNumber,
    /// Place and date: `Vạn Ninh, ngày 15 tháng 3 năm 2024`.
    PlaceDate,
    /// Authority and post of the signer, a line each.
    SignerPost,
    /// Name of the signer.
    SignerName,
}

/// The names as they are written.
pub const NAMES: [(&str, Name); 16] = [
    ("nguoi_tang", Name::Giver),
    ("hinh_thuc", Name::Award),
    ("danh_xung", Name::Address),
    ("ten", Name::Awardee),
    ("ten_in_hoa", Name::AwardeeInCapitals),
    ("chuc_vu", Name::Post),
    ("chuc_danh", Name::PostAndUnit),
    ("don_vi", Name::Unit),
    ("don_vi_chu_quan", Name::ParentUnit),
    ("thanh_tich", Name::Achievement),
    ("so_quyet_dinh", Name::DecisionNumber),
    ("ngay_quyet_dinh", Name::DecisionDate),
    ("so_so_vang", Name::BookNumber),
    ("dia_danh_ngay", Name::PlaceDate),
    ("quyen_han", Name::SignerPost),
    ("nguoi_ky", Name::SignerName),
];

impl Name {
    /// The columns of the award table that it is from; none for what the decision says.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Name::Award => &["danh_hieu"],
            Name::Address => &["xung_ho"],
            Name::Awardee | Name::AwardeeInCapitals => &["ho_ten"],
            Name::Post => &["chuc_vu"],
            Name::PostAndUnit => &["chuc_vu", "don_vi"],
            Name::Unit => &["don_vi"],
            Name::ParentUnit => &["don_vi_chu_quan"],
            Name::Achievement => &["thanh_tich"],
            Name::Giver
            | Name::DecisionNumber
            | Name::DecisionDate
            | Name::BookNumber
            | Name::PlaceDate
            | Name::SignerPost
            | Name::SignerName => &[],
        }
    }
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Words(String),
    /// Data.
    Data(Name),
}

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A name in braces that is none.
    Unknown(String),
    /// A brace without its other.
    Open,
}

/// Takes a text apart.
///
/// # Errors
///
/// The first fault.
pub fn parts(text: &str) -> Result<Vec<Part>, Fault> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let (words, behind) = rest.split_at(open);
        let inside = behind.strip_prefix('{').ok_or(Fault::Open)?;
        let (name, behind) = inside.split_once('}').ok_or(Fault::Open)?;
        let known = NAMES.iter().find(|(written, _)| *written == name.trim());
        let (_, data) = known.ok_or_else(|| Fault::Unknown(name.trim().to_string()))?;
        if !words.is_empty() {
            parts.push(Part::Words(words.to_string()));
        }
        parts.push(Part::Data(*data));
        rest = behind;
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest.to_string()));
    }
    Ok(parts)
}

/// The name that a wrong one was meant to be.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    suggest::nearest(name, NAMES.iter().map(|(written, _)| *written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_words_and_data() {
        assert_eq!(
            parts("Số: {so_quyet_dinh}, {ngay_quyet_dinh}").unwrap(),
            [
                Part::Words("Số: ".to_string()),
                Part::Data(Name::DecisionNumber),
                Part::Words(", ".to_string()),
                Part::Data(Name::DecisionDate),
            ]
        );
        assert_eq!(parts("TẶNG").unwrap(), [Part::Words("TẶNG".to_string())]);
    }

    #[test]
    fn faults_are_told() {
        assert_eq!(
            parts("{ten_nguoi}"),
            Err(Fault::Unknown("ten_nguoi".to_string()))
        );
        assert_eq!(parts("{ten"), Err(Fault::Open));
        assert_eq!(parts("ten}"), Err(Fault::Open));
        assert_eq!(nearest("ten_in_hao"), Some("ten_in_hoa"));
    }
}
