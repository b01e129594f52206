//! Gives each row its decision, its title or form, what is paid and what is handed over. What the law
//! forbids on the day of the decision is left out and told, cell by cell.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::sheet::Row;
use crate::text::number::grouped;

use super::super::law::coefficient::Coefficient;
use super::super::law::kind::{AwardKind, Subject};
use super::super::law::{Law, Named};
use super::super::suggest;
use super::bonus::Bonus;
use super::decision::Decision;
use super::read::{Entry, Table};
use super::settings::Settings;
use super::{Award, Awards, Granted, LeftOut, check, order, unit};

/// Awards of a table, as the decisions grant them.
pub(in crate::data) fn settle(
    table: Table,
    decisions: Vec<Decision>,
    settings: Settings,
    law: &Law,
    mut found: Vec<Diagnostic>,
) -> Awards {
    found.splice(0..0, table.findings);
    let mut settling = Settling {
        law,
        decisions: &decisions,
        settings: &settings,
        found,
        told: BTreeMap::new(),
    };
    let mut rows = Vec::new();
    let mut left_out = Vec::new();
    for entry in table.rows {
        let told = settling.found.len();
        match settling.award(&entry) {
            Some(award) => rows.push(award),
            None => left_out.push(LeftOut {
                row: entry.row.number,
                name: entry.row.text("ho_ten").to_string(),
                reason: reason(&settling.found, told),
            }),
        }
    }
    let mut found = settling.found;
    found.extend(settling.told.into_values());
    order::order(&mut rows, &settings);
    check::check(&mut rows, &decisions, &settings, law, &mut found);
    Awards {
        units: unit::units(&rows),
        rows,
        left_out,
        decisions,
        settings,
        table: table.listed,
        findings: found,
        place: table.place,
    }
}

/// Why a row is left out: what was told since.
fn reason(found: &[Diagnostic], since: usize) -> String {
    let told = found.iter().skip(since);
    let messages: Vec<&str> = told.map(|found| found.message.as_str()).collect();
    match messages.is_empty() {
        true => "ô có lỗi".to_string(),
        false => messages.join("; "),
    }
}

/// The work on one table.
pub(super) struct Settling<'a> {
    pub(super) law: &'a Law,
    decisions: &'a [Decision],
    pub(super) settings: &'a Settings,
    found: Vec<Diagnostic>,
    /// What is told once, at the first row that it concerns.
    told: BTreeMap<String, Diagnostic>,
}

impl<'a> Settling<'a> {
    /// The award of a row.
    fn award(&mut self, entry: &Entry) -> Option<Award> {
        let row = &entry.row;
        if !row.sound {
            return None;
        }
        let named = self.named(row)?;
        let subject = self.subject(entry, named.kind)?;
        let (at, decision) = self.decision(row, &named)?;
        self.power(row, &named, decision)?;
        let bonus = self.bonus(row, named.kind, subject, decision)?;
        self.compare(row, &bonus);
        let word = |key: &str| row.words(key).map(str::to_string);
        let others = row
            .iter()
            .filter(|(column, cell)| !column.known && !cell.text.is_empty());
        Some(Award {
            number: 0,
            decision: at,
            ordinal: word("stt"),
            subject,
            salutation: word("xung_ho"),
            name: word("ho_ten"),
            post: word("chuc_vu"),
            unit: word("don_vi"),
            parent_unit: word("don_vi_chu_quan"),
            kind: granted(named.kind, decision),
            period: entry.period,
            achievement: word("thanh_tich"),
            coefficient_given: row.number("he_so"),
            amount_given: row.number("tien_thuong").and_then(|paid| paid.as_whole()),
            bonus,
            note: word("ghi_chu"),
            other: others
                .map(|(column, cell)| (column.key.clone(), cell.text.to_string()))
                .collect(),
            row: row.clone(),
        })
    }

