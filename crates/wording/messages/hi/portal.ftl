### The portal: finding the way

home-title = आपको क्या चाहिए?
home-lead = { $city } की सभी सेवाएँ यहीं से शुरू होती हैं। खाता बनाने की ज़रूरत नहीं है।
home-top = ज़्यादातर लोग इनके लिए आते हैं
home-all = सभी सेवाएँ
home-life = ज़िंदगी के बड़े मौके
home-follow = क्या आपने पहले ही अनुरोध भेजा है?
home-follow-text = देखें कि आपका अनुरोध कहाँ तक पहुँचा, हमें लिखें, या उसे वापस लें।
home-people = फ़ोन करें, मिलने आएँ या लिखें
life-lead = आपको इन सेवाओं की ज़रूरत पड़ सकती है।
services-title = सभी सेवाएँ
services-found-title = हमें क्या मिला
services-found =
    { $count ->
        [0] “{ $words }” से मेल खाता कुछ नहीं मिला। दूसरे शब्दों में खोजें, या सभी सेवाएँ देखें।
        [one] “{ $words }” से मेल खाती एक चीज़ मिली।
       *[other] “{ $words }” से मेल खाती { $count } चीज़ें मिलीं।
    }
search-label = अपने शब्दों में बताएँ
search-button = खोजें
search-none = मेल खाता कुछ नहीं मिला
search-some = चुनने के लिए तीर वाले बटन दबाएँ
kind-service = सेवा
kind-article = मदद
kind-life = ज़िंदगी का बड़ा मौका
back = पीछे जाएँ
back-home = पहले पन्ने पर जाएँ
back-services = सभी सेवाएँ
pages = पन्ने
pages-next = अगला पन्ना
office-open = अभी खुला है
office-closed = अभी बंद है
office-open-until = { $when } तक
office-opens = खुलने का समय: { $when }
office-phone = फ़ोन
office-email = ई-मेल

### The portal: a service

promise-working-days =
    { $count ->
        [one] एक कामकाजी दिन
       *[other] { $count } कामकाजी दिन
    }
promise-days =
    { $count ->
        [one] एक दिन
       *[other] { $count } दिन
    }
promise-working-hours =
    { $count ->
        [one] एक कामकाजी घंटे
       *[other] { $count } कामकाजी घंटे
    }
promise-working-minutes =
    { $count ->
        [one] एक कामकाजी मिनट
       *[other] { $count } कामकाजी मिनट
    }
promise-same-day = उसी कामकाजी दिन, या हम बंद हों तो 24 घंटे
service-who = यह किसके लिए है
service-need = आपको क्या चाहिए होगा
service-steps = क्या-क्या होगा
service-cost = कितना ख़र्च होगा
service-free = यह मुफ़्त है।
service-promise = हमारा वादा
service-promise-reply = { $time } के अंदर कोई व्यक्ति आपको जवाब देगा।
service-promise-end = हमारा वादा है कि काम { $time } के अंदर पूरा हो जाएगा।
service-no-promise = इस सेवा के लिए हम अभी कोई समय नहीं बताते।
service-kept =
    { $tenths ->
        [0] हाल में हमने यह वादा 10 में से एक बार से भी कम निभाया है।
        [10] हाल में हमने यह वादा हर बार निभाया है।
       *[other] हाल में हमने यह वादा 10 में से { $tenths } बार निभाया है।
    }
service-took = हाल में 10 में से 9 काम { $time } के अंदर पूरे हुए।
service-scorecard = वादे कैसे निभाए जाते हैं
service-start = अभी शुरू करें
service-not-here = इसे ऑनलाइन नहीं माँगा जा सकता। कोई दूसरा तरीक़ा अपनाएँ।
service-other = माँगने के दूसरे तरीक़े
service-reports = देखें कि दूसरों ने क्या बताया है
service-unfinished = आपने इसके लिए एक अनुरोध शुरू किया है, पर उसे भेजा नहीं है।
service-go-on = उसे आगे बढ़ाएँ
service-reviewed = हमने यह पन्ना पिछली बार { $date } को पूरा पढ़ा था।

