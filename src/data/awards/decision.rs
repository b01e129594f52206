//! The decisions of a dossier that grant awards: their day, which picks the law, who gives, and what
//! they take of the table.

use crate::diag::{Diagnostic, Place};
use crate::text::date::{Date, PartialDate};

use super::super::Entry;
use super::super::agency::Agency;
use super::super::dossier::Event;
use super::super::law::Law;
use super::super::law::kind::{AwardKind, Sort};
use super::super::law::level::Level;
use super::super::suggest;
use super::super::value::Text;
use super::settings::OwnRate;

/// A decision on awards.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Key of the paper; none if the dossier has no decision yet.
    pub key: Option<String>,
    /// Number; none for a draft.
    pub number: Option<u32>,
    /// Its symbol: `QĐ-UBND`.
    pub symbol: String,
    /// Its date as far as it is known.
    pub date: PartialDate,
    /// The day whose law it is held to: its own, else the first that it can have, else the event's.
    pub day: Date,
    /// The level of the giver.
    pub level: Level,
    /// Who gives, in sentences: `Chủ tịch Ủy ban nhân dân huyện Vạn Ninh`.
    pub giver: String,
    /// The giver's post with the level: `Chủ tịch Ủy ban nhân dân huyện`.
    pub giver_of_level: String,
    /// Where its entry is.
    pub place: Place,
    /// Căn cứ, in order and without final marks: the law's of its day, then the paper's own.
    pub bases: Vec<String>,
    pub(super) picks: Vec<Pick>,
    pub(super) own_rates: Vec<OwnRate>,
}

/// What a decision takes of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    All,
    Titles,
    Forms,
    Kind(String),
}

impl Decision {
    /// True if it grants a title or form.
    pub(super) fn takes(&self, kind: &AwardKind) -> bool {
        self.picks.iter().any(|pick| match pick {
            Pick::All => true,
            Pick::Titles => kind.sort == Sort::Title,
            Pick::Forms => kind.sort == Sort::Form,
            Pick::Kind(key) => kind.key.as_str() == key,
        })
    }
}

/// The decisions among the papers; if there is none, one that is not known yet.
pub(in crate::data) fn decisions(
    papers: &[Entry],
    agency: &Agency,
    event: &Event,
    law: &Law,
) -> (Vec<Decision>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut decisions: Vec<Decision> = papers
        .iter()
        .filter(|entry| entry.paper.grants_awards(&entry.key))
        .filter_map(|entry| decision(entry, event, law, &mut found))
        .collect();
    if decisions.is_empty() && found.is_empty() {
        let unknown = level(agency, &Place::Nowhere, &mut found).map(|level| Decision {
            key: None,
            number: None,
            symbol: symbol(agency),
            date: PartialDate::default(),
            day: event.date,
            level,
            giver: agency.name.to_string(),
            giver_of_level: agency.call_name.to_string(),
            place: Place::Nowhere,
            bases: Vec::new(),
            picks: vec![Pick::All],
            own_rates: agency.own_rates.clone(),
        });
        decisions.extend(unknown);
    }
    (decisions, found)
}

/// The decision of a paper.
fn decision(
    entry: &Entry,
    event: &Event,
    law: &Law,
    found: &mut Vec<Diagnostic>,
) -> Option<Decision> {
    let (paper, agency) = (&entry.paper, &entry.agency);
    let day = day(entry, event, found);
    let level = living(level(agency, &entry.place, found)?, day, entry, law, found);
    let head = entry.signer.head();
    Some(Decision {
        key: Some(entry.key.clone()),
        number: paper.number,
        symbol: symbol(agency),
        date: paper.date,
        day,
        level,
        giver: format!("{head} {}", agency.name),
        giver_of_level: format!("{head} {}", without_own_name(agency)),
        place: entry.place.clone(),
        bases: bases(entry, level, day, law, found),
        picks: picks(entry, law, found),
        own_rates: agency.own_rates.clone(),
    })
}

fn symbol(agency: &Agency) -> String {
    format!("QĐ-{}", agency.symbol)
}

/// The agency's full name without the name of its territory: `Ủy ban nhân dân huyện`.
fn without_own_name(agency: &Agency) -> String {
    let territory = agency.territory.as_str();
    let word = agency.unit_word.as_str();
    match agency.name.as_str().strip_suffix(territory) {
        Some(start) => format!("{start}{word}"),
        None => agency.name.to_string(),
    }
}

