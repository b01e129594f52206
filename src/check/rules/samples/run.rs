//! The words of a line as runs. Between `*` bold; `⏎` is a line break, `→` a tab, `{…}` a content control,
//! `‹…›` a field that shows those words.

/// The runs of a format.
pub(super) fn runs(words: &str, format: &str, split: bool) -> String {
    let mut xml = String::new();
    let mut open = String::new();
    let mut bold = false;
    let mut count = 0;
    let mut flush = |open: &mut String, bold: bool, xml: &mut String| {
        let format = if bold {
            with_bold(format)
        } else {
            format.to_string()
        };
        if split {
            for piece in pieces(open) {
                count += 1;
                xml.push_str(&marked(&run(&format, &text(&piece)), count));
            }
        } else if !open.is_empty() {
            xml.push_str(&run(&format, &text(open)));
        }
        open.clear();
    };
    for c in words.chars() {
        let special = match c {
            '*' => "",
            '⏎' => "<w:br/>",
            '→' | '\t' => "<w:tab/>",
            '{' => "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>",
            '}' => "</w:sdtContent></w:sdt>",
            '‹' => {
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> DATE  \\@ \
                 \"dd\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            }
            '›' => "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            c => {
                open.push(c);
                continue;
            }
        };
        flush(&mut open, bold, &mut xml);
        if c == '*' {
            bold = !bold;
        } else if matches!(c, '⏎' | '→' | '\t') {
            xml.push_str(&run(format, special));
        } else {
            xml.push_str(special);
        }
    }
    flush(&mut open, bold, &mut xml);
    xml
}

fn with_bold(format: &str) -> String {
    let format = format.replace("<w:b w:val=\"0\"/>", "");
    match format.find("/>") {
        Some(at) if format.starts_with("<w:rFonts") => {
            format!("{}<w:b/>{}", &format[..at + 2], &format[at + 2..])
        }
        Some(_) | None => format!("<w:b/>{format}"),
    }
}

fn run(format: &str, content: &str) -> String {
    format!("<w:r><w:rPr>{format}</w:rPr>{content}</w:r>")
}

fn text(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!("<w:t xml:space=\"preserve\">{words}</w:t>")
}

/// Words cut where an editing session ended: in the middle of every third word.
fn pieces(words: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let (mut blanks, mut letters) = (0, 0);
    for c in words.chars() {
        letters = if c == ' ' { 0 } else { letters + 1 };
        blanks += usize::from(c == ' ');
        if letters == 2 && blanks % 3 == 1 {
            pieces.push(String::new());
        }
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The marks that Word leaves around a run: spelling, bookmarks, smart tags.
fn marked(run: &str, count: usize) -> String {
    let run = run.replacen(
        "<w:r>",
        &format!("<w:r w:rsidR=\"00{count:06X}\" w:rsidRPr=\"00AB12CD\">"),
        1,
    );
    match count % 4 {
        1 => format!("<w:proofErr w:type=\"spellStart\"/>{run}<w:proofErr w:type=\"spellEnd\"/>"),
        2 => format!(
            "<w:bookmarkStart w:id=\"{count}\" w:name=\"loai_{count}\"/>{run}<w:bookmarkEnd w:id=\"{count}\"/>"
        ),
        3 => format!(
            "<w:smartTag w:uri=\"urn:schemas-microsoft-com:office:smarttags\" w:element=\"place\">{run}</w:smartTag>"
        ),
        _ => run,
    }
}
