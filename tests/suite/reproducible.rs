//! Same input, same bytes: over runs, folders, job counts, time zones and locales.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::{binary, empty, repository};

/// Builds the commune's dossier in a folder with an environment; every file by name.
fn build(folder: &Path, jobs: &str, environment: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let dossier = repository().join("data/xa-binh-mau-2026");
    let status = Command::new(binary())
        .current_dir(folder)
        .args(["build", &dossier.display().to_string(), "--jobs", jobs])
        .args(["--out", "ket-qua"])
        .envs(environment.iter().copied())
        .output()
        .expect("the program runs")
        .status;
    assert!(status.success());
    fs::read_dir(folder.join("ket-qua"))
        .expect("a folder")
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect()
}

#[test]
fn time_zone_locale_folder_and_jobs_leave_no_trace() {
    let folders = [empty(), empty(), empty()];
    let here = build(folders[0].path(), "1", &[("TZ", "UTC"), ("LC_ALL", "C")]);
    assert!(here.len() > 25, "{} files", here.len());
    let asia = [
        ("TZ", "Asia/Ho_Chi_Minh"),
        ("LC_ALL", "vi_VN.UTF-8"),
        ("LANG", "vi_VN"),
    ];
    let west = [
        ("TZ", "America/Los_Angeles"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("USER", "khac"),
    ];
    for (folder, jobs, environment) in [(1, "4", asia), (2, "2", west)] {
        let there = build(folders[folder].path(), jobs, &environment);
        assert_eq!(
            here.keys().collect::<Vec<_>>(),
            there.keys().collect::<Vec<_>>()
        );
        for (name, bytes) in &here {
            assert!(*bytes == there[name], "{name} differs with {environment:?}");
        }
    }
}
