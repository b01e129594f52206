//! Tera's English messages in Vietnamese, and messages of our own on their way through Tera.

use crate::diag::{Diagnostic, Place};

use super::filters;

/// A message of ours: already Vietnamese, with what to do. Tera carries errors of filters and
/// functions as text, so it travels as one string with two signs that no message has.
#[derive(Debug)]
pub(super) struct Own {
    message: String,
    hint: String,
}

const OWN: char = '\u{2}';
const HINT: char = '\u{3}';

/// What to do about tags that are not closed.
const UNCLOSED: &str =
    "mỗi {% if %}, {% for %}, {% block %} cần {% endif %}, {% endfor %}, {% endblock %} của nó";

impl Own {
    /// A message and what to do.
    pub(super) fn new(message: impl Into<String>, hint: impl Into<String>) -> Own {
        Own {
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// The message that a Tera error carries, if it is ours.
    fn read(text: &str) -> Option<Own> {
        let text = text.strip_prefix(OWN)?;
        let (message, hint) = text.split_once(HINT).unwrap_or((text, ""));
        Some(Own::new(message, hint))
    }

    /// The finding at a place.
    pub(super) fn diagnostic(self, place: Place) -> Diagnostic {
        let diagnostic = Diagnostic::error("mau-sai", place, self.message);
        if self.hint.is_empty() {
            diagnostic
        } else {
            diagnostic.hint(self.hint)
        }
    }
}

impl From<Own> for tera::Error {
    fn from(own: Own) -> tera::Error {
        tera::Error::message(format!("{OWN}{}{HINT}{}", own.message, own.hint))
    }
}

/// A message of Tera in Vietnamese; `names` are the template names there are.
pub(super) fn translate(message: &str, names: &[String]) -> Own {
    if let Some(own) = Own::read(message) {
        return own;
    }
    if let Some(own) = unknown_name(message, names) {
        return own;
    }
    if let Some(own) = fixed(message) {
        return own;
    }
    if let Some(own) = wrong_type(message) {
        return own;
    }
    if let Some(own) = found_but_expected(message) {
        return own;
    }
    Own::new(format!("mẫu sai ở chỗ này (Tera: {message})"), "")
}

/// A closing tag that closes nothing that is open.
pub(super) fn wrong_end(tag: &str) -> Own {
    Own::new(
        format!("gặp {{% {tag} %}} khi thẻ mở trước nó chưa đóng"),
        UNCLOSED,
    )
}

/// The known name nearest to a mistyped one.
pub(super) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|known| (strsim::jaro_winkler(name, known), known))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

/// `ý là …?` if a known name is near, else the names there are.
pub(super) fn suggest<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
    all: &str,
) -> String {
    match nearest(name, known.clone()) {
        Some(near) => format!("có phải ý là {near}?"),
        None => {
            let known: Vec<&str> = known.into_iter().collect();
            format!("{all}: {}", known.join(", "))
        }
    }
}

/// Names that are not there: variables, fields, filters, templates.
fn unknown_name(message: &str, names: &[String]) -> Option<Own> {
    let quoted = between(message, '`')?;
    let listed = |after: &str| -> Vec<String> {
        let list = message.split_once(after).map_or("", |(_, list)| list);
        list.split(", ")
            .filter(|name| !name.is_empty() && !name.starts_with("__"))
            .map(str::to_string)
            .collect()
    };
    let own = |what: &str, known: &[String], all: &str| {
        let hint = if known.is_empty() {
            String::new()
        } else {
            suggest(quoted, known.iter().map(String::as_str), all)
        };
        Own::new(format!("{what} {quoted}"), hint)
    };
    if message.starts_with("Variable") {
        return Some(own("không có biến", &listed("variables: "), "các biến có"));
    }
    if message.starts_with("Field") {
        return Some(own(
            "dữ liệu không có khóa",
            &listed("fields: "),
            "các khóa có",
        ));
    }
    let filters: Vec<String> = filters::names().map(str::to_string).collect();
    match message.split('`').next()? {
        "Unknown filter " => Some(own("không có bộ lọc", &filters, "các bộ lọc có")),
        "Unknown function " => Some(own("không có hàm", &[], "")),
        "Unknown test " => Some(own("không có phép thử", &[], "")),
        "Unknown component " => Some(own("không có thành phần mẫu", &[], "")),
        "Unknown template " => Some(own("không có mẫu", names, "các mẫu có")),
        _ => None,
    }
}

