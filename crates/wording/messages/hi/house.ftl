### Dates

month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर
weekday-1 = सोमवार
weekday-2 = मंगलवार
weekday-3 = बुधवार
weekday-4 = गुरुवार
weekday-5 = शुक्रवार
weekday-6 = शनिवार
weekday-7 = रविवार
date = { $weekday }, { $day } { $month } { $year }
date-time = { $date }, { $time } बजे

### Notices that the house writes to customers

notice-received = { $service } के बारे में आपका अनुरोध { $reference } हमें मिल गया है। हमारा वादा है कि इसे { $due } तक पूरा करेंगे।
notice-received-no-promise = { $service } के बारे में आपका अनुरोध { $reference } हमें मिल गया है।
notice-resolved = आपका अनुरोध { $reference } बंद हो गया है: { $outcome }।
notice-resolved-for-reporter = आपने { $reference } में जो समस्या बताई थी, वह बंद हो गई है: { $outcome }। औरों ने भी इसके बारे में बताया था।
notice-joined = आपकी रिपोर्ट { $reference } उसी बात के बारे में है जिस पर पहले { $other } आ चुकी है। उसका नतीजा हम आपको बताएँगे।
notice-merged = आपका अनुरोध { $reference } उसी बात के बारे में है जिस पर आपका अनुरोध { $other } है। हम { $other } पर काम जारी रखते हैं।
notice-unmerged = आपका अनुरोध { $reference } फिर से अलग अनुरोध है।
notice-service-corrected = हमने आपका अनुरोध { $reference } सुधारा: यह { $service } के बारे में है। हम { $due } तक काम पूरा करने का वादा करते हैं।
notice-service-corrected-no-promise = हमने आपका अनुरोध { $reference } सुधारा: यह { $service } के बारे में है।
notice-promised-later = हमने आपका अनुरोध { $reference } सुधारा: यह { $service } के बारे में है। इसमें हमारे कहे से ज़्यादा समय लगेगा, हमें खेद है। हम { $due } तक काम पूरा करने का वादा करते हैं।
notice-promised-no-more = हमने आपका अनुरोध { $reference } सुधारा: यह { $service } के बारे में है। हम कोई दिन नहीं बता सकते, हमें खेद है।
notice-reopened = आपका अनुरोध { $reference } फिर से खुल गया है। हमारा वादा है कि इसे { $due } तक पूरा करेंगे।
notice-reopened-no-promise = आपका अनुरोध { $reference } फिर से खुल गया है।
notice-passed-on = आपका अनुरोध { $reference } अब { $agency } के पास है। वादे की तारीख़ वही रहेगी।
notice-feedback = आपका अनुभव कैसा रहा? 1 (ख़राब) से 5 (अच्छा) तक अंक दें। चाहें तो कुछ शब्द भी लिखें।
notice-late = आपके अनुरोध { $reference } में देर हो गई है। इसे { $due } तक पूरा करने का वादा था। इस पर काम अब भी चल रहा है।

### Timeline sentences, one a kind of event

event-opened = अनुरोध आया
event-assigned = { $name } ने मामला लिया
event-unassigned = मामला वापस कतार में गया
event-noted = एक अधिकारी ने टिप्पणी लिखी
event-replied = एक अधिकारी ने जवाब दिया
event-heard = आवेदक ने लिखा
event-wait-started = आवेदक से कुछ पूछा गया; समय की गिनती रुकी है
event-wait-ended = समय की गिनती फिर से चल रही है
event-transfer-asked = { $name } से मामला सँभालने को कहा गया
event-transfer-accepted = { $name } ने मामला सँभाल लिया
event-transfer-returned = मामला वापस भेजा गया
event-task-asked = { $name } से काम का एक हिस्सा करने को कहा गया
event-task-answered = { $name } ने अपने हिस्से के बारे में जवाब दिया
event-marked-duplicate = पहले का एक अनुरोध इस पर भी लागू है
event-joined = इसी बात की एक और रिपोर्ट जुड़ी
event-contact-changed = आवेदक ने अपने से संपर्क का तरीक़ा बदला
event-merged = यह दूसरे अनुरोध में चल रहा है
event-unmerged = यह फिर से अलग मामला है
event-took-in = उसी व्यक्ति का दूसरा मामला इसमें चल रहा है
event-gave-back = वह मामला फिर से अलग है
event-split-off = कुछ संदेश अलग मामला बन गए
event-put-under = इसका जवाब मुख्य मामले के साथ दिया जाता है
event-taken-out = इसका जवाब फिर से अलग दिया जाता है
event-child-joined = एक और मामले का जवाब इसके साथ दिया जाता है
event-child-left = एक मामले का जवाब फिर से अलग दिया जाता है
event-answers-corrected = एक जवाब सुधारा गया
event-place-corrected = जगह सुधारी गई
event-service-corrected = सेवा सुधारी गई: { $name }
event-snoozed = काम एक दिन तक रुका है; समय चल रहा है
event-woke = इस पर फिर काम हो रहा है
event-offered = व्यक्ति को पेशकश की गई: { $name }
event-approval-asked = { $name } से मंज़ूरी माँगी गई
event-approval-answered = वरिष्ठ अधिकारी ने जवाब दिया
event-escalated = मामला { $name } के पास लाया गया
event-resolved = मामला बंद हुआ
event-reopened = मामला फिर से खुला
event-withdrawn = आवेदक ने इसे वापस ले लिया
event-promise-missed = वादे का समय निकल गया
event-told = आवेदक को बताया गया
event-feedback-invited = आवेदक से पूछा गया कि अनुभव कैसा रहा
event-rated = आवेदक ने बताया कि अनुभव कैसा रहा
event-looked = रिकॉर्ड देखा गया
event-token-created = एक कुंजी बनाई गई
event-token-revoked = एक कुंजी वापस ली गई
event-job-replayed = अधूरा रहा काम फिर से किया गया