### The portal: asking

error-title = कुछ गड़बड़ है
error-word = गड़बड़ी:
form-continue = आगे बढ़ें
form-optional = { $name } (चाहें तो छोड़ दें)
form-add-another = एक और जोड़ें
form-take-away = हटाएँ
form-or = या
form-missing = इस सवाल का जवाब दें: { $name }
form-too-long = ज़्यादा से ज़्यादा { $bound } अक्षर लिखें: { $name }
form-too-short = कम से कम { $bound } अक्षर लिखें: { $name }
form-not-a-number = कोई संख्या लिखें, जैसे 12 या 12.5: { $name }
form-not-whole = कोई पूरी संख्या लिखें, जैसे 12: { $name }
form-too-small = यह कम से कम { $bound } होना चाहिए: { $name }
form-too-large = यह ज़्यादा से ज़्यादा { $bound } हो सकता है: { $name }
form-not-a-date = सही तारीख़ लिखें, जैसे 27 3 2026: { $name }
form-not-a-time = तारीख़ और समय लिखें: { $name }
form-not-an-email = name@example.org की तरह लिखें: { $name }
form-not-a-phone = फ़ोन नंबर अंकों में लिखें, जैसे +1 617 555 0134: { $name }
form-not-yes-or-no = हाँ या नहीं चुनें: { $name }
form-not-a-choice = इनमें से कोई एक जवाब चुनें: { $name }
form-too-many = ज़्यादा से ज़्यादा { $bound } दें: { $name }
form-too-few = कम से कम { $bound } दें: { $name }
form-pattern = वैसे लिखें जैसे साथ में बताया गया है: { $name }
form-twice = आपने यह दो बार दिया है: { $name }
form-unknown = हम अब यह नहीं पूछते: { $name }
form-not-text = इसमें ऐसे चिह्न हैं जो हमसे पढ़े नहीं जाते। कृपया इसे फिर से लिखें।
answer-yes = हाँ
answer-no = नहीं
date-day = दिन
date-month = महीना
date-year = साल
ask-later = सहेजें और बाद में आएँ
ask-where-title = यह कहाँ है?
ask-where-optional = अगर इसकी कोई जगह नहीं है, तो इसे छोड़ सकते हैं।
ask-where-address = पता, या सबसे पास का नुक्कड़
ask-where-address-hint = जैसे 1 City Hall Square, या Main Street और 2nd Street
ask-where-part = शहर का इलाक़ा
ask-where-unsure = मुझे पक्का नहीं पता
ask-where-lat = उत्तर की डिग्री
ask-where-long = पूरब की डिग्री
ask-where-numbers = मुझे यह जगह अंकों में पता है
ask-where-numbers-hint = ये अंक मोबाइल या नक़्शे पर दिख सकते हैं, जैसे 42.3601 और -71.0589
ask-where-use = मैं अभी जहाँ हूँ, वही जगह लें
ask-where-map = नक़्शे पर चुनें
ask-where-denied = हमें मालूम नहीं हो सका कि आप कहाँ हैं। इसके बदले पता लिखें।
ask-where-found = हमें आपकी जगह मिल गई है।
ask-where-district = यह { $district } में है।
ask-where-outside = यह जगह { $city } के बाहर है। यह जिस शहर या कस्बे में आती है, वहाँ पूछें, या जगह ठीक करें।
ask-where-no-position = दोनों संख्याएँ डिग्री में लिखें, जैसे 42.3601 और -71.0589
ask-where-missing = पता लिखें, नक़्शे पर जगह चुनें, या जगह अंकों में दें
ask-where-too-long = पते के लिए ज़्यादा से ज़्यादा 500 अक्षर लिखें
ask-similar-title = क्या आपकी बात इनमें से एक है?
ask-similar-hint = दूसरे लोगों ने आस-पास की ये बातें बताई हैं। अगर आपकी बात भी वही है, तो आप उससे जुड़ जाते हैं और हम आपको उसका नतीजा बताते हैं।
ask-similar-mine = मेरी बात भी यही है
ask-similar-different = मेरी बात अलग है
ask-similar-none = यहाँ अभी तक किसी ने यह नहीं बताया है
ask-similar-none-text = आस-पास आपकी जैसी कोई खुली रिपोर्ट नहीं है। कृपया आगे बढ़ें।
ask-similar-metres =
    { $count ->
        [one] { $count } मीटर दूर
       *[other] करीब { $count } मीटर दूर
    }
