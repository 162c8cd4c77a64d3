//! Compressing what is made here; files are compressed when they are packed.

use std::io::Write as _;

use axum::http::{HeaderMap, header};
use bytes::Bytes;

use crate::language::weighted;

/// Coding of a response body, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

/// How long a body lives, and with it how much work its compression is worth.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Effort {
    /// Made for one request: fast.
    Once,
    /// Kept for the day: small.
    Kept,
}

impl Encoding {
    pub(crate) const ALL: [Self; 3] = [Self::Brotli, Self::Gzip, Self::Identity];

    /// The coding the client likes best; of equals the smaller result. Nothing acceptable, or no
    /// header, gives [`Encoding::Identity`].
    pub(crate) fn preferred(headers: &HeaderMap) -> Self {
        let mut weights: [Option<f32>; 3] = [None; 3];
        let mut rest = 0.0;
        for value in headers.get_all(header::ACCEPT_ENCODING) {
            for (name, weight) in value.to_str().unwrap_or_default().split(',').map(weighted) {
                if name == "*" {
                    rest = weight;
                }
                for (slot, encoding) in weights.iter_mut().zip(Self::ALL) {
                    if encoding.token().eq_ignore_ascii_case(name) {
                        *slot = Some(weight);
                    }
                }
            }
        }
        let mut best = (Self::Identity, 0.0);
        for (slot, encoding) in weights.into_iter().zip(Self::ALL) {
            let weight = slot.unwrap_or(rest);
            if weight > best.1 {
                best = (encoding, weight);
            }
        }
        best.0
    }

    /// The value of `Content-Encoding`, none for identity.
    pub(crate) fn header(self) -> Option<&'static str> {
        (self != Self::Identity).then(|| self.token())
    }

    fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// `plain` in this coding, with the coding that was really used: identity should the
    /// compressor refuse.
    pub(crate) fn encode(self, plain: Bytes, effort: Effort) -> (Self, Bytes) {
        let packed = match self {
            Self::Brotli => brotli(&plain, effort),
            Self::Gzip => gzip(&plain, effort),
            Self::Identity => None,
        };
        match packed {
            Some(bytes) => (self, bytes.into()),
            None => (Self::Identity, plain),
        }
    }
}

fn brotli(plain: &[u8], effort: Effort) -> Option<Vec<u8>> {
    // The window's size in powers of two. Clearing the usual 4 MB costs more than packing a page, which
    // 256 kB hold whole.
    let (quality, lgwin) = match effort {
        Effort::Once => (4, 18),
        Effort::Kept => (9, 22),
    };
    let size_hint = plain.len();
    let params =
        brotli::enc::BrotliEncoderParams { quality, lgwin, size_hint, ..Default::default() };
    let mut packed = Vec::with_capacity(plain.len() / 3);
    brotli::BrotliCompress(&mut &*plain, &mut packed, &params).ok()?;
    Some(packed)
}

fn gzip(plain: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let level = match effort {
        Effort::Once => 4,
        Effort::Kept => 9,
    };
    let room = Vec::with_capacity(plain.len() / 3);
    let mut encoder = flate2::write::GzEncoder::new(room, flate2::Compression::new(level));
    encoder.write_all(plain).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn the_coding_follows_accept_encoding() {
        for (wanted, expected) in [
            ("", Encoding::Identity),
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip", Encoding::Gzip),
            ("BR", Encoding::Brotli),
            ("br;q=0.5, gzip", Encoding::Gzip),
            ("br;q=0, gzip;q=0.1", Encoding::Gzip),
            ("*", Encoding::Brotli),
            ("*;q=0.5, br;q=0", Encoding::Gzip),
            ("identity;q=0, *;q=0", Encoding::Identity),
            ("identity, br;q=0.5", Encoding::Identity),
            ("zstd", Encoding::Identity),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, wanted.parse().unwrap());
            assert_eq!(Encoding::preferred(&headers), expected, "{wanted:?}");
        }
        assert_eq!(Encoding::preferred(&HeaderMap::new()), Encoding::Identity);
    }

    #[test]
    fn both_compressors_give_the_text_back() {
        let text = Bytes::from("Beschleunigtes Fachkräfteverfahren ".repeat(200));
        for effort in [Effort::Once, Effort::Kept] {
            let (used, packed) = Encoding::Gzip.encode(text.clone(), effort);
            let mut plain = Vec::new();
            flate2::read::GzDecoder::new(&*packed).read_to_end(&mut plain).unwrap();
            assert_eq!((used, Bytes::from(plain)), (Encoding::Gzip, text.clone()));

            let (used, packed) = Encoding::Brotli.encode(text.clone(), effort);
            let mut plain = Vec::new();
            brotli::BrotliDecompress(&mut &*packed, &mut plain).unwrap();
            assert_eq!((used, Bytes::from(plain)), (Encoding::Brotli, text.clone()));
        }
    }
}
