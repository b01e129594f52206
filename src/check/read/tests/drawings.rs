//! Text boxes, frames, lines and pictures.

use super::{check, check_facts, docx};
use crate::check::facts::{BorderKind, ImageFormat, ShapeKind};

/// An anchored drawing of 120 x `height` pt, 36 pt from the column.
fn anchored(height: u32, content: &str) -> String {
    format!(
        "<w:drawing><wp:anchor><wp:positionH relativeFrom=\"column\"><wp:posOffset>457200</wp:posOffset></wp:positionH>\
         <wp:extent cx=\"1524000\" cy=\"{}\"/><a:graphic><a:graphicData>{content}</a:graphicData></a:graphic></wp:anchor></w:drawing>",
        height * 12700
    )
}

/// Content for newer programs, and the same for older ones.
fn alternate(choice: &str, fallback: &str) -> String {
    format!(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )
}

fn in_run(content: &str) -> String {
    format!("<w:p><w:r>{content}</w:r><w:r><w:t>sau</w:t></w:r></w:p>")
}

const INSIDE: &str = "<w:txbxContent><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:txbxContent>";

#[test]
fn a_box_in_two_forms_is_read_once() {
    let new = anchored(
        40,
        &format!(
            "<wps:wsp><wps:spPr/><wps:txbx>{INSIDE}</wps:txbx><wps:bodyPr lIns=\"0\"/></wps:wsp>"
        ),
    );
    let old = format!(
        "<w:pict><v:shape style=\"width:120pt;height:40pt\"><v:textbox>{INSIDE}</v:textbox></v:shape></w:pict>"
    );
    let file = docx(&in_run(&alternate(&new, &old)));
    check(
        &file,
        &[
            "[, left] 10 \"sau\"",
            "  box at 0: 120.0 x 40.0 left 36.0",
            "    [, left] 10 \"trong\"",
        ],
    );
    let facts = file.facts();
    let old = facts.xml(facts.boxes[0].fallback.as_ref().unwrap());
    assert!(old.starts_with(b"<mc:Fallback>"));
    assert_eq!(facts.boxes[0].insets.0.0, 0);
}

