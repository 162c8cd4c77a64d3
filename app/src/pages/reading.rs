//! Articles: the list by topic, and a page each.

use super::site::Site;
use super::{head, plain, render, shell::document};
use crate::icons::Icon;
use crate::wizard::Env;
use guide::{page, show};
use leptos::prelude::*;
use library::{Article, Audience, Topic};
use rules::Key;

/// The list of all articles.
pub(super) fn index(site: &Site, env: Env) -> String {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let topics = Topic::ALL.into_iter().map(|topic| {
        let (id, name) = topic_name(topic);
        let of_topic = library::reading().articles.iter().filter(|one| one.topic == topic);
        let rows = of_topic.filter_map(|article| row(&env, article)).collect_view();
        view! {
            <section class="group" aria-labelledby=id>
                <h2 id=id>{t(name)}</h2>
                <ul class="topics">{rows}</ul>
            </section>
        }
    });
    let body = view! {
        <div class="wrap section">
            <h1>{t(page::ARTICLES_TITLE)}</h1>
            <p class="lead mt-3">{t(page::ARTICLES_LEAD)}</p>
            <p class="mt-4 alone"><a href=format!("/{tag}/glossary")>{t(page::GLOSSARY_TITLE)}</a></p>
            {topics.collect_view()}
        </div>
    };
    plain(site, env, &format!("/{tag}/articles"), t(page::ARTICLES_TITLE), body)
}

/// The five topics as links to their place in the list.
pub(super) fn topics(env: &Env) -> impl IntoView + use<> {
    let (lang, tag) = (env.lang, env.lang.tag);
    let row = move |topic| {
        let (id, name) = topic_name(topic);
        let hint = match topic {
            Topic::Recruiting => page::TOPIC_RECRUITING_HINT,
            Topic::Recognition => page::TOPIC_RECOGNITION_HINT,
            Topic::Residence => page::TOPIC_RESIDENCE_HINT,
            Topic::Employment => page::TOPIC_EMPLOYMENT_HINT,
            Topic::Integration => page::TOPIC_INTEGRATION_HINT,
        };
        view! {
            <li>
                <a href=format!("/{tag}/articles#{id}")>
                    <b>{lang.t(name)}</b>
                    <small>{lang.t(hint)}</small>
                    <Icon name="chev" directed=true/>
                </a>
            </li>
        }
    };
    view! { <ul class="topics">{Topic::ALL.into_iter().map(row).collect_view()}</ul> }
}

fn topic_name(topic: Topic) -> (&'static str, Key) {
    match topic {
        Topic::Recruiting => ("recruiting", page::TOPIC_RECRUITING),
        Topic::Recognition => ("recognition", page::TOPIC_RECOGNITION),
        Topic::Residence => ("residence", page::TOPIC_RESIDENCE),
        Topic::Employment => ("employment", page::TOPIC_EMPLOYMENT),
        Topic::Integration => ("integration", page::TOPIC_INTEGRATION),
    }
}

fn row(env: &Env, article: &'static Article) -> Option<impl IntoView + use<>> {
    let version = article.version(env.lang.tag)?;
    let href = format!("/{}/articles/{}", env.lang.tag, article.id);
    Some(view! {
        <li>
            <a href=href>
                <b>{version.title.as_str()}</b>
                <small>{version.summary.as_str()}</small>
                <Icon name="chev" directed=true/>
            </a>
        </li>
    })
}

/// An article; `None` if there is none with this id.
pub(super) fn page(site: &Site, env: Env, id: &str) -> Option<String> {
    let tag = env.lang.tag;
    let t = |key| env.lang.t(key);
    let article = library::reading().article(id)?;
    let version = article.version(tag)?;
    let own = version.locale == tag;
    let audiences = article.audiences.iter().map(|audience| {
        let name = match audience {
            Audience::Firm => page::FOR_FIRMS,
            Audience::Worker => page::FOR_WORKERS,
        };
        view! { <span class="pill pill--plain">{t(name)}</span> }
    });
    let (topic, name) = topic_name(article.topic);
    let related = article.related.iter().filter_map(|id| library::reading().article(id));
    let related = related.filter_map(|article| row(&env, article)).collect_view();
    let checked = show::date(env.lang.words, article.checked_on);
    let sources = article.sources.iter().map(|source| view! { <li>{source.as_str()}</li> });
    let body = view! {
        <div class="wrap cols">
            <article class="prose">
                <a class="back" href=format!("/{tag}/articles#{topic}")>
                    <Icon name="left" directed=true/>{t(name)}
                </a>
                <h1>{version.title.as_str()}</h1>
                <p class="pills">{audiences.collect_view()}</p>
                <div class="flow text" inner_html=version.html.as_str()></div>
                <p class="small muted mt-5">{env.lang.fill(page::ARTICLE_CHECKED, &[("day", &checked)])}</p>
                <details class="more">
                    <summary>{t(page::ARTICLE_SOURCES)}</summary>
                    <ul class="small text">{sources.collect_view()}</ul>
                </details>
            </article>
            <aside class="side" aria-labelledby="more-h">
                <section>
                    <h2 id="more-h">{t(page::ARTICLE_RELATED)}</h2>
                    <ul class="topics topics--one">{related}</ul>
                </section>
            </aside>
        </div>
    };
    let path = format!("/{tag}/articles/{id}");
    // A partial language that has this article has it in its own words: nothing is taken over.
    Some(if own && env.lang.maybe(guide::result::NOT_SIMPLE).is_some() {
        let note = env.lang.maybe(guide::ui::UNPROOFED);
        let head = head(&env, &path, &version.title);
        render::html(|| {
            let note = note.map(|text| {
                view! { <div class="wrap pt-4"><p class="small muted">{text}</p></div> }
            });
            document(site, env, head, view! { {note} {body} })
        })
    } else {
        plain(site, env, &path, &version.title, body)
    })
}
