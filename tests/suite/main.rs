//! The whole program, tested from outside: commands, files, messages, and the rules of the house.

mod architecture;
mod commands;
#[cfg(feature = "external")]
mod external;
mod mistakes;
mod project;
mod van_ninh;
