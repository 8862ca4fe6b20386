//! Articles as those read them who need them: for whom they are, in which language, and beside what is written.

use crate::browser::Browser;
use crate::common::Doors;
use crate::desk_case::{case_of, compose, doors, path, signed_in, words};
use crate::desk_knowledge::{act, at, begun, id_of, published, read, revision};
use axum::body::Body;
use axum::http::{Request, header};
use jiff::SignedDuration;
use testkit::{both_engines, both_engines_changed};

const LIGHT: &str = "street-light-outages";
const TITLE: &str = "When is a lamp mended?";

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
        assert!(form.text.contains(&format!("value=\"{LIGHT}\" checked")));
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
