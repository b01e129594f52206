//! The good papers of the unit tests, and what breaks them.

#[path = "../../../src/check/rules/samples/mod.rs"]
pub(super) mod samples;
#[path = "../../../src/check/rules/twins.rs"]
mod twins;

/// Every broken twin: a name, and the file.
pub(super) fn broken() -> Vec<(String, Vec<u8>)> {
    let twins = twins::twins().into_iter().enumerate();
    let broken = twins.map(|(at, twin)| {
        let script = samples::script(&twin.script).with(&twin.old, &twin.new);
        (
            format!("{at:03}-{}-{}", twin.code, twin.script),
            script.bytes(),
        )
    });
    broken.collect()
}

/// Every good paper: its name and its script.
pub(super) fn good() -> Vec<(&'static str, String)> {
    let names = samples::SCRIPTS.iter();
    names
        .map(|name| (*name, samples::text(&format!("{name}.txt"))))
        .collect()
}

/// The file of a good paper whose script was changed to another.
pub(super) fn changed(name: &str, old: &str, new: &str) -> Vec<u8> {
    samples::script(name).with(old, new).bytes()
}
