//! The house's own rules, which no compiler checks.

mod arrows;
mod css;
mod text;

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::project::Project;
use crate::{shell, ui};

/// A broken rule and its place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Path from the root, or the name of a package.
    place: String,
    /// Line, from one; none when it is about the whole.
    line: Option<usize>,
    /// What is wrong.
    what: String,
}

impl Problem {
    fn at(place: &str, line: usize, what: impl Into<String>) -> Self {
        Self { place: place.to_owned(), line: Some(line), what: what.into() }
    }

    fn of(place: &str, what: impl Into<String>) -> Self {
        Self { place: place.to_owned(), line: None, what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.place, self.what),
            None => write!(f, "{}: {}", self.place, self.what),
        }
    }
}

/// Checks the working tree: what git tracks and what it would. Returns whether all rules hold.
///
/// # Errors
/// git or cargo cannot be asked.
pub(crate) fn check(project: &Project) -> Result<bool> {
    let mut problems = arrows::check(project)?;
    let views = arrows::folders_with_views(project);
    let style = project.main_bundle()?.style_file.parent().map(Path::to_path_buf);
    for path in files(project)? {
        let Ok(source) = fs::read_to_string(project.root.join(&path)) else { continue };
        if let Some(warning) = text::long(&path, &source) {
            ui::warn(format_args!("{path}: {warning}"));
        }
        problems.extend(text::check(&path, &source));
        if views.iter().any(|folder| Path::new(&path).starts_with(folder)) {
            problems.extend(text::style_attributes(&path, &source));
        }
        if style.as_ref().is_some_and(|folder| Path::new(&path).starts_with(folder)) {
            problems.extend(css::check(&path, &source));
        }
    }
    for problem in &problems {
        ui::warn(problem);
    }
    Ok(problems.is_empty())
}

fn files(project: &Project) -> Result<Vec<String>> {
    let mut command = project.command("git");
    command.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let list = shell::output(command)?;
    Ok(list.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}
