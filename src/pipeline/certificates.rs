//! The certificates of the awards: laid out by their layout and blank, and the calibration sheet.

use crate::compose::certificate::{self as composing, Sources};
use crate::data::awards::{Award, Awards, Certificate};
use crate::data::certificate::layout::{FaceName, Grows, Side, WhenLong};
use crate::data::certificate::{CALIBRATION, CertificateField, Certificates};
use crate::data::each::Recipient;
use crate::data::table_ref::TableName;
use crate::diag::{Diagnostic, Place};
use crate::document::Meta;
use crate::form::certificate as form;
use crate::form::certificate::place::{self, Layout, Printer, Slot};
use crate::form::flow::{Align, Color};
use crate::layout;
use crate::template::Read;
use crate::units::{HalfPoints, Mm};

use super::paper::LaidOut;
use super::rows::{Listed, Source};
use super::workshop::Workshop;

/// Certificates of one kind, ready for every award.
pub(super) struct CertificateSheets<'a> {
    workshop: &'a Workshop,
    certificates: &'a Certificates,
    layout: Layout,
}

impl<'a> CertificateSheets<'a> {
    /// Readies the layout.
    pub(super) fn new(
        workshop: &'a Workshop,
        certificates: &'a Certificates,
    ) -> CertificateSheets<'a> {
        CertificateSheets {
            workshop,
            certificates,
            layout: layout_of(certificates),
        }
    }

    /// The sheet that shows where the printer puts everything.
    pub(super) fn calibration(&self) -> LaidOut {
        let own = self.certificates;
        let meta = Meta {
            title: format!("Tờ căn chỉnh: {}", own.layout_name),
            ..Meta::default()
        };
        let key = own.key.replace('_', "-");
        let flow = form::calibrate::sheet(&self.layout, meta, &notes(own));
        LaidOut {
            key: CALIBRATION.to_string(),
            file_stem: format!("{}-{key}", CALIBRATION.replace('_', "-")),
            list: None,
            pages: layout::paginate(&flow),
            flow,
        }
    }

    /// What of the award table is printed, as templates read it.
    pub(super) fn reads(certificates: &Certificates) -> Vec<Read> {
        let fields = certificates.fields.iter();
        fields
            .flat_map(CertificateField::columns)
            .map(|column| Read {
                variable: "khen".to_string(),
                keys: vec![column.to_string()],
                optional: true,
                template: certificates.layout_name.clone(),
                line: 1,
            })
            .collect()
    }

    /// Reminders on the rules that the layout follows, one for each decision that they concern.
    pub(super) fn doubts(&self) -> Vec<Diagnostic> {
        let own = self.certificates;
        let awards = self.workshop.dossier.awards();
        let days = awards.into_iter().flat_map(|awards| &awards.decisions);
        let latest = days.map(|decision| decision.day).max();
        let doubt = own
            .doubt
            .iter()
            .find(|doubt| latest.is_some_and(|day| day >= doubt.from));
        let told = doubt.map(|doubt| {
            let message = format!("cần kiểm tra mẫu “{}”: {}", own.layout_name, doubt.reason);
            Diagnostic::warning("mau-can-kiem-tra", own.place.clone(), message).hint(
                "so với quy định mới nhất; cần sửa thì chép mẫu vào thư mục mau của hồ sơ, bỏ khóa \
                 can_kiem_tra khi đã kiểm tra",
            )
        });
        told.into_iter().collect()
    }

    fn awards(&self) -> Result<&'a Awards, Vec<Diagnostic>> {
        let own = self.certificates;
        let awards = self.workshop.dossier.awards().ok_or_else(|| {
            let message = format!("giấy khen {} cần bảng khen thưởng", own.key);
            Diagnostic::error("thieu-bang", own.place.clone(), message).hint(
                "ghi tên tệp vào khóa khen_thuong của hồ sơ, thí dụ: khen_thuong: khen-thuong.csv",
            )
        });
        let awards = awards.map_err(|finding| vec![finding])?;
        let decided = awards
            .decisions
            .iter()
            .any(|decision| decision.key.is_some());
        let meant = own.decision.as_deref();
        if !decided || meant.is_some_and(|key| awards.decision(key).is_none()) {
            let message = match meant {
                Some(key) if decided => format!("“{key}” không phải quyết định khen thưởng"),
                Some(_) | None => "giấy khen cần quyết định khen thưởng trong hồ sơ".to_string(),
            };
            let hint = "khai quyết định dưới van_ban, thí dụ: quyet_dinh_khen_thuong; chưa có số \
                        thì để trống so";
            return Err(vec![
                Diagnostic::error("thieu-quyet-dinh", own.place.clone(), message).hint(hint),
            ]);
        }
        Ok(awards)
    }
}

