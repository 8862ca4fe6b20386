### Call-backs: what customers read
visit-call = हमसे फ़ोन करने को कहें
visit-call-title = आपकी बारी आने पर हम फ़ोन करेंगे
visit-call-text = आपकी जगह बनी रहती है और आना ज़रूरी नहीं। नंबर सिर्फ़ इसी फ़ोन के लिए है। दिन ख़त्म होने पर वह मिटा दिया जाता है।
visit-call-hint = जैसे 617 555 0134 या +1 617 555 0134
visit-call-button = मुझे फ़ोन करें
visit-call-enough = इस नंबर पर हम दूसरे टिकटों के लिए पहले से फ़ोन करते हैं। दूसरा नंबर दें।
visit-call-change = नंबर बदलें
visit-call-waiting = हम आपको फ़ोन करेंगे
visit-call-number = हम उस नंबर पर फ़ोन करते हैं जिसके आख़िर में { $digits } है।
visit-call-window = फ़ोन { $from } और { $until } के बीच आना चाहिए। पहले भी आ सकता है।
visit-call-late = हमने कहा था कि फ़ोन { $until } तक आएगा, और हमें देर हो गई है। हमें खेद है। आपकी जगह बनी रहती है।
visit-call-unknown = हम नहीं कह सकते कि कब। हम दफ़्तर { $time } पर बंद होने से पहले फ़ोन करने की कोशिश करते हैं।
visit-call-now = हम आपको अभी फ़ोन कर रहे हैं
visit-call-here = आप फ़ोन पर { $counter } से बात कर रहे हैं
visit-call-missed = आपने हमारा फ़ोन नहीं उठाया
visit-call-again = हम { $time } के बाद फिर फ़ोन करेंगे। आपकी जगह बनी रहती है।
visit-call-parked = { $counter } आपको फिर फ़ोन करेगा
visit-call-no-show = हमने फ़ोन किया और आपने नहीं उठाया
visit-call-no-show-text = हमने कई बार कोशिश की। फिर कतार में लगें, या दफ़्तर आएँ।
visit-passed-phone = { $counter }, फ़ोन से
mail-call-missed = हमने आपको फ़ोन किया: { $line }, { $office }
mail-call-missed-words = आपने { $office } से फ़ोन करने को कहा था: { $line }। हमने कई बार फ़ोन किया और किसी ने नहीं उठाया, इसलिए कतार में आपकी जगह छोड़ दी गई।
mail-call-missed-again = आप फिर कतार में लग सकते हैं, या खुला होने पर { $office } आ सकते हैं।

### Call-backs and written work at a counter

counter-call-back = फ़ोन से
counter-call-now = उन्हें फ़ोन करें
counter-call-dial = { $phone } पर फ़ोन करें
counter-call-none = नंबर मिटा दिया गया
counter-phone = फ़ोन
counter-on-phone = आपके साथ फ़ोन पर
counter-answered = उन्होंने उठाया
counter-no-answer = जवाब नहीं
counter-no-answer-does = जवाब न मिले तो उनकी जगह बनी रहती है और 10 मिनट बाद फिर कोशिश होती है, कुल तीन बार।
counter-tried = { $count ->
    [one] { $count } बार जवाब नहीं मिला
   *[other] { $count } बार जवाब नहीं मिला
  }
counter-tried-again = { $time } के बाद फिर कोशिश
counter-call-number = वापस फ़ोन करने का नंबर
counter-call-optional = वे कहीं और रुकें तो वापस फ़ोन करने का नंबर
counter-call-home = उन्हें जाने दें और फ़ोन करें
counter-takes = आप क्या लेते हैं
counter-takes-live = मुलाकातें और फ़ोन
counter-takes-written = लिखित काम
counter-takes-both = दोनों, जो भी अगला हो
counter-case = आपके लिए एक मामला
counter-case-open = मामला खोलें
counter-case-due = समय सीमा
counter-case-undue = कोई वादा नहीं
counter-case-about = किस बारे में
counter-case-done = इसे रख दें
counter-next-case = यह मामला रख देता है, जो आपका ही रहता है, और अगला लेता है। स्पेस बार भी यही करता है।
counter-order = यह पहले क्यों
counter-order-age = यह हद से ज़्यादा रुका था।
counter-order-priority = यह दूसरों से पहले है: { $why }।
counter-order-share = हमारे वादे के समय में से इसने { $ahead } % लिया था, और { $other } ने { $behind } %।
counter-order-place = इसकी जगह { $other } से पहले है।
counter-order-kept = { $count ->
    [one] लिखित काम रुका है: मुलाकातों के लिए { $count } अधिकारी खाली है, और हम { $reserve } रखते हैं।
   *[other] लिखित काम रुका है: मुलाकातों के लिए { $count } अधिकारी खाली हैं, और हम { $reserve } रखते हैं।
  }
lobby-windows = हमारे बताए समय में फ़ोन: { $told } में से { $kept }
