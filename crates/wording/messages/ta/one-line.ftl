### Call-backs: what customers read
visit-call = நாங்கள் உங்களை அழைக்கக் கேளுங்கள்
visit-call-title = உங்கள் முறை வரும்போது அழைக்கிறோம்
visit-call-text = உங்கள் இடம் அப்படியே இருக்கும்; வர வேண்டியதில்லை. இந்த எண்ணை இந்த அழைப்புக்கு மட்டும் பயன்படுத்துகிறோம். நாள் முடிந்ததும் அது அழிக்கப்படும்.
visit-call-hint = எடுத்துக்காட்டாக 617 555 0134 அல்லது +1 617 555 0134
visit-call-button = என்னை அழையுங்கள்
visit-call-enough = இந்த எண்ணை வேறு சீட்டுகளுக்கும் அழைக்கிறோம். வேறு எண் தாருங்கள்.
visit-call-change = எண்ணை மாற்றவும்
visit-call-waiting = உங்களை அழைப்போம்
visit-call-number = { $digits } என முடியும் எண்ணை அழைக்கிறோம்.
visit-call-window = அழைப்பு { $from } முதல் { $until } வரைக்குள் வர வேண்டும். முன்னரே வரலாம்.
visit-call-late = { $until } மணிக்குள் அழைப்பதாகச் சொன்னோம்; தாமதமாகிவிட்டது. வருந்துகிறோம். உங்கள் இடம் அப்படியே இருக்கும்.
visit-call-unknown = எப்போது என்று சொல்ல முடியாது. அலுவலகம் { $time } மணிக்கு மூடும் முன் அழைக்க முயல்கிறோம்.
visit-call-now = இப்போது உங்களை அழைக்கிறோம்
visit-call-here = நீங்கள் பேசுவது: { $counter }
visit-call-missed = எங்கள் அழைப்பை நீங்கள் எடுக்கவில்லை
visit-call-again = { $time } மணிக்குப் பிறகு மீண்டும் அழைப்போம். உங்கள் இடம் அப்படியே இருக்கும்.
visit-call-parked = மீண்டும் அழைப்பது: { $counter }
visit-call-no-show = அழைத்தோம், நீங்கள் எடுக்கவில்லை
visit-call-no-show-text = பல முறை முயன்றோம். மீண்டும் வரிசையில் சேருங்கள், அல்லது அலுவலகத்திற்கு வாருங்கள்.
visit-passed-phone = { $counter }, தொலைபேசியில்
mail-call-missed = உங்களை அழைத்தோம்: { $line }, { $office }
mail-call-missed-words = { $office } உங்களை அழைக்கக் கேட்டீர்கள்: { $line }. பல முறை அழைத்தும் யாரும் எடுக்கவில்லை. எனவே வரிசையில் உங்கள் இடம் விடப்பட்டது.
mail-call-missed-again = மீண்டும் வரிசையில் சேரலாம், அல்லது திறந்திருக்கும்போது வரலாம்: { $office }.

### Call-backs and written work at a counter

counter-call-back = தொலைபேசியில்
counter-call-now = தொலைபேசியில் அழையுங்கள்
counter-call-dial = { $phone } ஐ அழைக்கவும்
counter-call-none = எண் அழிக்கப்பட்டது
counter-phone = தொலைபேசி
counter-on-phone = உங்களுடன் தொலைபேசியில்
counter-answered = எடுத்தார்
counter-no-answer = எடுக்கவில்லை
counter-no-answer-does = எடுக்காவிட்டால் அவர் இடம் அப்படியே இருக்கும்; 10 நிமிடங்களுக்குப் பிறகு மீண்டும், மொத்தம் மூன்று முறை முயல்வோம்.
counter-tried = { $count ->
    [one] ஒரு முறை எடுக்கவில்லை
   *[other] { $count } முறை எடுக்கவில்லை
  }
counter-tried-again = { $time } மணிக்குப் பிறகு மீண்டும் முயலப்படும்
counter-call-number = திரும்ப அழைக்க வேண்டிய எண்
counter-call-optional = வேறிடத்தில் காத்திருந்தால், திரும்ப அழைக்க வேண்டிய எண்
counter-call-home = போக விட்டு, திரும்ப அழைக்கவும்
counter-takes = நீங்கள் எடுப்பது
counter-takes-live = வருகைகளும் அழைப்புகளும்
counter-takes-written = எழுத்து வேலை
counter-takes-both = இரண்டும், எது அடுத்ததோ
counter-case = உங்களுக்கு ஒரு வழக்கு
counter-case-open = வழக்கைத் திறக்கவும்
counter-case-due = கெடு
counter-case-undue = உறுதி எதுவும் இல்லை
counter-case-about = எதைப் பற்றி
counter-case-done = கீழே வைக்கவும்
counter-next-case = இந்த வழக்கைக் கீழே வைத்து (அது உங்களுடையதே) அடுத்ததை எடுக்கும். இடைவெளி விசையும் இதைச் செய்யும்.
counter-order = ஏன் இது முதலில்
counter-order-age = இது காத்திருக்க வேண்டியதை விட நீண்ட நேரம் காத்திருந்தது.
counter-order-priority = இது மற்றவற்றுக்கு முன் செல்லும்: { $why }.
counter-order-share = நாங்கள் உறுதியளிக்கும் நேரத்தில் இது { $ahead } %, { $other } { $behind } % பயன்படுத்தியது.
counter-order-place = இதன் இடம் { $other } க்கு முன்.
counter-order-kept = { $count ->
    [one] எழுத்து வேலை காத்திருக்கிறது: வருகைகளுக்கு { $count } அலுவலர் ஓய்வாக உள்ளார்; { $reserve } பேரை வைத்திருக்கிறோம்.
   *[other] எழுத்து வேலை காத்திருக்கிறது: வருகைகளுக்கு { $count } அலுவலர்கள் ஓய்வாக உள்ளனர்; { $reserve } பேரை வைத்திருக்கிறோம்.
  }
lobby-windows = நாங்கள் சொன்ன நேரத்திற்குள் அழைப்புகள்: { $told } இல் { $kept }
