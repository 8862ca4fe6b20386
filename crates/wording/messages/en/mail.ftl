### Mail

mail-received = We have your request { $reference }
mail-resolved = Your request { $reference } is closed
mail-resolved-for-reporter = What you reported under { $reference } is closed
mail-joined = Your report { $reference } is about the same thing as another
mail-reopened = Your request { $reference } is open again
mail-passed-on = Another agency now has your request { $reference }
mail-late = We are late with your request { $reference }
mail-feedback = How did it go with your request { $reference }?
mail-follow = To follow your request, use the reference { $reference } and the secret that you were shown when you sent it.
mail-follow-at = To follow your request, open { $site }. Enter the reference { $reference } and the secret that we showed you.
mail-not-you = If you sent no request, somebody gave your address by mistake. You need not do anything.
mail-code = Your code for { $city }
mail-code-words =
    { $count ->
        [one] Your code is { $code }. It is good for one minute and can be used once.
       *[other] Your code is { $code }. It is good for { $count } minutes and can be used once.
    }
mail-code-beware = If you did not ask for a code, you need not do anything. We never ask you to tell it to anybody.
mail-foot = { $city } sends this message by itself; nobody reads answers to it. Help: { $contact }
