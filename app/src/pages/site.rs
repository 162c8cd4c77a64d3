//! What the server tells the pages.

/// Addresses of the packed files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The guide's first bundle.
    pub guide: BundleFiles,
    /// The finders' bundle.
    pub finder: BundleFiles,
    /// The mark.
    pub mark: String,
    /// Fonts that the first screen needs.
    pub fonts: Vec<String>,
}

/// Addresses of what a bundle needs to start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BundleFiles {
    /// The loader with the bundle's glue.
    pub script: String,
    /// The WebAssembly.
    pub wasm: String,
    /// Words by language tag.
    pub words: Vec<(String, String)>,
}

/// Who runs this installation; shown in imprint and privacy notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operator {
    /// Name of the body.
    pub name: String,
    /// Postal address, line by line.
    pub address_lines: Vec<String>,
    /// Address for all questions.
    pub email: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Who is responsible for the content.
    pub responsible: Option<String>,
    /// Data protection officer.
    pub data_protection_contact: Option<String>,
}

/// Everything about this installation that pages show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Packed files.
    pub assets: Assets,
    /// Who runs it; `None` on a machine nobody has set up yet.
    pub operator: Option<Operator>,
    /// Script that reloads the page while developing.
    pub dev_reload: Option<String>,
}

/// What a page's address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A page.
    Page {
        /// HTTP status.
        status: u16,
        /// The whole document.
        html: String,
        /// Language tag.
        locale: &'static str,
    },
    /// Go on with a GET to this local address.
    SeeOther(String),
}
