//! What templates see of awards: `khen_thuong` of all that a paper is about, `khen` of one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::text::number::roman;

use super::{Award, Awards, Decision, Period, Sort, Subject};

impl Awards {
    /// What templates see as `khen_thuong`: of a decision its own awards, of any other paper all.
    ///
    /// `phan` are the parts with awards, in order, numbered without gap; `danh_hieu` the same by title
    /// and kind of awardee, from the highest; `loai` by title alone; `dot` the turns on
    /// the stage; `dem` counts in words (`13 tập thể, 02 hộ gia đình, 25 cá nhân`), `goi` without numbers.
    pub fn context(&self, paper: &str) -> Json {
        let own = self.decision(paper).map(|(at, _)| at);
        let awards: Vec<&Award> = self
            .rows
            .iter()
            .filter(|award| own.is_none_or(|own| award.decision == own))
            .collect();
        let mut context = self.counted(&awards);
        context["phan"] = self.parts(&awards);
        context["danh_hieu"] = self.kinds(&awards);
        context["loai"] = self.sorts(&awards);
        context["dot"] = self.turns(&awards);
        context["cac_quyet_dinh"] = self.decided(&awards);
        context["quyet_dinh"] = json!(self.decisions.get(own.unwrap_or(0)).map(decision));
        context["danh_sach"] = self.listed(&awards);
        let of = |sort| awards.iter().any(|award| award.kind.sort == sort);
        context["co_danh_hieu"] = json!(of(Sort::Title));
        context["co_hinh_thuc"] = json!(of(Sort::Form));
        context["thoi_gian"] = json!(usual_period(&awards));
        context
    }

    /// What templates see as `khen`.
    pub fn context_of(&self, award: &Award) -> Json {
        let decided = self.decisions.get(award.decision).map(decision);
        let others = award.row.iter().filter(|(column, _)| !column.known);
        let others: Map<String, Json> = others
            .map(|(column, cell)| {
                let text = Some(&cell.text).filter(|text| !text.is_empty());
                (column.key.clone(), json!(text))
            })
            .collect();
        json!({
            "stt": award.ordinal,
            "thu_tu": award.number,
            "ma_so": format!("{:03}", award.number),
            "doi_tuong": award.subject.key(),
            "xung_ho": award.salutation,
            "ho_ten": award.name,
            "chuc_vu": award.post,
            "don_vi": award.unit,
            "don_vi_chu_quan": award.parent_unit,
            "danh_hieu": award.kind.name,
            "danh_hieu_day_du": award.kind.full_name,
            "khoa_danh_hieu": award.kind.key,
            "bang": award.certificate(),
            "thoi_gian": award.period.map(|period| period.to_string()),
            "thanh_tich": award.achievement,
            "he_so": award.bonus.coefficient.to_string(),
            "tien": award.bonus.amount,
            "dien_giai": award.bonus.to_string(),
            "ghi_chu": award.note,
            "cot_khac": others,
            "quyet_dinh": decided,
        })
    }

    /// The parts with awards, in order.
    fn parts(&self, awards: &[&Award]) -> Json {
        let parts = self.settings.parts().into_iter().filter_map(|subject| {
            let own = |award: &&&Award| award.subject == subject;
            let own: Vec<&Award> = awards.iter().filter(own).copied().collect();
            (!own.is_empty()).then_some((subject, own))
        });
        // Where several decisions meet, their numbers would come twice.
        let several = awards
            .windows(2)
            .any(|two| two[0].decision != two[1].decision);
        let mut before = 0;
        let parts: Vec<Json> = parts
            .zip(1..)
            .map(|((subject, own), index)| {
                let mut part = self.counted(&own);
                part["khoa"] = json!(subject.key());
                part["ten"] = json!(subject.word());
                part["so_la_ma"] = json!(roman(index));
                part["danh_hieu"] = self.kinds(&own);
                part["danh_sach"] = self.listed(&own);
                for (position, (listed, award)) in part["danh_sach"]
                    .as_array_mut()
                    .into_iter()
                    .flatten()
                    .zip(&own)
                    .enumerate()
                {
                    listed["vi_tri"] = match several {
                        true => json!(before + position + 1),
                        false => json!(award.number),
                    };
                }
                before += own.len();
                part
            })
            .collect();
        json!(parts)
    }

    /// The awards by title and awardee, from the highest.
    fn kinds(&self, awards: &[&Award]) -> Json {
        let mut groups: Vec<((&str, Subject), Vec<&Award>)> = Vec::new();
        for award in awards {
            let key = (award.kind.key.as_str(), award.subject);
            match groups.iter_mut().find(|(own, _)| *own == key) {
                Some((_, group)) => group.push(award),
                None => groups.push((key, vec![award])),
            }
        }
        groups.sort_by_key(|((_, subject), group)| {
            let part = self.settings.parts().iter().position(|own| own == subject);
            let rank = group.first().map_or(0, |award| award.kind.rank);
            (Reverse(rank), part)
        });
        let kinds: Vec<Json> = groups
            .iter()
            .map(|((key, subject), group)| {
                let first = group.first();
                let mut kind = self.counted(group);
                kind["khoa"] = json!(key);
                kind["doi_tuong"] = json!(subject.key());
                kind["ten_doi_tuong"] = json!(subject.word());
                kind["ten"] = json!(first.map(|award| award.kind.name.as_str()));
                kind["ten_day_du"] = json!(first.map(|award| award.kind.full_name.as_str()));
                kind["bang"] = json!(first.and_then(|award| award.certificate()));
                kind["muc"] = json!(first.map(|award| award.bonus.amount));
                kind["dien_giai"] = json!(first.map(|award| award.bonus.to_string()));
                kind
            })
            .collect();
        json!(kinds)
    }

