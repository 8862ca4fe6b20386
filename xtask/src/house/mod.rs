//! The house as those see it who try it from outside: built, given a database, started, waited for, and ended.

pub(crate) mod binary;
pub(crate) mod city;
pub(crate) mod clock;
pub(crate) mod database;
pub(crate) mod server;
