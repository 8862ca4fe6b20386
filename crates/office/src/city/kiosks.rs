//! The kiosks of an office: which printer each has.

use super::fault::Sheet;
use super::read::Reader;
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use toml::Spanned;

/// On which port printers listen, where nothing else is said.
const PRINTER_PORT: u16 = 9100;
/// Kiosks of one office that have something of their own.
const MOST_KIOSKS: usize = 200;

/// A kiosk of an office.
#[derive(Debug)]
pub struct Kiosk {
    /// Its number within the office, as it was given when it was set up.
    pub number: u32,
    /// Its printer, within the office's own network.
    pub printer: Option<SocketAddr>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KioskToml {
    number: Spanned<u32>,
    printer: Option<Spanned<String>>,
}

pub(super) fn kiosks(reader: &mut Reader<'_>, sheet: &Sheet, file: Vec<KioskToml>) -> Vec<Kiosk> {
    let mut kiosks: Vec<Kiosk> = Vec::new();
    for entry in file {
        let number = *entry.number.get_ref();
        let at = sheet.at(entry.number.span(), "office.kiosk.number");
        if number == 0 || kiosks.len() >= MOST_KIOSKS {
            reader.fault(&at, "kiosks are counted from 1, and there are at most 200", "write number = 1");
        } else if kiosks.iter().any(|kiosk| kiosk.number == number) {
            reader.fault(&at, "another kiosk of this office has this number", "give each kiosk its own");
        }
        let printer = entry.printer.and_then(|printer| checked(reader, sheet, &printer));
        kiosks.push(Kiosk { number, printer });
    }
    kiosks
}

fn checked(reader: &mut Reader<'_>, sheet: &Sheet, text: &Spanned<String>) -> Option<SocketAddr> {
    let printer = address(text.get_ref());
    if printer.is_none() {
        let problem = format!("{:?} is no printer within an office's own network", text.get_ref());
        let mend = "write its private address, such as 192.168.1.40 or 192.168.1.40:9100";
        reader.fault(&sheet.at(text.span(), "office.kiosk.printer"), problem, mend);
    }
    printer
}

/// Nothing but an address within the office, so that no mistake sends tickets, and what they open, across the world.
fn address(text: &str) -> Option<SocketAddr> {
    let with_port = || text.parse::<IpAddr>().ok().map(|ip| SocketAddr::new(ip, PRINTER_PORT));
    text.parse().ok().or_else(with_port).filter(|at| is_near(at.ip()) && at.port() != 0)
}

fn is_near(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn printers_stand_within_the_office() {
        for (text, read) in [
            ("192.168.1.40", Some("192.168.1.40:9100")),
            ("10.0.0.7:9101", Some("10.0.0.7:9101")),
            ("127.0.0.1:4000", Some("127.0.0.1:4000")),
            ("fd00::5", Some("[fd00::5]:9100")),
            ("[::1]:9100", Some("[::1]:9100")),
            ("8.8.8.8", None),
            ("172.32.0.1:9100", None),
            ("[2001:db8::1]:9100", None),
            ("0.0.0.0:9100", None),
            ("[::ffff:8.8.8.8]:9100", None),
            ("169.254.1.9", Some("169.254.1.9:9100")),
            ("192.168.1.40:0", None),
            ("printer.example", None),
            ("", None),
        ] {
            assert_eq!(address(text).map(|at| at.to_string()).as_deref(), read, "{text}");
        }
    }
}
