### Call-backs: what customers read
visit-call = Ask us to call you back
visit-call-title = We call you when it is your turn
visit-call-text = You keep your place and need not come. We use the number for this call alone. It is erased when the day is over.
visit-call-hint = For example 617 555 0134, or +1 617 555 0134
visit-call-button = Call me back
visit-call-enough = We call this number for other tickets already. Give another one.
visit-call-change = Change the number
visit-call-waiting = We will call you
visit-call-number = We call the number that ends in { $digits }.
visit-call-window = The call should come between { $from } and { $until }. It may come sooner.
visit-call-late = We told you that the call comes by { $until }, and we are late. We are sorry. You keep your place.
visit-call-unknown = We cannot say when. We try to call before the office closes at { $time }.
visit-call-now = We are calling you now
visit-call-here = You are on the phone with { $counter }
visit-call-missed = You did not answer our call
visit-call-again = We call once more after { $time }. You keep your place.
visit-call-parked = { $counter } will call you again
visit-call-no-show = We called and you did not answer
visit-call-no-show-text = We tried several times. Join the line again, or come to the office.
visit-passed-phone = { $counter }, by phone
mail-call-missed = We called you: { $line }, { $office }
mail-call-missed-words = You asked { $office } to call you about: { $line }. We called several times and no one answered, so your place in the line is given up.
mail-call-missed-again = You can join the line again, or come to { $office } when it is open.

### Call-backs and written work at a counter

counter-call-back = Call-back
counter-call-now = Call them by phone
counter-call-dial = Call { $phone }
counter-call-none = The number is erased
counter-phone = Phone
counter-on-phone = On the phone with you
counter-answered = They answered
counter-no-answer = No answer
counter-no-answer-does = Without an answer they keep their place and are tried again after 10 minutes, three times in all.
counter-tried = { $count ->
    [one] Did not answer once
   *[other] Did not answer { $count } times
  }
counter-tried-again = tried again after { $time }
counter-call-number = Number to call them back on
counter-call-optional = Number to call them back on, if they wait elsewhere
counter-call-home = Let them go and call them back
counter-takes = What you take
counter-takes-live = Visits and calls
counter-takes-written = Written work
counter-takes-both = Both, whichever is next
counter-case = A case for you
counter-case-open = Open the case
counter-case-due = Due
counter-case-undue = Nothing was promised
counter-case-about = About
counter-case-done = Put it down
counter-next-case = Puts this case down, still in your hands, and takes what is next. The space bar does it too.
counter-order = Why this first
counter-order-age = This had waited longer than anything should.
counter-order-priority = This goes before others: { $why }.
counter-order-share = This had used up { $ahead } % of the time that we promise, and { $other } { $behind } %.
counter-order-place = This has the earlier place than { $other }.
counter-order-kept = { $count ->
    [one] Written work waits: { $count } officer is free for visits, and we keep { $reserve }.
   *[other] Written work waits: { $count } officers are free for visits, and we keep { $reserve }.
  }
lobby-windows = Call-backs within the time that we told: { $kept } of { $told }
