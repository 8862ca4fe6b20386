//! Articles: written at the desk, put into answers, read by everybody, and asked whether they help.

use crate::browser::{Browser, Page};
use crate::desk_case::{after_a_moment, case_of, compose, doors, path, replies, signed_in, words};
use office::knowledge::{self, Read};
use terms::ArticleId;
use testkit::{TestOffice, both_engines};

const LIGHT: &str = "street-light-outages";
const TITLE: &str = "When is a lamp mended?";
const BODY: &str = "Within ten working days.\n\n- We bring a ladder.\n- See https://example.org/lamps.";

/// Begins an article for everybody about lamps; the page of its draft.
pub(crate) fn begun(browser: &Browser<'_>, fields: &[(&str, &str)]) -> Page {
    let known = [
        ("language", "en"),
        ("title", TITLE),
        ("body", BODY),
        ("audience", "everybody"),
        ("services", LIGHT),
    ];
    let known = known.into_iter().filter(|(name, _)| !fields.iter().any(|(own, _)| own == name));
    let fields: Vec<_> = known.chain(fields.iter().copied()).collect();
    let page = browser.get("/desk/articles/new").is(200);
    browser.post(&page, "/desk/articles", &fields)
}

/// The address of an article's page, without its language.
pub(crate) fn at(page: &Page) -> String {
    page.at.split('?').next().unwrap().to_owned()
}

pub(crate) fn id_of(page: &Page) -> ArticleId {
    at(page).rsplit('/').next().unwrap().parse().unwrap()
}

/// The revision that a page of an article was made of.
pub(crate) fn revision(page: &Page) -> String {
    let value =
        page.text.split("name=\"revision\" value=\"").nth(1).unwrap_or_else(|| panic!("{}", page.text));
    value.split('"').next().unwrap().to_owned()
}

/// Does something to an article by its page.
pub(crate) fn act(browser: &Browser<'_>, page: &Page, name: &str, fields: &[(&str, &str)]) -> Page {
    let revision = revision(page);
    let fields: Vec<_> = fields.iter().copied().chain([("revision", revision.as_str())]).collect();
    browser.post(page, &format!("{}/{name}", at(page)), &fields)
}

pub(crate) fn published(browser: &Browser<'_>, fields: &[(&str, &str)]) -> Page {
    act(browser, &begun(browser, fields).is(200), "publication", &[]).is(200)
}

pub(crate) fn read(office: &TestOffice, id: ArticleId) -> Read {
    office.officer("lee").tries(move |tx, act| knowledge::whole(tx, act, id)).unwrap()
}

/// Puts an article into the composer of a case, and sends what stands there.
fn answers(office: &TestOffice, browser: &Browser<'_>, case: &str, article: &str) {
    let page = browser.get(case).is(200);
    let filled = compose(browser, &page, "/article", &[("kind", "reply"), ("article", article)]).is(200);
    assert!(words(&filled).contains("Within ten working days."), "{}", words(&filled));
    compose(browser, &filled, "/sending", &[("words", &words(&filled))]).is(200);
    after_a_moment(office);
}

#[test]
fn no_customer_sees_a_draft_or_what_was_retired() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, customer) = (signed_in(&doors, "lee"), Browser::of(&doors, "en"));
        let public = "/help/when-is-a-lamp-mended";
        let search = "/services?q=lamp+mended&lang=en";
        let draft = begun(&lee, &[]).is(200);
        assert!(draft.text.contains("know-state--draft"), "{}", draft.text);
        customer.get(public).is(404);
        assert!(!customer.get(search).text.contains(TITLE));
        let page = act(&lee, &draft, "publication", &[]).is(200);
        let shown = customer.get(public).is(200);
        assert!(shown.text.contains("<li>We bring a ladder.</li>"), "{}", shown.text);
        assert!(shown.text.contains("href=\"https://example.org/lamps\""));
        assert!(customer.get(search).text.contains(TITLE), "it is found");
        assert!(customer.raw("/suggest?q=lamp+mended").text.contains(public));
        act(&lee, &page, "retirement", &[]).is(200);
        customer.get(public).is(404);
        assert!(!customer.get(search).text.contains(TITLE));
        assert!(!lee.get("/desk/articles").text.contains(TITLE));
        assert!(lee.get("/desk/articles?show=retired").text.contains(TITLE));
        let again = act(&lee, &lee.get(&at(&page)), "retirement", &[]);
        assert_eq!(again.status, 409, "what is retired is not retired again");
    });
}