### Pages

product = रोटुंडा
skip = सामग्री पर जाएँ
language-name = हिन्दी
languages = भाषा
demo-note = यह एक नमूना है। अनुरोध 2015 के हैं और असली हैं; कर्मचारी काल्पनिक हैं। जो दिन आप देख रहे हैं, वह भी काल्पनिक है।
refresh = फिर से देखें
footer-help = मदद के लिए फ़ोन करें, लिखें या आएँ: { $contact }
footer-source = आँकड़े: { $source }

start-title = हर सेवा के लिए एक ही जगह
start-lead = { $city } के सभी विभाग यहाँ जवाब देते हैं। हर अनुरोध के साथ एक वादा होता है। वादे कैसे निभाए जाते हैं, यह हर कोई देख सकता है।
start-today = आज, { $date }
start-as-of = { $time } बजे की स्थिति
start-opened = अनुरोध आए
start-closed = अनुरोध बंद हुए
start-open = अनुरोध खुले हैं
start-empty = अभी तक कोई अनुरोध नहीं आया है। पहला अनुरोध आते ही यहाँ दिखेगा।
start-doors = दरवाज़े
start-scorecard = वादे कैसे निभाए जाते हैं
start-scorecard-text = क्या शहर अपनी बात पर खरा उतरता है? पूरे शहर का हाल देखें, या किसी एक विभाग, सेवा, इलाक़े या माध्यम का।
start-open311 = Open311
start-open311-text = GeoReport v2 समझने वाले किसी भी ऐप से अनुरोध भेजें और उन पर नज़र रखें, XML और JSON में।

score-title = वादे कैसे निभाए जाते हैं
score-sentence = { $judged } में से { $kept } वादे निभाए गए: जिन अनुरोधों का समय आ चुका था, उनका { $share }।
score-sentence-none = इस अवधि के किसी अनुरोध का समय अभी नहीं आया है। इसलिए कोई वादा परखा नहीं जा सकता।
score-period = { $from } से { $to } तक के अनुरोध, { $today } की स्थिति में
score-filter = चुनें कि क्या देखना है
score-from = कब से
score-to = कब तक
score-agency = विभाग
score-service = सेवा
score-district = इलाक़ा
score-channel = माध्यम
score-by = तुलना का आधार
score-all = सभी
score-unknown = पता नहीं
score-show = दिखाएँ
score-requests = अनुरोध
score-kept = निभाए गए वादे
score-kept-range = 95% भरोसे के साथ { $low } और { $high } के बीच
score-completion = आधे पूरे होने का समय
score-completion-p90 = दस में से नौ: { $time } में
score-reply = आधों को जवाब मिलने का समय
score-reply-p90 = दस में से नौ: { $time } में
score-not-yet = दस में से नौ: अभी बहुत सारे खुले हैं, इसलिए कहा नहीं जा सकता
score-backlog = अंत में खुले
score-backlog-late = इस अवधि के { $count } अनुरोधों का समय निकल चुका है
score-reopened = फिर से खुले
score-rating = संतुष्ट
score-rating-n =
    { $count ->
        [0] अभी तक किसी ने अंक नहीं दिए
        [one] { $count } व्यक्ति की राय से
       *[other] { $count } लोगों की राय से
    }
