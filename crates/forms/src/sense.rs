//! What a condition means: whether every name is known, and whether what is compared can be compared at all.
//!
//! CEL finds most mistakes only when it computes, and then computes nothing. A condition that names a choice which
//! does not exist would never hold, and nobody would be told.

use crate::fault::{Wrong, shown};
use crate::field::{Choice, Field, Kind};
use cel::common::ast::{ComprehensionExpr, Expr, LiteralValue, SelectExpr};
use cel::parser::Expression;
use std::collections::BTreeSet;

/// What a part of a condition is.
#[derive(Debug, Clone)]
pub(crate) enum Sense<'f> {
    /// True or false.
    Truth,
    /// A text; its words where it is written out.
    Text(Option<&'f str>),
    /// One of a field's choices.
    Choice(&'f [Choice]),
    /// A number.
    Number,
    /// A list: what its elements are.
    List(Vec<Sense<'f>>),
    /// An item of a group.
    Item(&'f [Field]),
    /// `null`.
    Nothing,
    /// What cannot be told.
    Any,
}

/// A condition that is being understood.
pub(crate) struct Reading<'f> {
    fields: &'f [Field],
    locals: Vec<(&'f str, Sense<'f>)>,
    depth: usize,
    deepest: usize,
    /// The codes of the fields that it names.
    pub(crate) named: BTreeSet<&'f str>,
}

type Sensed<'f> = Result<Sense<'f>, Wrong>;

impl<'f> Reading<'f> {
    pub(crate) fn new(fields: &'f [Field], deepest: usize) -> Self {
        Self { fields, locals: Vec::new(), depth: 0, deepest, named: BTreeSet::new() }
    }

    /// What an expression is, or what is wrong with it.
    pub(crate) fn sense(&mut self, expression: &'f Expression) -> Sensed<'f> {
        if self.depth >= self.deepest {
            let mend = format!("use at most {} steps within each other", self.deepest);
            return Err(Wrong::new("it is nested too deep", mend));
        }
        self.depth += 1;
        let sense = match &expression.expr {
            Expr::Literal(literal) => Ok(literal_sense(literal)),
            Expr::Ident(name) => self.name(name),
            Expr::Select(select) => self.part(select),
            Expr::List(list) => self.all(&list.elements).map(Sense::List),
            Expr::Call(call) => {
                let target = call.target.as_deref().into_iter();
                let given = target.chain(&call.args).map(|each| self.sense(each));
                let given = given.collect::<Result<Vec<_>, _>>()?;
                call_sense(&call.func_name, &given)
            }
            Expr::Comprehension(each) => self.each(each),
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                Err(Wrong::new("braces are not read here", "compare one answer after the other"))
            }
        };
        self.depth -= 1;
        sense
    }

    fn all(&mut self, expressions: &'f [Expression]) -> Result<Vec<Sense<'f>>, Wrong> {
        expressions.iter().map(|each| self.sense(each)).collect()
    }

    fn name(&mut self, name: &str) -> Sensed<'f> {
        if let Some((_, sense)) = self.locals.iter().rev().find(|(local, _)| *local == name) {
            return Ok(sense.clone());
        }
        if name == "today" {
            return Ok(Sense::Text(None));
        }
        let fields = self.fields;
        let Some(field) = fields.iter().find(|field| field.name() == name) else {
            let known: Vec<String> = fields.iter().map(Field::name).collect();
            let mend = format!("use today or one of: {}", known.join(", "));
            return Err(Wrong::new(format!("nothing is called {}", shown(name)), mend));
        };
        self.named.insert(&field.code);
        Ok(field_sense(field))
    }

    /// `person.name`, where `person` is an item of a group.
    fn part(&mut self, select: &'f SelectExpr) -> Sensed<'f> {
        if select.test {
            return Err(Wrong::new("has() is always true here", "write person.name != null"));
        }
        let whole = self.sense(&select.operand)?;
        let Sense::Item(fields) = whole else {
            return Err(Wrong::new(
                format!("{} is a part of nothing", shown(&select.field)),
                "only items of a group have parts, as in people.exists(person, person.age < 18)",
            ));
        };
        fields.iter().find(|field| field.name() == select.field).map(field_sense).ok_or_else(|| {
            let known: Vec<String> = fields.iter().map(Field::name).collect();
            let problem = format!("an item has no {}", shown(&select.field));
            Wrong::new(problem, format!("use one of: {}", known.join(", ")))
        })
    }

    /// `exists`, `all` and the like. One within another could compute for long.
    fn each(&mut self, each: &'f ComprehensionExpr) -> Sensed<'f> {
        if !self.locals.is_empty() {
            return Err(Wrong::new(
                "it goes through a list for each of another",
                "use exists, all and the like side by side, not within each other",
            ));
        }
        let Sense::List(elements) = self.sense(&each.iter_range)? else {
            let mend = "use them with a group, an upload or a list of choices";
            return Err(Wrong::new("exists, all and the like go through lists only", mend));
        };
        let element = elements.into_iter().next().unwrap_or(Sense::Any);
        self.locals.push((&each.iter_var, element));
        self.locals.push((&each.accu_var, Sense::Any));
        let parts = [&each.accu_init, &each.loop_cond, &each.loop_step, &each.result];
        let made = parts.into_iter().map(|part| self.sense(part)).collect::<Result<Vec<_>, _>>();
        self.locals.clear();
        Ok(made?.pop().unwrap_or(Sense::Any))
    }
}

fn literal_sense(literal: &LiteralValue) -> Sense<'_> {
    match literal {
        LiteralValue::Boolean(_) => Sense::Truth,
        LiteralValue::Double(_) | LiteralValue::Int(_) | LiteralValue::UInt(_) => Sense::Number,
        LiteralValue::Null => Sense::Nothing,
        LiteralValue::String(text) => Sense::Text(Some(text.inner())),
        LiteralValue::Bytes(_) => Sense::Any,
    }
}

fn field_sense(field: &Field) -> Sense<'_> {
    match &field.kind {
        Kind::Line(_) | Kind::Text(_) | Kind::Date | Kind::DateTime | Kind::Email | Kind::Phone => {
            Sense::Text(None)
        }
        Kind::Number(_) | Kind::Whole(_) => Sense::Number,
        Kind::YesNo => Sense::Truth,
        Kind::OneOf(choices) => Sense::Choice(choices),
        Kind::SeveralOf(choices, _) => Sense::List(vec![Sense::Choice(choices)]),
        Kind::Upload(..) => Sense::List(vec![Sense::Text(None)]),
        Kind::Group(fields, _) => Sense::List(vec![Sense::Item(fields)]),
    }
}

fn call_sense<'f>(name: &str, given: &[Sense<'f>]) -> Sensed<'f> {
    use Sense::{Any, Choice, List, Number, Text, Truth};
    let texts = given.iter().all(|each| matches!(each, Text(_) | Choice(_) | Any));
    let numbers = given.iter().all(|each| matches!(each, Number | Any));
    let truths = given.iter().all(|each| matches!(each, Truth | Any));
    let wants = |what: &str, good: bool, sense: Sense<'f>| {
        let mend = format!("compare answers with it, as in {what}");
        if good { Ok(sense) } else { Err(Wrong::new(format!("{} cannot be used so", sign(name)), mend)) }
    };
    match (name, given) {
        ("_&&_" | "_||_" | "!_" | "@not_strictly_false", _) => wants("copies > 2 && !urgent", truths, Truth),
        ("_==_" | "_!=_", [left, right]) => comparable(left, right).map(|()| Truth),
        ("_<_" | "_<=_" | "_>_" | "_>=_", _) => wants("copies > 2 or date < today", numbers || texts, Truth),
        ("@in", [left, List(elements)]) => {
            elements.iter().try_for_each(|element| comparable(left, element)).map(|()| Truth)
        }
        ("@in", _) => wants("animal in ['cat', 'dog'] or 'flat' in signs", false, Truth),
        ("_?_:_", [Truth | Any, yes, no]) => comparable(yes, no).map(|()| yes.clone()),
        ("_+_", [List(_) | Any, ..]) => Ok(Any),
        ("_+_" | "_-_" | "_*_" | "_/_" | "_%_" | "-_", _) => wants("copies * 2 > 7", numbers, Number),
        ("int" | "double", [_]) => wants("double(copies) > 2.5", numbers || texts, Number),
        ("size", [Text(_) | Choice(_) | List(_) | Any]) => Ok(Number),
        ("_[_]", [List(elements), Number]) => Ok(elements.first().cloned().unwrap_or(Any)),
        ("contains" | "startsWith" | "endsWith", [_, _]) => wants("plate.startsWith('CD')", texts, Truth),
        ("days" | "years", [_, _]) => wants("days(today, date) > 30", texts, Number),
        _ => Err(Wrong::new(
            format!("{} cannot be used so", sign(name)),
            "use comparisons, in, &&, ||, !, + - * / %, size, contains, startsWith, endsWith, exists, all, days, years",
        )),
    }
}

