//! Quyền hạn, chức vụ, họ và tên của người có thẩm quyền (Phụ lục I, phần I, mục II.7; Điều 13).

/// The signature block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Authority and post, from the top: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`.
    pub lines: Vec<AuthorityLine>,
    /// Post in the host body, printed above the name (mục II.7.c, đ); advisory bodies only.
    pub host_post: Option<String>,
    /// Họ, tên đệm, tên; none in a form.
    pub name: Option<String>,
    /// True if it will be signed digitally: the PDF waits for two signatures (mục II.7.d, II.8).
    pub digital: bool,
}

/// One line of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityLine {
    /// `TM.` and the like.
    pub authority: Option<Authority>,
    /// Body or post, in any case; printed in capitals.
    pub title: String,
}

/// In whose right a person signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// Thay mặt: for a collective.
    OnBehalf,
    /// Quyền: acting head.
    Acting,
    /// Ký thay: a deputy for the head.
    ForHead,
    /// Thừa lệnh: by order.
    ByOrder,
    /// Thừa ủy quyền: by written authorisation.
    ByAuthorisation,
}

impl Authority {
    /// The printed prefix, with its full stop.
    pub fn prefix(self) -> &'static str {
        match self {
            Authority::OnBehalf => "TM.",
            Authority::Acting => "Q.",
            Authority::ForHead => "KT.",
            Authority::ByOrder => "TL.",
            Authority::ByAuthorisation => "TUQ.",
        }
    }
}

impl AuthorityLine {
    /// The line as printed: `KT. CHỦ TỊCH`.
    pub fn printed(&self) -> String {
        let title = self.title.to_uppercase();
        match self.authority {
            Some(authority) => format!("{} {title}", authority.prefix()),
            None => title,
        }
    }
}
