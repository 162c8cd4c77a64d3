//! A bundle for the browser: wasm-bindgen as a library, pinned with the crate by one lock file.

use std::path::Path;

use anyhow::{Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::loader;

/// A bundle as it comes from wasm-bindgen.
pub(super) struct Bundle {
    /// The glue, a JavaScript module that exports `start` and the islands.
    pub(super) js: String,
    /// The module without names and producers.
    pub(super) wasm: Vec<u8>,
    /// Names of its islands.
    pub(super) islands: Vec<String>,
}

/// Processes the module that cargo built.
///
/// # Errors
/// The file is missing or was built with another wasm-bindgen, or it brings JavaScript files of its
/// own, which this project does not ship.
pub(super) fn bundle(path: &Path, name: &str, keep_names: bool) -> Result<Bundle> {
    let mut output = Bindgen::new()
        .input_path(path)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .keep_debug(false)
        .remove_name_section(!keep_names)
        .remove_producers_section(true)
        .generate_output()?;
    let snippets = output.snippets().iter().filter(|(_, list)| !list.is_empty());
    let extra: Vec<&String> =
        snippets.map(|(name, _)| name).chain(output.local_modules().keys()).collect();
    ensure!(extra.is_empty(), "{name}: crates bring JavaScript files of their own: {extra:?}");
    let exports: Vec<&str> = output.wasm().exports.iter().map(|e| e.name.as_str()).collect();
    ensure!(exports.contains(&"start"), "{name}: the bundle does not export `start`");
    let islands = loader::islands(exports.into_iter());
    let js = if keep_names { output.js().to_owned() } else { plain(output.js()) };
    Ok(Bundle { js, wasm: output.wasm_mut().emit_wasm(), islands })
}

/// The script without comments of their own lines and without indentation. A script with a text
/// over several lines is left as it is.
fn plain(js: &str) -> String {
    if js.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return js.to_owned();
    }
    let mut lean = String::with_capacity(js.len());
    let mut comment = false;
    for line in js.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            lean.push_str(line);
            lean.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn comments_and_indentation_go() {
        let js = "/**\n * @param {a}\n */\nexport function f(a) {\n    // why\n\n    return a; // b\n}\n/* one */\nf(1);\n";
        assert_eq!(plain(js), "export function f(a) {\nreturn a; // b\n}\nf(1);\n");
    }

    #[test]
    fn a_text_over_several_lines_is_left_alone() {
        let js = "  const a = `\n  // no comment\n`;\n";
        assert_eq!(plain(js), js);
    }
}
