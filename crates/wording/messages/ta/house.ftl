### Dates

month-1 = ஜனவரி
month-2 = பிப்ரவரி
month-3 = மார்ச்
month-4 = ஏப்ரல்
month-5 = மே
month-6 = ஜூன்
month-7 = ஜூலை
month-8 = ஆகஸ்ட்
month-9 = செப்டம்பர்
month-10 = அக்டோபர்
month-11 = நவம்பர்
month-12 = டிசம்பர்
weekday-1 = திங்கள்
weekday-2 = செவ்வாய்
weekday-3 = புதன்
weekday-4 = வியாழன்
weekday-5 = வெள்ளி
weekday-6 = சனி
weekday-7 = ஞாயிறு
date = { $weekday }, { $day } { $month } { $year }
date-time = { $date }, { $time }

### Notices that the house writes to customers

notice-received = { $service } பற்றிய உங்கள் கோரிக்கை { $reference } எங்களுக்குக் கிடைத்தது. இதை { $due } மணிக்குள் முடிப்போம் என உறுதியளிக்கிறோம்.
notice-received-no-promise = { $service } பற்றிய உங்கள் கோரிக்கை { $reference } எங்களுக்குக் கிடைத்தது.
notice-resolved = உங்கள் கோரிக்கை { $reference } முடித்து வைக்கப்பட்டது: { $outcome }.
notice-resolved-for-reporter = நீங்கள் { $reference } என்ற எண்ணில் தெரிவித்த பிரச்சினை முடித்து வைக்கப்பட்டது: { $outcome }. மற்றவர்களும் இதைத் தெரிவித்திருந்தார்கள்.
notice-joined = உங்கள் தகவல் { $reference }, முன்பே வந்த { $other } பேசும் அதே விஷயத்தைப் பற்றியது. அது எப்படி முடிகிறது என்று உங்களுக்குத் தெரிவிப்போம்.
notice-merged = உங்கள் கோரிக்கை { $reference }, உங்கள் { $other } பேசும் அதே விஷயத்தைப் பற்றியது. { $other } எண்ணில் தொடர்கிறோம்.
notice-unmerged = உங்கள் கோரிக்கை { $reference } மீண்டும் தனிக் கோரிக்கையானது.
notice-service-corrected = உங்கள் கோரிக்கை { $reference } ஐத் திருத்தினோம்: இது { $service } பற்றியது. { $due } க்குள் முடிப்போம் என்று உறுதி தருகிறோம்.
notice-service-corrected-no-promise = உங்கள் கோரிக்கை { $reference } ஐத் திருத்தினோம்: இது { $service } பற்றியது.
notice-promised-later = உங்கள் கோரிக்கை { $reference } ஐத் திருத்தினோம்: இது { $service } பற்றியது. நாங்கள் சொன்னதை விட அதிக நாள் ஆகும்; வருந்துகிறோம். { $due } க்குள் முடிப்போம் என்று உறுதி தருகிறோம்.
notice-promised-no-more = உங்கள் கோரிக்கை { $reference } ஐத் திருத்தினோம்: இது { $service } பற்றியது. எந்த நாளையும் உறுதியாகச் சொல்ல முடியவில்லை; வருந்துகிறோம்.
notice-reopened = உங்கள் கோரிக்கை { $reference } மீண்டும் திறக்கப்பட்டது. இதை { $due } மணிக்குள் முடிப்போம் என உறுதியளிக்கிறோம்.
notice-reopened-no-promise = உங்கள் கோரிக்கை { $reference } மீண்டும் திறக்கப்பட்டது.
notice-passed-on = உங்கள் கோரிக்கை { $reference } இப்போது { $agency } வசம் உள்ளது. உறுதியளித்த தேதி மாறாது.
notice-feedback = உங்கள் அனுபவம் எப்படி இருந்தது? 1 (மோசம்) முதல் 5 (நன்று) வரை மதிப்பிடுங்கள். விரும்பினால் சில வார்த்தைகளும் எழுதுங்கள்.
notice-late = உங்கள் கோரிக்கை { $reference } தாமதமாகிவிட்டது. இதை { $due } மணிக்குள் முடிப்பதாக உறுதியளித்திருந்தோம். வேலை இன்னும் நடக்கிறது.

### Timeline sentences, one a kind of event

