//! Articles: written at the desk, put into answers, read by everybody, and asked whether they help.

use crate::browser::{Browser, Page};
use crate::common::Doors;
use crate::desk_case::{after_a_moment, case_of, compose, doors, path, signed_in, words};
use axum::body::Body;
use axum::http::{Request, header};
use jiff::SignedDuration;
use office::knowledge::{self, Read};
use terms::ArticleId;
use testkit::{TestOffice, both_engines, both_engines_changed};

const LIGHT: &str = "street-light-outages";
const TITLE: &str = "When is a lamp mended?";
const BODY: &str = "Within ten working days.\n\n- We bring a ladder.\n- See https://example.org/lamps.";

/// Begins an article for everybody about lamps; the page of its draft.
fn begun(browser: &Browser<'_>, fields: &[(&str, &str)]) -> Page {
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
fn at(page: &Page) -> String {
    page.at.split('?').next().unwrap().to_owned()
}

fn id_of(page: &Page) -> ArticleId {
    at(page).rsplit('/').next().unwrap().parse().unwrap()
}

/// The revision that a page of an article was made of.
fn revision(page: &Page) -> String {
    let value =
        page.text.split("name=\"revision\" value=\"").nth(1).unwrap_or_else(|| panic!("{}", page.text));
    value.split('"').next().unwrap().to_owned()
}

/// Does something to an article by its page.
fn act(browser: &Browser<'_>, page: &Page, name: &str, fields: &[(&str, &str)]) -> Page {
    let revision = revision(page);
    let fields: Vec<_> = fields.iter().copied().chain([("revision", revision.as_str())]).collect();
    browser.post(page, &format!("{}/{name}", at(page)), &fields)
}

fn published(browser: &Browser<'_>, fields: &[(&str, &str)]) -> Page {
    act(browser, &begun(browser, fields).is(200), "publication", &[]).is(200)
}

fn read(office: &TestOffice, id: ArticleId) -> Read {
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

#[test]
fn what_is_for_officers_only_goes_to_no_customer() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, customer, case) = (signed_in(&doors, "lee"), Browser::of(&doors, "en"), case_of(office));
        let page = published(&lee, &[("audience", "officers"), ("title", "Secret of the lamps")]);
        let article = id_of(&page).to_string();
        customer.get("/help/secret-of-the-lamps").is(404);
        assert!(!customer.get("/services?q=secret+lamps").text.contains("Secret of the lamps"));
        assert!(!customer.get("/translations").text.contains("dark-lamp"));
        let opened = lee.get(&path(&case)).is(200);
        assert!(opened.text.contains("Secret of the lamps"), "officers are offered it");
        assert!(!opened.text.contains(&format!("name=\"article\" value=\"{article}\"")));
        let fields = [("kind", "reply"), ("article", article.as_str()), ("words", "Dear Mae,")];
        let refused = compose(&lee, &opened, "/article", &fields).is(409);
        assert_eq!(words(&refused), "Dear Mae,", "what was written is kept");
        let line = act(&lee, &page, "line", &[("on", "yes")]).is(409);
        assert!(line.by_id("why").contains("customers cannot read this article"));
    });
}

#[test]
fn an_article_is_read_and_sent_in_the_language_of_its_reader() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let page = published(&lee, &[]);
        let form = lee.get(&format!("{}/texts/es", at(&page))).is(200);
        let revision = revision(&form);
        let fields =
            [("title", "¿Cuándo se arregla?"), ("body", "En diez días."), ("revision", revision.as_str())];
        lee.post(&form, &format!("{}/texts/es", at(&page)), &fields).is(200);
        let spanish = Browser::of(&doors, "es").get("/help/when-is-a-lamp-mended").is(200);
        assert!(
            spanish.text.contains("En diez días.") && !spanish.text.contains("lang=\"en\" dir=\"ltr\">When")
        );
        let arabic = Browser::of(&doors, "ar").get("/help/when-is-a-lamp-mended").is(200);
        assert!(arabic.text.contains(&format!("lang=\"en\" dir=\"ltr\">{TITLE}")), "{}", arabic.text);
        let case = office.resident("Ana Ruiz").speaking("es").reports(LIGHT, "La luz no funciona.");
        office.settle();
        let opened = lee.get(&path(&case)).is(200);
        let article = id_of(&page).to_string();
        let filled = compose(&lee, &opened, "/article", &[("kind", "reply"), ("article", &article)]).is(200);
        assert_eq!(words(&filled), "En diez días.");
        let case = office.resident("Amal").speaking("ar").reports(LIGHT, "المصباح مطفأ.");
        office.settle();
        let opened = lee.get(&path(&case)).is(200);
        assert!(opened.text.contains("It goes in English."), "who sends it is told: {}", opened.text);
        let filled = compose(&lee, &opened, "/article", &[("kind", "reply"), ("article", &article)]).is(200);
        assert!(words(&filled).starts_with("Within ten working days."));
    });
}

