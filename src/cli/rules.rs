//! `vanthu rules`: lists the rules of the check, or explains some of them.

use super::paper_args::RulesArguments;
use super::{Exit, print};
use crate::check::rules::{RULES, Rule, rule};

/// Lists or explains.
pub(super) fn run(arguments: &RulesArguments) -> Exit {
    if arguments.codes.is_empty() {
        list();
        return Exit::Done;
    }
    let mut unknown = false;
    for (at, code) in arguments.codes.iter().enumerate() {
        match rule(code) {
            Some(rule) => {
                if at > 0 {
                    print::line("");
                }
                print::out(&explanation(rule));
            }
            None => {
                print::error_line(&format!("lỗi: không có quy tắc “{code}”"));
                unknown = true;
            }
        }
    }
    if unknown {
        print::error_line("Xem danh sách: vanthu rules");
        return Exit::Usage;
    }
    Exit::Done
}

fn list() {
    for rule in RULES {
        let line = format!("{:<7} {:<5} {}", rule.code, rule.level.name(), rule.asks);
        print::line(&print::fold(&line, 14));
    }
}

/// The page of a rule.
fn explanation(rule: &Rule) -> String {
    let page = format!(
        "{} ({}): {}\nCăn cứ: {}\nVì sao: {}\nSai:    {}\nĐúng:   {}",
        rule.code,
        rule.level.name(),
        rule.asks,
        rule.clause,
        rule.why,
        rule.wrong,
        rule.right
    );
    let lines = page.lines().map(|line| print::fold(line, 8) + "\n");
    lines.collect()
}
