//! `vanthu new`: a commented starter dossier that builds at once.

use std::fs;
use std::io;
use std::path::Path;

use super::args::NewArguments;
use super::{Exit, print};
use crate::batch::whole::write_whole;
use crate::pipeline;

/// Opens a dossier in a folder that is not there yet, or is empty.
pub(super) fn run(arguments: &NewArguments) -> Exit {
    let folder = &arguments.folder;
    match is_free(folder) {
        Ok(true) => {}
        Ok(false) => {
            print::error_line(&format!(
                "lỗi: {} đã có và không trống; không ghi đè gì\n  = gợi ý: chọn một thư mục khác",
                folder.display()
            ));
            return Exit::Usage;
        }
        Err(error) => return machine(folder, &error),
    }
    if let Err(error) = write(folder) {
        return machine(folder, &error);
    }
    print::line(&format!("đã mở hồ sơ mới ở {}", folder.display()));
    print::line("sửa ho-so.yaml và co-quan.yaml rồi chạy:");
    print::line(&format!("    vanthu build {}", shown(folder)));
    Exit::Done
}

fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
    }
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in pipeline::starter() {
        write_whole(folder, name, text.as_bytes())?;
    }
    Ok(())
}

/// The folder as it can be typed again.
fn shown(folder: &Path) -> String {
    let text = folder.display().to_string();
    if text.contains(' ') {
        format!("\"{text}\"")
    } else {
        text
    }
}

fn machine(folder: &Path, error: &io::Error) -> Exit {
    print::error_line(&format!(
        "lỗi: không ghi được {}: {error}",
        folder.display()
    ));
    Exit::Machine
}