#[test]
fn zammad_2840_a_stale_article_is_refused_and_its_text_is_kept() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, ruth) = (signed_in(&doors, "lee"), signed_in(&doors, "ruth"));
        let page = published(&lee, &[]);
        let text = format!("{}/texts/en", at(&page));
        let (mine, theirs) = (lee.get(&text).is(200), ruth.get(&text).is(200));
        let save = |browser: &Browser<'_>, form: &Page, body: &str| {
            let revision = revision(form);
            let fields = [("title", TITLE), ("body", body), ("revision", revision.as_str())];
            browser.post(form, &text, &fields)
        };
        save(&ruth, &theirs, "Within five working days.").is(200);
        let refused = save(&lee, &mine, "Lee wrote this for an hour.").is(409);
        assert!(refused.text.contains("Lee wrote this for an hour.</textarea>"), "{}", refused.text);
        assert!(refused.by_id("theirs-title").contains("This stands now"));
        assert!(refused.text.contains("Within five working days."), "what stands now is there to be read");
        assert_eq!(read(office, id_of(&page)).texts[0].body, "Within five working days.");
        save(&lee, &refused, "Both together.").is(200);
        let now = read(office, id_of(&page));
        assert_eq!(now.texts[0].body, "Both together.");
        let kept: Vec<_> =
            now.revisions.iter().filter_map(|one| one.text.as_ref()).map(|t| &*t.body).collect();
        assert_eq!(kept, ["Both together.", "Within five working days.", BODY], "each revision is kept");
        let stale = act(&lee, &page, "retirement", &[]).is(409);
        assert!(stale.by_id("why").contains("has changed since you read it"));
    });
}

#[test]
fn an_article_answers_a_case_once_however_often_it_is_sent() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let page = published(&lee, &[]);
        let (id, article) = (id_of(&page), id_of(&page).to_string());
        let opened = lee.get(&path(&case)).is(200);
        assert!(opened.text.contains(&format!("name=\"article\" value=\"{article}\"")), "it is offered");
        let twice = compose(&lee, &opened, "/article", &[("kind", "reply"), ("article", &article)]).is(200);
        assert_eq!(read(office, id).uses, 0, "what was not sent answered nothing");
        compose(&lee, &twice, "/thrown", &[("words", &words(&twice))]).is(200);
        answers(office, &lee, &path(&case), &article);
        answers(office, &lee, &path(&case), &article);
        assert_eq!(read(office, id).uses, 1);
        let note = lee.get(&path(&case));
        let note = compose(&lee, &note, "/article", &[("kind", "note"), ("article", &article)]).is(200);
        compose(&lee, &note, "/sending", &[("kind", "note"), ("words", &words(&note))]).is(200);
        let other = case_of(office);
        answers(office, &lee, &path(&other), &article);
        assert_eq!(read(office, id).uses, 2);
        assert!(lee.get("/desk/articles?show=often").text.contains("It answered 2 cases"));
        office.hours(24 * 91);
        let lee = signed_in(&doors, "lee");
        assert_eq!(read(office, id).uses, 0, "what was long ago does not count");
        assert!(!lee.get("/desk/articles?show=often").text.contains(TITLE));
    });
}

#[test]
fn an_article_that_was_erased_before_sending_answered_nothing() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let body =
            "Call us and say where the lamp is.\n\nWe mend it within ten working days, and tell you so.";
        let article = id_of(&published(&lee, &[("body", body)]));
        let id = article.to_string();
        for (left, uses) in [
            ("Thank you for writing to us.", 0),
            ("We come tomorrow, within an hour.", 0),
            ("Dear Mae,\n\nWe mend it within  ten working days,\nand tell you so.\n\nLee", 1),
            ("Read https://desk.example/help/when-is-a-lamp-mended?lang=en please.", 2),
            ("Read /help/when please.", 2),
        ] {
            let case = case_of(office);
            let page = lee.get(&path(&case)).is(200);
            let filled = compose(&lee, &page, "/article", &[("kind", "reply"), ("article", &id)]).is(200);
            assert!(words(&filled).contains("ten working days"), "{}", words(&filled));
            compose(&lee, &filled, "/sending", &[("words", left)]).is(200);
            after_a_moment(office);
            assert_eq!(replies(office, &case), 1, "{left}");
            assert_eq!(read(office, article).uses, uses, "{left}");
        }
    });
}

