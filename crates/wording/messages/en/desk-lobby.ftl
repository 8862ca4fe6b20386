# The lobby as whoever leads it sees it.
lobby-title = Waiting room
lobby-of = Waiting room: { $office }
lobby-none = You lead no waiting room. Ask your supervisor.
lobby-offices = Offices
lobby-as-of = As of { $time }
lobby-live = Refresh by itself
lobby-still = Stop refreshing
lobby-not-sure = Tick that everyone is to leave. Nothing was changed.
desk-not-done = Not done
desk-titled = { $first }: { $title }
desk-room-lost = No connection. What you see here may be out of date.
lobby-figures = How it goes
lobby-fine = As it should be
lobby-near = Nearly missed
lobby-missed = Missed
lobby-unknown = Not known yet
lobby-waiting = Waiting now
lobby-over-target = Target: no one
lobby-longest = Longest wait
lobby-at-most = Target: at most { $what }
lobby-at-least = Target: at least { $what }
lobby-in-time = Called in time today
lobby-gone = Gave up or missed the call
lobby-ahead = Will wait too long, next 30 minutes
lobby-cannot-say = We can't say now
lobby-counters = Counters
lobby-what-if = With { $counter } open too, waits that get too long: { $half } in 30 minutes, { $hour } in 60 minutes.
lobby-what-if-same = Opening { $counter } too would not help in the next hour.
lobby-too-long = Too long
lobby-takes-in = New tickets
lobby-closed = Closed for today
lobby-close = Close
lobby-open = Open
lobby-no-counter = No one sits at a counter.
lobby-with = With
lobby-since = For
lobby-free = Free this counter
lobby-day = Today, hour by hour
lobby-day-none = No one has come today.
lobby-hour = From
lobby-expected = Expected
lobby-came = Came
lobby-counters-needed = Counters needed
lobby-counters-called = Counters that called
lobby-tell = Tell everyone who waits
lobby-tell-what = What they are told, in their own language
lobby-tell-minutes = For how many minutes
lobby-tell-button = Tell them
lobby-told = Everyone is told until { $time }: { $said }
lobby-unannounce = Tell it no longer
lobby-tell-delay = It takes longer than usual today. We are sorry.
lobby-tell-systems-down = Our computers are not working. Your place is kept.
lobby-tell-few-counters = Fewer counters are open today. We are sorry for the wait.
lobby-tell-closing-early = We close earlier today. We will call as many as we can.
lobby-emergency = Close the office now
lobby-emergency-text = Every visit ends, no one can join, and all screens ask people to leave. Whoever booked for today is told by mail.
lobby-emergency-sure = Yes, everyone is to leave
lobby-emergency-since = The office has been closed since { $time }.
lobby-open-again = Let people in again
counter-rest = Take a break
counter-rest-minutes = For how many minutes
counter-rest-button = Begin the break
counter-return = I am back
lobby-over = { $count ->
    [one] { $count } longer than promised
   *[other] { $count } longer than promised
  }
lobby-called = { $count ->
    [one] of { $count } call
   *[other] of { $count } calls
  }
lobby-gone-more = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
lobby-ahead-hour = { $count ->
    [one] { $count } in the next 60 minutes
   *[other] { $count } in the next 60 minutes
  }
lobby-resting = { $count ->
    [one] { $count } on a break or away
   *[other] { $count } on a break or away
  }
lobby-needed = { $count ->
    [one] Needed now: { $count }
   *[other] Needed now: { $count }
  }
lobby-tell-most = { $count ->
    [one] { $count } minute at most
   *[other] { $count } minutes at most
  }
lobby-ticket = { $count ->
    [one] minute: ticket { $ticket }
   *[other] minutes: ticket { $ticket }
  }
lobby-printers = Printers of the kiosks
lobby-printer = Kiosk { $number }
lobby-printer-fine = It prints.
lobby-printer-gone = It has not printed since { $time }.
lobby-printer-last = Last ticket: { $time }
lobby-printer-never = It has not printed a ticket yet.
lobby-printer-mend = Look at its paper, its power and its cable. Tickets stay on the screen meanwhile. If that does not help, tell whoever looks after the installation.
