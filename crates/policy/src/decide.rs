//! Putting questions to Cedar, and remembering the answers.

use crate::{Action, Question, Reach, Resource, Scope};
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicySet, Request,
    RestrictedExpression, Schema, ValidationMode, Validator,
};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::str::FromStr;
use std::sync::RwLock;
use terms::{Actor, AgencyCode, Principal, Purpose};

const RULES: [&str; 5] = [
    include_str!("../policies/anyone.cedar"),
    include_str!("../policies/customers.cedar"),
    include_str!("../policies/officers.cedar"),
    include_str!("../policies/computers.cedar"),
    include_str!("../policies/tokens.cedar"),
];
const SCHEMA: &str = include_str!("../policies/house.cedarschema");
/// Answers remembered; there are far fewer questions than this in any city.
const MOST_ANSWERS: usize = 20_000;

type Answers = HashMap<Question, bool, BuildHasherDefault<DefaultHasher>>;

/// The rules that do not fit together.
#[derive(Debug, thiserror::Error)]
#[error("the policy cannot be used: {0}")]
pub struct BadPolicy(String);

/// The policy of the house. Rules do not change while it runs, so an answer once given stays true.
#[derive(Debug)]
pub struct Policy {
    rules: PolicySet,
    schema: Schema,
    answers: RwLock<Answers>,
}

impl Policy {
    /// Reads the rules and checks that they fit the schema.
    pub fn read() -> Result<Self, BadPolicy> {
        let bad = |error: &dyn std::fmt::Display| BadPolicy(error.to_string());
        let (schema, _) = Schema::from_cedarschema_str(SCHEMA).map_err(|error| bad(&error))?;
        let rules = PolicySet::from_str(&RULES.concat()).map_err(|error| bad(&error))?;
        let result = Validator::new(schema.clone()).validate(&rules, ValidationMode::Strict);
        if let Some(error) = result.validation_errors().next() {
            return Err(bad(&error));
        }
        Ok(Self { rules, schema, answers: RwLock::default() })
    }

    /// Whether something may be done. What cannot be asked is denied.
    pub fn permits(&self, question: &Question) -> bool {
        if let Some(answer) = self.answers.read().ok().and_then(|answers| answers.get(question).copied()) {
            return answer;
        }
        let answer = self.ask(question).unwrap_or(false);
        if let Ok(mut answers) = self.answers.write() {
            if answers.len() >= MOST_ANSWERS {
                answers.clear();
            }
            answers.insert(question.clone(), answer);
        }
        answer
    }

    /// What somebody may read of cases for some purpose, as a filter that a query can apply.
    pub fn scope<'a>(
        &self,
        principal: &Principal,
        purpose: Purpose,
        agencies: impl IntoIterator<Item = &'a AgencyCode>,
    ) -> Scope {
        let permits = |resource| self.permits(&Question::new(principal, Action::ReadCase, resource, purpose));
        if principal.actor == Actor::House {
            return Scope::new(Reach::Everything);
        }
        let agencies: Vec<AgencyCode> =
            agencies.into_iter().filter(|agency| permits(Resource::case_of(agency))).cloned().collect();
        let nobody = || AgencyCode::new("");
        let partner = principal.agency.clone().filter(|agency| {
            permits(Resource::Case {
                agency: nobody(),
                asked: Some(agency.clone()),
                helpers: Vec::new(),
                own: false,
                concerns: false,
            })
        });
        let own = permits(Resource::Case {
            agency: nobody(),
            asked: None,
            helpers: Vec::new(),
            own: true,
            concerns: false,
        });
        let customer = match principal.actor {
            Actor::Customer(customer) if own => Some(customer),
            _ => None,
        };
        let not_about = match &principal.actor {
            Actor::Officer(officer) => Some(officer.clone()),
            _ => None,
        };
        Scope::new(Reach::Some {
            agencies,
            partner,
            customer,
            case: principal.case.filter(|_| own),
            not_about,
            not_at: principal.office.clone(),
        })
    }

    /// What anybody may read of cases.
    pub fn public_scope(&self, principal: &Principal) -> Scope {
        let question = Question::new(principal, Action::ReadPublic, Resource::City, Purpose::Statistics);
        Scope::new(if self.permits(&question) { Reach::Public } else { Reach::Nothing })
    }

    /// What somebody may read of those who are at an office.
    pub fn office_scope(&self, principal: &Principal, purpose: Purpose, office: Resource) -> Scope {
        let question = Question::new(principal, Action::ServeVisits, office, purpose);
        let may = principal.actor == Actor::House || self.permits(&question);
        Scope::new(if may { Reach::Everything } else { Reach::Nothing })
    }

    /// What somebody may read of a customer's record.
    pub fn record_scope(&self, principal: &Principal, purpose: Purpose) -> Scope {
        let question = Question::new(principal, Action::ReadCustomer, Resource::Record, purpose);
        Scope::new(if self.permits(&question) { Reach::Everything } else { Reach::Nothing })
    }

    fn ask(&self, question: &Question) -> Option<bool> {
        let (who, what) = (uid(question.who, "it")?, uid(question.resource.kind(), "it")?);
        let entities = [principal_entity(question, &who)?, resource_entity(&question.resource, &what)?];
        let entities = Entities::from_entities(entities, Some(&self.schema)).ok()?;
        let purpose = RestrictedExpression::new_string(question.purpose.as_str().to_owned());
        let context = Context::from_pairs([("purpose".to_owned(), purpose)]).ok()?;
        let action = uid("Action", question.action.as_str())?;
        let request = Request::new(who, action, what, context, Some(&self.schema)).ok()?;
        Some(Authorizer::new().is_authorized(&request, &self.rules, &entities).decision() == Decision::Allow)
    }
}

