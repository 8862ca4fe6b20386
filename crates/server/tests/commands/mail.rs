//! Mail: it leaves once, it is tried again when that may help, and a house that dies forgets none of it.

use crate::mail_server::{Mail, MailServer};
use crate::program::Program;
use crate::server::{Server, key};
use jiff::{SignedDuration, Timestamp};
use mail_parser::MessageParser;
use policy::Policy;
use records::outbox::{self, Message};
use records::{Address, Broke, Db, jobs};
use std::thread::sleep;
use std::time::Duration;
use terms::{MessageState, Principal, Purpose};
use testkit::TestDatabase;

const FROM: &str = "Service Desk <desk@311.example.org>";
/// Somebody who would like to write a header of their own.
const MAE: &str = "&email=mae@example.org&first_name=Mae%0D%0ABcc:%20all@example.org&last_name=Lee\
&description=Buy%20pills%0D%0AReply-To:%20evil@example.org";

fn serve(program: &Program, mail: &MailServer) -> Server {
    let smtp = format!("smtp://{}", mail.address);
    Server::start_with(program, &["--smtp", &smtp, "--mail-from", FROM])
}

/// What a house knows of its messages and jobs.
fn known(address: &Address) -> (Vec<Message>, Vec<jobs::Job>) {
    let scope = Policy::read().unwrap().record_scope(&Principal::house(), Purpose::Operation);
    let db = Db::open(address).unwrap();
    let found: Result<_, Broke> = db.read_now(move |tx| {
        let jobs = ["ready", "running", "dead"].map(|state| jobs::in_state(tx, state, 10));
        let jobs = jobs.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
        Ok((outbox::latest(tx, &scope, 10)?, jobs))
    });
    db.close();
    found.unwrap()
}

/// Waits until the one message is in a state.
#[track_caller]
fn until(address: &Address, state: MessageState) -> Message {
    for _ in 0..400 {
        let (mut messages, _) = known(address);
        if messages.len() == 1 && messages[0].state == state {
            return messages.remove(0);
        }
        sleep(Duration::from_millis(50));
    }
    panic!("{:?}", known(address));
}

fn id(mail: &Mail) -> String {
    MessageParser::default().parse(&mail.text).unwrap().message_id().unwrap().to_owned()
}

