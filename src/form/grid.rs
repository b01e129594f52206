//! Where the edges between the columns of a table can stand.

use crate::units::Twips;

/// How far an edge is moved at most, in twips; a column needs twice that beyond its words.
const NEAR: i32 = 12;

/// Moves the edges between columns to where LibreOffice can put them, some twips away: it holds
/// them in ten-thousandths of the table's width, and rounds what it reads.
pub(super) fn settled(columns: &[Twips]) -> Vec<Twips> {
    let total: i32 = columns.iter().map(|width| width.0).sum();
    let kept = |edge: i32| {
        let (edge, total) = (i64::from(edge), i64::from(total.max(1)));
        let part = (edge * 10_000 + total / 2) / total;
        part * total / 10_000 == edge
    };
    let nearest = |edge: i32| {
        let around = (0..NEAR).flat_map(|off| [edge + off, edge - off]);
        let mut kept = around.filter(|&at| kept(at));
        kept.next().unwrap_or(edge)
    };
    let mut edge = 0;
    let mut before = 0;
    let mut settled = Vec::with_capacity(columns.len());
    for width in columns {
        edge += width.0;
        let near = nearest(edge);
        settled.push(Twips(near - before));
        before = near;
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_end_where_ten_thousandths_of_the_table_do() {
        let columns = settled(&[Twips(1760), Twips(7283)]);
        // 1763 of 9043 twips are 1950 ten-thousandths; 1760 would be read back as 1759.
        assert_eq!(columns.iter().copied().sum::<Twips>(), Twips(9043));
        assert_eq!(
            (columns[0].0 * 10_000 + 4521) / 9043 * 9043 / 10_000,
            columns[0].0
        );
        assert!((columns[0].0 - 1760).abs() < NEAR);
    }
}
