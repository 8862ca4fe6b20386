# The desk: signing in, and what is around every page of it.
desk-sign-in = உள்நுழைக
desk-sign-in-demo = யாராக இருக்க வேண்டும் எனத் தேர்ந்தெடுங்கள். இது ஒரு மாதிரி.
desk-sign-in-others = இங்கே பணிபுரியும் மற்றவர்கள்
desk-sign-out = வெளியேறு
desk-sections = எங்கே செல்லலாம்
desk-inbox = உள்பெட்டி
desk-signed-in = { $name } என உள்நுழைந்துள்ளீர்கள்
role-clerk = எழுத்தர்
role-specialist = நிபுணர்
role-supervisor = மேற்பார்வையாளர்
role-analyst = பகுப்பாய்வாளர்
role-administrator = நிர்வாகி
role-contact-centre = தொடர்பு மையம்
desk-code = உங்கள் அலுவலர் குறியீடு
desk-password-word = கடவுச்சொல்
desk-sign-in-wrong = குறியீடு அல்லது கடவுச்சொல் தவறு. மீண்டும் முயலுங்கள்.
desk-sign-in-help = கடவுச்சொல் இல்லையா, தொலைந்ததா? இந்த மேசையை நடத்துவோரிடம் புதியதைக் கேளுங்கள்.
desk-sign-in-as = { $name } ஆகத் தொடர்க
desk-sign-in-unknown = நீங்கள் உள்ளே வந்தீர்கள், ஆனால் இங்கே உங்கள் பெயரில் அலுவலர் இல்லை. இந்த மேசையை நடத்துவோரிடம் கேளுங்கள்.
desk-slow-seconds = அதிக முயற்சிகள். { $count ->
    [one] { $count } நொடி
   *[other] { $count } நொடிகள்
  } காத்திருந்து மீண்டும் முயலுங்கள்.
desk-slow-minutes = அதிக முயற்சிகள். { $count ->
    [one] { $count } நிமிடம்
   *[other] { $count } நிமிடங்கள்
  } காத்திருந்து மீண்டும் முயலுங்கள்.
desk-password = கடவுச்சொல்லை மாற்றுக
desk-password-lead = மற்ற எல்லா உலாவிகளிலிருந்தும் வெளியேற்றப்படுவீர்கள்.
desk-password-current = இப்போதைய கடவுச்சொல்
desk-password-new = புதிய கடவுச்சொல்
desk-password-again = புதிய கடவுச்சொல் மீண்டும்
desk-password-hint = { $count } எழுத்துகள் அல்லது மேல் இடுங்கள். சில சொற்கள் சேர்ந்தால் நல்லது.
desk-password-change = கடவுச்சொல்லை மாற்று
desk-password-short = புதிய கடவுச்சொல் மிகக் குறுகியது. { $count } எழுத்துகள் அல்லது மேல் இடுங்கள்.
desk-password-long = புதிய கடவுச்சொல் மிக நீளம். அதிகம் { $count } எழுத்துகள்.
desk-password-name = புதிய கடவுச்சொல் உங்கள் சொந்தப் பெயர். வேறு சொற்களை இடுங்கள்.
desk-password-no-text = புதிய கடவுச்சொல்லில் தட்டச்சு செய்ய முடியாத குறிகள் உள்ளன. நீக்குங்கள்.
desk-password-differs = இது புதிய கடவுச்சொல்லுடன் பொருந்தவில்லை. மீண்டும் இடுங்கள்.
desk-password-same = இது இப்போதைய கடவுச்சொல். புதியதைத் தேர்வு செய்க.
desk-password-wrong = இது உங்கள் கடவுச்சொல் அல்ல. மீண்டும் முயலுங்கள்.
desk-sessions = நீங்கள் உள்நுழைந்துள்ள இடங்கள்
desk-session-browser = உலாவி
desk-session-since = எப்போதிருந்து
desk-session-seen = கடைசிப் பயன்பாடு
desk-session-here = இது
desk-session-end = முடி
desk-sessions-end-others = மற்ற அனைத்தையும் முடி
desk-sessions-colleagues = உள்நுழைந்துள்ள சக அலுவலர்கள்
desk-colleague = சக அலுவலர்
desk-sessions-count = { $count ->
    [one] { $count } உலாவி
   *[other] { $count } உலாவிகள்
  }
