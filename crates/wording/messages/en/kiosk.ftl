### Kiosks of an office, and the tickets that they print.

## On paper

ticket-given = Taken on { $time }
ticket-listen = Listen and watch for your number. If you do not hear well, tell our staff.
ticket-code = Scan this to follow your place on your phone.

## On the screen

kiosk-languages = Choose your language
kiosk-start = Take a ticket
kiosk-for = What is it about?
kiosk-for-hint = Touch what fits best. You then have a ticket.
kiosk-search = Search
kiosk-search-hint = Write what you need
kiosk-found-none = Nothing fits these words. Try others, or ask at the reception.
kiosk-person = Would you rather speak with a person? Our staff at the reception will help you.
kiosk-tools = How this screen looks
kiosk-larger = Larger text
kiosk-contrast = High contrast
kiosk-lower = Lower the screen
kiosk-listen = Listen
kiosk-again = Start again
kiosk-your-ticket = Your ticket
kiosk-code = Code that leads to your place in the line
kiosk-print-soon = Your ticket is being printed.
kiosk-print-yes = Take your paper ticket.
kiosk-print-no = The ticket was not printed. Note your number.
kiosk-print-none = Note your number, or scan the code.
kiosk-done = I am done
kiosk-still = Are you still there?
kiosk-more = I need more time
kiosk-closed = The office is closed now.
kiosk-closed-until = It opens on { $time }.
kiosk-alone = There is no connection now. You can take a ticket all the same.
kiosk-alone-ticket = Note your number. Nothing is printed while there is no connection. Your place counts from now.
kiosk-alone-none = No tickets can be given out here now. Ask at the reception.
kiosk-booked = Have you booked? Write or scan your reference
kiosk-booked-button = I have booked
kiosk-booked-none = We did not find this booking for now
kiosk-booked-not = Come near its time, or ask at the reception.
kiosk-still-text = { $seconds ->
    [one] This page closes in one second. Then all of it is erased.
   *[other] This page closes in { $seconds } seconds. Then all of it is erased.
}
