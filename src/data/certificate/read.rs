//! Reads layout and blank of every entry under `giay_khen` and puts them together.

use std::path::Path;

use super::super::dossier::DossierFile;
use super::super::file::DataFile;
use super::super::findings::Findings;
use super::super::node::{Entry, Node};
use super::super::schema;
use super::super::{source, suggest};
use super::blank::Blank;
use super::layout::{FieldSpec, LayoutFile};
use super::pattern::{self, Fault};
use super::{CALIBRATION, CertificateField, Certificates, Run};
use crate::diag::Diagnostic;
use crate::units::Mm;

/// The layouts that come with the program.
const BUILT_IN: [(&str, &str); 2] = [
    (
        "giay-khen",
        include_str!("../../../data/giay-khen/giay-khen.yaml"),
    ),
    (
        "chung-nhan",
        include_str!("../../../data/giay-khen/chung-nhan.yaml"),
    ),
];

/// All certificates of a dossier in the order of its file; those with errors are left out.
pub(in crate::data) fn read(
    root: &Path,
    file: &DataFile<DossierFile>,
    found: &mut Findings,
) -> Vec<Certificates> {
    let runs = file
        .value
        .as_ref()
        .and_then(|own| own.certificates.as_ref());
    let entries = file.node.get("giay_khen").map_or(&[][..], Node::entries);
    let mut reader = Reader { root, file, found };
    runs.into_iter()
        .flat_map(|runs| runs.iter())
        .zip(entries)
        .filter_map(|((key, run), entry)| reader.run(key, run, entry))
        .collect()
}

struct Reader<'a> {
    root: &'a Path,
    file: &'a DataFile<DossierFile>,
    found: &'a mut Findings,
}

impl Reader<'_> {
    fn run(&mut self, key: &str, run: &Run, entry: &Entry) -> Option<Certificates> {
        let before = self.found.count();
        self.key(key, entry);
        self.decision(run, entry);
        let layout = self.layout(key, run, entry);
        let blank = self.blank(run, entry);
        let layout = layout?;
        let content = layout.value.as_ref()?;
        if let Some(blank) = &blank {
            self.known_fields(blank, content);
        }
        let blank = blank.and_then(|blank| blank.value);
        let fields = content.fields.iter().filter_map(|(name, spec)| {
            let spec = on_blank(name, spec, blank.as_ref());
            self.field(&layout, name, spec, blank.as_ref())
        });
        let fields: Vec<CertificateField> = fields.collect();
        (self.found.count() == before).then(|| Certificates {
            key: key.to_string(),
            place: self.file.place(entry.key_at),
            decision: run.decision.as_ref().map(ToString::to_string),
            layout_name: content.name.to_string(),
            doubt: content.doubt.clone(),
            certifies: content.certifies,
            paper: content.paper.clone(),
            fields,
            blank,
        })
    }

    /// A key that `--only` can tell from every other.
    fn key(&mut self, key: &str, entry: &Entry) {
        let papers = self.file.node.get("van_ban");
        let taken = papers.is_some_and(|papers| papers.get(key).is_some());
        if taken || key == CALIBRATION {
            let message = format!("khóa “{key}” đã dùng cho việc khác");
            let hint = "đặt cho loại giấy khen này một khóa khác, thí dụ: in_giay_khen";
            let at = entry.key_at;
            self.found
                .error(self.file, at, ("khoa-trung", message, hint));
        }
    }

    fn decision(&mut self, run: &Run, entry: &Entry) {
        let Some(decision) = &run.decision else {
            return;
        };
        let papers = self.file.node.get("van_ban");
        if papers.is_none_or(|papers| papers.get(decision).is_none()) {
            let at = entry
                .node
                .get("quyet_dinh")
                .map_or(entry.key_at, |node| node.at);
            let message = format!("hồ sơ không có văn bản “{decision}”");
            let known = papers.map_or(&[][..], Node::entries).iter();
            let near = suggest::nearest(decision, known.map(|entry| entry.key.as_str()));
            let hint = near.map_or_else(
                || "ghi khóa của quyết định dưới van_ban".to_string(),
                |near| format!("ý bạn là “{near}”?"),
            );
            self.found
                .error(self.file, at, ("van-ban-khong-co", message, &hint));
        }
    }

    /// The layout: a path, a file of the office's own, or one that comes with the program.
    fn layout(&mut self, key: &str, run: &Run, entry: &Entry) -> Option<DataFile<LayoutFile>> {
        let name = match &run.layout {
            Some(name) => name.to_string(),
            None => key.replace('_', "-"),
        };
        let at = entry.node.get("mau").map_or(entry.key_at, |node| node.at);
        let place = self.file.place(at);
        let schema = schema::layout_schema();
        let own = match name.ends_with(".yaml") {
            true => self.root.join(&name),
            false => self.root.join("mau").join(format!("{name}.yaml")),
        };
        if name.ends_with(".yaml") || own.is_file() {
            return DataFile::load(&source::tidy(&own), Some(place), &schema, self.found);
        }
        if let Some((name, text)) = BUILT_IN.iter().find(|(own, _)| *own == name) {
            let path = format!("{name}.yaml (mẫu có sẵn)");
            return DataFile::embedded(&path, text, &schema, self.found);
        }
        let known = BUILT_IN.map(|(name, _)| name);
        let hint = match suggest::nearest(&name, known.into_iter()) {
            Some(near) => format!("ý bạn là “{near}”?"),
            None => format!(
                "các mẫu có sẵn: {}; mẫu riêng đặt ở mau/{name}.yaml",
                known.join(", ")
            ),
        };
        let message = format!("không có mẫu giấy khen “{name}”");
        self.found
            .push(|| Diagnostic::error("mau-khong-co", place, message).hint(hint));
        None
    }

    fn blank(&mut self, run: &Run, entry: &Entry) -> Option<DataFile<Blank>> {
        let name = run.blank.as_ref()?;
        let at = entry.node.get("phoi").map_or(entry.key_at, |node| node.at);
        let path = source::tidy(&self.root.join(name.as_str()));
        let place = self.file.place(at);
        DataFile::load(&path, Some(place), &schema::blank_schema(), self.found)
    }

    /// The blank must name fields of the layout.
    fn known_fields(&mut self, blank: &DataFile<Blank>, layout: &LayoutFile) {
        let preprinted = blank.node.get("in_san").map_or(&[][..], Node::items);
        let preprinted = preprinted
            .iter()
            .filter_map(|item| Some((item.text()?, item.at)));
        let changed = blank.node.get("truong").map_or(&[][..], Node::entries);
        let changed = changed
            .iter()
            .map(|entry| (entry.key.as_str(), entry.key_at));
        for (name, at) in preprinted.chain(changed) {
            if layout.fields.get(name).is_some() {
                continue;
            }
            let fields = || layout.fields.iter().map(|(name, _)| name);
            let hint = match suggest::nearest(name, fields()) {
                Some(near) => format!("ý bạn là “{near}”?"),
                None => format!(
                    "các trường của mẫu: {}",
                    fields().collect::<Vec<_>>().join(", ")
                ),
            };
            let message = format!("mẫu “{}” không có trường “{name}”", layout.name);
            self.found.error(blank, at, ("truong-la", message, &hint));
        }
    }

    /// A field, taken apart and held against the paper.
    fn field(
        &mut self,
        file: &DataFile<LayoutFile>,
        name: &str,
        spec: FieldSpec,
        blank: Option<&Blank>,
    ) -> Option<CertificateField> {
        let place = file.find(&["truong", name]);
        let mut error = |code, place, message: String, hint: String| {
            self.found
                .push(|| Diagnostic::error(code, place, message).hint(hint));
        };
        if spec.smallest.is_some_and(|smallest| smallest > spec.size) {
            let message = format!("trường {name}: co_nho_nhat lớn hơn co");
            let hint = "co_nho_nhat là cỡ chữ nhỏ nhất, không quá co".to_string();
            error("co-chu-nguoc", place.clone(), message, hint);
        }
        let paper = file.value.as_ref().map(|layout| &layout.paper)?;
        if spec.x.0 > paper.width.0 || spec.y.0 > paper.height.0 {
            let message = format!("trường {name} nằm ngoài tờ giấy");
            let hint = format!("giấy rộng {} mm, cao {} mm", paper.width.0, paper.height.0);
            error("ngoai-giay", place, message, hint);
        }
        match pattern::parts(&spec.text) {
            Ok(parts) => Some(CertificateField {
                name: name.to_string(),
                parts,
                preprinted: blank
                    .is_some_and(|blank| blank.preprinted.iter().any(|own| own.as_str() == name)),
                spec,
            }),
            Err(fault) => {
                let (message, hint) = told(name, &fault);
                error(
                    "du-lieu-la",
                    file.find(&["truong", name, "noi_dung"]),
                    message,
                    hint,
                );
                None
            }
        }
    }
}

