# The desk: one case, and what is written about it.
desk-case-closed = أُغلق في { $date }: { $name }.
desk-case-withdrawn = سحبه صاحبه في { $date }.
desk-case-joined = ينوب عنه طلب آخر منذ { $date }.
desk-case-waiting = سألنا صاحب الطلب في { $date } وننتظر جوابه.
desk-case-taken = يعمل عليه { $name }.
desk-case-free = لم يأخذه أحد بعد.
desk-case-held-by = هو لدى { $name } في { $agency }، { $queue }.
desk-case-held-in = لدى { $agency }، في { $queue }.
desk-case-waits-for = في انتظار { $name }.
desk-case-the-customer = صاحب الطلب
desk-case-somebody = صاحب الطلب
desk-case-no-name = لم يذكر اسمه.
desk-case-first-reply = أول جواب:
desk-case-completion = الإنجاز:
desk-case-kept = في موعده.
desk-case-missed = متأخر بمقدار { $time }.
desk-case-late = تأخّر { $time }.
desk-case-left = بقي { $time }.
desk-case-still = الساعة متوقفة.
desk-case-working-time = { $time } من وقت العمل
desk-case-working-days = { $count ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $count } أيام عمل
   *[other] { $count } يوم عمل
}
desk-case-leaves-soon = { $count ->
    [0] يُرسل الآن.
    [one] يُرسل بعد ثانية واحدة.
    [two] يُرسل بعد ثانيتين.
    [few] يُرسل بعد { $count } ثوانٍ.
   *[other] يُرسل بعد { $count } ثانية.
}
desk-case-leaves-at = سيُرسل في { $date }.
desk-case-wrong = لم ينجح ذلك
desk-case-stale = تغيّر الطلب منذ قرأته. كلماتك محفوظة. اقرأ الجديد ثم أرسلها إن كانت لا تزال مناسبة.
desk-case-broke = لم نستطع ذلك الآن. حاول مرة أخرى بعد قليل.
desk-case-no-words = اكتب شيئًا أولًا.
desk-case-refused = لم يتم ذلك: { $why }
desk-case-vanished = لم يعد بإمكانك رؤية هذا الطلب، أو أنه غير موجود. لم يُرسل شيء. كلماتك أدناه.
desk-case-gone = هذا الطلب ليس هنا
desk-case-gone-why = لم يعد بإمكانك رؤيته، أو أنه غير موجود. تحقق من رقمه.
desk-case-elsewhere = كتبت شيئًا آخر في نافذة أخرى. النصان هنا. احفظ لتُبقي هذا النص.
desk-case-too-long = هذا طويل جدًا. حفظنا أول { $most } حرف ولم نحفظ الباقي.
desk-case-by-computer = نظام آخر
desk-case-by-house = النظام نفسه
desk-case-events = { $count ->
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
   *[other] { $count } حدثًا
}
desk-case-only-officers = لا يراه إلا الموظفون.
desk-case-customer-reads = يقرؤه { $name }
desk-case-public = يقرؤه صاحب الطلب.
desk-case-reads = يقرأ بلغة: { $name }
desk-case-status-open = مفتوح
desk-case-status-waiting = في الانتظار
desk-case-status-closed = مغلق
desk-case-held = { $agency }: { $time }، منذ { $from }
desk-case-held-waiting = { $agency }: { $time }، منذ { $from }؛ منها { $waited } في انتظار صاحب الطلب
desk-case-news-line = { $what }: { $name }، { $date }
desk-case-news = هذا جديد منذ بدأت
desk-case-came-back = لم يُرسل وعاد إلى هنا.
desk-case-other-window = ما كتبته في النافذة الأخرى
desk-case-writing = { $name } يكتب الآن
desk-case-draft-of = بدأ { $name } الكتابة في { $date }
desk-case-copy = يمكنك قراءته دون تغييره.
desk-case-write = الكتابة
desk-case-kinds = ماذا تكتب
desk-case-outcome = كيف انتهى؟
desk-case-choose = اختر واحدًا
desk-case-words = كلماتك لصاحب الطلب
desk-case-note-words = ملاحظتك للموظفين الآخرين
desk-case-timeline = ما الذي حدث
desk-case-acts = ما يمكنك فعله
desk-case-no-acts = يمكنك هنا القراءة والكتابة فقط.
desk-case-customer = صاحب الطلب
desk-case-no-points = لم يذكر كيف يمكن الوصول إليه.
desk-case-look = إظهار وسائل الاتصال به
desk-case-look-hint = يستطيع صاحب الطلب أن يرى أنك اطّلعت.
desk-case-looked = سُجّل أنك اطّلعت، ويستطيع صاحب الطلب أن يرى ذلك.
desk-case-others = طلباته الأخرى
desk-case-asked = ما الذي طلبه
desk-case-place = المكان:
desk-case-tasks = ما يفعله الشركاء
desk-case-related = طلبات ذات صلة
desk-case-speaker = ينوب عنه هذا الطلب:
desk-case-speaks-for = ينوب عن
desk-case-nearby = بالقرب منه:
desk-case-custody = من كان لديه وكم من الوقت
desk-kind-reply = جواب
desk-kind-question = سؤال
desk-kind-note = ملاحظة
desk-kind-resolve = إغلاق
desk-to-officers = لا يستطيع أي صاحب طلب قراءة الملاحظة.
desk-to-nobody = لم يذكر اسمًا ولا عنوانًا. يمكنه قراءته إن تابع الطلب.
desk-to-page = يمكن أن يقرأه { $name } في صفحة الطلب. لا يُرسل بريد.
desk-to-mail = يقرؤه { $name } في صفحة الطلب. ويُعلمه بريد إلى { $address } بأنه هناك.
desk-to-reads = يقرأ { $name } بلغة: { $language }.
desk-send-reply = إرسال إلى { $name }
desk-send-question = سؤال { $name }
desk-send-note = حفظ كملاحظة
desk-send-resolve = إغلاق وإعلام { $name }
desk-send-all-the-same = إرسال رغم ذلك
desk-send-next = إرسال والانتقال إلى التالي
desk-save = حفظ
desk-saved = حُفظ
desk-kept = مسودتك محفوظة هنا حتى ترسلها.
desk-not-saved = لم يُحفظ. اضغط حفظ أو انسخ كلماتك.
desk-too-long-short = طويل جدًا. يُحفظ الجزء الأول فقط.
desk-throw = رمي المسودة
desk-thrown = رميت مسودتك.
desk-undo = تراجع
desk-snippets = نصوص جاهزة
desk-snippet = أي نص
desk-insert = إدراج
desk-attach = إضافة ملفات
desk-attach-label = صور أو PDF أو نص عادي
desk-attach-button = إضافة
desk-file-remove = إزالة
desk-later = إرسال لاحقًا
desk-later-label = متى
desk-later-button = الإرسال حينها
desk-unsent = ما لم ترسله بعد
desk-unsent-line = { $what }، آخر تغيير في { $date }
desk-unsent-none = أرسلت كل ما كتبته.
desk-typed = ما كتبته الآن. انسخه من هنا.
desk-task-asked = طُلب منها ولم تجب بعد
desk-task-accepted = وافقت في { $date }
desk-task-returned = أعادته في { $date }
desk-task-done = أنجزته في { $date }
desk-task-by = طلبه { $name }
desk-act-claim = أخذ الطلب
desk-act-claim-button = أخذ الطلب
desk-act-assignment = إعطاؤه لموظف
desk-act-assignment-button = إعطاء
desk-act-unassignment = إعادته
desk-act-unassignment-button = إعادته إلى قائمة الانتظار
desk-act-going-on = المتابعة
desk-act-going-on-button = المتابعة دون جواب
desk-act-transfer = سؤال جهة أخرى أن تتولاه
desk-act-transfer-button = سؤال
desk-act-transfer-acceptance = تولّي الطلب
desk-act-transfer-acceptance-button = تولّي الطلب
desk-act-transfer-return = إعادته
desk-act-transfer-return-button = إعادته
desk-act-task = سؤال شريك أن ينجز جزءًا
desk-act-task-button = سؤال
desk-act-task-answer = الرد على ما طُلب من جهتك
desk-act-task-answer-button = رد
desk-act-duplicate = أُبلغ عنه من قبل
desk-act-duplicate-button = لينب عنه ذلك الطلب
desk-act-reopening = فتحه من جديد
desk-act-reopening-button = فتحه من جديد
desk-act-officer = الموظف
desk-act-agency = الجهة
desk-act-why = لماذا؟ لا يقرؤه إلا الموظفون.
desk-act-task-words = ما الذي يجب فعله
desk-act-answer-words = ما تود قوله
desk-act-of = رقم الطلب السابق
desk-act-accepted = سنفعله
desk-act-done = أُنجز
desk-act-returned = ليس من شأننا
desk-language-en = الإنجليزية
desk-language-es = الإسبانية
desk-language-ar = العربية
desk-language-ta = التاميلية
desk-language-hi = الهندية
desk-language-fr = الفرنسية
desk-case-look-again = تغيّرت هذه الحالة. اعرضها كما هي الآن.
