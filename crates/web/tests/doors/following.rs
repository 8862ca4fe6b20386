//! What the portal says by e-mail: codes for whoever lost their secret, links to saved requests, news of reports, answers.

use crate::browser::{Browser, Page};
use crate::common::{Answer, Doors};
use axum::body::Body;
use axum::http::{Request, header};
use records::outbox::Message;
use terms::{Channel, MessageKind, Principal};
use testkit::{CaseHandle, QAMAR, TestOffice, both_engines, both_engines_of, set_public};
use web::Settings;

const LIGHT: &str = "street-light-outages";
const PIPE: &str = "burst-pipe";
const MAE: &str = "mae@example.org";
const SITE: &str = "https://311.qamar.example";

/// What went to an address, the latest last.
fn sent_to(office: &TestOffice, address: &str) -> Vec<Message> {
    office.settle();
    office.mailbag.sent().into_iter().filter(|message| message.to == address).collect()
}

/// The latest mail to an address.
#[track_caller]
fn latest(office: &TestOffice, address: &str) -> Message {
    sent_to(office, address).pop().unwrap_or_else(|| panic!("no mail to {address}"))
}

/// The digits of the latest code.
fn digits(office: &TestOffice, address: &str) -> String {
    let message = latest(office, address);
    assert_eq!(message.kind, MessageKind::Code);
    message.body.chars().filter(char::is_ascii_digit).take(6).collect()
}

/// The path of a line of a mail that is a link, and nothing but a link.
#[track_caller]
fn link(message: &Message, below: &str) -> String {
    let start = format!("{SITE}/{below}/");
    let line = message.body.lines().find(|line| line.starts_with(&start));
    line.unwrap_or_else(|| panic!("{}", message.body)).strip_prefix(SITE).unwrap().to_owned()
}

/// Asks for a code; the page where it is written.
fn ask_code(browser: &Browser<'_>, address: &str) -> Page {
    let page = browser.get("/follow/code").is(200);
    browser.submit(&page, &[("email", address)])
}

/// Posts as a mail program does: from nowhere, without a cookie.
fn one_click(doors: &Doors<'_>, path: &str) -> Answer {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    doors.send(request.body(Body::from("List-Unsubscribe=One-Click")).unwrap())
}

#[test]
fn whoever_lost_the_secret_opens_all_their_requests_with_a_code_that_works_once() {
    both_engines(|office| {
        let doors = Doors::of(office);
        let mae = office.resident("Mae");
        let (first, second) = (mae.reports(LIGHT, "The first."), mae.reports(LIGHT, "The second."));
        let other = office.resident("Joe").reports(LIGHT, "Not hers.");
        office.settle();
        let browser = Browser::of(&doors, "en");
        assert!(browser.get("/follow").is(200).text.contains("href=\"/follow/code\""));
        let write = ask_code(&browser, " Mae@Example.org ").is(200);
        let right = digits(office, MAE);
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for typed in [wrong, "", "12345", "\u{202e}<b>", &"9".repeat(5_000)] {
            let again = browser.submit(&write, &[("code", typed)]).is(422);
            assert!(again.wrong()[0].contains("wrong or too old"), "{typed:.20}");
            assert!(again.text.contains(&format!("Error:</span> {}</p>", again.wrong()[0])));
            assert!(again.text.contains("<title>Error: "));
        }
        assert_eq!(browser.submit(&write, &[("code", &right)]).status, 422, "five tries, and no more");
        let write = ask_code(&browser, MAE).is(200);
        let right = digits(office, MAE);
        let spaced = format!(" {} {} ", &right[..3], &right[3..]);
        let list = browser.submit(&write, &[("code", &spaced)]).is(200);
        assert_eq!(list.at, "/follow");
        for (case, words) in [(&first, "The first."), (&second, "The second.")] {
            assert!(list.text.contains(&case.reference.to_string()));
            assert!(browser.get(&format!("/cases/{}", case.reference)).text.contains(words));
        }
        assert!(!list.text.contains(&other.reference.to_string()));
        assert!(!browser.get(&format!("/cases/{}", other.reference)).text.contains("Not hers."));
        let thief = Browser::of(&doors, "en");
        let page = thief.get(&write.at).is(200);
        thief.submit(&page, &[("code", &right)]).is(422);
        assert!(!thief.get("/follow").text.contains(&first.reference.to_string()));
        // The address is proven now, and gets every notice.
        office.officer("lee").resolves(&first, "done", "New bulb.");
        assert_eq!(latest(office, MAE).kind, MessageKind::Notice);
    });
}

