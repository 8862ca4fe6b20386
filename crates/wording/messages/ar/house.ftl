### Dates

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
date = { $weekday } { $day } { $month } { $year }
date-time = { $date }، الساعة { $time }

### Notices that the house writes to customers

notice-received = وصلنا طلبك { $reference } بشأن { $service }. نعدك بأن ننتهي منه في موعد أقصاه { $due }.
notice-received-no-promise = وصلنا طلبك { $reference } بشأن { $service }.
notice-resolved = أُغلق طلبك { $reference }: { $outcome }.
notice-resolved-for-reporter = أُغلقت المشكلة التي أبلغت عنها بالرقم المرجعي { $reference }: { $outcome }. وقد أبلغ عنها آخرون أيضًا.
notice-joined = بلاغك { $reference } عن الأمر نفسه الذي في بلاغ سابق، وهو { $other }. سنخبرك كيف ينتهي ذلك البلاغ.
notice-merged = طلبك { $reference } عن الأمر نفسه الذي في طلبك { $other }. نتابع العمل ضمن { $other }.
notice-unmerged = عاد طلبك { $reference } طلبًا مستقلًا.
notice-service-corrected = صحّحنا طلبك { $reference }: هو عن { $service }. نعدك بأن ننتهي في موعد أقصاه { $due }.
notice-service-corrected-no-promise = صحّحنا طلبك { $reference }: هو عن { $service }.
notice-promised-later = صحّحنا طلبك { $reference }: هو عن { $service }. سيستغرق ذلك وقتًا أطول مما قلنا، ونعتذر. نعدك بأن ننتهي في موعد أقصاه { $due }.
notice-promised-no-more = صحّحنا طلبك { $reference }: هو عن { $service }. لا نستطيع أن نعدك بموعد، ونعتذر.
notice-reopened = فُتح طلبك { $reference } من جديد. نعدك بأن ننتهي منه في موعد أقصاه { $due }.
notice-reopened-no-promise = فُتح طلبك { $reference } من جديد.
notice-passed-on = طلبك { $reference } الآن لدى { $agency }. الموعد الذي وعدنا به باقٍ كما هو.
notice-feedback = كيف كانت تجربتك؟ نرجو تقييمها من 1 (سيئة) إلى 5 (جيدة)، مع بضع كلمات إن شئت.
notice-late = تأخرنا في طلبك { $reference }. وعدنا به في { $due } وما زلنا نعمل عليه.

### Timeline sentences, one a kind of event

event-opened = وصل الطلب
event-assigned = صار الملف لدى { $name }
event-unassigned = عاد الملف إلى قائمته
event-noted = كتب موظف ملاحظة
event-replied = رد موظف على صاحب الطلب
event-heard = كتب صاحب الطلب
event-wait-started = سُئل صاحب الطلب عن أمر؛ توقفت المهلة
event-wait-ended = استؤنفت المهلة
event-transfer-asked = طُلب من { $name } تولّي الملف
event-transfer-accepted = انتقل الملف إلى { $name }
event-transfer-returned = أُعيد الملف
event-task-asked = طُلب من { $name } إنجاز جزء
event-task-answered = وصل رد { $name } عن الجزء الخاص بها
event-marked-duplicate = طلب سابق يشمل هذا الطلب
event-joined = انضم بلاغ آخر عن الأمر نفسه
event-contact-changed = غيّر صاحب الطلب طريقة التواصل معه
event-merged = يستمر ضمن طلب آخر
event-unmerged = عاد طلبًا مستقلًا
event-took-in = طلب آخر للشخص نفسه يستمر ضمن هذا الطلب
event-gave-back = عاد ذلك الطلب مستقلًا
event-split-off = صارت بعض الرسائل طلبًا مستقلًا
event-put-under = يُجاب عنه مع طلب رئيسي
event-taken-out = يُجاب عنه وحده من جديد
event-child-joined = طلب آخر يُجاب عنه مع هذا الطلب
event-child-left = طلب يُجاب عنه وحده من جديد
event-answers-corrected = صُحّحت إجابة
event-place-corrected = صُحّح المكان
event-service-corrected = صُحّحت الخدمة: { $name }
event-snoozed = العمل متوقف حتى تاريخ محدد، والمهلة مستمرة
event-woke = استؤنف العمل
event-offered = عُرض على صاحب الطلب: { $name }
event-approval-asked = طُلبت موافقة { $name }
event-approval-answered = أجاب المسؤول
event-escalated = رُفع الأمر إلى { $name }
event-resolved = أُغلق الملف
event-reopened = فُتح الملف من جديد
event-withdrawn = سحب صاحب الطلب طلبه
event-promise-missed = فات الموعد الذي وعدنا به
event-told = أُبلغ صاحب الطلب
event-feedback-invited = سُئل صاحب الطلب عن تجربته
event-rated = قيّم صاحب الطلب تجربته
event-looked = اطُّلع على السجل
event-token-created = أُنشئ مفتاح
event-token-revoked = سُحب مفتاح
event-job-replayed = أُعيد تنفيذ مهمة فاشلة

