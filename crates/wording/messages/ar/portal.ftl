### The portal: finding the way

home-title = كيف يمكننا مساعدتك؟
home-lead = جميع خدمات { $city } تبدأ من هنا. ولا يلزمك حساب.
home-top = أكثر ما يطلبه الناس
home-all = كل الخدمات
home-life = محطات الحياة
home-follow = هل سبق أن قدّمت طلبًا؟
home-follow-text = يمكنك معرفة أين وصل طلبك، أو الكتابة إلينا، أو سحب الطلب.
home-people = الاتصال أو الزيارة أو الكتابة
life-lead = قد تلزمك هذه الخدمات.
services-title = كل الخدمات
services-found-title = ما وجدناه
services-found =
    { $count ->
        [0] لا شيء يطابق «{ $words }». يمكنك تجربة كلمات أخرى، أو تصفّح كل الخدمات.
        [one] نتيجة واحدة تطابق «{ $words }».
        [two] نتيجتان تطابقان «{ $words }».
        [few] { $count } نتائج تطابق «{ $words }».
       *[other] { $count } نتيجة تطابق «{ $words }».
    }
search-label = طلبك بكلماتك أنت
search-button = بحث
search-none = لا شيء مطابق
search-some = يمكن الاختيار بمفاتيح الأسهم
kind-service = خدمة
kind-article = مساعدة
kind-life = محطة في الحياة
back = رجوع
back-home = إلى صفحة البداية
back-services = كل الخدمات
pages = الصفحات
pages-next = الصفحة التالية
office-open = مفتوح الآن
office-closed = مغلق الآن
office-open-until = حتى { $when }
office-opens = موعد الفتح: { $when }
office-phone = الهاتف
office-email = البريد الإلكتروني

### The portal: a service

promise-working-days =
    { $count ->
        [one] يوم عمل واحد
        [two] يومي عمل
        [few] { $count } أيام عمل
       *[other] { $count } يوم عمل
    }