#[test]
fn an_address_that_nobody_has_is_answered_like_one_that_somebody_has() {
    both_engines(|office| {
        let doors = Doors::of(office);
        office.resident("Mae").reports(LIGHT, "Dark.");
        office.settle();
        let browser = Browser::of(&doors, "en");
        let plain = |page: &Page| page.text.replace(page.step(), "ID");
        let (known, unknown) = (ask_code(&browser, MAE), ask_code(&browser, "nobody@example.org"));
        assert_eq!((known.status, plain(&known)), (unknown.status, plain(&unknown)));
        let tried = |page: &Page| plain(&browser.submit(page, &[("code", "not it")]).is(422));
        assert_eq!(tried(&known), tried(&unknown));
        office.settle();
        assert!(sent_to(office, "nobody@example.org").is_empty());
        // An id that was never given looks like one whose time is over.
        let never = browser.get("/follow/code/00000000-0000-7000-8000-000000000000").is(200);
        assert_eq!(plain(&browser.submit(&never, &[("code", "123456")]).is(422)), tried(&unknown));
        browser.get("/follow/code/nonsense").is(404);
        browser.post(&known, "/follow/code/nonsense", &[("code", "123456")]).is(404);
        for address in ["", "mae", "mae@example.org\r\nBcc: all@example.org", "a@b, c@d", "<b>@example.org"] {
            let page = browser.get("/follow/code");
            let again = browser.submit(&page, &[("email", address)]).is(422);
            assert_eq!(again.wrong(), ["Write an e-mail address, like name@example.org"], "{address}");
        }
        let form = browser.get("/follow/code");
        let fields = [("email", MAE), ("token", &*form.token())];
        browser.post_raw("/follow/code", &fields, "cross-site").is(403);
        browser.post_raw("/follow/code", &fields[..1], "same-origin").is(403);
    });
}

#[test]
fn nobody_has_the_house_write_to_strangers_as_often_as_they_like() {
    both_engines_of(QAMAR, |office| {
        let settings = Settings { trust_proxy: true, public_mails_an_hour: 4, ..Settings::default() };
        let doors = Doors::with(office, settings);
        let report = office.resident("Sara").reports(PIPE, "Water.").reference;
        office.settle();
        let busy = Browser::of(&doors, "en").calling_from("192.0.2.7");
        ask_code(&busy, "one@example.org").is(200);
        ask_code(&busy, "nonsense").is(422);
        let page = busy.get(&format!("/reports/{report}/follow")).is(200);
        busy.submit(&page, &[("email", "two@example.org")]).is(200);
        busy.submit(&page, &[("email", "three@example.org")]).is(200);
        busy.submit(&page, &[("email", "four@example.org")]).is(429);
        ask_code(&busy, "sara@example.org").is(429);
        let other = Browser::of(&doors, "en").calling_from("192.0.2.8");
        ask_code(&other, "sara@example.org").is(200);
        office.hours(1);
        busy.submit(&page, &[("email", "four@example.org")]).is(200);
        // And nobody gets more than a mailbox may have, whoever asks and whatever follows the plus.
        let others = ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"];
        for (count, from) in others.into_iter().enumerate() {
            let browser = Browser::of(&doors, "en").calling_from(from);
            let page = browser.get(&format!("/reports/{report}/follow")).is(200);
            for more in 0..2 {
                let address = format!("victim+{count}{more}@example.org");
                browser.submit(&page, &[("email", &address)]).is(200);
            }
        }
        office.settle();
        let to_victim = office.mailbag.sent().into_iter().filter(|sent| sent.to.starts_with("victim"));
        assert_eq!(to_victim.count(), 5);
    });
}

