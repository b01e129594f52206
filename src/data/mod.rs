//! The dossier: `ho-so.yaml`, the agency profiles that it names, and their schemas.
//!
//! A file goes through `source` (bytes to text), `yaml` (text to a tree of places), `clean` (NFC,
//! nothing invisible), `validate` (the tree against the schema made from the types), `typed` (the
//! tree to the types), and the checks of what the types cannot say. The tables that the dossier
//! names are read by `crate::sheet`. Every step reports all it
//! finds, so one run shows every error of every file. The types are the single source: schema,
//! validation, reading and what templates see all come from them.

mod asks;
mod check_agency;
mod check_dossier;
mod check_plan;
mod check_weekday;
mod clean;
mod file;
mod findings;
mod forms;
mod guest_order;
mod node;
mod protocol;
mod secrecy;
mod source;
mod suggest;
mod syntax;
mod tables;
mod typed;
mod validate;
mod yaml;

pub mod agency;
pub mod awards;
pub mod certificate;
pub mod dossier;
pub mod each;
pub mod guests;
pub mod law;
pub mod name_words;
pub mod plan;
pub mod profile;
pub mod rows;
pub mod schema;
pub mod table;
pub mod table_ref;
pub mod value;
pub mod workdays;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::diag::{Diagnostic, Place};

use agency::{Agency, Signer};
use awards::Awards;
use awards::settings::Settings;
use certificate::Certificates;
use dossier::{DossierFile, Event, Paper};
use file::DataFile;
use findings::Findings;
use guests::Guests;
use plan::Plan;
use table_ref::{Listed, TableName};

/// Name of the dossier's file in its folder.
pub const DOSSIER_FILE: &str = "ho-so.yaml";

/// A dossier without errors.
#[derive(Clone, Debug)]
pub struct Dossier {
    root: PathBuf,
    file: DataFile<DossierFile>,
    profiles: Vec<DataFile<Agency>>,
    content: DossierFile,
    papers: Vec<Entry>,
    guests: Option<Guests>,
    awards: Option<Awards>,
    certificates: Vec<Certificates>,
}

/// What a run gives besides the dossier.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// Tables in place of those that the dossier names, by paths from the working folder. Of how
    /// the dossier reads its own, only the names of columns and the order hold for them.
    pub tables: Vec<(TableName, PathBuf)>,
}

/// What reading a dossier gives.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The dossier, if there is no error but in single rows of its tables.
    pub dossier: Option<Dossier>,
    /// The tables that can be read; also without a dossier, so that they can be checked.
    pub tables: Vec<(TableName, Arc<Listed>)>,
    /// Everything that is wrong or doubtful.
    pub findings: Vec<Diagnostic>,
}

/// A paper of a dossier, with all that it is issued with.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its key under `van_ban`.
    pub key: String,
    /// What its entry says.
    pub paper: Paper,
    /// Who issues it: the entry's own agency or the dossier's.
    pub agency: Agency,
    /// Who signs it, as the entry's `ky` names.
    pub signer: Signer,
    /// Who signs a list beside the signer, from the left: `nguoi_lap`, `ke_toan`.
    pub co_signers: Vec<Signer>,
    /// Where its entry is.
    pub place: Place,
}

/// Reads a dossier by its folder or its file, with the agency profiles and tables that it names.
///
/// With any error there is no dossier, and the list has all errors of all files. Without, it may
/// have warnings. Errors in single rows of a table are in the list too, but the dossier is there:
/// such a row is not [`sound`](Recipient::sound), and only what is made from it must be left out.
pub fn load(dossier_dir: &Path) -> (Option<Dossier>, Vec<Diagnostic>) {
    let loaded = load_with(dossier_dir, &LoadOptions::default());
    (loaded.dossier, loaded.findings)
}