score-trend = समय के साथ
score-trend-desc = उन वादों के स्तंभ जिनका समय आ चुका था: भरा हिस्सा निभाया गया, धारीदार हिस्सा नहीं निभाया गया। यही आँकड़े नीचे की तालिका में हैं।
score-trend-kept = निभाए गए
score-trend-missed = नहीं निभाए गए
score-table = यही एक तालिका में
score-week = इस दिन से आए अनुरोध
score-groups = तुलना
score-name = नाम
score-late = देर से हुए या अब तक बाक़ी
score-median = आधे इतने समय में
score-backlog-age = खुले अनुरोध कितने पुराने हैं
score-age-7 = 7 दिन तक
score-age-30 = 8 से 30 दिन
score-age-90 = 31 से 90 दिन
score-age-365 = 91 दिन से एक साल
score-age-more = एक साल से ज़्यादा
score-nothing = इस अवधि में कोई अनुरोध नहीं है।
score-definitions = आँकड़ों का मतलब
score-def-requests-text = इस अवधि में सभी माध्यमों से आए सभी अनुरोध। पुराने सिस्टम से आए अनुरोध वैसे ही गिने जाते हैं जैसे उसमें दर्ज थे।
score-def-kept-text = जिन अनुरोधों का वादा परखा जा सकता है, उनमें से वे जो समय पर बंद हुए। वादा तब परखा जा सकता है जब अनुरोध बंद हो चुका हो, या खुला हो और उसका तय दिन बीत चुका हो। जितनी देर हमने आवेदक का इंतज़ार किया, वह समय नहीं गिना जाता। जो अनुरोध आवेदकों ने वापस ले लिए, वे छोड़ दिए जाते हैं।
score-def-completion-text = अनुरोध खुलने से बंद होने तक, घड़ी के हिसाब से लगा समय। जो अनुरोध खुले हैं, उनका अब तक का समय गिना जाता है, ताकि धीमे अनुरोध छूट न जाएँ। (यह काप्लान और मायर की विधि है।)
score-def-reply-text = अनुरोध खुलने से किसी व्यक्ति के लिखे पहले जवाब तक का समय। सिस्टम के अपने-आप भेजे संदेश नहीं गिने जाते।
score-def-backlog-text = अवधि का आख़िरी दिन पूरा होने पर जो अनुरोध खुले थे, वे सभी, चाहे कितने भी पुराने हों।
score-def-rating-text = अंक देने वालों में से वे, जिन्होंने 1 से 5 के पैमाने पर 4 या 5 दिए। थोड़े ही लोगों ने अंक दिए हों तो उनसे कम ही पता चलता है; उनकी संख्या साथ में लिखी है।
score-download = आँकड़े साथ ले जाएँ
score-waits = दफ़्तरों में इंतज़ार
score-waits-sentence = { $judged } में से { $kept } लोग वादे के समय के भीतर बुलाए गए: { $share }। 95 % भरोसे के साथ यह { $low } और { $high } के बीच है।
score-waits-none = इस अवधि में किसी ने दफ़्तर में इंतज़ार नहीं किया।
score-waits-where = कहाँ और किस लिए
score-waits-promise = वादा { $time } के भीतर
score-waits-came = आए
score-waits-in-time = समय पर बुलाए गए
score-waits-range = 95 % भरोसे के साथ
score-waits-low-high = { $low } से { $high }
score-waits-half = आधे लोगों ने इतने तक इंतज़ार किया
score-waits-nine = दस में से नौ ने इतने तक इंतज़ार किया
score-waits-gone = किसे सेवा नहीं मिली, और किससे आगे कोई और गया
score-waits-left = चले गए
score-waits-closed = दफ़्तर पहले बंद हो गया
score-waits-missed = बुलाने पर नहीं थे
score-waits-overtaken = जिनसे आगे कोई और गया
score-waits-by-priority = प्राथमिकता वाले लोग
score-waits-by-line = किसी और काम से आए लोग
score-waits-by-other = और तरह से
score-def-waits-in-time-text = वे लोग जो अपने काम के लिए किए गए वादे के समय के भीतर बुलाए गए। बाकी देर से बुलाए गए, उस समय के बाद चले गए, या दफ़्तर बंद होने पर वहीं थे। जो पहले चले गए, वे नहीं गिने जाते। दिन पूरा होने पर ही गिना जाता है।
score-def-waits-half-text = कतार में आने से पहली पुकार तक का समय। बुकिंग हो तो यह बुक किए समय से शुरू होता है। जो चले गए, वे उतने समय के लिए गिने जाते हैं जितना उन्होंने इंतज़ार किया, ताकि लंबे इंतज़ार न छूटें। दस में से नौ की बात कम से कम दस इंतज़ार पर कही जाती है।
score-def-waits-overtaken-text = बाद में आया कोई पहले बुलाया गया। कुछ लोग पहले जाते हैं, जैसे छोटे बच्चे के साथ। कोई काउंटर कुछ ही काम करता है, इसलिए वहाँ किसी और काम से आए लोग बुलाए जा सकते हैं। और तरह का मतलब है, जैसे किसी एक अधिकारी के लिए रखी जगह। हर व्यक्ति एक बार गिना जाता है।
score-waits-csv = दफ़्तरों में इंतज़ार CSV में
score-csv = CSV में
score-json = JSON में

