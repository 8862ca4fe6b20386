### Mail

mail-received = आपका अनुरोध { $reference } हमें मिल गया
mail-resolved = आपका अनुरोध { $reference } बंद हो गया
mail-resolved-for-reporter = { $reference } में आपने जो बताया था, वह बंद हो गया
mail-joined = आपकी रिपोर्ट { $reference } किसी और रिपोर्ट जैसी ही है
mail-reopened = आपका अनुरोध { $reference } फिर खुल गया
mail-passed-on = आपका अनुरोध { $reference } अब दूसरे विभाग के पास है
mail-late = आपके अनुरोध { $reference } में हमें देर हो रही है
mail-feedback = आपका अनुरोध { $reference } कैसा रहा?
mail-follow = अपने अनुरोध का हाल देखने के लिए रेफ़रेंस नंबर { $reference } और वह गुप्त कोड लिखें जो हमने भेजते समय दिखाया था।
mail-follow-at = अपने अनुरोध का हाल देखने के लिए { $site } खोलें। वहाँ रेफ़रेंस नंबर { $reference } और वह गुप्त कोड लिखें जो हमने भेजते समय दिखाया था।
mail-not-you = अगर आपने कोई अनुरोध नहीं भेजा, तो किसी ने ग़लती से आपका पता दे दिया। आपको कुछ नहीं करना है।
mail-code = { $city } के लिए आपका कोड
mail-code-words =
    { $count ->
        [one] आपका कोड { $code } है। यह { $count } मिनट तक और एक ही बार चलेगा।
       *[other] आपका कोड { $code } है। यह { $count } मिनट तक और एक ही बार चलेगा।
    }
mail-code-beware = अगर आपने कोड नहीं माँगा, तो आपको कुछ नहीं करना है। हम कभी नहीं कहते कि इसे किसी को बताएँ।
mail-foot = { $city } यह संदेश अपने आप भेजता है; इसके जवाब कोई नहीं पढ़ता। मदद: { $contact }
