//! The colour profile of the output intent: sRGB as an ICC profile of version 4, made of its
//! published figures (IEC 61966-2-1; ICC.1:2010). Half a kilobyte, the same in every file.

/// Name of the colour space.
pub(super) const NAME: &str = "sRGB IEC61966-2.1";

/// Red, green and blue, adapted to D50.
const PRIMARIES: [(&[u8; 4], [f64; 3]); 3] = [
    (b"rXYZ", [0.436_075, 0.222_504, 0.013_932]),
    (b"gXYZ", [0.385_065, 0.716_879, 0.097_105]),
    (b"bXYZ", [0.143_080, 0.060_617, 0.714_173]),
];
/// White of the profile connection space, D50.
const WHITE: [f64; 3] = [0.964_2, 1.0, 0.824_9];
/// From D65, the white of sRGB, to D50, by Bradford's method.
const ADAPTATION: [f64; 9] = [
    1.047_886, 0.022_919, -0.050_216, //
    0.029_582, 0.990_484, -0.017_079, //
    -0.009_252, 0.015_073, 0.751_678,
];
/// The curve: `(a x + b)^g` from `d` on, `c x` below; given as g, a, b, c, d.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

const HEADER: usize = 128;
const TAG: usize = 12;

/// The profile.
pub(super) fn srgb() -> Vec<u8> {
    let curve = element(b"para", &[0, 3, 0, 0], &CURVE);
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"desc", text(NAME)),
        (b"cprt", text("CC0")),
        (b"wtpt", element(b"XYZ ", &[], &WHITE)),
        (b"chad", element(b"sf32", &[], &ADAPTATION)),
    ];
    tags.extend(PRIMARIES.map(|(name, color)| (name, element(b"XYZ ", &[], &color))));
    tags.extend([b"rTRC", b"gTRC", b"bTRC"].map(|name| (name, curve.clone())));
    let mut table = Vec::from((tags.len() as u32).to_be_bytes());
    let mut data: Vec<u8> = Vec::new();
    let start = HEADER + table.len() + tags.len() * TAG;
    for (name, element) in &tags {
        table.extend(*name);
        table.extend(((start + data.len()) as u32).to_be_bytes());
        table.extend((element.len() as u32).to_be_bytes());
        data.extend(element);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

/// A display profile of version 4.2, without date, maker or identifier.
fn header(size: usize) -> Vec<u8> {
    let mut header = vec![0; HEADER];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &(size as u32).to_be_bytes());
    put(8, &[4, 0x20, 0, 0]);
    put(12, b"mntrRGB XYZ ");
    // A fixed date: the profile never changes.
    put(24, &[0x07, 0xE8, 0, 1, 0, 1]);
    put(36, b"acsp");
    put(68, &WHITE.map(fixed).concat());
    header
}

/// A tag element: type, reserved bytes, what stands before the numbers, numbers.
fn element(kind: &[u8; 4], lead: &[u8], numbers: &[f64]) -> Vec<u8> {
    let mut element = [kind.as_slice(), &[0; 4], lead].concat();
    element.extend(numbers.iter().flat_map(|&number| fixed(number)));
    element
}

/// An English text (`multiLocalizedUnicodeType`).
fn text(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut element = b"mluc\0\0\0\0".to_vec();
    for number in [1, 12] {
        element.extend(u32::to_be_bytes(number));
    }
    element.extend(b"enUS");
    for number in [units.len() as u32, 28] {
        element.extend(number.to_be_bytes());
    }
    element.extend(units);
    element
}

/// A number with sixteen binary places (`s15Fixed16Number`).
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65536.0).round() as i32).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_primaries_add_up_to_white() {
        for axis in 0..3 {
            let sum: f64 = PRIMARIES.iter().map(|(_, color)| color[axis]).sum();
            assert!((sum - WHITE[axis]).abs() < 0.0005, "axis {axis}: {sum}");
        }
    }

    #[test]
    fn every_tag_lies_inside_the_profile_at_a_multiple_of_four() {
        let profile = srgb();
        let number = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap());
        assert_eq!(number(0) as usize, profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        let count = number(HEADER) as usize;
        assert_eq!(count, 10);
        for tag in 0..count {
            let entry = HEADER + 4 + tag * TAG;
            let (offset, size) = (number(entry + 4) as usize, number(entry + 8) as usize);
            assert_eq!(offset % 4, 0);
            assert!(offset + size <= profile.len());
        }
    }
}