### Pages

product = روتوندا
skip = إلى المحتوى
language-name = العربية
languages = اللغة
demo-note = عرض تجريبي بطلبات حقيقية من سنة 2015 وموظفين متخيَّلين. واليوم المعروض هنا محاكاة.
refresh = النظر من جديد
footer-help = للمساعدة نرجو الاتصال أو الكتابة أو الزيارة: { $contact }
footer-source = البيانات: { $source }

start-title = مكتب واحد لكل الخدمات
start-lead = { $city } تجيب هنا عن جميع جهاتها. لكل طلب وعد. وللجميع أن يروا كيف يُوفى بالوعود.
start-today = اليوم، { $date }
start-as-of = حتى الساعة { $time }
start-opened = طلبات وصلت
start-closed = طلبات أُغلقت
start-open = طلبات مفتوحة
start-empty = لم يصل أي طلب بعد. سيظهر أول طلب هنا فور وصوله.
start-doors = الأبواب
start-scorecard = كيف يُوفى بالوعود
start-scorecard-text = هل تفي المدينة بوعودها؟ يمكنك الاطلاع على الصورة كلها، أو على جهة أو خدمة أو حي أو قناة.
start-open311 = Open311
start-open311-text = إرسال الطلبات ومتابعتها من أي تطبيق يفهم GeoReport v2، بصيغتي XML وJSON.

score-title = كيف يُوفى بالوعود
score-sentence = الوعود التي وُفي بها: { $kept } من { $judged }، أي { $share } من الطلبات التي حان موعدها.
score-sentence-none = لم يحن بعد موعد أي طلب في هذه المدة. لذلك لا وعد يمكن الحكم عليه.
score-period = طلبات من { $from } إلى { $to }، كما هي في { $today }
score-filter = اختيار ما يُعرض
score-from = من
score-to = إلى
score-agency = الجهة
score-service = الخدمة
score-district = الحي
score-channel = القناة
score-by = المقارنة حسب
score-all = الكل
score-unknown = غير معروف
score-show = عرض
score-requests = الطلبات
score-kept = الوعود التي وُفي بها
score-kept-range = بثقة 95٪ بين { $low } و{ $high }
score-completion = أُنجز النصف خلال
score-completion-p90 = تسعة من عشرة خلال { $time }
score-reply = رُدّ على النصف خلال
score-reply-p90 = تسعة من عشرة خلال { $time }
score-not-yet = تسعة من عشرة: ما زالت طلبات كثيرة مفتوحة، فلا يمكن القول بعد
score-backlog = المفتوحة في النهاية
score-backlog-late = ما فات موعده في هذه المدة: { $count }
score-reopened = فُتحت من جديد
score-rating = راضون
score-rating-n =
    { $count ->
        [0] لم يقيّم أحد بعد
        [one] من تقييم واحد
        [two] من تقييمين
        [few] من { $count } تقييمات
        [many] من { $count } تقييمًا
       *[other] من { $count } تقييم
    }
