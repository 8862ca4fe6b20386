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
mail-answered = There is an answer to your request { $reference }
mail-asked = We have a question about your request { $reference }
mail-lost = If you no longer have the secret, you can get a code by e-mail there.
mail-prove = Do you want a message at each step? Then show that this address is yours. Get a code here:
mail-resume = Go on with your request to { $city }
mail-resume-words = You saved a request about { $service }. To go on with it, open this address:
mail-resume-until = It works until { $date }. Whoever has it can read what you wrote.
mail-resume-not-you = If you saved nothing, somebody gave your address by mistake. You need not do anything.
mail-report-ask = Do you want to hear about the report { $reference }?
mail-report-ask-words = Somebody asked us to send news of the report { $reference } about { $service } to this address. If it was you, open this page and press the button:
mail-report-ask-not-you = If it was not you, do nothing. Then we send you nothing more.
mail-report-news = News of the report { $reference }
mail-report-news-words = There is news of the report { $reference } about { $service }:
mail-report-more = See the report here:
mail-report-stop = You asked us for this news. To stop it, open this page and press the button:
notice-answered = There is an answer to your request { $reference }. To keep it safe, it is not in this message.
notice-asked = We need to know something for your request { $reference }. The work waits until you answer. To keep it safe, the question is not in this message.
