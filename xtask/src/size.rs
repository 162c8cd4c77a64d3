//! What a first visit fetches, against the budget in `xtask/budget.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::build::Built;
use crate::pack::Manifest;
use crate::pack::files::Asset;
use crate::project::Project;
use crate::server::Running;
use crate::ui;

/// Limits in bytes as fetched, and the pages they are measured on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budget {
    /// wasm, glue, the largest language's words and the first page's HTML together.
    guide: u64,
    /// HTML and style sheet of the guide's first page.
    first_paint: u64,
    /// The style sheet.
    style: u64,
    /// The search index of a language.
    index: u64,
    /// Scripts and wasm of a page without an island.
    plain_script: u64,
    /// The page a visit of the guide begins with.
    pub(crate) guide_page: String,
    /// Pages without an island.
    plain_pages: Vec<String>,
}

impl Budget {
    /// Reads the budget.
    ///
    /// # Errors
    /// The file is missing or has unknown keys.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        let path = project.root.join("xtask/budget.toml");
        let text = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
        toml::from_str(&text).context("xtask/budget.toml")
    }
}

/// One measured figure; a limit of none is for information.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    name: String,
    bytes: u64,
    limit: Option<u64>,
}

impl Figure {
    fn new(name: impl Into<String>, bytes: u64, limit: Option<u64>) -> Self {
        Self { name: name.into(), bytes, limit }
    }

    /// Whether it is above its limit.
    pub(crate) fn is_over(&self) -> bool {
        self.limit.is_some_and(|limit| self.bytes > limit)
    }
}

/// Measures the built site and its pages.
///
/// # Errors
/// The site is not packed, the server does not start, or a page is not there.
pub(crate) fn measure(project: &Project, built: &Built) -> Result<Vec<Figure>> {
    let budget = Budget::read(project)?;
    let manifest = Manifest::read(&built.site)?;
    let server = Running::start(project, built)?;
    let html = server.page(&budget.guide_page, true)?.len() as u64;
    let main = project.main_bundle()?;
    let style = main.style_file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let style = manifest.file(style)?.fetched();
    let mut figures = guide(&manifest, &main.output_name, html, budget.guide)?;
    figures.push(Figure::new("style sheet", style, Some(budget.style)));
    figures.push(Figure::new("first page with style", html + style, Some(budget.first_paint)));
    figures.extend(later(&manifest)?);
    figures.extend(finder(&manifest, budget.index)?);
    for path in &budget.plain_pages {
        let page = String::from_utf8_lossy(&server.page(path, false)?).into_owned();
        let bytes = script_bytes(&page, &manifest.files);
        figures.push(Figure::new(format!("script on {path}"), bytes, Some(budget.plain_script)));
    }
    Ok(figures)
}

/// The figures as rows, head first.
pub(crate) fn rows(figures: &[Figure]) -> Vec<Vec<String>> {
    let head = ["fetched bytes", "measured", "limit", ""].map(str::to_owned).to_vec();
    let row = |figure: &Figure| {
        let limit = figure.limit.map_or_else(String::new, |limit| limit.to_string());
        let mark = if figure.is_over() { "over" } else { "" };
        vec![figure.name.clone(), figure.bytes.to_string(), limit, mark.to_owned()]
    };
    std::iter::once(head).chain(figures.iter().map(row)).collect()
}

/// Measures, prints the table and tells whether all is within the budget.
///
/// # Errors
/// As [`measure`].
pub(crate) fn check(project: &Project, built: &Built) -> Result<bool> {
    let figures = measure(project, built)?;
    ui::say(ui::table(&rows(&figures)).trim_end());
    Ok(!figures.iter().any(Figure::is_over))
}

fn guide(manifest: &Manifest, bundle: &str, html: u64, limit: u64) -> Result<Vec<Figure>> {
    let wasm = manifest.file(&format!("{bundle}.wasm"))?.fetched();
    let glue = manifest.file(&format!("{bundle}.js"))?.fetched();
    let (file, words) =
        manifest.words().max_by_key(|(_, asset)| asset.fetched()).context("no words")?;
    let words = words.fetched();
    Ok(vec![
        Figure::new(format!("{bundle}.wasm"), wasm, None),
        Figure::new(format!("{bundle}.js"), glue, None),
        Figure::new(file, words, None),
        Figure::new("first page", html, None),
        Figure::new("guide in all", wasm + glue + words + html, Some(limit)),
    ])
}

