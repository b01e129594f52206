//! The whole program, tested from outside: commands, files, messages, and the rules of the house.

mod architecture;
mod commands;
mod escape;
#[cfg(feature = "external")]
mod external;
mod hostile;
mod ke_hoach;
mod mistakes;
mod project;
mod van_ninh;
