### The portal: finding the way

home-title = What do you need?
home-lead = All services of { $city } start here. You need no account.
home-top = What most people come for
home-all = All services
home-life = What happens in life
home-follow = Have you asked already?
home-follow-text = See where your request stands, write to us, or take it back.
home-people = Call, visit or write
life-lead = You may need these services.
services-title = All services
services-found-title = What we found
services-found =
    { $count ->
        [0] Nothing fits “{ $words }”. Try other words, or look at all services.
        [one] One thing fits “{ $words }”.
       *[other] { $count } things fit “{ $words }”.
    }
search-label = Say it in your own words
search-button = Search
search-none = Nothing fits
search-some = Use the arrow keys to choose
kind-service = Service
kind-article = Help
kind-life = What happens in life
back = Back
back-home = Go to the start
back-services = All services
pages = Pages
pages-next = Next page
office-open = Open now
office-closed = Closed now
office-open-until = until { $when }
office-opens = opens { $when }
office-phone = Phone
office-email = E-mail

### The portal: a service

promise-working-days =
    { $count ->
        [one] one working day
       *[other] { $count } working days
    }
promise-days =
    { $count ->
        [one] one day
       *[other] { $count } days
    }
promise-working-hours =
    { $count ->
        [one] one working hour
       *[other] { $count } working hours
    }
promise-working-minutes =
    { $count ->
        [one] one working minute
       *[other] { $count } working minutes
    }
promise-same-day = the same working day, or 24 hours if we are closed
service-who = Who it is for
service-need = What you need
service-steps = What happens
service-cost = What it costs
service-free = It is free.
service-promise = Our promise
service-promise-reply = A person answers you within { $time }.
service-promise-end = We promise to be done within { $time }.
service-no-promise = We give no time for this service yet.
service-kept =
    { $tenths ->
        [0] Lately we have kept this promise less than once in 10 times.
        [one] Lately we have kept this promise once in 10 times.
        [10] Lately we have kept this promise every time.
       *[other] Lately we have kept this promise { $tenths } times in 10.
    }
service-took = Lately 9 of 10 were done within { $time }.
service-scorecard = How promises are kept
service-start = Start now
service-not-here = You cannot ask for this online. Use one of the other ways.
service-other = Other ways to ask
service-reports = See what others have reported
service-unfinished = You have begun a request for this and not sent it.
service-go-on = Go on with it
service-reviewed = We last read this page through on { $date }.

### The portal: asking

error-title = There is a problem
error-word = Error:
form-continue = Continue
form-optional = { $name } (you may leave this out)
form-add-another = Add another
form-take-away = Take away
form-or = or
form-missing = Answer this question: { $name }
form-too-long = Use at most { $bound } characters: { $name }
form-too-short = Use at least { $bound } characters: { $name }
form-not-a-number = Write a number, like 12 or 12.5: { $name }
form-not-whole = Write a whole number, like 12: { $name }
form-too-small = The least is { $bound }: { $name }
form-too-large = The most is { $bound }: { $name }
form-not-a-date = Write a real day, like 27 3 2026: { $name }
form-not-a-time = Write a day and a time: { $name }
form-not-an-email = Write it like name@example.org: { $name }
form-not-a-phone = Write a phone number in digits, like +1 617 555 0134: { $name }
form-not-yes-or-no = Choose yes or no: { $name }
form-not-a-choice = Choose one of the answers: { $name }
form-too-many = Give at most { $bound }: { $name }
form-too-few = Give at least { $bound }: { $name }
form-pattern = Write it the way the hint says: { $name }
form-twice = You gave this twice: { $name }
form-unknown = We no longer ask this: { $name }
form-not-text = This holds signs that we cannot read. Please type it again.
answer-yes = Yes
answer-no = No
date-day = Day
date-month = Month
date-year = Year
ask-later = Save it and come back later
ask-where-title = Where is it?
ask-where-optional = You can leave this out if it has no place.
ask-where-address = Address, or the nearest corner
ask-where-address-hint = For example 1 City Hall Square, or Main Street and 2nd Street
ask-where-part = Part of the city
ask-where-unsure = I am not sure
ask-where-lat = Degrees north
ask-where-long = Degrees east
ask-where-numbers = I know the position in numbers
ask-where-numbers-hint = A phone or a map can show them, for example 42.3601 and -71.0589
ask-where-use = Use where I am now
ask-where-map = Choose on a map
ask-where-denied = We could not find out where you are. Write the address instead.
ask-where-found = We have your position.
ask-where-district = This is in { $district }.
ask-where-outside = This place is outside { $city }. Ask the town that it belongs to, or mend the place.
ask-where-no-position = Write both numbers in degrees, like 42.3601 and -71.0589
ask-where-missing = Write an address, choose a place on the map, or give its position
ask-where-too-long = Use at most 500 characters for the address
ask-similar-title = Is it one of these?
ask-similar-hint = Others have reported these close by. If yours is the same, you join it and we tell you how it ends.
ask-similar-mine = This is mine too
ask-similar-different = Mine is different
ask-similar-none = Nobody has reported this here yet
ask-similar-none-text = There is no open report like yours close by. Please go on.
ask-similar-metres =
    { $count ->
        [one] one metre away
       *[other] about { $count } metres away
    }
