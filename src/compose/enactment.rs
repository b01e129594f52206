//! Who decides and by what words (Mẫu 1.1-1.3): the head in person, or the collective that the
//! signer acts for (Phụ lục I, phần I, mục II.7.b).

use crate::data::Entry;
use crate::data::dossier::IssuingPower;
use crate::document::Enactment;
use crate::document::body::{Block, Body, Level};
use crate::document::inline::Inlines;
use crate::document::kind::Kind;
use crate::template::Component;

use super::component::Reader;

/// What a decision or resolution says of who decides; nothing of any other type.
pub(super) fn enactment(reader: &mut Reader<'_>, entry: &Entry, kind: Kind) -> Option<Enactment> {
    let order = kind.order()?;
    let own = reader.text(Component::Issuer);
    let issuer = match own.is_empty() {
        true => Inlines::plain(issuer(entry)),
        false => own,
    };
    Some(Enactment { issuer, order })
}

/// True if the head decides by a power of the head's own, so that no line says `TM.`.
pub(super) fn by_head(entry: &Entry) -> bool {
    match entry.paper.power {
        Some(IssuingPower::Own) => true,
        Some(IssuingPower::Collective) => false,
        None => entry.paper.grants_awards(&entry.key) || !entry.signer.for_collective(),
    }
}

/// Who issues a paper, as sentences say it: the head's post with the agency, or the agency.
pub(super) fn issuer(entry: &Entry) -> String {
    match by_head(entry) {
        true => format!("{} {}", entry.signer.head(), entry.agency.name),
        false => entry.agency.name.to_string(),
    }
}

/// `Như Điều 3`: the last article, which says who carries the decision out.
pub(super) fn as_article(body: &Body) -> Option<Inlines> {
    let mut articles = body.blocks.iter().rev();
    let last = articles.find_map(|placed| match &placed.block {
        Block::Item(item) if item.level == Level::Article => Some(&item.label),
        Block::Item(_)
        | Block::Division(_)
        | Block::Paragraph(_)
        | Block::Table(_)
        | Block::PageBreak
        | Block::Annex(_) => None,
    })?;
    Some(Inlines::plain(format!(
        "Như {}",
        last.trim_end_matches('.')
    )))
}
