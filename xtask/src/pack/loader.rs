//! The one statement appended to a bundle's glue: it starts the bundle and wakes the islands.

use std::collections::BTreeMap;

/// The language whose words are loaded for a page in a language without words of its own.
const REFERENCE: &str = "de";

/// The bundle that is fetched later; names are of files beside the glue.
pub(super) struct Rest<'a> {
    /// Its glue.
    pub(super) js: &'a str,
    /// Its module.
    pub(super) wasm: &'a str,
    /// Its words by locale.
    pub(super) words: &'a BTreeMap<String, String>,
}

/// The data of the finders; names are of files beside the glue.
pub(super) struct Data<'a> {
    /// Occupations.
    pub(super) occupations: &'a str,
    /// Indexes of the search by locale.
    pub(super) indexes: &'a BTreeMap<String, String>,
}

/// Wakes the islands in document order, so an outer one before those in it; `$$on_hydrate` hands an
/// island's context to islands among its children, as Leptos' own script does.
const WAKE: &str = "for(const e of d.querySelectorAll(\"leptos-island\")){\
     e.closest(\"leptos-children\")?.$$on_hydrate?.();\
     await m[e.dataset.component](e)}\
     h.dataset.ready=\"\";";

/// In another site's frame: the frame's page is told how high this one is, and nothing else.
const FRAMED: &str = "if(parent!=self){h.dataset.framed=\"\";\
     new ResizeObserver(()=>parent.postMessage({revierlotse:h.offsetHeight},\"*\")).observe(d.body)}";

/// The finders' statement. `data` are fetched when a field is first used, not before.
pub(super) fn finder(wasm: &str, words: &BTreeMap<String, String>, data: &Data) -> String {
    let (first, indexes) = (table(words), table(data.indexes));
    let occupations = data.occupations;
    format!(
        "{{const d=document,h=d.documentElement,u=f=>new URL(f,import.meta.url),\
         b=f=>fetch(u(f)).then(r=>r.ok?r.arrayBuffer():Promise.reject(r.url))\
         .then(b=>new Uint8Array(b)),o=t=>t[h.lang]||t.{REFERENCE},\
         f={{occupations:{occupations:?},index:o({indexes})}};{FRAMED}\
         Promise.all([import(import.meta.url),b(o({first})),\
         __wbg_init({{module_or_path:u({wasm:?})}})]).then(async([m,w])=>{{\
         m.start(w,n=>b(f[n]));{WAKE}}}).catch(console.error)}}\n"
    )
}

/// The guide's statement. Names are of files beside the glue; `words` is by locale.
///
/// Script, wasm and words load side by side. A failure is told to the console and the page stays what it was: plain forms.
/// The rest is fetched when the islands are awake, or again when it is asked for and failed before.
pub(super) fn guide(wasm: &str, words: &BTreeMap<String, String>, rest: &Rest) -> String {
    let (first, later) = (table(words), table(rest.words));
    let Rest { js: rest_js, wasm: rest_wasm, .. } = rest;
    format!(
        "{{const d=document,h=d.documentElement,u=f=>new URL(f,import.meta.url),\
         w=t=>fetch(u(t[h.lang]||t.{REFERENCE})).then(r=>r.ok?r.arrayBuffer():Promise.reject(r.url))\
         .then(b=>new Uint8Array(b));let p;{FRAMED}\
         const g=()=>p??=Promise.all([import(u({rest_js:?})),w({later})]).then(async([m,w])=>{{\
         await m.default({{module_or_path:u({rest_wasm:?})}});m.start(w);return m}})\
         .catch(e=>{{p=null;throw e}});\
         Promise.all([import(import.meta.url),w({first}),\
         __wbg_init({{module_or_path:u({wasm:?})}})]).then(async([m,w])=>{{\
         m.start(w,g);{WAKE}\
         await g();h.dataset.whole=\"\"}}).catch(console.error)}}\n"
    )
}

/// Files by locale, as an object of the script.
fn table(files: &BTreeMap<String, String>) -> String {
    let names = files.iter().map(|(locale, file)| format!("{locale:?}:{file:?}"));
    format!("{{{}}}", names.collect::<Vec<_>>().join(","))
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
        let files = |name: &str, locales: &[&str]| -> BTreeMap<String, String> {
            let file = |l: &&str| ((*l).to_owned(), format!("{name}.{l}.0123456789ab.bin"));
            locales.iter().map(file).collect()
        };
        let made = |locales: &[&str]| {
            let words = files("texts", locales);
            let (js, wasm) = ("results.0123456789ab.js", "results.0123456789ab.wasm");
            let rest = Rest { js, wasm, words: &words };
            guide("guide.0123456789ab.wasm", &files("words", locales), &rest)
        };
        let six = made(&["ar", "de", "en", "pl", "tr", "uk"]);
        assert!(six.len() < 1_650, "{}", six.len());
        let text = made(&["de"]);
        assert!(text.len() < 1_200, "{}", text.len());
        for part in [
            "u(\"guide.0123456789ab.wasm\")",
            "{\"de\":\"words.de.0123456789ab.bin\"}",
            "{\"de\":\"texts.de.0123456789ab.bin\"}",
            "import(u(\"results.0123456789ab.js\"))",
            "u(\"results.0123456789ab.wasm\")",
        ] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
    }

    #[test]
    fn islands_are_told_from_other_exports() {
        let names = ["memory", "start", "Guide_1234", "__wbg_x_1", "Guide_", "Guide_12ab", "A_B_7"];
        assert_eq!(islands(names.into_iter()), ["Guide_1234", "A_B_7"]);
    }
}
