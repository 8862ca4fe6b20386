//! A server under test, and a key to its Open311 door.

use crate::program::Program;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

/// A server on a free port, killed when it is dropped.
pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) port: u16,
}

impl Server {
    pub(crate) fn start(program: &Program) -> Self {
        Self::start_with(program, &[])
    }

    /// One with more to its command line.
    pub(crate) fn start_with(program: &Program, more: &[&str]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let listen = format!("127.0.0.1:{port}");
        let child = program.start(&[&["serve", "--listen", &listen], more].concat());
        let server = Self { child, port };
        for _ in 0..600 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok()
                && server.get("/readyz").starts_with("HTTP/1.1 200")
            {
                return server;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("the server does not open");
    }

    pub(crate) fn get(&self, path: &str) -> String {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"))
    }

    pub(crate) fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    pub(crate) fn report(&self, key: &str) -> String {
        self.report_with(key, "")
    }

    /// Reports a dark street light, with more fields.
    pub(crate) fn report_with(&self, key: &str, more: &str) -> String {
        let body = format!("api_key={key}&service_code=street-light-outages&lat=42.32&long=-71.08{more}");
        let head = format!(
            "POST /open311/v2/requests.json HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        self.send(&(head + &body))
    }

    pub(crate) fn terminate(&self) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn key(program: &Program, more: &[&str]) -> String {
    let arguments = [&["token", "create", "--open311", "--name", "app"], more].concat();
    program.run(&arguments).well().out.lines().last().unwrap().to_owned()
}
