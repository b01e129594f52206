//! The components that a template writes, one block each.

/// A component of a paper (thành phần thể thức) that comes from a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Component {
    /// Type of the paper: `Kế hoạch`.
    Kind,
    /// Trích yếu.
    Subject,
    /// Kính gửi, one a line.
    Addressees,
    /// Thẩm quyền ban hành of a decision, instead of the signer's.
    Issuer,
    /// Căn cứ, one a line.
    Bases,
    /// Nội dung.
    Body,
    /// Nơi nhận, one a line.
    Recipients,
    /// Phụ lục, each with its heading.
    Annexes,
    /// Name of the file, without extension.
    FileStem,
}

impl Component {
    /// All components in the order in which templates write them.
    pub const ALL: [Component; 9] = [
        Component::Kind,
        Component::Subject,
        Component::Addressees,
        Component::Issuer,
        Component::Bases,
        Component::Body,
        Component::Recipients,
        Component::Annexes,
        Component::FileStem,
    ];

    /// Name of its block in templates.
    pub fn name(self) -> &'static str {
        match self {
            Component::Kind => "ten_loai",
            Component::Subject => "trich_yeu",
            Component::Addressees => "kinh_gui",
            Component::Issuer => "tham_quyen",
            Component::Bases => "can_cu",
            Component::Body => "noi_dung",
            Component::Recipients => "noi_nhan",
            Component::Annexes => "phu_luc",
            Component::FileStem => "ten_tep",
        }
    }

    /// The component of a block; none for other names.
    pub(super) fn named(name: &str) -> Option<Component> {
        Component::ALL
            .into_iter()
            .find(|component| component.name() == name)
    }
}