score-trend = مع الزمن
score-trend-desc = أعمدة للوعود التي حان موعدها: الجزء المملوء وُفي به، والجزء المخطط لم يُوفَ به. والأرقام نفسها في الجدول أدناه.
score-trend-kept = وُفي بها
score-trend-missed = لم يُوفَ بها
score-table = الأرقام نفسها في جدول
score-week = طلبات فُتحت منذ
score-groups = المقارنة
score-name = الاسم
score-late = متأخرة أو فات موعدها
score-median = النصف خلال
score-backlog-age = عمر الطلبات المفتوحة
score-age-7 = حتى 7 أيام
score-age-30 = من 8 إلى 30 يومًا
score-age-90 = من 31 إلى 90 يومًا
score-age-365 = من 91 يومًا إلى سنة
score-age-more = أكثر من سنة
score-nothing = لا طلبات في هذه المدة.
score-definitions = ماذا تعني الأرقام
score-def-requests-text = كل الطلبات التي وصلت في المدة، عبر كل القنوات. وما جاء من نظام سابق يُحسب كما سجّله ذلك النظام.
score-def-kept-text = من الطلبات التي يمكن الحكم على وعدها، ما أُغلق في موعده. يمكن الحكم على الوعد إذا أُغلق الطلب، أو إذا بقي مفتوحًا بعد اليوم الموعود. لا يُحسب الوقت الذي انتظرنا فيه صاحب الطلب. ولا تُحسب الطلبات التي سحبها أصحابها.
score-def-completion-text = الوقت الفعلي من الفتح إلى الإغلاق، ليلًا ونهارًا. والطلبات المفتوحة تُحسب بقدر ما استغرقت حتى الآن، كي لا يسقط البطيء من الحساب. (هذه طريقة كابلان وماير.)
score-def-reply-text = الوقت من الفتح إلى أول رد كتبه شخص. لا تُحسب الرسائل التي يرسلها النظام من نفسه.
score-def-backlog-text = كل الطلبات التي كانت مفتوحة عند نهاية آخر يوم من المدة، مهما كان عمرها.
score-def-rating-text = من أعطوا 4 أو 5 على مقياس من 1 إلى 5، من بين من قيّموا. التقييمات القليلة لا تقول الكثير، وعددها مكتوب بجانبها.
score-download = تنزيل الأرقام
score-waits = الانتظار في المكاتب
score-waits-sentence = نودي على { $kept } من { $judged } من الأشخاص في الوقت الموعود: { $share }. وبثقة 95 % تقع النسبة بين { $low } و{ $high }.
score-waits-none = لم ينتظر أحد في مكتب خلال هذه الفترة.
score-waits-where = أين ولأي غرض
score-waits-promise = الموعود خلال { $time }
score-waits-came = حضروا
score-waits-in-time = نودي عليهم في الوقت
score-waits-range = بثقة 95 %
score-waits-low-high = من { $low } إلى { $high }
score-waits-half = انتظر نصفهم حتى
score-waits-nine = انتظر تسعة من كل عشرة حتى
score-waits-gone = من لم يُخدم، ومن سبقه غيره
score-waits-left = غادروا
score-waits-closed = أغلق المكتب قبل خدمتهم
score-waits-missed = لم يكونوا حاضرين عند النداء
score-waits-overtaken = سبقهم غيرهم
score-waits-by-priority = سبقهم أصحاب الأولوية
score-waits-by-line = سبقهم من جاء لغرض آخر
score-waits-by-other = بطرق أخرى
score-def-waits-in-time-text = من نودي عليهم في الوقت الموعود لما جاؤوا من أجله. أما الآخرون فنودي عليهم بعد ذلك، أو غادروا بعد ذلك الوقت، أو أغلق المكتب وهم فيه. ومن غادر قبل ذلك لا يدخل في الحكم. يُحسب اليوم بعد أن ينتهي.
score-def-waits-half-text = الوقت من دخول الدور إلى أول نداء. ومع الحجز يبدأ من الوقت المحجوز. من غادروا يُحسبون بقدر ما انتظروا، حتى لا تضيع فترات الانتظار الطويلة. ولا يُذكر تسعة من كل عشرة إلا ابتداءً من عشر فترات انتظار.
score-def-waits-overtaken-text = نودي قبلهم على من جاء بعدهم. بعض الناس يُقدَّمون، مثل من معه رضيع. وقد لا يخدم الشباك إلا بعض الأغراض، فيُنادى فيه على من جاء لغرض آخر. ومن الطرق الأخرى مكان محفوظ لموظف بعينه. كل شخص يُحسب مرة واحدة.
score-waits-csv = الانتظار في المكاتب بصيغة CSV
score-csv = بصيغة CSV
score-json = بصيغة JSON

