//! What a list shows: the view that is asked for, with the officer's own changes, or why it cannot be shown.

use super::asked::Asked;
use office::desk::{self, BuiltIn, Column, Impossible, MOST_COUNTED, Page, SavedView, ViewFilter, ViewKey};
use office::{Act, Verb};
use records::Tx;
use records::cases::Order;

/// Rows on a page.
pub(crate) const ROWS: u32 = 50;

/// A list, and the views around it.
pub(super) struct Shown {
    pub(super) key: ViewKey,
    pub(super) saved: Option<SavedView>,
    pub(super) filter: ViewFilter,
    /// Whether the filter is the officer's own, not the view's.
    pub(super) is_own: bool,
    pub(super) order: Order,
    /// What is wrong with the filter; then nothing is listed.
    pub(super) wrong: Vec<Impossible>,
    /// Whether the view that was asked for is no longer there.
    pub(super) is_gone: bool,
    pub(super) built_in: Vec<(BuiltIn, u32)>,
    pub(super) views: Vec<(SavedView, Option<u32>)>,
    pub(super) columns: Vec<Column>,
    pub(super) page: Page,
    pub(super) shortcuts: bool,
}

/// What is asked for of the views that there are.
pub(super) struct Chosen {
    pub(super) key: ViewKey,
    pub(super) saved: Option<SavedView>,
    pub(super) filter: ViewFilter,
    pub(super) order: Order,
    pub(super) wrong: Vec<Impossible>,
    pub(super) is_gone: bool,
}

/// The view and the filter that an address asks for.
pub(super) fn choose(act: &Act, asked: &Asked, views: &[SavedView]) -> Chosen {
    let mine = ViewKey::BuiltIn(BuiltIn::Mine);
    let saved = match asked.key {
        Some(ViewKey::Saved(id)) => views.iter().find(|view| view.id == id).cloned(),
        Some(ViewKey::BuiltIn(_)) | None => None,
    };
    let is_gone = asked.key.is_none() || matches!(asked.key, Some(ViewKey::Saved(_))) && saved.is_none();
    let key = asked.key.filter(|_| !is_gone).unwrap_or(mine);
    let read = match (&asked.filter, &saved, key) {
        (Some(own), _, _) => own.clone(),
        (None, Some(view), _) => ViewFilter::read(&view.filter),
        (None, None, ViewKey::BuiltIn(view)) => Ok(view.filter(&act.who)),
        (None, None, ViewKey::Saved(_)) => Err(Impossible::Unreadable),
    };
    let order = asked.order.or(saved.as_ref().map(|view| view.order)).unwrap_or(Order::Due);
    let (filter, wrong) = match read {
        Ok(filter) => {
            let wrong = filter.wrong(act.city());
            (filter, wrong)
        }
        Err(impossible) => (ViewFilter::default(), vec![impossible]),
    };
    Chosen { key, saved, order: filter.order(order), filter, wrong, is_gone }
}

/// Everything on the page of a list, as of one instant.
pub(super) fn shown(tx: &mut Tx<'_>, act: &Act, asked: &Asked) -> Verb<Shown> {
    let views = desk::views(tx, act)?;
    let Chosen { key, saved, filter, order, wrong, is_gone } = choose(act, asked, &views);
    let page = if wrong.is_empty() {
        desk::inbox(tx, act, &filter, order, (asked.after, ROWS))?
    } else {
        Page { rows: Vec::new(), next: None }
    };
    let mut built_in = Vec::new();
    for view in BuiltIn::ALL {
        // Nobody is asked who has no agency.
        if view != BuiltIn::Asked || act.who.agency.is_some() {
            built_in.push((view, desk::count(tx, act, &view.filter(&act.who))?));
        }
    }
    let mut counted = Vec::new();
    for view in views {
        let usable = ViewFilter::read(&view.filter).ok().filter(|filter| filter.wrong(act.city()).is_empty());
        let count = usable.map(|filter| desk::count(tx, act, &filter)).transpose()?;
        counted.push((view, count));
    }
    let columns = desk::columns(tx, act, key, saved.as_ref())?;
    let shortcuts = desk::shortcuts(tx, act)?;
    Ok(Shown {
        key,
        is_own: asked.filter.is_some(),
        saved,
        filter,
        order,
        wrong,
        is_gone,
        built_in,
        views: counted,
        columns,
        page,
        shortcuts,
    })
}

/// A count as it is said: exact up to a bound.
pub(super) fn counted(language: wording::Language, count: u32) -> String {
    if count > MOST_COUNTED {
        language.count(u64::from(MOST_COUNTED)) + "+"
    } else {
        language.count(u64::from(count))
    }
}
