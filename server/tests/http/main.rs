//! The server from outside: the real router, the real socket, the real process.
#![recursion_limit = "256"]

#[cfg(test)]
mod api;
#[cfg(test)]
mod assets;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod command_line;
#[cfg(test)]
mod evaluate;
#[cfg(test)]
mod failures;
#[cfg(test)]
mod headers;
#[cfg(test)]
mod helpers;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod language;
#[cfg(test)]
mod log;
#[cfg(test)]
mod openapi;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod partial;
#[cfg(test)]
mod process;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod rulebook;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod small;
#[cfg(test)]
mod socket;