/// Messages that always read the same.
fn fixed(message: &str) -> Option<Own> {
    let (message, hint) = match message {
        "Unexpected end of input" => ("mẫu hết giữa chừng: thiếu thẻ đóng", UNCLOSED),
        "Unknown tag" => (
            "không có thẻ này",
            "các thẻ thường dùng: {% if %}, {% elif %}, {% else %}, {% for %}, {% set %}, {% block %}, {% extends %}, {% include %}, {% raw %}",
        ),
        "Unexpected character" => (
            "ký tự này không đứng được ở đây",
            "tên biến chỉ gồm chữ không dấu, chữ số và dấu _; chữ có dấu đặt trong ngoặc kép",
        ),
        "`extends` needs to be the first tag of the template" => (
            "{% extends %} phải là thẻ đầu tiên của mẫu",
            "chuyển {% extends %} lên dòng đầu",
        ),
        "Tried to render a variable that is undefined" => (
            "dữ liệu không có giá trị này",
            "kiểm tra tên khóa; nếu khóa có thể vắng mặt thì đặt trong {% if … %}",
        ),
        "Tried to use super() in the top level block" => (
            "super() chỉ dùng trong khối ghi đè khối của mẫu cha",
            "bỏ super(), hoặc thêm {% extends %} ở đầu mẫu",
        ),
        "The expression is too complex" | "The template nesting is too deep" => (
            "mẫu lồng quá sâu",
            "tách biểu thức hoặc vòng lặp thành phần nhỏ hơn",
        ),
        "Maximum render recursion depth for components exceeded." => (
            "thành phần mẫu gọi nhau quá sâu",
            "xem lại thành phần tự gọi chính nó",
        ),
        _ if message.starts_with("This content would be ignored") => (
            "chữ này nằm ngoài khối nên không được in",
            "đặt nó vào trong {% block … %} … {% endblock %}",
        ),
        _ if message.contains("divide by 0") => {
            ("phép chia cho 0", "kiểm tra số chia bằng {% if %}")
        }
        _ if message.starts_with("Template already contains a block") => {
            ("mẫu đã có khối tên này ở trên", "gộp hai khối làm một")
        }
        _ => return None,
    };
    Some(Own::new(message, hint))
}

/// Values of the wrong type, missing arguments.
fn wrong_type(message: &str) -> Option<Own> {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match (message.split('`').next()?, quoted.as_slice()) {
        ("Invalid type for the value, expected ", [wanted, given]) => Some(Own::new(
            format!(
                "giá trị sai kiểu: cần {}, gặp {}",
                type_name(wanted),
                type_name(given)
            ),
            "kiểm tra dữ liệu, hoặc dùng bộ lọc khác",
        )),
        ("Missing keyword argument ", [name]) => Some(Own::new(
            format!("thiếu tham số {name}"),
            format!("viết thêm ({name}=…) sau tên bộ lọc hoặc hàm"),
        )),
        ("Math operations can only be done on numbers, found ", [given])
        | ("Only numbers can be used in arithmetic. This is a ", [given]) => Some(Own::new(
            format!("chỉ tính toán được với số, gặp {}", type_name(given)),
            "nối chữ thì dùng dấu ~",
        )),
        ("", [_, first, second]) if message.contains("requires both operands to be numbers") => {
            Some(Own::new(
                format!(
                    "dấu + chỉ cộng số, gặp {} và {}",
                    type_name(first),
                    type_name(second)
                ),
                "nối chữ thì dùng dấu ~",
            ))
        }
        ("Cannot compare ", [first, second]) => Some(Own::new(
            format!(
                "không so sánh được {} với {}",
                type_name(first),
                type_name(second)
            ),
            "",
        )),
        ("Iteration not possible on type ", [given]) => Some(Own::new(
            format!("không lặp được trên {}", type_name(given)),
            "sau `in` phải là một danh sách",
        )),
        _ => None,
    }
}