#[test]
fn a_report_is_acknowledged_by_mail_once_and_repeats_nothing_of_it() {
    for database in TestDatabase::each() {
        let (program, mail) = (Program::on(&database.address), MailServer::start("127.0.0.1"));
        let key = key(&program, &[]);
        let server = serve(&program, &mail);
        assert!(server.report_with(&key, MAE).starts_with("HTTP/1.1 201"));
        mail.until("it is taken", |mail| mail.mails().iter().any(|mail| mail.taken));
        let message = until(&database.address, MessageState::Sent);
        sleep(Duration::from_millis(800));
        let [sent] = mail.mails().try_into().unwrap();
        assert_eq!(sent.from, "MAIL FROM:<desk@311.example.org>");
        assert_eq!(sent.to, "RCPT TO:<mae@example.org>");
        let parsed = MessageParser::default().parse(&sent.text).unwrap();
        for header in
            ["Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "Content-Language: en"]
        {
            assert!(sent.text.contains(&format!("\r\n{header}\r\n")), "{header}");
        }
        assert_eq!(parsed.message_id(), Some(format!("{}@311.example.org", message.id).as_str()));
        assert_eq!(parsed.date().unwrap().to_timestamp(), message.created_at.as_second());
        assert!(parsed.subject().unwrap().starts_with("We have your request "), "{}", sent.text);
        assert_eq!(parsed.to().unwrap().first().unwrap().address(), Some("mae@example.org"));
        let all = format!("{}{}", sent.text, parsed.body_text(0).unwrap()).to_lowercase();
        // Identifiers are hexadecimal: one of them may well contain "bcc".
        for words in ["pills", "evil@", "bcc:"] {
            assert!(!all.contains(words), "{all}");
        }
        assert!(!parsed.body_text(0).unwrap().contains("Mae"), "{all}");
        let doctor = program.run(&["doctor"]).out;
        assert!(doctor.contains("messages: 1 sent") && doctor.contains("0 jobs wait"), "{doctor}");
        // The second message goes over the same connection.
        server.report_with(&key, MAE);
        mail.until("the second is taken", |mail| mail.mails().len() == 2);
        assert_eq!(mail.heard("EHLO"), 1);
    }
}

#[test]
fn what_is_refused_for_now_is_tried_again_as_the_same_message() {
    for database in TestDatabase::each() {
        let (program, mail) = (Program::on(&database.address), MailServer::start("127.0.0.1"));
        mail.says("RCPT", "451 4.7.1 greylisted, come again");
        mail.says(".", "452 4.3.1 no room");
        let key = key(&program, &[]);
        let server = serve(&program, &mail);
        server.report_with(&key, MAE);
        mail.until("it is taken", |mail| mail.mails().iter().any(|mail| mail.taken));
        let message = until(&database.address, MessageState::Sent);
        let mails = mail.mails();
        assert_eq!((mails.len(), mail.heard("RCPT")), (2, 3), "twice to the end, once not");
        assert_eq!(mails[0].text, mails[1].text, "each time the same");
        assert!(id(&mails[0]).starts_with(&message.id.to_string()));
        assert_eq!(message.error, None);
    }
}

#[test]
fn what_is_refused_for_good_is_given_up_and_what_concerns_us_is_not() {
    for database in TestDatabase::each() {
        let (program, mail) = (Program::on(&database.address), MailServer::start("127.0.0.1"));
        mail.says("MAIL", "530 5.7.0 authentication required");
        mail.says("RCPT", "550 5.1.1 <mae@example.org>: nobody of this name");
        let key = key(&program, &[]);
        let server = serve(&program, &mail);
        server.report_with(&key, MAE);
        let message = until(&database.address, MessageState::Failed);
        let error = message.error.unwrap();
        assert!(error.contains("550") && !error.contains("mae@"), "{error}");
        assert_eq!((mail.heard("MAIL"), mail.heard("RCPT"), mail.mails().len()), (2, 1, 0));
        assert_eq!(known(&database.address).1, [], "nothing is left to do");
    }
}

#[test]
fn a_house_that_is_killed_before_it_delivers_delivers_afterwards() {
    for database in TestDatabase::each() {
        let (program, mail) = (Program::on(&database.address), MailServer::start("127.0.0.1"));
        (0..20).for_each(|_| mail.says("RCPT", "451 later"));
        let key = key(&program, &[]);
        let mut server = serve(&program, &mail);
        server.report_with(&key, MAE);
        mail.until("it was tried", |mail| mail.heard("RCPT") == 2);
        // The pause before the third try is long enough to die in.
        for _ in 0..100 {
            if known(&database.address).1.iter().all(|job| job.state == "ready") {
                break;
            }
            sleep(Duration::from_millis(10));
        }
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        assert_eq!(known(&database.address).0[0].state, MessageState::Waiting);
        mail.is_well();
        let server = serve(&program, &mail);
        until(&database.address, MessageState::Sent);
        assert_eq!(mail.mails().len(), 1);
        drop(server);
        assert!(program.run(&["verify"]).well().out.ends_with("sound\n"));
    }
}

#[test]
fn a_house_that_is_killed_while_it_delivers_sends_the_same_message_again() {
    for database in TestDatabase::each() {
        let (program, mail) = (Program::on(&database.address), MailServer::start("127.0.0.1"));
        mail.says(".", "");
        let key = key(&program, &[]);
        let mut server = serve(&program, &mail);
        server.report_with(&key, MAE);
        mail.until("it has arrived, and nobody said so", |mail| mail.mails().len() == 1);
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        // Its job was somebody's who is gone; nobody waits the two minutes of its lease.
        let db = Db::open(&database.address).unwrap();
        let [job] = known(&database.address).1.try_into().unwrap();
        assert_eq!((job.kind.as_str(), job.state.as_str()), ("deliver", "running"));
        let later: Timestamp = job.run_at.checked_add(SignedDuration::from_secs(1)).unwrap();
        let released: Result<u64, Broke> = db.write_now(move |tx| jobs::release_abandoned(tx, later));
        assert_eq!(released.unwrap(), 1);
        let put_forward: Result<(), Broke> =
            db.write_now(move |tx| jobs::failed(tx, job.id, "ready", job.created_at, "the runner is gone"));
        put_forward.unwrap();
        db.close();
        let server = serve(&program, &mail);
        until(&database.address, MessageState::Sent);
        let mails = mail.mails();
        assert_eq!(mails.len(), 2);
        assert_eq!(id(&mails[0]), id(&mails[1]), "whoever got both knows that they are one");
        drop(server);
    }
}

#[test]
fn without_a_mail_server_messages_wait_until_there_is_one() {
    for database in TestDatabase::each() {
        let (program, mail) = (Program::on(&database.address), MailServer::start("127.0.0.1"));
        let key = key(&program, &[]);
        let server = Server::start(&program);
        server.report_with(&key, MAE);
        until(&database.address, MessageState::Waiting);
        drop(server);
        assert!(program.run(&["verify"]).well().out.ends_with("sound\n"));
        let server = serve(&program, &mail);
        until(&database.address, MessageState::Sent);
        drop(server);
    }
}

#[test]
fn nothing_leaves_the_machine_unencrypted_and_the_command_line_says_what_is_wrong() {
    let database = TestDatabase::sqlite();
    let (program, mail) = (Program::on(&database.address), MailServer::start("127.0.0.2"));
    let key = key(&program, &[]);
    // Not the address that means this machine, so the server has to offer encryption; it does not.
    let server = serve(&program, &mail);
    server.report_with(&key, MAE);
    mail.until("it was asked", |mail| mail.heard("EHLO") > 0);
    let waiting = until(&database.address, MessageState::Waiting);
    sleep(Duration::from_millis(300));
    assert_eq!((mail.heard("MAIL"), waiting.to.as_str()), (0, "mae@example.org"));
    drop(server);
    let said = program.run(&["serve", "--smtp", "smtp://127.0.0.1"]).ill(2).err;
    assert!(said.contains("--mail-from"), "{said}");
    let said = program.run(&["serve", "--smtp", "smpt://desk:geheim@mail", "--mail-from", FROM]).ill(1).err;
    assert!(said.contains("smtps://USER:PASSWORD@HOST") && !said.contains("geheim"), "{said}");
    let said = program.run(&["serve", "--smtp", "smtp://127.0.0.1", "--mail-from", "desk"]).ill(2).err;
    assert!(said.contains("desk@example.org"), "{said}");
}
