//! Wrong command lines, explained in Vietnamese.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Exit;
use super::print;

/// Prints help and version as asked for, or what is wrong with the command line.
pub(super) fn report(error: &clap::Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print::out(&error.render().to_string().replace("Usage:", "Cách dùng:"));
            Exit::Done
        }
        _ => {
            print::error_line(&explain(error));
            print::error_line("Xem hướng dẫn: vanthu --help");
            Exit::Usage
        }
    }
}

fn explain(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let near = suggestion(error);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand);
            format!("lỗi: không có lệnh “{name}”{near}")
        }
        ErrorKind::UnknownArgument => format!("lỗi: không có tùy chọn “{argument}”{near}"),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("lỗi: tùy chọn “{argument}” thiếu giá trị")
        }
        ErrorKind::ValueValidation => {
            let expected = std::error::Error::source(error)
                .map_or(String::new(), |cause| format!("; cần {cause}"));
            format!("lỗi: “{value}” không dùng được cho {argument}{expected}")
        }
        ErrorKind::InvalidValue => {
            let valid = context(error, ContextKind::ValidValue);
            format!("lỗi: “{value}” không dùng được cho {argument}; dùng một trong: {valid}")
        }
        ErrorKind::MissingRequiredArgument => format!("lỗi: thiếu {argument}"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "lỗi: chưa nêu lệnh nào (build, check, rules, fix, new, schema, completions)"
                .to_string()
        }
        ErrorKind::ArgumentConflict => {
            format!("lỗi: tùy chọn “{argument}” nêu hai lần hoặc không đi cùng tùy chọn khác")
        }
        ErrorKind::InvalidUtf8 => "lỗi: dòng lệnh có ký tự không phải Unicode".to_string(),
        _ => format!("lỗi: dòng lệnh sai ({})", error.kind()),
    }
}

fn suggestion(error: &clap::Error) -> String {
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .into_iter()
        .map(|kind| context(error, kind))
        .find(|text| !text.is_empty());
    match near {
        Some(near) => format!("; ý bạn là “{near}”?"),
        None => String::new(),
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
