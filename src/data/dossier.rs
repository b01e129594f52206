//! The dossier file (`ho-so.yaml`): one event and the papers about it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::text::date::{Date, PartialDate, Time};

use super::awards::settings::AwardsRef;
use super::certificate::Run;
use super::plan::Plan;
use super::table_ref::{TableName, TableRef};
use super::value::{Keyed, Text};

/// What `ho-so.yaml` holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    rename = "ho_so",
    title = "Hồ sơ sự kiện",
    description = "Một sự kiện và các văn bản về sự kiện đó"
)]
pub struct DossierFile {
    /// Path of the issuing agency's profile, from the dossier's folder.
    #[serde(rename = "co_quan")]
    #[schemars(
        description = "Tệp cơ quan ban hành, tính từ thư mục hồ sơ, thí dụ: ../co-quan/ubnd-xa-binh-mau.yaml"
    )]
    pub agency: Text,
    /// The event.
    #[serde(rename = "su_kien")]
    #[schemars(description = "Sự kiện mà các văn bản nói đến")]
    pub event: Event,
    /// What the Kế hoạch says of this event.
    #[serde(rename = "ke_hoach", default)]
    #[schemars(description = "Nội dung riêng của Kế hoạch; cần khi có văn bản ke_hoach")]
    pub plan: Option<Plan>,
    /// The guest list.
    #[serde(rename = "khach_moi", default)]
    #[schemars(
        description = "Danh sách khách mời: tên tệp .xlsx, .xls, .ods hoặc .csv trong thư mục hồ sơ, hoặc các khóa tep, trang, dong_tieu_de, cot, sap_xep, dong"
    )]
    pub guests: Option<TableRef>,
    /// The award table, and how awards are ordered and paid.
    #[serde(rename = "khen_thuong", default)]
    #[schemars(
        description = "Bảng khen thưởng: tên tệp .xlsx, .xls, .ods hoặc .csv trong thư mục hồ sơ, hoặc các khóa tep, trang, dong_tieu_de, cot, dong, sap_xep, thu_tu_phan, danh_so, lam_tron, nhieu_danh_hieu, moi_dot, he_so_rieng"
    )]
    pub awards: Option<AwardsRef>,
    /// The certificates of the awards, by key.
    #[serde(rename = "giay_khen", default)]
    #[schemars(
        description = "Giấy khen, bằng chứng nhận cần in cho bảng khen thưởng; khóa tự đặt, thí dụ: giay_khen, chung_nhan"
    )]
    pub certificates: Option<Keyed<Run>>,
    /// The papers, by key.
    #[serde(rename = "van_ban")]
    #[schemars(
        description = "Các văn bản cần soạn; khóa tự đặt, thí dụ: ke_hoach, thong_bao_bai_do_xe"
    )]
    pub papers: Keyed<Paper>,
}

