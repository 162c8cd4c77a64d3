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
    let js = output.js().to_owned();
    Ok(Bundle { js, wasm: output.wasm_mut().emit_wasm(), islands })
}