promise-days =
    { $count ->
        [one] يوم واحد
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
promise-working-hours =
    { $count ->
        [one] ساعة عمل واحدة
        [two] ساعتي عمل
        [few] { $count } ساعات عمل
       *[other] { $count } ساعة عمل
    }
promise-working-minutes =
    { $count ->
        [one] دقيقة واحدة من وقت العمل
        [two] دقيقتين من وقت العمل
        [few] { $count } دقائق من وقت العمل
       *[other] { $count } دقيقة من وقت العمل
    }
promise-same-day = يوم العمل نفسه، أو 24 ساعة إن كنا خارج أوقات العمل
service-who = لمن هذه الخدمة
service-need = ما يلزمك
service-steps = ماذا يحدث
service-cost = التكلفة
service-free = هذه الخدمة مجانية.
service-promise = وعدنا
service-promise-reply = يردّ عليك موظف خلال { $time }.
service-promise-end = نعدك بأن ننتهي خلال { $time }.
service-no-promise = لم نحدد بعد مدة لهذه الخدمة.
service-kept =
    { $tenths ->
        [0] في الآونة الأخيرة وفينا بهذا الوعد أقل من مرة واحدة من كل 10 مرات.
        [10] في الآونة الأخيرة وفينا بهذا الوعد كل مرة.
        [one] في الآونة الأخيرة وفينا بهذا الوعد مرة واحدة من كل 10 مرات.
        [two] في الآونة الأخيرة وفينا بهذا الوعد مرتين من كل 10 مرات.
        [few] في الآونة الأخيرة وفينا بهذا الوعد { $tenths } مرات من كل 10.
       *[other] في الآونة الأخيرة وفينا بهذا الوعد { $tenths } مرة من كل 10.
    }
service-took = في الآونة الأخيرة أُنجز 9 من كل 10 طلبات خلال { $time }.
service-scorecard = كيف يُوفى بالوعود
service-start = بدء الطلب الآن
service-not-here = لا يمكن طلب هذه الخدمة عبر الإنترنت. نرجو استخدام إحدى الطرق الأخرى.
service-other = طرق أخرى لتقديم الطلب
service-reports = الاطلاع على ما أبلغ عنه الآخرون
service-unfinished = لديك طلب بدأته لهذه الخدمة ولم يُرسَل بعد.
service-go-on = متابعة الطلب
service-reviewed = راجعنا هذه الصفحة كاملةً آخر مرة في { $date }.

### The portal: asking

error-title = هناك مشكلة
error-word = خطأ:
form-continue = متابعة
form-optional = { $name } (اختياري)
form-add-another = إضافة المزيد
form-take-away = إزالة
form-or = أو
form-missing = نرجو الإجابة عن هذا السؤال: { $name }
form-too-long = الحد الأقصى { $bound } من الأحرف: { $name }
form-too-short = الحد الأدنى { $bound } من الأحرف: { $name }
form-not-a-number = نرجو كتابة عدد، مثل 12 أو 12.5: { $name }
form-not-whole = نرجو كتابة عدد صحيح، مثل 12: { $name }
form-too-small = أقل قيمة ممكنة { $bound }: { $name }
form-too-large = أكبر قيمة ممكنة { $bound }: { $name }
form-not-a-date = نرجو كتابة يوم صحيح، مثل ⁨27 3 2026⁩: { $name }
form-not-a-time = نرجو كتابة اليوم والساعة: { $name }
form-not-an-email = نرجو الكتابة بهذا الشكل، ⁨name@example.org⁩: { $name }
form-not-a-phone = نرجو كتابة رقم هاتف بالأرقام، مثل ⁨+1 617 555 0134⁩: { $name }
form-not-yes-or-no = نرجو اختيار نعم أو لا: { $name }
form-not-a-choice = نرجو اختيار إحدى الإجابات: { $name }
form-too-many = العدد المسموح به { $bound } على الأكثر: { $name }
form-too-few = العدد المطلوب { $bound } على الأقل: { $name }
form-pattern = نرجو الكتابة كما يبيّن التلميح: { $name }
form-twice = ورد هذا مرتين: { $name }
form-unknown = لم نعد نسأل عن هذا: { $name }
form-not-text = في النص رموز لا نستطيع قراءتها. نرجو كتابته من جديد.
answer-yes = نعم
answer-no = لا
date-day = اليوم
date-month = الشهر
date-year = السنة
ask-later = الحفظ والعودة لاحقًا
ask-where-title = أين المكان؟
ask-where-optional = يمكنك ترك هذا فارغًا إن لم يكن للأمر مكان.
ask-where-address = العنوان، أو أقرب تقاطع
ask-where-address-hint = مثلًا: ميدان البلدية 1، أو تقاطع الشارع الرئيسي والشارع الثاني
ask-where-part = الحي
ask-where-unsure = لا أعرف بالضبط
ask-where-lat = درجات العرض شمالًا
ask-where-long = درجات الطول شرقًا
ask-where-numbers = أعرف الموقع بالأرقام
ask-where-numbers-hint = يمكن أن تظهر على الهاتف أو الخريطة، مثل ⁨42.3601⁩ و⁨-71.0589⁩
ask-where-use = استخدام موقعي الآن
ask-where-map = الاختيار على الخريطة
ask-where-denied = تعذّر علينا معرفة موقعك. نرجو كتابة العنوان بدلًا من ذلك.
ask-where-found = عرفنا موقعك.
ask-where-district = هذا المكان في { $district }.
ask-where-outside = هذا المكان خارج نطاق { $city }. نرجو التوجه إلى البلدة التي يتبعها، أو تصحيح المكان.
ask-where-no-position = نرجو كتابة الرقمين بالدرجات، مثل ⁨42.3601⁩ و⁨-71.0589⁩
ask-where-missing = نرجو كتابة عنوان، أو اختيار مكان على الخريطة، أو كتابة موقعه بالأرقام
ask-where-too-long = الحد الأقصى للعنوان 500 حرف
ask-similar-title = هل هو أحد هذه البلاغات؟
ask-similar-hint = أبلغ آخرون عن هذه الأمور في الجوار. إن كان بلاغك عن الأمر نفسه، فسينضم إلى ذلك البلاغ ونخبرك كيف ينتهي.
ask-similar-mine = هذا بلاغي أيضًا
ask-similar-different = بلاغي مختلف
ask-similar-none = لم يبلّغ أحد عن هذا هنا بعد
ask-similar-none-text = لا يوجد في الجوار بلاغ مفتوح يشبه بلاغك. نرجو المتابعة.
ask-similar-metres =
    { $count ->
        [one] على بُعد متر واحد
        [two] على بُعد مترين تقريبًا
        [few] على بُعد { $count } أمتار تقريبًا
        [many] على بُعد { $count } مترًا تقريبًا
       *[other] على بُعد { $count } متر تقريبًا
    }
ask-details-report = ما المشكلة؟
ask-details-complaint = ماذا حدث؟
ask-details-compliment = ما الذي سار جيدًا؟
ask-details-other = ما الذي ينبغي أن نعرفه؟
ask-details-hint = نرجو عدم كتابة أسماء أو أرقام هواتف أو أي شيء عن صحتك.
ask-details-missing = نرجو وصف الأمر ببضع كلمات
ask-details-too-long = عدد الأحرف التي كتبتها { $count }. والحد الأقصى { $most }.
ask-photos-title = هل لديك صور أو أوراق؟
ask-photos-hint = حتى 5 ملفات: JPEG أو PNG أو WebP أو PDF أو نص. نحذف من الصور مكان التقاطها. ويمكنك المتابعة من دونها.
ask-contact-title = كيف يمكننا التواصل معك؟
ask-contact-text = نستخدم هذا لطلبك فقط. ولا يراه أحد غيرنا.
ask-contact-name = اسمك
ask-contact-email = عنوان البريد الإلكتروني
ask-contact-phone = رقم الهاتف
ask-contact-language = اللغة التي نكتب إليك بها
ask-contact-missing = نرجو كتابة عنوان بريد إلكتروني أو رقم هاتف، كي نستطيع الرد عليك
ask-contact-bad-name = اسمك أطول من اللازم. الحد الأقصى 200 حرف.
ask-contact-bad-email = نرجو كتابة عنوان بريد إلكتروني، مثل ⁨name@example.org⁩
ask-contact-bad-phone = نرجو كتابة رقم الهاتف مع رمز البلد، مثل ⁨+1 617 555 0134⁩
ask-contact-bad-language = نرجو اختيار لغة من القائمة
ask-about-title = بمن يتعلق الأمر؟
ask-about-hint = من يتعلق به الأمر لا يتولى العمل عليه أبدًا.
ask-about-choose = الاختيار من القائمة
ask-about-city = المدينة كلها، أو لا أعرف
ask-about-missing = نرجو اختيار من يتعلق به الأمر
ask-check-title = مراجعة ما كتبته
ask-check-where = المكان:
ask-check-same = مطابق للبلاغ
ask-check-details = ما كتبته
ask-check-contact = كيف نتواصل معك
ask-check-about = المعنيّ بالأمر:
ask-check-files = الصور والأوراق
ask-check-change = تغيير
ask-check-nothing = لم يُذكر
ask-check-missing = ما زالت هناك صفحة فارغة. نرجو تعبئتها.
ask-gone-title = لم يعد ممكنًا طلب هذا هنا
ask-gone-text = تغيّرت الخدمة منذ البداية. لم يُرسل ما كُتب. نرجو البحث عن الخدمة في القائمة أو الاتصال بنا.
ask-elsewhere-title = هذا الطلب غير مفتوح هنا
ask-elsewhere-text = إما أنه أُرسل، أو حُذف، أو فُتح في متصفح آخر. إن كان قد أُرسل، فيمكن تتبّعه بالرقم المرجعي والرمز السري.
ask-check-true = الإرسال يعني أن ما كتبته صحيح على حد علمك.
ask-check-send = إرسال
ask-check-send-report = إرسال بلاغك
upload-remove = إزالة
upload-too-many = يمكن إرسال 5 ملفات على الأكثر
done-title = وصلنا طلبك
done-reference = رقمك المرجعي
done-joined = أبلغ آخرون عن الأمر نفسه. سنخبرك كيف ينتهي.
done-next = ماذا يحدث بعد ذلك
done-due = نعدك بأن ننتهي في موعد أقصاه { $date }.
done-not-told = ليس لدينا عنوان بريد إلكتروني لك، فلا نستطيع أن نكتب إليك. يمكنك العودة إلى هنا لمعرفة كيف يسير الأمر.
done-keep = نرجو الاحتفاظ بهذين الاثنين
done-keep-text = برقمك المرجعي ورمزك السري يمكنك معرفة أين وصل طلبك والكتابة إلينا. نرجو عدم إطلاع أحد على الرمز السري.
done-copy = نسخ الاثنين
done-copied = تم النسخ
done-follow = معرفة أين وصل الطلب
later-title = العودة لاحقًا
later-text = نحتفظ بما كتبته في هذا المتصفح 30 يومًا. وللمتابعة في متصفح آخر، يمكنك إنشاء رابط.
later-email = إرسال الرابط إلى عنوان البريد الإلكتروني هذا (اختياري)
later-make = إنشاء رابط
later-link = للمتابعة نرجو فتح هذا العنوان. كل من لديه هذا العنوان يستطيع قراءة ما كتبته.
later-sent = أرسلناه إليك.
later-discard-title = أو حذف الطلب
later-discard = حذف ما كتبته
resume-title = متابعة طلبك
resume-text = للمتابعة في هذا المتصفح نرجو الضغط على الزر.
offline-title = من دون اتصال
offline-lead = يمكنك كتابة طلب الآن وإرساله لاحقًا. وهو يبقى على هذا الجهاز إلى أن يُرسَل.
offline-script = تحتاج هذه الصفحة إلى البرامج النصية في المتصفح كي تحفظ النص المكتوب. ويمكنك بدلًا من ذلك الاتصال بنا أو زيارتنا.
offline-save = الحفظ على هذا الجهاز
offline-saved = حُفظ على هذا الجهاز.
offline-drafts = المحفوظ على هذا الجهاز
offline-none = لا شيء محفوظ.
offline-still = لا يوجد اتصال بعد.
offline-send = الإرسال الآن
offline-change = تغيير
offline-delete = حذف
offline-deleted = حذفناه.
offline-sent = أرسلت هذا.
offline-full = محفوظ هنا 50 طلبًا. نرجو حذف واحد أولًا.

### The portal: following

follow-title = أين وصل طلبك؟
follow-reference = الرقم المرجعي
follow-reference-hint = تسع خانات من الحروف والأرقام، مثل ⁨K7Q-F2M-XDR⁩
follow-secret = الرمز السري
follow-secret-hint = ست عشرة خانة من الحروف والأرقام. أظهرناها لك عند إرسال الطلب.
follow-button = عرض الطلب
follow-held = طلبات مفتوحة في هذا المتصفح
follow-another = طلب آخر
follow-forget = إغلاقها كلها في هذا المتصفح
follow-back = طلباتك
follow-lost = ليس لديّ رمزي السري
follow-lost-code = الحصول على رمز بالبريد الإلكتروني
follow-lost-text = أو يمكنك سؤالنا. نرجو تجهيز رقمك المرجعي.
follow-no-reference = نرجو كتابة الرقم المرجعي بخاناته التسع من الحروف والأرقام، مثل ⁨K7Q-F2M-XDR⁩
follow-wrong = لا يوجد طلب بهذا الرقم المرجعي وهذا الرمز السري. نرجو مراجعة الاثنين.
status-open = مفتوح
status-waiting = في انتظارك
status-closed = مغلق
standing-open = قيد العمل
standing-waiting = دورك الآن
standing-late = متأخر
standing-done = مغلق
standing-closed = أغلقنا هذا الطلب في { $date }: { $name }.
standing-withdrawn = سُحب هذا الطلب برغبتك في { $date }.
standing-joined = أبلغ آخرون عن الأمر نفسه. ونعمل عليه برقم { $name }.
standing-we-ask = نحتاج إلى إجابة منك.
standing-overdue = تأخرنا. وعدناك بأن ننتهي في موعد أقصاه { $date }، ونحن نعتذر.
standing-taken = العمل على طلبك جارٍ لدى { $name }.
standing-queued = وصلنا طلبك. ولا يعمل عليه أحد بعد.
promised-by = نعدك بأن ننتهي في موعد أقصاه { $date }.
promised-waiting = المهلة متوقفة إلى أن تصلنا إجابتك. وكان الموعد الذي وعدنا به { $date }.
late-passed-on = انتقل الطلب إلى { $name } في { $date }.
late-part = طُلب من { $name } في { $date } إنجاز جزء منه، ولم يكتمل هذا الجزء بعد.
late-reopened = فُتح الطلب من جديد في { $date }.
late-in-work = رددنا عليك، لكن العمل يستغرق وقتًا أطول مما ظننا.
late-no-reason = لم يكتب أحد السبب بعد. يمكنك السؤال أو تقديم شكوى.
todo-title = المطلوب منك
todo-nothing = لا شيء مطلوب منك.
todo-answer = نرجو الإجابة عن سؤالنا:
todo-answer-link = الإجابة الآن
case-title = الطلب { $reference }
case-standing = أين وصل الطلب
case-timeline = ما حدث حتى الآن
case-asked = ما طلبته
case-who = من المسؤول
case-who-answers = (الشخص المسؤول عن هذه الجهة)
case-acts = ما يمكنك فعله
case-reached = كيف نتواصل معك
case-not-reached = ليس لدينا عنوان لك.
case-public = ما يستطيع الجميع رؤيته منه
act-message = الكتابة إلينا أو إرسال ملف
act-message-text = من يعمل على طلبك يقرأ رسالتك.
act-message-button = إرسال
act-contact = تغيير طريقة التواصل معك
act-contact-text = هذا يغيّر طريقة تواصلنا معك بشأن هذا الطلب. وإن كان الأفضل لك ألا نكتب إليك، فيمكنك ترك كل شيء فارغًا.
act-contact-button = حفظ
act-withdrawal = سحب طلبك
act-withdrawal-text = نتوقف عندئذ عن العمل عليه.
act-withdrawal-button = سحب الطلب
act-reopening = لم ينته الأمر: فتح الطلب من جديد
act-reopening-text = نرجو إخبارنا بما لم يُحلّ بعد. هذا ممكن لمدة 60 يومًا.
act-reopening-button = فتح الطلب من جديد
act-rating = تقييم تجربتك
act-rating-text = تدخل إجابتك، من دون اسمك، في الأرقام التي يراها الجميع.
act-rating-button = إرسال
act-complaint = الشكوى من طريقة تعاملنا مع الطلب
act-complaint-text = الشكوى طلب قائم بذاته. ولا تُحال أبدًا إلى الشخص الذي تتعلق به.
act-complaint-button = بدء شكوى
act-appeal = طلب إعادة النظر في القرار
act-appeal-text = يعيد النظر فيه شخص غير الذي اتخذ القرار.
act-appeal-button = بدء تظلّم
act-words = رسالتك
act-words-missing = نرجو كتابة شيء، أو اختيار ملف
act-files = الصور والأوراق (اختياري)
act-why = لماذا؟ (اختياري)
act-cannot = لا يمكن استخدام هذا. { $why }
act-too-late = لم يعد هذا ممكنًا. يمكنك الرجوع لمعرفة أين وصل طلبك الآن.
rating-title = كيف كانت تجربتك؟
rating-words = بكلماتك (اختياري)
rating-missing = نرجو اختيار إحدى الإجابات الخمس
rating-5 = جيدة جدًا
rating-4 = جيدة
rating-3 = متوسطة
rating-2 = سيئة
rating-1 = سيئة جدًا

### The portal: what everybody can see

reports-title = ما أبلغ عنه الناس
reports-lead = بلاغات عن الشوارع والحدائق وغيرها مما هو للجميع. ولا يرى أحد من أرسلها.
reports-status = الحالة
reports-map = عرض البلاغات المفتوحة على خريطة
reports-feed = متابعة هذه القائمة عبر خلاصة (RSS)
reports-feed-one = متابعة هذا البلاغ عبر خلاصة (RSS)
reports-none = لا يوجد بلاغ مطابق. يمكنك اختيار معايير أخرى.
reports-due = الموعد الذي وعدنا به:
reports-joined = بلاغ آخر يشمل هذا البلاغ.
reports-picture = صورة
reports-again = الإبلاغ عن شيء آخر
map-label = الخريطة
map-north = شمالًا
map-south = جنوبًا
map-west = غربًا
map-east = شرقًا
map-closer = تقريب
map-further = إبعاد
map-failed = لا يمكن عرض الخريطة. يمكنك استخدام القائمة أو العنوان.

### The portal: what you think, and what we say of ourselves

feedback-title = ما رأيك في هذه الصفحة؟
feedback-text = نرجو إخبارنا بما يعمل جيدًا وما لا يعمل. أما ما يخص طلبًا لك، فيمكنك الكتابة إلينا بشأنه من صفحة متابعته.
feedback-score = كيف كانت؟
feedback-words = بكلماتك (اختياري)
feedback-words-hint = نرجو عدم كتابة أي شيء عن نفسك هنا.
feedback-too-long = الحد الأقصى 4,000 حرف
feedback-button = إرسال
feedback-thanks = شكرًا لك
feedback-thanks-text = نحن نقرأ كل كلمة.
complaints-title = الشكاوى والشكر
complaints-lead = نرجو إخبارنا حين نسيء العمل وحين نحسنه. كلاهما مهم.
complaints-complaint = عاملك شخص بفظاظة، أو تأخر، أو أخطأ، أو طلب مالًا، أو لم يردّ عليك.
complaints-appeal = لديك اعتراض على قرار.
complaints-compliment = أحسن شخص عمله.
complaints-never = لا تُحال رسالتك أبدًا إلى الشخص الذي تتعلق به.
accessibility-title = هل يستطيع الجميع استخدام هذا الموقع؟
accessibility-lead = فحصنا { $met } من أصل { $all } من نقاط معيار WCAG 2.2، وهي مستوفاة.
accessibility-text = تعمل كل الصفحات بلوحة المفاتيح وحدها، ومع قارئ الشاشة، ومن دون برامج نصية، وبضعف الحجم، وعلى هاتف صغير. وكل صفحة متاحة بكل لغة يمكنك اختيارها.
accessibility-tell = هل هناك ما لا يعمل لديك؟ نرجو إخبارنا، وسنصلحه:
accessibility-table = كل النقاط، وما يُثبت استيفاءها
translations-title = ما لم يُترجم بعد
translations-lead = كل الأزرار والرسائل متاحة بكل اللغات. وهنا يظهر ما ينقص من نصوص المدينة.
translations-table = مقدار ما تُرجم
translations-messages = رسائل ناقصة
translations-texts = أسماء ونصوص ناقصة
translations-share = نسبة ما تُرجم
translations-missing = ما ينقص في

### ما حدث، كما يُروى لصاحب الطلب

your-opened = وصلنا طلبك
your-replied = رددنا عليك
your-heard = وصلتنا رسالتك
your-wait-started = سألناك عن أمر، وتوقفت المهلة إلى أن تصلنا إجابتك
your-wait-ended = استؤنفت المهلة
your-transfer-accepted = انتقل الطلب إلى { $name }
your-marked-duplicate = أبلغ آخرون عن الأمر نفسه، ونجيبكم جميعًا معًا
your-joined = أبلغ شخص آخر عن الأمر نفسه
your-contact-changed = تغيرت طريقة التواصل معك بطلب منك
your-resolved = أغلقنا الطلب
your-reopened = فُتح الطلب من جديد
your-withdrawn = سُحب الطلب برغبتك
your-promise-missed = فاتنا الموعد الذي وعدنا به
your-told = كتبنا إليك
your-feedback-invited = سألناك عن رأيك
your-rated = وصلنا رأيك
your-looked = اطّلع أحد الموظفين على سجلك

### ملفات لا تُقبل

reports-waiting = بانتظار صاحب الطلب
upload-empty = الملف { $name } فارغ. نرجو اختياره من جديد.
upload-too-large = الملف { $name } أكبر من { $bound } ميغابايت. نرجو حفظه بحجم أصغر.
upload-too-many-pixels = في الصورة { $name } أكثر من { $bound } مليون نقطة. نرجو حفظها بحجم أصغر.
upload-not-what-it-says = الملف { $name } ليس ما يقوله اسمه. نرجو حفظه من جديد ثم إرساله.
upload-not-taken = لا نقبل ملفات مثل { $name }. نرجو إرسال صورة أو PDF أو نص بسيط.
upload-not-a-picture = { $name } ليس صورة. نرجو إرسال صورة.
upload-heic = لا نستطيع قراءة { $name }. نرجو مشاركته بصيغة JPEG أو إرسال لقطة شاشة.
upload-animated = الصورة { $name } متحركة. نرجو إرسال صورة ثابتة.
upload-unknown = لا نعرف ما هو { $name }. نرجو إرسال صورة أو PDF أو نص بسيط.
upload-encoding = لا نستطيع قراءة النص في { $name }. نرجو حفظه بترميز UTF-8 أو PDF.
upload-broken = الملف { $name } تالف. نرجو حفظه من جديد ثم إرساله.
upload-encrypted = للملف { $name } كلمة سر. نرجو حفظه بدونها.
upload-active = في الملف { $name } ما يعمل من تلقاء نفسه. نرجو طباعته إلى ملف PDF جديد وإرساله.
upload-unchecked = لا نستطيع فحص { $name } كله. نرجو طباعته إلى ملف PDF جديد وإرساله.