ask-details-report = What is wrong?
ask-details-complaint = What happened?
ask-details-compliment = What went well?
ask-details-other = What should we know?
ask-details-hint = Do not write names, phone numbers or anything about your health.
ask-details-missing = Tell us in a few words
ask-details-too-long = You wrote { $count } characters. Use at most { $most }.
ask-photos-title = Do you have photos or papers?
ask-photos-hint = Up to 5 files: JPEG, PNG, WebP, PDF or text. We take out where a photo was taken. You can go on without.
ask-contact-title = How can we reach you?
ask-contact-text = We use this only for your request. Nobody else sees it.
ask-contact-name = Your name
ask-contact-email = E-mail address
ask-contact-phone = Phone number
ask-contact-language = The language in which we write to you
ask-contact-missing = Give an e-mail address or a phone number, so that we can answer you
ask-contact-bad-name = Your name is too long. Use at most 200 characters.
ask-contact-bad-email = Write an e-mail address, like name@example.org
ask-contact-bad-phone = Write a phone number with its country, like +1 617 555 0134
ask-contact-bad-language = Choose a language from the list
ask-about-title = Who is it about?
ask-about-hint = Whoever it is about never gets to work on it.
ask-about-choose = Choose from the list
ask-about-city = The city as a whole, or I do not know
ask-about-missing = Choose who it is about
ask-check-title = Check what you wrote
ask-check-where = Place:
ask-check-same = Same as
ask-check-details = What you wrote
ask-check-contact = How we reach you
ask-check-about = It is about
ask-check-files = Photos and papers
ask-check-change = Change
ask-check-nothing = Not given
ask-check-missing = A page is still empty. Please fill it in.
ask-gone-title = You can no longer ask for this here
ask-gone-text = The service has changed since you began. What you wrote was not sent. Look for the service in the list, or call us.
ask-elsewhere-title = This request is not open here
ask-elsewhere-text = It was sent, thrown away, or opened in another browser. If you sent it, you can follow it with its reference and its secret.
ask-check-true = By sending this you say that it is true as far as you know.
ask-check-send = Send it
ask-check-send-report = Send your report
upload-remove = Take away
upload-too-many = You can send at most 5 files
done-title = We have it
done-reference = Your reference
done-joined = Others have reported the same. You will hear how it ends.
done-next = What happens next
done-due = We promise to be done by { $date }.
done-not-told = You gave no e-mail address, so we cannot write to you. Come back here to see how it goes.
done-keep = Keep these two
done-keep-text = With your reference and your secret you can see where it stands and write to us. Do not show the secret to others.
done-copy = Copy both
done-copied = Copied
done-follow = See where it stands
later-title = Come back later
later-text = We keep what you wrote in this browser for 30 days. To go on in another one, make a link.
later-email = Send the link to this e-mail address (you may leave this out)
later-make = Make a link
later-link = Open this address to go on. Whoever has it can read what you wrote.
later-sent = We have sent it to you.
later-discard-title = Or throw it away
later-discard = Throw away what I wrote
resume-title = Go on with your request
resume-text = Press the button to go on in this browser.
offline-title = Without a connection
offline-lead = You can write a request now and send it later. It stays on this device until you send it.
offline-script = This page needs scripts to keep what you write. You can call or visit us instead.
offline-save = Keep it on this device
offline-saved = We keep it on this device.
offline-drafts = Kept on this device
offline-none = Nothing is kept.
offline-still = You are not connected yet.
offline-send = Send it now
offline-change = Change
offline-delete = Throw away
offline-deleted = We threw it away.
offline-sent = You sent this.
offline-full = 50 are kept here. Throw one away first.

