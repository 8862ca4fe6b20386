//! Devices of an office that nobody signs in at: only the hashes of their tokens are kept.

use crate::{Broke, Row, Tx, params};
use jiff::Timestamp;
use terms::{DeviceId, DeviceKind, OfficeCode};

/// What is known of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its id.
    pub id: DeviceId,
    /// What it is for.
    pub kind: DeviceKind,
    /// Where it stands.
    pub office: OfficeCode,
    /// By which those who look after it know it.
    pub name: String,
    /// Of a kiosk: which of its office, from 1.
    pub kiosk_number: Option<u32>,
    /// SHA-256 of its token's text, in hexadecimal.
    pub hash: String,
    /// Since when.
    pub added_at: Timestamp,
    /// When it showed itself last, to a few minutes.
    pub seen_at: Option<Timestamp>,
    /// When it was switched off for good.
    pub revoked_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, kind, office, name, kiosk_number, hash, added_at, seen_at, revoked_at";

/// Saves a device. Where another kiosk was given the same number at the same instant, it is tried again.
pub fn insert(tx: &mut Tx<'_>, device: &Device) -> Result<(), Broke> {
    let kept = tx.execute(
        "insert into devices (id, kind, office, name, kiosk_number, hash, added_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        params![
            device.id,
            device.kind,
            &device.office,
            &device.name,
            device.kiosk_number,
            &device.hash,
            device.added_at,
        ],
    )?;
    if kept == 1 { Ok(()) } else { Err(tx.contend()) }
}

/// The device with a hash.
pub fn by_hash(tx: &mut Tx<'_>, hash: &str) -> Result<Option<Device>, Broke> {
    tx.first(&format!("select {COLUMNS} from devices where hash = $1"), params![hash], device)
}

/// A device.
pub fn by_id(tx: &mut Tx<'_>, id: DeviceId) -> Result<Option<Device>, Broke> {
    tx.first(&format!("select {COLUMNS} from devices where id = $1"), params![id], device)
}

/// All devices, the newest first.
pub fn all(tx: &mut Tx<'_>, limit: u32) -> Result<Vec<Device>, Broke> {
    tx.all(&format!("select {COLUMNS} from devices order by added_at desc, coalesce(kiosk_number, 0) desc, id desc limit $1"), params![limit], device)
}

/// How many devices of an office are in use.
pub fn in_use(tx: &mut Tx<'_>, office: &OfficeCode) -> Result<i64, Broke> {
    let sql = "select count(*) from devices where office = $1 and revoked_at is null";
    Ok(tx.first(sql, params![office], |row| row.take())?.unwrap_or(0))
}

/// The last number that a kiosk of an office was given, also of those that are gone; 0 where there was none.
pub fn last_kiosk(tx: &mut Tx<'_>, office: &OfficeCode) -> Result<u32, Broke> {
    let sql = "select kiosk_number from devices where office = $1 and kiosk_number is not null \
               order by kiosk_number desc limit 1";
    Ok(tx.first(sql, params![office], |row| row.take())?.unwrap_or(0))
}

/// Notes that a device showed itself.
pub fn seen(tx: &mut Tx<'_>, id: DeviceId, at: Timestamp) -> Result<(), Broke> {
    tx.execute("update devices set seen_at = $2 where id = $1", params![id, at]).map(drop)
}

/// Switches a device off; whether it was on.
pub fn revoke(tx: &mut Tx<'_>, id: DeviceId, at: Timestamp) -> Result<bool, Broke> {
    let sql = "update devices set revoked_at = $2 where id = $1 and revoked_at is null";
    Ok(tx.execute(sql, params![id, at])? == 1)
}

fn device(row: &mut Row<'_>) -> Result<Device, Broke> {
    Ok(Device {
        id: row.parse()?,
        kind: row.parse()?,
        office: row.take()?,
        name: row.take()?,
        kiosk_number: row.take()?,
        hash: row.take()?,
        added_at: row.take()?,
        seen_at: row.take()?,
        revoked_at: row.take()?,
    })
}
