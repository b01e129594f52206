//! Invitations as they go out: on one page if lawful spacing and sizes can make it so, and no name
//! torn at the end of a line. What is decided here stands in the flow, so both files have it.

use crate::compose::names::{self, Tie};
use crate::data::each::Recipient;
use crate::diag::{Diagnostic, Place};
use crate::document::Document;
use crate::form;
use crate::form::choices::Choices;
use crate::form::flow::Flow;
use crate::layout;
use crate::layout::page::{Item, Pages};

/// Code of the invitation among the types (Phụ lục III, mục I).
const INVITATION: &str = "GM";

/// A paper with its pages.
pub(super) struct Fitted {
    pub(super) flow: Flow,
    pub(super) pages: Pages,
    /// What could not be had.
    pub(super) finding: Option<Diagnostic>,
}

/// Lays out a sound paper for good. Nothing changes but in an invitation.
pub(super) fn fit(
    document: &Document,
    choices: &Choices,
    flow: Flow,
    recipient: Option<Recipient<'_>>,
) -> Fitted {
    if document.kind.code != Some(INVITATION) {
        let pages = layout::paginate(&flow);
        return Fitted {
            flow,
            pages,
            finding: None,
        };
    }
    let guest = called(recipient);
    let roomy = whole_names(document, choices, guest.as_ref(), flow);
    let count = own_pages(&roomy);
    if count <= 1 {
        return roomy;
    }
    let tighter = choices.tighter().into_iter().filter(|_| count == 2);
    let fitting = tighter
        .filter_map(|choices| {
            let flow = again(document, &choices)?;
            Some(whole_names(document, &choices, guest.as_ref(), flow))
        })
        .find(|fitted| own_pages(fitted) == 1);
    fitting.unwrap_or_else(|| Fitted {
        finding: Some(long(count)),
        ..roomy
    })
}

/// Form of address and name of a guest who has a name.
fn called(recipient: Option<Recipient<'_>>) -> Option<(String, String)> {
    match recipient? {
        Recipient::Guest(guest) => {
            let before = guest.salutation().unwrap_or("Ông (Bà)");
            Some((before.to_string(), guest.name()?.to_string()))
        }
        Recipient::Award(..) | Recipient::Unit(..) => None,
    }
}

/// The paper with the guest's name tied where a line would tear it, and only there.
fn whole_names(
    document: &Document,
    choices: &Choices,
    guest: Option<&(String, String)>,
    flow: Flow,
) -> Fitted {
    let mut fitted = Fitted {
        pages: layout::paginate(&flow),
        flow,
        finding: None,
    };
    let Some((before, name)) = guest else {
        return fitted;
    };
    let mut ties: Vec<Tie> = Vec::new();
    loop {
        let torn = |tie: &Tie| {
            let pair = tie.pair(before, name);
            pair.is_some_and(|pair| !on_one_line(&fitted.pages, &pair))
        };
        let found = Tie::ALL.into_iter().filter(|tie| !ties.contains(tie));
        let found: Vec<Tie> = found.filter(torn).collect();
        if found.is_empty() {
            return fitted;
        }
        ties.extend(found);
        let mut tied = document.clone();
        names::keep_together(&mut tied, name, &ties);
        let Some(flow) = again(&tied, choices) else {
            return fitted;
        };
        fitted = Fitted {
            pages: layout::paginate(&flow),
            flow,
            finding: None,
        };
    }
}

/// The flow of a document that was found sound with other choices.
fn again(document: &Document, choices: &Choices) -> Option<Flow> {
    form::apply(document, choices, &|_| Place::Nowhere).0
}

/// True if some line has these words one after the other.
fn on_one_line(pages: &Pages, words: &str) -> bool {
    let mut items = pages.pages.iter().flat_map(|page| &page.items);
    items.any(|item| match item {
        Item::Text(text) => text.text.contains(words),
        Item::Line(_) | Item::Field(_) => false,
    })
}

/// Pages of the letter itself, without its annexes.
fn own_pages(fitted: &Fitted) -> usize {
    match fitted.flow.sections.split_first() {
        Some((own, [_, ..])) => {
            let alone = Flow {
                sections: vec![own.clone()],
                ..fitted.flow.clone()
            };
            layout::paginate(&alone).pages.len()
        }
        Some((_, [])) | None => fitted.pages.pages.len(),
    }
}

fn long(pages: usize) -> Diagnostic {
    let message = format!(
        "giấy mời dài {pages} trang, dù giãn dòng và cỡ chữ đã thử đến mức nhỏ nhất của Nghị định"
    );
    Diagnostic::warning("giay-moi-dai", Place::Nowhere, message).hint(
        "rút ngắn các điều lưu ý (su_kien.luu_y); chương trình thì đưa vào phụ lục \
         (kem_chuong_trinh: phu_luc)",
    )
}