/// `Found X but expected Y.`
fn found_but_expected(message: &str) -> Option<Own> {
    let rest = message.strip_prefix("Found ")?;
    let (found, expected) = rest
        .split_once(" but expected ")
        .or_else(|| rest.split_once(" but was expecting "))?;
    let expected = expected
        .trim_end_matches('.')
        .trim_start_matches("one of: ");
    Some(Own::new(
        format!(
            "cú pháp sai: gặp {}, cần {}",
            token_name(found),
            token_name(expected)
        ),
        "xem lại dấu ngoặc, dấu phẩy và thẻ đóng quanh chỗ này",
    ))
}

/// Names of signs in Tera's messages.
fn token_name(name: &str) -> String {
    [
        ("identifier", "tên"),
        ("integer", "số nguyên"),
        ("float", "số lẻ"),
        ("string", "chuỗi trong ngoặc kép"),
        ("bool", "true/false"),
        ("raw content", "chữ"),
        ("content", "chữ"),
        ("ident", "tên"),
        (" or ", " hoặc "),
    ]
    .iter()
    .fold(name.replace('`', ""), |name, (english, vietnamese)| {
        name.replace(english, vietnamese)
    })
}

/// Names of types in Tera's messages.
fn type_name(name: &str) -> &str {
    match name {
        "string" | "String" | "&str" => "chuỗi chữ",
        "i64" | "u64" | "i128" | "u128" | "usize" | "integer" => "số nguyên",
        "f64" | "f32" | "float" | "Number" => "số",
        "bool" => "đúng/sai",
        "array" | "Vec<Value>" | "&[Value]" => "danh sách",
        "map" | "Map" | "&Map" | "map/struct" => "nhóm khóa",
        "none" | "null" => "giá trị trống",
        "undefined" => "giá trị không có",
        other => other,
    }
}

/// What stands between the first two quotes.
fn between(text: &str, quote: char) -> Option<&str> {
    text.split(quote).nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(message: &str) -> String {
        let own = translate(message, &["ke-hoach.md".to_string()]);
        format!("{} | {}", own.message, own.hint)
    }

    #[test]
    fn tera_messages_become_vietnamese() {
        for (english, expected) in [
            (
                "Variable `su_kin` is not defined. Available variables: co_quan, su_kien",
                "không có biến su_kin | có phải ý là su_kien?",
            ),
            (
                "Field `x` is not defined. Available fields: ngay, gio",
                "dữ liệu không có khóa x | các khóa có: ngay, gio",
            ),
            (
                "Unknown filter `tin`",
                "không có bộ lọc tin | có phải ý là tien?",
            ),
            (
                "Unknown template `ke-hoah.md`",
                "không có mẫu ke-hoah.md | có phải ý là ke-hoach.md?",
            ),
            (
                "Found `%}` but expected identifier.",
                "cú pháp sai: gặp %}, cần tên | xem lại dấu ngoặc, dấu phẩy và thẻ đóng quanh chỗ này",
            ),
            (
                "Missing keyword argument `end`",
                "thiếu tham số end | viết thêm (end=…) sau tên bộ lọc hoặc hàm",
            ),
            (
                "Math operations can only be done on numbers, found `string`",
                "chỉ tính toán được với số, gặp chuỗi chữ | nối chữ thì dùng dấu ~",
            ),
            (
                "`+` requires both operands to be numbers, found `string` and `i64`",
                "dấu + chỉ cộng số, gặp chuỗi chữ và số nguyên | nối chữ thì dùng dấu ~",
            ),
            ("Odd thing", "mẫu sai ở chỗ này (Tera: Odd thing) | "),
        ] {
            assert_eq!(shown(english), expected);
        }
    }
}
