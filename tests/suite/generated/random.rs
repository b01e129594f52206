//! Chance that is the same on every run: xorshift with a seed.

/// A source of numbers.
pub(super) struct Random(u64);

impl Random {
    /// The source of a seed; neighbouring seeds give unlike numbers.
    pub(super) fn new(seed: u64) -> Random {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..8 {
            random.next();
        }
        random
    }

    /// A number from `0` to `below - 1`.
    pub(super) fn below(&mut self, below: usize) -> usize {
        (self.next() >> 33) as usize % below
    }

    /// A number from `from` to `to`.
    pub(super) fn range(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    /// True once in `times`.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub(super) fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
