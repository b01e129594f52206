//! The named Word styles: one for each [`StyleId`], in Vietnamese, so that a clerk finds and changes them.
//!
//! All are based on Normal and say only what they have otherwise. Headings have an outline level, for
//! Word's navigation pane.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use docx_rs::{BuildXML, RunFonts, Style as DocxStyle, StyleType};

use super::finish::{self, Missing};
use super::format;
use super::units;
use crate::form::flow::{Color, Paragraph, Style, TextFormat};
use crate::form::style::StyleId;

/// The one face (Phụ lục I, phần I, mục I.4).
const FACE: &str = "Times New Roman";

/// The id and name of the style that all others are based on.
const NORMAL: &str = "Normal";

/// How a style is called in Word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordStyle {
    /// `w:styleId`, ASCII.
    pub(super) id: &'static str,
    /// The name that Word shows. No commas: they part aliases (ECMA-376 part 1, 17.7.4.1).
    pub(super) name: &'static str,
    /// Level in the navigation pane, from 0.
    pub(super) outline: Option<u8>,
    /// Style of the paragraph that a clerk starts after one of this style.
    pub(super) next: StyleId,
}

/// The Word style of `id`.
pub(super) fn word_style(id: StyleId) -> WordStyle {
    let plain = |id, name, next| WordStyle {
        id,
        name,
        outline: None,
        next,
    };
    let heading = |level, id, name, next| WordStyle {
        id,
        name,
        outline: Some(level),
        next,
    };
    match id {
        StyleId::NationalName => plain("QuocHieu", "Quốc hiệu", StyleId::Motto),
        StyleId::Motto => plain("TieuNgu", "Tiêu ngữ", StyleId::Rule),
        StyleId::Parent => plain("CoQuanChuQuan", "Cơ quan chủ quản", StyleId::Agency),
        StyleId::Agency => plain("CoQuanBanHanh", "Cơ quan ban hành", StyleId::Agency),
        StyleId::Number => plain("SoKyHieu", "Số ký hiệu", StyleId::Number),
        StyleId::PlaceDate => plain(
            "DiaDanhNgayThang",
            "Địa danh ngày tháng",
            StyleId::PlaceDate,
        ),
        StyleId::Rule => plain("DuongKe", "Đường kẻ", StyleId::Body),
        StyleId::TypeName => heading(0, "TenLoai", "Tên loại", StyleId::Subject),
        StyleId::Subject => plain("TrichYeu", "Trích yếu", StyleId::Body),
        StyleId::LetterSubject => plain("TrichYeuCongVan", "Trích yếu công văn", StyleId::Body),
        StyleId::Addressee => plain("KinhGui", "Kính gửi", StyleId::AddresseeItem),
        StyleId::AddresseeItem => plain("DongKinhGui", "Dòng kính gửi", StyleId::AddresseeItem),
        StyleId::Basis => plain("CanCu", "Căn cứ", StyleId::Basis),
        StyleId::Body => plain("NoiDung", "Nội dung", StyleId::Body),
        StyleId::Division => heading(1, "ChuongMuc", "Chương mục", StyleId::DivisionTitle),
        StyleId::DivisionTitle => plain("TenChuongMuc", "Tên chương mục", StyleId::Body),
        StyleId::Article => heading(2, "Dieu", "Điều", StyleId::Body),
        StyleId::Roman => heading(2, "MucLaMa", "Mục La Mã", StyleId::Body),
        StyleId::ClauseTitle => heading(3, "KhoanCoTieuDe", "Khoản có tiêu đề", StyleId::Body),
        StyleId::Clause => plain("Khoan", "Khoản", StyleId::Body),
        StyleId::PointTitle => heading(4, "DiemCoTieuDe", "Điểm có tiêu đề", StyleId::Body),
        StyleId::Point => plain("Diem", "Điểm", StyleId::Point),
        StyleId::Dash => plain("GachDauDong", "Gạch đầu dòng", StyleId::Dash),
        StyleId::Plus => plain("DauCong", "Dấu cộng", StyleId::Plus),
        StyleId::TableHead => plain("DauBang", "Đầu bảng", StyleId::TableHead),
        StyleId::TableGroup => plain("NhomTrongBang", "Nhóm trong bảng", StyleId::TableCell),
        StyleId::TableCell => plain("OBang", "Ô bảng", StyleId::TableCell),
        StyleId::Recipients => plain("NoiNhan", "Nơi nhận", StyleId::Recipient),
        StyleId::Recipient => plain("DongNoiNhan", "Dòng nơi nhận", StyleId::Recipient),
        StyleId::Authority => plain("QuyenHanChucVu", "Quyền hạn chức vụ", StyleId::Authority),
        StyleId::SignatureGap => plain("ChoKy", "Chỗ ký", StyleId::SignerName),
        StyleId::SignerName => plain("HoTenNguoiKy", "Họ tên người ký", StyleId::SignerName),
        StyleId::AnnexLabel => heading(0, "PhuLuc", "Phụ lục", StyleId::AnnexTitle),
        StyleId::AnnexTitle => plain("TenPhuLuc", "Tên phụ lục", StyleId::AnnexAttached),
        StyleId::AnnexAttached => plain("KemTheo", "Kèm theo", StyleId::Body),
        StyleId::Urgency => plain("MucDoKhan", "Mức độ khẩn", StyleId::Body),
        StyleId::Circulation => plain("PhamViLuuHanh", "Phạm vi lưu hành", StyleId::Circulation),
        StyleId::Contact => plain("DiaChiCoQuan", "Địa chỉ cơ quan", StyleId::Contact),
        StyleId::PageNumber => plain("SoTrang", "Số trang", StyleId::PageNumber),
        StyleId::AfterTable => plain("SauBang", "Sau bảng", StyleId::Body),
        StyleId::Issuer => plain("ThamQuyen", "Thẩm quyền ban hành", StyleId::Basis),
        StyleId::Enacting => plain("LoiQuyetDinh", "Lời quyết định", StyleId::Article),
        StyleId::Giver => plain("NguoiTang", "Người tặng", StyleId::AwardLead),
        StyleId::AwardLead => plain("LoiTang", "Lời tặng", StyleId::TypeName),
        StyleId::Awardee => plain("TenDuocKhen", "Tên được khen", StyleId::AwardeeUnit),
        StyleId::AwardeeUnit => plain("ChucVuDonVi", "Chức vụ đơn vị", StyleId::Achievement),
        StyleId::Achievement => plain("ThanhTich", "Thành tích", StyleId::Achievement),
        StyleId::AwardDecision => plain("SoQuyetDinh", "Số quyết định", StyleId::GoldenBook),
        StyleId::GoldenBook => plain("SoSoVang", "Số sổ vàng", StyleId::GoldenBook),
        StyleId::Placed => plain("ChuDatCho", "Chữ đặt chỗ", StyleId::Placed),
    }
}

