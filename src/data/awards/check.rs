//! What is doubtful in awards although the law lets them pass: one person with two titles, missing
//! words, awards without a paper, names that are easily taken for each other.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::text::fold::plain;

use super::super::law::Law;
use super::decision::Decision;
use super::settings::{Settings, SeveralTitles};
use super::{Award, Certificate, Sort, Subject};

/// What people and body of the same place are called; both may be awarded, and are two.
const BODY_OR_PEOPLE: [&str; 4] = [
    "nhan dan va can bo",
    "can bo va nhan dan",
    "uy ban nhan dan",
    "ubnd",
];

/// Finds what is doubtful; takes money away where the dossier says so.
pub(super) fn check(
    awards: &mut [Award],
    decisions: &[Decision],
    settings: &Settings,
    law: &Law,
    found: &mut Vec<Diagnostic>,
) {
    several_titles(awards, decisions, settings, law, found);
    body_or_people(awards, found);
    without_paper(awards, found);
}

/// One person with several titles of the same time: the law is told, and what is done.
fn several_titles(
    awards: &mut [Award],
    decisions: &[Decision],
    settings: &Settings,
    law: &Law,
    found: &mut Vec<Diagnostic>,
) {
    let mut people: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, award) in awards.iter().enumerate() {
        let word = |text: &Option<String>| plain(text.as_deref().unwrap_or(""));
        if award.subject == Subject::Person && award.kind.sort == Sort::Title {
            let person = (word(&award.name), word(&award.unit));
            people.entry(person).or_default().push(at);
        }
    }
    for mut rows in people.into_values().filter(|rows| rows.len() > 1) {
        rows.sort_by_key(|at| std::cmp::Reverse(awards[*at].bonus.amount));
        for (index, lower) in rows.iter().enumerate() {
            let same_time = |higher: &&usize| meet(&awards[**higher], &awards[*lower]);
            let Some(higher) = rows[..index].iter().find(same_time) else {
                continue;
            };
            let said = law.rule(decisions[awards[*lower].decision].day);
            let said = said.map_or(String::new(), |rule| rule.several_titles.to_string());
            found.push(several(&awards[*higher], &awards[*lower], &said, settings));
            if settings.several == SeveralTitles::Highest {
                let reason = format!("đã nhận mức của {}", awards[*higher].kind.name);
                awards[*lower].bonus.withhold(reason);
            }
        }
    }
}

/// True if two awards may be for the same time. What is not told may be any.
fn meet(one: &Award, other: &Award) -> bool {
    match (one.period, other.period) {
        (Some(one), Some(other)) => one.meets(other),
        (None, _) | (_, None) => true,
    }
}

fn several(higher: &Award, lower: &Award, said: &str, settings: &Settings) -> Diagnostic {
    let name = lower.name.as_deref().unwrap_or("");
    let message = format!(
        "{name} có hai danh hiệu trong cùng thời gian: {} (dòng {}) và {} (dòng {}). {said}",
        higher.kind.name,
        higher.row(),
        lower.kind.name,
        lower.row()
    );
    let hint = match settings.several {
        SeveralTitles::ByRow => {
            "đang chi cả hai dòng; muốn chỉ chi mức cao nhất thì ghi nhieu_danh_hieu: cao_nhat dưới khen_thuong"
        }
        SeveralTitles::Highest => {
            "chỉ chi mức cao nhất, theo nhieu_danh_hieu: cao_nhat; danh hiệu thấp hơn vẫn ở trong danh sách"
        }
    };
    Diagnostic::warning("hai-danh-hieu", lower.place("danh_hieu"), message).hint(hint)
}

/// The people of a place and its committee both awarded the same: two awardees, or one by mistake.
fn body_or_people(awards: &[Award], found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(String, &str), &Award> = BTreeMap::new();
    for award in awards {
        let name = plain(award.name.as_deref().unwrap_or(""));
        let place = BODY_OR_PEOPLE
            .iter()
            .find_map(|begin| name.strip_prefix(begin));
        let Some(place) = place.filter(|_| award.subject == Subject::Collective) else {
            continue;
        };
        let key = (place.trim().to_string(), award.kind.key.as_str());
        if let Some(other) = seen.get(&key)
            && plain(other.name.as_deref().unwrap_or("")) != name
        {
            let message = format!(
                "“{}” và “{}” (dòng {}) là hai tập thể khác nhau, dễ nhầm là một",
                award.name.as_deref().unwrap_or(""),
                other.name.as_deref().unwrap_or(""),
                other.row()
            );
            let hint = "khen cả hai thì giữ nguyên; ghi nhầm thì bỏ một dòng";
            let place = award.place("ho_ten");
            found.push(Diagnostic::warning("ten-de-nham", place, message).hint(hint));
        }
        seen.entry(key).or_insert(award);
    }
}

/// Titles that carry money only, each told once with its rows.
fn without_paper(awards: &[Award], found: &mut Vec<Diagnostic>) {
    let mut kinds: BTreeMap<&str, Vec<&Award>> = BTreeMap::new();
    for award in awards {
        if award.kind.certificate == Certificate::Nothing {
            kinds.entry(&award.kind.name).or_default().push(award);
        }
    }
    for (name, mut awards) in kinds {
        awards.sort_by_key(|award| award.row());
        let Some(first) = awards.first() else {
            continue;
        };
        let rows: Vec<String> = awards.iter().map(|award| award.row().to_string()).collect();
        let message = format!(
            "{name} chỉ có tiền thưởng, không có bằng để in: dòng {}",
            rows.join(", ")
        );
        let place = first.place("danh_hieu");
        found.push(Diagnostic::warning("khong-co-bang", place, message));
    }
}
