//! What the bytes of a picture are. No picture is unpacked: the first bytes tell.

use super::walk::Walk;
use crate::check::facts::ImageFormat;

/// Bytes of a picture that are looked at.
const START: u64 = 64 << 10;

impl Walk<'_> {
    /// Format of the picture in a part.
    pub(super) fn image_format(&mut self, part: &str) -> ImageFormat {
        format(&self.package.start(part, START))
    }
}

fn format(start: &[u8]) -> ImageFormat {
    if start.starts_with(b"\x89PNG\r\n\x1a\n") {
        let alpha = is_transparent(start);
        return ImageFormat::Png { alpha };
    }
    let svg = || {
        let text = String::from_utf8_lossy(start);
        text.contains("<svg")
    };
    match start {
        [0xFF, 0xD8, 0xFF, ..] => ImageFormat::Jpeg,
        [b'G', b'I', b'F', b'8', ..] => ImageFormat::Gif,
        [b'B', b'M', ..] | [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => {
            ImageFormat::Bitmap
        }
        [0xD7, 0xCD, 0xC6, 0x9A, ..] | [1, 0, 0, 0, ..] | [1, 0, 9, 0, ..] => ImageFormat::Vector,
        _ if svg() => ImageFormat::Vector,
        _ => ImageFormat::Unknown,
    }
}

/// True for a PNG with an alpha channel (colour types 4 and 6) or a transparent colour (`tRNS`).
fn is_transparent(png: &[u8]) -> bool {
    const FIRST_CHUNK: usize = 8;
    const COLOR_TYPE: usize = 25;
    if matches!(png.get(COLOR_TYPE), Some(4 | 6)) {
        return true;
    }
    let mut at = FIRST_CHUNK;
    while let Some([a, b, c, d, kind @ ..]) = png.get(at..at + 8) {
        match kind {
            b"tRNS" => return true,
            b"IDAT" => return false,
            _ => {}
        }
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        at = at.saturating_add(length).saturating_add(12);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(color_type: u8, chunk: &[u8; 4]) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend([0, 0, 0, 1, 0, 0, 0, 1, 8, color_type, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend([0, 0, 0, 2]);
        bytes.extend(chunk);
        bytes.extend([0; 6]);
        bytes
    }

    #[test]
    fn pictures_are_known_by_their_bytes() {
        assert_eq!(format(&png(6, b"IDAT")), ImageFormat::Png { alpha: true });
        assert_eq!(format(&png(3, b"tRNS")), ImageFormat::Png { alpha: true });
        assert_eq!(format(&png(2, b"IDAT")), ImageFormat::Png { alpha: false });
        assert_eq!(format(&[0xFF, 0xD8, 0xFF, 0xE0]), ImageFormat::Jpeg);
        assert_eq!(format(b"<?xml version='1.0'?><svg/>"), ImageFormat::Vector);
        assert_eq!(format(b""), ImageFormat::Unknown);
    }
}