impl<'a> Source<'a> for CertificateSheets<'a> {
    fn key(&self) -> &str {
        &self.certificates.key
    }

    fn place(&self) -> Place {
        self.certificates.place.clone()
    }

    fn listed(&self) -> Result<Listed<'a>, Vec<Diagnostic>> {
        let awards = self.awards()?;
        let own = self.certificates;
        let rows = awards
            .rows
            .iter()
            .filter(|award| prints(own, awards, award));
        Ok(Listed {
            recipients: rows.map(|award| Recipient::Award(award, awards)).collect(),
            noun: TableName::Awards.noun(),
            place: awards.place.clone(),
        })
    }

    fn letter(&self, recipient: Recipient<'_>) -> (Option<LaidOut>, Vec<Diagnostic>) {
        let Recipient::Award(award, awards) = recipient else {
            return (None, Vec::new());
        };
        let dossier = &self.workshop.dossier;
        let decision = &awards.decisions[award.decision];
        let entry = decision.key.as_deref().and_then(|key| dossier.paper(key));
        let Some(entry) = entry else {
            return (None, Vec::new());
        };
        let sources = Sources {
            award,
            decision,
            entry,
        };
        let (composed, mut findings) = composing::certificate(self.certificates, sources);
        let place_of = |name: &str| {
            let mut fields = self.certificates.fields.iter();
            let field = fields.find(|field| field.name == name);
            // Of several columns the fullest is to blame.
            let columns = field.into_iter().flat_map(CertificateField::columns);
            let column = columns.max_by_key(|column| award.length_of(column));
            award.place(column.unwrap_or("ho_ten"))
        };
        let find_char = |char| {
            award
                .find_char(char)
                .or_else(|| dossier.find_char(char))
                .unwrap_or(Place::Nowhere)
        };
        let (flow, problems) =
            form::apply(&composed.certificate, &self.layout, &place_of, &find_char);
        findings.extend(problems);
        let laid_out = flow.map(|flow| LaidOut {
            key: self.certificates.key.clone(),
            file_stem: composed.file_stem,
            list: None,
            pages: layout::paginate(&flow),
            flow,
        });
        (laid_out, findings)
    }
}

/// True if an award gets one of these certificates.
fn prints(own: &Certificates, awards: &Awards, award: &Award) -> bool {
    let only = own.decision.as_deref().and_then(|key| awards.decision(key));
    award.kind.certificate == own.certifies
        && only.is_none_or(|(decision, _)| award.decision == decision)
}