event-opened = கோரிக்கை வந்தது
event-assigned = { $name } கோரிக்கையை எடுத்துக்கொண்டார்
event-unassigned = கோரிக்கை மீண்டும் வரிசைக்குச் சென்றது
event-noted = அலுவலர் ஒருவர் குறிப்பு எழுதினார்
event-replied = அலுவலர் ஒருவர் பதிலளித்தார்
event-heard = கோரிக்கையாளர் எழுதினார்
event-wait-started = கோரிக்கையாளரிடம் ஒரு விவரம் கேட்கப்பட்டது; காலக்கெடு நிறுத்தி வைக்கப்பட்டது
event-wait-ended = காலக்கெடு மீண்டும் தொடர்கிறது
event-transfer-asked = { $name } பொறுப்பேற்குமாறு கேட்கப்பட்டது
event-transfer-accepted = { $name } பொறுப்பேற்றது
event-transfer-returned = கோரிக்கை திருப்பி அனுப்பப்பட்டது
event-task-asked = { $name } ஒரு பகுதி வேலையைச் செய்யுமாறு கேட்கப்பட்டது
event-task-answered = { $name } தன் பகுதி பற்றிப் பதிலளித்தது
event-marked-duplicate = முந்தைய கோரிக்கை ஒன்று இதற்கும் பொருந்தும்
event-joined = இதே விஷயம் பற்றிய மற்றொரு தகவல் சேர்ந்தது
event-contact-changed = கோரிக்கையாளர் தம்மைத் தொடர்புகொள்ளும் வழியை மாற்றினார்
event-merged = வேறொரு கோரிக்கையாகத் தொடர்கிறது
event-unmerged = மீண்டும் தனிக் கோரிக்கையானது
event-took-in = இதே நபரின் இன்னொரு கோரிக்கை இதில் தொடர்கிறது
event-gave-back = அந்தக் கோரிக்கை மீண்டும் தனியானது
event-split-off = சில செய்திகள் தனிக் கோரிக்கையாயின
event-put-under = முதன்மைக் கோரிக்கையுடன் சேர்த்துப் பதில் தரப்படும்
event-taken-out = மீண்டும் தனியாகப் பதில் தரப்படும்
event-child-joined = இன்னொரு கோரிக்கைக்கும் இதனுடன் பதில் தரப்படும்
event-child-left = ஒரு கோரிக்கைக்கு மீண்டும் தனியாகப் பதில் தரப்படும்
event-answers-corrected = ஒரு பதில் திருத்தப்பட்டது
event-place-corrected = இடம் திருத்தப்பட்டது
event-service-corrected = சேவை திருத்தப்பட்டது: { $name }
event-snoozed = ஒரு நாள் வரை வேலை காத்திருக்கிறது; கெடு ஓடுகிறது
event-woke = மீண்டும் வேலை நடக்கிறது
event-offered = வழங்க முன்வந்தது: { $name }
event-approval-asked = { $name } இடம் ஒப்புதல் கேட்கப்பட்டது
event-approval-answered = மேலதிகாரி பதில் தந்தார்
event-escalated = { $name } இடம் கொண்டுசெல்லப்பட்டது
event-resolved = கோரிக்கை முடித்து வைக்கப்பட்டது
event-reopened = கோரிக்கை மீண்டும் திறக்கப்பட்டது
event-withdrawn = கோரிக்கையாளர் அதைத் திரும்பப் பெற்றார்
event-promise-missed = உறுதியளித்த நேரம் தவறிவிட்டது
event-told = கோரிக்கையாளருக்குத் தெரிவிக்கப்பட்டது
event-feedback-invited = அனுபவம் எப்படி இருந்தது என்று கோரிக்கையாளரிடம் கேட்கப்பட்டது
event-rated = அனுபவம் எப்படி இருந்தது என்று கோரிக்கையாளர் சொன்னார்
event-looked = பதிவு பார்க்கப்பட்டது
event-token-created = அணுகல் சாவி ஒன்று உருவாக்கப்பட்டது
event-token-revoked = அணுகல் சாவி ஒன்று திரும்பப் பெறப்பட்டது
event-job-replayed = முடியாமல் போன வேலை மீண்டும் முயலப்பட்டது

### Pages

