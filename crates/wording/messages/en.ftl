### Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
date = { $weekday } { $day } { $month } { $year }
date-time = { $date }, { $time }

### Notices that the house writes to customers

notice-received = We have your request { $reference } about { $service }. We promise to be done by { $due }.
notice-received-no-promise = We have your request { $reference } about { $service }.
notice-resolved = Your request { $reference } is closed: { $outcome }.
notice-resolved-for-reporter = The problem that you reported under { $reference } was reported by others too and is closed: { $outcome }.
notice-joined = Your report { $reference } is about the same thing as an earlier one, { $other }. You will be told how that one ends.
notice-reopened = Your request { $reference } is open again. We promise to be done by { $due }.
notice-reopened-no-promise = Your request { $reference } is open again.
notice-passed-on = Your request { $reference } is now with { $agency }. The promised date stays.
notice-feedback = How did it go? Tell us on a scale from 1 (bad) to 5 (good), with a few words if you like.
notice-late = We are late with your request { $reference }. It was promised by { $due } and is still being worked on.

### Timeline sentences, one a kind of event

event-opened = The request came in
event-assigned = { $name } took the case
event-unassigned = The case went back to its queue
event-noted = An officer wrote a note
event-replied = An officer answered
event-heard = The customer wrote
event-wait-started = The customer was asked something; the clock stands still
event-wait-ended = The clock runs again
event-transfer-asked = { $name } was asked to take over
event-transfer-accepted = { $name } took over
event-transfer-returned = The case was sent back
event-task-asked = { $name } was asked to do a part
event-task-answered = { $name } answered about its part
event-marked-duplicate = An earlier request speaks for this one
event-joined = Another report of the same thing joined
event-resolved = The case was closed
event-reopened = The case was opened again
event-withdrawn = The customer took it back
event-promise-missed = The promised time was missed
event-told = The customer was told
event-feedback-invited = The customer was asked how it went
event-rated = The customer said how it went
event-looked = The record was looked at
event-token-created = A token was made
event-token-revoked = A token was withdrawn
event-job-replayed = Failed work was tried again