/// What is fetched once the first question works; for information.
fn later(manifest: &Manifest) -> Result<Vec<Figure>> {
    let texts = manifest.files.iter().filter(|(name, _)| name.starts_with("texts."));
    let (largest, texts) =
        texts.max_by_key(|(_, asset)| asset.fetched()).context("no texts of results")?;
    let mut all = vec![Figure::new(largest, texts.fetched(), None)];
    for name in ["results.wasm", "results.js"] {
        all.push(Figure::new(name, manifest.file(name)?.fetched(), None));
    }
    Ok(all)
}

/// What the finders fetch: the bundle with its labels on their pages, data when a field is first used.
fn finder(manifest: &Manifest, limit: u64) -> Result<Vec<Figure>> {
    let largest = |start: &str| {
        let named = manifest.files.iter().filter(|(name, _)| name.starts_with(start));
        named.max_by_key(|(_, asset)| asset.fetched()).with_context(|| format!("no {start}…"))
    };
    let mut all = Vec::new();
    for name in ["finder.wasm", "finder.js", "occupations.bin"] {
        all.push(Figure::new(name, manifest.file(name)?.fetched(), None));
    }
    let (name, labels) = largest("labels.")?;
    all.push(Figure::new(name, labels.fetched(), None));
    let (name, index) = largest("index.")?;
    all.push(Figure::new(name, index.fetched(), Some(limit)));
    Ok(all)
}

/// Bytes of script a page causes: inline, and every script or module of the site that it names.
fn script_bytes(html: &str, files: &BTreeMap<String, Asset>) -> u64 {
    let is_code =
        |name: &str| Path::new(name).extension().is_some_and(|kind| kind == "js" || kind == "wasm");
    let named: u64 = files
        .iter()
        .filter(|(name, asset)| is_code(name) && html.contains(&asset.file))
        .map(|(_, asset)| asset.fetched())
        .sum();
    let inline: usize = html
        .split("<script")
        .skip(1)
        .filter_map(|part| part.split_once('>'))
        .filter_map(|(_, rest)| rest.split_once("</script"))
        .map(|(code, _)| code.trim().len())
        .sum();
    named + inline as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(file: &str, raw: u64, br: Option<u64>) -> Asset {
        Asset { file: file.to_owned(), raw, br }
    }

    #[test]
    fn a_limit_is_inclusive() {
        assert!(!Figure::new("a", 10, Some(10)).is_over());
        assert!(Figure::new("a", 11, Some(10)).is_over());
        assert!(!Figure::new("a", 11, None).is_over());
    }

    #[test]
    fn scripts_count_inline_and_named() {
        let files = BTreeMap::from([
            ("guide.js".to_owned(), asset("guide.1.js", 900, Some(300))),
            ("guide.wasm".to_owned(), asset("guide.2.wasm", 900, Some(50))),
            ("main.css".to_owned(), asset("main.3.css", 900, Some(7))),
        ]);
        assert_eq!(script_bytes("<link href=/pkg/main.3.css><p>text</p>", &files), 0);
        assert_eq!(script_bytes("<script type=module src=/pkg/guide.1.js></script>", &files), 300);
        assert_eq!(script_bytes("<link rel=preload href=/pkg/guide.2.wasm>", &files), 50);
        assert_eq!(script_bytes("<script>1234</script> a <script> 56 </script>", &files), 6);
    }

    #[test]
    fn the_budget_in_the_repository_is_readable() {
        let budget: Budget = toml::from_str(include_str!("../budget.toml")).unwrap();
        assert!(budget.guide <= 100_000 && budget.first_paint <= 14_000);
        assert!(budget.style <= 9_000 && budget.plain_script <= 1_000);
        assert!(!budget.plain_pages.is_empty());
    }
}
