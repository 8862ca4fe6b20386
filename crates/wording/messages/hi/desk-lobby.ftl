# प्रतीक्षालय, जैसा उसे चलाने वाले देखते हैं।
lobby-title = प्रतीक्षालय
lobby-of = प्रतीक्षालय: { $office }
lobby-none = आप कोई प्रतीक्षालय नहीं चलाते। अपने पर्यवेक्षक से पूछें।
lobby-offices = कार्यालय
lobby-as-of = { $time } पर
lobby-live = अपने आप ताज़ा करें
lobby-still = ताज़ा करना रोकें
lobby-not-sure = निशान लगाएँ कि सबको बाहर जाना है। कुछ भी नहीं बदला।
desk-not-done = नहीं हुआ
desk-titled = { $first }: { $title }
desk-room-lost = कनेक्शन नहीं है। यहाँ जो दिखता है, वह पुराना हो सकता है।
lobby-figures = हाल कैसा है
lobby-fine = जैसा होना चाहिए
lobby-near = लगभग चूक
lobby-missed = चूक गया
lobby-unknown = अभी पता नहीं
lobby-waiting = अभी प्रतीक्षा में
lobby-over-target = लक्ष्य: कोई नहीं
lobby-longest = सबसे लंबी प्रतीक्षा
lobby-at-most = लक्ष्य: अधिक से अधिक { $what }
lobby-at-least = लक्ष्य: कम से कम { $what }
lobby-in-time = आज समय पर बुलाए गए
lobby-gone = चले गए या नहीं आए
lobby-ahead = बहुत रुकेंगे, अगले 30 मिनट
lobby-cannot-say = अभी हम नहीं कह सकते
lobby-counters = काउंटर
lobby-what-if = { $counter } भी खुले तो बहुत लंबे इंतज़ार: 30 मिनट में { $half }, 60 मिनट में { $hour }।
lobby-what-if-same = { $counter } भी खोलने से अगले घंटे में मदद नहीं मिलेगी।
lobby-too-long = बहुत देर
lobby-takes-in = नए टिकट
lobby-closed = आज के लिए बंद
lobby-close = बंद करें
lobby-open = खोलें
lobby-no-counter = किसी काउंटर पर कोई नहीं है।
lobby-with = किसके साथ
lobby-since = कब से
lobby-free = यह काउंटर खाली करें
lobby-day = आज, घंटे के हिसाब से
lobby-day-none = आज कोई नहीं आया।
lobby-hour = बजे से
lobby-expected = अनुमान
lobby-came = आए
lobby-counters-needed = काउंटर चाहिए
lobby-counters-called = काउंटर जिन्होंने बुलाया
lobby-tell = प्रतीक्षा करने वाले सबको बताएँ
lobby-tell-what = उनकी भाषा में क्या बताया जाए
lobby-tell-minutes = कितने मिनट तक
lobby-tell-button = बताएँ
lobby-told = { $time } तक सबको बताया जा रहा है: { $said }
lobby-unannounce = अब न बताएँ
lobby-tell-delay = आज हमेशा से अधिक समय लग रहा है। हमें खेद है।
lobby-tell-systems-down = हमारे कंप्यूटर काम नहीं कर रहे। आपकी जगह सुरक्षित है।
lobby-tell-few-counters = आज कम काउंटर खुले हैं। प्रतीक्षा के लिए खेद है।
lobby-tell-closing-early = आज हम जल्दी बंद करेंगे। हम जितनों को हो सके बुलाएँगे।
lobby-emergency = कार्यालय अभी बंद करें
lobby-emergency-text = हर मुलाकात समाप्त होगी, कोई नहीं जुड़ सकेगा, और सब स्क्रीन बाहर जाने को कहेंगी। जिन्होंने आज का समय बुक किया है, उन्हें ईमेल से बताया जाएगा।
lobby-emergency-sure = हाँ, सबको जाना है
lobby-emergency-since = कार्यालय { $time } से बंद है।
lobby-open-again = फिर से लोगों को आने दें
counter-rest = विराम लें
counter-rest-minutes = कितने मिनट के लिए
counter-rest-button = विराम शुरू करें
counter-return = मैं वापस हूँ
lobby-over = { $count ->
    [one] वादे से अधिक: { $count }
   *[other] वादे से अधिक: { $count }
  }
lobby-called = { $count ->
    [one] { $count } बुलावे में से
   *[other] { $count } बुलावों में से
  }
lobby-gone-more = { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोग
  }
lobby-ahead-hour = { $count ->
    [one] अगले 60 मिनट में { $count }
   *[other] अगले 60 मिनट में { $count }
  }
lobby-resting = { $count ->
    [one] { $count } विराम पर या अनुपस्थित
   *[other] { $count } विराम पर या अनुपस्थित
  }
lobby-needed = { $count ->
    [one] अभी चाहिए: { $count }
   *[other] अभी चाहिए: { $count }
  }
lobby-tell-most = { $count ->
    [one] अधिक से अधिक { $count } मिनट
   *[other] अधिक से अधिक { $count } मिनट
  }
lobby-ticket = { $count ->
    [one] मिनट: टिकट { $ticket }
   *[other] मिनट: टिकट { $ticket }
  }
lobby-printers = कियोस्क के प्रिंटर
lobby-printer = कियोस्क { $number }
lobby-printer-fine = छाप रहा है।
lobby-printer-gone = { $time } से नहीं छाप रहा।
lobby-printer-last = आख़िरी टिकट: { $time }
lobby-printer-never = अभी तक कोई टिकट नहीं छापा।
lobby-printer-mend = काग़ज़, बिजली और केबल देखें। तब तक टिकट स्क्रीन पर रहेंगे। इससे काम न बने तो देखभाल करने वाले को बताएँ।