    /// The awards by title alone, from the highest.
    fn sorts(&self, awards: &[&Award]) -> Json {
        let mut ranked: Vec<&Award> = awards.to_vec();
        ranked.sort_by_key(|award| (Reverse(award.kind.rank), award.kind.key.as_str()));
        let sorts: Vec<Json> = ranked
            .chunk_by(|one, other| one.kind.key == other.kind.key)
            .map(|group| {
                let mut sort = self.counted(group);
                let kind = group.first().map(|award| &award.kind);
                sort["khoa"] = json!(kind.map(|kind| kind.key.as_str()));
                sort["ten"] = json!(kind.map(|kind| kind.name.as_str()));
                sort["ten_day_du"] = json!(kind.map(|kind| kind.full_name.as_str()));
                sort["la_danh_hieu"] = json!(kind.map(|kind| kind.sort == Sort::Title));
                sort
            })
            .collect();
        json!(sorts)
    }

    /// The turns on the stage, from the highest award; no turn mixes two.
    fn turns(&self, awards: &[&Award]) -> Json {
        let mut ranked: Vec<&Award> = awards.to_vec();
        let parts = self.settings.parts();
        let part = |award: &Award| parts.iter().position(|own| *own == award.subject);
        ranked.sort_by_key(|award| (Reverse(award.kind.rank), part(award)));
        let mut turns: Vec<Json> = Vec::new();
        for group in ranked.chunk_by(|one, other| {
            (one.kind.key.as_str(), one.subject) == (other.kind.key.as_str(), other.subject)
        }) {
            for turn in even(group, self.settings.turn as usize) {
                let mut told = self.counted(turn);
                told["so"] = json!(turns.len() + 1);
                told["ten"] = json!(turn.first().map(|award| award.kind.full_name.as_str()));
                told["ten_doi_tuong"] = json!(turn.first().map(|award| award.subject.word()));
                told["danh_sach"] = self.listed(turn);
                turns.push(told);
            }
        }
        json!(turns)
    }

    /// The decisions that some awards come from.
    pub(super) fn decided(&self, awards: &[&Award]) -> Json {
        let granting = self.decisions.iter().enumerate().filter(|(at, decision)| {
            decision.key.is_some() && awards.iter().any(|award| award.decision == *at)
        });
        granting.map(|(_, own)| decision(own)).collect()
    }

    pub(super) fn listed(&self, awards: &[&Award]) -> Json {
        awards.iter().map(|award| self.context_of(award)).collect()
    }

    /// Counts and money of some awards.
    pub(super) fn counted(&self, awards: &[&Award]) -> Json {
        let count = |subject| {
            awards
                .iter()
                .filter(|award| award.subject == subject)
                .count()
        };
        let papers = |key| {
            let certificates = awards.iter().map(|award| award.certificate());
            certificates.filter(|own| *own == Some(key)).count()
        };
        let parts = self.settings.parts().into_iter();
        let present: Vec<Subject> = parts.filter(|part| count(*part) > 0).collect();
        let words: Vec<&str> = present.iter().map(|part| part.word()).collect();
        let counted: Vec<String> = present
            .iter()
            .map(|part| format!("{:02} {}", count(*part), part.word()))
            .collect();
        let money: u64 = awards.iter().map(|award| award.bonus.amount).sum();
        json!({
            "so_luong": awards.len(),
            "dem": counted.join(", "),
            "goi": words.join(", "),
            "so_tap_the": count(Subject::Collective),
            "so_ho_gia_dinh": count(Subject::Household),
            "so_ca_nhan": count(Subject::Person),
            "so_giay_khen": papers("giay_khen"),
            "so_chung_nhan": papers("chung_nhan"),
            "so_bang_khen": papers("bang_khen"),
            "tien": money,
        })
    }
}

/// The time that most awards are for; of equals the earliest.
fn usual_period(awards: &[&Award]) -> Option<String> {
    let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
    for period in awards.iter().filter_map(|award| award.period) {
        *counts.entry(period).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(period, count)| (*count, Reverse(*period)));
    most.map(|(period, _)| period.to_string())
}

/// A group in turns of nearly the same length, none longer than `most`.
fn even<T>(group: &[T], most: usize) -> impl Iterator<Item = &[T]> {
    let turns = group.len().div_ceil(most.max(1));
    let length = group.len().div_ceil(turns.max(1)).max(1);
    group.chunks(length)
}

/// What templates see of a decision.
fn decision(decision: &Decision) -> Json {
    let number = decision.number.map(|number| format!("{number:02}"));
    json!({
        "so": decision.number,
        "so_ky_hieu": format!("{}/{}", number.unwrap_or_else(|| " ".repeat(6)), decision.symbol),
        "ngay": decision.date.full().map(|date| date.to_string()),
        "nguoi_tang": decision.giver,
        "can_cu": decision.bases,
    })
}
