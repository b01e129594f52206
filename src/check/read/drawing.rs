//! DrawingML (`w:drawing`): text boxes, lines, pictures, and groups of them.

use super::draft::Draft;
use super::measure::{color, emu};
use super::names::Ns;
use super::walk::{Around, Drawn, Walk};
use super::xml::Node;
use crate::check::facts::{
    Block, Border, BorderKind, BoxId, Color, Home, Image, ImageId, Placement, Shape, ShapeId,
    ShapeKind, TextBox,
};
use crate::check::refusal::Refusal;
use crate::units::{Pt, Twips};

/// A rectangle lower than this is a line.
const THIN: Pt = Pt(2.0);

/// Room around the text of a box, if the file names none: a tenth of an inch (DrawingML, 21.1.2.1.1).
pub(super) const INSET: Twips = Twips(144);

/// Where drawn things hang, and what they share.
#[derive(Clone, Copy)]
pub(super) struct Hanging<'t> {
    /// The `w:drawing` or `w:pict` element.
    pub(super) root: Node<'t>,
    pub(super) placement: Placement,
    /// The numbers count from the left edge of the page.
    pub(super) from_page: bool,
}

/// A drawn thing before it is known what it is.
pub(super) struct Drawing {
    pub(super) placement: Placement,
    pub(super) kind: ShapeKind,
    pub(super) line: Option<Border>,
    pub(super) insets: (Twips, Twips),
}

impl Walk<'_> {
    /// `w:drawing`.
    pub(super) fn drawing(&mut self, node: Node<'_>, draft: &mut Draft) -> Result<(), Refusal> {
        for frame in node.children() {
            let inline = match frame.name() {
                (Ns::Wp, "inline") => true,
                (Ns::Wp, "anchor") => false,
                _ => continue,
            };
            let hanging = Hanging {
                root: node,
                placement: placement(frame, inline),
                from_page: counts_from_page(frame),
            };
            let data = frame.find(Ns::A, "graphicData");
            for content in data.into_iter().flat_map(Node::children) {
                self.graphic(content, &hanging, draft)?;
            }
        }
        Ok(())
    }

    /// A shape, a picture, or a group of them.
    fn graphic(
        &mut self,
        node: Node<'_>,
        hanging: &Hanging<'_>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        match node.name() {
            (Ns::Wps, "wsp") => return self.shape(node, hanging, draft),
            (Ns::Pic, "pic") => {
                let link = node.find(Ns::A, "blip");
                let embedded = link.and_then(|blip| blip.relation("embed"));
                self.image(embedded, hanging, draft);
            }
            (Ns::Wpg, "wgp" | "grpSp") => return self.group(node, hanging, draft),
            (_, "wpc" | "lockedCanvas" | "grpSp") => return self.group(node, hanging, draft),
            _ => {}
        }
        Ok(())
    }

    /// What is in a group has the group's coordinates.
    fn group(
        &mut self,
        node: Node<'_>,
        hanging: &Hanging<'_>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        let scale = GroupScale::of(node, hanging.placement);
        for child in node.children() {
            let own = properties(child).and_then(|own| own.child(Ns::A, "xfrm"));
            let placement = match (own, &scale) {
                (Some(own), Some(scale)) => scale.placement(own, hanging.placement),
                _ => hanging.placement,
            };
            let within = Hanging {
                placement,
                ..*hanging
            };
            self.graphic(child, &within, draft)?;
        }
        Ok(())
    }

    fn shape(
        &mut self,
        node: Node<'_>,
        hanging: &Hanging<'_>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        let own = node.child(Ns::Wps, "spPr");
        let preset = own.and_then(|own| own.child(Ns::A, "prstGeom"));
        let preset = preset.and_then(|preset| preset.attribute("prst"));
        let line = outline(node, own);
        let filled = own.is_some_and(|own| own.child(Ns::A, "solidFill").is_some());
        let kind = kind(preset.unwrap_or(""), hanging.placement);
        let drawing = Drawing {
            placement: hanging.placement,
            kind,
            line: line.or_else(|| (filled && kind == ShapeKind::Horizontal).then_some(THIN_BAR)),
            insets: insets(node.child(Ns::Wps, "bodyPr")),
        };
        let content = node.child(Ns::Wps, "txbx");
        let content = content.and_then(|content| content.w("txbxContent"));
        self.drawn(drawing, content, hanging, draft)
    }

    /// Adds a text box, or a shape if it holds no text.
    pub(super) fn drawn(
        &mut self,
        drawing: Drawing,
        content: Option<Node<'_>>,
        hanging: &Hanging<'_>,
        draft: &mut Draft,
    ) -> Result<(), Refusal> {
        let at = draft.text.len();
        match content {
            Some(content) => {
                let id = self.text_box(drawing, content, hanging, draft)?;
                draft.boxes.push((at, id));
                self.note_page(hanging, Drawn::Box(id));
            }
            None => {
                let id = ShapeId(self.facts.shapes.len());
                self.facts.shapes.push(Shape {
                    place: self.place(hanging.root),
                    fallback: self.fallback(hanging.root),
                    anchor: draft.id,
                    kind: drawing.kind,
                    placement: drawing.placement,
                    line: drawing.line,
                });
                draft.shapes.push((at, id));
                self.note_page(hanging, Drawn::Shape(id));
            }
        }
        Ok(())
    }

    fn text_box(
        &mut self,
        drawing: Drawing,
        content: Node<'_>,
        hanging: &Hanging<'_>,
        draft: &Draft,
    ) -> Result<BoxId, Refusal> {
        let id = BoxId(self.facts.boxes.len());
        self.facts.boxes.push(TextBox {
            place: self.place(hanging.root),
            fallback: self.fallback(hanging.root),
            anchor: draft.id,
            frame: false,
            placement: drawing.placement,
            insets: drawing.insets,
            outline: drawing.line,
            blocks: Vec::new(),
        });
        let around = Around {
            home: Home::Box(id),
            ..Around::story()
        };
        // A field of the text around has no part in what the box holds.
        let fields = std::mem::take(&mut self.fields);
        let blocks: Vec<Block> = self.blocks(content, &around)?;
        self.fields = fields;
        self.facts.boxes[id.0].blocks = blocks;
        Ok(id)
    }

    /// Adds a picture by its relationship.
    pub(super) fn image(
        &mut self,
        relation: Option<&str>,
        hanging: &Hanging<'_>,
        draft: &mut Draft,
    ) {
        let part = relation.and_then(|id| self.relations.part(id));
        let part = part.map(str::to_string);
        let id = ImageId(self.facts.images.len());
        let format = part.as_ref().map(|part| self.image_format(part));
        self.facts.images.push(Image {
            place: self.place(hanging.root),
            anchor: draft.id,
            part,
            format: format.unwrap_or_default(),
            placement: hanging.placement,
        });
        draft.images.push((draft.text.len(), id));
        self.note_page(hanging, Drawn::Image(id));
    }

    fn note_page(&mut self, hanging: &Hanging<'_>, drawn: Drawn) {
        if hanging.from_page {
            self.from_page.push(drawn);
        }
    }
}

