//! From our lengths to the bare integers of docx-rs: the only place where this happens.

use anyhow::{Context, Result};

use crate::units::{HalfPoints, Twips};

/// Twips that may be negative.
pub(super) fn signed(length: Twips) -> i32 {
    length.0
}

/// Twips where WordprocessingML knows no negative ones (ST_TwipsMeasure, ECMA-376 part 1, 22.9.2.14).
pub(super) fn unsigned(length: Twips) -> Result<u32> {
    u32::try_from(length.0).with_context(|| format!("negative length: {} twips", length.0))
}

/// As [`unsigned`], in the type that docx-rs takes for tables.
pub(super) fn extent(length: Twips) -> Result<usize> {
    usize::try_from(length.0).with_context(|| format!("negative length: {} twips", length.0))
}

/// A type size in half points.
pub(super) fn size(size: HalfPoints) -> usize {
    usize::from(size.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negative_extent_is_refused() {
        assert_eq!(signed(Twips(-5)), -5);
        assert_eq!(unsigned(Twips(5)).unwrap(), 5);
        let refused = extent(Twips(-5)).unwrap_err();
        assert_eq!(refused.to_string(), "negative length: -5 twips");
    }
}