fn uid(kind: &str, id: &str) -> Option<EntityUid> {
    let kind = EntityTypeName::from_str(kind).ok()?;
    Some(EntityUid::from_type_name_and_id(kind, EntityId::new(id)))
}

fn text(text: &str) -> RestrictedExpression {
    RestrictedExpression::new_string(text.to_owned())
}

fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> RestrictedExpression {
    RestrictedExpression::new_set(names.into_iter().map(text))
}

fn agency(code: Option<&AgencyCode>) -> RestrictedExpression {
    text(code.map_or("", AgencyCode::as_str))
}

fn principal_entity(question: &Question, uid: &EntityUid) -> Option<Entity> {
    let scopes = question.scopes.as_deref().unwrap_or_default();
    let attributes = HashMap::from([
        ("roles".to_owned(), names(question.roles.iter().map(|role| role.as_str()))),
        ("agency".to_owned(), agency(question.agency.as_ref())),
        ("limited".to_owned(), RestrictedExpression::new_bool(question.scopes.is_some())),
        ("scopes".to_owned(), names(scopes.iter().map(|scope| scope.as_str()))),
    ]);
    Entity::new(uid.clone(), attributes, HashSet::new()).ok()
}

fn resource_entity(resource: &Resource, uid: &EntityUid) -> Option<Entity> {
    if let Resource::Colleague { agency: theirs } = resource {
        let attributes = HashMap::from([("agency".to_owned(), agency(theirs.as_ref()))]);
        return Entity::new(uid.clone(), attributes, HashSet::new()).ok();
    }
    if let Resource::Article { agency: keeper, own } = resource {
        let attributes = HashMap::from([
            ("agency".to_owned(), agency(keeper.as_ref())),
            ("own".to_owned(), RestrictedExpression::new_bool(*own)),
        ]);
        return Entity::new(uid.clone(), attributes, HashSet::new()).ok();
    }
    if let Resource::Office { agency: receives, own } = resource {
        let attributes = HashMap::from([
            ("agency".to_owned(), agency(Some(receives))),
            ("own".to_owned(), RestrictedExpression::new_bool(*own)),
        ]);
        return Entity::new(uid.clone(), attributes, HashSet::new()).ok();
    }
    let Resource::Case { agency: holder, asked, helpers, own, concerns } = resource else {
        return Some(Entity::new_no_attrs(uid.clone(), HashSet::new()));
    };
    let attributes = HashMap::from([
        ("agency".to_owned(), agency(Some(holder))),
        ("asked".to_owned(), agency(asked.as_ref())),
        ("helpers".to_owned(), names(helpers.iter().map(AgencyCode::as_str))),
        ("own".to_owned(), RestrictedExpression::new_bool(*own)),
        ("concerns".to_owned(), RestrictedExpression::new_bool(*concerns)),
    ]);
    Entity::new(uid.clone(), attributes, HashSet::new()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use terms::{OfficerCode, Role, ScopeName, TokenId};

    const AGENCIES: [&str; 2] = ["streets", "parks"];

    fn officer(role: Role, agency: &str) -> Principal {
        let agency = (!agency.is_empty()).then(|| AgencyCode::new(agency));
        Principal { roles: vec![role], agency, ..Principal::new(Actor::Officer(OfficerCode::new("lee"))) }
    }

    fn computer(scopes: &[ScopeName]) -> Principal {
        let id: TokenId = "01900000-0000-7000-8000-000000000000".parse().unwrap();
        Principal { scopes: Some(scopes.to_vec()), ..Principal::new(Actor::Integration(id)) }
    }

    fn case(agency: &str, asked: &str, helper: &str, own: bool) -> Resource {
        let code = |name: &str| (!name.is_empty()).then(|| AgencyCode::new(name));
        let helpers = code(helper).into_iter().collect();
        Resource::Case { agency: AgencyCode::new(agency), asked: code(asked), helpers, own, concerns: false }
    }

    fn may(principal: &Principal, action: Action, resource: Resource) -> bool {
        Policy::read().unwrap().permits(&Question::new(principal, action, resource, Purpose::Service))
    }

    #[test]
    fn nothing_is_permitted_that_no_rule_permits() {
        for action in Action::ALL
            .iter()
            .filter(|action| !matches!(action, Action::Report | Action::ReadPublic | Action::ReadFigures))
        {
            assert!(!may(&Principal::public(), *action, case("streets", "", "", false)), "{action}");
            assert!(!may(&Principal::public(), *action, Resource::Record), "{action}");
            assert!(!may(&Principal::public(), *action, Resource::Installation), "{action}");
        }
    }

    #[test]
    fn chatwoot_10221_another_agencys_cases_stay_closed() {
        let lee = officer(Role::Specialist, "streets");
        for action in Action::ALL {
            assert!(!may(&lee, *action, case("parks", "", "", false)), "{action}");
        }
        assert!(may(&lee, Action::Resolve, case("streets", "", "", false)));
        assert!(may(&lee, Action::AnswerTransfer, case("parks", "streets", "", false)));
        assert!(!may(&lee, Action::Resolve, case("parks", "streets", "", false)));
        assert!(may(&lee, Action::AnswerTask, case("parks", "", "streets", false)));
        assert!(!may(&lee, Action::AnswerTransfer, case("parks", "", "streets", false)));
    }

    #[test]
    fn nobody_works_on_a_complaint_about_themselves() {
        let ruth = officer(Role::Supervisor, "streets");
        let Resource::Case { agency, asked, helpers, own, .. } = case("streets", "streets", "streets", true)
        else {
            unreachable!()
        };
        let about_ruth = Resource::Case { agency, asked, helpers, own, concerns: true };
        for action in Action::ALL {
            assert!(!may(&ruth, *action, about_ruth.clone()), "{action}");
        }
    }

    #[test]
    fn roles_differ() {
        let streets = || case("streets", "", "", false);
        assert!(!may(&officer(Role::Clerk, "streets"), Action::Resolve, streets()));
        assert!(may(&officer(Role::ContactCentre, ""), Action::Reply, streets()));
        assert!(!may(&officer(Role::ContactCentre, ""), Action::Resolve, streets()));
        assert!(!may(&officer(Role::Administrator, "streets"), Action::ReadCase, streets()));
        assert!(may(&officer(Role::Administrator, ""), Action::RunJobs, Resource::Installation));
        assert!(!may(&officer(Role::Analyst, "streets"), Action::ReadCustomer, Resource::Record));
    }

    #[test]
    fn whoever_leads_ends_the_sessions_of_their_own_agency_and_administrators_those_of_all() {
        let of = |agency: &str| Resource::Colleague {
            agency: (!agency.is_empty()).then(|| AgencyCode::new(agency)),
        };
        let manage = Action::ManageSignIns;
        assert!(may(&officer(Role::Supervisor, "streets"), manage, of("streets")));
        assert!(!may(&officer(Role::Supervisor, "streets"), manage, of("parks")));
        assert!(!may(&officer(Role::Supervisor, ""), manage, of("")));
        assert!(!may(&officer(Role::Specialist, "streets"), manage, of("streets")));
        assert!(may(&officer(Role::Administrator, ""), manage, of("parks")));
        let token = Principal { scopes: Some(ScopeName::ALL.to_vec()), ..officer(Role::Administrator, "") };
        assert!(!may(&token, manage, of("parks")));
    }

    #[test]
    fn whoever_leads_sets_up_the_devices_of_their_own_agency_and_administrators_those_of_all() {
        let of = |agency: &str| Resource::Office { agency: AgencyCode::new(agency), own: true };
        let manage = Action::ManageDevices;
        assert!(may(&officer(Role::Supervisor, "streets"), manage, of("streets")));
        assert!(!may(&officer(Role::Supervisor, "streets"), manage, of("parks")));
        assert!(!may(&officer(Role::Supervisor, ""), manage, of("")));
        assert!(!may(&officer(Role::Specialist, "streets"), manage, of("streets")));
        assert!(may(&officer(Role::Administrator, ""), manage, of("parks")));
        assert!(!may(&Principal::public(), manage, of("parks")));
        let token = Principal { scopes: Some(ScopeName::ALL.to_vec()), ..officer(Role::Administrator, "") };
        assert!(!may(&token, manage, of("parks")));
    }

    #[test]
    fn whoever_leads_sees_how_their_own_agency_does_and_no_other() {
        let of = |agency: &str| Resource::Colleague { agency: Some(AgencyCode::new(agency)) };
        let sees = |principal: &Principal, agency: &str| may(principal, Action::ReadTeam, of(agency));
        assert!(sees(&officer(Role::Supervisor, "streets"), "streets"));
        assert!(!sees(&officer(Role::Supervisor, "streets"), "parks"));
        assert!(!sees(&officer(Role::Supervisor, ""), ""));
        assert!(!sees(&officer(Role::Specialist, "streets"), "streets"));
        let token =
            Principal { scopes: Some(ScopeName::ALL.to_vec()), ..officer(Role::Supervisor, "streets") };
        assert!(!sees(&token, "streets"));
    }

    #[test]
    fn articles_are_kept_by_their_owner_their_supervisor_and_administrators() {
        let of = |agency: &str, own| Resource::Article {
            agency: (!agency.is_empty()).then(|| AgencyCode::new(agency)),
            own,
        };
        let write = Action::WriteArticle;
        assert!(may(&officer(Role::Clerk, "streets"), write, of("streets", true)));
        assert!(!may(&officer(Role::Clerk, "streets"), write, of("streets", false)));
        assert!(may(&officer(Role::Supervisor, "streets"), write, of("streets", false)));
        assert!(!may(&officer(Role::Supervisor, "streets"), write, of("parks", false)));
        assert!(!may(&officer(Role::Supervisor, ""), write, of("", false)));
        assert!(may(&officer(Role::Administrator, ""), write, of("parks", false)));
        assert!(may(&officer(Role::Analyst, ""), Action::ReadArticle, of("parks", false)));
        assert!(!may(&officer(Role::Analyst, ""), write, of("", true)));
        assert!(!may(&Principal::public(), Action::ReadArticle, of("", false)));
        let token = Principal { scopes: Some(ScopeName::ALL.to_vec()), ..officer(Role::Administrator, "") };
        assert!(!may(&token, write, of("parks", true)));
    }

    #[test]
    fn a_token_opens_only_what_it_names() {
        let read = computer(&[ScopeName::CasesRead]);
        assert!(may(&read, Action::ReadCase, case("streets", "", "", false)));
        assert!(!may(&read, Action::Resolve, case("streets", "", "", false)));
        assert!(!may(&read, Action::Report, Resource::City));
        assert!(may(&computer(&[ScopeName::Open311]), Action::Report, Resource::City));
        let limited =
            Principal { scopes: Some(vec![ScopeName::CasesRead]), ..officer(Role::Supervisor, "streets") };
        assert!(!may(&limited, Action::Resolve, case("streets", "", "", false)));
        assert!(!may(
            &Principal { scopes: Some(Vec::new()), ..officer(Role::Administrator, "") },
            Action::ManageTokens,
            Resource::Installation
        ));
    }

    #[test]
    fn a_customer_may_follow_their_own_case_only() {
        for action in [Action::ReadCase, Action::Write, Action::Withdraw, Action::Reopen, Action::Rate] {
            assert!(may(&Principal::public(), action, case("streets", "", "", true)));
            assert!(!may(&Principal::public(), action, case("streets", "", "", false)));
        }
        assert!(!may(&Principal::public(), Action::Note, case("streets", "", "", true)));
    }

    #[test]
    fn looking_at_a_customer_needs_a_fitting_purpose() {
        let policy = Policy::read().unwrap();
        let lee = officer(Role::Specialist, "streets");
        let ask =
            |purpose| policy.permits(&Question::new(&lee, Action::ReadCustomer, Resource::Record, purpose));
        assert!(ask(Purpose::Service) && !ask(Purpose::Statistics) && !ask(Purpose::Operation));
    }

    #[test]
    fn scopes_reach_as_far_as_the_rules() {
        let policy = Policy::read().unwrap();
        let agencies: Vec<AgencyCode> = AGENCIES.iter().map(|code| AgencyCode::new(*code)).collect();
        let scope = |principal: &Principal| policy.scope(principal, Purpose::Service, &agencies);
        let lee = scope(&officer(Role::Specialist, "streets"));
        assert!(
            matches!(lee.reach(), Reach::Some { agencies, partner: Some(_), case: None, .. } if agencies.len() == 1)
        );
        let mira = scope(&officer(Role::ContactCentre, ""));
        assert!(matches!(mira.reach(), Reach::Some { agencies, partner: None, .. } if agencies.len() == 2));
        let root = scope(&officer(Role::Administrator, ""));
        assert!(matches!(root.reach(), Reach::Some { agencies, partner: None, .. } if agencies.is_empty()));
    }
}