ask-details-report = क्या गड़बड़ है?
ask-details-complaint = क्या हुआ?
ask-details-compliment = क्या अच्छा रहा?
ask-details-other = हमें क्या जानना चाहिए?
ask-details-hint = नाम, फ़ोन नंबर या अपनी सेहत के बारे में कुछ न लिखें।
ask-details-missing = कुछ शब्दों में बताएँ
ask-details-too-long = आपने { $count } अक्षर लिखे हैं। ज़्यादा से ज़्यादा { $most } लिखें।
ask-photos-title = क्या आपके पास फ़ोटो या काग़ज़ हैं?
ask-photos-hint = 5 फ़ाइलों तक: JPEG, PNG, WebP, PDF या टेक्स्ट। फ़ोटो कहाँ ली गई, यह जानकारी हम हटा देते हैं। आप इनके बिना भी आगे बढ़ सकते हैं।
ask-contact-title = हम आपसे कैसे संपर्क करें?
ask-contact-text = हम इसे सिर्फ़ आपके अनुरोध के लिए इस्तेमाल करते हैं। इसे और कोई नहीं देखता।
ask-contact-name = आपका नाम
ask-contact-email = ई-मेल पता
ask-contact-phone = फ़ोन नंबर
ask-contact-language = हम आपको किस भाषा में लिखें
ask-contact-missing = ई-मेल पता या फ़ोन नंबर दें, ताकि हम आपको जवाब दे सकें
ask-contact-bad-name = आपका नाम बहुत लंबा है। ज़्यादा से ज़्यादा 200 अक्षर लिखें।
ask-contact-bad-email = ई-मेल पता लिखें, जैसे name@example.org
ask-contact-bad-phone = फ़ोन नंबर देश के कोड के साथ लिखें, जैसे +1 617 555 0134
ask-contact-bad-language = सूची में से कोई भाषा चुनें
ask-about-title = यह किसके बारे में है?
ask-about-hint = यह जिसके बारे में है, उसे इस पर काम करने के लिए कभी नहीं दिया जाता।
ask-about-choose = सूची में से चुनें
ask-about-city = पूरे शहर के बारे में, या मुझे नहीं पता
ask-about-missing = चुनें कि यह किसके बारे में है
ask-check-title = अपना लिखा हुआ जाँच लें
ask-check-where = जगह:
ask-check-same = पहले से मौजूद वही रिपोर्ट
ask-check-details = आपने क्या लिखा
ask-check-contact = हम आपसे कैसे संपर्क करें
ask-check-about = यह किसके बारे में है
ask-check-files = फ़ोटो और काग़ज़
ask-check-change = बदलें
ask-check-nothing = नहीं दिया गया
ask-check-missing = एक पन्ना अभी ख़ाली है। कृपया उसे भर दें।
ask-gone-title = अब यह यहाँ नहीं माँगा जा सकता
ask-gone-text = आपके शुरू करने के बाद यह सेवा बदल गई है। आपने जो लिखा, वह भेजा नहीं गया। सूची में सेवा ढूँढें, या हमें फ़ोन करें।
ask-elsewhere-title = यह अनुरोध यहाँ खुला नहीं है
ask-elsewhere-text = इसे भेजा जा चुका है, हटा दिया गया है या किसी दूसरे ब्राउज़र में खोला गया है। अगर आपने इसे भेजा है, तो रेफ़रेंस नंबर और गुप्त कोड से इसे देख सकते हैं।
ask-check-true = इसे भेजकर आप कहते हैं कि जहाँ तक आपको पता है, यह सच है।
ask-check-send = भेजें
ask-check-send-report = अपनी रिपोर्ट भेजें
upload-remove = हटाएँ
upload-too-many = आप ज़्यादा से ज़्यादा 5 फ़ाइलें भेज सकते हैं
done-title = यह हमें मिल गया है
done-reference = आपका रेफ़रेंस नंबर
done-joined = दूसरे लोगों ने भी यही बताया है। इसका नतीजा हम आपको बताएँगे।
done-next = आगे क्या होगा
done-due = हमारा वादा है कि इसे { $date } तक पूरा करेंगे।
done-not-told = आपने कोई ई-मेल पता नहीं दिया, इसलिए हम आपको लिख नहीं सकते। हाल जानने के लिए यहाँ वापस आएँ।
done-keep = ये दोनों सँभालकर रखें
done-keep-text = रेफ़रेंस नंबर और गुप्त कोड से आप देख सकते हैं कि काम कहाँ तक पहुँचा, और हमें लिख सकते हैं। गुप्त कोड दूसरों को न दिखाएँ।
done-copy = दोनों कॉपी करें
done-copied = कॉपी हो गया
done-follow = देखें कि काम कहाँ तक पहुँचा
later-title = बाद में आएँ
later-text = आपका लिखा हुआ हम इस ब्राउज़र में 30 दिन तक रखते हैं। किसी दूसरे ब्राउज़र में आगे बढ़ने के लिए एक लिंक बनाएँ।
later-email = लिंक इस ई-मेल पते पर भेजें (चाहें तो छोड़ दें)
later-make = लिंक बनाएँ
later-link = आगे बढ़ने के लिए यह पता खोलें। यह जिसके भी पास हो, वह आपका लिखा हुआ पढ़ सकता है।
later-sent = हमने इसे आपको भेज दिया है।
later-discard-title = या इसे मिटा दें
later-discard = मेरा लिखा हुआ मिटा दें
resume-title = अपना अनुरोध आगे बढ़ाएँ
resume-text = इस ब्राउज़र में आगे बढ़ने के लिए बटन दबाएँ।
offline-title = इंटरनेट के बिना
offline-lead = आप अनुरोध अभी लिखकर बाद में भेज सकते हैं। जब तक आप उसे नहीं भेजते, वह इसी डिवाइस पर रहता है।
offline-script = आपका लिखा हुआ रखने के लिए इस पन्ने को स्क्रिप्ट चाहिए। इसके बदले आप हमें फ़ोन कर सकते हैं या मिलने आ सकते हैं।
offline-save = इस डिवाइस पर रखें
offline-saved = हमने इसे इस डिवाइस पर रख लिया है।
offline-drafts = इस डिवाइस पर रखे हुए
offline-none = कुछ नहीं रखा है।
offline-still = इंटरनेट अभी भी नहीं चल रहा है।
offline-send = अभी भेजें
offline-change = बदलें
offline-delete = मिटा दें
offline-deleted = हमने इसे मिटा दिया।
offline-sent = आपने इसे भेज दिया।
offline-full = यहाँ 50 रखे हैं। पहले एक मिटा दें।

