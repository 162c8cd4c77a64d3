//! The counts above the result.

use crate::icons::Icon;
use crate::wizard::env::Env;
use crate::wizard::near;
use crate::wizard::verdict::VerdictSign;
use guide::{Answers, Verdict, result};
use leptos::prelude::*;

/// How many routes came to what; each count leads to its group.
#[component]
pub(super) fn Tally(env: Env, answers: Answers) -> impl IntoView {
    let findings = env.findings(&answers);
    let near = !near::all(&env, &answers, &findings).is_empty();
    let rows = Verdict::ALL.map(|verdict| {
        let count = findings.iter().filter(|finding| finding.verdict == verdict).count();
        let label = env.lang.t(match (verdict, count) {
            (Verdict::Fits, 1) => result::TALLY_FITS_ONE,
            (Verdict::Fits, _) => result::TALLY_FITS,
            (Verdict::AuthorityDecides, _) => result::TALLY_AUTHORITY,
            (Verdict::Open, _) => result::TALLY_OPEN,
            (Verdict::No, 1) => result::TALLY_NO_ONE,
            (Verdict::No, _) => result::TALLY_NO,
        });
        // An empty group stays, without a link that would lead nowhere.
        let group = if verdict == Verdict::No && near { "near" } else { verdict.id() };
        let href = (count > 0).then(|| format!("#{group}"));
        view! {
            <li>
                <a href=href>
                    <VerdictSign verdict/>
                    <b>{count}</b>
                    <span>{label}</span>
                    <Icon name="chev" directed=true/>
                </a>
            </li>
        }
    });
    view! {
        <nav class="mt-5" aria-label=env.lang.t(result::GROUPS)>
            <ul class="tally tally--4">{rows.into_iter().collect_view()}</ul>
        </nav>
    }
}
