### Kiosks of an office, and the tickets that they print.

## On paper

ticket-given = { $time } को लिया
ticket-listen = अपने नंबर के लिए स्क्रीन देखें और आवाज़ सुनें। ठीक से न सुन पाते हों तो कर्मचारी को बताएँ।
ticket-code = अपनी बारी फ़ोन पर देखने के लिए इसे स्कैन करें।

## On the screen

kiosk-languages = अपनी भाषा चुनें
kiosk-start = टिकट लें
kiosk-for = आप किस काम से आए हैं?
kiosk-for-hint = जो सबसे ठीक लगे, उसे छुएँ। फिर आपका टिकट बन जाएगा।
kiosk-search = खोजें
kiosk-search-hint = लिखें कि आपको क्या चाहिए
kiosk-found-none = इन शब्दों से कुछ नहीं मिला। दूसरे शब्द लिखें, या स्वागत डेस्क पर पूछें।
kiosk-person = क्या आप किसी व्यक्ति से बात करना चाहते हैं? स्वागत डेस्क के कर्मचारी मदद करेंगे।
kiosk-tools = यह स्क्रीन कैसी दिखे
kiosk-larger = बड़े अक्षर
kiosk-contrast = गहरा कंट्रास्ट
kiosk-lower = स्क्रीन नीचे करें
kiosk-listen = सुनें
kiosk-again = फिर से शुरू करें
kiosk-your-ticket = आपका टिकट
kiosk-code = कतार में आपकी जगह दिखाने वाला कोड
kiosk-print-soon = आपका टिकट छप रहा है।
kiosk-print-yes = अपना छपा हुआ टिकट ले लें।
kiosk-print-no = टिकट नहीं छपा। अपना नंबर लिख लें।
kiosk-print-none = अपना नंबर लिख लें, या कोड स्कैन करें।
kiosk-done = मेरा काम हो गया
kiosk-still = क्या आप अभी यहाँ हैं?
kiosk-more = मुझे और समय चाहिए
kiosk-closed = दफ़्तर अभी बंद है।
kiosk-closed-until = यह { $time } को खुलेगा।
kiosk-alone = अभी कनेक्शन नहीं है। फिर भी आप टिकट ले सकते हैं।
kiosk-alone-ticket = अपना नंबर लिख लें। कनेक्शन के बिना कुछ नहीं छपता। आपकी जगह अभी से गिनी जाती है।
kiosk-alone-none = अभी यहाँ टिकट नहीं दिए जा सकते। स्वागत डेस्क पर पूछें।
kiosk-booked = क्या आपने समय लिया है? अपना संदर्भ लिखें या स्कैन करें
kiosk-booked-button = मैंने समय लिया है
kiosk-booked-none = यह समय अभी के लिए नहीं मिला
kiosk-booked-not = अपने समय के पास आएँ, या स्वागत पर पूछें।
kiosk-still-text = { $seconds ->
    [one] यह पेज { $seconds } सेकंड में बंद होगा। फिर सब मिटा दिया जाएगा।
   *[other] यह पेज { $seconds } सेकंड में बंद होगा। फिर सब मिटा दिया जाएगा।
}
