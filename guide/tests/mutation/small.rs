//! The mutants themselves, on a few conditions: a harness that changes nothing would find no survivor.

use crate::{Kind, Mutant, conditions, facts, invert, lists, mistakes, money, predicates};
use guide::book;
use rules::{Book, Condition, Predicate, Test};