#[test]
fn an_answer_becomes_an_article_that_does_not_say_who_asked() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        let sent = format!(
            "Dear Mae Lee, case {} is for a crew. Call (617) 555-0134 or mae.lee@example.org. Lamps take ten days.",
            case.reference
        );
        office.officer("lee").replies(&case, &sent);
        let page = lee.get(&path(&case)).is(200);
        let href = page.text.split("href=\"").find(|part| part.starts_with("/desk/articles/new?case="));
        let href = href.unwrap().split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let form = lee.get(&href).is(200);
        assert!(form.text.contains("Lamps take ten days."), "{}", form.text);
        // The address of the page names the case, its form does not.
        let body = form.text.split("name=\"body\"").nth(1).unwrap().split("</textarea>").next().unwrap();
        let reference = case.reference.to_string();
        for personal in ["Mae", "Lee", "555-0134", "mae.lee@", reference.as_str()] {
            assert!(!body.contains(personal), "{personal}: {body}");
        }
        assert!(form.text.contains(&format!("<option value=\"{LIGHT}\" selected")));
        assert_eq!(signed_in(&doors, "tomas").get(&href).status, 404, "whoever may not read the case");
    });
}

#[test]
fn only_those_who_keep_an_article_change_it() {
    both_engines(|office| {
        let doors = doors(office);
        let lee = signed_in(&doors, "lee");
        let page = published(&lee, &[]);
        for (officer, status) in [("dora", 403), ("tomas", 403), ("ines", 403), ("mira", 403), ("noor", 403)]
        {
            let browser = signed_in(&doors, officer);
            let seen = browser.get(&at(&page)).is(200);
            assert!(!seen.text.contains("/retirement"), "{officer} is not offered it");
            assert_eq!(browser.get(&format!("{}/texts/en", at(&page))).status, status, "{officer}");
            let token = seen.token();
            let revision = read(office, id_of(&page)).article.revision.to_string();
            let fields = [("token", token.as_str()), ("revision", revision.as_str())];
            for name in ["publication", "retirement", "review", "line"] {
                let tried = browser.post_raw(&format!("{}/{name}", at(&page)), &fields, "same-origin");
                assert_eq!(tried.status, status, "{officer} {name}");
            }
        }
        let noor = signed_in(&doors, "noor");
        assert_eq!(begun(&noor, &[]).status, 403, "whoever only counts begins none");
        for officer in ["ruth", "root"] {
            let browser = signed_in(&doors, officer);
            act(&browser, &browser.get(&at(&page)), "review", &[]).is(200);
        }
        assert!(Browser::of(&doors, "en").get(&at(&page)).at.starts_with("/desk/sign-in"));
    });
}

#[test]
fn while_an_officer_writes_what_fits_their_words_is_offered() {
    both_engines(|office| {
        let doors = doors(office);
        let (lee, case) = (signed_in(&doors, "lee"), case_of(office));
        published(&lee, &[("title", "Zeppelins over the harbour"), ("services", "")]);
        let page = lee.get(&path(&case)).is(200);
        assert!(!page.text.contains("Zeppelins"), "it is about something else");
        let ask = |reference: &str, words: &str| {
            let (token, words) = (page.token(), words.replace(' ', "+"));
            let request = Request::post("/desk/articles/suggest?lang=en")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
            lee.send(request, Body::from(format!("case={reference}&words={words}&token={token}")))
        };
        let reference = case.reference.to_string();
        let found = ask(&reference, "the zeppelins over our harbour").is(200).json();
        let titles: Vec<&str> =
            found.as_array().unwrap().iter().map(|one| one["title"][0].as_str().unwrap()).collect();
        assert!(titles.contains(&"Zeppelins over the harbour"), "{titles:?}");
        assert!(titles.len() <= 4);
        assert_eq!(ask("nonsense", "x").status.as_u16(), 404);
        let tomas = signed_in(&doors, "tomas");
        let own = tomas.get("/desk/articles/new").token();
        let form = [("token", own.as_str()), ("case", reference.as_str()), ("words", "lamp")];
        assert_eq!(tomas.post_raw("/desk/articles/suggest", &form, "same-origin").status, 404);
    });
}

#[test]
fn the_citys_articles_follow_its_data_until_somebody_changes_one_at_the_desk() {
    both_engines_changed(
        |files| {
            let file = files.iter_mut().find(|file| file.path == "portal.toml").unwrap();
            file.text = file.text.replace("Whose is it?", "Who owns it?");
            file.text = file.text.replace("How do I get an answer in my language?", "In which language?");
            file.text = file.text.replace("code = \"private-streets\"", "code = \"streets-of-others\"");
        },
        |office| {
            let doors = doors(office);
            let mira = signed_in(&doors, "mira");
            let list = mira.get("/desk/articles?q=language&show=mine").is(200);
            let href =
                list.text.split("href=\"/desk/articles/").find(|part| part.contains("in my language?"));
            let page =
                mira.get(&format!("/desk/articles/{}", href.unwrap().split('"').next().unwrap())).is(200);
            act(&mira, &page, "review", &[]).is(200);
        },
        |office, ()| {
            let doors = Doors::of(office);
            let customer = Browser::of(&doors, "en");
            assert!(customer.get("/help/whose-street-light").text.contains("Who owns it?"));
            let own = customer.get("/help/my-language").is(200);
            assert!(own.text.contains("How do I get an answer in my language?"), "the desk's word stands");
            customer.get("/help/private-streets").is(404);
            customer.get("/help/streets-of-others").is(200);
            office.clock.advance(SignedDuration::from_secs(1));
        },
    );
}
