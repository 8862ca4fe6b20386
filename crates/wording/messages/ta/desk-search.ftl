# Searching at the desk.
find-anything = வழக்கைத் தேடு
find-search = தேடு
find-title = வழக்குகளைத் தேடு
find-words = இதைப் பற்றி உங்களுக்கு என்ன தெரியும்?
find-hint = குறிப்பு எண், பெயர், தொலைபேசி, மின்னஞ்சல், தெரு அல்லது ஏதேனும் சொற்கள். தொலைபேசி எண்ணின் இறுதி போதும்.
find-filters = சில வழக்குகளை மட்டும் பார்
find-any = அனைத்தும்
find-status = நிலை
find-status-open = திறந்துள்ளது
find-status-waiting = வாடிக்கையாளருக்காகக் காத்திருக்கிறது
find-status-closed = மூடப்பட்டது
find-service = சேவை
find-agency = துறை
find-district = மாவட்டம்
find-channel = எப்படி வந்தது
find-from = இந்நாள் முதல் திறந்தவை
find-to = இந்நாள் வரை திறந்தவை
find-count = { $count ->
    [0] எந்த வழக்கும் கிடைக்கவில்லை
    [one] ஒரு வழக்கு கிடைத்தது
   *[other] { $count } வழக்குகள் கிடைத்தன
}
find-newest = புதிய { $count } வழக்குகள்
find-next = பழைய வழக்குகள்
find-instead = எந்த வழக்கிலும் “{ $typed }” இல்லை. இவற்றில் { $meant } உள்ளது.
find-meant = இவற்றில் ஒன்றா?
find-none = நீங்கள் எழுதியதற்கு எதுவும் பொருந்தவில்லை.
find-none-words = குறைவான சொற்களை எழுதுங்கள். ஒவ்வொரு சொல்லும் வழக்கில் இருக்க வேண்டும்.
find-none-spelling = எழுத்துகளைச் சரிபாருங்கள், அல்லது சொல்லின் தொடக்கத்தை மட்டும் எழுதுங்கள்.
find-none-filters = மேலே உள்ள தேர்வுகள் இல்லாமல் எல்லா வழக்குகளையும் பாருங்கள்.
find-opened = திறந்தது { $when }
find-due = கெடு { $when }
find-late = தாமதம்: கெடு { $when }
find-in-description = சொன்னது:
find-in-address = இடம்:
find-in-answer = பதில்:
find-in-name = வாடிக்கையாளர்:
find-in-reached = தொடர்பு:
find-in-written = எழுதியது:
find-offers = கிடைத்தவை: { "{n}" }
find-offers-none = எதுவும் கிடைக்கவில்லை
find-go = செல்
find-go-hint = எங்கே செல்வது அல்லது எதைத் தேடுவது என எழுதுங்கள்
find-go-close = மூடு
find-go-open = திறந்துள்ள வழக்கு
find-go-recent = நீங்கள் திறந்த வழக்குகள்
find-go-none = நீங்கள் இன்னும் எந்த வழக்கையும் திறக்கவில்லை.
find-go-pages = பக்கங்கள்
