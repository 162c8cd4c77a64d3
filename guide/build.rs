//! Compiles the content folder into the book, the places and the words.

use rules::compile::Content;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=content");
    let content = match rules::compile::content(Path::new("content")) {
        Ok(content) => content,
        Err(problems) => {
            for problem in &problems.0 {
                println!("cargo::error={}", problem.to_string().replace('\n', " "));
            }
            return Err("the content folder has mistakes".into());
        }
    };
    let out = env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("book.bin"), content.packed_book())?;
    fs::write(out.join("questions.bin"), content.packed_questions())?;
    fs::write(out.join("places.bin"), content.packed_places())?;
    for (locale, words) in content.packed_words() {
        fs::write(out.join(format!("words.{locale}.bin")), words)?;
    }
    fs::write(out.join("ui.rs"), constants(&content, "ui.")?)?;
    fs::write(out.join("result.rs"), constants(&content, "result.")?)?;
    fs::write(out.join("page.rs"), constants(&content, "page.")?)?;
    Ok(())
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
