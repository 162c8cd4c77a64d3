//! From a submitted form to the next screen; the same for the island and the plain form.

use super::env::Env;
use super::screen::{Draft, Place, Screen};
use super::{flow, links};
use guide::places::PlaceCard;
use guide::{Answer, Answers, address, input, prune, ui};

/// The field that names the question a form belongs to.
const OF: &str = "of";

/// What follows from a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Go on.
    Go {
        /// Where to.
        to: String,
        /// The question's own address with its answer, for the way back.
        from: String,
    },
    /// Show the question again, with what was typed and what is wrong.
    Again(Place),
    /// Look the postcode up first, then go on with [`answered`].
    LookUp {
        /// The question's place, with what was typed.
        place: Place,
        /// Postcode.
        postcode: u32,
        /// Municipality, where it was chosen.
        town: Option<String>,
    },
}

/// Reads a form; `None` if it names no question of the book.
pub fn submit(env: &Env, pairs: &[(String, String)]) -> Option<Step> {
    let value =
        |name: &str| pairs.iter().rfind(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let fact = env.book.fact(value(OF)?)?;
    let id = env.fact(fact)?.id.as_str();
    let own = |key: &str| {
        key.strip_prefix(id).is_some_and(|rest| {
            matches!(rest, "" | input::PER | input::HOURS | input::TOWN | input::NOT_KNOWN)
        })
    };
    let others = pairs.iter().filter(|(key, _)| key != OF && !own(key));
    let read = address::read_pairs(env.book, others.map(|(key, value)| (key, value)));
    let fields = pairs.iter().filter(|(key, _)| own(key)).cloned().collect();
    let place = |mistakes| {
        let draft = Draft { fields, mistakes, towns: Vec::new() };
        Place { screen: Screen::Question(fact), read: read.clone(), draft: Some(draft) }
    };
    Some(match input::read(env.book, env.lang.words, fact, value) {
        Err(mistakes) => Step::Again(place(mistakes)),
        Ok(Answer::Place(postcode, town)) => {
            Step::LookUp { place: place(Vec::new()), postcode, town }
        }
        Ok(answer) => after(env, fact, &read.answers.with(fact, answer)),
    })
}

/// The question a form comes back to, as the address of the form says: with what was typed and what
/// is wrong, or with the towns of the card. `None` if the form goes on, or is none.
pub fn returned(env: &Env, query: &str, card: Option<&PlaceCard>) -> Option<Place> {
    match submit(env, &address::pairs(query))? {
        Step::Again(place) => Some(place),
        Step::Go { .. } => None,
        Step::LookUp { place, postcode, .. } => match card {
            None => Some(place),
            Some(card) => match answered(env, place, postcode, card) {
                Step::Again(place) => Some(place),
                Step::Go { .. } | Step::LookUp { .. } => None,
            },
        },
    }
}

/// What follows once a postcode has been looked up.
pub fn answered(env: &Env, mut place: Place, postcode: u32, card: &PlaceCard) -> Step {
    let Screen::Question(fact) = place.screen else { return Step::Again(place) };
    let town = match card {
        PlaceCard::Ask(towns) => {
            let draft = place.draft.get_or_insert_default();
            draft.towns.clone_from(towns);
            let asked = draft.fields.iter().any(|(key, _)| key.ends_with(input::TOWN));
            // Seen for the first time the choice is a further question, not a mistake.
            draft.mistakes = asked
                .then_some(input::Mistake { field: input::TOWN, text: ui::ERROR_PLACE_TOWN })
                .into_iter()
                .collect();
            return Step::Again(place);
        }
        PlaceCard::Known { town, .. } => Some(town.id.clone()),
        PlaceCard::Outside(_) => None,
    };
    after(env, fact, &place.read.answers.with(fact, Answer::Place(postcode, town)))
}

/// What follows an answer. Answers that no longer fit stay in the address: the next screen drops
/// them and says so.
fn after(env: &Env, fact: u8, answers: &Answers) -> Step {
    let mut kept = answers.clone();
    prune(env.book, &mut kept);
    let to = links::to(env, flow::next(env, &kept), answers);
    Step::Go { to, from: links::to(env, Screen::Question(fact), &kept) }
}

/// The question before this one: the last one answered earlier in the book's order.
pub(super) fn before(answers: &Answers, fact: u8) -> Option<u8> {
    answers.iter().map(|(answered, _)| answered).take_while(|answered| *answered < fact).last()
}
