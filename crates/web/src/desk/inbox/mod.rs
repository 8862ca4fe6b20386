//! The inbox: what there is to do, in views that officers choose and keep, what is due first first.

pub(super) mod asked;
pub(super) mod beside;
pub(super) mod form;
pub(super) mod rows;
pub(super) mod saved;
mod shown;

use super::case::{self, CasePart};
use super::frame::Frame;
use super::officer::Desk;
use crate::App;
use crate::pages::{Link, render};
use crate::problem::Problem;
use askama::Template;
use asked::{Asked, order_name, pairs, query};
use axum::Json;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use form::Condition;
use office::desk::{self, Column, ViewKey};
use office::{Act, Verb};
use records::Tx;
use records::cases::{Mark, Order};
use rows::Line;
use shown::{Chosen, ROWS, Shown, choose, counted, shown};
use terms::Reference;
use wording::{Argument, Language};

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct InboxPage {
    frame: Frame,
    language: Language,
    view: String,
    title: String,
    /// The officer's own view that is shown, which they may change.
    mine: Option<Kept>,
    /// What is wrong, in words.
    wrong: Vec<String>,
    /// The case beside the list, in the split view.
    beside: Option<CasePart>,
    /// Whether it is a split view, and which case was asked for.
    split: bool,
    wanted: Option<String>,
    built_in: Vec<Tab>,
    views: Vec<Tab>,
    orders: Vec<Link>,
    conditions: Vec<Condition>,
    /// The filter as hidden fields.
    hidden: Vec<(&'static str, String)>,
    columns: Vec<ColumnChoice>,
    lines: Vec<Line>,
    /// Which columns are shown with their headings, in order.
    shown: Vec<(Column, String)>,
    next: Option<String>,
    first: Option<String>,
    /// This list again, for what comes back to it.
    back: String,
    list: String,
    /// The same, with where this page of it begins.
    here: String,
    shortcuts: bool,
    can_share: bool,
}

/// A view that the officer made.
struct Kept {
    id: String,
    name: String,
    shared: bool,
}

/// A view among the others.
struct Tab {
    href: String,
    name: String,
    count: Option<String>,
    current: bool,
    shared: bool,
}

struct ColumnChoice {
    name: &'static str,
    label: String,
    chosen: bool,
}

/// Which list the query of an address asks for.
pub(super) fn asked(raw: Option<&str>) -> Result<Asked, Problem> {
    Ok(Asked::of(&crate::fields::of_query(raw)?))
}

/// `GET /desk`
pub(crate) async fn page(State(app): State<App>, desk: Desk) -> Response {
    match desk.case_beside() {
        Some(reference) => case::beside(&app, &desk, reference).await,
        None => list(&app, &desk, None).await,
    }
}

/// The list that the address asks for, with a case beside it.
pub(super) async fn list(app: &App, desk: &Desk, beside: Option<CasePart>) -> Response {
    let asked = match asked(Some(&desk.list())) {
        Ok(asked) => asked,
        Err(problem) => return desk.refuse(app, &problem),
    };
    let after = asked.after;
    let page = match app.office.read(desk.act(app), move |tx, act| shown(tx, act, &asked)).await {
        Ok(shown) => inbox_page(app, desk, shown, after),
        Err(refusal) => return desk.refuse(app, &refusal.into()),
    };
    let Some(case) = beside else { return Desk::private(render(&page)) };
    let mut frame = Frame::new(app, desk, &format!("{} – {}", case.reference, page.title));
    frame.layout.error = case.wrong.is_some();
    Desk::private(render(&InboxPage { frame, beside: Some(case), ..page }))
}

/// `GET /desk/references.json`: the first cases of a list with their revisions.
pub(crate) async fn references(State(app): State<App>, desk: Desk, RawQuery(raw): RawQuery) -> Response {
    let asked = match asked(raw.as_deref()) {
        Ok(asked) => asked,
        Err(problem) => return desk.refuse(&app, &problem),
    };
    let read = app.office.read(desk.act(&app), move |tx, act| {
        let views = desk::views(tx, act)?;
        let Chosen { filter, order, wrong, .. } = choose(act, &asked, &views);
        let found = wrong.is_empty().then(|| desk::first_references(tx, act, &filter, (order, ROWS)));
        Ok(found.transpose()?.unwrap_or_default())
    });
    match read.await {
        Ok(found) => Desk::private(Json(found).into_response()),
        Err(refusal) => desk.refuse(&app, &refusal.into()),
    }
}

/// The case that comes after another in a list that can be shown.
pub(super) fn next(
    tx: &mut Tx<'_>,
    act: &Act,
    asked: &Asked,
    reference: &Reference,
) -> Verb<Option<Reference>> {
    let views = desk::views(tx, act)?;
    let Chosen { filter, order, wrong, .. } = choose(act, asked, &views);
    if wrong.is_empty() { desk::next(tx, act, &filter, (order, reference)) } else { Ok(None) }
}

fn inbox_page(app: &App, desk: &Desk, shown: Shown, after: Option<Mark>) -> InboxPage {
    let language = desk.language;
    let view = shown.key.to_string();
    let own = shown.is_own.then_some(&shown.filter);
    let order = order_name(shown.order);
    let list = rows::list_of(&view, own, order);
    let lang = format!("lang={}", language.tag());
    let title = match &shown.saved {
        Some(view) => view.name.clone(),
        None => language.say(&format!("desk-view-{view}")),
    };
    let next = shown.page.next.map(|(at, id)| format!("/desk?{list}after={at}_{id}&{lang}"));
    let back = format!("/desk?{list}{lang}");
    let here = after.map_or_else(|| list.clone(), |(at, id)| format!("{list}after={at}_{id}&"));
    let wanted = desk.case_beside().map(ToOwned::to_owned);
    let split = desk.beside || wanted.is_some();
    InboxPage {
        frame: Frame::new(app, desk, &title),
        language,
        title,
        beside: None,
        split,
        wanted,
        mine: mine(desk, &shown),
        wrong: wrong(language, &shown),
        built_in: built_in(language, &shown),
        views: saved_views(language, &shown),
        orders: orders(language, &shown, &view),
        conditions: form::conditions(app, language, &desk.who, &shown.filter),
        hidden: pairs(&shown.filter).into_iter().chain([("order", order.to_owned())]).collect(),
        columns: columns(language, &shown.columns),
        lines: rows::lines(app, desk, &shown.page.rows, (&here, split)),
        here,
        shown: shown.columns.into_iter().map(|column| (column, heading(language, column))).collect(),
        next,
        first: after.is_some().then(|| back.clone()),
        back,
        list,
        view,
        shortcuts: shown.shortcuts,
        can_share: desk.who.agency.is_some(),
    }
}

fn mine(desk: &Desk, shown: &Shown) -> Option<Kept> {
    let view = shown.saved.as_ref().filter(|view| view.owner == desk.officer)?;
    Some(Kept { id: view.id.to_string(), name: view.name.clone(), shared: view.shared })
}

fn wrong(language: Language, shown: &Shown) -> Vec<String> {
    let gone = shown.is_gone.then(|| language.say("desk-view-gone"));
    let said = shown.wrong.iter().map(|wrong| language.say(&format!("desk-wrong-{}", wrong.as_str())));
    gone.into_iter().chain(said).collect()
}

fn built_in(language: Language, shown: &Shown) -> Vec<Tab> {
    let tab = |(view, count): &(desk::BuiltIn, u32)| Tab {
        href: format!("/desk?view={}&lang={}", view.as_str(), language.tag()),
        name: language.say(&format!("desk-view-{}", view.as_str())),
        count: Some(counted(language, *count)),
        current: shown.key == ViewKey::BuiltIn(*view),
        shared: false,
    };
    shown.built_in.iter().map(tab).collect()
}

fn saved_views(language: Language, shown: &Shown) -> Vec<Tab> {
    let tab = |(view, count): &(desk::SavedView, Option<u32>)| Tab {
        href: format!("/desk?view={}&lang={}", view.id, language.tag()),
        name: view.name.clone(),
        count: count.map(|count| counted(language, count)),
        current: shown.key == ViewKey::Saved(view.id),
        shared: view.shared,
    };
    shown.views.iter().map(tab).collect()
}

fn orders(language: Language, shown: &Shown, view: &str) -> Vec<Link> {
    if shown.filter.is_closed() {
        return Vec::new();
    }
    let own = if shown.is_own { query(&pairs(&shown.filter)) + "&" } else { String::new() };
    let order = |order: Order| {
        let name = order_name(order);
        Link {
            text: language.say(&format!("desk-order-{name}")),
            href: format!("/desk?view={view}&{own}order={name}&lang={}", language.tag()),
            current: order == shown.order,
            here: order == shown.order,
        }
    };
    [Order::Due, Order::Newest, Order::Oldest].into_iter().map(order).collect()
}

fn heading(language: Language, column: Column) -> String {
    language.say(&format!("desk-col-{}", column.as_str()))
}

fn columns(language: Language, chosen: &[Column]) -> Vec<ColumnChoice> {
    let choice = |column: Column| ColumnChoice {
        name: column.as_str(),
        label: heading(language, column),
        chosen: chosen.contains(&column),
    };
    Column::ALL.into_iter().map(choice).collect()
}

impl InboxPage {
    /// Whether a line is that of the case beside the list.
    fn is_beside(&self, line: &Line) -> bool {
        self.beside.as_ref().is_some_and(|case| case.reference == line.reference)
    }

    /// How many rows there are.
    fn rows_said(&self) -> String {
        let count = i64::try_from(self.lines.len()).unwrap_or(0);
        self.language.say_with("desk-rows", &[("count", Argument::Count(count))])
    }
}