#[test]
fn without_a_mail_server_nothing_is_offered_that_needs_one() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::without_mail(office);
        let browser = Browser::of(&doors, "en");
        let follow = browser.get("/follow").is(200);
        assert!(!follow.text.contains("/follow/code") && follow.text.contains("Ask us."), "{}", follow.text);
        let code = browser.get("/follow/code").is(200);
        assert!(code.text.contains("cannot send mail") && !code.text.contains("name=\"email\""));
        let told = browser.post(&follow, "/follow/code", &[("email", MAE)]).is(409).text;
        assert!(told.contains("This cannot be done now."), "{told}");
        let report = office.resident("Sara").reports(PIPE, "Water.").reference;
        let page = browser.get(&format!("/reports/{report}")).is(200);
        assert!(page.text.contains("feed.rss") && !page.text.contains("/follow\""), "{}", page.text);
        browser.get(&format!("/reports/{report}/follow")).is(404);
        browser.post(&follow, &format!("/reports/{report}/follow"), &[("email", MAE)]).is(404);
        let details = begun(&browser);
        let later = browser.get(&later_of(&details)).is(200);
        assert!(later.text.contains("cannot send mail") && !later.text.contains("name=\"email\""));
        let left = browser.submit(&later, &[("email", MAE)]).is(200);
        assert!(left.text.contains("/resume/") && !left.text.contains("We have sent it"), "{}", left.text);
        let sent = office.read(&Principal::house(), office::outbox::latest).unwrap();
        assert!(sent.iter().all(|message| message.to != MAE), "{sent:?}");
    });
}

/// A request that was begun.
fn begun(browser: &Browser<'_>) -> Page {
    let place = browser.get(&format!("/ask/{PIPE}")).is(200);
    let fields = [("address", "1 Olive Lane"), ("district", "well-of-wells")];
    let asked = fields.into_iter().filter(|(name, _)| place.text.contains(&format!("name=\"{name}\"")));
    let next = browser.submit(&place, &asked.collect::<Vec<_>>()).is(200);
    assert!(next.at.starts_with("/asking/"), "{}", next.at);
    next
}

fn later_of(page: &Page) -> String {
    format!("{}/later", page.at.rsplit_once('/').unwrap().0)
}

#[test]
fn a_saved_request_comes_by_mail_and_a_program_that_looks_at_the_link_takes_nothing() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let (phone, desk) = (Browser::of(&doors, "en"), Browser::of(&doors, "en"));
        let page = begun(&phone);
        let later = phone.get(&later_of(&page)).is(200);
        for address in ["nobody", "mae@example.org\nBcc: all@example.org"] {
            let again = phone.submit(&later, &[("email", address)]).is(422);
            assert_eq!(again.wrong(), ["Write an e-mail address, like name@example.org"]);
            assert!(again.text.contains("value=\"nobody\"") || address != "nobody", "what was typed is kept");
        }
        let left = phone.submit(&later, &[("email", MAE)]).is(200);
        assert!(
            left.text.contains("We have sent it") && left.text.contains("Wed 1 April 2015"),
            "{}",
            left.text
        );
        let mail = latest(office, MAE);
        assert_eq!((mail.kind, mail.language.as_str()), (MessageKind::Link, "en"));
        assert!(mail.body.contains("Wed 1 April 2015") && mail.body.contains("Burst pipe"), "{}", mail.body);
        // Whoever asks may name any host, and a mail leads to the city's own all the same.
        assert!(!mail.body.contains("desk.example") && !mail.body.contains("Olive"), "{}", mail.body);
        let kept = office.read(&Principal::house(), office::outbox::latest).unwrap();
        assert_eq!(kept[0].body, "", "the link is a secret, and is not kept");
        let link = link(&mail, "resume");
        let resume = desk.get(&link).is(200);
        phone.get(&page.at).is(200);
        desk.submit(&resume, &[]).is(200);
        phone.get(&page.at).is(404);
        // The link to one request is mailed three times at most.
        let later = desk.get(&later_of(&page)).is(200);
        for address in ["second@example.org", "third@example.org"] {
            desk.submit(&later, &[("email", address)]).is(200);
        }
        let often = desk.submit(&later, &[("email", "fourth@example.org")]).is(422);
        assert_eq!(often.wrong(), ["We have mailed this link three times. Copy it instead."]);
        desk.submit(&later, &[]).is(200);
        assert!(sent_to(office, "fourth@example.org").is_empty());
    });
}

