# Merging, parents, corrections, approvals.
your-merged = இதை உங்கள் வேறொரு கோரிக்கையில் தொடர்கிறோம்
your-unmerged = இது மீண்டும் தனிக் கோரிக்கையானது
your-took-in = உங்கள் இன்னொரு கோரிக்கை இங்கே தொடர்கிறது
your-gave-back = உங்கள் மற்ற கோரிக்கை மீண்டும் தனியானது
your-split-off = நீங்கள் எழுதியதைத் தனிக் கோரிக்கையாக்கினோம்
your-answers-corrected = உங்கள் பதில் ஒன்றைத் திருத்தினோம்
your-place-corrected = இடத்தைத் திருத்தினோம்
your-service-corrected = எதைப் பற்றியது என்பதைத் திருத்தினோம்: { $name }
your-offered = உங்களுக்கு வழங்குகிறோம்: { $name }
mail-merged = உங்கள் கோரிக்கை { $reference } வேறொன்றில் தொடர்கிறது
mail-unmerged = உங்கள் கோரிக்கை { $reference } மீண்டும் தனியானது
mail-service-corrected = உங்கள் கோரிக்கை { $reference } திருத்தப்பட்டது
standing-merged = இதை { $name } எண்ணில் தொடர்கிறோம்.
your-extended = உங்களுடன் கூடுதல் நேரம் ஒப்புக்கொண்டோம்: இப்போது { $date }
event-extended = கூடுதல் நேரம் ஒப்புக்கொள்ளப்பட்டது: { $name }. இப்போது கெடு { $date }
promised-agreed = { $date }-க்குள் முடிப்பதாக உங்களுடன் ஒப்புக்கொண்டோம். முதலில் உறுதியளித்தது { $before }.
desk-agreed = ஒப்புக்கொண்டது; முதலில் உறுதியளித்தது { $date }
desk-approvals = முடிவெடுக்க வேண்டியவை
desk-approvals-link = { $count ->
    [0] முடிவெடுக்க வேண்டியவை
   *[other] முடிவெடுக்க வேண்டியவை ({ $count })
}
desk-approvals-none = உங்களுக்காக எதுவும் காத்திருக்கவில்லை.
desk-approvals-case = மேலதிகாரியிடம் கேட்டவை
desk-approval-asks = { $name } கேட்பது: { $what }
desk-approval-outcome = “{ $name }” என முடித்தல்
desk-approval-due = பதில் தர { $name } அவர்களுக்கு { $date } வரை உள்ளது: மீதம் { $time }.
desk-approval-late = பதில் தர { $name } அவர்களுக்கு { $date } வரை இருந்தது: { $time } தாமதம்.
desk-approval-asked = { $name } இடம் கேட்கப்பட்டது. அவருக்கு மேல் யாரும் இல்லை.
desk-approval-approved = ஆம், { $date }.
desk-approval-refused = இல்லை, { $date }.
desk-approval-message = வாடிக்கையாளர் படிக்கப்போவது:
desk-approval-answer = பதில்:
desk-approval-yes = ஆம், செய்யுங்கள்
desk-approval-no = வேண்டாம்
desk-pressing = உங்களிடம் கொண்டுவரப்பட்டவை
desk-pressing-since = { $date } முதல்
desk-pressing-about-to-break = உறுதி மீறப்படவுள்ளது,
desk-pressing-broken = உறுதி காக்கப்படவில்லை,
desk-pressing-reply-about-to-break = முதல் பதில் விரைவில் தாமதமாகும்,
desk-pressing-reply-broken = முதல் பதில் தாமதமாகிவிட்டது,
desk-pressing-not-answered = யாரும் நேரத்தில் பதில் தரவில்லை,
desk-acts-offer = நீங்கள் வழங்கக்கூடியவை
desk-acts-hand-on = மாற்றுதல், பிறரைக் கேட்டல்
desk-acts-right = திருத்துதல்
desk-acts-together = கோரிக்கைகளைச் சேர்த்தல், பிரித்தல்
desk-act-waking = மீண்டும் வேலை செய்
desk-act-waking-button = மீண்டும் வேலை செய்
desk-act-rest = ஒரு நாள் வரை காத்திருக்க விடு
desk-act-rest-button = காத்திருக்கட்டும்
desk-act-rest-says = கெடு ஓடிக்கொண்டிருக்கும். அன்றோ, வாடிக்கையாளர் எழுதும்போதோ திரும்ப வரும்.
desk-act-until = எது வரை
desk-act-offer = வழங்கு
desk-act-offer-button = இதை வழங்கு
desk-act-amount = எவ்வளவு ({ $unit })
desk-act-unit-days = வேலை நாட்கள்
desk-act-message = வாடிக்கையாளர் படிப்பது
desk-act-superior-why = ஏன்? மேலதிகாரி படிப்பார், வாடிக்கையாளர் படிக்கமாட்டார்.
desk-act-ask = { $name } இடம் கேள்
desk-act-answered-by = இப்போது கேட்டால், பதில் தர { $name } அவர்களுக்கு { $date } வரை உள்ளது.
desk-act-limit-none = இதை நீங்கள் மட்டும் முடிவெடுக்க முடியாது.
desk-act-limit-alone = இதை நீங்களே முடிவெடுக்கலாம்.
desk-act-limit = நீங்களே { $amount } வரை வழங்கலாம்.
desk-act-offered = { $date } அன்று வழங்கியது: { $what }
desk-act-then = அதன் பிறகு
desk-act-stays-open = கோரிக்கை திறந்தே இருக்கட்டும்
desk-act-outcome-approval = இரண்டாம் நபருடன் முடி
desk-act-outcome-approval-button = கேள்
desk-act-answers = பதில்களைத் திருத்து
desk-act-answers-button = திருத்து
desk-act-place = இடத்தைத் திருத்து
desk-act-place-button = திருத்து
desk-act-service = இது வேறொன்றைப் பற்றியது
desk-act-service-button = திருத்து
desk-act-service-is = எதைப் பற்றியது
desk-act-merge = வேறொரு கோரிக்கையுடன் சேர்
desk-act-merge-button = சேர்
desk-act-unmerge = மீண்டும் பிரித்தெடு
desk-act-unmerge-button = மீண்டும் தனிக் கோரிக்கையாக்கு
desk-act-split = செய்திகளைப் பிரித்தெடு
desk-act-split-button = புதிய கோரிக்கையாக்கு
desk-act-parent = முதன்மைக் கோரிக்கையுடன் பதில் சொல்
desk-act-parent-button = அதன் கீழ் வை
desk-act-parent-of = முதன்மைக் கோரிக்கையின் எண்
desk-act-parent-says = முதன்மைக் கோரிக்கையில் சொல்வது இங்கும் ஒரு முறை சொல்லப்படும். அதனுடன் இதுவும் முடியும்.
desk-act-leaving = தனியாகப் பதில் சொல்
desk-act-leaving-button = மீண்டும் தனியாகப் பதில் சொல்
desk-act-agencies = துறைகள். ஒவ்வொன்றுக்கும் தனிப் பணி.
desk-family = தொடர்புடையவை
desk-family-goes-on = இவ்வாறு தொடர்கிறது:
desk-family-parent = இதனுடன் பதில் தரப்படும்:
desk-family-merged = இதுவும் இங்கே தொடர்கிறது:
desk-family-split = இதிலிருந்து பிரிந்தது:
desk-family-about = இதிலிருந்து வந்தது, அல்லது இதைப் பற்றியது:
desk-family-children = { $count ->
    [one] ஒரு கோரிக்கைக்கு இதனுடன் பதில் தரப்படும்.
   *[other] { $count } கோரிக்கைகளுக்கு இதனுடன் பதில் தரப்படும்.
} { $open ->
    [0] எதுவும் திறந்தில்லை.
    [one] ஒன்று திறந்துள்ளது.
   *[other] { $open } திறந்துள்ளன.
}
desk-family-list = இவற்றைக் காட்டு
desk-to-children = { $count ->
    [one] இன்னொரு கோரிக்கைக்கும் இதே சொற்கள் செல்லும்.
   *[other] மேலும் { $count } கோரிக்கைகளுக்கும் இதே சொற்கள் செல்லும்.
}
desk-transfers = இதை ஏற்கக் கேட்டவை
desk-transfer-asked = கேட்கப்பட்டது, இன்னும் பதிலில்லை
desk-transfer-accepted = { $date } அன்று ஏற்றது
desk-case-rests = { $date } வரை காத்திருக்கிறது. கெடு ஓடுகிறது.
desk-changes = திருத்தப்பட்டவை
desk-change-by = { $name }, { $date }
desk-change-place = இடம்
desk-change-service = எதைப் பற்றியது
desk-change-before = முன்பு:
desk-change-after = இப்போது:
desk-back-to-case = திரும்பு:
desk-merge-says = இரண்டில் ஒன்று தொடரும்; மற்றது அதற்கு வழிகாட்டும். வாடிக்கையாளருக்கு ஒரு முறை சொல்லப்படும். எதுவும் இதைச் சார்ந்திராத வரை திரும்பப் பெறலாம்.
desk-merge-other = மற்ற கோரிக்கையின் எண்
desk-merge-look = இரண்டையும் காட்டு
desk-merge-unknown = இந்த எண்ணில் வேறு கோரிக்கை எதுவும் உங்களுக்குத் தெரியவில்லை.
desk-merge-opened = திறந்தது { $date }
desk-merge-due = கெடு { $date }
desk-merge-keep = இரண்டும் இவ்வாறு தொடரட்டும்:
desk-split-says = நீங்கள் தேர்வது தனிக் கோரிக்கையாகும். முதல் செய்தி வந்ததிலிருந்து அதன் கெடு கணக்கிடப்படும். திரும்பப் பெற இரண்டையும் சேருங்கள்.
desk-split-none = வாடிக்கையாளர் வேறு செய்தி எழுதவில்லை.
desk-split-which = எந்தச் செய்திகள் வேறொன்றைப் பற்றியவை?
desk-split-service = அவை கேட்பது என்ன?