### The portal: following

follow-title = आपका अनुरोध कहाँ तक पहुँचा?
follow-reference = रेफ़रेंस नंबर
follow-reference-hint = अक्षर और अंक मिलाकर नौ, जैसे K7Q-F2M-XDR
follow-secret = गुप्त कोड
follow-secret-hint = अक्षर और अंक मिलाकर सोलह। अनुरोध भेजते समय हमने इसे आपको दिखाया था।
follow-button = दिखाएँ
follow-held = इस ब्राउज़र में खुले हुए
follow-another = कोई दूसरा अनुरोध
follow-forget = इस ब्राउज़र में सभी बंद करें
follow-back = आपके अनुरोध
follow-lost = मेरे पास गुप्त कोड नहीं है
follow-lost-code = ई-मेल से एक कोड पाएँ
follow-lost-text = या हमसे पूछें। अपना रेफ़रेंस नंबर तैयार रखें।
follow-no-reference = अक्षर और अंक मिलाकर नौ का रेफ़रेंस नंबर लिखें, जैसे K7Q-F2M-XDR
follow-wrong = इस रेफ़रेंस नंबर और इस गुप्त कोड का कोई अनुरोध नहीं है। दोनों को फिर से देखें।
status-open = खुला है
status-waiting = आपका इंतज़ार है
status-closed = बंद हो गया
standing-open = काम चल रहा है
standing-waiting = आपकी बारी
standing-late = देर हो गई
standing-done = बंद हो गया
standing-closed = हमने इसे { $date } को बंद किया: { $name }।
standing-withdrawn = आपने इसे { $date } को वापस ले लिया।
standing-joined = दूसरे लोगों ने भी यही बताया है। इस पर { $name } नंबर से काम चल रहा है।
standing-we-ask = हमें आपसे एक जवाब चाहिए।
standing-overdue = हमें देर हो गई है। इसे { $date } तक पूरा करने का वादा था। हमें माफ़ करें।
standing-taken = { $name } की ओर से इस पर काम चल रहा है।
standing-queued = यह हमें मिल गया है। इस पर अभी कोई काम नहीं कर रहा है।
promised-by = हमारा वादा है कि इसे { $date } तक पूरा करेंगे।
promised-waiting = आपका जवाब आने तक समय की गिनती रुकी है। वादा { $date } तक का था।
late-passed-on = { $name } ने इसे { $date } को सँभाल लिया।
late-part = { $name } से { $date } को इसका एक हिस्सा करने को कहा गया। वह अभी पूरा नहीं हुआ है।
late-reopened = इसे { $date } को फिर से खोला गया।
late-in-work = हमने आपको जवाब दे दिया है। पर काम में हमारी सोच से ज़्यादा समय लग रहा है।
late-no-reason = इसकी वजह अभी तक किसी ने नहीं लिखी है। आप पूछ सकते हैं, या शिकायत कर सकते हैं।
todo-title = आपको क्या करना है
todo-nothing = आपको कुछ नहीं करना है।
todo-answer = हमारे सवाल का जवाब दें:
todo-answer-link = अभी जवाब दें
case-title = अनुरोध { $reference }
case-standing = काम कहाँ तक पहुँचा
case-timeline = अब तक क्या हुआ
case-asked = आपने क्या माँगा
case-who = किसकी ज़िम्मेदारी है
case-who-answers = इस दफ़्तर के लिए ज़िम्मेदार
case-acts = आप क्या कर सकते हैं
case-reached = हम आपसे कैसे संपर्क करते हैं
case-not-reached = हमारे पास आपका कोई पता नहीं है।
case-public = इसमें से सबको क्या दिखता है
act-message = हमें लिखें या कोई फ़ाइल भेजें
act-message-text = जो आपके अनुरोध पर काम कर रहा है, वही इसे पढ़ता है।
act-message-button = भेजें
act-contact = संपर्क का तरीक़ा बदलें
act-contact-text = इससे यह बदल जाता है कि इस अनुरोध के बारे में हम आपसे कैसे संपर्क करें। अगर आप चाहते हैं कि हम न लिखें, तो सब ख़ाली छोड़ दें।
act-contact-button = सहेजें
act-withdrawal = अपना अनुरोध वापस लें
act-withdrawal-text = फिर हम इस पर काम रोक देंगे।
act-withdrawal-button = वापस लें
act-reopening = काम नहीं हुआ: इसे फिर से खोलें
act-reopening-text = बताएँ कि अब भी क्या ठीक नहीं है। आप 60 दिन तक ऐसा कर सकते हैं।
act-reopening-button = फिर से खोलें
act-rating = बताएँ कि अनुभव कैसा रहा
act-rating-text = आपका जवाब उन आँकड़ों में जुड़ता है जो सब देख सकते हैं। आपका नाम नहीं जुड़ता।
act-rating-button = भेजें
act-complaint = हमारे काम के तरीक़े की शिकायत करें
act-complaint-text = शिकायत अपने-आप में एक अलग अनुरोध है। वह जिसके बारे में है, उसके पास कभी नहीं जाती।
act-complaint-button = शिकायत शुरू करें
act-appeal = फ़ैसले को दोबारा दिखवाएँ
act-appeal-text = जिसने फ़ैसला किया, वह नहीं, कोई और उसे दोबारा देखता है।
act-appeal-button = अपील शुरू करें
act-words = आपका संदेश
act-words-missing = कुछ लिखें, या कोई फ़ाइल चुनें
act-files = फ़ोटो और काग़ज़ (चाहें तो छोड़ दें)
act-why = क्यों? (चाहें तो छोड़ दें)
act-cannot = इसे इस्तेमाल नहीं किया जा सकता। { $why }
act-too-late = अब यह नहीं किया जा सकता। पीछे जाकर देखें कि आपका अनुरोध अब कहाँ तक पहुँचा है।
rating-title = अनुभव कैसा रहा?
rating-words = अपने शब्दों में (चाहें तो छोड़ दें)
rating-missing = पाँच में से कोई एक जवाब चुनें
rating-5 = बहुत अच्छा
rating-4 = अच्छा
rating-3 = ठीक-ठाक
rating-2 = ख़राब
rating-1 = बहुत ख़राब