/// Asks to follow a report and says yes; the link in the mail.
fn follows(office: &TestOffice, browser: &Browser<'_>, (case, address): (&CaseHandle, &str)) -> String {
    let ask = browser.get(&format!("/reports/{}/follow", case.reference)).is(200);
    browser.submit(&ask, &[("email", address)]).is(200);
    let link = link(&latest(office, address), "following");
    let page = browser.get(&link).is(200);
    browser.submit(&page, &[]).is(200);
    link
}

#[test]
fn a_report_is_followed_once_the_address_says_yes_and_until_one_click() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let sara = office.resident("Sara Hadi");
        let case = sara.reports(PIPE, "Water at my door, call 0123456789.");
        let browser = Browser::of(&doors, "en");
        let report = browser.get(&format!("/reports/{}", case.reference)).is(200);
        assert!(report.text.contains(&format!("href=\"/reports/{}/follow\"", case.reference)));
        let ask = browser.get(&format!("/reports/{}/follow", case.reference)).is(200);
        let answer = browser.submit(&ask, &[("email", "joe@example.org")]).is(200);
        let question = latest(office, "joe@example.org");
        assert_eq!((question.kind, question.language.as_str()), (MessageKind::Link, "en"));
        let path = link(&question, "following");
        // A program that looks at links says yes for nobody.
        Browser::of(&doors, "en").get(&path).is(200);
        office.house().resolves(&case, "done", "Sara Hadi was there.");
        assert_eq!(sent_to(office, "joe@example.org").len(), 1);
        let page = browser.get(&path).is(200);
        let foreign = [("token", &*page.token())];
        browser.post_raw(&page.action(), &foreign, "cross-site").is(403);
        let on = browser.submit(&page, &[]).is(200);
        assert!(on.text.contains("You get an e-mail when something happens"), "{}", on.text);
        // Whether the address follows already shows nowhere.
        let again = browser.submit(&ask, &[("email", "joe@example.org")]).is(200);
        assert_eq!(again.text, answer.text);
        assert_eq!(link(&latest(office, "joe@example.org"), "following"), path);
        sara.reopens(&case, "Still wet, says Sara.");
        let news = latest(office, "joe@example.org");
        assert_eq!(news.kind, MessageKind::Notice);
        assert!(news.body.contains("The case was opened again"), "{}", news.body);
        assert_eq!(link(&news, "following"), path);
        link(&news, "reports");
        let said = format!("{}{}", news.subject, news.body);
        for personal in ["Sara", "door", "0123456789", "wet"] {
            assert!(!said.contains(personal), "{said}");
        }
        let stop = news.unsubscribe.unwrap();
        let stop = stop.strip_prefix(SITE).unwrap();
        one_click(&doors, stop).is(200);
        one_click(&doors, stop).is(200);
        let count = sent_to(office, "joe@example.org").len();
        office.house().resolves(&case, "done", "Dry.");
        assert_eq!(sent_to(office, "joe@example.org").len(), count);
        let gone = browser.get(&path).is(200);
        assert!(gone.text.contains("Nothing is sent to you"), "{}", gone.text);
        browser.post(&on, &format!("{stop}/confirmation"), &[]).is(200);
        assert_eq!(sent_to(office, "joe@example.org").len(), count, "what was ended is not begun again");
    });
}

