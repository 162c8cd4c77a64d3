//! The one-line language of tests: `degree is foreign and comparability in (recognised, comparable)`.
//!
//! ```text
//! test  := part (" or " part)*
//! part  := atom (" and " atom)*
//! atom  := "(" test ")"
//!        | fact "is" ["not"] value          a country's value is its code, `TR`
//!        | fact ["not"] "in" "(" value ("," value)* ")"
//!        | fact ["not"] "from" list
//!        | fact "at least" amount
//! ```

use crate::{Amount, Country, CountryList, Fact, Kind, Predicate};

/// What names in a test can mean.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) facts: &'a [Fact],
    pub(super) countries: &'a [Country],
    pub(super) lists: &'a [CountryList],
    pub(super) amounts: &'a [Amount],
}

/// Parses a test.
///
/// # Errors
/// A sentence that names the word that does not fit and what was expected.
pub(super) fn parse(text: &str, scope: Scope) -> Result<Predicate, String> {
    let words = tokens(text);
    let mut parser = Parser { words: &words, at: 0, scope };
    let predicate = parser.test()?;
    match parser.next() {
        None => Ok(predicate),
        Some(word) => Err(format!("`{word}` is too much in `{text}`")),
    }
}

fn tokens(text: &str) -> Vec<String> {
    let spaced = text.replace('(', " ( ").replace(')', " ) ").replace(',', " , ");
    spaced.split_whitespace().map(ToOwned::to_owned).collect()
}

struct Parser<'a> {
    words: &'a [String],
    at: usize,
    scope: Scope<'a>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.words.get(self.at).map(String::as_str)
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.peek();
        self.at += 1;
        word
    }

    fn take(&mut self, word: &str) -> bool {
        let there = self.peek() == Some(word);
        if there {
            self.at += 1;
        }
        there
    }

    fn expect(&mut self, word: &str) -> Result<(), String> {
        if self.take(word) {
            return Ok(());
        }
        Err(format!("expected `{word}`, found `{}`", self.peek().unwrap_or("nothing")))
    }

    fn test(&mut self) -> Result<Predicate, String> {
        let mut parts = vec![self.part()?];
        while self.take("or") {
            parts.push(self.part()?);
        }
        Ok(single_or(parts, Predicate::Or))
    }

    fn part(&mut self) -> Result<Predicate, String> {
        let mut atoms = vec![self.atom()?];
        while self.take("and") {
            atoms.push(self.atom()?);
        }
        Ok(single_or(atoms, Predicate::And))
    }

    fn atom(&mut self) -> Result<Predicate, String> {
        if self.take("(") {
            let inner = self.test()?;
            self.expect(")")?;
            return Ok(inner);
        }
        let name = self.next().ok_or("a test ends too early")?;
        let (at, fact) = self.fact(name)?;
        match self.next() {
            Some("is") => {
                let not = self.take("not");
                if fact.kind == Kind::Country {
                    let code = self.country(name)?;
                    return Ok(Predicate::Country { fact: at, code, not });
                }
                let values = vec![self.value(fact)?];
                Ok(Predicate::Is { fact: at, values, not })
            }
            Some("not") if self.take("in") => {
                Ok(Predicate::Is { fact: at, values: self.values(fact)?, not: true })
            }
            Some("in") => Ok(Predicate::Is { fact: at, values: self.values(fact)?, not: false }),
            Some("not") if self.take("from") => self.from(at, fact, true),
            Some("from") => self.from(at, fact, false),
            Some("at") => self.at_least(at, fact),
            other => Err(format!(
                "after `{name}` comes `is`, `in`, `not in`, `from`, `not from` or `at least`, not `{}`",
                other.unwrap_or("nothing")
            )),
        }
    }

    fn fact(&self, name: &str) -> Result<(u8, &'a Fact), String> {
        let at = self.scope.facts.iter().position(|fact| fact.id == name);
        let at = at.ok_or_else(|| format!("there is no fact `{name}` (or it is asked later)"))?;
        let fact = self.scope.facts.get(at).ok_or("facts changed while reading")?;
        Ok((index(at)?, fact))
    }

    fn country(&mut self, name: &str) -> Result<[u8; 2], String> {
        let word = self.next().unwrap_or("nothing");
        let code = super::values::country(word);
        let code = code.ok_or_else(|| format!("`{name}` needs a country code"))?;
        let known = self.scope.countries.iter().any(|country| country.code == code);
        known.then_some(code).ok_or_else(|| format!("there is no country `{word}`"))
    }

    fn value(&mut self, fact: &Fact) -> Result<u8, String> {
        let name = self.next().ok_or("a value is missing")?;
        kind(fact, Kind::Choice)?;
        let at = fact.options.iter().position(|value| value.id == name);
        at.ok_or_else(|| format!("`{}` has no value `{name}`", fact.id)).and_then(index)
    }

    fn values(&mut self, fact: &Fact) -> Result<Vec<u8>, String> {
        self.expect("(")?;
        let mut values = vec![self.value(fact)?];
        while self.take(",") {
            values.push(self.value(fact)?);
        }
        self.expect(")")?;
        Ok(values)
    }

    fn from(&mut self, at: u8, fact: &Fact, not: bool) -> Result<Predicate, String> {
        kind(fact, Kind::Country)?;
        let name = self.next().ok_or("a list is missing")?;
        let list = self.scope.lists.iter().position(|list| list.id == name);
        let list = list.ok_or_else(|| format!("there is no list `{name}`")).and_then(index)?;
        Ok(Predicate::From { fact: at, list, not })
    }

    fn at_least(&mut self, at: u8, fact: &Fact) -> Result<Predicate, String> {
        self.expect("least")?;
        kind(fact, Kind::Money)?;
        let name = self.next().ok_or("an amount is missing")?;
        let amount = self.scope.amounts.iter().position(|amount| amount.id == name);
        let amount =
            amount.ok_or_else(|| format!("there is no amount `{name}`")).and_then(index)?;
        Ok(Predicate::AtLeast { fact: at, amount })
    }
}

fn single_or(mut parts: Vec<Predicate>, join: fn(Vec<Predicate>) -> Predicate) -> Predicate {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            join(parts)
        }
        None => join(parts),
    }
}

fn kind(fact: &Fact, wanted: Kind) -> Result<(), String> {
    if fact.kind == wanted {
        return Ok(());
    }
    Err(format!("`{}` is a {:?}, the test needs a {wanted:?}", fact.id, fact.kind))
}

pub(super) fn index(at: usize) -> Result<u8, String> {
    u8::try_from(at).map_err(|_| "more than 256 entries in one list".to_owned())
}
