//! The style sheet: imports inlined, minified, `url(…)` led to the hashed files.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};

/// Bundles and minifies the style sheet at `entry`. `find` returns the hashed name of a file of the
/// site, or none if there is no such file.
///
/// # Errors
/// A file is missing or not valid CSS, or a `url(…)` names a file the site does not have; the
/// message holds file and line.
pub(super) fn bundle(entry: &Path, find: impl Fn(&str) -> Option<String>) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet =
        bundler.bundle(entry).map_err(|error| anyhow!("{}: {error}", entry.display()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| anyhow!("style sheet: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            analyze_dependencies: Some(DependencyOptions { remove_imports: false }),
            ..Default::default()
        })
        .map_err(|error| anyhow!("style sheet: {error}"))?;
    let mut code = printed.code;
    for dependency in printed.dependencies.unwrap_or_default() {
        let Dependency::Url(url) = dependency else { continue };
        let target = match url.url.as_str() {
            outside if outside.starts_with("data:") || outside.starts_with('#') => {
                outside.to_owned()
            }
            inside => find(inside).with_context(|| {
                let (file, line) = (&url.loc.file_path, url.loc.start.line);
                format!("{file}:{line}: url({inside}) is no file of the site")
            })?,
        };
        code = code.replace(&url.placeholder, &target);
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn sheet(main: &str) -> Result<String> {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("part.css"), ".part { margin-inline: 0px }").unwrap();
        fs::write(dir.path().join("main.css"), main).unwrap();
        bundle(&dir.path().join("main.css"), |name| {
            (name == "fonts/a.woff2").then(|| "fonts/a.123.woff2".to_owned())
        })
    }

    #[test]
    fn imports_are_inlined_and_urls_hashed() {
        let code = sheet(
            "@import 'part.css';\n@font-face { font-family: A; src: url(fonts/a.woff2) }\n\
             .b { background: url(data:image/png;base64,AA==) }",
        )
        .unwrap();
        assert!(code.contains(".part{margin-inline:0}"), "{code}");
        assert!(!code.contains("@import"), "{code}");
        assert!(code.contains("fonts/a.123.woff2") && !code.contains("fonts/a.woff2"), "{code}");
        assert!(code.contains("data:image/png;base64,AA=="), "{code}");
    }

    #[test]
    fn a_missing_file_is_an_error_with_its_place() {
        let error = sheet("\n.b { background: url(nowhere.png) }").unwrap_err().to_string();
        assert!(error.contains("main.css:2") && error.contains("nowhere.png"), "{error}");
        let error = sheet("@import 'missing.css';").unwrap_err().to_string();
        assert!(error.contains("main.css"), "{error}");
    }
}
