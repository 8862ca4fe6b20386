# Merging, parents, corrections, approvals.
your-merged = हम इसे आपके दूसरे अनुरोध में आगे बढ़ा रहे हैं
your-unmerged = यह फिर से अलग अनुरोध है
your-took-in = आपका दूसरा अनुरोध यहाँ चल रहा है
your-gave-back = आपका दूसरा अनुरोध फिर से अलग है
your-split-off = आपके लिखे से हमने अलग अनुरोध बनाया
your-answers-corrected = हमने आपका एक जवाब सुधारा
your-place-corrected = हमने जगह सुधारी
your-service-corrected = हमने विषय सुधारा: { $name }
your-offered = हम आपको पेशकश करते हैं: { $name }
mail-merged = आपका अनुरोध { $reference } दूसरे में चल रहा है
mail-unmerged = आपका अनुरोध { $reference } फिर से अलग है
mail-service-corrected = हमने आपका अनुरोध { $reference } सुधारा
standing-merged = हम इसे { $name } में आगे बढ़ा रहे हैं।
your-extended = हमने आपके साथ और समय तय किया: अब { $date }
event-extended = और समय तय हुआ: { $name }। अब { $date } तक
promised-agreed = हमने आपके साथ तय किया कि { $date } तक पूरा करेंगे। पहले { $before } का वादा था।
desk-agreed = तय किया हुआ; पहला वादा { $date } का था
desk-approvals = फ़ैसला बाक़ी
desk-approvals-link = { $count ->
    [0] फ़ैसला बाक़ी
   *[other] फ़ैसला बाक़ी ({ $count })
}
desk-approvals-none = आपके लिए कुछ बाक़ी नहीं है।
desk-approvals-case = वरिष्ठ अधिकारी से पूछा गया
desk-approval-asks = { $name } की माँग: { $what }
desk-approval-outcome = इसे “{ $name }” के रूप में बंद करना
desk-approval-due = { $name } को { $date } तक जवाब देना है: { $time } बाक़ी।
desk-approval-late = { $name } को { $date } तक जवाब देना था: { $time } की देरी।
desk-approval-asked = { $name } से पूछा गया। उनके ऊपर कोई नहीं है।
desk-approval-approved = हाँ, { $date } को।
desk-approval-refused = नहीं, { $date } को।
desk-approval-message = व्यक्ति यह पढ़ेगा:
desk-approval-answer = जवाब:
desk-approval-yes = हाँ, करें
desk-approval-no = नहीं
desk-pressing = आपके पास लाए गए
desk-pressing-since = { $date } से
desk-pressing-about-to-break = वादा टूटने वाला है,
desk-pressing-broken = वादा पूरा नहीं हुआ,
desk-pressing-reply-about-to-break = पहले जवाब में जल्द ही देर हो जाएगी,
desk-pressing-reply-broken = पहले जवाब में देर हो चुकी है,
desk-pressing-not-answered = किसी ने समय पर जवाब नहीं दिया,
desk-acts-offer = आप क्या दे सकते हैं
desk-acts-hand-on = आगे देना या औरों से कहना
desk-acts-right = सुधारना
desk-acts-together = मामले जोड़ना या बाँटना
desk-act-waking = इस पर फिर काम करें
desk-act-waking-button = इस पर फिर काम करें
desk-act-rest = एक तारीख़ तक रोकें
desk-act-rest-button = रोकें
desk-act-rest-says = समय चलता रहेगा। यह उस दिन, या व्यक्ति के लिखने पर लौटेगा।
desk-act-until = कब तक
desk-act-offer = पेशकश
desk-act-offer-button = यह दें
desk-act-amount = कितना ({ $unit })
desk-act-unit-days = कार्य दिवस
desk-act-message = व्यक्ति क्या पढ़ेगा
desk-act-superior-why = क्यों? इसे वरिष्ठ अधिकारी पढ़ते हैं, व्यक्ति नहीं।
desk-act-ask = { $name } से पूछें
desk-act-answered-by = अभी पूछें तो { $name } को { $date } तक जवाब देना है।
desk-act-limit-none = आप यह अकेले तय नहीं कर सकते।
desk-act-limit-alone = आप यह अकेले तय कर सकते हैं।
desk-act-limit = आप अकेले { $amount } तक दे सकते हैं।
desk-act-offered = { $date } को दिया गया: { $what }
desk-act-then = और फिर
desk-act-stays-open = मामला खुला रखें
desk-act-outcome-approval = दूसरे व्यक्ति के साथ बंद करें
desk-act-outcome-approval-button = पूछें
desk-act-answers = जवाब सुधारें
desk-act-answers-button = सुधारें
desk-act-place = जगह सुधारें
desk-act-place-button = सुधारें
desk-act-service = यह किसी और बारे में है
desk-act-service-button = सुधारें
desk-act-service-is = किस बारे में है
desk-act-merge = दूसरे मामले में मिलाएँ
desk-act-merge-button = मिलाएँ
desk-act-unmerge = इसे फिर अलग करें
desk-act-unmerge-button = इसे फिर अलग मामला बनाएँ
desk-act-split = संदेश अलग करें
desk-act-split-button = नया मामला बनाएँ
desk-act-parent = मुख्य मामले के साथ जवाब दें
desk-act-parent-button = उस मामले के नीचे रखें
desk-act-parent-of = मुख्य मामले का नंबर
desk-act-parent-says = मुख्य मामले में जो कहा जाए वह यहाँ भी एक बार कहा जाता है। यह उसी के साथ बंद होता है।
desk-act-leaving = अलग से जवाब दें
desk-act-leaving-button = फिर अलग से जवाब दें
desk-act-agencies = विभाग। हर एक को अपना काम मिलता है।
desk-family = इनसे जुड़ा है
desk-family-goes-on = यह इसमें चल रहा है:
desk-family-parent = इसका जवाब इसके साथ:
desk-family-merged = यह भी यहीं चल रहा है:
desk-family-split = इससे अलग हुआ:
desk-family-about = इससे आया, या इसके बारे में:
desk-family-children = { $count ->
    [one] { $count } मामले का जवाब इसके साथ दिया जाता है।
   *[other] { $count } मामलों का जवाब इसके साथ दिया जाता है।
} { $open ->
    [0] कोई खुला नहीं है।
    [one] { $open } खुला है।
   *[other] { $open } खुले हैं।
}
desk-family-list = इन्हें दिखाएँ
desk-to-children = { $count ->
    [one] { $count } और मामले में यही शब्द जाएँगे।
   *[other] { $count } और मामलों में यही शब्द जाएँगे।
}
desk-transfers = जिनसे इसे लेने को कहा गया
desk-transfer-asked = से पूछा गया, अभी जवाब नहीं
desk-transfer-accepted = ने { $date } को ले लिया
desk-case-rests = { $date } तक रुका है। समय चल रहा है।
desk-changes = क्या सुधारा गया
desk-change-by = { $name }, { $date }
desk-change-place = जगह
desk-change-service = किस बारे में है
desk-change-before = पहले:
desk-change-after = अब:
desk-back-to-case = वापस:
desk-merge-says = दोनों में से एक चलता है, दूसरा उसी पर ले जाता है। व्यक्ति को एक बार बताया जाता है। जब तक कुछ इस पर टिका न हो, आप इसे वापस ले सकते हैं।
desk-merge-other = दूसरे मामले का नंबर
desk-merge-look = दोनों दिखाएँ
desk-merge-unknown = इस नंबर का कोई और मामला आपको नहीं दिखता।
desk-merge-opened = { $date } को खुला
desk-merge-due = { $date } तक
desk-merge-keep = दोनों इसमें चलें:
desk-split-says = आप जो चुनें वह अलग मामला बनता है। उसका समय पहले संदेश के आने से गिना जाता है। वापस लेने के लिए दोनों को मिलाएँ।
desk-split-none = व्यक्ति ने कोई और संदेश नहीं लिखा।
desk-split-which = कौन से संदेश किसी और बारे में हैं?
desk-split-service = वे क्या माँगते हैं?