/// A filled bar as thin as a line.
const THIN_BAR: Border = Border {
    kind: BorderKind::Single,
    width: 6,
    color: Color::Auto,
};

/// Coordinates of a group (`a:chOff`, `a:chExt`).
struct GroupScale {
    origin: (f64, f64),
    factor: (f64, f64),
}

impl GroupScale {
    fn of(node: Node<'_>, placement: Placement) -> Option<GroupScale> {
        let own = properties(node)?.child(Ns::A, "xfrm")?;
        let (x, y) = pair(own.child(Ns::A, "chOff")?, "x", "y");
        let (wide, high) = pair(own.child(Ns::A, "chExt")?, "cx", "cy");
        let factor = |size: Pt, own: f64| if own > 0.0 { size.0 / own } else { 0.0 };
        Some(GroupScale {
            origin: (x, y),
            factor: (
                factor(placement.width, wide),
                factor(placement.height, high),
            ),
        })
    }

    fn placement(&self, own: Node<'_>, group: Placement) -> Placement {
        let (x, y) = own
            .child(Ns::A, "off")
            .map_or((0.0, 0.0), |off| pair(off, "x", "y"));
        let (wide, high) = own
            .child(Ns::A, "ext")
            .map_or((0.0, 0.0), |ext| pair(ext, "cx", "cy"));
        let along = Pt((x - self.origin.0) * self.factor.0);
        let down = Pt((y - self.origin.1) * self.factor.1);
        Placement {
            width: Pt(wide * self.factor.0),
            height: Pt(high * self.factor.1),
            left: group.left.map(|left| left + along),
            top: group.top.map(|top| top + down),
            ..group
        }
    }
}

