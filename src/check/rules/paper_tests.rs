//! Good papers have no finding, however they are typed; a paper that is broken in one way has the finding
//! of that rule, and no other rule says anything of it.

use super::samples::{SCRIPTS, Script, path, script, text};
use super::twins::{ALSO, HIDDEN, SOFT, Twin, harmless, twins};
use super::{Level, Settings, judge, judge_all};
use crate::check::finding::Spot;
use crate::check::paper::dump;
use crate::check::{read, recognise, recognise_all};

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

/// Every paper in habits that are not its own: still no finding, and the same components.
#[test]
fn good_papers_have_no_finding_in_other_habits() {
    let mut wrong = Vec::new();
    for (at, name) in SCRIPTS.iter().enumerate() {
        let wanted = components(&text(&format!("nhan/{name}.txt")));
        for round in 0..ROUNDS {
            let habits = habits(at + round * 7);
            let own = script(name).typed(&habits);
            let facts = read(&own.bytes()).unwrap();
            let found = components(&dump(&facts, &recognise(&facts)));
            let lost = wanted.iter().filter(|line| !found.contains(line));
            let new = found.iter().filter(|line| !wanted.contains(line));
            wrong.extend(lost.map(|line| format!("{name} {habits}: LOST {line}")));
            wrong.extend(new.map(|line| format!("{name} {habits}: NEW {line}")));
            let found = said(&own).into_iter();
            wrong.extend(found.map(|found| format!("{name} {habits}: {found:?}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The components of a dump that do not hang on how the paper was typed.
fn components(dump: &str) -> Vec<String> {
    let own = ["arrangement:", "page number:"];
    let typed =
        |line: &&str| own.iter().any(|start| line.starts_with(start)) || line.contains(" rule: ");
    dump.lines()
        .filter(|line| !typed(line))
        .map(str::to_string)
        .collect()
}

/// A fault is caught in other habits, too, where it shows.
#[test]
fn broken_twins_are_caught_in_other_habits() {
    let mut wrong = Vec::new();
    // Every other one: the run takes its time.
    for (at, twin) in twins().into_iter().enumerate().step_by(2) {
        let habits = habits(at);
        let hidden = |(code, habit): &(&str, &str)| *code == twin.code && habits.contains(habit);
        if HIDDEN.iter().any(hidden) {
            continue;
        }
        let broken = script(&twin.script).with(&twin.old, &twin.new);
        let found = said(&broken.typed(&habits));
        if !found.iter().any(|(_, found, _)| *found == twin.code) {
            let Twin {
                code, script, new, ..
            } = twin;
            wrong.push(format!(
                "{code} does not see {new:?} in {script}, {habits}: {found:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How many other habits each paper meets.
const ROUNDS: usize = 2;

/// Habits of that number, mixed so that in the end each meets each.
fn habits(number: usize) -> String {
    let mut rest = number.wrapping_mul(0x9E37_79B9).rotate_left(17) % 1_000_003;
    let mut of = |list: &[&str]| {
        let word = list[rest % list.len()].to_string();
        rest = (rest * 31 + 7) % 1_000_003;
        word
    };
    let program = of(&["plain", "word2003", "word365", "wps", "google", "libre"]);
    let heads = [
        "table", "rows", "three", "control", "tabs", "spaces", "boxes", "vml", "frames", "columns",
    ];
    let head = of(&heads);
    let foot = of(&heads);
    let lines = of(&["borders", "shapes", "vml", "underscores"]);
    let number = of(&["complex", "simple", "frame", "control", "tab"]);
    let runs = of(&["whole", "split"]);
    format!("{program} head={head} foot={foot} lines={lines} number={number} runs={runs}")
}

#[test]
fn a_broken_twin_is_caught_by_its_rule_and_no_other_says_anything() {
    let mut wrong = Vec::new();
    for Twin {
        code,
        script: name,
        old,
        new,
    } in twins()
    {
        let found = said(&script(&name).with(&old, &new));
        let soft = SOFT.contains(&code.as_str());
        let mut own = found.iter().filter(|(_, found, _)| *found == code);
        if !own.any(|(level, ..)| soft || *level != Level::Ask) {
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
        let found = said(&script(&name).with(&old, &new));
        wrong.extend(found.iter().map(|it| format!("{new:?} in {name}: {it:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_paper_of_a_file_is_judged() {
    let alone = script("to-trinh");
    let two = script("quyet-dinh").then(&alone);
    let facts = read(&two.bytes()).unwrap();
    let papers = recognise_all(&facts);
    let own = read(&alone.bytes()).unwrap();
    let found: Vec<String> = papers.others.iter().map(|it| dump(&facts, it)).collect();
    assert_eq!(found, [dump(&own, &recognise(&own))]);
    let first = read(&script("quyet-dinh").bytes()).unwrap();
    assert_eq!(
        dump(&facts, &papers.first),
        dump(&first, &recognise(&first))
    );
    let sound = judge_all(&facts, &papers, &Settings::default());
    assert!(sound.is_empty(), "{sound:?}");

    // The first has no Nơi nhận, but the second starts a page.
    let first = script("quyet-dinh").with("< l12bi|Nơi nhận:\n", "");
    let facts = read(&first.then(&alone).bytes()).unwrap();
    assert_eq!(recognise_all(&facts).others.len(), 1);

    let broken = alone.with("Số: 09/", "Số: 9/").with(
        "c14 s6|Kính gửi: Chủ tịch Ủy ban nhân dân xã Bình Mẫu\n",
        "",
    );
    let facts = read(&script("quyet-dinh").then(&broken).bytes()).unwrap();
    let found = judge_all(&facts, &recognise_all(&facts), &Settings::default());
    let codes: Vec<&str> = found.iter().map(|it| it.rule.code).collect();
    assert_eq!(codes, ["TT-41", "TT-110"]);
    assert!(found.iter().all(|it| it.spot != Spot::File));
}

#[test]
fn a_form_in_an_annex_is_no_further_paper() {
    let form = script("to-trinh")
        .with("1134\n< c13|UBND", "1134\nc14b|Mẫu số 01\n< c13|UBND")
        .with("Số: 09/", "Số: …/");
    let facts = read(&script("quyet-dinh").then(&form).bytes()).unwrap();
    assert_eq!(recognise_all(&facts).others, []);
}

#[test]
fn a_line_that_names_who_acts_is_only_asked_to_be_a_title() {
    let acting = script("ke-hoach").with(
        "Giao Phòng Văn hóa - Xã hội chủ trì",
        "1. Công an xã\nj14 s6 f720|- Giữ gìn an ninh, trật tự trong thời gian hội nghị;\n\
         j14 s6 f720|2. Phòng Văn hóa - Xã hội\nj14 s6 f720|- Chủ trì",
    );
    let asked = (
        Level::Ask,
        "TT-85",
        "tiêu đề khoản “Công an xã” không đậm".to_string(),
    );
    let found = said(&acting);
    assert_eq!(found.first(), Some(&asked));
    assert!(found.iter().all(|(level, ..)| *level == Level::Ask));
}
