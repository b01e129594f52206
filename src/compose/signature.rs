//! The signature block from the signer of the profile (Phụ lục I, phần I, mục II.7).

use crate::data::Entry;
use crate::data::agency::Signer;
use crate::document::signature::{Authority, AuthorityLine, Signature};

use super::enactment;

const AUTHORITIES: [Authority; 5] = [
    Authority::OnBehalf,
    Authority::Acting,
    Authority::ForHead,
    Authority::ByOrder,
    Authority::ByAuthorisation,
];

/// The block of a paper's signer; without `TM.` if the head decides in person.
pub(super) fn signature(entry: &Entry) -> Signature {
    let signer = &entry.signer;
    let by_head = enactment::by_head(entry);
    let lines = signer.authority.iter().map(|line| authority_line(line));
    Signature {
        lines: lines
            .filter(|line| !(by_head && line.authority == Some(Authority::OnBehalf)))
            .collect(),
        host_post: None,
        name: Some(signer.name.to_string()),
        digital: entry.paper.digital_signature,
    }
}

/// The block of one who signs a list beside its signer, on paper.
pub(super) fn by_hand(signer: &Signer) -> Signature {
    Signature {
        lines: signer
            .authority
            .iter()
            .map(|line| authority_line(line))
            .collect(),
        host_post: None,
        name: Some(signer.name.to_string()),
        digital: false,
    }
}

/// `KT. Chủ tịch`: the authority and what follows it.
fn authority_line(line: &str) -> AuthorityLine {
    AUTHORITIES
        .into_iter()
        .find_map(|authority| {
            let title = line.strip_prefix(authority.prefix())?;
            Some(AuthorityLine {
                authority: Some(authority),
                title: title.trim().to_string(),
            })
        })
        .unwrap_or_else(|| AuthorityLine {
            authority: None,
            title: line.trim().to_string(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authority_lines_print_in_capitals_with_their_prefix() {
        for (written, printed) in [
            ("TM. Ủy ban nhân dân", "TM. ỦY BAN NHÂN DÂN"),
            ("KT. Chủ tịch", "KT. CHỦ TỊCH"),
            ("TUQ. Giám đốc", "TUQ. GIÁM ĐỐC"),
            ("TL. Chủ tịch", "TL. CHỦ TỊCH"),
            ("Q. Trưởng phòng", "Q. TRƯỞNG PHÒNG"),
            ("Phó Chủ tịch", "PHÓ CHỦ TỊCH"),
        ] {
            assert_eq!(authority_line(written).printed(), printed);
        }
    }
}
