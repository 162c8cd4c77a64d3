//! Compiles the content folder into the book, the places and the words, and the cases beside it.

use rules::compile::{Content, Problems};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=cases");
    println!("cargo::rerun-if-changed=releases");
    let content = rules::compile::content(Path::new("content")).map_err(told)?;
    let cases = rules::compile::cases(Path::new("cases"), &content.book).map_err(told)?;
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("book.bin"), content.packed_book())?;
    fs::write(out.join("questions.bin"), content.packed_questions())?;
    fs::write(out.join("places.bin"), content.packed_places())?;
    fs::write(out.join("cases.bin"), rules::compile::packed_cases(&cases))?;
    for (locale, words) in content.packed_words() {
        fs::write(out.join(format!("words.{locale}.bin")), words)?;
    }
    fs::write(out.join("ui.rs"), constants(&content, "ui.")?)?;
    fs::write(out.join("result.rs"), constants(&content, "result.")?)?;
    fs::write(out.join("page.rs"), constants(&content, "page.")?)?;
    fs::write(out.join("find.rs"), constants(&content, "find.")?)?;
    fs::write(out.join("releases.rs"), releases(Path::new("releases"))?)?;
    Ok(())
}

/// Tells every mistake as an error of the build.
fn told(problems: Problems) -> &'static str {
    for problem in &problems.0 {
        println!("cargo::error={}", problem.to_string().replace('\n', " "));
    }
    "the rules have mistakes"
}

/// One constant per text the program asks for itself.
fn constants(content: &Content, prefix: &str) -> Result<String, std::fmt::Error> {
    let mut code = String::new();
    for (name, key) in &content.constants {
        let Some(short) = name.strip_prefix(prefix) else { continue };
        let short = short.to_uppercase().replace(['-', '.'], "_");
        writeln!(code, "/// `{name}`\npub const {short}: Key = Key({});", key.0)?;
    }
    Ok(code)
}

/// The released rule bases: version and text, by day and number.
fn releases(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut versions = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().into_string().map_err(|_| "a release has a strange name")?;
        if let Some(version) = name.strip_suffix(".json") {
            let misnamed = || format!("releases/{name} is not named after a version");
            let (released, _) = version.rsplit_once('-').ok_or_else(misnamed)?;
            let (day, number) = released.split_once('.').ok_or_else(misnamed)?;
            let number: u32 = number.parse().map_err(|_| misnamed())?;
            versions.push((day.to_owned(), number, version.to_owned()));
        }
    }
    versions.sort();
    let mut code = format!("const FILES: [(&str, &str); {}] = [\n", versions.len());
    for (_, _, version) in versions {
        let file = format!("concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/releases/{version}.json\")");
        writeln!(code, "    ({version:?}, include_str!({file})),")?;
    }
    code.push_str("];\n");
    Ok(code)
}