/// The styles of one paper.
pub(super) struct Sheet<'a> {
    styles: &'a [Style],
    by_id: BTreeMap<StyleId, &'a Style>,
}

impl<'a> Sheet<'a> {
    /// The sheet of `styles`.
    pub(super) fn new(styles: &'a [Style]) -> Result<Sheet<'a>> {
        let by_id: BTreeMap<StyleId, &Style> =
            styles.iter().map(|style| (style.id, style)).collect();
        anyhow::ensure!(by_id.len() == styles.len(), "a style is defined twice");
        Ok(Sheet { styles, by_id })
    }

    /// The style of `id`.
    pub(super) fn get(&self, id: StyleId) -> Result<&'a Style> {
        self.by_id
            .get(&id)
            .copied()
            .with_context(|| format!("the style {id:?} is used but not defined"))
    }

    /// An empty paragraph that takes no room.
    pub(super) fn gap(&self) -> Result<Paragraph> {
        Ok(Paragraph {
            style: StyleId::AfterTable,
            format: self.get(StyleId::AfterTable)?.paragraph,
            runs: Vec::new(),
            fields: Vec::new(),
        })
    }

    /// `word/styles.xml`.
    pub(super) fn part(&self) -> Result<Vec<u8>> {
        let normal = self.normal()?;
        let mut xml = format!(
            "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
             {}{LATENT_STYLES}",
            defaults(&normal)
        )
        .into_bytes();
        xml.extend(
            DocxStyle::new(NORMAL, StyleType::Paragraph)
                .name(NORMAL)
                .fonts(faces())
                .size(units::size(normal.size))
                .ui_priority(0)
                .build(),
        );
        for (index, style) in self.styles.iter().enumerate() {
            xml.extend(self.named(style, &normal, index + 1)?.build());
        }
        xml.extend(b"</w:styles>");
        finish::part(&xml, &Missing::default())
    }

    /// The text format of Normal: the size of the text, and nothing else.
    fn normal(&self) -> Result<TextFormat> {
        Ok(TextFormat {
            size: self.get(StyleId::Body)?.text.size,
            bold: false,
            italic: false,
            color: Color::Black,
        })
    }

    fn named(&self, style: &Style, normal: &TextFormat, priority: usize) -> Result<DocxStyle> {
        let word = word_style(style.id);
        let next = match self.by_id.contains_key(&word.next) {
            true => word_style(word.next).id,
            false => word.id,
        };
        let mut docx = DocxStyle::new(word.id, StyleType::Paragraph)
            .name(word.name)
            .based_on(NORMAL)
            .next(next)
            .ui_priority(priority);
        // Normal switches nothing on that a style would have to switch off.
        let property = &mut docx.paragraph_property;
        format::paragraph(&style.paragraph, &format::NORMAL, property)?;
        docx.run_property = format::text(&style.text, normal);
        Ok(match word.outline {
            Some(level) => docx.outline_lvl(usize::from(level)),
            None => docx,
        })
    }
}

/// Word's own styles stay out of the clerk's sight until they are wanted.
const LATENT_STYLES: &str = "<w:latentStyles w:defLockedState=\"0\" w:defUIPriority=\"99\" \
     w:defSemiHidden=\"1\" w:defUnhideWhenUsed=\"1\" w:defQFormat=\"0\" w:count=\"376\"/>";

/// `w:docDefaults` by hand, because docx-rs has no `w:lang`.
fn defaults(normal: &TextFormat) -> String {
    let size = units::size(normal.size);
    format!(
        "<w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{FACE}\" w:hAnsi=\"{FACE}\" w:cs=\"{FACE}\" w:eastAsia=\"{FACE}\"/>\
         <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>\
         <w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>\
         </w:pPr></w:pPrDefault></w:docDefaults>"
    )
}

/// The face for every script, so that no theme and no other font comes in.
fn faces() -> RunFonts {
    RunFonts::new()
        .ascii(FACE)
        .hi_ansi(FACE)
        .cs(FACE)
        .east_asia(FACE)
}
