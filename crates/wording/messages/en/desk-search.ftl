# Searching at the desk.
find-anything = Find a case
find-search = Search
find-title = Find cases
find-words = What do you know of it?
find-hint = Reference, name, phone, e-mail, street, or any words. The end of a phone number is enough.
find-filters = Look only at some cases
find-any = Any
find-status = State
find-status-open = Open
find-status-waiting = Waiting for the customer
find-status-closed = Closed
find-service = Service
find-agency = Agency
find-district = District
find-channel = How it came in
find-from = Opened from
find-to = Opened up to
find-count = { $count ->
    [0] No case found
    [one] One case found
   *[other] { $count } cases found
}
find-newest = The newest { $count } cases
find-next = Older cases
find-instead = No case holds “{ $typed }”. These hold { $meant }.
find-meant = Did you mean one of these?
find-none = Nothing fits what you typed.
find-none-words = Try fewer words. Each word has to stand in the case.
find-none-spelling = Check how it is spelt, or type just the start of a word.
find-none-filters = Look at all cases, without the choices above.
find-opened = Opened { $when }
find-due = Due { $when }
find-late = Late: was due { $when }
find-in-description = Told:
find-in-address = Place:
find-in-answer = Answer:
find-in-name = Customer:
find-in-reached = Reached at:
find-in-written = Written:
find-offers = Found: { "{n}" }
find-offers-none = Nothing found
find-go = Go to
find-go-hint = Type where to go, or what to find
find-go-close = Close
find-go-open = The open case
find-go-recent = Cases you opened
find-go-none = You have not opened a case yet.
find-go-pages = Pages
