//! Views: those that the house has for everybody, and those that officers keep and share.

use super::me;
use super::view_filter::{ViewFilter, Whose};
use crate::{Act, Refusal, Verb};
use records::cases::Order;
use records::{Tx, desk_choices, views};
use std::str::FromStr;
use terms::{OfficerCode, Principal, Status, ViewId};

/// The longest name of a view, in characters.
pub const LONGEST_NAME: usize = 80;
/// Views that one officer keeps.
const MOST_OWN: usize = 50;
/// Views that an officer is shown.
const MOST_SHOWN: u32 = 200;
/// Minutes in which something is about to be due.
pub(super) const SOON: u32 = 60;

/// The views that the house has for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuiltIn {
    /// What the officer has.
    Mine,
    /// What nobody of the agency has.
    Unassigned,
    /// What waits for its customer.
    Waiting,
    /// What is due within a working hour.
    Soon,
    /// What is overdue.
    Overdue,
    /// What other agencies ask of the officer's.
    Asked,
    /// Everything that is not closed.
    Open,
    /// What was closed this week.
    Closed,
}

impl BuiltIn {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Mine,
        Self::Unassigned,
        Self::Soon,
        Self::Overdue,
        Self::Waiting,
        Self::Asked,
        Self::Open,
        Self::Closed,
    ];

    /// Its name in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Unassigned => "unassigned",
            Self::Waiting => "waiting",
            Self::Soon => "soon",
            Self::Overdue => "overdue",
            Self::Asked => "asked",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// What it shows to somebody.
    pub fn filter(self, who: &Principal) -> ViewFilter {
        let agency = who.agency.clone();
        let all = ViewFilter { agency, ..ViewFilter::default() };
        match self {
            // A case may be with an officer although another agency holds it.
            Self::Mine => ViewFilter { assignee: Some(Whose::Me), ..ViewFilter::default() },
            Self::Unassigned => ViewFilter { assignee: Some(Whose::Nobody), ..all },
            Self::Waiting => ViewFilter { statuses: vec![Status::Waiting], ..all },
            Self::Soon => ViewFilter { due_within: Some(SOON), ..all },
            Self::Overdue => ViewFilter { due_within: Some(0), ..all },
            Self::Asked => ViewFilter { asked: true, ..ViewFilter::default() },
            Self::Open => all,
            Self::Closed => ViewFilter { statuses: vec![Status::Closed], ..all },
        }
    }
}

/// Which view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKey {
    /// One of the house's.
    BuiltIn(BuiltIn),
    /// One that somebody saved.
    Saved(ViewId),
}

impl FromStr for ViewKey {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let built_in = BuiltIn::ALL.into_iter().find(|view| view.as_str() == text);
        built_in.map(Self::BuiltIn).or_else(|| text.parse().ok().map(Self::Saved)).ok_or(())
    }
}

impl std::fmt::Display for ViewKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::BuiltIn(view) => f.write_str(view.as_str()),
            Self::Saved(id) => id.fmt(f),
        }
    }
}

/// A column of a list, besides the case's reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// How it came in.
    Channel,
    /// Whose it is.
    Customer,
    /// The service and the first words.
    Words,
    /// Where it stands.
    State,
    /// When it is due.
    Due,
    /// Who has it.
    Assignee,
    /// The customer's language, where the officer does not speak it.
    Language,
    /// Where in the city.
    District,
    /// When it came in.
    Opened,
}

impl Column {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 9] = [
        Self::Channel,
        Self::Words,
        Self::Due,
        Self::State,
        Self::Assignee,
        Self::Customer,
        Self::Language,
        Self::District,
        Self::Opened,
    ];
    /// Those that are shown to whoever chose none.
    pub const FIRST: [Self; 8] = [
        Self::Channel,
        Self::Words,
        Self::Due,
        Self::State,
        Self::Assignee,
        Self::Customer,
        Self::Language,
        Self::District,
    ];

    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::Customer => "customer",
            Self::Words => "words",
            Self::State => "state",
            Self::Due => "due",
            Self::Assignee => "assignee",
            Self::Language => "language",
            Self::District => "district",
            Self::Opened => "opened",
        }
    }
}

/// A view that somebody saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// What it is called.
    pub name: String,
    /// Whose it is.
    pub owner: OfficerCode,
    /// Whether it is shared with its owner's agency.
    pub shared: bool,
    /// Its filter as it was saved.
    pub filter: String,
    /// Its order.
    pub order: Order,
    columns: Vec<String>,
}

