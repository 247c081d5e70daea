//! The page in a real Chromium.

use crate::attacks::hostile_board;
use crate::driver::Browser;
use crate::{Board, WORK};
use serde_json::json;
use std::fs;

/// Shows the page to whoever runs this with `RFRBOT_BOARD_PICTURES=FOLDER`.
fn picture(browser: &Browser, name: &str) {
    if let Some(folder) = std::env::var_os("RFRBOT_BOARD_PICTURES") {
        let taken = browser.own("Page.captureScreenshot", &json!({"captureBeyondViewport": true}));
        let bytes = data_encoding::BASE64
            .decode(taken["data"].as_str().unwrap().as_bytes())
            .unwrap();
        fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), bytes).unwrap();
    }
}

fn names_shown(browser: &Browser) -> Vec<String> {
    let found = browser.finds("[...document.querySelectorAll('.board .card h4 a')].map(a => a.textContent).sort()");
    serde_json::from_value(found).unwrap()
}

#[test]
#[ignore = "needs Chromium: tests/run board"]
fn it_is_read_by_links_filters_and_keys_without_any_script() {
    let board = Board::with_work();
    let browser = Browser::start();
    browser.size(1400, 1000);
    // A deep link leads to its place and shows it.
    browser.goes_to(&board.url("/rfr/badges#question-5"));
    assert_eq!(
        browser.finds("document.querySelector(':target').textContent.includes('backups')"),
        true
    );
    assert_eq!(
        browser.finds("document.querySelector('[aria-current=step] .name').textContent"),
        "development"
    );
    picture(&browser, "rfr");
    // A former name leads on.
    browser.goes_to(&board.url("/rfr/mirror"));
    assert_eq!(browser.url(), board.url("/rfr/wiki-mirror"));
    browser.goes_to(&board.url("/"));
    assert_eq!(browser.finds("document.styleSheets.length"), 1, "the style is there");
    assert_eq!(names_shown(&browser), ["badges", "milestones", "wiki-mirror"]);
    picture(&browser, "board");
    // Scripts off: the filter is a form.
    browser.own("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    browser.goes_to(&board.url("/?person=emil&phase=planning"));
    browser.own("Emulation.setScriptExecutionDisabled", &json!({"value": false}));
    assert_eq!(names_shown(&browser), Vec::<String>::new());
    browser.finds("document.querySelector('select[name=phase]').value = ''");
    browser.own("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    // By the keyboard alone: the button is reached and pressed.
    let at_button = "document.activeElement.tagName === 'BUTTON'";
    for _ in 0..20 {
        browser.presses("Tab");
        browser.own("Emulation.setScriptExecutionDisabled", &json!({"value": false}));
        let there = browser.finds(at_button) == true;
        browser.own("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
        if there {
            break;
        }
    }
    browser.presses("Enter");
    browser.own("Emulation.setScriptExecutionDisabled", &json!({"value": false}));
    let gone =
        crate::holds_in_time(|| browser.url().contains("person=emil&phase=&") || browser.url().ends_with("phase="));
    assert!(gone, "{}", browser.url());
    assert_eq!(names_shown(&browser), ["milestones"]);
    // The first key leads past the navigation.
    browser.goes_to(&board.url("/"));
    browser.presses("Tab");
    assert_eq!(browser.finds("document.activeElement.getAttribute('href')"), "#content");
}

/// The contrast of WCAG 2.1 (1.4.3) and the rest of what axe knows, on each kind of page, in the light and in the dark.
#[test]
#[ignore = "needs Chromium and axe from npm: tests/run board"]
fn nothing_keeps_people_from_reading_it() {
    let npm = std::env::var("RFRBOT_BOARD_NPM").expect("tests/run board makes the folder and names it");
    let axe = fs::read_to_string(format!("{npm}/node_modules/axe-core/axe.min.js")).unwrap();
    let mut work = WORK.to_vec();
    work.push(("otto", "freeze start long move\n"));
    let board = Board::of(&work);
    let hostile = hostile_board();
    let browser = Browser::start();
    let run = format!(
        "{axe}\nconst done = arguments[arguments.length - 1];\n\
         document.querySelectorAll('details').forEach(d => d.open = true);\n\
         axe.run(document, {{resultTypes: ['violations']}}).then(found => done({{rules: found.passes.length, wrong: \
         found.violations.map(v => v.impact + ' ' + v.id + ': ' + v.nodes.map(n => n.html.slice(0, 200) + ' ' + \
         n.failureSummary).join(' | '))}}))"
    );
    for (width, scheme) in [(1400, "light"), (1400, "dark"), (360, "light")] {
        browser.size(width, 900);
        browser.prefers(scheme);
        let pages = [
            board.url("/"),
            board.url("/?stuck=1"),
            board.url("/rfr/badges"),
            board.url("/rfr/milestones"),
            board.url("/people/vera"),
            board.url("/commands"),
            board.url("/nothing"),
            hostile.url("/"),
            hostile.url("/rfr/evil"),
        ];
        for page in pages {
            browser.goes_to(&page);
            let found = browser.command("POST", "/execute/async", &json!({"script": run, "args": []}));
            assert!(found["rules"].as_u64().unwrap() > 10, "axe looked at {page}");
            assert_eq!(
                found["wrong"],
                json!([]),
                "{page}, {width} {scheme}: {:#}",
                found["wrong"]
            );
        }
    }
}

#[test]
#[ignore = "needs Chromium: tests/run board"]
fn it_is_light_and_dark_and_fits_a_phone_and_paper_with_every_field_hostile() {
    let board = hostile_board();
    let browser = Browser::start();
    for page in ["/", "/rfr/evil", "/people/vera", "/commands"] {
        for (width, scheme) in [(1400, "light"), (1400, "dark"), (360, "light"), (360, "dark")] {
            browser.size(width, 740);
            browser.prefers(scheme);
            browser.goes_to(&board.url(page));
            let wide = browser.finds("document.documentElement.scrollWidth").as_u64().unwrap();
            assert!(wide <= u64::from(width), "{page} is {wide} wide on {width}");
            let sideways = browser.finds(
                "[...document.querySelectorAll('main *')].filter(e => !e.matches('.strip, .board') && e.scrollWidth > \
                 e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto').length",
            );
            assert_eq!(sideways, 0, "{page} scrolls sideways at {width}");
            picture(&browser, &format!("hostile{}-{width}-{scheme}", page.replace('/', "-")));
        }
    }
    browser.goes_to(&board.url("/rfr/evil"));
    let ground = |browser: &Browser| browser.finds("getComputedStyle(document.body).backgroundColor");
    browser.prefers("light");
    let light = ground(&browser);
    browser.prefers("dark");
    assert_ne!(ground(&browser), light);
    // Nobody's words are a part of the page, and nothing of them runs.
    assert_eq!(
        browser.finds("document.querySelectorAll('script, img, iframe, object, [onclick], [onerror], [style]').length"),
        0
    );
    assert_eq!(
        browser
            .finds("[...document.querySelectorAll('a')].filter(a => !['http:', 'https:'].includes(a.protocol)).length"),
        0
    );
    assert_eq!(
        browser.finds("document.body.textContent.includes('<script>alert(1)</script>')"),
        true
    );
    let leaves = browser.finds("[...document.querySelectorAll('link, script, img')].filter(e => !(e.href || e.src).startsWith(location.origin)).length");
    assert_eq!(leaves, 0, "nothing comes from elsewhere");
    // On paper no heading stands alone at a page's end.
    browser.own("Emulation.setEmulatedMedia", &json!({"media": "print"}));
    let alone = browser.finds(
        "[...document.querySelectorAll('h1, h2, h3, h4, dt, summary')].filter(e => \
         getComputedStyle(e).breakAfter !== 'avoid').length",
    );
    assert_eq!(alone, 0);
    browser.own("Emulation.setEmulatedMedia", &json!({"media": ""}));
    for page in ["/", "/rfr/evil"] {
        browser.goes_to(&board.url(page));
        let printed = browser.command(
            "POST",
            "/print",
            &json!({"page": {"width": 21.0, "height": 29.7}, "background": false}),
        );
        let pdf = data_encoding::BASE64
            .decode(printed.as_str().unwrap().as_bytes())
            .unwrap();
        assert!(
            pdf.starts_with(b"%PDF-") && pdf.len() > 5_000,
            "{page}: {} bytes",
            pdf.len()
        );
        if let Some(folder) = std::env::var_os("RFRBOT_BOARD_PICTURES") {
            fs::write(
                std::path::Path::new(&folder).join(format!("print{}.pdf", page.replace('/', "-"))),
                &pdf,
            )
            .unwrap();
        }
    }
}
