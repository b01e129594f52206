//! `vanthu schema`: prints the JSON Schema of a kind of data file, or of a check's result.

use super::args::{SchemaArgument, SchemaArguments};
use super::{Exit, print};
use crate::pipeline;

/// Prints the schema.
pub(super) fn run(arguments: &SchemaArguments) -> Exit {
    let text = match arguments.of {
        SchemaArgument::HoSo => pipeline::dossier_schema(),
        SchemaArgument::CoQuan => pipeline::agency_schema(),
        SchemaArgument::GiayKhen => pipeline::layout_schema(),
        SchemaArgument::Phoi => pipeline::blank_schema(),
        SchemaArgument::KiemTra => pipeline::report_schema(),
    };
    print::out(&text);
    Exit::Done
}