agency = الجهة
service = الخدمة
district = الحي
channel = القناة
channel-web = الموقع
channel-app = التطبيق
channel-phone = الهاتف
channel-counter = الشباك
channel-email = البريد الإلكتروني
channel-text = رسالة نصية
channel-chat = محادثة
channel-social = شبكة اجتماعية
channel-letter = رسالة بريدية
channel-staff = رآه موظف
channel-api = نظام آخر
channel-house = من نظام سابق

### How long, how long ago, and how soon

time-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
time-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
time-days = { $count ->
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}

time-now = الآن
ago-minutes = { $count ->
    [one] قبل دقيقة واحدة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
   *[other] قبل { $count } دقيقة
}
ago-hours = { $count ->
    [one] قبل ساعة واحدة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
   *[other] قبل { $count } ساعة
}
ago-days = { $count ->
    [one] قبل يوم واحد
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}
ago-months = { $count ->
    [one] قبل شهر واحد
    [two] قبل شهرين
    [few] قبل { $count } أشهر
    [many] قبل { $count } شهرًا
   *[other] قبل { $count } شهر
}
ago-years = { $count ->
    [one] قبل سنة واحدة
    [two] قبل سنتين
    [few] قبل { $count } سنوات
   *[other] قبل { $count } سنة
}
in-minutes = { $count ->
    [one] خلال دقيقة واحدة
    [two] خلال دقيقتين
    [few] خلال { $count } دقائق
   *[other] خلال { $count } دقيقة
}
in-hours = { $count ->
    [one] خلال ساعة واحدة
    [two] خلال ساعتين
    [few] خلال { $count } ساعات
   *[other] خلال { $count } ساعة
}
in-days = { $count ->
    [one] خلال يوم واحد
    [two] خلال يومين
    [few] خلال { $count } أيام
    [many] خلال { $count } يومًا
   *[other] خلال { $count } يوم
}
in-months = { $count ->
    [one] خلال شهر واحد
    [two] خلال شهرين
    [few] خلال { $count } أشهر
    [many] خلال { $count } شهرًا
   *[other] خلال { $count } شهر
}
in-years = { $count ->
    [one] خلال سنة واحدة
    [two] خلال سنتين
    [few] خلال { $count } سنوات
   *[other] خلال { $count } سنة
}

### When something goes wrong

problem-title = لم ينجح هذا
problem-not-found = لا شيء في هذا العنوان. ربما كُتب خطأً، أو نُقل ما كان هنا.
problem-busy = الطلبات كثيرة في هذه اللحظة. لم يتغير شيء. نرجو الانتظار قليلًا ثم المحاولة من جديد.
problem-other = لا يمكن فهم العنوان كما هو.
problem-not-now = لا يمكن فعل ذلك الآن. ربما تغيّر شيء منذ فتحت الصفحة. لم يُنفَّذ شيء. ارجع وحمّل الصفحة من جديد.
problem-form-old = بقيت الصفحة مفتوحة مدة طويلة، أو أن المتصفح لا يحفظ ملفات تعريف الارتباط. لم يتغير شيء. نرجو الرجوع وتحميل الصفحة من جديد ثم الإرسال مرة أخرى.
problem-too-large = ما أُرسل أكبر مما نقبل. لم يتغير شيء. نرجو إرسال ملفات أقل أو أصغر.
problem-home = إلى صفحة البداية

### Around every page

around-home = الرئيسية
around-services = الخدمات
around-follow = متابعة طلب
around-reports = بلاغات قريبة
around-scorecard = كيف نفي بوعودنا
around-sections = الصفحات الرئيسية
around-demo = عرض تجريبي
around-feedback = ما رأيك في هذه الصفحة
around-complaints = تقديم شكوى
around-accessibility = سهولة الاستخدام
around-about = عن هذا الموقع
around-translations = الترجمات
around-offline = بلا إنترنت
around-error-title = خطأ: { $title }
style-title = كيف تبدو الصفحات
style-lead = كل جزء تتكون منه الصفحات، في كل حالة من حالاته، مع شيفرته، بالإنجليزية. ما تقوله الأمثلة مختلق.

### For those who keep it running

start-api = واجهة REST
start-api-text = كل ما يفعله الموظفون والأنظمة الشريكة، مع وثيقة OpenAPI.
start-ops = لمن يديرون النظام
start-ops-text = هل يعمل، وهل هو جاهز، وأرقامه لبرنامج Prometheus.
