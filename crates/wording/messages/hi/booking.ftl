### कार्यालय में समय लेना: पन्ने, और जो ई-मेल से बताया जाता है

book-title = समय लें
book-lead = चुनें कि आप किस काम से आ रहे हैं। खाते की ज़रूरत नहीं है।
book-home = क्या आप तय समय पर आना चाहते हैं? खाते की ज़रूरत नहीं है।
book-none = अभी कोई समय नहीं लिया जा सकता। कार्यालय खुला हो तब आएँ।
book-where-title = आप कहाँ आना चाहते हैं?
book-first = पहला खाली समय: { $when }
book-full = अभी कोई समय खाली नहीं है।
book-length = { $minutes ->
        [one] इसमें लगभग { $minutes } मिनट लगता है।
       *[other] इसमें लगभग { $minutes } मिनट लगते हैं।
    }
book-when-title = समय चुनें
book-move-title = दूसरा समय चुनें
book-days = दिन
book-times = { $date } के समय
book-time-hold = { $time } लें
book-time-move = { $time } पर बदलें
book-taken = यह समय अब खाली नहीं है। दूसरा चुनें।
book-who-title = कौन आ रहा है?
book-kept = हम { $when } आपके लिए { $until } तक रखते हैं। उसके बाद दूसरे इसे ले सकते हैं।
book-name = नाम
book-name-hint = स्वागत पर हम यही पूछते हैं।
book-email-hint = हम पुष्टि और याद वहीं भेजते हैं।
book-phone-hint = हम तभी फ़ोन करते हैं जब कार्यालय बंद करना पड़े।
book-name-missing = वह नाम लिखें जिससे आप आएँगे
book-email-enough = इस पते पर पहले से काफ़ी समय लिए गए हैं। पहले एक रद्द करें।
book-confirm = यह समय लें
book-too-late-title = यह समय अब आपके लिए नहीं रखा है
book-too-late = दस मिनट से ज़्यादा हो गए। कुछ नहीं लिया गया। फिर से समय चुनें।
booking-title = आपका समय
booking-done = आपका समय ले लिया गया है
booking-cancelled-title = आपका समय रद्द हो गया है
booking-cancelled = समय फिर दूसरों के लिए खाली है। आपको कुछ नहीं करना है।
booking-checked-in = आप कतार में हैं। बोर्ड पर अपना नंबर देखें।
booking-missed = आपका समय निकल गया और आप नहीं थे। आप दूसरा समय ले सकते हैं।
booking-reference = संदर्भ
booking-when = कब
booking-where = कहाँ
booking-what = किस काम से
booking-name = नाम
booking-arrive = कार्यालय में अपना संदर्भ या नाम बताएँ। आप { $from } से { $until } तक बता सकते हैं।
booking-keep = यह पन्ना रखें
booking-keep-text = जिसके पास इसका पता है वह आपका समय बदल या रद्द कर सकता है। इसे सहेजें या संदर्भ लिख लें।
booking-mailed = हमने इस पन्ने का पता { $email } पर भेजा है।
booking-calendar = अपने कैलेंडर में डालें
booking-move = समय बदलें
booking-cancel = समय रद्द करें
booking-cancel-title = क्या यह समय रद्द करें?
booking-cancel-text = { $office } में { $when } का आपका समय दूसरों के लिए खाली हो जाएगा।
booking-cancel-button = हाँ, रद्द करें
booking-cancel-back = नहीं, मेरा समय रखें
booking-again = दूसरा समय लें
booking-earlier-title = पहले आएँ
booking-earlier-text = पहले का समय खाली हो तो हम ई-मेल से बता सकते हैं। उसे लेने तक आपका अपना समय रहता है।
booking-earlier-button = मुझे पहले के समय बताएँ
booking-earlier-on = पहले का समय खाली होने पर हम आपको लिखते हैं।
booking-earlier-stop = इसे रोकें
booking-offer-title = पहले का एक समय खाली है
booking-offer = आप इसके बदले { $when } आ सकते हैं। हम यह समय { $until } तक आपके लिए रखते हैं।
booking-offer-take = पहले का समय लें
booking-offer-refuse = नहीं, मेरा अपना रखें
booking-gone = पहले का यह समय अब आपके लिए नहीं रखा है। आपका अपना वैसा ही है।
mail-booking-booked = { $office } में आपका समय: { $when }
mail-booking-moved = { $office } में आपका नया समय: { $when }
mail-booking-reminder = { $office } में आपकी प्रतीक्षा है: { $when }
mail-booking-earlier = { $office } में पहले का एक समय खाली है
mail-booking-cancelled = आपका समय { $reference } रद्द हो गया है
mail-booking-words = आपका समय है: { $when }।
mail-booking-where =
    काम: { $line }
    कहाँ: { $office }, { $address }
    संदर्भ: { $reference }
mail-booking-change = इसे देखने, बदलने या कैलेंडर में डालने के लिए यह पन्ना खोलें:
mail-booking-cancel = क्या आप नहीं आ सकते? यह पन्ना खोलें और बटन दबाएँ, ताकि समय दूसरों को मिले:
mail-booking-earlier-words = आप इसके बदले { $when } आ सकते हैं। हम यह समय { $until } तक आपके लिए रखते हैं।
mail-booking-earlier-take = इसे लेने के लिए यह पन्ना खोलें और बटन दबाएँ:
mail-booking-earlier-own = आप कुछ न करें तो आपका अपना समय रहता है: { $when }।
mail-booking-cancelled-words = { $when } का आपका समय फिर दूसरों के लिए खाली है।
mail-booking-again = दूसरा समय लेने के लिए यह पन्ना खोलें:
mail-booking-not-you = अगर आपने कुछ नहीं लिया, तो किसी ने गलती से आपका पता दिया। आपको कुछ नहीं करना है।
