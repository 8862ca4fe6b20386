### Booking a time at an office: the pages, and what is told by mail

book-title = Book a time
book-lead = Choose what you come for. You need no account.
book-home = Do you want to come at a set time? You need no account.
book-none = No times can be booked at present. Come when the office is open.
book-where-title = Where do you want to come?
book-first = First free time: { $when }
book-full = No time is free at present.
book-length = { $minutes ->
        [one] It takes about one minute.
       *[other] It takes about { $minutes } minutes.
    }
book-when-title = Choose a time
book-move-title = Choose another time
book-days = Day
book-times = Times on { $date }
book-time-hold = Book { $time }
book-time-move = Change to { $time }
book-taken = This time is no longer free. Choose another.
book-who-title = Who is coming?
book-kept = We keep { $when } for you until { $until }. Then others can book it.
book-name = Name
book-name-hint = We ask for it at the reception.
book-email-hint = We send a confirmation and reminders there.
book-phone-hint = We call only if the office has to close.
book-name-missing = Write the name under which you come
book-email-enough = This address has enough times ahead. Cancel one of them first.
book-confirm = Book this time
book-too-late-title = The time is no longer kept for you
book-too-late = You took longer than ten minutes. Nothing was booked. Choose a time again.
booking-title = Your booking
booking-done = Your time is booked
booking-cancelled-title = Your booking is cancelled
booking-cancelled = The time is free for others again. You need not do anything.
booking-checked-in = You are in the line. Watch the board for your number.
booking-missed = Your time is over, and you were not there. You can book another.
booking-reference = Reference
booking-when = When
booking-where = Where
booking-what = What for
booking-name = Name
booking-arrive = Say your reference or your name at the office. You can do so from { $from } until { $until }.
booking-keep = Keep this page
booking-keep-text = Whoever has its address can change or cancel your booking. Save it, or write the reference down.
booking-mailed = We have sent the address of this page to { $email }.
booking-calendar = Put it into your calendar
booking-move = Change the time
booking-cancel = Cancel the booking
booking-cancel-title = Cancel this booking?
booking-cancel-text = Your time at { $office } on { $when } will be free for others.
booking-cancel-button = Yes, cancel it
booking-cancel-back = No, keep my time
booking-again = Book another time
booking-earlier-title = Come earlier
booking-earlier-text = If an earlier time becomes free, we can offer it to you by e-mail. You keep your own until you take it.
booking-earlier-button = Tell me about earlier times
booking-earlier-on = We write to you when an earlier time becomes free.
booking-earlier-stop = Stop it
booking-offer-title = An earlier time is free
booking-offer = You can come on { $when } instead. We keep this time for you until { $until }.
booking-offer-take = Take the earlier time
booking-offer-refuse = No, keep my own
booking-gone = This earlier time is no longer kept for you. Your own is as it was.
mail-booking-booked = Your time at { $office }: { $when }
mail-booking-moved = Your new time at { $office }: { $when }
mail-booking-reminder = You are expected at { $office }: { $when }
mail-booking-earlier = An earlier time is free at { $office }
mail-booking-cancelled = Your booking { $reference } is cancelled
mail-booking-words = Your time is { $when }.
mail-booking-where =
    What for: { $line }
    Where: { $office }, { $address }
    Reference: { $reference }
mail-booking-change = To see it, change it or put it into your calendar, open this page:
mail-booking-cancel = Can you not come? Open this page and press the button, so that others can have the time:
mail-booking-earlier-words = You can come on { $when } instead. We keep this time for you until { $until }.
mail-booking-earlier-take = To take it, open this page and press the button:
mail-booking-earlier-own = If you do nothing, you keep your own time: { $when }.
mail-booking-cancelled-words = Your time on { $when } is free for others again.
mail-booking-again = To book another time, open this page:
mail-booking-not-you = If you booked nothing, somebody gave your address by mistake. You need not do anything.
