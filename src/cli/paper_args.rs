//! Arguments of the commands on finished papers: `check`, `rules`, `fix`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::{report, table};
use crate::pipeline::TableName;

/// Arguments of `check`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct CheckArguments {
    #[arg(
        value_name = "HỒ_SƠ|TỆP.docx",
        required = true,
        help = "Thư mục hồ sơ, tệp ho-so.yaml, hoặc các tệp DOCX cần kiểm tra thể thức",
        help_heading = "Tham số"
    )]
    pub(super) paths: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "VĂN_BẢN",
        value_delimiter = ',',
        help = "Với hồ sơ: chỉ kiểm tra văn bản này (khóa dưới van_ban); nêu được nhiều lần"
    )]
    pub(super) only: Vec<String>,
    #[arg(
        long,
        value_name = "DẠNG",
        value_enum,
        hide_possible_values = true,
        help = "Với tệp DOCX: dạng kết quả: text (mặc định), json, html (phiếu kiểm tra để in), sarif"
    )]
    pub(super) format: Option<ReportFormat>,
    #[arg(
        long,
        value_name = "TỆP",
        help = "Với tệp DOCX: ghi kết quả json, html, sarif vào tệp này"
    )]
    pub(super) out: Option<PathBuf>,
    #[arg(
        long,
        value_name = "BẢNG=TỆP",
        value_parser = table,
        help = "Với hồ sơ: kiểm tra bảng khác, thí dụ: khach_moi=danh-sach-moi.xlsx"
    )]
    pub(super) table: Vec<(TableName, PathBuf)>,
    #[arg(
        long,
        value_name = "TỆP.xlsx",
        value_parser = report,
        help = "Với hồ sơ: ghi báo cáo: bảng đã sửa, chỗ cần xem được tô màu và chú thích, danh sách mọi chỗ"
    )]
    pub(super) report: Option<PathBuf>,
    #[arg(
        long,
        help = "Ghi đè tệp báo cáo (--report, --out) dù nó không do vanthu tạo, hoặc đã được sửa sau khi tạo"
    )]
    pub(super) force: bool,
    #[arg(
        long,
        value_name = "TỆP",
        help = "Với tệp DOCX: hồ sơ cơ quan (có khóa kiem_tra); nếu không nêu: co-quan.yaml cạnh tệp"
    )]
    pub(super) co_quan: Option<PathBuf>,
}

/// Arguments of `rules`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct RulesArguments {
    #[arg(
        value_name = "MÃ",
        help = "Mã quy tắc cần giải thích, thí dụ TT-24; nếu không nêu: in danh sách",
        help_heading = "Tham số"
    )]
    pub(super) codes: Vec<String>,
}

/// Arguments of `fix`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct FixArguments {
    #[arg(
        value_name = "TỆP.docx",
        help = "Tệp cần sửa; không bị thay đổi",
        help_heading = "Tham số"
    )]
    pub(super) path: PathBuf,
    #[arg(
        short = 'o',
        long,
        value_name = "TỆP.docx",
        required = true,
        help = "Tệp mới đã sửa"
    )]
    pub(super) out: PathBuf,
    #[arg(long, help = "Ghi đè tệp mới nếu đã có")]
    pub(super) force: bool,
    #[arg(
        long,
        value_name = "TỆP",
        help = "Hồ sơ cơ quan (có khóa kiem_tra); nếu không nêu: co-quan.yaml cạnh tệp"
    )]
    pub(super) co_quan: Option<PathBuf>,
}

/// Form of the result of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For the terminal.
    Text,
    /// For other programs.
    Json,
    /// For the file, printed.
    Html,
    /// For code hosts and editors.
    Sarif,
}
