//! `assets.json`: which hashed file stands behind which logical name.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::ui::pages::{Assets, BundleFiles};

/// The packed site: its `pkg` folder and the addresses of what lies in it.
#[derive(Clone)]
pub struct Manifest {
    pkg: PathBuf,
    assets: Assets,
}

/// Why the site folder cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// The folder is missing or is no folder.
    #[error("there is no site folder {0}; build the site first, or name its folder with --site")]
    NoFolder(PathBuf),
    /// `assets.json` is missing or cannot be read.
    #[error("cannot read {0}; build the site first, or name its folder with --site")]
    Unreadable(PathBuf, #[source] io::Error),
    /// `assets.json` is not the JSON the packer writes.
    #[error("{0} is not the list of files the packer writes; build the site again")]
    Unparsable(PathBuf, #[source] serde_json::Error),
    /// A logical name no page can do without is not listed.
    #[error("{0} does not list {1}; build the site again")]
    NotListed(PathBuf, String),
    /// A name is listed that cannot be part of an address.
    #[error("{0} lists the name {1:?}, which cannot be part of an address; build the site again")]
    BadName(PathBuf, String),
    /// A listed file is not in the folder.
    #[error("{0} lists {1}, which is not in the folder; build the site again")]
    NoFile(PathBuf, String),
}

#[derive(Deserialize)]
struct Listing {
    files: BTreeMap<String, Entry>,
}

// The packer writes sizes beside it; they are for its own report.
#[derive(Deserialize)]
struct Entry {
    file: String,
}

impl Manifest {
    /// Reads `<site>/assets.json` and checks that every listed file is there.
    ///
    /// # Errors
    /// [`ManifestError`], whose text says what to do.
    pub fn read(site: &Path) -> Result<Self, ManifestError> {
        if !site.is_dir() {
            return Err(ManifestError::NoFolder(site.to_owned()));
        }
        let path = site.join("assets.json");
        let text = fs::read(&path).map_err(|e| ManifestError::Unreadable(path.clone(), e))?;
        let listing: Listing = serde_json::from_slice(&text)
            .map_err(|e| ManifestError::Unparsable(path.clone(), e))?;
        let pkg = site.join("pkg");
        for entry in listing.files.values() {
            if !is_plain(&entry.file) {
                return Err(ManifestError::BadName(path, entry.file.clone()));
            }
            if !pkg.join(&entry.file).is_file() {
                return Err(ManifestError::NoFile(path, entry.file.clone()));
            }
        }
        let assets = listing.assets(&path)?;
        Ok(Self { pkg, assets })
    }

    /// The folder behind `/pkg`.
    pub fn pkg(&self) -> &Path {
        &self.pkg
    }

    pub(crate) fn assets(&self) -> &Assets {
        &self.assets
    }
}

impl Listing {
    fn assets(&self, path: &Path) -> Result<Assets, ManifestError> {
        let url = |name: &str| {
            let entry = self.files.get(name);
            let entry = entry.ok_or_else(|| ManifestError::NotListed(path.into(), name.into()))?;
            Ok(address(&entry.file))
        };
        let bundle = |name: &str, words: &str| {
            let files = self.by_language(words, path)?;
            if files.is_empty() {
                return Err(ManifestError::NotListed(path.into(), format!("{words}.de.bin")));
            }
            let (script, wasm) = (url(&format!("{name}.js"))?, url(&format!("{name}.wasm"))?);
            Ok(BundleFiles { script, wasm, words: files })
        };
        let (guide, finder) = (bundle("guide", "words")?, bundle("finder", "labels")?);
        Ok(Assets {
            css: url("main.css")?,
            guide,
            finder,
            mark: url("mark.svg")?,
            fonts: self.fonts(),
        })
    }

    /// Files of words, one per language.
    fn by_language(&self, kind: &str, path: &Path) -> Result<Vec<(String, String)>, ManifestError> {
        let mut words = Vec::new();
        for (name, entry) in &self.files {
            let rest = name.strip_prefix(kind).and_then(|rest| rest.strip_prefix('.'));
            let tag = rest.and_then(|rest| rest.strip_suffix(".bin"));
            let Some(tag) = tag else { continue };
            // The tag becomes the first segment of every address in that language.
            if tag.is_empty() || !tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
                return Err(ManifestError::BadName(path.into(), name.clone()));
            }
            words.push((tag.to_owned(), address(&entry.file)));
        }
        Ok(words)
    }

    fn fonts(&self) -> Vec<String> {
        let fonts = self.files.iter().filter(|(name, _)| {
            name.starts_with("fonts/") && Path::new(name).extension().is_some_and(|e| e == "woff2")
        });
        fonts.map(|(_, entry)| address(&entry.file)).collect()
    }
}

fn address(file: &str) -> String {
    format!("/pkg/{file}")
}

/// Whether `file` is a relative path of ordinary names that needs no escaping in an address.
fn is_plain(file: &str) -> bool {
    file.split('/').all(|part| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_leave_the_folder_or_need_escaping_are_refused() {
        for (name, plain) in [
            ("guide.0a1b.js", true),
            ("fonts/fira-sans-400.0a.woff2", true),
            ("../secret", false),
            ("fonts/../../secret", false),
            ("/etc/passwd", false),
            (".hidden", false),
            ("a//b", false),
            ("", false),
            ("a b.js", false),
            ("a\".js", false),
            ("a?b.js", false),
        ] {
            assert_eq!(is_plain(name), plain, "{name:?}");
        }
    }
}