/// Reads a dossier as [`load`] does, with what a run gives besides.
pub fn load_with(dossier_dir: &Path, options: &LoadOptions) -> Loaded {
    let mut found = Findings::default();
    let path = match dossier_dir.is_dir() {
        true => dossier_dir.join(DOSSIER_FILE),
        false => dossier_dir.to_path_buf(),
    };
    let Some(file) = DataFile::load(&path, None, &schema::dossier_schema(), &mut found) else {
        return Loaded {
            dossier: None,
            tables: Vec::new(),
            findings: found.into_list(),
        };
    };
    let root = path.parent().unwrap_or(Path::new("")).to_path_buf();
    let profiles = load_profiles(&root, &file, &mut found);
    let profile_of = |paper: &node::Node| {
        let name = paper
            .text_of("co_quan")
            .or_else(|| file.node.text_of("co_quan"))?;
        find_profile(&profiles, &root, name)
    };
    let tables: Vec<TableName> = options.tables.iter().map(|(name, _)| *name).collect();
    check_dossier::check(&file, &tables, profile_of, &mut found);
    check_plan::check(&file, &mut found);
    let certificates = certificate::read(&root, &file, &mut found);
    let event = check_dossier::event_date(&file.node);
    check_weekday::check(&file, event, &mut found);
    let mut found = found.into_list();
    let (guests, mut in_tables) = tables::guests(&root, &file, options);
    let (awards, in_awards) = tables::awards(&root, &file, options);
    let guest_table = guests.as_ref().map(|guests| Arc::clone(&guests.table));
    let award_table = awards.as_ref().map(|awards| Arc::clone(&awards.listed));
    let whole = guests.is_some() || !in_tables.iter().any(Diagnostic::is_error);
    let whole = whole && !in_awards.iter().any(Diagnostic::is_error);
    in_tables.extend(in_awards);
    let dossier = match whole && !found.iter().any(Diagnostic::is_error) {
        true => assemble(root, file, profiles, guests).map(|dossier| Dossier {
            certificates,
            ..dossier.awarding(awards)
        }),
        false => None,
    };
    found.extend(in_tables);
    Loaded {
        dossier,
        tables: [
            guest_table.map(|table| (TableName::Guests, table)),
            award_table.map(|table| (TableName::Awards, table)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        findings: found,
    }
}

/// Reads each profile that the dossier names, once.
fn load_profiles(
    root: &Path,
    file: &DataFile<DossierFile>,
    found: &mut Findings,
) -> Vec<DataFile<Agency>> {
    let papers = file
        .node
        .get("van_ban")
        .map_or(&[][..], node::Node::entries);
    let own = papers.iter().filter_map(|entry| entry.node.get("co_quan"));
    let named = file.node.get("co_quan").into_iter().chain(own);
    let schema = schema::agency_schema();
    let mut tried: Vec<PathBuf> = Vec::new();
    let mut profiles = Vec::new();
    for node in named {
        let Some(name) = node.text().filter(|name| !name.is_empty()) else {
            continue;
        };
        let path = source::tidy(&root.join(name));
        if tried.contains(&path) {
            continue;
        }
        if let Some(profile) = DataFile::load(&path, Some(file.place(node.at)), &schema, found) {
            check_agency::check(&profile, found);
            profiles.push(profile);
        }
        tried.push(path);
    }
    profiles
}

/// The profile of a name in the dossier.
fn find_profile<'a>(
    profiles: &'a [DataFile<Agency>],
    root: &Path,
    name: &str,
) -> Option<&'a DataFile<Agency>> {
    let path = source::tidy(&root.join(name));
    profiles.iter().find(|profile| profile.source.path == path)
}

/// The dossier of files without errors.
fn assemble(
    root: PathBuf,
    file: DataFile<DossierFile>,
    profiles: Vec<DataFile<Agency>>,
    guests: Option<Guests>,
) -> Option<Dossier> {
    let content = file.value.clone()?;
    let mut papers = Vec::new();
    for (key, paper) in content.papers.iter() {
        let name = paper.agency.as_ref().unwrap_or(&content.agency);
        let agency = find_profile(&profiles, &root, name)?.value.clone()?;
        papers.push(Entry {
            key: key.to_string(),
            signer: agency.signers.get(&paper.signer)?.clone(),
            co_signers: [&paper.preparer, &paper.accountant]
                .into_iter()
                .flatten()
                .filter_map(|key| agency.signers.get(key).cloned())
                .collect(),
            paper: paper.clone(),
            agency,
            place: file.find(&["van_ban", key]),
        });
    }
    Some(Dossier {
        root,
        file,
        profiles,
        content,
        papers,
        guests,
        awards: None,
        certificates: Vec::new(),
    })
}

