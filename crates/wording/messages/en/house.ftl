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
notice-resolved-for-reporter = The problem that you reported under { $reference } is closed: { $outcome }. Others had reported it too.
notice-joined = Your report { $reference } is about the same thing as an earlier one, { $other }. You will be told how that one ends.
notice-merged = Your request { $reference } is about the same thing as your request { $other }. We go on with { $other }.
notice-unmerged = Your request { $reference } is a request of its own again.
notice-service-corrected = We put your request { $reference } right: it is about { $service }. We promise to be done by { $due }.
notice-service-corrected-no-promise = We put your request { $reference } right: it is about { $service }.
notice-promised-later = We put your request { $reference } right: it is about { $service }. That takes longer than we said, and we are sorry. We promise to be done by { $due }.
notice-promised-no-more = We put your request { $reference } right: it is about { $service }. We can promise no day for it, and we are sorry.
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
event-contact-changed = The customer changed how to reach them
event-merged = It goes on as another request
event-unmerged = It is a case of its own again
event-took-in = Another case of the same customer goes on in this one
event-gave-back = That case is on its own again
event-split-off = Some messages became a case of their own
event-put-under = It is answered with a parent case
event-taken-out = It is answered on its own again
event-child-joined = Another case is answered with this one
event-child-left = A case is answered on its own again
event-answers-corrected = An answer was corrected
event-place-corrected = The place was corrected
event-service-corrected = The service was corrected: { $name }
event-snoozed = The work rests until a day; the clock runs
event-woke = It is worked on again
event-offered = The customer was offered: { $name }
event-approval-asked = { $name } was asked to approve
event-approval-answered = The superior answered
event-escalated = It was brought before { $name }
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

### Pages

product = Rotunda
skip = Skip to the content
language-name = English
languages = Language
demo-note = A demonstration with real requests from 2015 and an invented staff. The day that you see is simulated.
refresh = Look again
footer-help = Help: call, write or visit { $contact }
footer-source = Data: { $source }

start-title = One desk for every service
start-lead = { $city } answers here for all its agencies. Every request gets a promise. Everybody can see how promises are kept.
start-today = Today, { $date }
start-as-of = As of { $time }
start-opened = requests came in
start-closed = requests were closed
start-open = requests are open
start-empty = No request has come in yet. The first one shows here at once.
start-doors = The doors
start-scorecard = How promises are kept
start-scorecard-text = How well does the city keep its word? See it for all, or for one agency, service, district or channel.
start-open311 = Open311
start-open311-text = Send and follow requests from any app that speaks GeoReport v2, in XML and JSON.

score-title = How promises are kept
score-sentence = { $kept } of { $judged } promises were kept: { $share } of the requests that were due.
score-sentence-none = No request of this period was due yet. So no promise can be judged.
score-period = Requests from { $from } to { $to }, as they stand on { $today }
score-filter = Choose what to see
score-from = From
score-to = To
score-agency = Agency
score-service = Service
score-district = District
score-channel = Channel
score-by = Compare by
score-all = All
score-unknown = Not known
score-show = Show
score-requests = Requests
score-kept = Promises kept
score-kept-range = With 95 % confidence between { $low } and { $high }
score-completion = Half were done within
score-completion-p90 = Nine in ten within { $time }
score-reply = Half were answered within
score-reply-p90 = Nine in ten within { $time }
score-not-yet = Nine in ten: too many are still open to say
score-backlog = Open at the end
score-backlog-late = { $count } of this period are past their promise
score-reopened = Reopened
score-rating = Satisfied
score-rating-n =
    { $count ->
        [0] Nobody has rated yet
        [one] From one rating
       *[other] From { $count } ratings
    }
