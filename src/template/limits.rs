//! What a template may use up, so that a wrong or hostile one neither hangs nor fills the memory.
//!
//! Tera has no limit of its own on loops or output. `prepare` puts calls of the two functions here
//! into loops and after `set`; the writer bounds what a block prints.

use std::cell::Cell;
use std::io::{self, Write};

use tera::{Kwargs, State, Tera, Value};

use super::escape;
use super::message::Own;
use super::prepare::{MARK_BLOCK, MARK_NAME};

/// Name of the function that charges one turn of a loop.
pub(super) const CHARGE: &str = "__tinh";
/// Name of the function that measures a variable.
pub(super) const MEASURE: &str = "__do";

/// Most bytes that a block may print.
pub(super) const LONGEST_BLOCK: usize = 1 << 20;
/// Most bytes of template that may be gone through in one rendering, loops counted each turn.
const BUDGET: usize = 32 << 20;
/// What a turn costs besides its length.
const TURN: usize = 64;
/// Most bytes and values that a variable may hold.
const LARGEST_VARIABLE: usize = 1 << 20;
/// Most numbers that `range` gives.
const LONGEST_RANGE: i64 = 10_000;

thread_local! {
    /// Spent in the rendering that runs on this thread. Functions and the escaper of Tera get no
    /// state of ours, and a rendering never changes threads.
    static SPENT: Cell<usize> = const { Cell::new(0) };
}

/// Starts the account of a rendering.
pub(super) fn start() {
    SPENT.set(0);
}

/// Registers the functions and the bounded `range`.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(
        CHARGE,
        |kwargs: Kwargs, _: &State| -> tera::TeraResult<&'static str> {
            spend(kwargs.get::<i64>("n")?.unwrap_or(0).unsigned_abs() as usize + TURN)?;
            Ok("")
        },
    );
    tera.register_function(
        MEASURE,
        |kwargs: Kwargs, _: &State| -> tera::TeraResult<&'static str> {
            match kwargs.get::<Value>("v")? {
                Some(value) if !fits(&value) => Err(Own::new(
                    "biến này lớn quá 1 MiB",
                    "xem lại vòng lặp hoặc phép nối ~ tạo ra nó",
                )
                .into()),
                Some(_) | None => Ok(""),
            }
        },
    );
    tera.register_function("range", |kwargs: Kwargs, _: &State| range(&kwargs));
}

/// The escaper of all templates; what it prints is charged.
pub(super) fn charged_escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    if spend(text.len()).is_err() {
        return Err(io::Error::from(io::ErrorKind::QuotaExceeded));
    }
    escape::escape(text, out)
}

/// Spends some of the budget.
fn spend(cost: usize) -> Result<(), Own> {
    let spent = SPENT.get().saturating_add(cost);
    SPENT.set(spent);
    if spent > BUDGET {
        return Err(exhausted());
    }
    Ok(())
}

/// What is said when the budget is spent.
pub(super) fn exhausted() -> Own {
    Own::new(
        "mẫu lặp quá nhiều, đã dừng",
        "xem lại vòng lặp {% for %}, nhất là vòng lặp nằm trong vòng lặp",
    )
}

/// True if the value is no larger than a variable may be. Nesting may be deep, so no recursion.
fn fits(value: &Value) -> bool {
    let mut room = LARGEST_VARIABLE;
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        let own = value.as_str().map_or(1, |text| text.len() + 1);
        let Some(left) = room.checked_sub(own) else {
            return false;
        };
        room = left;
        waiting.extend(value.as_array().into_iter().flatten());
        waiting.extend(value.as_map().into_iter().flatten().map(|(_, entry)| entry));
        if waiting.len() > LARGEST_VARIABLE {
            return false;
        }
    }
    true
}

/// Whole numbers from `start` up to `end`, without it.
fn range(kwargs: &Kwargs) -> tera::TeraResult<Vec<i64>> {
    let start = kwargs.get::<i64>("start")?.unwrap_or(0);
    let end = kwargs.must_get::<i64>("end")?;
    let step = kwargs.get::<i64>("step_by")?.unwrap_or(1);
    let long = end.saturating_sub(start) / step.max(1) > LONGEST_RANGE;
    if step < 1 || long {
        let message = format!("range chỉ đếm lên, nhiều nhất {LONGEST_RANGE} số");
        return Err(Own::new(message, "dùng {% for … in … %} trên danh sách của dữ liệu").into());
    }
    let step = usize::try_from(step).unwrap_or(usize::MAX);
    Ok((start..end).step_by(step).collect())
}

/// Keeps what is printed, up to the limit of a block.
#[derive(Default)]
pub(super) struct Output {
    /// What was printed, with the marks of blocks.
    pub(super) text: Vec<u8>,
    block_start: usize,
}

impl Output {
    /// Name of the block that is being printed.
    pub(super) fn block(&self) -> String {
        let text = String::from_utf8_lossy(&self.text);
        let Some(start) = text.rfind(MARK_BLOCK) else {
            return String::new();
        };
        let name = text[start + 1..].split(MARK_NAME).next();
        name.unwrap_or("").to_string()
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.contains(&(MARK_BLOCK as u8)) {
            self.block_start = self.text.len();
        }
        if self.text.len() + bytes.len() - self.block_start > LONGEST_BLOCK {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
