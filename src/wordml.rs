//! The order in which the schema of WordprocessingML wants the children of property elements. Word
//! forgives most of it, the schema (ECMA-376 part 1, annex A.1) nothing.

/// The children of `name` in order, or none if docx-rs's order stands.
pub fn children(name: &[u8]) -> Option<&'static [&'static [u8]]> {
    Some(match name {
        b"w:style" => STYLE,
        b"w:pPr" => PARAGRAPH,
        b"w:pBdr" => PARAGRAPH_BORDERS,
        b"w:rPr" => RUN,
        b"w:tblPr" => TABLE,
        b"w:tblBorders" => TABLE_BORDERS,
        b"w:tblCellMar" => CELL_MARGINS,
        b"w:tblGrid" => TABLE_GRID,
        b"w:trPr" => ROW,
        b"w:tcPr" => CELL,
        b"w:sectPr" => SECTION,
        _ => return None,
    })
}

/// CT_Style, 17.7.4.17.
const STYLE: &[&[u8]] = &[
    b"w:name",
    b"w:aliases",
    b"w:basedOn",
    b"w:next",
    b"w:link",
    b"w:autoRedefine",
    b"w:hidden",
    b"w:uiPriority",
    b"w:semiHidden",
    b"w:unhideWhenUsed",
    b"w:qFormat",
    b"w:locked",
    b"w:personal",
    b"w:personalCompose",
    b"w:personalReply",
    b"w:rsid",
    b"w:pPr",
    b"w:rPr",
    b"w:tblPr",
    b"w:trPr",
    b"w:tcPr",
    b"w:tblStylePr",
];

/// CT_PPr, 17.3.1.26.
const PARAGRAPH: &[&[u8]] = &[
    b"w:pStyle",
    b"w:keepNext",
    b"w:keepLines",
    b"w:pageBreakBefore",
    b"w:framePr",
    b"w:widowControl",
    b"w:numPr",
    b"w:suppressLineNumbers",
    b"w:pBdr",
    b"w:shd",
    b"w:tabs",
    b"w:suppressAutoHyphens",
    b"w:kinsoku",
    b"w:wordWrap",
    b"w:overflowPunct",
    b"w:topLinePunct",
    b"w:autoSpaceDE",
    b"w:autoSpaceDN",
    b"w:bidi",
    b"w:adjustRightInd",
    b"w:snapToGrid",
    b"w:spacing",
    b"w:ind",
    b"w:contextualSpacing",
    b"w:mirrorIndents",
    b"w:suppressOverlap",
    b"w:jc",
    b"w:textDirection",
    b"w:textAlignment",
    b"w:textboxTightWrap",
    b"w:outlineLvl",
    b"w:divId",
    b"w:cnfStyle",
    b"w:rPr",
    b"w:sectPr",
    b"w:pPrChange",
];

/// CT_PBdr, 17.3.1.24.
const PARAGRAPH_BORDERS: &[&[u8]] = &[
    b"w:top",
    b"w:left",
    b"w:bottom",
    b"w:right",
    b"w:between",
    b"w:bar",
];

/// EG_RPrBase, 17.3.2.28.
const RUN: &[&[u8]] = &[
    b"w:rStyle",
    b"w:rFonts",
    b"w:b",
    b"w:bCs",
    b"w:i",
    b"w:iCs",
    b"w:caps",
    b"w:smallCaps",
    b"w:strike",
    b"w:dstrike",
    b"w:outline",
    b"w:shadow",
    b"w:emboss",
    b"w:imprint",
    b"w:noProof",
    b"w:snapToGrid",
    b"w:vanish",
    b"w:webHidden",
    b"w:color",
    b"w:spacing",
    b"w:w",
    b"w:kern",
    b"w:position",
    b"w:sz",
    b"w:szCs",
    b"w:highlight",
    b"w:u",
    b"w:effect",
    b"w:bdr",
    b"w:shd",
    b"w:fitText",
    b"w:vertAlign",
    b"w:rtl",
    b"w:cs",
    b"w:em",
    b"w:lang",
    b"w:eastAsianLayout",
    b"w:specVanish",
    b"w:oMath",
];

/// CT_TblPr, 17.4.59.
const TABLE: &[&[u8]] = &[
    b"w:tblStyle",
    b"w:tblpPr",
    b"w:tblOverlap",
    b"w:bidiVisual",
    b"w:tblStyleRowBandSize",
    b"w:tblStyleColBandSize",
    b"w:tblW",
    b"w:jc",
    b"w:tblCellSpacing",
    b"w:tblInd",
    b"w:tblBorders",
    b"w:shd",
    b"w:tblLayout",
    b"w:tblCellMar",
    b"w:tblLook",
    b"w:tblCaption",
    b"w:tblDescription",
];

/// CT_TblBorders, 17.4.38.
const TABLE_BORDERS: &[&[u8]] = &[
    b"w:top",
    b"w:left",
    b"w:bottom",
    b"w:right",
    b"w:insideH",
    b"w:insideV",
];

/// CT_TblCellMar, 17.4.42.
const CELL_MARGINS: &[&[u8]] = &[b"w:top", b"w:left", b"w:bottom", b"w:right"];

/// CT_TblGrid, 17.4.48.
const TABLE_GRID: &[&[u8]] = &[b"w:gridCol", b"w:tblGridChange"];

/// CT_TrPr, 17.4.81: any order will do; this is Word's.
const ROW: &[&[u8]] = &[
    b"w:cnfStyle",
    b"w:divId",
    b"w:gridBefore",
    b"w:gridAfter",
    b"w:wBefore",
    b"w:wAfter",
    b"w:cantSplit",
    b"w:trHeight",
    b"w:tblHeader",
    b"w:tblCellSpacing",
    b"w:jc",
    b"w:hidden",
];

/// CT_TcPr, 17.4.69.
const CELL: &[&[u8]] = &[
    b"w:cnfStyle",
    b"w:tcW",
    b"w:gridSpan",
    b"w:hMerge",
    b"w:vMerge",
    b"w:tcBorders",
    b"w:shd",
    b"w:noWrap",
    b"w:tcMar",
    b"w:textDirection",
    b"w:tcFitText",
    b"w:vAlign",
    b"w:hideMark",
];

/// CT_SectPr, 17.6.17.
const SECTION: &[&[u8]] = &[
    b"w:headerReference",
    b"w:footerReference",
    b"w:footnotePr",
    b"w:endnotePr",
    b"w:type",
    b"w:pgSz",
    b"w:pgMar",
    b"w:paperSrc",
    b"w:pgBorders",
    b"w:lnNumType",
    b"w:pgNumType",
    b"w:cols",
    b"w:formProt",
    b"w:vAlign",
    b"w:noEndnote",
    b"w:titlePg",
    b"w:textDirection",
    b"w:bidi",
    b"w:rtlGutter",
    b"w:docGrid",
    b"w:printerSettings",
];
