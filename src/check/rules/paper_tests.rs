//! Good papers have no finding; a paper that is broken in one way has the finding of that rule, and no
//! other rule claims a "must" of it.

use super::samples::{SCRIPTS, Script, script};
use super::twins::{ALSO, Twin, twins};
use super::{Level, Settings, judge};
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
    for (name, _) in SCRIPTS {
        wrong.extend(
            said(&script(name))
                .into_iter()
                .map(|found| format!("{name}: {found:?}")),
        );
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
        let found = said(&script(name).with(&old, &new));
        if !found.iter().any(|(_, found, _)| *found == code) {
            wrong.push(format!("{code} does not see {new:?} in {name}: {found:?}"));
        }
        let also = |other: &str| {
            ALSO.iter()
                .any(|(own, known)| *own == code && *known == other)
        };
        let others = found
            .iter()
            .filter(|(level, other, _)| *level == Level::Must && *other != code && !also(other));
        wrong.extend(others.map(|other| format!("{code} {new:?} in {name}: {other:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
