//! What breaks a good paper, one fault each, from a list.

/// A fault: rule, script, words of the script, what stands in their place.
pub(super) struct Twin {
    pub(super) code: &'static str,
    pub(super) script: &'static str,
    pub(super) old: String,
    pub(super) new: String,
}

/// All faults.
pub(super) fn twins() -> Vec<Twin> {
    let list = include_str!("samples/hong.txt");
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .map(twin)
        .collect()
}

fn twin(line: &'static str) -> Twin {
    let mut parts = line.splitn(3, " · ");
    let mut part = || {
        parts
            .next()
            .unwrap_or_else(|| panic!("a part is missing: {line}"))
    };
    let (code, script, change) = (part(), part(), part());
    let (old, new) = change.split_once(" ⇒ ").unwrap_or((change, ""));
    let (old, new) = (
        old.trim_end_matches(" ⇒").replace("\\n", "\n"),
        new.replace("\\n", "\n"),
    );
    Twin {
        code,
        script,
        old,
        new,
    }
}

/// Faults that another rule sees, too, and rightly.
pub(super) const ALSO: &[(&str, &str)] = &[("TT-89", "TT-86"), ("TT-143", "TT-43")];
