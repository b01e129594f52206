//! The commands and their arguments. Help texts are Vietnamese throughout, so clap's own English
//! notes (default values, aliases) are hidden and said in the text.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::paper_args::{CheckArguments, FixArguments, RulesArguments};
use crate::pipeline::{Preview, RowChoice, TableName};

const TEMPLATE: &str = "{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}\n";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "vanthu",
    version,
    about = "Soạn văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP: một hồ sơ dữ liệu, mọi văn bản, DOCX và PDF",
    help_template = TEMPLATE,
    override_usage = "vanthu <LỆNH> [TÙY CHỌN]",
    subcommand_help_heading = "Lệnh",
    next_help_heading = "Tùy chọn",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    after_help = "Mã kết thúc: 0 xong; 1 hồ sơ có lỗi; 2 gõ lệnh sai; 3 lỗi máy (đĩa, quyền ghi).\nHướng dẫn từng lệnh: vanthu <LỆNH> --help"
)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
    #[arg(short = 'h', long = "help", action = ArgAction::Help, global = true, help = "In hướng dẫn này")]
    help: Option<bool>,
    #[arg(short = 'V', long = "version", action = ArgAction::Version, help = "In số phiên bản")]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Makes the papers.
    #[command(
        alias = "tao",
        about = "Tạo văn bản của một hồ sơ (tên khác: tao)",
        help_template = TEMPLATE,
        override_usage = "vanthu build <HỒ_SƠ> [TÙY CHỌN]"
    )]
    Build(BuildArguments),
    /// Everything but the rendering.
    #[command(
        alias = "kiem-tra",
        about = "Kiểm tra hồ sơ, hoặc thể thức của tệp DOCX bất kỳ (tên khác: kiem-tra)",
        help_template = TEMPLATE,
        override_usage = "vanthu check <HỒ_SƠ|TỆP.docx...> [TÙY CHỌN]"
    )]
    Check(CheckArguments),
    /// The rules of the check.
    #[command(
        alias = "quy-tac",
        about = "Liệt kê, giải thích các quy tắc kiểm tra thể thức (tên khác: quy-tac)",
        help_template = TEMPLATE,
        override_usage = "vanthu rules [MÃ...]"
    )]
    Rules(RulesArguments),
    /// Mends a paper.
    #[command(
        alias = "sua",
        about = "Sửa thể thức của tệp DOCX thành tệp mới, không đụng đến câu chữ (tên khác: sua)",
        help_template = TEMPLATE,
        override_usage = "vanthu fix <TỆP.docx> -o <TỆP.docx> [TÙY CHỌN]"
    )]
    Fix(FixArguments),
    /// A starter dossier.
    #[command(
        alias = "moi",
        about = "Mở một hồ sơ mới có chú thích, dùng được ngay (tên khác: moi)",
        help_template = TEMPLATE,
        override_usage = "vanthu new <THƯ_MỤC>"
    )]
    New(NewArguments),
    /// The JSON Schema.
    #[command(
        alias = "luoc-do",
        about = "In JSON Schema của hồ sơ, để trình soạn thảo gợi ý khi gõ (tên khác: luoc-do)",
        help_template = TEMPLATE,
        override_usage = "vanthu schema [LOẠI]"
    )]
    Schema(SchemaArguments),
    /// Shell completions.
    #[command(
        alias = "hoan-thanh",
        about = "In tập lệnh gõ tắt cho trình dòng lệnh (tên khác: hoan-thanh)",
        help_template = TEMPLATE,
        override_usage = "vanthu completions <TRÌNH>"
    )]
    Completions(CompletionsArguments),
}