/// The event that the papers are about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "su_kien", description = "Sự kiện")]
pub struct Event {
    /// Full name.
    #[serde(rename = "ten")]
    #[schemars(
        description = "Tên đầy đủ của sự kiện, thí dụ: Hội nghị tổng kết phong trào thi đua yêu nước năm 2025"
    )]
    pub name: Text,
    /// What sentences call it: `Hội nghị`.
    #[serde(rename = "ten_goi")]
    #[schemars(description = "Tên gọi ngắn trong câu, thí dụ: Hội nghị")]
    pub call_name: Text,
    /// Its day.
    #[serde(rename = "ngay")]
    #[schemars(description = "Ngày tổ chức, thí dụ: 22/3/2024")]
    pub date: Date,
    /// When it begins.
    #[serde(rename = "gio", default)]
    #[schemars(description = "Giờ bắt đầu, thí dụ: 07:30")]
    pub time: Option<Time>,
    /// How long it takes: `1 buổi`.
    #[serde(rename = "thoi_luong", default)]
    #[schemars(description = "Thời lượng, thí dụ: 1 buổi")]
    pub duration: Option<Text>,
    /// Where: the name of the hall.
    #[serde(rename = "dia_diem")]
    #[schemars(description = "Nơi tổ chức, thí dụ: Hội trường UBND xã Bình Mẫu")]
    pub venue: Text,
    /// Where: the address.
    #[serde(rename = "dia_chi", default)]
    #[schemars(description = "Địa chỉ nơi tổ chức, thí dụ: Số 12, đường Hoa Sen, thôn Một")]
    pub address: Option<Text>,
    /// Number of participants.
    #[serde(rename = "so_dai_bieu", default)]
    #[schemars(description = "Số đại biểu dự kiến", range(min = 1, max = 100000))]
    pub participants: Option<u32>,
    /// The programme, sentence by sentence with its final mark.
    #[serde(rename = "chuong_trinh", default)]
    #[schemars(description = "Các mục của chương trình, mỗi mục một câu có dấu chấm cuối")]
    pub programme: Vec<Text>,
    /// Who chairs.
    #[serde(rename = "chu_tri", default)]
    #[schemars(description = "Người chủ trì, thí dụ: Lãnh đạo UBND xã Bình Mẫu")]
    pub chair: Option<Text>,
    /// What guests must mind, sentence by sentence.
    #[serde(rename = "luu_y", default)]
    #[schemars(
        description = "Những điều khách mời cần lưu ý (trang phục, tài liệu, liên hệ), mỗi mục một câu"
    )]
    pub remarks: Vec<Text>,
    /// The guests by level.
    #[serde(rename = "thanh_phan", default)]
    #[schemars(description = "Thành phần mời, theo nhóm")]
    pub guests: Vec<GuestGroup>,
}

/// Guests of one level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "nhom_khach", description = "Một nhóm khách mời")]
pub struct GuestGroup {
    /// The level; if it has no guests below it, a whole sentence.
    #[serde(rename = "nhom")]
    #[schemars(
        description = "Tên nhóm, thí dụ: Cấp tỉnh; nhóm không kê khách thì viết cả câu có dấu chấm"
    )]
    pub level: Text,
    /// The guests, with final marks.
    #[serde(rename = "khach", default)]
    #[schemars(description = "Khách mời của nhóm, mỗi dòng một câu có dấu chấm cuối")]
    pub guests: Vec<Text>,
}

