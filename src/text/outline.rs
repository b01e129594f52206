//! Labels of the outline: the letters of điểm.

/// Letters of điểm in order (a, b, c, d, đ, e, g …): the Vietnamese alphabet without letters that
/// differ by a mark only, as law texts use it.
const POINT_LETTERS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
];

/// Letter of the điểm with this number, from 1; none after `y`, the 23rd.
pub fn point_letter(number: u32) -> Option<&'static str> {
    let index = usize::try_from(number.checked_sub(1)?).ok()?;
    POINT_LETTERS.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_run_past_d_with_a_stroke_and_skip_f() {
        let letters: Vec<&str> = (1..8).filter_map(point_letter).collect();
        assert_eq!(letters, ["a", "b", "c", "d", "đ", "e", "g"]);
        assert_eq!(point_letter(0), None);
        assert_eq!(point_letter(23), Some("y"));
        assert_eq!(point_letter(24), None);
    }
}
