# The desk: signing in, and what is around every page of it.
desk-sign-in = साइन इन करें
desk-sign-in-demo = चुनें कि आप कौन बनना चाहते हैं। यह एक नमूना है।
desk-sign-in-others = यहाँ काम करने वाले दूसरे लोग
desk-sign-out = साइन आउट करें
desk-sections = कहाँ जाएँ
desk-inbox = इनबॉक्स
desk-signed-in = { $name } के नाम से साइन इन
role-clerk = लिपिक
role-specialist = विशेषज्ञ
role-supervisor = पर्यवेक्षक
role-analyst = विश्लेषक
role-administrator = प्रशासक
role-contact-centre = संपर्क केंद्र
desk-code = आपका अधिकारी कोड
desk-password-word = पासवर्ड
desk-sign-in-wrong = कोड या पासवर्ड गलत है। फिर से कोशिश करें।
desk-sign-in-help = पासवर्ड नहीं है या खो गया? इस डेस्क को चलाने वालों से नया माँगें।
desk-sign-in-as = { $name } के रूप में आगे बढ़ें
desk-sign-in-unknown = आप अंदर आ गए, पर यहाँ आपके नाम का कोई अधिकारी नहीं है। इस डेस्क को चलाने वालों से पूछें।
desk-slow-seconds = बहुत बार कोशिश हुई। { $count ->
    [one] { $count } सेकंड
   *[other] { $count } सेकंड
  } रुकें, फिर कोशिश करें।
desk-slow-minutes = बहुत बार कोशिश हुई। { $count ->
    [one] { $count } मिनट
   *[other] { $count } मिनट
  } रुकें, फिर कोशिश करें।
desk-password = अपना पासवर्ड बदलें
desk-password-lead = आप बाकी सभी ब्राउज़रों से साइन आउट हो जाएँगे।
desk-password-current = आपका अभी का पासवर्ड
desk-password-new = नया पासवर्ड
desk-password-again = नया पासवर्ड फिर से
desk-password-hint = { $count } या ज़्यादा अक्षर रखें। कुछ शब्द एक साथ लिखना अच्छा है।
desk-password-change = पासवर्ड बदलें
desk-password-short = नया पासवर्ड बहुत छोटा है। { $count } या ज़्यादा अक्षर रखें।
desk-password-long = नया पासवर्ड बहुत लंबा है। ज़्यादा से ज़्यादा { $count } अक्षर रखें।
desk-password-name = नया पासवर्ड आपका अपना नाम है। दूसरे शब्द चुनें।
desk-password-no-text = नए पासवर्ड में ऐसे चिह्न हैं जिन्हें कोई टाइप नहीं कर सकता। उन्हें हटाएँ।
desk-password-differs = यह नए पासवर्ड जैसा नहीं है। फिर से लिखें।
desk-password-same = यही आपका अभी का पासवर्ड है। नया चुनें।
desk-password-wrong = यह आपका पासवर्ड नहीं है। फिर से कोशिश करें।
desk-sessions = आप कहाँ साइन इन हैं
desk-session-browser = ब्राउज़र
desk-session-since = कब से
desk-session-seen = पिछला उपयोग
desk-session-here = यही
desk-session-end = बंद करें
desk-sessions-end-others = बाकी सब बंद करें
desk-sessions-colleagues = साइन इन किए हुए साथी
desk-colleague = साथी
desk-sessions-count = { $count ->
    [one] { $count } ब्राउज़र
   *[other] { $count } ब्राउज़र
  }
desk-browser-unknown = अनजान ब्राउज़र
desk-status-serving = ग्राहक के साथ
desk-status-available = खाली
desk-status-break = विराम पर
desk-status-away = अनुपस्थित
desk-shift-none = कोई पाली नहीं
desk-break-until = { $time } तक विराम
desk-break-over = विराम { $time } पर खत्म हुआ
desk-shift = आपकी पाली
desk-shift-status = अभी आपकी स्थिति क्या है?
desk-shift-minutes = आपका विराम कितना लंबा है?
desk-shift-channels = आप किस तरह सेवा देते हैं?
desk-shift-languages = किन भाषाओं में?
desk-shift-begin = पाली शुरू करें
desk-shift-change = सहेजें
desk-shift-end = पाली खत्म करें
desk-shift-no-status = अभी की स्थिति चुनें।
desk-shift-no-minutes = विराम की लंबाई चुनें।
desk-shift-no-channels = सेवा का कम से कम एक तरीका चुनें।
desk-minutes = { $count ->
    [one] { $count } मिनट
   *[other] { $count } मिनट
  }
desk-notes-left = आपकी टीम ने छोड़ा
desk-note-left = { $name }, { $time }
desk-shift-note = आगे आने वाले के लिए नोट
desk-shift-note-hint = आपकी टीम इसे पाली शुरू करते समय देखती है। ग्राहक कभी नहीं देखते।
desk-note-wrong = यह नोट बहुत लंबा है या इसमें ऐसे चिह्न हैं जिन्हें कोई टाइप नहीं कर सकता।
desk-hand-over = अपने खुले मामले सौंपें
desk-hand-nothing = आपके पास कोई खुला मामला नहीं है।
desk-hand-to = यह कहाँ जाए?
desk-hand-keep = मैं रखता हूँ
desk-hand-queue = वापस कतार में
desk-hand-words = आपकी टीम के लिए नोट
desk-hand-not-to = यह साथी इस मामले पर काम नहीं कर सकता। किसी और को चुनें।
event-signed-in = एक अधिकारी ने साइन इन किया
event-sign-in-failed = एक साइन इन विफल हुआ
event-signed-out = एक अधिकारी साइन आउट हुआ
event-password-set = एक अधिकारी का नया पासवर्ड है
event-shift-begun = एक पाली शुरू हुई
event-shift-ended = एक पाली खत्म हुई
event-visited = एक मुलाकात में कुछ हुआ
event-counter-changed = एक काउंटर खोला या छोड़ा गया
event-lobby-changed = एक पर्यवेक्षक ने प्रतीक्षा करने वालों के लिए कुछ बदला
event-booked = कार्यालय में समय लिया या बदला गया
event-device-changed = एक स्क्रीन या कियोस्क लगाया या बंद किया गया
event-presence-changed = एक अधिकारी ने बताया कि वे उपस्थित हैं या नहीं
