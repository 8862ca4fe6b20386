# काउंटर: कौन है, क्या हो सकता है, कौन इंतज़ार में है।
counter-title = काउंटर
counter-choose = अपना काउंटर चुनें
counter-choose-text = अगले व्यक्ति को वहीं बुलाया जाता है जहाँ आप बैठते हैं।
counter-none = आप किसी कार्यालय में आगंतुकों से नहीं मिलते।
counter-sit = यहाँ बैठें
counter-taken = { $name } यहाँ हैं
counter-leave = काउंटर छोड़ें
counter-nobody = आपके काउंटर पर कोई नहीं है
counter-next = अगला
counter-next-calls = अगले को बुलाता है। स्पेस बार भी यही करता है।
counter-next-ends = यह मुलाकात खत्म करके अगले को बुलाता है। स्पेस बार भी यही करता है।
counter-here = आपके काउंटर पर
counter-for = किस लिए आए
counter-waited = इंतज़ार किया
counter-speaks = भाषा
counter-first = पहले क्यों
counter-like-everybody = सबकी तरह इंतज़ार
counter-undo = वापस लें
counter-begin = वे आ गए
counter-again = फिर बुलाएँ
counter-no-show = नहीं आए
counter-park = अलग रखें
counter-back = लाइन में वापस
counter-pass-on = आगे भेजें
counter-pass-to = किसे
counter-to-line = जो यह देखता है
counter-to-counter = कोई काउंटर
counter-to-officer = कोई सहकर्मी
counter-also = कुछ और भी
counter-also-button = जोड़ें
counter-finish = समाप्त करें
counter-outcome = क्या हुआ
counter-outcome-none = काम हो गया
counter-line = लाइन में
counter-line-none = कोई इंतज़ार में नहीं है।
counter-waiting = इंतज़ार में
counter-longest = सबसे लंबा इंतज़ार
counter-late = हमारे वादे से ज़्यादा
counter-soon = जल्द ज़्यादा
counter-parked = आपने अलग रखे
counter-call = बुलाएँ
counter-change = बदलें
counter-let-in = टिकट दें
counter-given = टिकट { $ticket } लाइन में है।
counter-why-health = ज़्यादा इंतज़ार नहीं कर सकते
counter-why-disability = दिव्यांगता
counter-why-infant = शिशु के साथ या गर्भवती
counter-why-our-mistake = गलती हमारी थी
counter-why-danger = किसी को खतरा है
counter-called = { $count ->
    [one] { $count } बार बुलाया
   *[other] { $count } बार बुलाया
  }
counter-more = { $count ->
    [one] { $count } और इंतज़ार में है।
   *[other] { $count } और इंतज़ार में हैं।
  }