/// Properties of a shape, a picture or a group in DrawingML.
fn properties(node: Node<'_>) -> Option<Node<'_>> {
    let mut children = node.children();
    children.find(|child| matches!(child.name().1, "spPr" | "grpSpPr"))
}

/// Two numbers in EMU.
fn pair(node: Node<'_>, first: &str, second: &str) -> (f64, f64) {
    let of = |name| node.attribute(name).and_then(emu).unwrap_or_default().0;
    (of(first), of(second))
}

/// `wp:inline`, `wp:anchor`.
fn placement(frame: Node<'_>, inline: bool) -> Placement {
    let extent = frame.child(Ns::Wp, "extent");
    let (width, height) = extent.map_or((0.0, 0.0), |extent| pair(extent, "cx", "cy"));
    let across = frame.child(Ns::Wp, "positionH");
    let offset = |position: Option<Node<'_>>| {
        let offset = position?.child(Ns::Wp, "posOffset")?;
        emu(offset.text())
    };
    let align = across.and_then(|across| across.child(Ns::Wp, "align"));
    Placement {
        width: Pt(width),
        height: Pt(height),
        left: offset(across),
        top: offset(frame.child(Ns::Wp, "positionV")),
        centred: align.is_some_and(|align| align.text() == "center"),
        aside: align.is_some_and(|align| ["left", "right"].contains(&align.text())),
        inline,
    }
}

fn counts_from_page(frame: Node<'_>) -> bool {
    let across = frame.child(Ns::Wp, "positionH");
    let from = across.and_then(|across| across.attribute("relativeFrom"));
    matches!(from, Some("page" | "leftMargin"))
}

/// What a preset of that name and size looks like.
pub(super) fn kind(preset: &str, placement: Placement) -> ShapeKind {
    let (wide, high) = (placement.width, placement.height);
    match preset {
        "line" | "straightConnector1" if high.0 <= THIN.0 && wide.0 > high.0 => {
            ShapeKind::Horizontal
        }
        "line" | "straightConnector1" if wide.0 <= THIN.0 => ShapeKind::Vertical,
        // Drawn by hand, a line is seldom quite level.
        "line" | "straightConnector1" if wide.0 > high.0 * 20.0 => ShapeKind::Horizontal,
        "line" | "straightConnector1" => ShapeKind::Slanted,
        "rect" | "" if high.0 <= THIN.0 && wide.0 > 10.0 * high.0 => ShapeKind::Horizontal,
        "rect" | "" | "roundRect" => ShapeKind::Rectangle,
        _ => ShapeKind::Other,
    }
}

/// The outline that is drawn: the shape's own (`a:ln`), else that of its style.
fn outline(node: Node<'_>, own: Option<Node<'_>>) -> Option<Border> {
    let line = own.and_then(|own| own.child(Ns::A, "ln"));
    if line.is_some_and(|line| line.child(Ns::A, "noFill").is_some()) {
        return None;
    }
    let styled = node.child(Ns::Wps, "style");
    let styled = styled.and_then(|style| style.child(Ns::A, "lnRef"));
    let styled = styled.and_then(|styled| styled.attribute("idx"));
    let drawn = line.is_some_and(|line| line.child(Ns::A, "solidFill").is_some());
    if !drawn && matches!(styled, None | Some("0")) {
        return None;
    }
    let width = line.and_then(|line| line.attribute("w")).and_then(emu);
    let dash = line.and_then(|line| line.child(Ns::A, "prstDash"));
    let dash = dash.and_then(Node::val).unwrap_or("solid");
    let compound = line
        .and_then(|line| line.attribute("cmpd"))
        .unwrap_or("sng");
    let fill = line.and_then(|line| line.child(Ns::A, "solidFill"));
    let fill = fill.and_then(|fill| fill.child(Ns::A, "srgbClr"));
    Some(Border {
        kind: match (dash, compound) {
            ("solid", "sng") => BorderKind::Single,
            ("solid", _) => BorderKind::Multiple,
            _ => BorderKind::Broken,
        },
        width: (width.unwrap_or(Pt(0.75)).0 * 8.0).clamp(1.0, 255.0) as u16,
        color: fill
            .and_then(Node::val)
            .and_then(color)
            .unwrap_or(Color::Auto),
    })
}

/// `wps:bodyPr`.
fn insets(node: Option<Node<'_>>) -> (Twips, Twips) {
    let of = |name: &str| {
        let given = node.and_then(|node| node.attribute(name)).and_then(emu);
        given.map_or(INSET, Pt::to_twips)
    };
    (of("lIns"), of("rIns"))
}