/// A view to save.
#[derive(Debug, Clone)]
pub struct NewView {
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub filter: ViewFilter,
    /// In which order.
    pub order: Order,
    /// With which columns.
    pub columns: Vec<Column>,
    /// Whether the officer's agency sees it too.
    pub shared: bool,
}

const fn sorting(order: Order) -> &'static str {
    match order {
        Order::Due | Order::Closed => "due",
        Order::Newest => "newest",
        Order::Oldest => "oldest",
    }
}

/// The views that an officer may use: their own, and those shared with their agency.
pub fn views(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<SavedView>> {
    let found = views::of(tx, &me(act)?, act.who.agency.as_ref(), MOST_SHOWN)?;
    let saved = |view: views::View| SavedView {
        id: view.id,
        name: view.name,
        owner: view.owner,
        shared: view.agency.is_some(),
        filter: view.filter,
        order: match view.sorting.as_str() {
            "newest" => Order::Newest,
            "oldest" => Order::Oldest,
            _ => Order::Due,
        },
        columns: view.columns,
    };
    Ok(found.into_iter().map(saved).collect())
}

/// Saves a view.
pub fn save_view(tx: &mut Tx<'_>, act: &Act, new: &NewView) -> Verb<ViewId> {
    let name = checked(&new.name)?;
    if !new.filter.wrong(act.city()).is_empty() {
        return Err(Refusal::invalid("filter", "it cannot be used in this city; change it first"));
    }
    let owner = me(act)?;
    let own = views(tx, act)?.iter().filter(|view| view.owner == owner).count();
    if own >= MOST_OWN {
        return Err(Refusal::conflict(format!("you keep {MOST_OWN} views already; delete one first")));
    }
    let id = ViewId::new(act.at, &act.chance);
    let view = views::View {
        id,
        owner,
        agency: act.who.agency.clone().filter(|_| new.shared),
        name,
        filter: serde_json::to_string(&new.filter).unwrap_or_default(),
        sorting: sorting(new.order).to_owned(),
        columns: new.columns.iter().map(|column| column.as_str().to_owned()).collect(),
        created_at: act.at,
    };
    views::insert(tx, &view)?;
    Ok(id)
}

/// Gives a view another name, or shares it or no longer does.
pub fn change_view(tx: &mut Tx<'_>, act: &Act, id: ViewId, (name, shared): (&str, bool)) -> Verb<()> {
    let name = checked(name)?;
    must_be_own(tx, act, id)?;
    Ok(views::update(tx, id, &name, act.who.agency.as_ref().filter(|_| shared))?)
}

/// Deletes a view. The cases in it stay as they are.
pub fn delete_view(tx: &mut Tx<'_>, act: &Act, id: ViewId) -> Verb<()> {
    must_be_own(tx, act, id)?;
    Ok(views::delete(tx, id)?)
}

fn must_be_own(tx: &mut Tx<'_>, act: &Act, id: ViewId) -> Verb<()> {
    let owner = me(act)?;
    match views(tx, act)?.iter().find(|view| view.id == id) {
        Some(view) if view.owner == owner => Ok(()),
        Some(_) => {
            Err(Refusal::Forbidden("only whoever made a view changes it; save one of your own".into()))
        }
        None => Err(Refusal::NotFound("view")),
    }
}

fn checked(name: &str) -> Verb<String> {
    let name = name.trim();
    let count = name.chars().count();
    if count == 0 || count > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Refusal::invalid("name", format!("write a name of at most {LONGEST_NAME} characters")));
    }
    Ok(name.to_owned())
}

/// The columns of a view: those that the officer chose, or else those that it was saved with.
pub fn columns(tx: &mut Tx<'_>, act: &Act, key: ViewKey, saved: Option<&SavedView>) -> Verb<Vec<Column>> {
    let chosen = desk_choices::columns(tx, &me(act)?, &key.to_string())?;
    let names = chosen.as_ref().or(saved.map(|view| &view.columns));
    let Some(names) = names else { return Ok(Column::FIRST.to_vec()) };
    Ok(Column::ALL.into_iter().filter(|column| names.iter().any(|name| name == column.as_str())).collect())
}

/// Keeps the columns that an officer chose for a view.
pub fn choose_columns(tx: &mut Tx<'_>, act: &Act, key: ViewKey, columns: &[Column]) -> Verb<()> {
    if let ViewKey::Saved(id) = key
        && !views(tx, act)?.iter().any(|view| view.id == id)
    {
        return Err(Refusal::NotFound("view"));
    }
    let names: Vec<String> = columns.iter().map(|column| column.as_str().to_owned()).collect();
    Ok(desk_choices::choose_columns(tx, &me(act)?, &key.to_string(), &names)?)
}
