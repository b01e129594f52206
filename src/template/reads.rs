//! What a template reads of a variable, found without rendering: `khach.ghe`, and whether the
//! template does without it (`or`, `default`, `if`).
//!
//! A light look at the words of tags and expressions, as `scan` gives them. Blocks that a template
//! replaces in the one that it extends are left out; included templates are looked at, too.

use super::Engine;
use super::load;
use super::scan::{self, Piece, PieceKind};
use super::source::Source;

/// A value that a template reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The variable: `khach`.
    pub variable: String,
    /// The keys after it: `ghe`, or `cot_khac` and `mau_ao`; none for the whole.
    pub keys: Vec<String>,
    /// True if the template prints something else, or nothing, where the value is not there.
    pub optional: bool,
    /// Name of the template: `giay-moi.md`.
    pub template: String,
    /// Line in it, from 1.
    pub line: usize,
}

impl Engine {
    /// What a paper's template reads, in the order of the text; nothing of one that is not there.
    pub fn reads(&self, template: &str) -> Vec<Read> {
        let chain = self.chain(&load::file_name(template));
        let mut reads = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (index, source) in chain.iter().enumerate() {
            let replaced = |name: &str| {
                let mut nearer = chain[..index].iter().rev();
                let block = nearer.find_map(|own| {
                    let block = own.blocks.iter().find(|block| block.name == name)?;
                    Some(&own.text[block.inner.clone()])
                });
                block.is_some_and(|text| !text.contains("super()"))
            };
            read(source, replaced, &mut reads);
            self.included(source, &mut seen, &mut reads);
        }
        reads
    }

    fn included<'a>(&'a self, source: &'a Source, seen: &mut Vec<&'a str>, reads: &mut Vec<Read>) {
        for (name, _) in scan::named_by(&source.text, &source.pieces, "include") {
            let Some((name, inner)) = self.sources.get_key_value(&name) else {
                continue;
            };
            if !seen.contains(&name.as_str()) {
                seen.push(name);
                read(inner, |_| false, reads);
                self.included(inner, seen, reads);
            }
        }
    }
}

/// Adds what a template reads in the blocks that are not replaced.
fn read(source: &Source, replaced: impl Fn(&str) -> bool, reads: &mut Vec<Read>) {
    // What the conditions around ask for, one list for each open `if`.
    let mut asked: Vec<Vec<Vec<String>>> = Vec::new();
    for piece in &source.pieces {
        let mut blocks = source.blocks.iter();
        let gone = blocks.any(|block| {
            block.inner.start <= piece.at.start
                && piece.at.end <= block.inner.end
                && replaced(&block.name)
        });
        if gone || matches!(piece.kind, PieceKind::Text | PieceKind::Comment) {
            continue;
        }
        let words = Words::of(source, piece);
        let paths = words.paths();
        let own = || paths.iter().map(|path| path.parts.clone()).collect();
        match (piece.kind, words.word(0)) {
            (PieceKind::Tag, "if") => asked.push(own()),
            (PieceKind::Tag, "elif") => asked
                .last_mut()
                .into_iter()
                .for_each(|last| last.extend(own())),
            (PieceKind::Tag, "endif") => {
                asked.pop();
            }
            _ => {}
        }
        let asks = |path: &Path| {
            let mut open = asked.iter().flatten();
            // `co.ghe` asks for `khach.ghe`, too: lists ask once for a whole column.
            open.any(|known| path.parts.starts_with(known) || known.last() == path.parts.last())
        };
        for path in &paths {
            let Some((variable, keys)) = path.parts.split_first() else {
                continue;
            };
            reads.push(Read {
                variable: variable.clone(),
                keys: keys.to_vec(),
                optional: piece.kind == PieceKind::Tag || path.optional || asks(path),
                template: source.name.clone(),
                line: source.text[..piece.at.start].matches('\n').count() + 1,
            });
        }
    }
}

/// A variable with its keys, as an expression names it.
struct Path {
    parts: Vec<String>,
    optional: bool,
}

