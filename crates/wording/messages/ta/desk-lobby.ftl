# காத்திருப்பு அறை, அதை நடத்துபவர் காண்பது போல்.
lobby-title = காத்திருப்பு அறை
lobby-of = காத்திருப்பு அறை: { $office }
lobby-none = நீங்கள் எந்தக் காத்திருப்பு அறையையும் நடத்தவில்லை. உங்கள் மேற்பார்வையாளரைக் கேளுங்கள்.
lobby-offices = அலுவலகங்கள்
lobby-as-of = { $time } நிலவரம்
lobby-live = தானாகப் புதுப்பி
lobby-still = புதுப்பிப்பதை நிறுத்து
lobby-not-sure = அனைவரும் வெளியேற வேண்டும் எனக் குறியிடுங்கள். எதுவும் மாறவில்லை.
desk-not-done = செய்யப்படவில்லை
desk-titled = { $first }: { $title }
desk-room-lost = இணைப்பு இல்லை. இங்கே காண்பது பழையதாக இருக்கலாம்.
lobby-figures = எப்படி நடக்கிறது
lobby-fine = இருக்க வேண்டியபடி
lobby-near = தவறும் நிலை
lobby-missed = தவறியது
lobby-unknown = இன்னும் தெரியாது
lobby-waiting = இப்போது காத்திருப்போர்
lobby-over-target = இலக்கு: யாரும் இல்லை
lobby-longest = மிக நீண்ட காத்திருப்பு
lobby-at-most = இலக்கு: அதிகபட்சம் { $what }
lobby-at-least = இலக்கு: குறைந்தது { $what }
lobby-in-time = இன்று நேரத்தில் அழைக்கப்பட்டோர்
lobby-gone = விட்டுச் சென்றோர் அல்லது வராதோர்
lobby-ahead = அதிகம் காத்திருப்போர், அடுத்த 30 நிமிடம்
lobby-cannot-say = இப்போது சொல்ல முடியாது
lobby-counters = சாளரங்கள்
lobby-what-if = { $counter } திறந்தால், மிக நீளும் காத்திருப்புகள்: 30 நிமிடத்தில் { $half }, 60 நிமிடத்தில் { $hour }.
lobby-what-if-same = { $counter } திறந்தாலும் அடுத்த ஒரு மணி நேரத்தில் உதவாது.
lobby-too-long = மிக நீளம்
lobby-takes-in = புதிய சீட்டுகள்
lobby-closed = இன்று மூடப்பட்டது
lobby-close = மூடு
lobby-open = திற
lobby-no-counter = எந்தச் சாளரத்திலும் யாரும் இல்லை.
lobby-with = யாருடன்
lobby-since = எவ்வளவு நேரம்
lobby-free = இந்தச் சாளரத்தை விடுவி
lobby-day = இன்று, மணி வாரியாக
lobby-day-none = இன்று யாரும் வரவில்லை.
lobby-hour = மணி முதல்
lobby-expected = எதிர்பார்ப்பு
lobby-came = வந்தவர்கள்
lobby-counters-needed = தேவையான சாளரங்கள்
lobby-counters-called = அழைத்த சாளரங்கள்
lobby-tell = காத்திருக்கும் அனைவருக்கும் சொல்
lobby-tell-what = அவர்கள் மொழியில் என்ன சொல்ல வேண்டும்
lobby-tell-minutes = எத்தனை நிமிடங்கள்
lobby-tell-button = சொல்
lobby-told = { $time } வரை அனைவருக்கும் சொல்லப்படுகிறது: { $said }
lobby-unannounce = இனி சொல்லாதே
lobby-tell-delay = இன்று வழக்கத்தை விட நேரமாகிறது. வருந்துகிறோம்.
lobby-tell-systems-down = எங்கள் கணினிகள் இயங்கவில்லை. உங்கள் இடம் காக்கப்படும்.
lobby-tell-few-counters = இன்று குறைவான சாளரங்கள் உள்ளன. காத்திருப்புக்கு வருந்துகிறோம்.
lobby-tell-closing-early = இன்று முன்னதாக மூடுகிறோம். முடிந்தவரை அழைப்போம்.
lobby-emergency = அலுவலகத்தை இப்போதே மூடு
lobby-emergency-text = எல்லா வருகைகளும் முடியும், யாரும் சேர முடியாது, திரைகள் வெளியேறச் சொல்லும். இன்று முன்பதிவு செய்தவர்களுக்கு மின்னஞ்சலில் தெரிவிக்கப்படும்.
lobby-emergency-sure = ஆம், அனைவரும் வெளியேற வேண்டும்
lobby-emergency-since = { $time } முதல் அலுவலகம் மூடப்பட்டுள்ளது.
lobby-open-again = மீண்டும் அனுமதி
counter-rest = இடைவேளை எடு
counter-rest-minutes = எத்தனை நிமிடங்கள்
counter-rest-button = இடைவேளையைத் தொடங்கு
counter-return = நான் திரும்பிவிட்டேன்
lobby-over = { $count ->
    [one] வாக்கை மீறியவர்: { $count }
   *[other] வாக்கை மீறியோர்: { $count }
  }
lobby-called = { $count ->
    [one] { $count } அழைப்பில்
   *[other] { $count } அழைப்புகளில்
  }
lobby-gone-more = { $count ->
    [one] { $count } நபர்
   *[other] { $count } பேர்
  }
lobby-ahead-hour = { $count ->
    [one] அடுத்த 60 நிமிடத்தில் { $count }
   *[other] அடுத்த 60 நிமிடத்தில் { $count }
  }
lobby-resting = { $count ->
    [one] { $count } இடைவேளையில்
   *[other] { $count } இடைவேளையில்
  }
lobby-needed = { $count ->
    [one] இப்போது தேவை: { $count }
   *[other] இப்போது தேவை: { $count }
  }
lobby-tell-most = { $count ->
    [one] அதிகபட்சம் { $count } நிமிடம்
   *[other] அதிகபட்சம் { $count } நிமிடங்கள்
  }
lobby-ticket = { $count ->
    [one] நிமிடம்: சீட்டு { $ticket }
   *[other] நிமிடங்கள்: சீட்டு { $ticket }
  }
lobby-printers = கியோஸ்க்குகளின் அச்சுப்பொறிகள்
lobby-printer = கியோஸ்க் { $number }
lobby-printer-fine = அச்சிடுகிறது.
lobby-printer-gone = { $time } முதல் அச்சிடவில்லை.
lobby-printer-last = கடைசிச் சீட்டு: { $time }
lobby-printer-never = இன்னும் எந்தச் சீட்டையும் அச்சிடவில்லை.
lobby-printer-mend = காகிதம், மின்சாரம், கம்பி ஆகியவற்றைப் பாருங்கள். அதுவரை சீட்டுகள் திரையில் இருக்கும். சரியாகவில்லை என்றால் நிறுவலைப் பார்த்துக்கொள்பவரிடம் சொல்லுங்கள்.