#[test]
fn one_button_ends_following_for_a_person_too_and_nothing_hostile_begins_it() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let sara = office.resident("Sara");
        let case = sara.reports(PIPE, "Water.");
        let browser = Browser::of(&doors, "ar");
        let path = follows(office, &browser, (&case, "joe@example.org"));
        office.house().resolves(&case, "done", "Dry.");
        assert_eq!(latest(office, "joe@example.org").language, "ar");
        let page = browser.get(&path).is(200);
        browser.submit(&page, &[]).is(200);
        sara.reopens(&case, "Wet.");
        let news = sent_to(office, "joe@example.org");
        assert_eq!(news.len(), 2, "a question, and one piece of news");
        let ask = browser.get(&format!("/reports/{}/follow", case.reference)).is(200);
        for address in ["", "joe", "joe@example.org\r\nBcc: all@example.org", &"x".repeat(9_000)] {
            browser.submit(&ask, &[("email", address)]).is(422);
        }
        let private = sara.sends(sara.request("burst-pipe", "Mine.")).unwrap();
        hide(office, &private, true);
        for reference in [private.reference.to_string(), "K7Q-F2M-XDR".to_owned(), "nonsense".to_owned()] {
            browser.get(&format!("/reports/{reference}/follow")).is(404);
            browser.post(&ask, &format!("/reports/{reference}/follow"), &[("email", MAE)]).is(404);
        }
        hide(office, &private, false);
        for secret in ["nonsense", "%20", "..%2f..", "0000-0000-0000-0000-0"] {
            browser.get(&format!("/following/{secret}")).is(404);
            one_click(&doors, &format!("/following/{secret}")).is(404);
        }
        let unknown = browser.get("/following/0000-0000-0000-0000").is(200);
        assert!(unknown.text.contains("لم يعد يُرسل إليك شيء"), "{}", unknown.text);
        assert!(sent_to(office, MAE).is_empty());
    });
}

/// Takes a case out of the public's sight, or puts it back.
fn hide(office: &TestOffice, case: &CaseHandle, hidden: bool) {
    let id = office.house().sees(case).case.id;
    let done =
        office.write(&Principal::house(), Channel::House, move |tx, _| Ok(set_public(tx, id, !hidden)?));
    assert_eq!(done.unwrap(), 1);
}

#[test]
fn what_is_no_longer_public_is_no_longer_told() {
    both_engines_of(QAMAR, |office| {
        let doors = Doors::of(office);
        let case = office.resident("Sara").reports(PIPE, "Water.");
        let browser = Browser::of(&doors, "en");
        let path = follows(office, &browser, (&case, "joe@example.org"));
        let count = sent_to(office, "joe@example.org").len();
        office.house().resolves(&case, "done", "Dry.");
        hide(office, &case, true);
        assert_eq!(sent_to(office, "joe@example.org").len(), count);
        assert!(browser.get(&path).is(200).text.contains("Nothing is sent to you"));
        hide(office, &case, false);
    });
}

#[test]
fn an_answer_is_announced_by_mail_without_its_words_and_without_making_anybody_read_again() {
    both_engines(|office| {
        let mae = office.resident("Mae");
        let case = mae.reports(LIGHT, "Dark.");
        office.settle();
        let lee = office.officer("lee");
        let revision = lee.replies(&case, "Call Joe on 617 555 0134 about the pole.").revision;
        let mail = latest(office, MAE);
        assert_eq!(mail.kind, MessageKind::Follow, "nobody has proven the address");
        let reference = case.reference.to_string();
        assert_eq!(mail.subject, format!("There is an answer to your request {reference}"));
        for words in ["Joe", "617", "pole", "Dark", &case.secret] {
            assert!(!mail.body.contains(words), "{}", mail.body);
        }
        assert!(mail.body.contains(&reference) && mail.body.contains("by mistake"), "{}", mail.body);
        assert_eq!(lee.revision(&case), revision, "the mail is no event");
        lee.asks(&case, "Which pole?");
        assert!(latest(office, MAE).subject.starts_with("We have a question about your request"));
        mae.proves();
        office.hours(2);
        lee.replies(&case, "Thank you.");
        let mail = latest(office, MAE);
        assert_eq!(mail.kind, MessageKind::Notice);
        assert!(!mail.body.contains("Thank you.") && !mail.body.contains("by mistake"), "{}", mail.body);
        // Notes are for colleagues.
        let count = sent_to(office, MAE).len();
        lee.notes(&case, "She is nice.");
        assert_eq!(sent_to(office, MAE).len(), count);
    });
}
