### Kiosks of an office, and the tickets that they print.

## On paper

ticket-given = أُخذ في { $time }
ticket-listen = انتبه إلى رقمك على الشاشة وبالصوت. إن كنت لا تسمع جيدًا فأخبر موظفينا.
ticket-code = امسح هذا الرمز لتتابع دورك على هاتفك.

## On the screen

kiosk-languages = اختر لغتك
kiosk-start = خذ رقمًا
kiosk-for = ما الذي تحتاج إليه؟
kiosk-for-hint = المس أقرب خيار، وتحصل على رقم.
kiosk-search = ابحث
kiosk-search-hint = اكتب ما تحتاج إليه
kiosk-found-none = لا شيء يطابق هذه الكلمات. جرّب غيرها أو اسأل في الاستقبال.
kiosk-person = أتفضّل التحدث مع شخص؟ موظفو الاستقبال يساعدونك.
kiosk-tools = مظهر هذه الشاشة
kiosk-larger = نص أكبر
kiosk-contrast = تباين عالٍ
kiosk-lower = أنزل الشاشة
kiosk-listen = استمع
kiosk-again = ابدأ من جديد
kiosk-your-ticket = رقمك
kiosk-code = رمز يؤدي إلى مكانك في الصف
kiosk-print-soon = تجري طباعة رقمك.
kiosk-print-yes = خذ رقمك المطبوع.
kiosk-print-no = لم يُطبع رقمك. دوّنه.
kiosk-print-none = دوّن رقمك، أو امسح الرمز.
kiosk-done = انتهيت
kiosk-still = أما زلت هنا؟
kiosk-more = أحتاج إلى وقت أطول
kiosk-closed = المكتب مغلق الآن.
kiosk-closed-until = يفتح في { $time }.
kiosk-alone = لا يوجد اتصال الآن. يمكنك أخذ رقم مع ذلك.
kiosk-alone-ticket = دوّن رقمك. لا يُطبع شيء من دون اتصال. مكانك محسوب من الآن.
kiosk-alone-none = لا يمكن إعطاء أرقام هنا الآن. اسأل في الاستقبال.
kiosk-booked = هل لديك موعد؟ اكتب مرجعك أو امسحه
kiosk-booked-button = لدي موعد
kiosk-booked-none = لم نجد هذا الموعد الآن
kiosk-booked-not = تعال قرب وقته، أو اسأل في الاستقبال.
kiosk-still-text = { $seconds ->
    [zero] تُغلق هذه الصفحة الآن، ثم يُمحى كل شيء.
    [one] تُغلق هذه الصفحة بعد ثانية واحدة، ثم يُمحى كل شيء.
    [two] تُغلق هذه الصفحة بعد ثانيتين، ثم يُمحى كل شيء.
    [few] تُغلق هذه الصفحة بعد { $seconds } ثوانٍ، ثم يُمحى كل شيء.
    [many] تُغلق هذه الصفحة بعد { $seconds } ثانية، ثم يُمحى كل شيء.
   *[other] تُغلق هذه الصفحة بعد { $seconds } ثانية، ثم يُمحى كل شيء.
}
