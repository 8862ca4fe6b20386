# A screen in the waiting room.
board-off-title = This screen is not set up
board-off-what = Whoever looks after it can ask for a new address, and open it here once.
board-come = Ticket { $ticket }, please go to { $counter }.
board-closed = This office is closed.
board-opens = This office is closed. It opens again: { $time }.
board-nobody-called = Nobody is called at the moment.
board-ticket = Ticket
board-counter = Go to
board-before = Called before
board-waits = How long it takes
board-nobody = nobody waits
board-nobody-waits = Nobody waits.
board-range = { $from } to { $to } min
board-waiting = { $count ->
    [one] { $count } person waits
   *[other] { $count } people wait
  }
board-updated = Last updated
board-lost = Connection lost – listen for your number
board-sound = Switch the sound on
board-emergency = We had to close. Please leave by the nearest exit.
board-back = { $counter } is back at { $time }
