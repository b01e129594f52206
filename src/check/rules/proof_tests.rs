//! Every rule proves itself: a twin of a good paper that it catches, and the good paper of which it
//! says nothing. Where its examples are words that can stand in a paper, they are put there.

use std::collections::BTreeMap;

use super::samples::{SCRIPTS, Script, script};
use super::twins::{places, twins};
use super::{Check, RULES, Rule, Settings, judge};
use crate::check::{read, recognise};

/// A sentence of a good paper, in whose place the examples stand.
const PLACE: (&str, &str) = (
    "cong-van",
    "Kiến nghị, đề xuất của cơ quan, đơn vị về biên chế năm 2026, nêu rõ căn cứ và nguồn kinh phí thực hiện.",
);

/// Codes of the rules that say something of a paper.
fn said(paper: &Script) -> Vec<&'static str> {
    let facts = read(&paper.bytes()).unwrap();
    let findings = judge(&facts, &recognise(&facts), &Settings::default());
    findings
        .into_iter()
        .map(|finding| finding.rule.code)
        .collect()
}

/// The examples of a rule in a paper, the wrong one and the right one: for a rule on words in a sentence,
/// for others in the component that the list names, if the examples are words of one.
fn examples(rule: &Rule) -> Option<(Script, Script)> {
    if let Check::Words(_) = rule.check {
        let with = |example: &str| {
            let sentence = format!("Theo dõi việc {example}; báo cáo cơ quan quản lý.");
            script(PLACE.0).with(PLACE.1, &sentence)
        };
        return Some((with(rule.wrong), with(rule.right)));
    }
    let (_, name, words) = places().into_iter().find(|(code, ..)| *code == rule.code)?;
    let with = |example: &str| script(name).with(words, example);
    Some((with(rule.wrong), with(rule.right)))
}

#[test]
fn every_rule_catches_its_broken_paper_and_says_nothing_of_the_good_one() {
    let good: BTreeMap<String, Vec<&str>> = SCRIPTS
        .iter()
        .map(|name| (name.to_string(), said(&script(name))))
        .collect();
    let twins = twins();
    let mut wrong = Vec::new();
    for rule in RULES {
        let own: Vec<_> = twins.iter().filter(|it| it.code == rule.code).collect();
        let examples = examples(rule);
        if own.is_empty() && examples.is_none() {
            wrong.push(format!("{} has no proof", rule.code));
        }
        for twin in own {
            let broken = script(&twin.script).with(&twin.old, &twin.new);
            if !said(&broken).contains(&rule.code) {
                wrong.push(format!("{} misses {:?}", rule.code, twin.new));
            }
            if good[&twin.script].contains(&rule.code) {
                wrong.push(format!("{} claims {}", rule.code, twin.script));
            }
        }
        if let Some((broken, right)) = examples {
            if !said(&broken).contains(&rule.code) {
                wrong.push(format!("{} misses its wrong example", rule.code));
            }
            if said(&right).contains(&rule.code) {
                wrong.push(format!("{} claims its right example", rule.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
