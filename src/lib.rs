//! `vanthu` turns one dossier of event data into every paper of the event, laid out as Decree
//! 30/2020/NĐ-CP asks, each as DOCX and as PDF.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod batch;
pub mod cli;
pub mod compose;
pub mod data;
pub mod diag;
pub mod document;
pub mod docx;
pub mod fonts;
pub mod form;
pub mod layout;
pub mod markup;
pub mod pdf;
pub mod pipeline;
pub mod sheet;
pub mod template;
pub mod text;
pub mod units;
