//! Paragraphs (`w:p`): format, automatic number, content, frame.

use std::collections::BTreeMap;

use super::draft::{Draft, RunHead};
use super::formats::Standing;
use super::measure::twips;
use super::paragraph_properties::ParagraphProperties;
use super::run_properties::RunProperties;
use super::walk::{Around, Drawn, Gathered, Walk};
use super::xml::Node;
use crate::check::facts::{
    Block, BoxId, Home, Label, Paragraph, ParagraphId, Placement, RunKind, TextBox,
};
use crate::check::refusal::Refusal;
use crate::units::Twips;

impl Walk<'_> {
    /// A paragraph; of a frame it goes into its box.
    pub(super) fn paragraph(
        &mut self,
        node: Node<'_>,
        around: &Around,
        gathered: &mut Gathered,
    ) -> Result<(), Refusal> {
        let id = self.start_paragraph()?;
        let own = node.w("pPr");
        let home = match self.frame(node, own, id, gathered) {
            Some(frame) => Home::Box(frame),
            None => around.home,
        };
        match home {
            Home::Box(frame) if around.home != home => {
                self.facts.boxes[frame.0].blocks.push(Block::Paragraph(id));
            }
            _ => gathered.blocks.push(Block::Paragraph(id)),
        }
        let section = self.section;
        let paragraph = self.read_paragraph(node, own, id, around)?;
        self.end_paragraph(
            id,
            Paragraph {
                home,
                section,
                ..paragraph
            },
        );
        if let Some(ends) = own.and_then(|own| own.w("sectPr")) {
            self.end_section(ends)?;
        }
        Ok(())
    }

    fn read_paragraph(
        &mut self,
        node: Node<'_>,
        own: Option<Node<'_>>,
        id: ParagraphId,
        around: &Around,
    ) -> Result<Paragraph, Refusal> {
        let direct = own.map(ParagraphProperties::read).unwrap_or_default();
        let mark = own.and_then(|own| own.w("rPr"));
        let mark = mark.map(RunProperties::read).unwrap_or_default();
        let style = self.formats.styles.paragraph_style(direct.style.as_ref());
        let standing = Standing {
            cell: around.standing.cell.clone(),
            paragraph: style.clone(),
        };
        let properties = self.formats.paragraph_properties(&standing, &direct);
        let mut draft = Draft::new(id, standing);
        draft.changed = around.changed || direct.changed || mark.changed;
        draft.control = around.control;
        if let (Some(own), true) = (own, direct.changed || mark.changed) {
            self.change(own);
        }
        if properties.page_break_before == Some(true) && !self.laid_out && id.0 > 0 {
            self.page += 1;
        }
        let page = self.page;
        let label = self.label(node, &properties, &mark, &mut draft);
        self.inlines(node, &mut draft, None)?;
        self.carry_fields(&mut draft);
        let format = self.formats.paragraph(&draft.standing, &properties);
        let name = style.map(|style| self.formats.styles.name(&style));
        Ok(Paragraph {
            place: self.place(node),
            properties: own.map(|own| self.place(own)),
            story: self.story,
            home: around.home,
            section: self.section,
            column: 0,
            page,
            style: name.unwrap_or_default(),
            format,
            mark: self.formats.run(&draft.standing, &mark),
            text: draft.text,
            runs: draft.runs,
            label,
            fields: draft.fields,
            shapes: draft.shapes,
            images: draft.images,
            boxes: draft.boxes,
            notes: draft.notes,
            bookmarks: draft.bookmarks,
            control: draft.control,
            changed: draft.changed,
        })
    }

    /// Counts the automatic number on, and puts it before the text.
    fn label(
        &mut self,
        node: Node<'_>,
        properties: &ParagraphProperties,
        mark: &RunProperties,
        draft: &mut Draft,
    ) -> Option<Label> {
        let list = properties.list.filter(|&list| list != 0)?;
        let level = properties.level.unwrap_or(0);
        let printed = self.formats.numbering.next(list, level)?;
        let format = self
            .formats
            .number(&draft.standing, mark, Some((list, level)));
        let head = RunHead {
            place: self.place(node),
            properties: None,
            format,
            change: None,
            hidden: false,
        };
        draft.push(&head, &printed.text, RunKind::Number);
        let range = 0..draft.text.len();
        if range.is_empty() {
            return None;
        }
        draft.push(&head, printed.suffix, RunKind::Number);
        Some(Label {
            range,
            list,
            level,
            bullet: printed.bullet,
        })
    }

    /// The box of a paragraph with `w:framePr`; paragraphs one after the other with the same are in one.
    fn frame(
        &mut self,
        node: Node<'_>,
        own: Option<Node<'_>>,
        id: ParagraphId,
        gathered: &mut Gathered,
    ) -> Option<BoxId> {
        let frame = own.and_then(|own| own.w("framePr"));
        let Some(frame) =
            frame.filter(|frame| frame.attribute("dropCap").is_none_or(|cap| cap == "none"))
        else {
            gathered.frame = None;
            return None;
        };
        let given: BTreeMap<String, String> = frame.all_attributes().collect();
        if let Some((known, at)) = &gathered.frame
            && *known == given
        {
            return Some(*at);
        }
        let at = BoxId(self.facts.boxes.len());
        let of = |name| frame.attribute(name);
        let length = |name| of(name).and_then(twips);
        self.facts.boxes.push(TextBox {
            place: self.place(node),
            fallback: None,
            anchor: id,
            frame: true,
            placement: Placement {
                width: length("w").unwrap_or_default().to_pt(),
                height: length("h").unwrap_or_default().to_pt(),
                left: length("x").map(Twips::to_pt),
                top: length("y").map(Twips::to_pt),
                centred: of("xAlign") == Some("center"),
                aside: matches!(of("xAlign"), Some("left" | "right")),
                inline: false,
            },
            insets: (Twips(0), Twips(0)),
            outline: None,
            blocks: Vec::new(),
        });
        if of("hAnchor") == Some("page") {
            self.from_page.push(Drawn::Box(at));
        }
        gathered.frame = Some((given, at));
        Some(at)
    }
}
