//! The operator's file: who answers for this installation (§ 5 DDG, Art. 13 DSGVO).

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::ui::pages::Operator;

/// The operator's details as written in the TOML file; a key not listed here is refused.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorFile {
    name: String,
    address_lines: Vec<String>,
    email: String,
    phone: Option<String>,
    responsible: Option<String>,
    data_protection_contact: Option<String>,
    security_contact: Option<String>,
}

/// Why the operator's file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OperatorError {
    /// The file is missing or cannot be read.
    #[error("cannot read the operator file {0}; check the path given with --operator")]
    Unreadable(PathBuf, #[source] io::Error),
    /// The file is no TOML, lacks a key, or has one that is not known.
    #[error("the operator file {0} is wrong")]
    Unparsable(PathBuf, #[source] Box<toml::de::Error>),
    /// A key has no usable value.
    #[error("the operator file {file} is wrong: {key} {fault}")]
    BadValue {
        /// The file.
        file: PathBuf,
        /// The key as written in the file.
        key: &'static str,
        /// What is wrong with its value.
        fault: &'static str,
    },
}

impl OperatorFile {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// [`OperatorError`], which names the file and the key.
    pub fn read(path: &Path) -> Result<Self, OperatorError> {
        let text =
            fs::read_to_string(path).map_err(|e| OperatorError::Unreadable(path.into(), e))?;
        let file: Self = toml::from_str(&text)
            .map_err(|e| OperatorError::Unparsable(path.into(), Box::new(e)))?;
        match file.fault() {
            Some((key, fault)) => Err(OperatorError::BadValue { file: path.into(), key, fault }),
            None => Ok(file),
        }
    }

    /// Where weaknesses are reported, as a URI: the key `security_contact` (an address of mail or
    /// an `https:` page), otherwise the operator's mail.
    pub fn security_contact(&self) -> String {
        match self.security_contact.as_deref() {
            Some(page) if page.starts_with("https://") => page.to_owned(),
            Some(mail) => format!("mailto:{mail}"),
            None => format!("mailto:{}", self.email),
        }
    }

    pub(crate) fn operator(&self) -> Operator {
        Operator {
            name: self.name.clone(),
            address_lines: self.address_lines.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            responsible: self.responsible.clone(),
            data_protection_contact: self.data_protection_contact.clone(),
        }
    }

    /// The first key without a usable value, and what is wrong with it.
    fn fault(&self) -> Option<(&'static str, &'static str)> {
        let optional = [
            ("phone", &self.phone),
            ("responsible", &self.responsible),
            ("data_protection_contact", &self.data_protection_contact),
        ];
        let given = optional.into_iter().filter_map(|(key, value)| Some((key, value.as_deref()?)));
        let lines = self.address_lines.iter().map(|line| ("address_lines", line.as_str()));
        let texts = [("name", self.name.as_str())].into_iter().chain(lines).chain(given);
        for (key, text) in texts {
            if text.trim().is_empty() || text.contains(char::is_control) {
                return Some((key, "must be text of one line, not empty"));
            }
        }
        if self.address_lines.is_empty() {
            return Some(("address_lines", "must have at least one line"));
        }
        if !is_mail(&self.email) {
            return Some(("email", "must be a mail address"));
        }
        match self.security_contact.as_deref() {
            Some(contact) if !is_mail(contact) && !is_page(contact) => {
                Some(("security_contact", "must be a mail address or an https:// address"))
            }
            _ => None,
        }
    }
}

/// Deliberately loose: it catches a forgotten value, not every address no server accepts.
fn is_mail(text: &str) -> bool {
    let halves = text.split_once('@');
    halves.is_some_and(|(user, host)| !user.is_empty() && host.contains('.')) && is_visible(text)
}

fn is_page(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty()) && is_visible(text)
}

fn is_visible(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic())
}