agency = विभाग
service = सेवा
district = इलाक़ा
channel = माध्यम
channel-web = वेबसाइट
channel-app = ऐप
channel-phone = फ़ोन
channel-counter = काउंटर
channel-email = ई-मेल
channel-text = एसएमएस
channel-chat = चैट
channel-social = सोशल मीडिया
channel-letter = चिट्ठी
channel-staff = कर्मचारी ने देखा
channel-api = दूसरा सिस्टम
channel-house = पुराने सिस्टम से

### How long, how long ago, and how soon

time-minutes = { $count } मिनट
time-hours = { $count ->
    [one] { $count } घंटा
   *[other] { $count } घंटे
}
time-days = { $count } दिन

time-now = अभी
ago-minutes = { $count } मिनट पहले
ago-hours = { $count ->
    [one] { $count } घंटा पहले
   *[other] { $count } घंटे पहले
}
ago-days = { $count } दिन पहले
ago-months = { $count ->
    [one] { $count } महीना पहले
   *[other] { $count } महीने पहले
}
ago-years = { $count } साल पहले
in-minutes = { $count } मिनट में
in-hours = { $count } घंटे में
in-days = { $count } दिन में
in-months = { $count } महीने में
in-years = { $count } साल में

### When something goes wrong

problem-title = यह नहीं हो सका
problem-not-found = इस पते पर कुछ नहीं है। शायद पता ग़लत लिखा गया है, या जो यहाँ था वह कहीं और चला गया है।
problem-busy = एक साथ बहुत कुछ माँगा जा रहा है। कुछ भी नहीं बदला है। थोड़ा रुककर फिर कोशिश करें।
problem-other = यह पता समझ में नहीं आया।
problem-not-now = यह अभी नहीं हो सकता। पेज खोलने के बाद कुछ बदल गया होगा। कुछ भी बदला नहीं गया। वापस जाएँ और पेज फिर से लोड करें।
problem-form-old = यह पन्ना बहुत देर तक खुला रहा, या आपका ब्राउज़र कुकी नहीं रखता। कुछ भी नहीं बदला है। वापस जाएँ, पन्ना फिर से खोलें और दोबारा भेजें।
problem-too-large = आपने जो भेजा, वह बहुत बड़ा है। कुछ भी नहीं बदला है। कम या छोटी फ़ाइलें भेजें।
problem-home = पहले पन्ने पर जाएँ

### Around every page

around-home = मुख्य पृष्ठ
around-services = सेवाएँ
around-follow = अनुरोध का हाल
around-reports = आपके पास की रिपोर्टें
around-scorecard = हमारा काम कैसा है
around-sections = मुख्य पन्ने
around-demo = नमूना
around-feedback = बताएँ कि यह पन्ना कैसा लगा
around-complaints = शिकायत करें
around-accessibility = सबके लिए सुगमता
around-about = इस साइट के बारे में
around-translations = अनुवाद
around-offline = बिना इंटरनेट
around-error-title = गड़बड़ी: { $title }
style-title = पन्ने कैसे दिखते हैं
style-lead = पन्नों का हर हिस्सा, हर हाल में, अपने कोड के साथ, अंग्रेज़ी में। उदाहरण काल्पनिक हैं।

### For those who keep it running

start-api = REST API
start-api-text = अधिकारी और साझेदार सिस्टम जो कुछ करते हैं, वह सब, OpenAPI दस्तावेज़ के साथ।
start-ops = इसे चलाने वालों के लिए
start-ops-text = क्या यह चल रहा है, क्या यह तैयार है, और Prometheus के लिए आँकड़े।
