//! The binary: configuration, wiring and commands. Only here are the environment, the clock and real chance read.

#![warn(clippy::unwrap_used, clippy::expect_used)]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks to its user")]

mod city;
mod clock;
mod commands;
mod listen;
mod mail;
mod printer;
mod runners;
mod speech;
mod wiring;

use clap::{Parser, Subcommand};
use commands::{
    backup, copy, demo, device, doctor, due, import, officer, reindex, serve, staff, token, verify, wait,
};
use std::process::ExitCode;

/// The one-stop service desk of a government.
///
/// Without a command it shows itself: a demonstration on real requests of the City of Boston, in a folder that is
/// gone afterwards.
#[derive(Parser)]
#[command(version, name = "rotunda")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Show the house at work: real requests, and a simulated day that goes on arriving.
    Demo(demo::Demo),
    /// Serve a city.
    Serve(serve::Serve),
    /// Say when requests are due: CSV `service,opened_at` in, `service,opened_at,due_at` out.
    Due(due::Due),
    /// Say how many officers it takes.
    Staff(staff::Staff),
    /// Make, list and withdraw API tokens.
    Token(token::Token),
    /// Set up the screens and kiosks of an office.
    Device(device::Device),
    /// Give officers the passwords with which they sign in.
    Officer(officer::Officer),
    /// Take over the records of an earlier system.
    Import(import::Import),
    /// Write everything into one file.
    Backup(backup::Backup),
    /// Read everything back from such a file into an empty database.
    Restore(backup::Restore),
    /// Move a whole deployment from one database to another.
    Copy(copy::Copy),
    /// Check that every case is what its events say and every figure what its cases say.
    Verify(verify::Verify),
    /// Count all figures again from the events.
    Recount(verify::Recount),
    /// Index the words of all cases anew, so that officers find them.
    Reindex(reindex::Reindex),
    /// Foretell waits, and say how well.
    Wait(wait::Wait),
    /// Look at the installation and say what is not as it should be.
    Doctor(doctor::Doctor),
}

fn main() -> ExitCode {
    let command = Arguments::parse().command.unwrap_or_else(|| Command::Demo(demo::Demo::default()));
    let done = match command {
        Command::Demo(demo) => demo.run(),
        Command::Serve(serve) => serve.run(),
        Command::Due(due) => due.run(),
        Command::Staff(staff) => staff.run(),
        Command::Token(token) => token.run(),
        Command::Device(device) => device.run(),
        Command::Officer(officer) => officer.run(),
        Command::Import(import) => import.run(),
        Command::Backup(backup) => backup.run(),
        Command::Restore(restore) => restore.run(),
        Command::Copy(copy) => copy.run(),
        Command::Verify(verify) => verify.run(),
        Command::Recount(recount) => recount.run(),
        Command::Reindex(reindex) => reindex.run(),
        Command::Wait(wait) => wait.run(),
        Command::Doctor(doctor) => doctor.run(),
    };
    done.unwrap_or_else(|error| {
        eprintln!("rotunda: {error:#}");
        ExitCode::FAILURE
    })
}
