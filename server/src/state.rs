//! What every handler may ask for: the site, the clock, the pages of the day.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::http::HeaderValue;
use jiff::civil::Date;

use crate::{
    clock::{self, Clock},
    middleware::content_security_policy,
    page_store::PageStore,
    setup::{DevReload, Embedder, Manifest, OperatorFile},
    ui::pages::Site,
};

/// Shared by all requests; cloning it is cheap.
#[derive(Clone)]
pub struct App {
    shared: Arc<Shared>,
}

struct Shared {
    site: Site,
    locales: Vec<String>,
    pkg: PathBuf,
    security_contact: Option<String>,
    policy: HeaderValue,
    framed_policy: HeaderValue,
    behind_proxy: bool,
    clock: Box<dyn Clock>,
    pages: PageStore,
}

/// What an [`App`] is made of.
pub struct Parts {
    /// The packed site.
    pub manifest: Manifest,
    /// Who runs this installation, if anyone was named.
    pub operator: Option<OperatorFile>,
    /// Set on a developer's machine only.
    pub dev_reload: Option<DevReload>,
    /// Whether `X-Forwarded-Proto` comes from a proxy of the operator's own.
    pub behind_proxy: bool,
    /// Whose pages may show the guide in a frame.
    pub embedders: Vec<Embedder>,
    /// The time.
    pub clock: Box<dyn Clock>,
}

impl App {
    /// Joins the parts.
    pub fn new(parts: Parts) -> Self {
        let Parts { manifest, operator, dev_reload, behind_proxy, embedders, clock } = parts;
        let assets = manifest.assets().clone();
        let locales = assets.guide.words.iter().map(|(tag, _)| tag.clone()).collect();
        let reload = dev_reload.as_ref().map(DevReload::origin);
        let policy = content_security_policy(reload, &[]);
        let framed_policy = content_security_policy(reload, &embedders);
        let site = Site {
            assets,
            operator: operator.as_ref().map(OperatorFile::operator),
            dev_reload: dev_reload.as_ref().map(|reload| reload.url().to_owned()),
        };
        let shared = Shared {
            site,
            locales,
            pkg: manifest.pkg().to_owned(),
            security_contact: operator.as_ref().map(OperatorFile::security_contact),
            policy,
            framed_policy,
            behind_proxy,
            clock,
            pages: PageStore::default(),
        };
        Self { shared: Arc::new(shared) }
    }

    pub(crate) fn site(&self) -> &Site {
        &self.shared.site
    }

    /// Tags of the languages the site was packed with.
    pub(crate) fn locales(&self) -> &[String] {
        &self.shared.locales
    }

    pub(crate) fn pkg(&self) -> &Path {
        &self.shared.pkg
    }

    pub(crate) fn security_contact(&self) -> Option<&str> {
        self.shared.security_contact.as_deref()
    }

    pub(crate) fn policy(&self) -> &HeaderValue {
        &self.shared.policy
    }

    /// The policy of pages that others may show in a frame.
    pub(crate) fn framed_policy(&self) -> &HeaderValue {
        &self.shared.framed_policy
    }

    pub(crate) fn behind_proxy(&self) -> bool {
        self.shared.behind_proxy
    }

    pub(crate) fn today(&self) -> Date {
        clock::today(&*self.shared.clock)
    }

    pub(crate) fn pages(&self) -> &PageStore {
        &self.shared.pages
    }
}
