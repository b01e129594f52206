//! Places in a file as people find them: the component, the paragraph's number, its words. A page is not
//! named, since only a layout of the file knows it.

use crate::check::facts::{Facts, Story};
use crate::check::finding::Spot;
use crate::check::paper::{Papers, Role};

/// Letters of a quotation.
const QUOTED: usize = 60;

/// Numbers of the paragraphs with words in them, by their index; text alone, no header and no note.
pub(super) fn numbers(facts: &Facts) -> Vec<Option<usize>> {
    let mut last = 0;
    let number = |paragraph: &crate::check::facts::Paragraph| {
        (paragraph.story == Story::Body && !paragraph.is_blank()).then(|| {
            last += 1;
            last
        })
    };
    facts.paragraphs.iter().map(number).collect()
}

/// The words of a place.
pub(super) fn quote(facts: &Facts, spot: &Spot) -> String {
    let text = match spot {
        Spot::File | Spot::Section(_) => return String::new(),
        Spot::Paragraph(id) => facts[*id].text.as_str(),
        Spot::Words(span) => facts.words(span),
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// A part of a paper, by which the sheet groups what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Region {
    /// The file.
    Whole,
    /// Its pages.
    Page,
    /// From Quốc hiệu to Kính gửi.
    Head,
    /// Căn cứ and text.
    Text,
    /// Nơi nhận and signature.
    Foot,
    /// Phụ lục and what is issued with the paper.
    Annex,
    /// Headers, footers, notes.
    Margin,
}

impl Region {
    /// What the sheet calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Region::Whole => "Cả văn bản",
            Region::Page => "Trang giấy",
            Region::Head => "Đầu văn bản",
            Region::Text => "Nội dung",
            Region::Foot => "Cuối văn bản",
            Region::Annex => "Phụ lục, văn bản kèm theo",
            Region::Margin => "Đầu trang, chân trang, chú thích",
        }
    }
}

/// The part that a place lies in.
pub(super) fn region(papers: &Papers, spot: &Spot) -> Region {
    let id = match spot {
        Spot::File => return Region::Whole,
        Spot::Section(_) => return Region::Page,
        Spot::Paragraph(id) => *id,
        Spot::Words(span) => span.paragraph,
    };
    let mut behind = papers.iter().flat_map(|paper| {
        let annexes = paper.annexes.iter().map(|annex| annex.extent);
        annexes.chain(paper.attached.iter().map(|it| it.extent))
    });
    if behind.any(|(first, end)| first <= id && id < end) {
        return Region::Annex;
    }
    match papers.role(id) {
        Role::NationalName
        | Role::Motto
        | Role::Rule
        | Role::Parent
        | Role::Agency
        | Role::Number
        | Role::PlaceDate
        | Role::Mark
        | Role::TypeName
        | Role::Subject
        | Role::LetterSubject
        | Role::Addressee => Region::Head,
        Role::Issuer | Role::Basis | Role::Enacting | Role::Body | Role::Table => Region::Text,
        Role::RecipientsLabel | Role::Recipient | Role::Authority | Role::SignerName => {
            Region::Foot
        }
        Role::AnnexLabel | Role::AnnexTitle | Role::AnnexAttached => Region::Annex,
        Role::Contact | Role::PageNumber | Role::Margin | Role::Note => Region::Margin,
        Role::Blank | Role::Other => Region::Text,
    }
}

/// Name of the component that a place lies in.
pub(super) fn component(papers: &Papers, spot: &Spot) -> Option<&'static str> {
    let role = match spot {
        Spot::File => return None,
        Spot::Section(_) => return Some("trang"),
        Spot::Paragraph(id) => papers.role(*id),
        Spot::Words(span) => papers.role(span.paragraph),
    };
    match role {
        Role::NationalName => Some("Quốc hiệu"),
        Role::Motto => Some("Tiêu ngữ"),
        Role::Rule => Some("đường kẻ"),
        Role::Parent => Some("cơ quan chủ quản"),
        Role::Agency => Some("tên cơ quan"),
        Role::Number => Some("số, ký hiệu"),
        Role::PlaceDate => Some("địa danh, ngày tháng"),
        Role::Mark => Some("dấu chỉ"),
        Role::TypeName => Some("tên loại"),
        Role::Subject | Role::LetterSubject => Some("trích yếu"),
        Role::Addressee => Some("Kính gửi"),
        Role::Issuer => Some("thẩm quyền ban hành"),
        Role::Basis => Some("căn cứ"),
        Role::Enacting => Some("dòng quyết định"),
        Role::Body => Some("nội dung"),
        Role::Table => Some("bảng"),
        Role::RecipientsLabel | Role::Recipient => Some("Nơi nhận"),
        Role::Authority => Some("quyền hạn, chức vụ"),
        Role::SignerName => Some("họ tên người ký"),
        Role::AnnexLabel | Role::AnnexTitle | Role::AnnexAttached => Some("phụ lục"),
        Role::Contact => Some("địa chỉ cơ quan"),
        Role::PageNumber => Some("số trang"),
        Role::Margin => Some("đầu trang, chân trang"),
        Role::Note => Some("chú thích"),
        Role::Blank | Role::Other => None,
    }
}