### The portal: what everybody can see

reports-title = लोगों ने क्या बताया है
reports-lead = सड़कों, पार्कों और सबके काम की दूसरी चीज़ों के बारे में रिपोर्टें। इन्हें किसने भेजा, यह कोई नहीं देख सकता।
reports-status = स्थिति
reports-map = खुली रिपोर्टें नक़्शे पर दिखाएँ
reports-feed = इस सूची को फ़ीड (RSS) से देखते रहें
reports-feed-one = इस रिपोर्ट को फ़ीड (RSS) से देखते रहें
reports-none = कोई रिपोर्ट मेल नहीं खाती। दूसरे फ़िल्टर चुनें।
reports-due = वादे की तारीख़
reports-joined = एक दूसरी रिपोर्ट इस पर भी लागू है।
reports-picture = फ़ोटो
reports-again = कुछ और बताएँ
map-label = नक़्शा
map-north = उत्तर
map-south = दक्षिण
map-west = पश्चिम
map-east = पूरब
map-closer = और पास
map-further = और दूर
map-failed = नक़्शा नहीं दिखाया जा सकता। सूची या पते से काम लें।

### The portal: what you think, and what we say of ourselves

feedback-title = इस पन्ने के बारे में आपकी क्या राय है?
feedback-text = बताएँ कि क्या ठीक चलता है और क्या नहीं। अपने किसी अनुरोध के बारे में वहीं लिखें जहाँ आप उसका हाल देखते हैं।
feedback-score = यह कैसा रहा?
feedback-words = अपने शब्दों में (चाहें तो छोड़ दें)
feedback-words-hint = यहाँ अपने बारे में कुछ न लिखें।
feedback-too-long = ज़्यादा से ज़्यादा 4,000 अक्षर लिखें
feedback-button = भेजें
feedback-thanks = धन्यवाद
feedback-thanks-text = हम हर शब्द पढ़ते हैं।
complaints-title = शिकायतें और तारीफ़
complaints-lead = जब हमारा काम ख़राब रहा हो तब बताएँ, और जब अच्छा रहा हो तब भी। दोनों मायने रखते हैं।
complaints-complaint = किसी ने बदतमीज़ी की, देर की, ग़लती की, पैसे माँगे, या जवाब नहीं दिया।
complaints-appeal = आप किसी फ़ैसले से सहमत नहीं हैं।
complaints-compliment = किसी ने अच्छा काम किया।
complaints-never = आप जिसके बारे में लिखते हैं, आपका लिखा हुआ उसके पास कभी नहीं जाता।
accessibility-title = क्या हर कोई इसे इस्तेमाल कर सकता है?
accessibility-lead = हमने WCAG 2.2 मानक की { $all } में से { $met } बातें जाँचीं, और वे पूरी होती हैं।
accessibility-text = सभी पन्ने सिर्फ़ कीबोर्ड से, स्क्रीन रीडर से, स्क्रिप्ट के बिना, दोगुने आकार में और छोटे मोबाइल पर चलते हैं। जो भी भाषा आप चुन सकते हैं, उसमें हर पन्ना मौजूद है।
accessibility-tell = क्या आपके लिए कुछ ठीक नहीं चलता? हमें बताएँ, हम ठीक करेंगे:
accessibility-table = सभी बातें, और वे पूरी होती हैं, यह किससे पता चलता है
translations-title = अभी किसका अनुवाद नहीं हुआ है
translations-lead = हर बटन और हर संदेश हर भाषा में मौजूद है। शहर का कोई टेक्स्ट बाक़ी हो तो वह यहाँ दिखता है।
translations-table = कितना मौजूद है
translations-messages = बाक़ी संदेश
translations-texts = बाक़ी नाम और टेक्स्ट
translations-share = मौजूद हिस्सा
translations-missing = इस भाषा में क्या बाक़ी है:

### क्या हुआ, ग्राहक को बताते हुए

your-opened = आपने हमसे अनुरोध किया
your-replied = हमने आपको जवाब दिया
your-heard = आपने हमें लिखा
your-wait-started = हमने आपसे कुछ पूछा। आपका जवाब आने तक समय की गिनती रुकी है
your-wait-ended = समय की गिनती फिर से चल रही है
your-transfer-accepted = { $name } ने काम सँभाल लिया
your-marked-duplicate = दूसरों ने भी यही बताया। हम सबको एक साथ जवाब देते हैं
your-joined = किसी और ने भी यही बताया
your-contact-changed = आपने संपर्क का तरीक़ा बदला
your-resolved = हमने इसे बंद किया
your-reopened = इसे फिर से खोला गया
your-withdrawn = आपने इसे वापस लिया
your-promise-missed = हम वादे के समय पर काम पूरा नहीं कर सके
your-told = हमने आपको लिखा
your-feedback-invited = हमने पूछा कि कैसा रहा
your-rated = आपने बताया कि कैसा रहा
your-looked = किसी ने आपका रिकॉर्ड देखा

### फ़ाइलें जो नहीं ली जा सकतीं

reports-waiting = अनुरोध करने वाले का इंतज़ार
upload-empty = { $name } ख़ाली है। इसे फिर चुनें।
upload-too-large = { $name } { $bound } MB से बड़ी है। इसे छोटा करके सहेजें।
upload-too-many-pixels = { $name } में { $bound } मिलियन से ज़्यादा बिंदु हैं। इसे छोटा करके सहेजें।
upload-not-what-it-says = { $name } वह नहीं है जो उसका नाम कहता है। इसे फिर सहेजकर भेजें।
upload-not-taken = हम { $name } जैसी फ़ाइलें नहीं लेते। फ़ोटो, PDF या सादा पाठ भेजें।
upload-not-a-picture = { $name } तस्वीर नहीं है। कोई फ़ोटो भेजें।
upload-heic = हम { $name } नहीं पढ़ सकते। इसे JPEG में भेजें, या स्क्रीन की तस्वीर भेजें।
upload-animated = { $name } चलती हुई तस्वीर है। ठहरी हुई तस्वीर भेजें।
upload-unknown = हमें नहीं पता कि { $name } क्या है। फ़ोटो, PDF या सादा पाठ भेजें।
upload-encoding = हम { $name } का पाठ नहीं पढ़ सकते। इसे UTF-8 या PDF में सहेजें।
upload-broken = { $name } ख़राब है। इसे फिर सहेजकर भेजें।
upload-encrypted = { $name } पर पासवर्ड है। इसे बिना पासवर्ड सहेजें।
upload-active = { $name } अपने आप कुछ कर सकती है। इसे नई PDF में छापकर भेजें।
upload-unchecked = हम { $name } पूरी नहीं जाँच सकते। इसे नई PDF में छापकर भेजें।
