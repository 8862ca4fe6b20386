//! Where things begin and end in a file: functions, tests, brackets.

use proc_macro2::Delimiter;
use std::ops::RangeInclusive;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A function as a reader sees it.
pub(super) struct Function {
    pub(super) name: String,
    pub(super) line: usize,
    /// From its first word to its last bracket.
    pub(super) lines: usize,
    /// Between its brackets.
    pub(super) body: usize,
    pub(super) parameters: usize,
    pub(super) asks_for_time: bool,
}

/// All functions of a file, those in tests and in other functions too.
pub(super) fn functions(file: &syn::File) -> Vec<Function> {
    let mut found = Functions(Vec::new());
    found.visit_file(file);
    found.0
}

/// The lines of the modules and functions that are compiled for tests only.
pub(super) fn tests(file: &syn::File) -> Vec<RangeInclusive<usize>> {
    let mut found = Tests(Vec::new());
    found.visit_file(file);
    found.0
}

/// The brackets of a group of tokens.
pub(super) const fn marks(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

struct Functions(Vec<Function>);

impl Functions {
    fn note(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let from = signature.span().start().line;
        let (open, close) = (block.brace_token.span.open(), block.brace_token.span.close());
        let (open, close) = (open.start().line, close.start().line);
        self.0.push(Function {
            name: signature.ident.to_string(),
            line: from,
            lines: close - from + 1,
            body: (close - open).saturating_sub(1),
            parameters: signature.inputs.len(),
            asks_for_time: signature.asyncness.is_some(),
        });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.note(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.note(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.note(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

struct Tests(Vec<RangeInclusive<usize>>);

impl<'ast> Visit<'ast> for Tests {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Const(item) => &item.attrs,
            _ => return,
        };
        if attributes.iter().any(is_for_tests) {
            let first = attributes.first().map_or_else(|| item.span(), Spanned::span);
            self.0.push(first.start().line..=item.span().end().line);
        } else {
            visit::visit_item(self, item);
        }
    }
}

/// `#[test]` or `#[cfg(test)]`.
fn is_for_tests(attribute: &syn::Attribute) -> bool {
    let cfg_test = || attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "test");
    attribute.path().is_ident("test") || (attribute.path().is_ident("cfg") && cfg_test())
}
