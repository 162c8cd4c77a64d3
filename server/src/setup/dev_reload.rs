//! The address a developer's browser asks whether to reload.

use std::str::FromStr;

use axum::http::Uri;

/// An `http` or `https` address whose origin is safe to put into a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DevReload {
    url: String,
    origin: String,
}

/// The address is no plain `http(s)://host[:port]/…`.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("must be an address like http://127.0.0.1:3001/reload")]
pub struct DevReloadError;

impl DevReload {
    /// The whole address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Scheme, host and port, as written in a Content-Security-Policy.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl FromStr for DevReload {
    type Err = DevReloadError;

    fn from_str(text: &str) -> Result<Self, DevReloadError> {
        let uri: Uri = text.parse().map_err(|_| DevReloadError)?;
        let scheme = uri.scheme_str().filter(|s| matches!(*s, "http" | "https"));
        let authority = uri.authority().map(axum::http::uri::Authority::as_str);
        let (Some(scheme), Some(authority)) = (scheme, authority) else {
            return Err(DevReloadError);
        };
        // Anything else (";", "'", "*", a user name) would change the meaning of the policy.
        if !authority.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-[]".contains(&b)) {
            return Err(DevReloadError);
        }
        Ok(Self { url: text.to_owned(), origin: format!("{scheme}://{authority}") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_is_scheme_host_and_port() {
        let reload: DevReload = "http://127.0.0.1:3001/reload?a=b".parse().unwrap();
        assert_eq!(reload.origin(), "http://127.0.0.1:3001");
        assert_eq!(reload.url(), "http://127.0.0.1:3001/reload?a=b");
    }

    #[test]
    fn what_could_widen_the_policy_is_refused() {
        for text in
            ["", "/reload", "ws://host/", "http://*/", "http://a;b/", "http://u@host/", "x y"]
        {
            assert!(text.parse::<DevReload>().is_err(), "{text:?}");
        }
    }
}