/// A field with what the blank changes.
fn on_blank(name: &str, spec: &FieldSpec, blank: Option<&Blank>) -> FieldSpec {
    let mut spec = spec.clone();
    let Some(own) = blank.and_then(|blank| blank.field(name)) else {
        return spec;
    };
    spec.x = own.x.map_or(spec.x, Mm);
    spec.y = own.y.map_or(spec.y, Mm);
    spec.width = own.width.map_or(spec.width, Mm);
    spec.height = own.height.or(spec.height);
    spec.colour = own.colour.unwrap_or(spec.colour);
    spec.align = own.align.unwrap_or(spec.align);
    spec.most_lines = own.most_lines.unwrap_or(spec.most_lines);
    if let Some(size) = own.size {
        // A layout's smallest size is meant for its own; a smaller wish stands.
        spec.smallest = spec.smallest.map(|smallest| smallest.min(size));
        spec.size = size;
    }
    spec.smallest = own.smallest.or(spec.smallest);
    spec
}

fn told(field: &str, fault: &Fault) -> (String, String) {
    match fault {
        Fault::Unknown(name) => {
            let message = format!("trường {field}: không có dữ liệu “{name}”");
            let hint = match pattern::nearest(name) {
                Some(near) => format!("ý bạn là “{{{near}}}”?"),
                None => {
                    let names = pattern::NAMES.map(|(name, _)| name);
                    format!("dữ liệu dùng được: {}", names.join(", "))
                }
            };
            (message, hint)
        }
        Fault::Open => (
            format!("trường {field}: ngoặc nhọn chưa đủ cặp"),
            "tên dữ liệu ghi giữa hai ngoặc nhọn, thí dụ: {ten}".to_string(),
        ),
    }
}