/// The agency's level: as it says, or as the word for its territory tells.
fn level(agency: &Agency, place: &Place, found: &mut Vec<Diagnostic>) -> Option<Level> {
    let level = agency
        .level
        .or_else(|| Level::in_words(agency.unit_word.as_str()));
    if level.is_none() {
        let message = format!("chưa biết “{}” là cơ quan cấp nào", agency.name);
        let hint = "thêm khóa cap vào tệp cơ quan: tinh, so, huyen hoặc xa";
        found.push(Diagnostic::error("thieu-cap", place.clone(), message).hint(hint));
    }
    level
}

/// What a decision cites; a doubt of the law is told.
fn bases(
    entry: &Entry,
    level: Level,
    day: Date,
    law: &Law,
    found: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for basis in law.bases(level, day) {
        lines.extend(basis.line.as_ref().map(ToString::to_string));
        if let Some(doubt) = basis.doubt(day) {
            let message = format!("căn cứ của {} có điều chưa chắc chắn: {doubt}", entry.key);
            let finding = Diagnostic::warning("luat-chua-chac", entry.place.clone(), message);
            found.push(finding.hint("đối chiếu với bản gốc trước khi trình ký"));
        }
    }
    let own = entry.paper.bases.iter().map(ToString::to_string);
    let own: Vec<String> = own.filter(|line| !lines.contains(line)).collect();
    lines.extend(own);
    lines
}

/// The level whose power a giver has: its own, or that of its successor if it is no more.
fn living(level: Level, day: Date, entry: &Entry, law: &Law, found: &mut Vec<Diagnostic>) -> Level {
    let Some(ended) = law.ended(level, day) else {
        return level;
    };
    let message = format!(
        "quyết định {} ngày {day} của “{}”: {level} không còn sau ngày {}; thẩm quyền và hệ số xét như {}",
        entry.key, entry.agency.name, ended.to, ended.successor
    );
    let hint = format!(
        "dùng tệp cơ quan của {} ({})",
        ended.successor, ended.source
    );
    found.push(Diagnostic::warning("cap-khong-con", entry.place.clone(), message).hint(hint));
    ended.successor
}

/// The day whose law holds. A draft that may fall under two laws is told which was taken.
fn day(entry: &Entry, event: &Event, found: &mut Vec<Diagnostic>) -> Date {
    let date = entry.paper.date;
    if let Some(day) = date.full() {
        return day;
    }
    let day = date.earliest().unwrap_or(event.date);
    let message = format!(
        "quyết định {} chưa ghi đủ ngày: căn cứ, thẩm quyền và tiền thưởng lấy theo ngày {day}",
        entry.key
    );
    let hint = "ghi ngày ban hành vào khóa ngay của văn bản; mức lương cơ sở lấy theo ngày ấy";
    found.push(Diagnostic::warning("chua-co-ngay", entry.place.clone(), message).hint(hint));
    day
}

/// What a decision takes of the table.
fn picks(entry: &Entry, law: &Law, found: &mut Vec<Diagnostic>) -> Vec<Pick> {
    let Some(named) = &entry.paper.grants else {
        return vec![Pick::All];
    };
    let mut picks = Vec::new();
    for name in named {
        match pick(name, law) {
            Some(pick) => picks.push(pick),
            None => found.push(unknown_pick(entry, name, law)),
        }
    }
    picks
}

fn pick(name: &Text, law: &Law) -> Option<Pick> {
    match name.as_str() {
        "tat_ca" => Some(Pick::All),
        "danh_hieu" => Some(Pick::Titles),
        "hinh_thuc" => Some(Pick::Forms),
        other => {
            let kind = law
                .kind(other)
                .or_else(|| law.named(other).map(|named| named.kind));
            kind.map(|kind| Pick::Kind(kind.key.to_string()))
        }
    }
}

fn unknown_pick(entry: &Entry, name: &Text, law: &Law) -> Diagnostic {
    let known = ["tat_ca", "danh_hieu", "hinh_thuc"].into_iter();
    let known = known.chain(law.kinds().iter().map(|kind| kind.key.as_str()));
    let hint = match suggest::nearest(name, known) {
        Some(near) => format!("ý bạn là “{near}”?"),
        None => {
            "ghi tat_ca, danh_hieu, hinh_thuc hoặc tên danh hiệu, thí dụ: Giấy khen".to_string()
        }
    };
    let message = format!("khóa khen của {}: không có danh hiệu “{name}”", entry.key);
    Diagnostic::error("danh-hieu-la", entry.place.clone(), message).hint(hint)
}
