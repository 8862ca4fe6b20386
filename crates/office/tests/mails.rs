//! Every mail is written in the language of whom it is for, with links that stand in lines of their own.

use office::customers::Session;
use office::intake::{self, Draft};
use office::{codes, followers};
use records::outbox::Message;
use terms::{Channel, CodePurpose, ContactPoint, ContactPointKind, Principal, Secret, ServiceCode};
use testkit::{CaseHandle, QAMAR, TestOffice, both_engines_of};
use wording::{Argument, Language};

const SITE: &str = "https://311.qamar.example";

/// What went to an address.
fn sent(office: &TestOffice, address: &str) -> Vec<Message> {
    office.settle();
    office.mailbag.sent().into_iter().filter(|message| message.to == address).collect()
}

fn said(language: Language, key: &str, case: &CaseHandle) -> String {
    let reference = case.reference.to_string();
    language.say_with(key, &[("reference", Argument::Words(&reference))])
}

/// Each is in the language, ends with its foot, and repeats nothing of what was written.
fn are_in(office: &TestOffice, language: Language, mails: &[Message]) {
    let city = &office.office.city;
    let (name, contact) = (city.name.text(language.tag()), city.contact.text(language.tag()));
    let names = [("city", Argument::Words(name)), ("contact", Argument::Words(contact))];
    let foot = language.say_with("mail-foot", &names);
    for mail in mails {
        assert_eq!(mail.language, language.tag(), "{mail:?}");
        let text = format!("{}\n{}", mail.subject, mail.body);
        assert!(!text.contains("Words") && !text.contains("{$"), "{text}");
        assert!(text.ends_with(&foot), "{text}");
        for line in text.lines().filter(|line| line.starts_with("https://")) {
            assert!(line.starts_with(SITE) && !line.contains([' ', '\u{2069}']), "{line}");
            assert!(line.ends_with(&format!("?lang={}", language.tag())), "{line}");
        }
    }
}

#[test]
fn a_customer_is_written_to_in_their_language_in_all_six() {
    both_engines_of(QAMAR, |office| {
        for language in Language::all() {
            let tag = language.tag();
            let who = office.resident(&format!("Sara {tag}")).speaking(tag);
            let address = format!("sara.{tag}@example.org");
            let case = who.reports("burst-pipe", "Words of mine.");
            office.settle();
            office.house().replies(&case, "Words of ours.");
            office.settle();
            office.house().asks(&case, "Words again?");
            office.settle();
            let to = ContactPoint { kind: ContactPointKind::Email, value: address.clone(), verified: false };
            let asked = office.write(&Principal::public(), Channel::Web, move |tx, act| {
                codes::ask_code(tx, act, &to, CodePurpose::SignIn)
            });
            asked.unwrap();
            let mails = sent(office, &address);
            let subjects: Vec<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
            let city = office.office.city.name.text(tag).to_owned();
            let code = language.say_with("mail-code", &[("city", Argument::Words(&city))]);
            let told = ["mail-received", "mail-answered", "mail-asked"].map(|key| said(language, key, &case));
            assert_eq!(subjects, [told.as_slice(), &[code]].concat());
            assert!(mails[0].body.contains(&format!("{SITE}/follow/code?lang={tag}")), "{}", mails[0].body);
            assert!(mails[1].body.contains(&said(language, "notice-answered", &case)), "{}", mails[1].body);
            assert!(mails[2].body.contains(&said(language, "notice-asked", &case)), "{}", mails[2].body);
            are_in(office, language, &mails);
        }
    });
}

