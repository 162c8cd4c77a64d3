//! Writing the site: content-hashed names, compressed copies, nothing half-written.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Kinds that are compressed already.
const PACKED: [&str; 8] = ["woff2", "png", "webp", "avif", "jpg", "ico", "gz", "br"];

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asset {
    /// Name below the package folder, with its hash.
    pub(crate) file: String,
    /// Bytes as they are.
    pub(crate) raw: u64,
    /// Bytes of the brotli copy; none where there is no such copy.
    pub(crate) br: Option<u64>,
}

impl Asset {
    /// What a browser fetches: the smaller of the two.
    pub(crate) fn fetched(&self) -> u64 {
        self.br.map_or(self.raw, |br| br.min(self.raw))
    }
}

/// The folder being written and what is in it so far.
pub(crate) struct Folder {
    dir: PathBuf,
    compress: bool,
    /// What was put in, by logical name.
    pub(crate) files: BTreeMap<String, Asset>,
}

impl Folder {
    /// A folder for hashed files. Without `compress` no compressed copies are made.
    pub(crate) fn new(dir: PathBuf, compress: bool) -> Self {
        Self { dir, compress, files: BTreeMap::new() }
    }

    /// Writes a file under its hashed name, with its compressed copies, unless it is there already.
    /// Returns the hashed name.
    ///
    /// # Errors
    /// The file system refuses.
    pub(crate) fn put(&mut self, logical: &str, bytes: &[u8]) -> Result<String> {
        let file = hashed_name(logical, bytes);
        let path = self.dir.join(&file);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        write_if_absent(&path, || Ok(bytes.to_vec()))?;
        let mut br = None;
        if self.compress && !is_packed(logical) {
            let copy = beside(&path, "br");
            write_if_absent(&copy, || brotli(bytes))?;
            write_if_absent(&beside(&path, "gz"), || gzip(bytes))?;
            br = Some(fs::metadata(&copy)?.len());
        }
        let asset = Asset { file: file.clone(), raw: bytes.len() as u64, br };
        self.files.insert(logical.to_owned(), asset);
        Ok(file)
    }

    /// Takes over a folder as it is, with logical names from its root.
    ///
    /// # Errors
    /// The file system refuses, or a name is not UTF-8.
    pub(crate) fn put_tree(&mut self, root: &Path) -> Result<()> {
        for path in walk(root)? {
            let logical = path.strip_prefix(root)?.to_str().context("a file name is not UTF-8")?;
            self.put(logical, &fs::read(&path)?)?;
        }
        Ok(())
    }

    /// Removes what an earlier packing left and this one did not put in.
    ///
    /// # Errors
    /// The file system refuses.
    pub(crate) fn sweep(&self) -> Result<()> {
        let kept: Vec<PathBuf> = self.files.values().map(|a| self.dir.join(&a.file)).collect();
        for path in walk(&self.dir)? {
            let is_kept = kept.iter().any(|kept| {
                path == *kept
                    || (self.compress && (path == beside(kept, "br") || path == beside(kept, "gz")))
            });
            if !is_kept {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }
}

/// Twelve hexadecimal digits of SHA-256: short in every page, and 48 bits never met by accident.
pub(crate) fn hash(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().take(6).fold(String::new(), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes so that no reader ever sees half a file.
///
/// # Errors
/// The file system refuses.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let part = beside(path, "part");
    fs::write(&part, bytes).with_context(|| format!("cannot write {}", part.display()))?;
    fs::rename(&part, path).with_context(|| format!("cannot write {}", path.display()))
}

/// All files below a folder, sorted; none if there is no such folder.
///
/// # Errors
/// The file system refuses.
pub(crate) fn walk(root: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() { &mut folders } else { &mut files }.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn hashed_name(logical: &str, bytes: &[u8]) -> String {
    match logical.rsplit_once('.') {
        Some((stem, kind)) if !kind.contains('/') => format!("{stem}.{}.{kind}", hash(bytes)),
        _ => format!("{logical}.{}", hash(bytes)),
    }
}

fn is_packed(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|kind| PACKED.iter().any(|packed| kind == *packed))
}

fn beside(path: &Path, kind: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(kind);
    name.into()
}

fn write_if_absent(path: &Path, bytes: impl FnOnce() -> Result<Vec<u8>>) -> Result<()> {
    if path.exists() { Ok(()) } else { write_atomically(path, &bytes()?) }
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    ensure!(bytes.is_empty() || !packed.is_empty(), "brotli wrote nothing");
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_hash_stands_before_the_kind() {
        let hash = hash(b"x");
        assert_eq!(hash, "2d711642b726");
        assert_eq!(hashed_name("fonts/a.b.woff2", b"x"), format!("fonts/a.b.{hash}.woff2"));
        assert_eq!(hashed_name("a.d/LICENSE", b"x"), format!("a.d/LICENSE.{hash}"));
    }

    #[test]
    fn copies_unpack_to_the_original() {
        let dir = tempfile::tempdir().unwrap();
        let text = "words ".repeat(500);
        let mut folder = Folder::new(dir.path().join("pkg"), true);
        let name = folder.put("a.css", text.as_bytes()).unwrap();
        let path = dir.path().join("pkg").join(&name);

        let mut unpacked = String::new();
        let packed = fs::read(beside(&path, "br")).unwrap();
        brotli::Decompressor::new(&*packed, 4096).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        let packed_gz = fs::File::open(beside(&path, "gz")).unwrap();
        unpacked.clear();
        flate2::read::GzDecoder::new(packed_gz).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);

        let asset = &folder.files["a.css"];
        assert_eq!((asset.raw, asset.br), (3000, Some(packed.len() as u64)));
        assert_eq!(asset.fetched(), packed.len() as u64);
    }

    #[test]
    fn packed_kinds_get_no_copies_and_leftovers_go() {
        let dir = tempfile::tempdir().unwrap();
        let pkg = dir.path().join("pkg");
        let mut old = Folder::new(pkg.clone(), true);
        old.put("a.css", b"old").unwrap();
        let mut new = Folder::new(pkg.clone(), true);
        let font = new.put("fonts/a.woff2", b"font").unwrap();
        let style = new.put("a.css", b"new").unwrap();
        new.sweep().unwrap();
        let mut names: Vec<String> = walk(&pkg)
            .unwrap()
            .iter()
            .map(|p| p.strip_prefix(&pkg).unwrap().to_str().unwrap().to_owned())
            .collect();
        names.sort();
        assert_eq!(names, [style.clone(), format!("{style}.br"), format!("{style}.gz"), font]);
    }
}