#[test]
fn what_is_answered_five_times_becomes_a_line_on_the_services_page() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, customer) = (signed_in(&doors, "lee"), Browser::of(&doors, "en"));
        let page = published(&lee, &[]);
        let article = id_of(&page).to_string();
        for _ in 0..4 {
            answers(office, &lee, &path(&case_of(office)), &article);
        }
        assert!(!lee.get(&at(&page)).text.contains("id=\"offer\""), "four times are not enough");
        answers(office, &lee, &path(&case_of(office)), &article);
        let offered = lee.get(&at(&page)).is(200);
        assert!(offered.text.contains("id=\"offer\"") && offered.text.contains("the answer 5 times"));
        let service = format!("/services/{LIGHT}");
        assert!(!customer.get(&service).text.contains(TITLE), "only its owner puts it there");
        let placed = act(&lee, &offered, "line", &[("on", "yes")]).is(200);
        let shown = customer.get(&service).is(200);
        assert!(
            shown.text.contains(&format!("href=\"/help/when-is-a-lamp-mended\">{TITLE}")),
            "{}",
            shown.text
        );
        act(&lee, &placed, "line", &[("on", "no")]).is(200);
        assert!(!customer.get(&service).text.contains(TITLE));
        act(&lee, &lee.get(&at(&page)), "line", &[("on", "yes")]).is(200);
        act(&lee, &lee.get(&at(&page)), "retirement", &[]).is(200);
        assert!(!customer.get(&service).text.contains(TITLE), "what is retired stands nowhere");
    });
}

#[test]
fn what_nobody_has_read_for_a_year_is_listed_until_somebody_does() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let page = published(&lee, &[]);
        assert!(!lee.get("/desk/articles?show=due").text.contains(TITLE));
        office.hours(24 * 366);
        let lee = signed_in(&doors, "lee");
        let due = lee.get("/desk/articles?show=due").is(200);
        assert!(due.text.contains(TITLE) && due.text.contains("Read it through"), "{}", due.text);
        assert!(due.text.contains("desk-hit__late"), "it is said by more than colour");
        act(&lee, &lee.get(&at(&page)), "review", &[]).is(200);
        assert!(!lee.get("/desk/articles?show=due").text.contains(TITLE));
        let next = read(office, id_of(&page)).article;
        assert_eq!(next.review_on.unwrap().year(), next.reviewed_on.unwrap().year() + 1);
        let mine = lee.get("/desk/articles?show=mine").is(200);
        assert!(mine.text.contains(TITLE));
        assert!(!signed_in(&doors, "sam").get("/desk/articles?show=mine").text.contains(TITLE));
    });
}

#[test]
fn markup_in_any_field_of_an_article_is_only_words() {
    both_engines(|office| {
        let doors = doors(office);
        let evil = "</textarea><script>alert(1)</script><b lang=x>\"'";
        let (lee, customer) = (signed_in(&doors, "lee"), Browser::of(&doors, "en"));
        let page =
            published(&lee, &[("title", evil), ("body", &format!("{evil} https://a.example/\"><script>"))]);
        let told = act(&lee, &page, "feedback", &[("helped", "no"), ("words", evil)]).is(200);
        let form = lee.get(&format!("{}/particulars", at(&page))).is(200);
        let revision = revision(&form);
        let fields = [
            ("owner", "lee"),
            ("audience", "everybody"),
            ("keywords", evil),
            ("services", LIGHT),
            ("review-day", "1"),
            ("review-month", "6"),
            ("review-year", "2016"),
            ("revision", revision.as_str()),
        ];
        lee.post(&form, &format!("{}/particulars", at(&page)), &fields).is(200);
        let code = read(office, id_of(&page)).article.code;
        let public = customer.get(&format!("/help/{code}")).is(200);
        let fields = [("helped", "yes"), ("words", evil)];
        customer.post(&public, &format!("/help/{code}/feedback"), &fields).is(200);
        let pages = [
            told,
            public,
            lee.get(&at(&page)),
            lee.get(&format!("{}/texts/en", at(&page))),
            lee.get(&format!("{}/particulars", at(&page))),
            lee.get("/desk/articles"),
            lee.get(&path(&case_of(office))),
            begun(&lee, &[("title", evil), ("body", "")]).is(422),
        ];
        for seen in &pages {
            assert!(!seen.text.contains("<script>alert"), "{}", seen.text);
            assert!(seen.text.contains("&#60;script&#62;alert"), "{}: {}", seen.at, seen.text);
        }
        let sheet = begun(&lee, &[("title", "a\u{202e}b")]).is(200);
        assert!(!sheet.text.contains('\u{202e}'), "nothing turns around what follows it");
    });
}