product = ரோட்டண்டா
skip = உள்ளடக்கத்திற்குச் செல்லுங்கள்
language-name = தமிழ்
languages = மொழி
demo-note = இது ஒரு செயல்விளக்கம். கோரிக்கைகள் 2015-இல் வந்த உண்மையானவை; பணியாளர்கள் கற்பனை. நீங்கள் பார்க்கும் நாளும் கற்பனையே.
refresh = மீண்டும் பாருங்கள்
footer-help = உதவிக்கு அழையுங்கள், எழுதுங்கள் அல்லது நேரில் வாருங்கள்: { $contact }
footer-source = தரவு: { $source }

start-title = எல்லாச் சேவைகளுக்கும் ஒரே இடம்
start-lead = { $city } தன் எல்லாத் துறைகளுக்கும் இங்கே பதிலளிக்கிறது. ஒவ்வொரு கோரிக்கைக்கும் ஒரு வாக்குறுதி உண்டு. வாக்குறுதிகள் எப்படி நிறைவேறுகின்றன என்று எல்லோரும் பார்க்கலாம்.
start-today = இன்று, { $date }
start-as-of = { $time } மணி நிலவரம்
start-opened = கோரிக்கைகள் வந்தன
start-closed = கோரிக்கைகள் முடித்து வைக்கப்பட்டன
start-open = கோரிக்கைகள் நிலுவையில் உள்ளன
start-empty = இன்னும் எந்தக் கோரிக்கையும் வரவில்லை. முதல் கோரிக்கை வந்தவுடன் இங்கே தெரியும்.
start-doors = வாயில்கள்
start-scorecard = வாக்குறுதிகள் எப்படி நிறைவேறுகின்றன
start-scorecard-text = நகரம் தன் வாக்கைக் காப்பாற்றுகிறதா? முழுவதுமாக, அல்லது ஒரு துறை, சேவை, பகுதி, வழி வாரியாகப் பாருங்கள்.
start-open311 = Open311
start-open311-text = GeoReport v2 பேசும் எந்தச் செயலியிலிருந்தும் கோரிக்கைகளை அனுப்பலாம், தொடரலாம்; XML, JSON இரண்டிலும்.

score-title = வாக்குறுதிகள் எப்படி நிறைவேறுகின்றன
score-sentence = { $judged } வாக்குறுதிகளில் { $kept } நிறைவேறின: கெடு முடிந்த கோரிக்கைகளில் { $share }.
score-sentence-none = இந்தக் காலத்தின் எந்தக் கோரிக்கைக்கும் கெடு இன்னும் முடியவில்லை. எனவே எந்த வாக்குறுதியையும் இப்போது மதிப்பிட முடியாது.
score-period = { $from } முதல் { $to } வரையான கோரிக்கைகள், { $today } நிலவரப்படி
score-filter = பார்க்க வேண்டியதைத் தேர்ந்தெடுங்கள்
score-from = தொடக்க நாள்
score-to = இறுதி நாள்
score-agency = துறை
score-service = சேவை
score-district = பகுதி
score-channel = வழி
score-by = எதை வைத்து ஒப்பிட
score-all = அனைத்தும்
score-unknown = தெரியவில்லை
score-show = காட்டுங்கள்
score-requests = கோரிக்கைகள்
score-kept = நிறைவேறிய வாக்குறுதிகள்
score-kept-range = 95% நம்பகத்துடன் { $low } முதல் { $high } வரை
score-completion = பாதி முடிய ஆன நேரம்
score-completion-p90 = பத்தில் ஒன்பது முடிய: { $time }
score-reply = பாதிக்குப் பதில் வர ஆன நேரம்
score-reply-p90 = பத்தில் ஒன்பதுக்குப் பதில் வர: { $time }
score-not-yet = பத்தில் ஒன்பது: இன்னும் பல நிலுவையில் இருப்பதால் சொல்ல முடியாது
score-backlog = இறுதியில் நிலுவை
score-backlog-late = இந்தக் காலத்தில் கெடு தாண்டியவை: { $count }
score-reopened = மீண்டும் திறந்தவை
score-rating = திருப்தி அடைந்தோர்
score-rating-n =
    { $count ->
        [0] இன்னும் யாரும் மதிப்பிடவில்லை
        [one] ஒரு மதிப்பீட்டின்படி
       *[other] { $count } மதிப்பீடுகளின்படி
    }
