# A counter: who is there, what can be done with them, and who waits.
counter-title = Counter
counter-choose = Choose your counter
counter-choose-text = Whoever is next is called to where you sit.
counter-none = You receive no visitors at any office.
counter-sit = Sit here
counter-taken = { $name } sits here
counter-leave = Leave the counter
counter-nobody = No one is at your counter
counter-next = Next
counter-next-calls = Calls whoever is next. The space bar does it too.
counter-next-ends = Ends this visit and calls whoever is next. The space bar does it too.
counter-here = At your counter
counter-for = Came for
counter-waited = Waited
counter-speaks = Speaks
counter-first = Goes first because
counter-like-everybody = Waits like everyone
counter-undo = Take that back
counter-begin = They are here
counter-again = Call again
counter-no-show = They did not come
counter-park = Set aside
counter-back = Back into the line
counter-pass-on = Pass on
counter-pass-to = To whom
counter-to-line = Whoever is next for
counter-to-counter = A counter
counter-to-officer = A colleague
counter-also = Something else too
counter-also-button = Add
counter-finish = Finish
counter-outcome = What came of it
counter-outcome-none = It was done
counter-line = In the line
counter-line-none = No one waits.
counter-waiting = Waiting
counter-longest = Longest wait
counter-late = longer than we promised
counter-soon = soon too long
counter-parked = You set aside
counter-call = Call
counter-change = Change
counter-let-in = Give a ticket
counter-given = Ticket { $ticket } is in the line.
counter-why-health = They cannot wait for long
counter-why-disability = A disability
counter-why-infant = With a baby, or expecting one
counter-why-our-mistake = We made a mistake
counter-why-danger = Someone is in danger
counter-called = { $count ->
    [one] Called once
   *[other] Called { $count } times
  }
counter-more = { $count ->
    [one] { $count } more waits.
   *[other] { $count } more wait.
  }
