# Merging, parents, corrections, approvals.
your-merged = We go on with this under another request of yours
your-unmerged = This is a request of its own again
your-took-in = Another request of yours goes on here
your-gave-back = Your other request is on its own again
your-split-off = We made a request of its own from what you wrote
your-answers-corrected = We put an answer of yours right
your-place-corrected = We put the place right
your-service-corrected = We put right what it is about: { $name }
your-offered = We offer you: { $name }
mail-merged = We go on with your request { $reference } under another one
mail-unmerged = Your request { $reference } is on its own again
mail-service-corrected = We put your request { $reference } right
standing-merged = We go on with this under { $name }.
your-extended = We agreed with you on more time: now { $date }
event-extended = More time was agreed: { $name }. Now due on { $date }
promised-agreed = We agreed with you to be done by { $date }. We first promised { $before }.
desk-agreed = agreed; we first promised { $date }
desk-approvals = To decide
desk-approvals-link = { $count ->
    [0] To decide
   *[other] To decide ({ $count })
}
desk-approvals-none = Nothing waits for you.
desk-approvals-case = Asked of a superior
desk-approval-asks = { $name } asks for: { $what }
desk-approval-outcome = Close it as “{ $name }”
desk-approval-due = { $name } has until { $date } to answer: { $time } left.
desk-approval-late = { $name } had until { $date } to answer: { $time } late.
desk-approval-asked = { $name } was asked. Nobody is above them.
desk-approval-approved = Yes, on { $date }.
desk-approval-refused = No, on { $date }.
desk-approval-message = What the customer will read:
desk-approval-answer = The answer:
desk-approval-yes = Yes, do it
desk-approval-no = No
desk-pressing = Brought to you
desk-pressing-since = since { $date }
desk-pressing-about-to-break = The promise is about to break,
desk-pressing-broken = The promise was not kept,
desk-pressing-reply-about-to-break = The first reply is about to be late,
desk-pressing-reply-broken = The first reply is late,
desk-pressing-not-answered = Nobody answered in time,
desk-acts-offer = What you may offer
desk-acts-hand-on = Hand on, or ask others
desk-acts-right = Put right
desk-acts-together = Join or split cases
desk-act-waking = Work on it again
desk-act-waking-button = Work on it again
desk-act-rest = Let it rest until a date
desk-act-rest-button = Let it rest
desk-act-rest-says = The clock runs on. It comes back on that day, or when the customer writes.
desk-act-until = Until when
desk-act-offer = Offer
desk-act-offer-button = Offer it
desk-act-amount = How much ({ $unit })
desk-act-unit-days = work days
desk-act-message = What the customer reads
desk-act-superior-why = Why? Your superior reads this, the customer does not.
desk-act-ask = Ask { $name }
desk-act-answered-by = If you ask now, { $name } has until { $date } to answer.
desk-act-limit-none = You may not decide this alone.
desk-act-limit-alone = You may decide this alone.
desk-act-limit = Alone you may go up to { $amount }.
desk-act-offered = Offered on { $date }: { $what }
desk-act-then = And then
desk-act-stays-open = Leave the case open
desk-act-outcome-approval = Close it with a second person
desk-act-outcome-approval-button = Ask
desk-act-answers = Put answers right
desk-act-answers-button = Put right
desk-act-place = Put the place right
desk-act-place-button = Put right
desk-act-service = It is about something else
desk-act-service-button = Put right
desk-act-service-is = What it is about
desk-act-merge = Merge with another case
desk-act-merge-button = Merge
desk-act-unmerge = Take it out again
desk-act-unmerge-button = Make it a case of its own again
desk-act-split = Split messages off
desk-act-split-button = Make a new case
desk-act-parent = Answer it with a parent case
desk-act-parent-button = Put it under that case
desk-act-parent-of = Number of the parent case
desk-act-parent-says = What is said in the parent case is said here too, once. It ends with it.
desk-act-leaving = Answer it on its own
desk-act-leaving-button = Answer it on its own again
desk-act-agencies = Agencies. Each gets a task of its own.
desk-family = Belongs with
desk-family-goes-on = It goes on as:
desk-family-parent = It is answered with:
desk-family-merged = This case goes on for:
desk-family-split = Split off from it:
desk-family-about = It comes from, or is about:
desk-family-children = { $count ->
    [one] One case is answered with this one.
   *[other] { $count } cases are answered with this one.
} { $open ->
    [0] None is open.
    [one] One is open.
   *[other] { $open } are open.
}
desk-family-list = Show them
desk-to-children = { $count ->
    [one] One more case gets the same words.
   *[other] { $count } more cases get the same words.
}
desk-transfers = Asked to take it over
desk-transfer-asked = was asked, no answer yet
desk-transfer-accepted = took it over on { $date }
desk-case-rests = It rests until { $date }. The clock runs.
desk-changes = What was put right
desk-change-by = { $name }, { $date }
desk-change-place = Place
desk-change-service = What it is about
desk-change-before = before:
desk-change-after = now:
desk-back-to-case = Back to
desk-merge-says = One of the two goes on, and the other one leads to it. The customer is told once. You can take it back while nothing depends on it.
desk-merge-other = Number of the other case
desk-merge-look = Show both
desk-merge-unknown = You see no other case with this number.
desk-merge-opened = Opened on { $date }
desk-merge-due = Due on { $date }
desk-merge-keep = Let both go on as
desk-split-says = What you choose becomes a case of its own. Its promise counts from when the first message came. Merge the two to take it back.
desk-split-none = The customer wrote no other message.
desk-split-which = Which messages are about something else?
desk-split-service = What do they ask for?
