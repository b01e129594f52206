//! Bytes of a text file to text: UTF-8, UTF-16 with its mark, else one of the old Windows pages.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use crate::text::legacy::{self, Verdict};
use crate::text::syllable::is_syllable;

use super::grid::Refusal;

/// A text and the page it was read by, if it was no UTF.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) page: Option<&'static str>,
}

/// Words that the choice of a page looks at.
const SAMPLE: usize = 2_000;

/// The text of a file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let cut = (encoding == UTF_16LE || encoding == UTF_16BE) && !bytes.len().is_multiple_of(2);
        return match broken || cut {
            true => Err(garbled()),
            false => Ok(Decoded { text, page: None }),
        };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return match text.contains('\0') {
            true => Err(not_text()),
            false => Ok(Decoded {
                text: Cow::Borrowed(text),
                page: None,
            }),
        };
    }
    if bytes.contains(&0) {
        return Err(not_text());
    }
    old(bytes)
}

/// Text of a page of eight bits: Windows-1258, or Windows-1252 if that gives TCVN3 or VNI words,
/// which are converted cell by cell later.
fn old(bytes: &[u8]) -> Result<Decoded<'_>, Refusal> {
    let (vietnamese, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    let (latin, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let text: String = vietnamese.nfc().collect();
    let (own, all) = share(&text, is_syllable);
    let (old, _) = share(&latin, |word| {
        [legacy::Encoding::Tcvn3, legacy::Encoding::Vni]
            .iter()
            .any(|encoding| is_syllable(&encoding.decode(word)))
    });
    let proved = old > own && latin.lines().take(SAMPLE).any(is_old);
    match proved {
        true => Ok(Decoded {
            text: latin,
            page: Some("Windows-1252"),
        }),
        // A broken UTF-8 file gives next to no syllables in any page.
        false if own * 3 < all => Err(garbled()),
        false => Ok(Decoded {
            text: vietnamese,
            page: Some("Windows-1258"),
        }),
    }
}

/// True for a line with words that are surely TCVN3 or VNI.
fn is_old(line: &str) -> bool {
    line.split([',', ';', '\t'])
        .any(|cell| matches!(legacy::detect(cell, None, None), Verdict::Certain(..)))
}

/// How many of the first words with other letters than English ones are as asked, and of how many.
fn share(text: &str, asked: impl Fn(&str) -> bool) -> (usize, usize) {
    let between =
        |char: char| char.is_whitespace() || char.is_ascii_punctuation() || char.is_ascii_digit();
    let words = text.split(between).filter(|word| !word.is_ascii());
    words.take(SAMPLE).fold((0, 0), |(good, all), word| {
        (good + usize::from(asked(word)), all + 1)
    })
}

fn garbled() -> Refusal {
    Refusal::new(
        "khong-phai-utf8",
        "tệp chữ không viết bằng UTF-8, UTF-16 hay Windows-1258, hoặc đã hỏng",
        "mở bằng Excel rồi chọn Lưu thành (Save As), kiểu “CSV UTF-8 (*.csv)” hoặc .xlsx",
    )
}

fn not_text() -> Refusal {
    Refusal::new(
        "dang-tep-la",
        "đây không phải bảng tính và cũng không phải tệp chữ",
        "dùng bảng tính .xlsx, .xls, .ods hoặc tệp .csv",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Option<&'static str>) {
        let decoded = decode(bytes).unwrap();
        (decoded.text.nfc().collect(), decoded.page)
    }

    #[test]
    fn marks_tell_the_encoding() {
        let line = "Họ tên,Đơn vị";
        let units = |swap: bool| -> Vec<u8> {
            let mark = std::iter::once(0xFEFF_u16);
            mark.chain(line.encode_utf16())
                .flat_map(|unit| {
                    if swap {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect()
        };
        assert_eq!(text(line.as_bytes()), (line.to_string(), None));
        assert_eq!(
            text(format!("\u{FEFF}{line}").as_bytes()),
            (line.to_string(), None)
        );
        assert_eq!(text(&units(false)), (line.to_string(), None));
        assert_eq!(text(&units(true)), (line.to_string(), None));
        assert!(decode(&units(true)[..7]).is_err());
    }

    #[test]
    fn pages_of_eight_bits_are_told_apart() {
        // Windows-1258: letters with their circumflex, tones as marks of their own.
        let page_1258 = b"H\xF4\xF2 t\xEAn,\xD0\xF5n vi\xF2\r\nTr\xE2\xECn Thi\xF2 Ngo\xF2c";
        assert_eq!(
            text(page_1258),
            (
                "Hộ tên,Đơn vị\r\nTrấn Thị Ngọc".to_string(),
                Some("Windows-1258")
            )
        );
        let tcvn3 = b"H\xE4 t\xAAn,\xA7\xACn v\xDE\r\nNguy\xD4n V\xA8n H\xB6i,C\xABng nh\xA9n";
        assert_eq!(
            text(tcvn3),
            (
                "Hä tªn,§¬n vÞ\r\nNguyÔn V¨n H¶i,C«ng nh©n".to_string(),
                Some("Windows-1252")
            )
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, message) in [
            (
                &b"\x01\x00\x02"[..],
                "đây không phải bảng tính và cũng không phải tệp chữ",
            ),
            (
                b"\xFF\xC0\xC1 \xC3\xC0 \xE1\x80x\xFFy \xC2\xC0k",
                "tệp chữ không viết bằng UTF-8, UTF-16 hay Windows-1258, hoặc đã hỏng",
            ),
        ] {
            assert_eq!(decode(bytes).unwrap_err().message, message);
        }
    }
}