/// An operator as it is written.
fn sign(name: &str) -> String {
    shown(name.trim_matches(['_', '@']))
}

/// Whether two things can be equal at all.
fn comparable(left: &Sense<'_>, right: &Sense<'_>) -> Result<(), Wrong> {
    use Sense::{Any, Choice, Item, List, Nothing, Number, Text, Truth};
    match (left, right) {
        (Any | Nothing, _) | (_, Any | Nothing) => Ok(()),
        (Choice(choices), Text(Some(text))) | (Text(Some(text)), Choice(choices)) => {
            if choices.iter().any(|choice| choice.key == *text) {
                return Ok(());
            }
            let known: Vec<&str> = choices.iter().map(|choice| choice.key.as_str()).collect();
            let mend = format!("use one of: {}", known.join(", "));
            Err(Wrong::new(format!("there is no choice {}", shown(text)), mend))
        }
        (_, Text(Some(""))) | (Text(Some("")), _) => Err(Wrong::new(
            "no answer is an empty text",
            "compare with null to know whether there is an answer",
        )),
        (Text(_) | Choice(_), Text(_) | Choice(_))
        | (Number, Number)
        | (Truth, Truth)
        | (List(_), List(_))
        | (Item(_), Item(_)) => Ok(()),
        _ => Err(Wrong::new(
            "it compares things of different kinds, which are never equal",
            "compare texts with texts and numbers with numbers",
        )),
    }
}
