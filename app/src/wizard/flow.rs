//! Which screen comes next.

use super::env::Env;
use super::screen::Screen;
use guide::{Answers, next_question, outcome};

/// The next question of the interview, else the result.
pub(super) fn next(env: &Env, answers: &Answers) -> Screen {
    let case = env.case(answers);
    if outcome(&case).is_some() {
        return Screen::Results;
    }
    let question = next_question(&case, &guide::evaluate(&case));
    question.map_or(Screen::Results, Screen::Question)
}

/// The question that tells more than these findings do already; `None` if no answer changes anything.
#[cfg(any(feature = "ssr", feature = "draw"))]
pub(super) fn further(env: &Env, answers: &Answers, findings: &[guide::Finding]) -> Option<u8> {
    let case = env.case(answers);
    if outcome(&case).is_some() {
        return None;
    }
    guide::further_question(&case, findings)
}