### The portal: following

follow-title = Where does your request stand?
follow-reference = Reference
follow-reference-hint = Nine letters and digits, like K7Q-F2M-XDR
follow-secret = Secret
follow-secret-hint = Sixteen letters and digits. We showed it to you when you sent the request.
follow-button = Show it
follow-held = Open in this browser
follow-another = Another request
follow-forget = Close them all in this browser
follow-back = Your requests
follow-lost = I do not have my secret
follow-lost-code = Get a code by e-mail
follow-lost-text = Or ask us. Have your reference ready.
follow-no-reference = Write the reference with its nine letters and digits, like K7Q-F2M-XDR
follow-wrong = No request has this reference and this secret. Look at both again.
status-open = Open
status-waiting = Waiting for you
status-closed = Closed
standing-open = In work
standing-waiting = Your turn
standing-late = Late
standing-done = Closed
standing-closed = We closed this on { $date }: { $name }.
standing-withdrawn = You took this back on { $date }.
standing-joined = Others reported the same. We work on it under { $name }.
standing-we-ask = We need an answer from you.
standing-overdue = We are late. We promised to be done by { $date }, and we are sorry.
standing-taken = { $name } is working on it.
standing-queued = We have it. Nobody works on it yet.
promised-by = We promise to be done by { $date }.
promised-waiting = Our clock stands still until you answer. The promised time was { $date }.
late-passed-on = { $name } took it over on { $date }.
late-part = { $name } was asked to do a part of it on { $date } and has not finished.
late-reopened = It was opened again on { $date }.
late-in-work = We have answered you, and the work takes longer than we thought.
late-no-reason = Nobody has written down why yet. You can ask, or complain.
todo-title = What you need to do
todo-nothing = You do not need to do anything.
todo-answer = Answer our question:
todo-answer-link = Answer now
case-title = Request { $reference }
case-standing = Where it stands
case-timeline = What has happened
case-asked = What you asked
case-who = Who is responsible
case-who-answers = answers for this office
case-acts = What you can do
case-reached = How we reach you
case-not-reached = We have no address of yours.
case-public = What everybody can see of it
act-message = Write to us or send a file
act-message-text = Whoever works on your request reads it.
act-message-button = Send
act-contact = Change how we reach you
act-contact-text = This changes how we reach you about this request. Leave all empty if we should not write to you.
act-contact-button = Save
act-withdrawal = Take your request back
act-withdrawal-text = We then stop working on it.
act-withdrawal-button = Take it back
act-reopening = It is not done: open it again
act-reopening-text = Tell us what is still wrong. You can do this for 60 days.
act-reopening-button = Open it again
act-rating = Say how it went
act-rating-text = Your answer counts in the figures that everybody can see, without your name.
act-rating-button = Send
act-complaint = Complain about how we handled it
act-complaint-text = A complaint is a request of its own. It never goes to the person it is about.
act-complaint-button = Begin a complaint
act-appeal = Have the decision looked at again
act-appeal-text = Somebody else than the person who decided looks at it again.
act-appeal-button = Begin an appeal
act-words = Your message
act-words-missing = Write something, or choose a file
act-files = Photos and papers (you may leave this out)
act-why = Why? (you may leave this out)
act-cannot = This cannot be used. { $why }
act-too-late = This cannot be done any more. Go back to see where your request stands now.
rating-title = How did it go?
rating-words = In your words (you may leave this out)
rating-missing = Choose one of the five answers
rating-5 = Very good
rating-4 = Good
rating-3 = So-so
rating-2 = Bad
rating-1 = Very bad