desk-browser-unknown = அறியாத உலாவி
desk-status-serving = வாடிக்கையாளருடன்
desk-status-available = தயார்
desk-status-break = இடைவேளையில்
desk-status-away = இங்கு இல்லை
desk-shift-none = பணிநேரம் இல்லை
desk-break-until = { $time } வரை இடைவேளை
desk-break-over = இடைவேளை { $time } மணிக்கு முடிந்தது
desk-shift = உங்கள் பணிநேரம்
desk-shift-status = இப்போது உங்கள் நிலை என்ன?
desk-shift-minutes = இடைவேளை எவ்வளவு நேரம்?
desk-shift-channels = எப்படிச் சேவை செய்கிறீர்கள்?
desk-shift-languages = எந்த மொழிகளில்?
desk-shift-begin = பணிநேரத்தைத் தொடங்கு
desk-shift-change = சேமி
desk-shift-end = பணிநேரத்தை முடி
desk-shift-no-status = இப்போதைய நிலையைத் தேர்வு செய்க.
desk-shift-no-minutes = இடைவேளை நேரத்தைத் தேர்வு செய்க.
desk-shift-no-channels = சேவை வழி ஒன்றையாவது தேர்வு செய்க.
desk-minutes = { $count ->
    [one] { $count } நிமிடம்
   *[other] { $count } நிமிடங்கள்
  }
desk-notes-left = உங்கள் குழு விட்டுச் சென்றது
desk-note-left = { $name }, { $time }
desk-shift-note = அடுத்து வருபவருக்கான குறிப்பு
desk-shift-note-hint = உங்கள் குழு பணி தொடங்கும்போது இதைப் பார்க்கும். வாடிக்கையாளர்கள் பார்க்க மாட்டார்கள்.
desk-note-wrong = இந்தக் குறிப்பு மிக நீளம், அல்லது தட்டச்சு செய்ய முடியாத குறிகள் உள்ளன.
desk-hand-over = உங்கள் திறந்த வழக்குகளை ஒப்படையுங்கள்
desk-hand-nothing = உங்களிடம் திறந்த வழக்கு இல்லை.
desk-hand-to = இது எங்கே செல்லும்?
desk-hand-keep = நானே வைத்திருக்கிறேன்
desk-hand-queue = மீண்டும் வரிசைக்கு
desk-hand-words = உங்கள் குழுவுக்கான குறிப்பு
desk-hand-not-to = இந்தச் சக அலுவலர் இந்த வழக்கில் பணி செய்யக் கூடாது. வேறு ஒருவரைத் தேர்வு செய்க.
event-signed-in = ஓர் அலுவலர் உள்நுழைந்தார்
event-sign-in-failed = ஓர் உள்நுழைவு தோல்வியுற்றது
event-signed-out = ஓர் அலுவலர் வெளியேற்றப்பட்டார்
event-password-set = ஓர் அலுவலருக்குப் புதிய கடவுச்சொல் உள்ளது
event-shift-begun = ஒரு பணிநேரம் தொடங்கியது
event-shift-ended = ஒரு பணிநேரம் முடிந்தது
event-visited = ஒரு வருகையில் ஏதோ நடந்தது
event-counter-changed = ஒரு சாளரம் திறக்கப்பட்டது அல்லது விடப்பட்டது
event-lobby-changed = காத்திருப்போருக்காக மேற்பார்வையாளர் ஒன்றை மாற்றினார்
event-booked = அலுவலக நேரம் பதிவானது அல்லது மாறியது
event-device-changed = ஒரு திரை அல்லது கியோஸ்க் அமைக்கப்பட்டது அல்லது நிறுத்தப்பட்டது
event-presence-changed = ஓர் அதிகாரி தாம் இருப்பதைச் சொன்னார்
