//! From what cargo built to the site: bundles, words, style sheet and files under hashed names.

mod css;
pub(crate) mod files;
mod loader;
mod wasm;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::project::{Bundle, Project};
use crate::ui;
use files::{Asset, Folder};

/// File that lists the site.
const MANIFEST: &str = "assets.json";

/// What the site consists of; the server reads it at its start.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Hash over everything that went in; equal means there is nothing to do.
    inputs: String,
    /// Folder of the hashed files, from the site's root.
    pub(crate) pkg: String,
    /// Files by logical name.
    pub(crate) files: BTreeMap<String, Asset>,
    /// Island ids that each bundle exports, by the bundle's name.
    pub(crate) exports: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Reads the list of a packed site.
    ///
    /// # Errors
    /// There is none, or it is from another version of this program.
    pub(crate) fn read(site: &Path) -> Result<Self> {
        let path = site.join(MANIFEST);
        let text =
            fs::read(&path).with_context(|| format!("no packed site: {}", path.display()))?;
        Ok(serde_json::from_slice(&text)?)
    }

    /// A file by its logical name.
    ///
    /// # Errors
    /// The site has no such file.
    pub(crate) fn file(&self, logical: &str) -> Result<&Asset> {
        self.files.get(logical).with_context(|| format!("the site has no {logical}"))
    }

    /// The files of words that a first visit fetches, one per language.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&String, &Asset)> {
        self.files.iter().filter(|(name, _)| name.starts_with("words."))
    }
}

/// What is packed, and where to.
pub(crate) struct Order<'a> {
    /// The workspace.
    pub(crate) project: &'a Project,
    /// Modules as cargo built them, one per bundle of the project.
    pub(crate) modules: Vec<PathBuf>,
    /// The site's folder.
    pub(crate) site: PathBuf,
    /// With compressed copies and without names in the wasm.
    pub(crate) release: bool,
}

impl Order<'_> {
    /// Packs the site unless nothing changed since the last time.
    ///
    /// # Errors
    /// A source is missing or wrong, or the file system refuses.
    pub(crate) fn pack(&self) -> Result<Manifest> {
        let inputs = self.inputs()?;
        if let Ok(manifest) = Manifest::read(&self.site)
            && manifest.inputs == inputs
        {
            return Ok(manifest);
        }
        ui::step("pack", || self.write(inputs))
    }

    fn write(&self, inputs: String) -> Result<Manifest> {
        let Project { root, bundles, .. } = self.project;
        let main = self.project.main_bundle()?;
        let pkg = self.site.join(&main.site_pkg_dir);
        let mut folder = Folder::new(pkg, self.release);

        folder.put_tree(&root.join(&main.assets_dir))?;
        let style = css::bundle(&root.join(&main.style_file), |url| {
            let logical = url.trim_start_matches("./").trim_start_matches('/');
            folder.files.get(logical).map(|asset| asset.file.clone())
        })?;
        let name = main.style_file.file_name().and_then(|name| name.to_str());
        folder.put(name.context("style-file has no name")?, style.as_bytes())?;

        let rules = rules::compile::content(&self.content("guide")?)?;
        let words = rules.browser_words();
        let mut exports = BTreeMap::new();
        let mut modules = bundles.iter().zip(&self.modules);
        let mut next =
            || modules.next().context("Cargo.toml names three bundles: guide, results, finder");
        let (guide, results, finder) = (next()?, next()?, next()?);
        let mut bundle = |folder: &mut Folder, (bundle, module): (&Bundle, &PathBuf)| {
            let name = &bundle.output_name;
            let made = wasm::bundle(module, name, !self.release)?;
            let wasm = folder.put(&format!("{name}.wasm"), &made.wasm)?;
            exports.insert(name.clone(), made.islands);
            anyhow::Ok((format!("{name}.js"), made.js, wasm))
        };

        // Later ones first: the first bundle's script names them.
        let (js, glue, wasm) = bundle(&mut folder, results)?;
        let js = folder.put(&js, glue.as_bytes())?;
        let all = put_words(&mut folder, "texts", &words.all)?;
        let rest = loader::Rest { js: &js, wasm: &wasm, words: &all };
        let (js, glue, wasm) = bundle(&mut folder, guide)?;
        let first = put_words(&mut folder, "words", &words.questions)?;
        folder.put(&js, (glue + &loader::guide(&wasm, &first, &rest)).as_bytes())?;

        let library = lookup::compile::library(&self.content("library")?, &rules)?;
        let data = loader::Data {
            occupations: &folder.put("occupations.bin", &library.packed_occupations())?,
            indexes: &put_words(&mut folder, "index", &library.packed_indexes())?,
        };
        let (js, glue, wasm) = bundle(&mut folder, finder)?;
        let labels = put_words(&mut folder, "labels", &words.finders)?;
        folder.put(&js, (glue + &loader::finder(&wasm, &labels, &data)).as_bytes())?;

        let pkg = main.site_pkg_dir.display().to_string();
        let manifest = Manifest { inputs, pkg, files: folder.files.clone(), exports };
        let text = serde_json::to_vec_pretty(&manifest)?;
        files::write_atomically(&self.site.join(MANIFEST), &text)?;
        folder.sweep()?;
        Ok(manifest)
    }

    /// The folder `content` of the package that compiles it: the law as data, or the library.
    fn content(&self, package: &str) -> Result<PathBuf> {
        let member = self.project.member(package);
        let member = member.with_context(|| format!("the workspace has no package {package}"))?;
        let folder = member.manifest_path.parent().context("a manifest without a folder")?;
        Ok(folder.join("content").into_std_path_buf())
    }

    /// A hash over everything that goes in, this program included.
    fn inputs(&self) -> Result<String> {
        let root = &self.project.root;
        let main = self.project.main_bundle()?;
        let style = root.join(&main.style_file);
        let mut digest = Sha256::new();
        digest.update(&self.project.program_state);
        digest.update([u8::from(self.release)]);
        let mut paths = self.modules.clone();
        paths.extend(files::walk(&root.join(&main.assets_dir))?);
        paths.extend(files::walk(style.parent().context("style-file has no folder")?)?);
        paths.extend(files::walk(&self.content("guide")?)?);
        paths.extend(files::walk(&self.content("library")?)?);
        for path in paths {
            let bytes = fs::read(&path).with_context(|| format!("no {}", path.display()))?;
            digest.update(path.as_os_str().as_encoded_bytes());
            digest.update(bytes.len().to_le_bytes());
            digest.update(&bytes);
        }
        Ok(files::hash(&digest.finalize()))
    }
}

/// Puts one file of words per language; returns their names by locale.
fn put_words(
    folder: &mut Folder,
    name: &str,
    words: &BTreeMap<String, Vec<u8>>,
) -> Result<BTreeMap<String, String>> {
    let put = |(locale, bytes): (&String, &Vec<u8>)| {
        Ok((locale.clone(), folder.put(&format!("{name}.{locale}.bin"), bytes)?))
    };
    words.iter().map(put).collect()
}
