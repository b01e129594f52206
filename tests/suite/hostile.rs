//! Templates and Markdown of any shape give findings, never a panic or a hang.

use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use serde_json::json;

use vanthu::diag::{Diagnostic, Place};
use vanthu::document::dump::dump;
use vanthu::markup;
use vanthu::template::{Component, Engine, builtin};

/// Pieces of Tera and Markdown in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "{%", "%}", "{{", "}}", "{#", "#}", "{%-", "-%}", "{{-", "-}}", "-", "'", "\"", "`", "\\",
            "{% block noi_dung %}", "{% endblock %}", "{% for x in ds %}", "{% endfor %}", "{% if x %}",
            "{% else %}", "{% endif %}", "{% set y = x ~ x %}", "{% set y %}", "{% endset %}", "{{ y }}",
            "{{ ten }}", "{{ ten | in_hoa }}", "{{ ds | noi }}", "{{ so | bang_chu }}", "{{ x | cau }}",
            "{% raw %}", "{% endraw %}", "{% include 'van-ban.md' %}", "{% extends 'van-ban.md' %}\n",
            "{{ super() }}", "{{ ds[0] }}", "{{ khong?.co }}", "{{ ten[1:3] }}", "{{ range(end=3) }}",
            "{% component c(a) %}", "{% endcomponent %}", "{{ <c a='1'/> }}", "{% filter in_hoa %}",
            "{% endfilter %}", "{{ __tinh(n=-1) }}", "{{ __do() }}", "\n", "  ", " | ", "đ", "ế", "\u{1}",
            "# ", "- ", "1. ", "|a|b|\n|-|-|\n", "> ", "***", "**", "![", "](", "<b>", "```", "    ", "[^1]",
            "[a]: b\n", "{.phan}", "\r\n", "---\n", "===\n", "\u{a0}", "\u{0}",
        ]).prop_map(str::to_string),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Findings can be shown.
fn show(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        assert!(!diagnostic.to_string().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_template_is_read_or_refused(text in soup(), inside in any::<bool>()) {
        let text = if inside {
            format!("{{% extends \"van-ban.md\" %}}{{% block noi_dung %}}{text}{{% endblock %}}")
        } else {
            text
        };
        let own = vec![("a.md".to_string(), "mau/a.md".into(), text)];
        let (engine, diagnostics) = Engine::new(&builtin::TEMPLATES[..1], own);
        show(&diagnostics);
        let context = json!({
            "ten": "Lễ *A* | b", "ds": ["a", "1. b"], "so": 1005, "x": "; .",
            "van_ban": { "khoa": "a", "trich_yeu": null, "kinh_gui": [], "can_cu": [], "noi_nhan": [] }
        });
        let (rendered, diagnostics) = engine.render("a", &context);
        show(&diagnostics);
        let body = rendered.text(Component::Body);
        let (_, diagnostics) = markup::parse(body, &|at| rendered.locate(Component::Body, at));
        show(&diagnostics);
    }

    #[test]
    fn any_markdown_is_read_or_refused(text in soup()) {
        let (body, diagnostics) = markup::parse(&text, &|_| Place::Nowhere);
        show(&diagnostics);
        let again = dump(&body);
        assert_eq!(again, dump(&markup::parse(&text, &|_| Place::Nowhere).0));
        let (_, diagnostics) = markup::parse_lines(&text, &|at| {
            assert!(text.get(at).is_some());
            Place::Nowhere
        });
        show(&diagnostics);
    }
}
