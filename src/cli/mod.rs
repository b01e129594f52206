//! The command line: arguments in, one command run, an exit code out. Words are Vietnamese.

mod args;
mod build;
mod check;
mod completions;
mod desk;
mod fix;
mod new;
mod paper_args;
mod papers;
mod print;
mod progress;
mod rules;
mod schema;
mod summary;
mod tally;
mod usage;

use std::ffi::OsString;

use clap::Parser;

use args::{Arguments, Command};

/// How a run ended; the numbers are the process's exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything was done.
    Done = 0,
    /// There are errors in the user's material.
    Findings = 1,
    /// The command line was wrong.
    Usage = 2,
    /// The machine failed: disk, permission.
    Machine = 3,
}

/// Runs the program with the arguments of a process, its name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => match arguments.command {
            Command::Build(arguments) => build::run(&arguments),
            Command::Check(arguments) => check::run(&arguments),
            Command::Rules(arguments) => rules::run(&arguments),
            Command::Fix(arguments) => fix::run(&arguments),
            Command::New(arguments) => new::run(&arguments),
            Command::Schema(arguments) => schema::run(&arguments),
            Command::Completions(arguments) => completions::run(&arguments),
        },
        Err(error) => usage::report(&error),
    }
}
