//! One act on many cases: shown before it is done, done once, and taken back.

use crate::browser::{Browser, Page};
use crate::desk_inbox::{demo, desk, lights, listed};
use terms::Reference;
use testkit::{CaseHandle, both_engines};

/// Plans an act on cases; the page that shows what would change.
fn plan(browser: &Browser<'_>, cases: &[&CaseHandle], fields: &[(&str, &str)]) -> Page {
    let references: Vec<String> = cases.iter().map(|case| case.reference.to_string()).collect();
    let query =
        references.iter().fold(String::new(), |query, reference| query + &format!("case={reference}&"));
    let chosen = browser.get(&format!("/desk/bulk?{query}back=/desk?view=open")).is(200);
    let cases = references.iter().map(|reference| ("case", reference.as_str()));
    let fields: Vec<(&str, &str)> = cases.chain(fields.iter().copied()).collect();
    browser.post(&chosen, "/desk/bulk", &fields)
}

fn path(page: &Page) -> String {
    page.at.split('?').next().unwrap().to_owned()
}

#[test]
fn many_cases_are_given_at_once_only_once_and_taken_back() {
    both_engines(|office| {
        let doors = demo(office);
        let cases = lights(office, 5);
        let (lee, ruth) = (office.officer("lee"), desk(&doors, "ruth"));
        lee.takes(&cases[0]);
        lee.takes(&cases[1]);
        lee.resolves(&cases[2], "done", "New bulb.");
        let chosen: Vec<&CaseHandle> = cases.iter().collect();
        let planned = plan(&ruth, &chosen, &[("act", "assign"), ("officer", "dora")]).is(200);
        assert!(planned.text.contains("It will change: 4. It cannot: 1."), "{}", planned.text);
        assert!(planned.text.contains("Lee Santos → Dora Quill") && planned.text.contains("it is closed"));
        let assignee = |case: &CaseHandle| {
            office.house().sees(case).case.state.assignee.map(|officer| officer.to_string())
        };
        assert_eq!(assignee(&cases[0]).as_deref(), Some("lee"), "a preview changes nothing");
        // Lee writes about one of them before it is begun.
        lee.replies(&cases[1], "A crew comes.");
        let start = format!("{}/start", path(&planned));
        let running = ruth.post(&planned, &start, &[]).is(200);
        assert!(running.text.contains("<progress") && running.text.contains("http-equiv=\"refresh\""));
        let revision = |case: &CaseHandle| office.house().revision(case);
        ruth.post(&planned, &start, &[]).is(200);
        office.settle();
        let done = ruth.get(&running.at).is(200);
        assert!(done.text.contains("Done: 3. Not done: 2."), "{}", done.text);
        assert!(done.text.contains("it has changed since"), "{}", done.text);
        assert_eq!(assignee(&cases[0]).as_deref(), Some("dora"));
        assert_eq!(assignee(&cases[1]).as_deref(), Some("lee"));
        let before = revision(&cases[0]);
        ruth.post(&planned, &start, &[]).is(200);
        office.settle();
        assert_eq!(revision(&cases[0]), before, "a second tap does nothing");
        // Dora gives one on; what others did meanwhile stays.
        office.officer("ruth").gives(&cases[3], "ruth");
        let undo = format!("{}/undo", path(&planned));
        ruth.post(&done, &undo, &[]).is(200);
        ruth.post(&done, &undo, &[]).is(200);
        office.settle();
        let undone = ruth.get(&running.at).is(200);
        assert!(undone.text.contains("Taken back: 2. Not taken back: 1."), "{}", undone.text);
        assert_eq!(assignee(&cases[0]).as_deref(), Some("lee"));
        assert_eq!(assignee(&cases[3]).as_deref(), Some("ruth"));
        assert_eq!(assignee(&cases[4]), None);
    });
}

#[test]
fn many_cases_are_ended_at_once_and_opened_again_within_ten_minutes() {
    both_engines(|office| {
        let doors = demo(office);
        let cases = lights(office, 3);
        let (lee, dora) = (desk(&doors, "lee"), desk(&doors, "dora"));
        let chosen: Vec<&CaseHandle> = cases.iter().collect();
        let fields =
            [("act", "resolve"), ("outcome", "done"), ("words", "<script>alert(1)</script>New bulb.")];
        let may_not = plan(&dora, &chosen, &fields).is(200);
        assert!(
            may_not.text.contains("It cannot: 3.") && !may_not.text.contains("/start"),
            "{}",
            may_not.text
        );
        let planned = plan(&lee, &chosen, &fields).is(200);
        assert!(!planned.text.contains("<script>alert"));
        lee.post(&planned, &format!("{}/start", path(&planned)), &[]).is(200);
        office.settle();
        let done = lee.get(&planned.at).is(200);
        assert!(done.text.contains("Done: 3."), "{}", done.text);
        assert_eq!(listed(&lee.get("/desk?view=closed")).len(), 3);
        lee.post(&done, &format!("{}/undo", path(&planned)), &[]).is(200);
        office.settle();
        assert_eq!(listed(&lee.get("/desk?view=open")).len(), 3, "all are open again");

        let planned = plan(&lee, &chosen, &fields).is(200);
        lee.post(&planned, &format!("{}/start", path(&planned)), &[]).is(200);
        office.settle();
        office.clock.advance(jiff::SignedDuration::from_mins(11));
        let late = lee.get(&planned.at).is(200);
        assert!(!late.text.contains("/undo"), "{}", late.text);
        let refused = lee.post(&late, &format!("{}/undo", path(&planned)), &[]).is(409);
        assert!(refused.text.contains("one by one"), "{}", refused.text);
    });
}

#[test]
fn an_act_on_nothing_on_too_much_or_without_words_is_refused_in_words() {
    both_engines(|office| {
        let doors = demo(office);
        let case = lights(office, 1).remove(0);
        office.settle();
        let before = office.house().revision(&case);
        let lee = desk(&doors, "lee");
        assert!(lee.get("/desk/bulk").is(200).text.contains("Choose one case or more"));
        let empty = plan(&lee, &[&case], &[("act", "note"), ("note", "  ")]).is(422);
        assert!(empty.text.contains("Notes need words"), "{}", empty.text);
        let long = "x".repeat(20_001);
        let long = plan(&lee, &[&case], &[("act", "note"), ("note", &long)]).is(422);
        assert!(long.text.contains(&"x".repeat(20_001)), "what was typed is still there");
        plan(&lee, &[&case], &[("act", "resolve"), ("outcome", "no-such")]).is(422);
        plan(&lee, &[&case], &[("act", "explode")]).is(422);
        let many: Vec<String> = (0..201)
            .map(|number: u64| {
                let chance = terms::Chance::from_seed([number.to_le_bytes()[0]; 32]);
                Reference::new(&chance).to_string()
            })
            .collect();
        let fields: Vec<(&str, &str)> = many.iter().map(|case| ("case", case.as_str())).collect();
        let fields = [&fields[..], &[("act", "give-back")]].concat();
        let page = lee.get("/desk/keys");
        let refused = lee.post(&page, "/desk/bulk", &fields).is(422);
        assert!(refused.text.contains("at most 200"), "{}", refused.text);
        assert_eq!(office.house().revision(&case), before, "nothing was done");
    });
}
