//! The one statement appended to wasm-bindgen's glue: it starts the bundle and wakes the islands.

use std::collections::BTreeMap;

/// The language whose words are loaded for a page in a language without words of its own.
const REFERENCE: &str = "de";

/// The statement. Names are of files beside the glue; `words` is by locale.
///
/// Script, wasm and words load side by side. Islands wake in document order, so an outer one before
/// those in it; `$$on_hydrate` hands an island's context to islands among its children, as Leptos'
/// own script does. A failure is told to the console and the page stays what it was: plain forms.
pub(super) fn statement(wasm: &str, words: &BTreeMap<String, String>) -> String {
    let names = words.iter().map(|(locale, file)| format!("{locale:?}:{file:?}"));
    let table = format!("{{{}}}", names.collect::<Vec<_>>().join(","));
    format!(
        "{{const d=document,h=d.documentElement,u=f=>new URL(f,import.meta.url),t={table};\
         Promise.all([import(import.meta.url),\
         fetch(u(t[h.lang]||t.{REFERENCE})).then(r=>r.ok?r.arrayBuffer():Promise.reject(r.url)),\
         __wbg_init({{module_or_path:u({wasm:?})}})]).then(async([m,w])=>{{\
         m.start(new Uint8Array(w));\
         for(const e of d.querySelectorAll(\"leptos-island\")){{\
         e.closest(\"leptos-children\")?.$$on_hydrate?.();\
         await m[e.dataset.component](e)}}\
         h.dataset.ready=\"\"}}).catch(console.error)}}\n"
    )
}

/// The exports that are islands: Leptos names them after the component and a hash of its source.
pub(super) fn islands<'a>(exports: impl Iterator<Item = &'a str>) -> Vec<String> {
    let is_island = |name: &&str| {
        name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.rsplit_once('_').is_some_and(|(_, hash)| {
                !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_digit())
            })
    };
    exports.filter(is_island).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_complete() {
        let words = ["ar", "de", "en", "pl", "tr", "uk"];
        let words = words.map(|l| (l.to_owned(), format!("words.{l}.0123456789ab.bin")));
        let text = statement("guide.0123456789ab.wasm", &words.into());
        assert!(text.len() < 900, "{}", text.len());
        let one = [("de".to_owned(), "words.de.0123456789ab.bin".to_owned())];
        let text = statement("guide.0123456789ab.wasm", &one.into());
        assert!(text.len() < 700, "{}", text.len());
        assert!(text.contains("u(\"guide.0123456789ab.wasm\")"));
        assert!(text.contains("{\"de\":\"words.de.0123456789ab.bin\"}"));
    }

    #[test]
    fn islands_are_told_from_other_exports() {
        let names = ["memory", "start", "Guide_1234", "__wbg_x_1", "Guide_", "Guide_12ab", "A_B_7"];
        assert_eq!(islands(names.into_iter()), ["Guide_1234", "A_B_7"]);
    }
}
