//! Good papers have no finding; a paper that is broken in one way has the finding of that rule, and no
//! other rule claims a "must" of it.

use super::samples::{SCRIPTS, Script, path, script, text};
use super::twins::{ALSO, Twin, harmless, twins};
use super::{Check, Level, RULES, Settings, judge};
use crate::check::paper::dump;
use crate::check::{read, recognise};

/// What the rules say of a paper: level, code, what is there.
fn said(script: &Script) -> Vec<(Level, &'static str, String)> {
    let facts = read(&script.bytes()).unwrap();
    let paper = recognise(&facts);
    let findings = judge(&facts, &paper, &Settings::default());
    findings
        .into_iter()
        .map(|it| (it.level, it.rule.code, it.there))
        .collect()
}

#[test]
fn good_papers_have_no_finding() {
    let mut wrong = Vec::new();
    for name in SCRIPTS {
        wrong.extend(
            said(&script(name))
                .into_iter()
                .map(|found| format!("{name}: {found:?}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Kind of paper and every component, as the file beside the script lists them; `UPDATE=1` rewrites the
/// file and fails, so that the difference gets read.
#[test]
fn every_component_of_a_good_paper_is_recognised() {
    let mut wrong = Vec::new();
    for name in SCRIPTS {
        let facts = read(&script(name).bytes()).unwrap();
        let found = dump(&facts, &recognise(&facts));
        let known = format!("nhan/{name}.txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path(&known), &found).unwrap();
            wrong.push(format!("{name}: rewritten"));
        } else if found != text(&known) {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_broken_twin_is_caught_by_its_rule_and_no_other_claims_a_must() {
    let mut wrong = Vec::new();
    for Twin {
        code,
        script: name,
        old,
        new,
    } in twins()
    {
        let found = said(&script(&name).with(&old, &new));
        if !found.iter().any(|(_, found, _)| *found == code) {
            wrong.push(format!("{code} does not see {new:?} in {name}: {found:?}"));
        }
        let also = |other: &str| {
            ALSO.iter()
                .any(|(own, known)| *own == code && *known == other)
        };
        let others = found
            .iter()
            .filter(|(_, other, _)| *other != code && !also(other));
        wrong.extend(others.map(|other| format!("{code} {new:?} in {name}: {other:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_offices_rightly_write_otherwise_has_no_finding() {
    let mut wrong = Vec::new();
    for (name, old, new) in harmless() {
        let found = said(&script(name).with(&old, &new));
        wrong.extend(found.iter().map(|it| format!("{new:?} in {name}: {it:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_twin() {
    let twins = twins();
    for rule in RULES {
        let words = matches!(rule.check, Check::Words(_));
        let twin = twins.iter().any(|twin| twin.code == rule.code);
        assert!(words || twin, "{}", rule.code);
    }
}
