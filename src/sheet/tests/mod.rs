//! Tables as clerks keep them, through the one entry `read`.

mod samples;
