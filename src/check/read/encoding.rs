//! XML parts in UTF-16 (ECMA-376 part 2, 8.1.4 allows it beside UTF-8) become UTF-8, so that the rest
//! knows one encoding only.

use crate::check::refusal::{self, Refusal};

/// The part in UTF-8; one that is no UTF-16 comes back as it is.
pub(super) fn to_utf8(part: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let unit: fn([u8; 2]) -> u16 = match part.get(..2) {
        Some(&[0xFF, 0xFE] | &[b'<', 0]) => u16::from_le_bytes,
        Some(&[0xFE, 0xFF] | &[0, b'<']) => u16::from_be_bytes,
        Some(_) | None => return Ok(part),
    };
    let pairs = part.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(refusal::encoding());
    }
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    let text = text.map_err(|_| refusal::encoding())?;
    Ok(declared(text.trim_start_matches('\u{feff}')).into_bytes())
}

/// The text with a declaration that is true of it now.
fn declared(text: &str) -> String {
    let Some((declaration, rest)) = text.split_once("?>").filter(|_| text.starts_with("<?xml"))
    else {
        return text.to_string();
    };
    let declaration = declaration.replace("UTF-16", "UTF-8");
    format!("{}?>{rest}", declaration.replace("utf-16", "UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders_with_and_without_a_mark_are_read() {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>Số 5 – Ủy ban 𝄞</a>";
        let wanted = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>Số 5 – Ủy ban 𝄞</a>";
        for marked in [xml.to_string(), format!("\u{feff}{xml}")] {
            let little = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for part in [little, big] {
                assert_eq!(to_utf8(part).as_deref(), Ok(wanted.as_bytes()));
            }
        }
        assert_eq!(to_utf8(b"<a/>".to_vec()).as_deref(), Ok("<a/>".as_bytes()));
    }

    #[test]
    fn half_a_letter_is_refused() {
        for part in [vec![0xFF, 0xFE, 0x41], vec![0xFF, 0xFE, 0x00, 0xD8]] {
            assert_eq!(to_utf8(part).map_err(|it| it.code), Err("bang-ma-la"));
        }
    }
}
