//! Which crate may use which; `ARCHITECTURE.md` draws the same as a picture.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

use super::Problem;
use crate::project::Project;

/// What a crate may use of the workspace.
enum May {
    Use(&'static [&'static str]),
    UseAll,
}

/// Direct dependencies inside the workspace. A crate without a row is refused.
const ARROWS: &[(&str, May)] = &[
    ("rules", May::Use(&[])),
    ("guide", May::Use(&["rules"])),
    ("lookup", May::Use(&["rules"])),
    ("library", May::Use(&["guide", "lookup", "rules"])),
    ("casework", May::Use(&["guide"])),
    ("store", May::Use(&["casework"])),
    ("paper", May::Use(&["casework", "guide"])),
    ("app", May::Use(&["guide", "rules", "lookup", "library", "casework"])),
    ("frontend", May::Use(&["app"])),
    ("frontend-results", May::Use(&["app"])),
    ("frontend-finder", May::Use(&["app"])),
    ("server", May::UseAll),
    ("xtask", May::Use(&["rules", "lookup"])),
];

/// Crates without input, output or clock, and what therefore must not be among their dependencies.
const PURE: &[&str] = &["rules", "guide", "lookup", "library", "casework"];
const IMPURE: &[&str] = &["tokio", "axum", "sqlx", "leptos", "web-sys"];

/// Checks the arrows and the purity of the pure crates.
///
/// # Errors
/// cargo cannot resolve the dependencies.
pub(super) fn check(project: &Project) -> Result<Vec<Problem>> {
    let resolved =
        MetadataCommand::new().current_dir(&project.root).exec().context("cargo metadata")?;
    let mut problems = Vec::new();
    let members: BTreeSet<&str> = resolved.workspace_packages().iter().map(|p| &**p.name).collect();
    for package in resolved.workspace_packages() {
        let uses = package.dependencies.iter().map(|d| d.name.as_str());
        // A crate may name itself, with features that its own tests need.
        let uses = uses.filter(|name| members.contains(name) && *name != package.name.as_str());
        let uses: BTreeSet<&str> = uses.collect();
        problems.extend(arrows_of(&package.name, &uses));
    }
    for name in PURE.iter().filter(|name| members.contains(*name)) {
        problems.extend(impure(name, &reached(&resolved, name)));
    }
    Ok(problems)
}

/// Source folders of the members that write HTML.
pub(super) fn folders_with_views(project: &Project) -> Vec<PathBuf> {
    let writes_html = |p: &&Package| p.dependencies.iter().any(|d| d.name == "leptos");
    let folder = |p: &Package| {
        let folder = p.manifest_path.parent()?.as_std_path();
        Some(folder.strip_prefix(&project.root).ok()?.join("src"))
    };
    project.members().into_iter().filter(writes_html).filter_map(folder).collect()
}

fn arrows_of(name: &str, uses: &BTreeSet<&str>) -> Vec<Problem> {
    let Some((_, may)) = ARROWS.iter().find(|(row, _)| *row == name) else {
        return vec![Problem::of(name, "has no row in xtask/src/tidy/arrows.rs")];
    };
    let May::Use(allowed) = may else { return Vec::new() };
    let wrong = uses.iter().filter(|used| !allowed.contains(used));
    wrong.map(|used| Problem::of(name, format!("must not use the crate {used}"))).collect()
}

fn impure(name: &str, reached: &BTreeSet<String>) -> Vec<Problem> {
    let wrong = IMPURE.iter().filter(|crate_name| reached.contains(**crate_name));
    wrong.map(|used| Problem::of(name, format!("is pure and must not reach {used}"))).collect()
}

/// Names of everything a package needs at run time, at any distance.
fn reached(metadata: &Metadata, name: &str) -> BTreeSet<String> {
    let packages: BTreeMap<_, _> = metadata.packages.iter().map(|p| (&p.id, p)).collect();
    let nodes = metadata.resolve.as_ref().map(|r| r.nodes.as_slice()).unwrap_or_default();
    let nodes: BTreeMap<_, _> = nodes.iter().map(|node| (&node.id, node)).collect();
    let start = metadata.workspace_packages().into_iter().find(|p| p.name.as_str() == name);
    let mut open: Vec<_> = start.map(|p| &p.id).into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let deps = nodes.get(id).map(|node| node.deps.as_slice()).unwrap_or_default();
        for dep in deps {
            let is_normal = dep.dep_kinds.iter().any(|d| d.kind == DependencyKind::Normal);
            if is_normal && seen.insert(&dep.pkg) {
                open.push(&dep.pkg);
            }
        }
    }
    seen.into_iter().filter_map(|id| packages.get(id)).map(|p| p.name.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allowed_arrows_pass_and_others_do_not() {
        assert_eq!(arrows_of("app", &BTreeSet::from(["guide", "rules"])), []);
        assert_eq!(arrows_of("server", &BTreeSet::from(["app", "store", "paper"])), []);
        let problems = arrows_of("guide", &BTreeSet::from(["app", "rules"]));
        assert_eq!(problems, [Problem::of("guide", "must not use the crate app")]);
        assert_eq!(arrows_of("rules", &BTreeSet::from(["guide"])).len(), 1);
    }

    #[test]
    fn a_new_crate_needs_a_row() {
        assert_eq!(arrows_of("stranger", &BTreeSet::new()).len(), 1);
    }

    #[test]
    fn a_pure_crate_stays_pure() {
        let reached = ["serde", "tokio"].map(str::to_owned).into();
        assert_eq!(impure("guide", &reached).len(), 1);
        assert_eq!(impure("guide", &["serde".to_owned()].into()), []);
    }

    #[test]
    fn dependencies_are_followed_to_any_distance() {
        let metadata = MetadataCommand::new().exec().unwrap();
        let reached = reached(&metadata, "xtask");
        assert!(reached.contains("serde_core"), "serde brings it");
        assert!(!reached.contains("tempfile"), "only tests use it");
    }
}