/// A paper of the dossier (mục của `van_ban`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "van_ban_cua_ho_so", description = "Một văn bản của hồ sơ")]
pub struct Paper {
    /// Number; `None` for a draft.
    #[serde(rename = "so", default)]
    #[schemars(
        description = "Số văn bản, chỉ ghi chữ số; bỏ trống khi là dự thảo",
        range(min = 1, max = 99999)
    )]
    pub number: Option<u32>,
    /// Day; blank for a draft.
    #[serde(rename = "ngay", default)]
    #[schemars(
        description = "Ngày ban hành, thí dụ: 05/02/2024; dự thảo chỉ ghi 02/2024, 2024 hoặc bỏ trống"
    )]
    pub date: PartialDate,
    /// Key of the signer in the agency's profile.
    #[serde(rename = "ky")]
    #[schemars(description = "Người ký: khóa dưới nguoi_ky trong tệp cơ quan, thí dụ: chu_tich")]
    pub signer: Text,
    /// Key of the one who made a list and signs it on the left.
    #[serde(rename = "nguoi_lap", default)]
    #[schemars(
        description = "Người lập danh sách, ký bên trái: khóa dưới nguoi_ky trong tệp cơ quan; chỉ dùng cho danh sách"
    )]
    pub preparer: Option<Text>,
    /// Key of the accountant, who signs a list of money in the middle.
    #[serde(rename = "ke_toan", default)]
    #[schemars(
        description = "Kế toán, ký ở giữa: khóa dưới nguoi_ky trong tệp cơ quan; chỉ dùng cho danh sách chi tiền"
    )]
    pub accountant: Option<Text>,
    /// Recipients; `None` takes the profile's.
    #[serde(rename = "noi_nhan", default)]
    #[schemars(
        description = "Nơi nhận, mỗi dòng một nơi, không ghi dấu gạch đầu và dấu chấm phẩy cuối; bỏ trống thì lấy ở tệp cơ quan"
    )]
    pub recipients: Option<Vec<Text>>,
    /// A remark beside `Nơi nhận`: `VBĐT`.
    #[serde(rename = "noi_nhan_ghi_chu", default)]
    #[schemars(description = "Ghi chú trong ngoặc cạnh chữ Nơi nhận, thí dụ: VBĐT")]
    pub recipients_note: Option<Text>,
    /// What stands after `Lưu:`; `None` takes the profile's.
    #[serde(rename = "luu", default)]
    #[schemars(description = "Nơi lưu, thí dụ: VT, NV; bỏ trống thì lấy ở tệp cơ quan")]
    pub filing: Option<Text>,
    /// The subject, instead of the template's.
    #[serde(rename = "trich_yeu", default)]
    #[schemars(description = "Trích yếu, thay cho trích yếu của mẫu; không có dấu chấm cuối")]
    pub subject: Option<Text>,
    /// Legal bases without final marks.
    #[serde(rename = "can_cu", default)]
    #[schemars(
        description = "Các căn cứ, mỗi dòng một căn cứ, không ghi dấu chấm phẩy cuối, thí dụ: Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"
    )]
    pub bases: Vec<Text>,
    /// Who proposes the paper.
    #[serde(rename = "de_nghi", default)]
    #[schemars(
        description = "Người hoặc cơ quan đề nghị, in thành dòng “Theo đề nghị của …” sau các căn cứ của quyết định, thí dụ: Trưởng phòng Nội vụ huyện"
    )]
    pub proposer: Option<Text>,
    /// Addressees without final marks.
    #[serde(rename = "kinh_gui", default)]
    #[schemars(description = "Nơi kính gửi, mỗi dòng một nơi, không ghi dấu cuối")]
    pub addressees: Vec<Text>,
    /// Urgency mark.
    #[serde(rename = "do_khan", default)]
    #[schemars(description = "Dấu chỉ mức độ khẩn")]
    pub urgency: Option<Urgency>,
    /// Circulation mark.
    #[serde(rename = "luu_hanh", default)]
    #[schemars(description = "Chỉ dẫn về phạm vi lưu hành")]
    pub circulation: Option<Circulation>,
    /// True if the paper will be signed digitally: the PDF gets empty signature fields.
    #[serde(rename = "ky_so", default)]
    #[schemars(
        description = "Văn bản sẽ ký số (true/false); true thì tệp PDF có sẵn ô chữ ký số của người ký và của cơ quan"
    )]
    pub digital_signature: bool,
    /// Name of the template; `None` derives it from the key.
    #[serde(rename = "mau", default)]
    #[schemars(
        description = "Tên mẫu, không có đuôi .md; bỏ trống thì lấy khóa của văn bản, đổi _ thành -"
    )]
    pub template: Option<Text>,
    /// The table that it is made for each row of.
    #[serde(rename = "moi_dong_cua", default)]
    #[schemars(description = "Mỗi dòng của bảng này được một bản riêng, thí dụ: khach_moi")]
    pub each_row_of: Option<TableName>,
    /// Where the programme stands in an invitation; `None` leaves it out.
    #[serde(rename = "kem_chuong_trinh", default)]
    #[schemars(
        description = "Giấy mời kèm chương trình của sự kiện (su_kien.chuong_trinh); bỏ trống thì không kèm"
    )]
    pub programme: Option<ProgrammePlace>,
    /// Profile of another issuer than the dossier's.
    #[serde(rename = "co_quan", default)]
    #[schemars(description = "Tệp cơ quan ban hành riêng của văn bản này, tính từ thư mục hồ sơ")]
    pub agency: Option<Text>,
    /// Code of the drafting unit in the symbol of a công văn.
    #[serde(rename = "don_vi_soan", default)]
    #[schemars(description = "Chữ viết tắt đơn vị soạn thảo, chỉ dùng cho công văn, thí dụ: VHXH")]
    pub drafting_unit: Option<Text>,
    /// What a decision on awards grants; `None` for any other paper.
    #[serde(rename = "khen", default)]
    #[schemars(
        description = "Chỉ cho quyết định khen thưởng: quyết định này tặng những gì của bảng khen_thuong: [tat_ca], [danh_hieu], [hinh_thuc] hoặc tên từng danh hiệu, thí dụ: [Chiến sĩ thi đua cơ sở, Giấy khen]",
        length(min = 1)
    )]
    pub grants: Option<Vec<Text>>,
    /// Whose power the paper is issued by, if not as its template and signer say.
    #[serde(rename = "tham_quyen", default)]
    #[schemars(
        description = "Thẩm quyền ban hành: rieng (người đứng đầu tự quyết định, không có dòng TM.) hoặc tap_the (thay mặt tập thể, có dòng TM.); bỏ trống thì quyết định khen thưởng là rieng, văn bản khác theo nguoi_ky"
    )]
    pub power: Option<IssuingPower>,
    /// Free data for the office's own template.
    #[serde(rename = "du_lieu", default)]
    #[schemars(
        description = "Dữ liệu tự do cho mẫu riêng của cơ quan; mẫu đọc qua du_lieu.<khóa>"
    )]
    pub data: Map<String, Value>,
}

