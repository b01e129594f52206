//! The columns of guest lists and award tables, with the names that clerks give them.

use super::schema::{ColumnSpec, Kind, Schema};

pub(super) static ANY: Schema = Schema {
    columns: &[],
    group: "nhom",
};

pub(super) static GUESTS: Schema = Schema {
    columns: &[
        ORDINAL,
        column(
            "nhom",
            &[
                "Nhóm",
                "Nhóm khách",
                "Nhóm đại biểu",
                "Thành phần",
                "Khối",
                "Cấp",
            ],
            Kind::Text,
        ),
        SALUTATION,
        column(
            "ho_ten",
            &[
                "Họ và tên",
                "Họ tên",
                "Họ & tên",
                "Họ, tên",
                "Tên đại biểu",
                "Tên khách mời",
                "Tên khách",
                "Đại biểu",
                "Khách mời",
                "Họ và tên đại biểu",
                "Họ tên đại biểu",
                "Họ và tên khách mời",
                "Họ và chữ đệm và tên",
                "Họ, chữ đệm và tên",
                "Họ tên khách mời",
                "Tên",
            ],
            Kind::Text,
        ),
        POST,
        UNIT,
        column(
            "dien_thoai",
            &[
                "Điện thoại",
                "Số điện thoại",
                "SĐT",
                "Số ĐT",
                "ĐT",
                "Số di động",
                "Di động",
                "Điện thoại liên hệ",
                "Số điện thoại liên hệ",
                "ĐTDĐ",
                "Điện thoại di động",
            ],
            Kind::Phone,
        ),
        column(
            "so_luong",
            &[
                "Số lượng",
                "SL",
                "Số người",
                "Số đại biểu",
                "Số lượng đại biểu",
                "Số lượng người",
            ],
            Kind::Whole,
        ),
        column(
            "hinh_thuc",
            &[
                "Hình thức gửi",
                "Cách gửi",
                "Hình thức",
                "Gửi qua",
                "Kênh gửi",
                "Hình thức gửi giấy mời",
            ],
            Kind::Text,
        ),
        column(
            "ghe",
            &[
                "Ghế",
                "Số ghế",
                "Vị trí ngồi",
                "Chỗ ngồi",
                "Vị trí",
                "ID chỗ",
            ],
            Kind::Text,
        ),
        column(
            "ten_sap_xep",
            &["Tên để sắp xếp", "Tên sắp xếp", "Sắp xếp theo"],
            Kind::Text,
        ),
        NOTE,
    ],
    group: "nhom",
};

pub(super) static AWARDS: Schema = Schema {
    columns: &[
        ORDINAL,
        column(
            "phan_loai",
            &[
                "Phân loại",
                "Loại",
                "Đối tượng",
                "Loại đối tượng",
                "Loại hình",
            ],
            Kind::Text,
        ),
        SALUTATION,
        column(
            "ho_ten",
            &[
                "Họ và tên / Tên tập thể",
                "Họ và tên",
                "Họ tên",
                "Tên tập thể, cá nhân",
                "Tập thể, cá nhân",
                "Họ tên / Tên tập thể",
                "Tên tập thể",
                "Họ và tên / Tập thể",
                "Tên cá nhân, tập thể",
                "Họ và tên / Tên tập thể / Hộ gia đình",
                "Tên đơn vị, cá nhân",
                "Họ tên, tập thể",
            ],
            Kind::Text,
        ),
        POST,
        UNIT,
        column(
            "don_vi_chu_quan",
            &[
                "Đơn vị chủ quản",
                "Cơ quan quản lý",
                "Cơ quan quản lý trực tiếp",
                "Đơn vị cấp trên",
                "Trực thuộc",
                "Đơn vị trình",
                "Đơn vị đề nghị",
            ],
            Kind::Text,
        ),
        column(
            "danh_hieu",
            &[
                "Danh hiệu / Hình thức khen thưởng",
                "Danh hiệu",
                "Hình thức khen thưởng",
                "Hình thức khen",
                "Danh hiệu thi đua",
                "Danh hiệu, hình thức khen thưởng",
                "Danh hiệu / Hình thức",
                "Đề nghị khen thưởng",
                "Danh hiệu thi đua / Hình thức khen thưởng",
            ],
            Kind::Text,
        ),
        column(
            "cap_khen",
            &["Cấp khen", "Cấp khen thưởng", "Cấp quyết định", "Cấp tặng"],
            Kind::Text,
        ),
        column(
            "ky",
            &[
                "Kỳ",
                "Năm khen thưởng",
                "Năm",
                "Giai đoạn",
                "Thời gian",
                "Thời gian lập thành tích",
                "Năm học",
            ],
            Kind::Text,
        ),
        column(
            "thanh_tich",
            &[
                "Thành tích",
                "Nội dung thành tích",
                "Tóm tắt thành tích",
                "Lý do khen",
                "Nội dung khen thưởng",
            ],
            Kind::Text,
        ),
        column("he_so", &["Hệ số", "Hệ số tiền thưởng", "HS"], Kind::Ratio),
        column(
            "tien_thuong",
            &[
                "Mức tiền thưởng",
                "Tiền thưởng",
                "Số tiền",
                "Mức thưởng",
                "Thành tiền",
                "Số tiền thưởng",
            ],
            Kind::Whole,
        ),
        NOTE,
    ],
    group: "phan_loai",
};

const ORDINAL: ColumnSpec = column(
    "stt",
    &["STT", "TT", "Số TT", "Số thứ tự", "S.T.T", "No"],
    Kind::Text,
);

const SALUTATION: ColumnSpec = column(
    "xung_ho",
    &[
        "Xưng hô",
        "Danh xưng",
        "Ông/Bà",
        "Ông (Bà)",
        "Ông, bà",
        "Tên gọi",
        "Cách xưng hô",
        "Kính gửi",
    ],
    Kind::Text,
);

const POST: ColumnSpec = column(
    "chuc_vu",
    &[
        "Chức vụ",
        "Chức danh",
        "Chức vụ, chức danh",
        "Chức danh, chức vụ",
        "Chức vụ công tác",
        "Cấp bậc, chức vụ",
        "Chức vụ, đơn vị công tác",
        "Chức vụ, đơn vị",
    ],
    Kind::Text,
);

const UNIT: ColumnSpec = column(
    "don_vi",
    &[
        "Đơn vị",
        "Cơ quan",
        "Cơ quan, đơn vị",
        "Đơn vị công tác",
        "Nơi công tác",
        "Cơ quan công tác",
        "Tên đơn vị",
        "Tên cơ quan",
        "Cơ quan/đơn vị",
        "Tên cơ quan, đơn vị",
        "Đơn vị công tác / Cơ quan chủ quản",
        "Cơ quan chủ quản",
        "Đơn vị, địa phương",
        "Cơ quan, đơn vị, địa phương",
        "Cơ quan, đơn vị công tác",
    ],
    Kind::Text,
);

const NOTE: ColumnSpec = column("ghi_chu", &["Ghi chú", "Chú thích", "GC"], Kind::Text);

const fn column(key: &'static str, aliases: &'static [&'static str], kind: Kind) -> ColumnSpec {
    ColumnSpec { key, aliases, kind }
}