score-trend = Over time
score-trend-desc = Columns of the promises that were due: the full part was kept, the hatched part was missed. The same figures stand in the table below.
score-trend-kept = kept
score-trend-missed = missed
score-table = The same as a table
score-week = Requests opened from
score-groups = Compared
score-name = Name
score-late = Late or overdue
score-median = Half within
score-backlog-age = How old the open requests are
score-age-7 = Up to 7 days
score-age-30 = 8 to 30 days
score-age-90 = 31 to 90 days
score-age-365 = 91 days to a year
score-age-more = More than a year
score-nothing = No requests in this period.
score-definitions = What the figures mean
score-def-requests-text = All requests that came in during the period, over every channel. Those from an earlier system are counted as it recorded them.
score-def-kept-text = Of the requests whose promise can be judged, those that were closed in time. A promise can be judged when the request is closed, or when it is open and its due day is over. Time for which we waited for the customer does not count. Requests that customers took back are left out.
score-def-completion-text = The time from opening to closing, by the clock on the wall. Open requests count for as long as they have lasted, so that slow ones do not drop out. (This is Kaplan and Meier’s method.)
score-def-reply-text = The time from opening to the first answer that a person wrote. Messages that the system sends by itself do not count.
score-def-backlog-text = All requests that were open when the last day of the period ended, however old they were.
score-def-rating-text = Those who gave 4 or 5 on a scale from 1 to 5, of those who rated. Few ratings say little; the number stands beside it.
score-download = Take the figures along
score-waits = Waiting at the offices
score-waits-sentence = { $kept } of { $judged } people were called within the time that they were promised: { $share }. With 95 % confidence it is between { $low } and { $high }.
score-waits-none = Nobody waited at an office in this period.
score-waits-where = Where, and for what
score-waits-promise = promised within { $time }
score-waits-came = Came
score-waits-in-time = Called in time
score-waits-range = With 95 % confidence
score-waits-low-high = { $low } to { $high }
score-waits-half = Half waited up to
score-waits-nine = Nine in ten waited up to
score-waits-gone = Who was not served, and who was overtaken
score-waits-left = Left
score-waits-closed = The office closed first
score-waits-missed = Not there when called
score-waits-overtaken = Overtaken
score-waits-by-priority = By people who go first
score-waits-by-line = By people who came for something else
score-waits-by-other = In other ways
score-def-waits-in-time-text = Those who were called within the time promised for what they came for. The others were called later, left after that time, or were there when the office closed. Those who left earlier are not judged. A day counts once it is over.
score-def-waits-half-text = The time from joining the line to the first call. With a booking it begins at the time booked. Those who left count for as long as they waited, so that long waits do not drop out. Nine in ten is said from ten waits on.
score-def-waits-overtaken-text = Somebody who came later was called first. Some go first, for example with an infant. A counter may serve only some matters, so people who came for something else can be called there. Other ways are, for example, a place kept for one officer. Each person counts once.
score-waits-csv = Waits at the offices as CSV
score-csv = As CSV
score-json = As JSON

agency = Agency
service = Service
district = District
channel = Channel
channel-web = Web
channel-app = App
channel-phone = Phone
channel-counter = Counter
channel-email = E-mail
channel-text = Text message
channel-chat = Chat
channel-social = Social network
channel-letter = Letter
channel-staff = Seen by staff
channel-api = Other system
channel-house = Taken over

### How long, how long ago, and how soon

time-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
time-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
time-days = { $count ->
    [one] one day
   *[other] { $count } days
}

time-now = now
ago-minutes = { $count ->
    [one] one minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] one hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] one day ago
   *[other] { $count } days ago
}
ago-months = { $count ->
    [one] one month ago
   *[other] { $count } months ago
}
ago-years = { $count ->
    [one] one year ago
   *[other] { $count } years ago
}
in-minutes = { $count ->
    [one] in one minute
   *[other] in { $count } minutes
}
in-hours = { $count ->
    [one] in one hour
   *[other] in { $count } hours
}
in-days = { $count ->
    [one] in one day
   *[other] in { $count } days
}
in-months = { $count ->
    [one] in one month
   *[other] in { $count } months
}
in-years = { $count ->
    [one] in one year
   *[other] in { $count } years
}

### When something goes wrong

problem-title = This did not work
problem-not-found = There is nothing at this address. It may have been mistyped, or what was here has moved.
problem-busy = Too much is asked at once. Nothing was changed. Wait a moment and try again.
problem-other = The address cannot be understood as it is.
problem-not-now = This cannot be done now. Something may have changed since the page was opened. Nothing was changed by this. Go back, load the page again and see how things stand.
problem-form-old = The page was open for too long, or your browser keeps no cookies. Nothing was changed. Go back, load the page again and send it once more.
problem-too-large = What you sent is too large. Nothing was changed. Send fewer or smaller files.
problem-home = Go to the start

### Around every page

around-home = Home
around-services = Services
around-follow = Follow a request
around-reports = Reports near you
around-scorecard = How we do
around-sections = Main pages
around-demo = Demonstration
around-feedback = Say how this page was
around-complaints = Complain
around-accessibility = Accessibility
around-about = About this site
around-translations = Translations
around-offline = Without internet
around-error-title = Error: { $title }
style-title = How pages look
style-lead = Every part that pages are made of, in each of its states, with its markup. What is said in the examples is invented.

### For those who keep it running

start-api = REST API
start-api-text = Everything that officers and partner systems do, with its OpenAPI document.
start-ops = For those who keep it running
start-ops-text = Is it alive, is it ready, and its figures for Prometheus.
