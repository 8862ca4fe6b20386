# Searching at the desk.
find-anything = मामला खोजें
find-search = खोजें
find-title = मामले खोजें
find-words = आप इसके बारे में क्या जानते हैं?
find-hint = संदर्भ, नाम, फ़ोन, ई-मेल, सड़क या कोई भी शब्द। फ़ोन नंबर का अंत काफ़ी है।
find-filters = केवल कुछ मामले देखें
find-any = सभी
find-status = स्थिति
find-status-open = खुला
find-status-waiting = ग्राहक की प्रतीक्षा में
find-status-closed = बंद
find-service = सेवा
find-agency = एजेंसी
find-district = ज़िला
find-channel = कैसे आया
find-from = कब से खुला
find-to = कब तक खुला
find-count = { $count ->
    [0] कोई मामला नहीं मिला
    [one] { $count } मामला मिला
   *[other] { $count } मामले मिले
}
find-newest = सबसे नए { $count } मामले
find-next = पुराने मामले
find-instead = किसी मामले में “{ $typed }” नहीं है। इनमें { $meant } है।
find-meant = क्या आपका मतलब इनमें से कोई है?
find-none = आपने जो लिखा उससे कुछ मेल नहीं खाता।
find-none-words = कम शब्द लिखें। हर शब्द मामले में होना चाहिए।
find-none-spelling = वर्तनी जाँचें, या शब्द की केवल शुरुआत लिखें।
find-none-filters = ऊपर के विकल्पों के बिना सभी मामले देखें।
find-opened = खुला { $when }
find-due = नियत समय { $when }
find-late = देर: नियत समय { $when } था
find-in-description = बताया:
find-in-address = जगह:
find-in-answer = उत्तर:
find-in-name = ग्राहक:
find-in-reached = संपर्क:
find-in-written = लिखा:
find-offers = मिले: { "{n}" }
find-offers-none = कुछ नहीं मिला
find-go = यहाँ जाएँ
find-go-hint = लिखें कि कहाँ जाना है या क्या खोजना है
find-go-close = बंद करें
find-go-open = खुला हुआ मामला
find-go-recent = आपके खोले मामले
find-go-none = आपने अभी तक कोई मामला नहीं खोला है।
find-go-pages = पृष्ठ
