//! Each stage of a paper of one page, alone: `cargo bench`. One letter of a batch may cost 1.2 ms in
//! all as DOCX, the engine, the fonts and the parts that letters share being ready.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use vanthu::data::{self, Dossier};
use vanthu::diag::Place;
use vanthu::form::choices::Choices;
use vanthu::template::{self, Engine};
use vanthu::{compose, docx, form, layout, pdf};

/// A paper of one page with a table and a list.
const PAPER: &str = "thong_bao_bai_do_xe";
const TEMPLATE: &str = "thong-bao";

fn stages(criterion: &mut Criterion) {
    let dossier = dossier();
    let entry = dossier.paper(PAPER).expect("the paper is in the dossier");
    let (own, _) = template::own::read(&dossier.template_dir());
    let (engine, _) = Engine::new(template::builtin::TEMPLATES, own.clone());
    let context = dossier
        .context(PAPER, &|_| true)
        .expect("the paper has a context");
    let template = engine.prepare(TEMPLATE, &context).ok();
    let template = template.expect("the template has no errors");
    let (rendered, found) = template.render();
    assert!(found.is_empty(), "{found:?}");
    let (composed, _) = compose::compose(entry, &rendered);
    let document = composed.expect("the paper has a type").document;
    let nowhere = |_: char| Place::Nowhere;
    let choices = Choices::default();
    let (flow, _) = form::apply(&document, &choices, &nowhere);
    let flow = flow.expect("the letterhead fits");
    let pages = layout::paginate(&flow);
    let docx = docx::Prepared::new(&flow).expect("the flow keeps its promises");

    let mut stage = |name: &str, work: &mut dyn FnMut()| {
        criterion.bench_function(name, |bencher| bencher.iter(&mut *work));
    };
    stage("engine", &mut || {
        black_box(Engine::new(template::builtin::TEMPLATES, own.clone()));
    });
    stage("context", &mut || {
        black_box(dossier.context(PAPER, &|_| true));
    });
    stage("template, prepared", &mut || {
        black_box(engine.prepare(TEMPLATE, &context).is_ok());
    });
    stage("template", &mut || {
        black_box(template.render());
    });
    stage("markup and compose", &mut || {
        black_box(compose::compose(entry, &rendered));
    });
    stage("form", &mut || {
        black_box(form::apply(&document, &choices, &nowhere));
    });
    stage("layout", &mut || {
        black_box(layout::paginate(&flow));
    });
    stage("docx, prepared", &mut || {
        black_box(docx::Prepared::new(&flow).is_ok());
    });
    stage("docx", &mut || {
        black_box(docx.write(&flow).is_ok());
    });
    let drawn = || pdf::draw(&pages).expect("the pages keep their promises");
    stage("pdf, drawn", &mut || {
        black_box(drawn());
    });
    let (writer, paper) = (pdf::Writer::default(), drawn());
    stage("pdf, written", &mut || {
        black_box(writer.write(&paper).is_ok());
    });
    stage("pdf, whole", &mut || {
        black_box(pdf::write(&pages).is_ok());
    });
    stage("print file of 64", &mut || {
        let letter = |number: usize| pdf::Letter {
            name: number.to_string(),
            drawn: drawn(),
        };
        let mut file = pdf::PrintFile::new(std::io::sink(), false).expect("a file");
        file.add((0..64).map(letter).collect()).expect("letters");
        black_box(file.finish(|title, _| title.to_string()).is_ok());
    });
}

fn dossier() -> Dossier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/xa-binh-mau-2026");
    let (dossier, found) = data::load(&folder);
    dossier.unwrap_or_else(|| panic!("the dossier has errors: {found:?}"))
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(50);
    targets = stages
}
criterion_main!(benches);
