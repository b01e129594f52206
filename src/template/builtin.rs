//! The templates that come with the program.

/// Name and text of each built-in template.
pub const TEMPLATES: &[(&str, &str)] = &[
    ("van-ban.md", include_str!("../../templates/van-ban.md")),
    ("ke-hoach.md", include_str!("../../templates/ke-hoach.md")),
    (
        "danh-sach-khach-moi.md",
        include_str!("../../templates/danh-sach-khach-moi.md"),
    ),
    (
        "danh-sach-diem-danh.md",
        include_str!("../../templates/danh-sach-diem-danh.md"),
    ),
    (
        "danh-sach-phat-hanh.md",
        include_str!("../../templates/danh-sach-phat-hanh.md"),
    ),
    ("giay-moi.md", include_str!("../../templates/giay-moi.md")),
    (
        "quyet-dinh-khen-thuong.md",
        include_str!("../../templates/quyet-dinh-khen-thuong.md"),
    ),
    (
        "danh-sach-ky-nhan.md",
        include_str!("../../templates/danh-sach-ky-nhan.md"),
    ),
    (
        "danh-sach-trao-thuong.md",
        include_str!("../../templates/danh-sach-trao-thuong.md"),
    ),
    (
        "cong-van-trieu-tap.md",
        include_str!("../../templates/cong-van-trieu-tap.md"),
    ),
    (
        "giay-moi-chung.md",
        include_str!("../../templates/giay-moi-chung.md"),
    ),
    (
        "giay-moi-noi-dung.md",
        include_str!("../../templates/giay-moi-noi-dung.md"),
    ),
];