/// Arguments of `build`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct BuildArguments {
    #[arg(
        value_name = "HỒ_SƠ",
        help = "Thư mục hồ sơ, hoặc tệp ho-so.yaml trong đó",
        help_heading = "Tham số"
    )]
    pub(super) dossier: PathBuf,
    #[arg(
        long,
        value_name = "THƯ_MỤC",
        help = "Nơi ghi tệp; nếu không nêu: thư mục ket-qua trong hồ sơ"
    )]
    pub(super) out: Option<PathBuf>,
    #[arg(
        long,
        value_name = "VĂN_BẢN",
        value_delimiter = ',',
        help = "Chỉ tạo văn bản này (khóa dưới van_ban); nêu được nhiều lần"
    )]
    pub(super) only: Vec<String>,
    #[arg(
        long,
        value_name = "DẠNG",
        value_enum,
        value_delimiter = ',',
        hide_possible_values = true,
        help = "Dạng tệp: docx, pdf, in-chung (một tệp PDF gồm mọi bản của văn bản làm theo dòng); nếu không nêu: tất cả"
    )]
    pub(super) format: Vec<FormatArgument>,
    #[arg(
        long,
        help = "Ghi đè cả tệp không do vanthu tạo, hoặc đã được sửa sau khi tạo"
    )]
    pub(super) force: bool,
    #[arg(
        long,
        value_name = "DÒNG",
        value_parser = row_choice,
        help = "Chỉ các dòng này của bảng, theo số dòng trong tệp, thí dụ: 2-20,35"
    )]
    pub(super) rows: Option<RowChoice>,
    #[arg(
        long,
        value_name = "BẢNG=TỆP",
        value_parser = table,
        help = "Dùng bảng khác, thí dụ: khach_moi=danh-sach-moi.xlsx"
    )]
    pub(super) table: Vec<(TableName, PathBuf)>,
    #[arg(
        long,
        value_name = "DÒNG",
        value_parser = preview,
        help = "Chỉ tạo một bản để xem: số dòng trong tệp, hoặc longest cho bản nhiều chữ nhất"
    )]
    pub(super) preview: Option<Preview>,
    #[arg(
        long,
        help = "Trong tệp in chung, mỗi bản bắt đầu ở trang lẻ (để in hai mặt)"
    )]
    pub(super) duplex: bool,
    #[arg(
        long,
        value_name = "SỐ",
        value_parser = jobs,
        help = "Số việc làm cùng lúc; nếu không nêu: theo số nhân của máy"
    )]
    pub(super) jobs: Option<usize>,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct NewArguments {
    #[arg(
        value_name = "THƯ_MỤC",
        help = "Thư mục sẽ mở; phải chưa có hoặc còn trống",
        help_heading = "Tham số"
    )]
    pub(super) folder: PathBuf,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct SchemaArguments {
    #[arg(
        value_name = "LOẠI",
        value_enum,
        default_value = "ho-so",
        hide_possible_values = true,
        hide_default_value = true,
        help = "ho-so (mặc định), co-quan, giay-khen (mẫu giấy khen), phoi (phôi giấy khen) hoặc kiem-tra (kết quả check --format json)",
        help_heading = "Tham số"
    )]
    pub(super) of: SchemaArgument,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tùy chọn")]
pub(super) struct CompletionsArguments {
    #[arg(
        value_name = "TRÌNH",
        value_enum,
        hide_possible_values = true,
        help = "bash, zsh, fish, powershell hoặc elvish",
        help_heading = "Tham số"
    )]
    pub(super) shell: clap_complete::Shell,
}

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArgument {
    /// Word.
    Docx,
    /// PDF.
    Pdf,
    /// One PDF for print of all letters of a batch.
    InChung,
}

/// Which schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaArgument {
    /// Of `ho-so.yaml`.
    HoSo,
    /// Of an agency profile.
    CoQuan,
    /// Of a certificate's layout.
    GiayKhen,
    /// Of the profile of a blank.
    Phoi,
    /// Of the result of a check.
    KiemTra,
}

/// Reads `2-20,35`.
fn row_choice(text: &str) -> Result<RowChoice, String> {
    text.parse()
        .map_err(|()| "các dòng, thí dụ 2-20,35".to_string())
}

/// Reads `khach_moi=FILE`.
pub(super) fn table(text: &str) -> Result<(TableName, PathBuf), String> {
    text.split_once('=')
        .and_then(|(name, path)| Some((name.parse().ok()?, PathBuf::from(path))))
        .ok_or_else(|| "bảng và tệp, thí dụ khach_moi=khach.xlsx".to_string())
}

/// Reads the name of a workbook.
pub(super) fn report(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    match ending.is_some_and(|ending| ending == "xlsx") {
        true => Ok(path),
        false => Err("tên tệp có đuôi .xlsx, thí dụ bao-cao.xlsx".to_string()),
    }
}

/// Reads a row number or `longest`.
fn preview(text: &str) -> Result<Preview, String> {
    match text.parse() {
        Ok(row) => Ok(Preview::Row(row)),
        Err(_) if text == "longest" => Ok(Preview::Longest),
        Err(_) => Err("số dòng trong tệp, hoặc longest".to_string()),
    }
}

/// Reads a number of jobs.
fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(jobs) if (1..=256).contains(&jobs) => Ok(jobs),
        Ok(_) | Err(_) => Err("một số từ 1 đến 256".to_string()),
    }
}
