//! The request as a schema: one property per fact, so that a program's own types can be made from it.

use std::borrow::Cow;

use guide::address::UNKNOWN;
use rules::{Fact, Kind};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr,
        schema::{AdditionalProperties, Object, ObjectBuilder, Schema, SchemaType, Type},
    },
};

use super::request::MOST;
use crate::catalogue::Format;

/// Stands for the body of `POST /api/v1/evaluate` in the description of the API.
pub(crate) struct EvaluationRequest;

impl ToSchema for EvaluationRequest {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("EvaluationRequest")
    }
}

impl PartialSchema for EvaluationRequest {
    fn schema() -> RefOr<Schema> {
        let what = "One answer per fact that is known, by the fact's id. `null` and `\"unknown\"` \
                    say \"I don't know\".";
        let start = ObjectBuilder::new().description(Some(what)).max_properties(Some(MOST));
        let facts = &guide::book().facts;
        let answers = facts.iter().fold(start, |all, fact| all.property(&fact.id, answer(fact)));
        let what = "What is known of a person, a job and a firm.";
        let whole = ObjectBuilder::new().description(Some(what));
        closed(whole.property("answers", closed(answers))).into()
    }
}

fn closed(object: ObjectBuilder) -> ObjectBuilder {
    object.additional_properties(Some(AdditionalProperties::FreeForm(false)))
}

fn answer(fact: &Fact) -> Object {
    let of = |types: &[Type]| ObjectBuilder::new().schema_type(SchemaType::Array(types.to_vec()));
    let format = || Some(Format::sentence(fact.kind));
    match fact.kind {
        Kind::Choice => {
            let ids = fact.options.iter().map(|option| Some(option.id.as_str()));
            of(&[Type::String, Type::Null]).enum_values(Some(ids.chain([Some(UNKNOWN), None])))
        }
        Kind::Money => of(&[Type::String, Type::Number, Type::Null]).description(format()),
        Kind::Country | Kind::Place | Kind::Day => {
            of(&[Type::String, Type::Null]).description(format())
        }
    }
    .build()
}