### The portal: what everybody can see

reports-title = What people have reported
reports-lead = Reports about streets, parks and other things that belong to all. Nobody sees who sent them.
reports-status = State
reports-map = Show the open ones on a map
reports-feed = Follow this list as a feed (RSS)
reports-feed-one = Follow this report as a feed (RSS)
reports-none = No report fits. Choose other filters.
reports-due = Promised by
reports-joined = Another report speaks for this one.
reports-picture = Photo
reports-again = Report something else
map-label = Map
map-north = North
map-south = South
map-west = West
map-east = East
map-closer = Closer
map-further = Further away
map-failed = The map cannot be shown. Use the list or the address.

### The portal: what you think, and what we say of ourselves

feedback-title = What do you think of this page?
feedback-text = Tell us what works and what does not. For a request of yours, write to us where you follow it.
feedback-score = How was it?
feedback-words = In your words (you may leave this out)
feedback-words-hint = Do not write anything about yourself here.
feedback-too-long = Use at most 4,000 characters
feedback-button = Send
feedback-thanks = Thank you
feedback-thanks-text = We read every word.
complaints-title = Complaints and thanks
complaints-lead = Tell us when we did badly, and when we did well. Both count.
complaints-complaint = Somebody was rude, late or wrong, asked for money, or did not answer.
complaints-appeal = You do not agree with a decision.
complaints-compliment = Somebody did well.
complaints-never = What you write never goes to the person it is about.
accessibility-title = Can everybody use this?
accessibility-lead = We checked { $met } of { $all } points of the WCAG 2.2 standard, and they are met.
accessibility-text = All pages work with the keyboard alone, with a screen reader, without scripts, at twice the size, and on a small phone. Every page is there in each language that you can choose.
accessibility-tell = Does something not work for you? Tell us, and we mend it:
accessibility-table = All points, and what shows that they are met
translations-title = What is not translated yet
translations-lead = Every button and message is there in every language. Here you see if a text of the city is missing.
translations-table = How much is there
translations-messages = Messages missing
translations-texts = Names and texts missing
translations-share = Share that is there
translations-missing = What is missing in

### What happened, told to the customer

your-opened = You asked us
your-replied = We answered you
your-heard = You wrote to us
your-wait-started = We asked you something. Our clock stands still until you answer
your-wait-ended = Our clock runs again
your-transfer-accepted = { $name } took over
your-marked-duplicate = Others reported the same. We answer all of you together
your-joined = Somebody else reported the same
your-contact-changed = You changed how we reach you
your-resolved = We closed it
your-reopened = It was opened again
your-withdrawn = You took it back
your-promise-missed = We missed the promised time
your-told = We wrote to you
your-feedback-invited = We asked you how it went
your-rated = You said how it went
your-looked = Somebody looked at your record

### Files that cannot be taken

reports-waiting = Waiting for the person who asked
upload-empty = { $name } is empty. Choose it again.
upload-too-large = { $name } is larger than { $bound } MB. Save it smaller.
upload-too-many-pixels = { $name } has more than { $bound } million points. Save it smaller.
upload-not-what-it-says = { $name } is not what its name says. Save it again and send that.
upload-not-taken = We do not take files like { $name }. Send a photo, a PDF or plain text.
upload-not-a-picture = { $name } is not a picture. Send a photo.
upload-heic = We cannot read { $name }. Share it as JPEG, or send a picture of your screen.
upload-animated = { $name } moves. Send a still picture.
upload-unknown = We do not know what { $name } is. Send a photo, a PDF or plain text.
upload-encoding = We cannot read the text in { $name }. Save it as UTF-8, or as a PDF.
upload-broken = { $name } is damaged. Save it again and send that.
upload-encrypted = { $name } has a password. Save it without one.
upload-active = { $name } can do something by itself. Print it into a new PDF and send that.
upload-unchecked = We cannot check all of { $name }. Print it into a new PDF and send that.
