//! The whole program, tested from outside: commands, files, messages, and the rules of the house.

#![allow(clippy::unwrap_used)]

mod architecture;
#[cfg(feature = "external")]
mod archive;
mod awards;
mod batch;
mod calibration;
mod certificates;
mod commands;
mod components;
mod doctor;
mod escape;
#[cfg(feature = "external")]
mod external;
#[cfg(feature = "external")]
mod foreign;
mod generated;
mod hostile;
mod invitations;
mod ke_hoach;
mod letters;
#[cfg(feature = "external")]
mod mending;
mod mistakes;
mod own_papers;
mod papers;
#[cfg(feature = "external")]
mod parity;
mod placed;
mod project;
mod read_back;
mod readme;
mod recognise;
mod refusals;
mod reproducible;
mod runs;
mod van_ninh;
