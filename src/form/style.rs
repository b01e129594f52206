//! The names of the styles: one for each component of a paper and each kind of paragraph in it.
//!
//! Their figures are in [`figures`](super::figures).

/// Which style. Each has a Word style of a Vietnamese name, so that a clerk can restyle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StyleId {
    /// CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.
    NationalName,
    /// Độc lập - Tự do - Hạnh phúc.
    Motto,
    /// Cơ quan chủ quản trực tiếp.
    Parent,
    /// Cơ quan ban hành.
    Agency,
    /// Số, ký hiệu.
    Number,
    /// Địa danh và thời gian ban hành.
    PlaceDate,
    /// A rule: an empty paragraph with a border above, its indents leaving the rule's length.
    Rule,
    /// Tên loại.
    TypeName,
    /// Trích yếu of a named document.
    Subject,
    /// Trích yếu of a công văn (V/v …).
    LetterSubject,
    /// Kính gửi, one addressee.
    Addressee,
    /// Kính gửi, a line of several.
    AddresseeItem,
    /// Căn cứ.
    Basis,
    /// Running text.
    Body,
    /// Phần, Chương, Mục, Tiểu mục: the label.
    Division,
    /// Its title in capitals.
    DivisionTitle,
    /// Điều.
    Article,
    /// `I.` with its title.
    Roman,
    /// `1.` with a title.
    ClauseTitle,
    /// `1.` without.
    Clause,
    /// `a)` with a title.
    PointTitle,
    /// `a)` without.
    Point,
    /// `-`.
    Dash,
    /// `+`.
    Plus,
    /// Head cell of a table.
    TableHead,
    /// Group row of a table.
    TableGroup,
    /// Cell of a table.
    TableCell,
    /// Nơi nhận:
    Recipients,
    /// A line of Nơi nhận.
    Recipient,
    /// Quyền hạn, chức vụ.
    Authority,
    /// Room for the signature.
    SignatureGap,
    /// Họ và tên.
    SignerName,
    /// Phụ lục and its number.
    AnnexLabel,
    /// Title of an annex.
    AnnexTitle,
    /// (Kèm theo …).
    AnnexAttached,
    /// Mức độ khẩn.
    Urgency,
    /// Phạm vi lưu hành.
    Circulation,
    /// Address at the foot of page 1.
    Contact,
    /// Page number.
    PageNumber,
    /// A paragraph of no height that a word processor wants after a table.
    AfterTable,
    /// Thẩm quyền ban hành of a decision (Mẫu 1.1-1.3).
    Issuer,
    /// QUYẾT ĐỊNH:, QUYẾT NGHỊ:.
    Enacting,
    /// Certificate: who gives it. From here on the Decree has no figures; a layout file has.
    Giver,
    /// Certificate: TẶNG, TẶNG DANH HIỆU.
    AwardLead,
    /// Certificate: the awardee.
    Awardee,
    /// Certificate: post, unit, address.
    AwardeeUnit,
    /// Certificate: what it is given for.
    Achievement,
    /// Certificate: number and date of the decision.
    AwardDecision,
    /// Certificate: số sổ vàng.
    GoldenBook,
    /// Any other text at a fixed place.
    Placed,
}