/// The words of a tag or an expression.
struct Words<'a>(Vec<&'a str>);

impl<'a> Words<'a> {
    fn of(source: &'a Source, piece: &Piece) -> Words<'a> {
        let words = scan::words(&source.text, piece.at.clone());
        let text = |word: scan::Word| &source.text[word.at];
        Words(words.into_iter().map(text).collect())
    }

    fn word(&self, at: usize) -> &'a str {
        self.0.get(at).copied().unwrap_or("")
    }

    /// The variables that are read, but not the name that a `for` or `set` gives.
    fn paths(&self) -> Vec<Path> {
        let choice = self.0.contains(&"if") && !matches!(self.word(0), "if" | "elif");
        let mut paths = Vec::new();
        let mut at = match self.word(0) {
            "for" => self.0.iter().position(|word| *word == "in").unwrap_or(0),
            "set" | "set_global" => 2,
            _ => 0,
        };
        while at < self.0.len() {
            if !is_name(self.word(at)) || self.word(at + 1) == "(" {
                at += 1;
                continue;
            }
            let start = at;
            let mut parts = vec![self.word(at).to_string()];
            while self.word(at + 1) == "." && is_name(self.word(at + 2)) {
                parts.push(self.word(at + 2).to_string());
                at += 2;
            }
            let before = start.checked_sub(1).map_or("", |before| self.word(before));
            let fallback = self.word(at + 1) == "|" && self.word(at + 2) == "default";
            paths.push(Path {
                parts,
                optional: choice || fallback || self.word(at + 1) == "or" || before == "or",
            });
            at += 1;
        }
        paths
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// What a template named `thu.md` reads of `khach`: key, and `?` for what it does without.
    fn reads(text: &str) -> Vec<String> {
        let own = vec![(
            "thu".to_string(),
            PathBuf::from("mau/thu.md"),
            text.to_string(),
        )];
        let (engine, found) = Engine::new(super::super::builtin::TEMPLATES, own);
        assert_eq!(found, []);
        let reads = engine.reads("thu");
        let of_guest = reads.iter().filter(|read| read.variable == "khach");
        of_guest
            .map(|read| {
                let mark = if read.optional { "?" } else { "" };
                format!("{}:{}{mark}", read.line, read.keys.join("."))
            })
            .collect()
    }

    #[test]
    fn values_are_needed_unless_the_template_does_without() {
        let body = "{{ khach.ghe }} {{ khach.xung_ho or \"Ông (Bà)\" }}\n\
                    {% if khach.chuc_vu %}{{ khach.chuc_vu }}{{ khach.don_vi | in_hoa }}{% endif %}\n\
                    {{ khach.cot_khac.ban | default(value=1) }}{{ khach.cot_khac.xe }}\n\
                    {% for khach in khach_moi.nhom %}{{ khach.stt }}{% if co.ban %}{{ khach.ban }}{% endif %}{% endfor %}\n\
                    {% set ten = khach.ho_ten %}";
        let text =
            format!("{{% extends \"van-ban.md\" %}}{{% block noi_dung %}}{body}{{% endblock %}}");
        assert_eq!(
            reads(&text),
            [
                "1:ghe",
                "1:xung_ho?",
                "2:chuc_vu?",
                "2:chuc_vu?",
                "2:don_vi",
                "3:cot_khac.ban?",
                "3:cot_khac.xe",
                "4:stt",
                "4:ban?",
                "5:ho_ten?",
            ]
        );
    }

    #[test]
    fn a_replaced_block_reads_nothing() {
        let own =
            "{% extends \"goc/giay-moi.md\" %}{% block noi_dung %}{{ khach.ghe }}{% endblock %}";
        let found = reads(own);
        assert_eq!(found[0], "1:ghe");
        // Only the name of the file is left of the built-in one.
        assert!(
            !found.iter().any(|read| read.contains("xung_ho")),
            "{found:?}"
        );
        assert!(found.iter().any(|read| read.contains("ma_so")), "{found:?}");
    }
}
