//! The `vanthu` program: runs the command line and exits with its code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(vanthu::cli::run(std::env::args_os()) as u8)
}
