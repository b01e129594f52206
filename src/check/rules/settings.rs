//! What an agency has set for itself: rules switched off or graded otherwise, each with its reason.

use crate::check::finding::Finding;

use super::{Level, Rule};

/// An agency's settings.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// True if the sector's head allows titles before the signer's name (phụ lục I, II.7.c).
    pub titles_allowed: bool,
    /// Rules with another level.
    pub switches: Vec<Switch>,
}

/// A rule with another level.
#[derive(Clone, Debug)]
pub struct Switch {
    /// The rule.
    pub rule: &'static Rule,
    /// Its level here; `None` is off.
    pub level: Option<Level>,
    /// Why, in the agency's words.
    pub reason: String,
}

impl Settings {
    /// True unless the rule is off.
    pub(super) fn asks(&self, rule: &Rule) -> bool {
        self.switch(rule)
            .is_none_or(|switch| switch.level.is_some())
    }

    /// Gives a finding the level that the agency has set. What is a question stays one.
    pub(super) fn set_level(&self, finding: &mut Finding) {
        let level = self.switch(finding.rule).and_then(|switch| switch.level);
        if let Some(level) = level
            && finding.doubt.is_none()
        {
            finding.level = level;
        }
    }

    fn switch(&self, rule: &Rule) -> Option<&Switch> {
        self.switches
            .iter()
            .find(|switch| switch.rule.code == rule.code)
    }
}