impl Dossier {
    /// With the awards of a table, held to the law of the days of the dossier's decisions.
    fn awarding(self, table: Option<awards::Table>) -> Dossier {
        let Some(table) = table else { return self };
        let own = self.content.awards.as_ref();
        let settings = own.map_or_else(Settings::default, |own| own.settings.clone());
        let agency = find_profile(&self.profiles, &self.root, &self.content.agency);
        let agency = agency.and_then(|profile| profile.value.as_ref());
        let (law, mut found) = law::Law::embedded();
        let (Some(law), Some(agency)) = (law, agency) else {
            return self;
        };
        let (decisions, problems) =
            awards::decisions(&self.papers, agency, &self.content.event, &law);
        found.extend(problems);
        let awards = awards::settle(table, decisions, settings, &law, found);
        Dossier {
            awards: Some(awards),
            ..self
        }
    }

    /// The dossier's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the office's own templates; it need not exist.
    pub fn template_dir(&self) -> PathBuf {
        self.root.join("mau")
    }

    /// The event.
    pub fn event(&self) -> &Event {
        &self.content.event
    }

    /// What the Kế hoạch says of the event.
    pub fn plan(&self) -> Option<&Plan> {
        self.content.plan.as_ref()
    }

    /// The guests, if the dossier names a list.
    pub fn guests(&self) -> Option<&Guests> {
        self.guests.as_ref()
    }

    /// The awards, if the dossier names a table of them.
    pub fn awards(&self) -> Option<&Awards> {
        self.awards.as_ref()
    }

    /// The certificates in the order of the file.
    pub fn certificates(&self) -> &[Certificates] {
        &self.certificates
    }

    /// The papers in the order of the file.
    pub fn papers(&self) -> &[Entry] {
        &self.papers
    }

    /// The paper of a key.
    pub fn paper(&self, key: &str) -> Option<&Entry> {
        self.papers.iter().find(|entry| entry.key == key)
    }

    /// The place of a value of `ho-so.yaml`, such as `["van_ban", "ke_hoach", "ngay"]`; numbers
    /// count items from 0. Where there is no such value, the nearest thing above it.
    pub fn place(&self, path: &[&str]) -> Place {
        self.file.find(path)
    }

    /// The place of the first text in the dossier, its profiles or its tables that has a character.
    pub fn find_char(&self, char: char) -> Option<Place> {
        let profiles = || {
            self.profiles
                .iter()
                .find_map(|profile| profile.find_char(char))
        };
        let guests = || {
            let mut rows = self.guests.iter().flat_map(|guests| &guests.rows);
            rows.find_map(|guest| guest.find_char(char))
        };
        let awards = || {
            let mut rows = self.awards.iter().flat_map(|awards| &awards.rows);
            rows.find_map(|award| award.find_char(char))
        };
        let own = self.file.find_char(char).or_else(profiles);
        own.or_else(guests).or_else(awards)
    }

    /// What a template may read for a paper: `co_quan`, `su_kien`, `ke_hoach`, `khach_moi`,
    /// `khen_thuong`, `van_ban` (the paper's entry with its key as `khoa`) and `du_lieu`. The keys are those of the files; what
    /// a file leaves out is null or an empty list. `noi_nhan`, `luu` and `mau` of the paper are
    /// filled from the profile and the key. The lists, which may be long, are there if the template
    /// `reads` them.
    pub fn context(&self, key: &str, reads: &dyn Fn(&str) -> bool) -> Option<Json> {
        let entry = self.paper(key)?;
        let mut paper = to_json(&entry.paper)?;
        paper["khoa"] = json!(entry.key);
        paper["mau"] = json!(entry.paper.template_name(&entry.key));
        if entry.paper.recipients.is_none() {
            paper["noi_nhan"] = to_json(&entry.agency.recipients)?;
        }
        if entry.paper.filing.is_none() {
            paper["luu"] = to_json(&entry.agency.filing)?;
        }
        let guests = self.guests.as_ref().filter(|_| reads("khach_moi"));
        let awards = self.awards.as_ref().filter(|_| reads("khen_thuong"));
        Some(json!({
            "co_quan": to_json(&entry.agency)?,
            "su_kien": to_json(self.event())?,
            "ke_hoach": to_json(&self.plan())?,
            "du_lieu": paper["du_lieu"],
            "khach_moi": guests.map(Guests::context),
            "khen_thuong": awards.map(|awards| awards.context(key)),
            "van_ban": paper,
        }))
    }
}

/// A value as templates see it. The types have string keys only, so this cannot fail.
fn to_json(value: &impl serde::Serialize) -> Option<Json> {
    serde_json::to_value(value).ok()
}

#[cfg(test)]
mod guests_tests;
#[cfg(test)]
mod tests;
