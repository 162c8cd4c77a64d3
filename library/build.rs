//! Compiles the content folder, with the rules whose routes and offices it names.

use rules::compile::Problems;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=../guide/content");
    let rules = rules::compile::content(Path::new("../guide/content")).map_err(told)?;
    let library = lookup::compile::library(Path::new("content"), &rules).map_err(told)?;
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("occupations.bin"), library.packed_occupations())?;
    fs::write(out.join("reading.bin"), library.packed_reading())?;
    for (locale, index) in library.packed_indexes() {
        fs::write(out.join(format!("index.{locale}.bin")), index)?;
    }
    Ok(())
}

/// Tells every mistake as an error of the build.
fn told(problems: Problems) -> &'static str {
    for problem in &problems.0 {
        println!("cargo::error={}", problem.to_string().replace('\n', " "));
    }
    "the content has mistakes"
}