/// Awards with a certificate that no entry prints, in a dossier that prints some: then the counts of
/// the decision and of the certificates are not the same.
pub(super) fn unprinted(workshop: &Workshop) -> Option<Diagnostic> {
    let printed = workshop.dossier.certificates();
    let awards = workshop.dossier.awards().filter(|_| !printed.is_empty())?;
    let on_paper = |award: &&Award| match award.kind.certificate {
        Certificate::Merit | Certificate::Title | Certificate::HighMerit => true,
        Certificate::Flag | Certificate::Nothing => false,
    };
    let left = awards.rows.iter().filter(on_paper);
    let left: Vec<&Award> = left
        .filter(|award| !printed.iter().any(|own| prints(own, awards, award)))
        .collect();
    let first = left.first()?;
    let mut rows: Vec<usize> = left.iter().map(|award| award.row()).collect();
    rows.sort_unstable();
    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    let message = format!(
        "{:02} tập thể, cá nhân được khen có bằng nhưng không mục nào dưới giay_khen in bằng ấy: dòng {}",
        left.len(),
        rows.join(", ")
    );
    let hint = "thêm mục, thí dụ: chung_nhan: { mau: chung-nhan }; nếu in ở nơi khác thì bỏ qua";
    Some(Diagnostic::note("bang-chua-in", first.place("danh_hieu"), message).hint(hint))
}

/// What the calibration sheet says of itself.
fn notes(own: &Certificates) -> Vec<String> {
    let mut notes = vec![format!("TỜ CĂN CHỈNH: {}", own.layout_name)];
    match &own.blank {
        None => notes.push("In đủ chữ trên giấy trắng, không có phôi; mọi số bằng 0.".to_string()),
        Some(blank) => {
            notes.push(format!("Phôi: {}", blank.name));
            notes.push(format!(
                "lech_x: {}  lech_y: {}  ti_le_x: {}  ti_le_y: {}  xoay: {}",
                blank.dx.0, blank.dy.0, blank.scale_x, blank.scale_y, blank.turn
            ));
        }
    }
    notes.push(
        "In đúng 100 % (không “vừa khổ giấy”). Dấu + ở mỗi góc phải cách hai mép giấy 20 mm."
            .to_string(),
    );
    notes
}

/// The layout as `form` takes it.
fn layout_of(own: &Certificates) -> Layout {
    let printer = own.blank.as_ref().map_or(Printer::EXACT, |blank| Printer {
        dx: blank.dx,
        dy: blank.dy,
        scale_x: blank.scale_x / 100.0,
        scale_y: blank.scale_y / 100.0,
        upside_down: blank.turn == 180,
    });
    Layout {
        width: own.paper.width,
        height: own.paper.height,
        slots: own.fields.iter().map(slot).collect(),
        printer,
    }
}

fn slot(field: &CertificateField) -> Slot {
    let spec = &field.spec;
    Slot {
        name: field.name.clone(),
        style: place::style_of(&field.name),
        x: spec.x,
        y: spec.y,
        width: spec.width,
        align: match spec.align {
            Side::Left => Align::Left,
            Side::Middle => Align::Center,
            Side::Right => Align::Right,
        },
        size: half_points(spec.size),
        smallest: half_points(spec.smallest.unwrap_or(spec.size)),
        bold: matches!(spec.face, FaceName::Bold | FaceName::BoldItalic),
        italic: matches!(spec.face, FaceName::Italic | FaceName::BoldItalic),
        upper: spec.upper,
        color: match spec.colour.0 {
            [0, 0, 0] => Color::Black,
            [255, 0, 0] => Color::Red,
            [red, green, blue] => Color::Rgb { red, green, blue },
        },
        most_lines: spec.most_lines as usize,
        height: spec.height.map(Mm),
        line: spec.line,
        when_long: match spec.when_long {
            WhenLong::Shrinks => place::WhenLong::Shrinks,
            WhenLong::Breaks => place::WhenLong::Breaks,
        },
        grows: match spec.grows {
            Grows::Down => place::Grows::Down,
            Grows::Up => place::Grows::Up,
            Grows::Both => place::Grows::Both,
        },
        rule: spec.rule.map(Mm),
        preprinted: field.preprinted,
    }
}

/// A size in points, to the nearest half.
fn half_points(points: f64) -> HalfPoints {
    HalfPoints((points * 2.0).round() as u16)
}