    /// The title or form that a row names.
    fn named(&mut self, row: &Row) -> Option<Named<'a>> {
        let words = row.text("danh_hieu");
        if words.is_empty() {
            self.error(
                row,
                "danh_hieu",
                "thieu-danh-hieu",
                "chưa ghi danh hiệu hoặc hình thức khen thưởng",
                "",
            );
            return None;
        }
        let law = self.law;
        let named = law.named(words);
        if named.is_none() {
            let names = law.kinds().iter().flat_map(AwardKind::spellings);
            let hint = match suggest::nearest(words, names) {
                Some(near) => format!("ý bạn là “{near}”?"),
                None => "ghi đúng tên, thí dụ: Chiến sĩ thi đua cơ sở, Giấy khen".to_string(),
            };
            let message = format!("không có danh hiệu, hình thức khen thưởng “{words}”");
            self.error(row, "danh_hieu", "danh-hieu-la", &message, &hint);
        }
        named
    }

    /// Who is awarded: as the row says, or the only one that the title is for.
    fn subject(&mut self, entry: &Entry, kind: &AwardKind) -> Option<Subject> {
        let row = &entry.row;
        let only = match kind.subjects[..] {
            [only] => Some(only),
            _ => None,
        };
        let Some(subject) = entry.subject.or(only) else {
            let message = "chưa biết là tập thể, hộ gia đình hay cá nhân";
            let hint = "ghi vào cột Phân loại: Tập thể, Hộ gia đình hoặc Cá nhân";
            self.error(row, "phan_loai", "thieu-phan-loai", message, hint);
            return None;
        };
        if !kind.subjects.contains(&subject) {
            let words: Vec<&str> = kind.subjects.iter().map(|one| one.word()).collect();
            let message = format!(
                "{} chỉ tặng cho {}, dòng này ghi {}",
                kind.name,
                words.join(", "),
                subject.word()
            );
            let hint = "xem lại cột Phân loại và cột danh hiệu";
            self.error(row, "danh_hieu", "sai-doi-tuong", &message, hint);
            return None;
        }
        Some(subject)
    }

    /// The decision that grants a row. A dossier that says what its decisions grant may leave rows to
    /// decisions of others.
    fn decision(&mut self, row: &Row, named: &Named<'_>) -> Option<(usize, &'a Decision)> {
        let mut decisions = self.decisions.iter().enumerate();
        let found = decisions.find(|(_, decision)| decision.takes(named.kind));
        if found.is_none()
            && let Some(first) = self.decisions.first()
        {
            let kind = named.kind;
            let power = match kind.power(first.level, first.day) {
                Some(_) => String::new(),
                None => format!(", {} không có thẩm quyền tặng", first.giver),
            };
            let message = format!(
                "{} không thuộc quyết định nào của hồ sơ{power}; dòng này không vào văn bản nào",
                kind.name_on(first.day)
            );
            let hint = "khen bằng quyết định của cấp khác thì để nguyên; không thì thêm danh hiệu vào khóa khen của một quyết định";
            self.warn(row, "danh_hieu", "ngoai-quyet-dinh", &message, hint);
        }
        found
    }

    /// The giver may give the award on the day of the decision.
    fn power(&mut self, row: &Row, named: &Named<'_>, decision: &Decision) -> Option<()> {
        let (kind, day, level) = (named.kind, decision.day, decision.level);
        let other = named.level.filter(|other| kind.by_giver && *other != level);
        let other = match other.and_then(|other| self.law.ended(other, day)) {
            Some(ended) if ended.successor == level => {
                let former = format!(
                    "bảng ghi {} tặng {}, nhưng cấp ấy không còn sau ngày {}; văn bản ghi {}",
                    ended.level, kind.name, ended.to, decision.giver
                );
                self.once(
                    row,
                    "nguoi-tang-cu",
                    &former,
                    "sửa cột danh hiệu cho khớp với quyết định",
                );
                None
            }
            Some(_) | None => other,
        };
        let power = kind.power(level, day).filter(|_| other.is_none());
        let Some(power) = power else {
            let givers: Vec<String> = match other {
                Some(other) => vec![other.to_string()],
                None => kind.givers(day).iter().map(ToString::to_string).collect(),
            };
            let message = format!(
                "{} không thuộc thẩm quyền của {} ngày {day}; dòng này không vào quyết định",
                kind.name_on(day),
                decision.giver
            );
            let hint = match givers.is_empty() {
                true => "trình cấp trên quyết định, rồi bỏ dòng này khỏi bảng".to_string(),
                false => format!(
                    "thẩm quyền: {}; khen bằng quyết định riêng",
                    givers.join(", ")
                ),
            };
            self.error(row, "danh_hieu", "sai-tham-quyen", &message, &hint);
            return None;
        };
        self.doubt(row, power.unsure.as_deref());
        Some(())
    }

    /// What the row itself says of coefficient and amount, against what follows from the law.
    fn compare(&mut self, row: &Row, bonus: &Bonus) {
        let given = row.number("he_so");
        let coefficient = given.and_then(|given| Coefficient::of_parts(given.ten_thousandths()));
        if let Some(given) = coefficient.filter(|given| *given != bonus.coefficient) {
            let message = format!(
                "hệ số ghi {given}, theo quy định là {}; tiền thưởng tính theo quy định",
                bonus.coefficient
            );
            let hint = "địa phương có mức riêng thì ghi vào he_so_rieng kèm văn bản quy định";
            self.warn(row, "he_so", "he-so-lech", &message, hint);
        }
        let amount = i64::try_from(bonus.amount).unwrap_or(i64::MAX);
        match row.number("tien_thuong").and_then(|given| given.as_whole()) {
            Some(given) if given != amount => {
                let message = format!(
                    "tiền thưởng ghi {} đồng, tính ra {} đồng: {bonus}; văn bản lấy số tính ra",
                    grouped(given),
                    grouped(amount)
                );
                let hint = "sửa ô này, hoặc xem lại danh hiệu và ngày của quyết định";
                self.warn(row, "tien_thuong", "tien-lech", &message, hint);
            }
            None if row.head().column("tien_thuong").is_some() => {
                let message = format!("chưa ghi tiền thưởng; chương trình tính: {bonus}");
                self.warn(row, "tien_thuong", "tien-trong", &message, "");
            }
            Some(_) | None => self.written_otherwise(row, amount),
        }
    }

    /// Tells how an amount was read that is not written as papers write it.
    fn written_otherwise(&mut self, row: &Row, amount: i64) {
        let written = row.text("tien_thuong");
        let printed = grouped(amount);
        if !written.is_empty() && written != printed {
            let message = format!("tiền thưởng viết “{written}”, đọc là {printed} đồng");
            let place = row.place("tien_thuong");
            self.found
                .push(Diagnostic::note("tien-viet-khac", place, message));
        }
    }

    /// Tells a doubt of the law once.
    pub(super) fn doubt(&mut self, row: &Row, doubt: Option<&str>) {
        if let Some(doubt) = doubt {
            let message = format!("dùng một điều chưa chắc chắn: {doubt}");
            let hint = "đối chiếu với bản gốc trước khi trình ký";
            self.once(row, "luat-chua-chac", &message, hint);
        }
    }

    /// Tells at the first row what holds for many.
    fn once(&mut self, row: &Row, code: &'static str, message: &str, hint: &str) {
        if !self.told.contains_key(message) {
            let finding = Diagnostic::warning(code, row.place("danh_hieu"), message);
            self.told.insert(message.to_string(), hinted(finding, hint));
        }
    }

    pub(super) fn error(
        &mut self,
        row: &Row,
        key: &str,
        code: &'static str,
        message: &str,
        hint: &str,
    ) {
        let found = Diagnostic::error(code, row.place(key), message);
        self.found.push(hinted(found, hint));
    }

    fn warn(&mut self, row: &Row, key: &str, code: &'static str, message: &str, hint: &str) {
        let found = Diagnostic::warning(code, row.place(key), message);
        self.found.push(hinted(found, hint));
    }
}

fn hinted(found: Diagnostic, hint: &str) -> Diagnostic {
    match hint.is_empty() {
        true => found,
        false => found.hint(hint),
    }
}

fn granted(kind: &AwardKind, decision: &Decision) -> Granted {
    let name = kind.name_on(decision.day).to_string();
    Granted {
        key: kind.key.to_string(),
        full_name: match kind.by_giver {
            true => format!("{name} của {}", decision.giver_of_level),
            false => name.clone(),
        },
        name,
        sort: kind.sort,
        rank: kind.rank,
        certificate: kind.certificate,
    }
}
