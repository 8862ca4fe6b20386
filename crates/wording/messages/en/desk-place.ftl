# Putting the place of a case right.
desk-place-now = Now it is at { $address }.
desk-place-look = Look for an address
desk-place-hint = We look at where other cases are or were.
desk-place-look-button = Look
desk-place-found = Which place is it?
desk-place-none = No case was there. Write the address below.
desk-place-own = None of these. It is as written below.
