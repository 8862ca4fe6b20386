# Merging, parents, corrections, approvals.
your-merged = نتابع هذا الأمر ضمن طلب آخر لك
your-unmerged = عاد هذا طلبًا مستقلًا
your-took-in = طلب آخر لك يستمر هنا
your-gave-back = عاد طلبك الآخر مستقلًا
your-split-off = جعلنا مما كتبته طلبًا مستقلًا
your-answers-corrected = صحّحنا إجابة من إجاباتك
your-place-corrected = صحّحنا المكان
your-service-corrected = صحّحنا موضوع الطلب: { $name }
your-offered = نعرض عليك: { $name }
mail-merged = نتابع طلبك { $reference } ضمن طلب آخر
mail-unmerged = عاد طلبك { $reference } مستقلًا
mail-service-corrected = صحّحنا طلبك { $reference }
standing-merged = نتابع هذا الأمر ضمن { $name }.
your-extended = اتفقنا معك على مهلة إضافية: الموعد الآن { $date }
event-extended = اتُّفق على مهلة إضافية: { $name }. الموعد الآن { $date }
promised-agreed = اتفقنا معك على أن ننتهي في موعد أقصاه { $date }. وكنا قد وعدنا أولًا بموعد { $before }.
desk-agreed = متفق عليه؛ كان وعدنا الأول { $date }
desk-approvals = بانتظار قرارك
desk-approvals-link = { $count ->
    [0] بانتظار قرارك
   *[other] بانتظار قرارك ({ $count })
}
desk-approvals-none = لا شيء بانتظارك.
desk-approvals-case = مطلوب من المسؤول
desk-approval-asks = يطلب { $name }: { $what }
desk-approval-outcome = إغلاقه بنتيجة «{ $name }»
desk-approval-due = أمام { $name } حتى { $date } للرد: بقي { $time }.
desk-approval-late = كان أمام { $name } حتى { $date } للرد: تأخر { $time }.
desk-approval-asked = سُئل { $name }. لا أحد فوقه.
desk-approval-approved = نعم، في { $date }.
desk-approval-refused = لا، في { $date }.
desk-approval-message = ما سيقرؤه صاحب الطلب:
desk-approval-answer = الرد:
desk-approval-yes = نعم، نفّذ ذلك
desk-approval-no = لا
desk-pressing = رُفع إليك
desk-pressing-since = منذ { $date }
desk-pressing-about-to-break = الوعد على وشك ألا يُوفى به،
desk-pressing-broken = لم يُوفَ بالوعد،
desk-pressing-reply-about-to-break = الرد الأول يوشك أن يتأخر،
desk-pressing-reply-broken = تأخر الرد الأول،
desk-pressing-not-answered = لم يرد أحد في الموعد،
desk-acts-offer = ما يمكنك عرضه
desk-acts-hand-on = إحالة أو سؤال جهات أخرى
desk-acts-right = تصحيح
desk-acts-together = ضم الطلبات أو فصلها
desk-act-waking = استئناف العمل
desk-act-waking-button = استئناف العمل
desk-act-rest = إيقاف العمل حتى تاريخ
desk-act-rest-button = إيقاف العمل
desk-act-rest-says = المهلة مستمرة. يعود في ذلك اليوم، أو حين يكتب صاحب الطلب.
desk-act-until = حتى متى
desk-act-offer = عرض
desk-act-offer-button = عرضه
desk-act-amount = المقدار ({ $unit })
desk-act-unit-days = أيام عمل
desk-act-message = ما يقرؤه صاحب الطلب
desk-act-superior-why = لماذا؟ يقرؤه المسؤول لا صاحب الطلب.
desk-act-ask = سؤال { $name }
desk-act-answered-by = إذا سألت الآن فأمام { $name } حتى { $date } للرد.
desk-act-limit-none = لا يمكنك أن تقرر هذا وحدك.
desk-act-limit-alone = يمكنك أن تقرر هذا وحدك.
desk-act-limit = يمكنك وحدك حتى { $amount }.
desk-act-offered = عُرض في { $date }: { $what }
desk-act-then = وبعد ذلك
desk-act-stays-open = إبقاء الطلب مفتوحًا
desk-act-outcome-approval = إغلاقه مع شخص ثانٍ
desk-act-outcome-approval-button = سؤال
desk-act-answers = تصحيح الإجابات
desk-act-answers-button = تصحيح
desk-act-place = تصحيح المكان
desk-act-place-button = تصحيح
desk-act-service = موضوعه شيء آخر
desk-act-service-button = تصحيح
desk-act-service-is = ما موضوعه
desk-act-merge = ضمه إلى طلب آخر
desk-act-merge-button = ضم
desk-act-unmerge = فصله من جديد
desk-act-unmerge-button = جعله طلبًا مستقلًا من جديد
desk-act-split = فصل رسائل
desk-act-split-button = إنشاء طلب جديد
desk-act-parent = الرد عليه مع طلب رئيسي
desk-act-parent-button = وضعه تحت ذلك الطلب
desk-act-parent-of = رقم الطلب الرئيسي
desk-act-parent-says = ما يُقال في الطلب الرئيسي يُقال هنا أيضًا مرة واحدة. وينتهي معه.
desk-act-leaving = الرد عليه وحده
desk-act-leaving-button = الرد عليه وحده من جديد
desk-act-agencies = الجهات. لكل منها مهمة خاصة بها.
desk-family = يرتبط بـ
desk-family-goes-on = يستمر ضمن:
desk-family-parent = يُجاب عنه مع:
desk-family-merged = يستمر هنا أيضًا:
desk-family-split = فُصل منه:
desk-family-about = مصدره أو موضوعه:
desk-family-children = { $count ->
    [one] طلب واحد يُجاب عنه مع هذا الطلب.
    [two] طلبان يُجاب عنهما مع هذا الطلب.
    [few] { $count } طلبات يُجاب عنها مع هذا الطلب.
   *[other] { $count } طلبًا يُجاب عنها مع هذا الطلب.
} { $open ->
    [0] لا شيء منها مفتوح.
    [one] واحد منها مفتوح.
    [two] اثنان منها مفتوحان.
   *[other] { $open } منها مفتوحة.
}
desk-family-list = عرضها
desk-to-children = { $count ->
    [one] يصل الكلام نفسه إلى طلب آخر.
    [two] يصل الكلام نفسه إلى طلبين آخرين.
    [few] يصل الكلام نفسه إلى { $count } طلبات أخرى.
   *[other] يصل الكلام نفسه إلى { $count } طلبًا آخر.
}
desk-transfers = من طُلب منه أن يتولاه
desk-transfer-asked = سُئلت ولم ترد بعد
desk-transfer-accepted = تولته في { $date }
desk-case-rests = العمل متوقف حتى { $date }. المهلة مستمرة.
desk-changes = ما صُحّح
desk-change-by = { $name }، { $date }
desk-change-place = المكان
desk-change-service = ما موضوعه
desk-change-before = قبل:
desk-change-after = الآن:
desk-back-to-case = العودة إلى
desk-merge-says = يستمر أحد الطلبين ويقود الآخر إليه. يُبلَّغ صاحب الطلب مرة واحدة. يمكنك التراجع ما دام لا شيء يعتمد عليه.
desk-merge-other = رقم الطلب الآخر
desk-merge-look = عرض الاثنين
desk-merge-unknown = لا ترى طلبًا آخر بهذا الرقم.
desk-merge-opened = فُتح في { $date }
desk-merge-due = الموعد { $date }
desk-merge-keep = ليستمر الاثنان ضمن
desk-split-says = ما تختاره يصبح طلبًا مستقلًا. وتُحسب مهلته من وصول أول رسالة. ضم الطلبين للتراجع.
desk-split-none = لم يكتب صاحب الطلب رسالة أخرى.
desk-split-which = أي الرسائل عن أمر آخر؟
desk-split-service = ماذا تطلب؟