score-trend = காலப்போக்கில்
score-trend-desc = கெடு முடிந்த வாக்குறுதிகளின் நெடுவரிசைகள்: நிரம்பிய பகுதி நிறைவேறியது, கோடிட்ட பகுதி தவறியது. இதே எண்கள் கீழே அட்டவணையிலும் உள்ளன.
score-trend-kept = நிறைவேறியவை
score-trend-missed = தவறியவை
score-table = இதையே அட்டவணையாக
score-week = கோரிக்கைகள் வரத் தொடங்கிய நாள்
score-groups = ஒப்பீடு
score-name = பெயர்
score-late = தாமதம் அல்லது கெடு தாண்டியவை
score-median = பாதி முடிய
score-backlog-age = நிலுவையில் உள்ள கோரிக்கைகளின் வயது
score-age-7 = 7 நாட்கள் வரை
score-age-30 = 8 முதல் 30 நாட்கள்
score-age-90 = 31 முதல் 90 நாட்கள்
score-age-365 = 91 நாட்கள் முதல் ஓர் ஆண்டு
score-age-more = ஓர் ஆண்டுக்கு மேல்
score-nothing = இந்தக் காலத்தில் கோரிக்கைகள் இல்லை.
score-definitions = எண்களின் பொருள்
score-def-requests-text = இந்தக் காலத்தில் எல்லா வழிகளிலும் வந்த அனைத்துக் கோரிக்கைகள். முந்தைய அமைப்பிலிருந்து வந்தவை, அதில் பதிவானபடியே எண்ணப்படும்.
score-def-kept-text = வாக்குறுதியை மதிப்பிடக்கூடிய கோரிக்கைகளில், உரிய நேரத்தில் முடிந்தவை. கோரிக்கை முடிந்த பிறகு, அல்லது முடியாமலே கெடு நாள் கடந்த பிறகு, வாக்குறுதியை மதிப்பிடலாம். கோரிக்கையாளருக்காக நாங்கள் காத்திருந்த நேரம் கணக்கில் வராது. கோரிக்கையாளர் திரும்பப் பெற்றவையும் கணக்கில் வராது.
score-def-completion-text = கோரிக்கை வந்தது முதல் முடிந்தது வரை கடிகாரப்படி ஆன நேரம். நிலுவையில் உள்ளவை இதுவரை நீடித்த நேரம் கணக்கில் வரும்; எனவே தாமதமானவை விடுபடாது. (இது கப்லான், மையர் முறை.)
score-def-reply-text = கோரிக்கை வந்தது முதல் ஒரு மனிதர் எழுதிய முதல் பதில் வரை ஆன நேரம். அமைப்பு தானாக அனுப்பும் செய்திகள் கணக்கில் வராது.
score-def-backlog-text = இந்தக் காலத்தின் கடைசி நாள் முடிந்தபோது நிலுவையில் இருந்த எல்லாக் கோரிக்கைகளும், அவை எவ்வளவு பழையவை ஆனாலும்.
score-def-rating-text = மதிப்பிட்டவர்களில், 1 முதல் 5 வரையான அளவில் 4 அல்லது 5 கொடுத்தவர்கள். மதிப்பீடுகள் சில மட்டுமே என்றால், அவை சொல்வதும் குறைவு; எண்ணிக்கை அருகில் உள்ளது.
score-download = எண்களை எடுத்துச் செல்லுங்கள்
score-csv = CSV வடிவில்
score-json = JSON வடிவில்

agency = துறை
service = சேவை
district = பகுதி
channel = வழி
channel-web = இணையதளம்
channel-app = செயலி
channel-phone = தொலைபேசி
channel-counter = சேவை முகப்பு
channel-email = மின்னஞ்சல்
channel-text = குறுஞ்செய்தி
channel-chat = அரட்டை
channel-social = சமூக ஊடகம்
channel-letter = கடிதம்
channel-staff = பணியாளர் கண்டது
channel-api = வேறு அமைப்பு
channel-house = முந்தைய அமைப்பிலிருந்து

### How long, how long ago, and how soon

time-minutes = { $count ->
    [one] ஒரு நிமிடம்
   *[other] { $count } நிமிடங்கள்
}
time-hours = { $count ->
    [one] ஒரு மணிநேரம்
   *[other] { $count } மணிநேரம்
}
time-days = { $count ->
    [one] ஒரு நாள்
   *[other] { $count } நாட்கள்
}