#[test]
fn what_cannot_be_an_article_is_refused_in_words_and_kept() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let long = "é".repeat(20_001);
        let refused = begun(&lee, &[("body", &long)]).is(422);
        assert!(refused.wrong().iter().any(|line| line.contains("20,000")), "{:?}", refused.wrong());
        assert!(refused.text.contains(&long), "what was written is kept");
        let wrongs =
            [("title", " "), ("title", "two\nlines"), ("body", ""), ("language", "tlh"), ("services", "x")];
        for wrong in wrongs {
            begun(&lee, &[wrong]).is(422);
        }
        let many = vec![("services", LIGHT); 21];
        begun(&lee, &many).is(422);
        lee.get("/desk/articles/nonsense").is(404);
        lee.get("/desk/articles/00000000-0000-7000-8000-000000000000").is(404);
        let page = published(&lee, &[("title", "شارع")]);
        assert!(
            read(office, id_of(&page)).article.code.starts_with("article-"),
            "its address has plain letters"
        );
        act(&lee, &page, "nonsense", &[]).is(404);
        lee.get(&format!("{}/texts/tlh", at(&page))).is(404);
        let again = lee.post(
            &page,
            "/desk/articles",
            &[("once", "1"), ("title", "Twice"), ("body", "B"), ("language", "en")],
        );
        let same = lee.post(
            &page,
            "/desk/articles",
            &[("once", "1"), ("title", "Twice"), ("body", "B"), ("language", "en")],
        );
        assert_eq!(at(&again), at(&same), "a second tap begins nothing more");
    });
}

#[test]
fn readers_say_whether_it_helped_and_its_owner_reads_it() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, customer) = (signed_in(&doors, "lee"), Browser::of(&doors, "en"));
        let page = published(&lee, &[]);
        let public = customer.get("/help/when-is-a-lamp-mended").is(200);
        let say = |fields: &[(&str, &str)]| customer.post(&public, &public.action(), fields);
        say(&[("words", "Which lamps?")]).is(422);
        let kept = say(&[("helped", "no"), ("words", &"x".repeat(1_001))]).is(422);
        assert!(kept.text.contains(&"x".repeat(1_001)));
        for _ in 0..2 {
            let thanks = say(&[("helped", "no"), ("words", "Which lamps?")]).is(200);
            assert!(thanks.text.contains("id=\"thanks\""));
        }
        say(&[("helped", "yes"), ("words", "")]).is(200);
        assert_eq!(read(office, id_of(&page)).counts, (1, 1), "a second tap says nothing more");
        let sam = signed_in(&doors, "sam");
        let seen = sam.get(&at(&page)).is(200);
        assert!(!seen.text.contains("Which lamps?"), "what readers say is for those who keep the article");
        let fields = [("helped", "no"), ("words", "Parks have lamps too.")];
        let thanks = sam.post(&seen, &format!("{}/feedback", at(&page)), &fields).is(200);
        assert!(thanks.text.contains("Whoever keeps it reads this."));
        let owned = lee.get(&at(&page)).is(200);
        assert!(owned.text.contains("Which lamps?") && owned.text.contains("Parks have lamps too."));
        assert!(owned.text.contains("Sam Whitfield") && owned.text.contains("A reader"));
    });
}