#[test]
fn a_follower_is_written_to_in_their_language_in_all_six() {
    both_engines_of(QAMAR, |office| {
        let case = office.resident("Sara").reports("burst-pipe", "Words of mine.");
        let address = |language: Language| format!("joe.{}@example.org", language.tag());
        for language in Language::all() {
            let (reference, to) = (case.reference, address(language));
            let asked = office.write(&Principal::public(), Channel::Web, move |tx, act| {
                followers::ask_to_follow(tx, act, &reference, (&to, language))
            });
            asked.unwrap();
            let question = sent(office, &address(language)).remove(0);
            let path = format!("{SITE}/following/");
            let line = question.body.lines().find_map(|line| line.strip_prefix(&path)).unwrap();
            let secret: Secret = line.split('?').next().unwrap().parse().unwrap();
            let said = secret.clone();
            let said_yes = office.write(&Principal::public(), Channel::Web, move |tx, act| {
                followers::confirm_following(tx, act, &said)
            });
            said_yes.unwrap();
        }
        office.house().resolves(&case, "done", "Words of ours.");
        for language in Language::all() {
            let mails = sent(office, &address(language));
            let subjects: Vec<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
            let told = ["mail-report-ask", "mail-report-news"].map(|key| said(language, key, &case));
            assert_eq!(subjects, told);
            assert!(mails[1].body.contains(&language.say("event-resolved")), "{}", mails[1].body);
            assert!(mails[1].unsubscribe.is_some() && mails[0].unsubscribe.is_none());
            are_in(office, language, &mails);
        }
        // Whoever never says yes, and whoever said it long ago, is forgotten.
        office.hours(24 * 366);
        office.write(&Principal::house(), Channel::House, office::jobs::tidy).unwrap();
        let left = office.write(&Principal::house(), Channel::House, |tx, _| Ok(records::copy::tally(tx)?));
        assert!(left.unwrap().contains(&("followers", 0)));
    });
}

#[test]
fn more_followers_than_fit_into_one_job_are_told_once_each() {
    both_engines_of(QAMAR, |office| {
        let case = office.resident("Sara").reports("burst-pipe", "Wet.");
        office.settle();
        let id = office.house().sees(&case).case.id;
        let filled = office.write(&Principal::house(), Channel::House, move |tx, act| {
            for count in 0..250 {
                let follower = records::followers::Follower {
                    case: id,
                    mailbox: format!("{count:064x}"),
                    to: format!("joe{count}@example.org"),
                    language: "en".to_owned(),
                    secret: Secret::new(&act.chance).to_string(),
                    confirmed_at: None,
                };
                records::followers::ask(tx, &follower, act.at)?;
                if count != 7 {
                    records::followers::confirm(tx, &follower.secret, act.at)?;
                }
            }
            Ok(())
        });
        filled.unwrap();
        office.house().resolves(&case, "done", "Dry.");
        office.settle();
        let mut told: Vec<String> = office
            .mailbag
            .sent()
            .into_iter()
            .map(|mail| mail.to)
            .filter(|to| to.starts_with("joe"))
            .collect();
        told.sort();
        let count = told.len();
        told.dedup();
        assert_eq!((count, told.len()), (249, 249));
    });
}

#[test]
fn a_saved_request_is_mailed_in_the_language_of_the_page_in_all_six() {
    both_engines_of(QAMAR, |office| {
        for language in Language::all() {
            let address = format!("mae.{}@example.org", language.tag());
            let to = address.clone();
            let left = office.write(&Principal::public(), Channel::Web, move |tx, act| {
                let session = Session::of(&to);
                let draft = Draft { description: "Words of mine.".to_owned(), ..Draft::default() };
                let service = ServiceCode::new("burst-pipe");
                let begun = intake::begin(tx, act, &session, (&service, &draft))?;
                let link = Secret::new(&act.chance);
                intake::leave(tx, act, &session, (begun.asking.id, &link), Some((&to, language)))
            });
            let day = language.date(office.office.city.calendar.day(left.unwrap()));
            let mails = sent(office, &address);
            let [mail] = &mails[..] else { panic!("{mails:?}") };
            assert!(mail.body.contains(&day), "{}", mail.body);
            assert!(mail.body.contains(&language.say("mail-resume-not-you")), "{}", mail.body);
            are_in(office, language, &mails);
        }
    });
}
