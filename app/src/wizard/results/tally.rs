//! The counts above the result.

use super::Found;
use crate::icons::Icon;
use crate::wizard::verdict::VerdictSign;
use guide::{Verdict, result};
use leptos::prelude::*;

/// How many routes came to what; each count leads to its group.
pub(super) fn tally(found: &Found) -> impl IntoView + use<> {
    let env = found.env;
    let rows = Verdict::ALL.map(|verdict| {
        let count = found.count(verdict);
        let label = env.lang.t(match (verdict, count) {
            (Verdict::Fits, 1) => result::TALLY_FITS_ONE,
            (Verdict::Fits, _) => result::TALLY_FITS,
            (Verdict::AuthorityDecides, _) => result::TALLY_AUTHORITY,
            (Verdict::Open, _) => result::TALLY_OPEN,
            (Verdict::No, 1) => result::TALLY_NO_ONE,
            (Verdict::No, _) => result::TALLY_NO,
        });
        // An empty group stays, without a link that would lead nowhere.
        let group =
            if verdict == Verdict::No && !found.near.is_empty() { "near" } else { verdict.id() };
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
