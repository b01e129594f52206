//! The names of the scripts, and the files beside this one.

/// Every script.
#[rustfmt::skip]
pub(crate) const SCRIPTS: &[&str] = &[
    "ke-hoach", "quyet-dinh", "cong-van", "giay-moi", "bien-ban", "to-trinh", "bao-cao", "quy-che",
    "thong-bao", "bao-cao-truong", "to-trinh-hop", "cong-van-chi-cuc", "ke-hoach-khung", "huong-dan",
    "quyet-dinh-wps", "giay-moi-google", "cong-van-libre", "quy-che-danh-so", "chuong-trinh", "nghi-quyet",
    "to-trinh-du-thao", "thong-bao-tl", "cong-dien", "hop-dong", "ke-hoach-lien-tich", "giay-gioi-thieu",
    "giay-nghi-phep", "giay-uy-quyen", "phieu-gui", "de-an", "phuong-an", "ban-ghi-nho", "thu-cong",
    "chi-thi", "quy-dinh", "cong-van-cong-ty", "phieu-chuyen", "thong-cao",
];

/// A text file of the folder of the scripts.
pub(crate) fn text(name: &str) -> String {
    let path = path(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Where such a file lies.
pub(crate) fn path(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/check/rules/samples");
    format!("{folder}/{name}")
}
