//! The one door to the pages: every other module takes them from here.

pub(crate) use app::pages;
