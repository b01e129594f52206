//! `vanthu` turns one dossier of event data into every paper of the event, laid out as Decree
//! 30/2020/NĐ-CP asks, each as DOCX and as PDF.
//!
//! # The way of the data
//!
//! Each step is one function from a named type to the next; [`pipeline`] alone knows them all.
//!
//! 1. [`data::load`] reads `ho-so.yaml`, the agency profiles and, through [`sheet::read`], the
//!    tables into a [`data::Dossier`]. Every value knows its place in the files.
//!    Awards among the tables are held to [`data::law`], the dated law of awards, and numbered once
//!    ([`data::awards`]).
//! 2. [`template::Engine::render`] renders a paper's template into [`template::Rendered`]: one
//!    Markdown text for each component.
//! 3. [`markup::parse`] reads such a text into a [`document::body::Body`], numbering the outline.
//! 4. [`compose::compose`] puts entry, profile and components together into a
//!    [`document::Document`] of the Decree's terms.
//! 5. [`form::apply`] lays it out by the Decree's figures into a [`form::flow::Flow`]: styled
//!    paragraphs and tables with every length decided.
//! 6. [`docx::write`] translates the flow into a DOCX.
//! 7. [`layout::paginate`] breaks the flow into [`layout::page::Pages`]: text and lines at points.
//! 8. [`pdf::write`] translates the pages into a PDF.
//! 9. [`batch::output::Folder`] takes the files, whole or not at all.
//!
//! A list also goes from its document straight to a workbook ([`xlsx::write`]). A paper that is made
//! for each row of a table takes steps 2 to 9 for every row; [`pdf::PrintFile`] puts its
//! letters into one file for print.
//!
//! A certificate is no paper of the Decree and has no template: a layout file says what is printed
//! where ([`data::certificate`]), [`compose::certificate`] takes its texts from an award and the
//! decision, and [`form::certificate`] fits them to their places and moves them as the printer needs.
//! Its flow is frames, and goes on with step 6.
//!
//! The way back, for papers typed by hand: [`check::read`] reads any DOCX into [`check::facts::Facts`],
//! and [`check::recognise_all`] finds the Decree's components among them: the [`check::paper::Papers`] of
//! the file, one or several. [`check::rules::judge_all`] holds the rules against both, [`check::report`]
//! tells what they find, and [`check::fix::fix`] mends what is safe, in place.
//!
//! [`doctor`] looks over the tables before anything is printed from them, and reports as a workbook.
//!
//! Around them: [`cli`] takes arguments and prints; [`diag`] is what the user hears; [`text`] knows
//! Vietnamese; [`fonts`] measures; [`units`] are lengths as types; [`wordml`] is the order that the schema of
//! Word wants; [`zipped`] opens packages within limits.
//!
//! # Invariants
//!
//! - Imports go one way; `tests/suite/architecture.rs` holds the table, and the rooms of the crates.
//! - Both files come from one flow. A backend translates and decides nothing: `docx` and `layout`
//!   do not know each other. `check` knows neither: it judges by the file alone.
//! - The frame of a paper (national name, agency, number, date, signature) never comes from a
//!   template: it is law and data. Data never becomes markup.
//! - User mistakes are data: a stage returns what it could make and a list of [`diag::Diagnostic`],
//!   so that one run reports everything. Nothing panics on the user's material.
//! - Same input, same bytes: no clock, no randomness, no order of a hash map, no process counter in
//!   any output.
//! - Below `pipeline`, only `data`, `sheet` and `template` read files; only `batch` and `cli` write them;
//!   only `main` ends the process. No network.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod batch;
pub mod check;
pub mod cli;
pub mod compose;
pub mod data;
pub mod diag;
pub mod doctor;
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
pub mod wordml;
pub mod xlsx;
pub mod zipped;
