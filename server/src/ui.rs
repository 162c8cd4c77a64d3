//! The one door to what people and programs get: every other module takes it from here.

pub(crate) use crate::evaluation as api;
pub(crate) use app::pages;
