//! `vanthu completions`: prints the completion script of a shell.

use clap::CommandFactory;

use super::args::{Arguments, CompletionsArguments};
use super::{Exit, print};

/// Prints the script.
pub(super) fn run(arguments: &CompletionsArguments) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut Arguments::command(),
        "vanthu",
        &mut script,
    );
    print::out(&String::from_utf8_lossy(&script));
    Exit::Done
}
