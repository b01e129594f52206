//! A paper as readable text, one line a component: for tests and reference files.

use std::fmt::Write;

use super::{
    Addressees, BodyLine, Found, Mark, Paper, Piece, Recipients, RuleLine, RuleSource, Signature,
    Title,
};
use crate::check::facts::Facts;

/// One line a component; a guess ends with its reason.
pub fn dump(facts: &Facts, paper: &Paper) -> String {
    let mut out = Dump {
        facts,
        text: String::new(),
    };
    out.value("regime", &paper.regime, |regime| format!("{regime:?}"));
    out.value("kind", &paper.kind, |kind| kind.name.to_string());
    let head = &paper.letterhead;
    out.value("arrangement", &head.arrangement, |it| {
        let words = format!("{it:?}");
        words.split('(').next().unwrap_or("").to_string()
    });
    out.piece("parent", &head.parent);
    out.piece("agency", &head.agency);
    out.rule("agency rule", &head.agency_rule);
    out.piece("national name", &head.national_name);
    out.piece("motto", &head.motto);
    out.rule("motto rule", &head.motto_rule);
    out.piece("number", &head.number);
    out.piece("place and date", &head.place_date);
    paper.marks.iter().for_each(|mark| out.mark(mark));
    out.title(&paper.title);
    paper.addressees.iter().for_each(|own| out.addressees(own));
    out.piece("issuer", &paper.issuer);
    for &basis in &paper.bases {
        let words = short(&facts[basis].text);
        out.line(&format!("basis: {words}"));
    }
    out.piece("enacting", &paper.enacting);
    out.body(&paper.body);
    paper.recipients.iter().for_each(|own| out.recipients(own));
    paper.signatures.iter().for_each(|own| out.signature(own));
    out.piece("contact", &paper.contact);
    out.value("page number", &paper.page_number, |number| {
        match number.field {
            Some(_) => "field".to_string(),
            None => "typed".to_string(),
        }
    });
    for annex in &paper.annexes {
        out.line(&format!("annex: {}", annex.label.words(facts)));
        out.piece("title", &annex.title);
        out.piece("attached", &annex.attached);
        out.body(&annex.body);
    }
    for attached in &paper.attached {
        let kind = attached.kind.map_or("?", |kind| kind.name);
        out.line(&format!("attached: {kind}"));
        out.title(&attached.title);
        out.piece("attached", &attached.attached);
        out.body(&attached.body);
    }
    out.text
}

struct Dump<'a> {
    facts: &'a Facts,
    text: String,
}

impl Dump<'_> {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    fn value<T>(&mut self, name: &str, found: &Found<T>, show: impl Fn(&T) -> String) {
        if let Some(it) = found.get() {
            let doubt = found.doubt().map(|why| format!(" ({why})"));
            self.line(&format!(
                "{name}: {}{}",
                show(it),
                doubt.unwrap_or_default()
            ));
        }
    }

    fn piece(&mut self, name: &str, found: &Found<Piece>) {
        let facts = self.facts;
        self.value(name, found, |piece| shown(facts, piece));
    }

    fn rule(&mut self, name: &str, found: &Found<RuleLine>) {
        self.value(name, found, |rule| {
            let source = match &rule.source {
                RuleSource::Border(_) => "border",
                RuleSource::Shape(_) => "shape",
                RuleSource::Characters(_) => "characters",
                RuleSource::Underline(_) => "underline",
                RuleSource::Cell(_) => "cell",
            };
            let solid = if rule.solid { "" } else { ", broken" };
            let offset = rule.offset;
            // Rounded, so that no line is off by minus nothing.
            let offset = offset.map(|offset| format!(", off by {}", offset.0.round() as i32));
            format!(
                "{source} {:.0}{}{solid}",
                rule.length.0,
                offset.unwrap_or_default()
            )
        });
    }

    fn mark(&mut self, mark: &Mark) {
        let boxed = if mark.boxed { ", boxed" } else { "" };
        let words = shown(self.facts, &mark.piece);
        self.line(&format!("mark: {:?} {words}{boxed}", mark.kind));
    }

    fn title(&mut self, title: &Title) {
        self.piece("type", &title.type_name);
        self.piece("subject", &title.subject);
        self.rule("subject rule", &title.subject_rule);
        self.piece("letter subject", &title.letter_subject);
    }

    fn addressees(&mut self, own: &Addressees) {
        self.line(&format!("addressees: {}", shown(self.facts, &own.label)));
        for item in &own.items {
            self.line(&format!("  {}", shown(self.facts, item)));
        }
    }

    fn recipients(&mut self, own: &Recipients) {
        self.line(&format!("recipients: {}", shown(self.facts, &own.label)));
        for (at, item) in own.items.iter().enumerate() {
            let archive = if own.archive == Some(at) {
                " [archive]"
            } else {
                ""
            };
            self.line(&format!("  {}{archive}", shown(self.facts, item)));
        }
        self.piece("drafter", &own.drafter);
    }

    fn signature(&mut self, own: &Signature) {
        let lines: Vec<String> = own
            .authority
            .iter()
            .map(|line| shown(self.facts, line))
            .collect();
        self.line(&format!("signature: {}", lines.join(" / ")));
        self.piece("name", &own.name);
    }

    fn body(&mut self, lines: &[BodyLine]) {
        for line in lines {
            let level = match line.level {
                Some(level) => format!("{level:?}"),
                None if line.title_of_above => "title".to_string(),
                None => "text".to_string(),
            };
            let label = line
                .label
                .as_ref()
                .map_or("", |span| self.facts.words(span));
            let words = short(self.facts.words(&line.content));
            self.line(&format!("  {level} {label}| {words}"));
        }
    }
}

/// Words of a piece, its lines with a sign between.
fn shown(facts: &Facts, piece: &Piece) -> String {
    let lines: Vec<&str> = piece.spans.iter().map(|span| facts.words(span)).collect();
    lines.join(" ⏎ ")
}

fn short(words: &str) -> String {
    let words = words.trim().replace('\n', " ⏎ ");
    match words.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words,
    }
}