#[test]
fn a_form_that_is_not_known_gives_way_to_the_older_one() {
    let old = format!(
        "<w:pict><v:rect style=\"position:absolute;margin-left:10pt;width:120pt;height:40pt;mso-position-horizontal:center\"><v:textbox>{INSIDE}</v:textbox></v:rect></w:pict>"
    );
    let body = in_run(&format!(
        "<mc:AlternateContent><mc:Choice Requires=\"w99\"><w:t>lạ</w:t></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    ));
    check_facts(
        &body,
        &[
            "[, left] 10 \"sau\"",
            "  box at 0: 120.0 x 40.0 left 10.0 centred",
            "    [, left] 10 \"trong\"",
        ],
    );
}

#[test]
fn lines_have_a_length() {
    let line = "<wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst=\"line\"/><a:ln w=\"9525\"><a:solidFill/><a:prstDash val=\"dash\"/></a:ln></wps:spPr></wps:wsp>";
    let bodies = [
        (anchored(0, line), "Horizontal 120.0 x 0.0 left 36.0", Some(BorderKind::Broken)),
        (
            "<w:pict><v:line from=\"10pt,2pt\" to=\"100pt,2pt\"/></w:pict>".to_string(),
            "Horizontal 90.0 x 0.0 left 10.0 top 2.0 inline",
            Some(BorderKind::Single),
        ),
        (
            "<w:pict><v:shape type=\"#_x0000_t32\" stroked=\"f\" style=\"position:absolute;width:96;height:0\"/></w:pict>".to_string(),
            "Horizontal 72.0 x 0.0",
            None,
        ),
        (
            "<w:pict><v:group style=\"width:100pt;height:50pt\" coordsize=\"200,100\"><v:line from=\"0,0\" to=\"0,100\"/></v:group></w:pict>".to_string(),
            "Vertical 0.0 x 50.0 inline",
            Some(BorderKind::Single),
        ),
    ];
    for (drawing, expected, kind) in bodies {
        let file = docx(&in_run(&drawing));
        let shape = format!("  shape at 0: {expected}");
        check(&file, &["[, left] 10 \"sau\"", &shape]);
        assert_eq!(
            file.facts().shapes[0].line.map(|line| line.kind),
            kind,
            "{expected}"
        );
    }
}

#[test]
fn a_group_places_what_is_in_it() {
    let group = "<wpg:wgp><wpg:grpSpPr><a:xfrm><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"3048000\" cy=\"1016000\"/></a:xfrm></wpg:grpSpPr>\
         <wps:wsp><wps:spPr><a:xfrm><a:off x=\"1524000\" y=\"0\"/><a:ext cx=\"1524000\" cy=\"0\"/></a:xfrm><a:prstGeom prst=\"line\"/></wps:spPr></wps:wsp></wpg:wgp>";
    check_facts(
        &in_run(&anchored(40, group)),
        &[
            "[, left] 10 \"sau\"",
            "  shape at 0: Horizontal 60.0 x 0.0 left 96.0",
        ],
    );
}

#[test]
fn what_is_placed_from_the_edge_of_the_page_is_placed_from_the_text() {
    let drawing = anchored(
        0,
        "<wps:wsp><wps:spPr><a:prstGeom prst=\"line\"/></wps:spPr></wps:wsp>",
    )
    .replace("relativeFrom=\"column\"", "relativeFrom=\"page\"");
    let body = in_run(&drawing)
        + "<w:sectPr><w:pgMar w:left=\"360\" w:right=\"0\" w:top=\"0\" w:bottom=\"0\"/></w:sectPr>";
    assert_eq!(
        docx(&body).facts().shapes[0]
            .placement
            .left
            .map(|left| left.0),
        Some(18.0)
    );
}

#[test]
fn paragraphs_of_one_frame_are_one_box() {
    let framed = |frame: &str, text: &str| {
        format!("<w:p><w:pPr><w:framePr {frame}/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = framed("w:w=\"2000\" w:xAlign=\"center\"", "a")
        + &framed("w:w=\"2000\" w:xAlign=\"center\"", "b")
        + &framed("w:w=\"3000\"", "c")
        + "<w:p><w:r><w:t>d</w:t></w:r></w:p>";
    let facts = docx(&body).facts();
    assert_eq!(facts.body.len(), 1);
    let boxes: Vec<_> = facts
        .boxes
        .iter()
        .map(|own| (own.blocks.len(), own.placement.centred, own.frame))
        .collect();
    assert_eq!(boxes, [(2, true, true), (1, false, true)]);
}

#[test]
fn pictures_are_known_and_those_outside_are_not_followed() {
    let blip = |id: &str| {
        anchored(
            40,
            &format!("<pic:pic><pic:blipFill><a:blip r:embed=\"{id}\"/></pic:blipFill></pic:pic>"),
        )
    };
    let body = in_run(&blip("rId1")) + &in_run(&blip("rId2"));
    let facts = docx(&body)
        .relation("rId1", "image", "media/a.png", false)
        .relation("rId2", "image", "http://example.org/a.png", true)
        .raw(
            "word/media/a.png",
            b"\xFF\xD8\xFF\xE0 a JPEG of the wrong name",
        )
        .facts();
    let images: Vec<_> = facts
        .images
        .iter()
        .map(|image| (image.part.as_deref(), image.format))
        .collect();
    assert_eq!(
        images,
        [
            (Some("word/media/a.png"), ImageFormat::Jpeg),
            (None, ImageFormat::Unknown)
        ]
    );
    assert_eq!(facts.signs.external, 1);
    assert_eq!(
        facts
            .shapes
            .iter()
            .filter(|shape| shape.kind == ShapeKind::Other)
            .count(),
        0
    );
}
