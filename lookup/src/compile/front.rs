//! The front matter of an article.

use crate::{Audience, Topic};
use serde::Deserialize;

/// Between two lines `+++`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Front {
    pub(super) topic: Topic,
    pub(super) r#for: Vec<Audience>,
    pub(super) order: u8,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) words: Vec<String>,
    pub(super) related: Vec<String>,
    pub(super) checked_on: String,
    pub(super) sources: Vec<String>,
}

/// Front matter and Markdown of a file.
pub(super) fn split(text: &str) -> Result<(Front, &str), String> {
    let rest = text.strip_prefix("+++\n").ok_or("does not start with +++")?;
    let (front, body) = rest.split_once("\n+++\n").ok_or("has no second +++")?;
    let front = toml::from_str(front).map_err(|error| error.to_string())?;
    Ok((front, body))
}
