# The desk: signing in, and what is around every page of it.
desk-sign-in = Sign in
desk-sign-in-demo = Pick somebody to be. This is a demonstration.
desk-sign-in-others = Others who work here
desk-sign-out = Sign out
desk-sections = Where to go
desk-inbox = Inbox
desk-signed-in = Signed in as { $name }
role-clerk = Clerk
role-specialist = Specialist
role-supervisor = Supervisor
role-analyst = Analyst
role-administrator = Administrator
role-contact-centre = Contact centre
desk-code = Your officer code
desk-password-word = Password
desk-sign-in-wrong = The code or the password is wrong. Try again.
desk-sign-in-help = No password, or lost it? Ask those who run this desk for a new one.
desk-sign-in-as = Go on as { $name }
desk-sign-in-unknown = You came in, but no officer here has your name. Ask those who run this desk.
desk-slow-seconds = Too many tries. Wait { $count ->
    [one] { $count } second
   *[other] { $count } seconds
  }, then try again.
desk-slow-minutes = Too many tries. Wait { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }, then try again.
desk-password = Change your password
desk-password-lead = You will be signed out of all other browsers.
desk-password-current = Your password now
desk-password-new = New password
desk-password-again = New password again
desk-password-hint = Use { $count } or more characters. A few words in a row are good.
desk-password-change = Change password
desk-password-short = The new password is too short. Use { $count } or more characters.
desk-password-long = The new password is too long. Use at most { $count } characters.
desk-password-name = The new password is your own name. Use other words.
desk-password-no-text = The new password holds signs that no one can type. Leave them out.
desk-password-differs = This is not the same as the new password. Type it again.
desk-password-same = This is the password you have now. Choose a new one.
desk-password-wrong = This is not your password. Try again.
desk-sessions = Where you are signed in
desk-session-browser = Browser
desk-session-since = Since
desk-session-seen = Last used
desk-session-here = This one
desk-session-end = End
desk-sessions-end-others = End all others
desk-sessions-colleagues = Colleagues who are signed in
desk-colleague = Colleague
desk-sessions-count = { $count ->
    [one] { $count } browser
   *[other] { $count } browsers
  }
desk-browser-unknown = Unknown browser
desk-status-serving = With a customer
desk-status-available = Free
desk-status-break = On a break
desk-status-away = Away
desk-shift-none = No shift
desk-break-until = Break until { $time }
desk-break-over = Break was over at { $time }
desk-shift = Your shift
desk-shift-status = How are you now?
desk-shift-minutes = How long is your break?
desk-shift-channels = How do you serve?
desk-shift-languages = In which languages?
desk-shift-begin = Begin the shift
desk-shift-change = Save
desk-shift-end = End the shift
desk-shift-no-status = Choose how you are now.
desk-shift-no-minutes = Choose how long your break is.
desk-shift-no-channels = Choose at least one way to serve.
desk-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
desk-notes-left = Left by your team
desk-note-left = { $name }, { $time }
desk-shift-note = Note for who comes next
desk-shift-note-hint = Your team sees this when they begin. Customers never do.
desk-note-wrong = This note is too long, or holds signs that no one can type.
desk-hand-over = Hand over your open cases
desk-hand-nothing = You have no open case.
desk-hand-to = Where does it go?
desk-hand-keep = I keep it
desk-hand-queue = Back to the queue
desk-hand-words = Note for your team
desk-hand-not-to = This colleague may not work on this case. Choose someone else.
event-signed-in = An officer signed in
event-sign-in-failed = A sign-in failed
event-signed-out = An officer was signed out
event-password-set = An officer has a new password
event-shift-begun = A shift began
event-shift-ended = A shift ended
event-visited = Something happened to a visit
event-counter-changed = A counter was opened or left
event-lobby-changed = A supervisor changed something for everyone who waits
event-booked = A time at an office was booked or changed
event-device-changed = A screen or kiosk was set up or switched off
event-presence-changed = An officer said whether they are there
