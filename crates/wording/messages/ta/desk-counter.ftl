# ஒரு சாளரம்: யார் உள்ளார், என்ன செய்யலாம், யார் காத்திருக்கிறார்.
counter-title = சாளரம்
counter-choose = உங்கள் சாளரத்தைத் தேர்ந்தெடுக்கவும்
counter-choose-text = அடுத்தவர் நீங்கள் அமரும் இடத்திற்கு அழைக்கப்படுவார்.
counter-none = நீங்கள் எந்த அலுவலகத்திலும் வருகையாளர்களைச் சந்திப்பதில்லை.
counter-sit = இங்கே அமரவும்
counter-taken = { $name } இங்கே உள்ளார்
counter-leave = சாளரத்தை விடவும்
counter-nobody = உங்கள் சாளரத்தில் யாரும் இல்லை
counter-next = அடுத்தவர்
counter-next-calls = அடுத்தவரை அழைக்கும். இடைவெளி விசையும் இதைச் செய்யும்.
counter-next-ends = இந்த வருகையை முடித்து அடுத்தவரை அழைக்கும். இடைவெளி விசையும் இதைச் செய்யும்.
counter-here = உங்கள் சாளரத்தில்
counter-for = வந்த காரணம்
counter-waited = காத்திருந்தது
counter-speaks = பேசும் மொழி
counter-first = முன்னுரிமைக்கான காரணம்
counter-like-everybody = எல்லோரையும் போல் காத்திருக்கிறார்
counter-undo = திரும்பப் பெறவும்
counter-begin = வந்துவிட்டார்
counter-again = மீண்டும் அழைக்கவும்
counter-no-show = வரவில்லை
counter-park = ஒதுக்கி வைக்கவும்
counter-back = வரிசைக்குத் திருப்பவும்
counter-pass-on = மாற்றி அனுப்பவும்
counter-pass-to = யாருக்கு
counter-to-line = அடுத்து சேவை செய்பவர்
counter-to-counter = ஒரு சாளரம்
counter-to-officer = ஒரு சக ஊழியர்
counter-also = வேறொன்றும் வேண்டும்
counter-also-button = சேர்க்கவும்
counter-finish = முடிக்கவும்
counter-outcome = என்ன முடிவு
counter-outcome-none = முடிந்தது
counter-line = வரிசையில்
counter-line-none = யாரும் காத்திருக்கவில்லை.
counter-waiting = காத்திருப்போர்
counter-longest = நீண்ட காத்திருப்பு
counter-late = நாங்கள் சொன்னதை விட அதிகம்
counter-soon = விரைவில் அதிகமாகும்
counter-parked = நீங்கள் ஒதுக்கி வைத்தவர்கள்
counter-call = அழைக்கவும்
counter-change = மாற்றவும்
counter-let-in = சீட்டு கொடுக்கவும்
counter-given = சீட்டு { $ticket } வரிசையில் உள்ளது.
counter-why-health = நீண்ட நேரம் காத்திருக்க முடியாது
counter-why-disability = மாற்றுத்திறன்
counter-why-infant = குழந்தையுடன் அல்லது கர்ப்பிணி
counter-why-our-mistake = நாங்கள் தவறு செய்தோம்
counter-why-danger = யாரோ ஆபத்தில் உள்ளார்
counter-called = { $count ->
    [one] ஒரு முறை அழைக்கப்பட்டது
   *[other] { $count } முறை அழைக்கப்பட்டது
  }
counter-more = { $count ->
    [one] மேலும் { $count } பேர் காத்திருக்கிறார்.
   *[other] மேலும் { $count } பேர் காத்திருக்கிறார்கள்.
  }