time-now = இப்போது
ago-minutes = { $count ->
    [one] ஒரு நிமிடத்திற்கு முன்
   *[other] { $count } நிமிடங்களுக்கு முன்
}
ago-hours = { $count ->
    [one] ஒரு மணிநேரத்திற்கு முன்
   *[other] { $count } மணிநேரத்திற்கு முன்
}
ago-days = { $count ->
    [one] ஒரு நாளுக்கு முன்
   *[other] { $count } நாட்களுக்கு முன்
}
ago-months = { $count ->
    [one] ஒரு மாதத்திற்கு முன்
   *[other] { $count } மாதங்களுக்கு முன்
}
ago-years = { $count ->
    [one] ஓர் ஆண்டுக்கு முன்
   *[other] { $count } ஆண்டுகளுக்கு முன்
}
in-minutes = { $count ->
    [one] ஒரு நிமிடத்தில்
   *[other] { $count } நிமிடங்களில்
}
in-hours = { $count ->
    [one] ஒரு மணிநேரத்தில்
   *[other] { $count } மணிநேரத்தில்
}
in-days = { $count ->
    [one] ஒரு நாளில்
   *[other] { $count } நாட்களில்
}
in-months = { $count ->
    [one] ஒரு மாதத்தில்
   *[other] { $count } மாதங்களில்
}
in-years = { $count ->
    [one] ஓர் ஆண்டில்
   *[other] { $count } ஆண்டுகளில்
}

### When something goes wrong

problem-title = இதைச் செய்ய முடியவில்லை
problem-not-found = இந்த முகவரியில் எதுவும் இல்லை. முகவரி தவறாக எழுதப்பட்டிருக்கலாம், அல்லது இங்கே இருந்தது இடம் மாறியிருக்கலாம்.
problem-busy = ஒரே நேரத்தில் பலர் கேட்கிறார்கள். எதுவும் மாறவில்லை. சற்றுப் பொறுத்து மீண்டும் முயலுங்கள்.
problem-other = இந்த முகவரியைப் புரிந்துகொள்ள முடியவில்லை.
problem-not-now = இதை இப்போது செய்ய முடியாது. பக்கத்தைத் திறந்த பிறகு ஏதாவது மாறியிருக்கலாம். எதுவும் மாற்றப்படவில்லை. திரும்பிச் சென்று பக்கத்தை மீண்டும் ஏற்றுங்கள்.
problem-form-old = இந்தப் பக்கம் நீண்ட நேரம் திறந்திருந்தது, அல்லது உங்கள் உலாவி குக்கிகளை வைத்துக்கொள்வதில்லை. எதுவும் மாறவில்லை. பின்னே சென்று, பக்கத்தை மீண்டும் திறந்து, மறுபடியும் அனுப்புங்கள்.
problem-too-large = நீங்கள் அனுப்பியது மிகப் பெரியது. எதுவும் மாறவில்லை. குறைவான அல்லது சிறிய கோப்புகளை அனுப்புங்கள்.
problem-home = தொடக்கப் பக்கத்திற்குச் செல்லுங்கள்

### Around every page

around-home = முகப்பு
around-services = சேவைகள்
around-follow = கோரிக்கையின் நிலை
around-reports = அருகில் தெரிவிக்கப்பட்டவை
around-scorecard = எங்கள் செயல்பாடு
around-sections = முக்கியப் பக்கங்கள்
around-demo = செயல்விளக்கம்
around-feedback = இந்தப் பக்கம் எப்படி இருந்தது
around-complaints = புகார் செய்யுங்கள்
around-accessibility = அணுகல் வசதி
around-about = இந்தத் தளம் பற்றி
around-translations = மொழிபெயர்ப்புகள்
around-offline = இணையம் இல்லாமல்
around-error-title = பிழை: { $title }
style-title = பக்கங்கள் எப்படித் தோன்றும்
style-lead = பக்கங்களின் ஒவ்வொரு பகுதியும், அதன் எல்லா நிலைகளிலும், அதன் குறிமொழியுடன், ஆங்கிலத்தில். எடுத்துக்காட்டுகள் கற்பனை.

### For those who keep it running

start-api = REST API
start-api-text = அலுவலர்களும் இணைந்த அமைப்புகளும் செய்யும் அனைத்தும், OpenAPI ஆவணத்துடன்.
start-ops = இதை இயக்குவோருக்கு
start-ops-text = இயங்குகிறதா, தயாராக உள்ளதா, Prometheus-க்கான எண்கள்.
