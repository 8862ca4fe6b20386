### حجز موعد في مكتب: الصفحات وما يُقال بالبريد

book-title = احجز موعدًا
book-lead = اختر سبب زيارتك. لا تحتاج إلى حساب.
book-home = هل تريد أن تأتي في وقت محدد؟ لا تحتاج إلى حساب.
book-none = لا يمكن حجز موعد الآن. تعال عندما يكون المكتب مفتوحًا.
book-where-title = إلى أين تريد أن تأتي؟
book-first = أول وقت متاح: { $when }
book-full = لا يوجد وقت متاح الآن.
book-length = { $minutes ->
        [zero] لا يستغرق ذلك وقتًا.
        [one] يستغرق ذلك نحو دقيقة واحدة.
        [two] يستغرق ذلك نحو دقيقتين.
        [few] يستغرق ذلك نحو { $minutes } دقائق.
        [many] يستغرق ذلك نحو { $minutes } دقيقة.
       *[other] يستغرق ذلك نحو { $minutes } دقيقة.
    }
book-when-title = اختر وقتًا
book-move-title = اختر وقتًا آخر
book-days = اليوم
book-times = الأوقات في { $date }
book-time-hold = احجز { $time }
book-time-move = غيّر إلى { $time }
book-taken = لم يعد هذا الوقت متاحًا. اختر وقتًا آخر.
book-who-title = من سيأتي؟
book-kept = نحفظ لك { $when } حتى { $until }. بعد ذلك يمكن لغيرك أن يحجزه.
book-name = الاسم
book-name-hint = نسأل عنه عند الاستقبال.
book-email-hint = نرسل إليه التأكيد والتذكير.
book-phone-hint = لا نتصل إلا إذا اضطر المكتب إلى الإغلاق.
book-name-missing = اكتب الاسم الذي ستأتي به
book-email-enough = لهذا العنوان مواعيد كافية. ألغِ أحدها أولًا.
book-confirm = احجز هذا الوقت
book-too-late-title = لم نعد نحفظ لك هذا الوقت
book-too-late = مرت أكثر من عشر دقائق. لم يُحجز شيء. اختر وقتًا من جديد.
booking-title = موعدك
booking-done = تم حجز موعدك
booking-cancelled-title = أُلغي موعدك
booking-cancelled = الوقت متاح لغيرك من جديد. ليس عليك فعل شيء.
booking-checked-in = أنت في الدور. تابع رقمك على الشاشة.
booking-missed = مضى وقتك ولم تكن هنا. يمكنك حجز موعد آخر.
booking-reference = الرقم المرجعي
booking-when = متى
booking-where = أين
booking-what = السبب
booking-name = الاسم
booking-arrive = قل رقمك المرجعي أو اسمك في المكتب. يمكنك ذلك من { $from } حتى { $until }.
booking-keep = احتفظ بهذه الصفحة
booking-keep-text = من لديه عنوانها يمكنه تغيير موعدك أو إلغاؤه. احفظها أو اكتب الرقم المرجعي.
booking-mailed = أرسلنا عنوان هذه الصفحة إلى { $email }.
booking-calendar = أضفه إلى تقويمك
booking-move = غيّر الوقت
booking-cancel = ألغِ الموعد
booking-cancel-title = هل تريد إلغاء هذا الموعد؟
booking-cancel-text = سيصبح وقتك في { $office }، { $when }، متاحًا لغيرك.
booking-cancel-button = نعم، ألغِه
booking-cancel-back = لا، احتفظ بوقتي
booking-again = احجز موعدًا آخر
booking-earlier-title = المجيء أبكر
booking-earlier-text = إذا أُتيح وقت أبكر، يمكننا أن نعرضه عليك بالبريد. يبقى موعدك لك حتى تأخذه.
booking-earlier-button = أخبروني بالأوقات الأبكر
booking-earlier-on = نكتب إليك عندما يُتاح وقت أبكر.
booking-earlier-stop = أوقف ذلك
booking-offer-title = هناك وقت أبكر متاح
booking-offer = يمكنك المجيء { $when } بدلًا من ذلك. نحفظ لك هذا الوقت حتى { $until }.
booking-offer-take = خذ الوقت الأبكر
booking-offer-refuse = لا، احتفظ بوقتي
booking-gone = لم نعد نحفظ لك هذا الوقت الأبكر. موعدك كما كان.
mail-booking-booked = موعدك في { $office }: { $when }
mail-booking-moved = موعدك الجديد في { $office }: { $when }
mail-booking-reminder = ننتظرك في { $office }: { $when }
mail-booking-earlier = هناك وقت أبكر متاح في { $office }
mail-booking-cancelled = أُلغي موعدك { $reference }
mail-booking-words = موعدك: { $when }.
mail-booking-where =
    السبب: { $line }
    أين: { $office }، { $address }
    الرقم المرجعي: { $reference }
mail-booking-change = لرؤيته أو تغييره أو إضافته إلى تقويمك، افتح هذه الصفحة:
mail-booking-cancel = ألا تستطيع المجيء؟ افتح هذه الصفحة واضغط الزر ليأخذ غيرك الوقت:
mail-booking-earlier-words = يمكنك المجيء { $when } بدلًا من ذلك. نحفظ لك هذا الوقت حتى { $until }.
mail-booking-earlier-take = لتأخذه، افتح هذه الصفحة واضغط الزر:
mail-booking-earlier-own = إذا لم تفعل شيئًا، يبقى موعدك: { $when }.
mail-booking-cancelled-words = وقتك، { $when }، متاح لغيرك من جديد.
mail-booking-again = لحجز موعد آخر، افتح هذه الصفحة:
mail-booking-not-you = إذا لم تحجز شيئًا، فقد أعطى أحدهم عنوانك خطأً. ليس عليك فعل شيء.
book-elsewhere = في مكتب آخر
booking-closed = { $office } مغلق في هذا الوقت.
booking-closed-text = لا حاجة إلى حضوركم. اختاروا وقتًا آخر هنا أو في مكتب آخر. وإذا فُتح المكتب من جديد أخبرناكم.
mail-booking-closed = { $office } مغلق: { $when }
mail-booking-closed-words = { $office } مغلق في موعدكم { $when }. يُرجى عدم الحضور حينها. وإذا فُتح من جديد أخبرناكم.
mail-booking-closed-move = لاختيار وقت آخر هناك أو في مكتب آخر، افتحوا هذه الصفحة:
mail-booking-open = { $office } مفتوح من جديد
mail-booking-open-words = { $office } مفتوح من جديد. وموعدكم قائم.