/// Where the programme stands in an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(
    rename = "kem_chuong_trinh",
    description = "Chỗ in chương trình trong giấy mời"
)]
pub enum ProgrammePlace {
    #[serde(rename = "trong_thu")]
    #[schemars(description = "Ngay trong giấy mời, sau địa điểm")]
    /// Trong giấy mời.
    Letter,
    #[serde(rename = "phu_luc")]
    #[schemars(description = "Thành một phụ lục")]
    /// Thành phụ lục.
    Annex,
}

/// How urgent a paper is (phụ lục I, III.2.b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "do_khan", description = "Dấu chỉ mức độ khẩn")]
pub enum Urgency {
    #[serde(rename = "khan")]
    #[schemars(description = "KHẨN")]
    /// Khẩn.
    Urgent,
    #[serde(rename = "thuong_khan")]
    #[schemars(description = "THƯỢNG KHẨN")]
    /// Thượng khẩn.
    VeryUrgent,
    #[serde(rename = "hoa_toc")]
    #[schemars(description = "HỎA TỐC")]
    /// Hỏa tốc.
    Express,
}

/// Who may keep a paper (phụ lục I, III.2.c).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "luu_hanh", description = "Chỉ dẫn về phạm vi lưu hành")]
pub enum Circulation {
    #[serde(rename = "xem_xong_tra_lai")]
    #[schemars(description = "XEM XONG TRẢ LẠI")]
    /// Xem xong trả lại.
    ReturnAfterReading,
    #[serde(rename = "luu_hanh_noi_bo")]
    #[schemars(description = "LƯU HÀNH NỘI BỘ")]
    /// Lưu hành nội bộ.
    Internal,
}

/// The template of decisions on awards. A paper of it is one, whatever it says.
const AWARD_DECISION: &str = "quyet-dinh-khen-thuong";

/// Whose power a paper is issued by (phụ lục I, II.7.b).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "tham_quyen", description = "Thẩm quyền ban hành")]
pub enum IssuingPower {
    #[serde(rename = "rieng")]
    #[schemars(description = "Thẩm quyền riêng của người đứng đầu: không có dòng TM.")]
    /// The head's own.
    Own,
    #[serde(rename = "tap_the")]
    #[schemars(description = "Thẩm quyền của tập thể: có dòng TM.")]
    /// The collective's.
    Collective,
}

impl Paper {
    /// True if it is made of awards, whatever its template says.
    pub fn reads_awards(&self) -> bool {
        let each = self.each_row_of.is_some_and(|table| match table {
            TableName::Awards | TableName::AwardUnits => true,
            TableName::Guests => false,
        });
        each || self.grants.is_some()
    }

    /// True of a decision that grants awards.
    pub fn grants_awards(&self, key: &str) -> bool {
        self.grants.is_some() || self.template_name(key) == AWARD_DECISION
    }

    /// The template's name: the one given, or the paper's key with `-` for `_`.
    pub fn template_name(&self, key: &str) -> String {
        match &self.template {
            Some(name) => name.to_string(),
            None => key.replace('_', "-"),
        }
    }
}
