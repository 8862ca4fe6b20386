//! Devices: screens and kiosks of an office, set up once, known by a token, and switched off at once.

use crate::city::Office;
use crate::replay::hex;
use crate::tokens::house_event;
use crate::{Act, Refusal, Verb};
use jiff::SignedDuration;
use policy::{Action, Resource};
use records::{Tx, devices};
use std::fmt::Write;
use terms::{DeviceId, DeviceKind, Happening, OfficeCode};

pub use records::devices::Device;

/// What every token of a device begins with, so that one that leaked is recognised.
const PREFIX: &str = "rdv_";
/// Devices of an office that are in use.
const MOST_IN_USE: i64 = 200;
/// Devices that are listed.
const MOST_LISTED: u32 = 10_000;
/// How often it is noted that a device is still there.
const NOTED: SignedDuration = SignedDuration::from_mins(5);

/// What a device is to be.
#[derive(Debug, Clone)]
pub struct NewDevice {
    /// What it is for.
    pub kind: DeviceKind,
    /// Where it stands.
    pub office: OfficeCode,
    /// By which those who look after it know it.
    pub name: String,
}

/// Sets a device up; the text of its token is told this once and kept nowhere.
pub fn add(tx: &mut Tx<'_>, act: &Act, new: &NewDevice) -> Verb<(Device, String)> {
    office(act, &new.office).ok_or(Refusal::NotFound("office"))?;
    must_manage(act, &new.office)?;
    let name = new.name.trim();
    if name.is_empty() || name.len() > 200 {
        return Err(Refusal::invalid("name", "give it a name of up to 200 characters, to know it again"));
    }
    if devices::in_use(tx, &new.office)? >= MOST_IN_USE {
        let words = format!("an office has at most {MOST_IN_USE} devices; switch off those that are gone");
        return Err(Refusal::conflict(words));
    }
    let text = act.chance.bytes::<24>().iter().fold(PREFIX.to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let device = Device {
        id: DeviceId::new(act.at, &act.chance),
        kind: new.kind,
        office: new.office.clone(),
        name: name.to_owned(),
        kiosk_number: match new.kind {
            DeviceKind::Kiosk => Some(devices::last_kiosk(tx, &new.office)? + 1),
            DeviceKind::Board => None,
        },
        hash: hex(text.as_bytes()),
        added_at: act.at,
        seen_at: None,
        revoked_at: None,
    };
    devices::insert(tx, &device)?;
    house_event(
        tx,
        act,
        Happening::DeviceChanged { device: device.id, office: new.office.clone(), on: true },
    )?;
    Ok((device, text))
}

/// Switches a device off for good.
pub fn revoke(tx: &mut Tx<'_>, act: &Act, id: DeviceId) -> Verb<()> {
    let device = devices::by_id(tx, id)?.ok_or(Refusal::NotFound("device"))?;
    must_manage(act, &device.office)?;
    if !devices::revoke(tx, id, act.at)? {
        return Err(Refusal::conflict("this device is switched off already"));
    }
    house_event(tx, act, Happening::DeviceChanged { device: id, office: device.office, on: false })
}

/// The devices of the offices that whoever acts looks after, the newest first, without their tokens.
pub fn list(tx: &mut Tx<'_>, act: &Act) -> Verb<Vec<Device>> {
    let all = devices::all(tx, MOST_LISTED)?;
    Ok(all.into_iter().filter(|device| may_manage(act, &device.office)).collect())
}

/// The device that a token's text stands for; none when it is unknown or switched off, and when the city no longer has
/// its office.
pub fn device(tx: &mut Tx<'_>, act: &Act, text: &str) -> Verb<Option<Device>> {
    let device = devices::by_hash(tx, &hex(text.as_bytes()))?;
    Ok(device.filter(|device| device.revoked_at.is_none() && office(act, &device.office).is_some()))
}

/// Whether it is time to note that a device is still there.
pub fn is_to_be_noted(act: &Act, device: &Device) -> bool {
    device.seen_at.is_none_or(|at| at < act.ago(NOTED))
}

/// Notes that a device is still there.
pub fn seen(tx: &mut Tx<'_>, act: &Act, id: DeviceId) -> Verb<()> {
    Ok(devices::seen(tx, id, act.at)?)
}

fn office<'a>(act: &'a Act, code: &OfficeCode) -> Option<&'a Office> {
    act.city().offices.get(code)
}

/// A device of an office that is gone is everybody's who looks after all of them.
fn resource(act: &Act, code: &OfficeCode) -> Resource {
    let office = office(act, code);
    let agency = office.map_or_else(|| terms::AgencyCode::new(""), |office| office.agency.clone());
    Resource::Office { agency, own: act.who.office.as_ref() == Some(code) }
}

fn may_manage(act: &Act, code: &OfficeCode) -> bool {
    act.may(Action::ManageDevices, resource(act, code))
}

fn must_manage(act: &Act, code: &OfficeCode) -> Verb<()> {
    act.must(Action::ManageDevices, resource(act, code))
}
