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
weekday-1 = الإثنين
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
notice-resolved-for-reporter = المشكلة التي أبلغت عنها برقم { $reference } أبلغ عنها آخرون أيضًا، وقد أُغلقت: { $outcome }.
notice-joined = بلاغك { $reference } عن الأمر نفسه الذي في بلاغ سابق هو { $other }. سنخبرك كيف ينتهي ذاك.
notice-reopened = فُتح طلبك { $reference } من جديد. نعدك بأن ننتهي منه في موعد أقصاه { $due }.
notice-reopened-no-promise = فُتح طلبك { $reference } من جديد.
notice-passed-on = طلبك { $reference } الآن لدى { $agency }. الموعد الموعود باقٍ كما هو.
notice-feedback = كيف سارت الأمور؟ قل لنا من 1 (سيئ) إلى 5 (جيد)، وبكلمات إن أردت.
notice-late = تأخرنا في طلبك { $reference }. وعدنا به في { $due } وما زلنا نعمل عليه.

### Timeline sentences, one a kind of event

event-opened = وصل الطلب
event-assigned = تولّى { $name } الملف
event-unassigned = عاد الملف إلى قائمته
event-noted = كتب موظف ملاحظة
event-replied = ردّ موظف
event-heard = كتب صاحب الطلب
event-wait-started = سُئل صاحب الطلب عن أمر؛ توقفت المهلة
event-wait-ended = عادت المهلة تجري
event-transfer-asked = طُلب من { $name } تولّي الملف
event-transfer-accepted = تولّت { $name } الملف
event-transfer-returned = أُعيد الملف
event-task-asked = طُلب من { $name } إنجاز جزء
event-task-answered = أجابت { $name } عن الجزء الخاص بها
event-marked-duplicate = يتولى طلب سابق الرد عن هذا
event-joined = انضم بلاغ آخر عن الأمر نفسه
event-resolved = أُغلق الملف
event-reopened = فُتح الملف من جديد
event-withdrawn = سحبه صاحبه
event-promise-missed = فات الموعد الموعود
event-told = أُبلغ صاحب الطلب
event-feedback-invited = سُئل صاحب الطلب كيف سارت الأمور
event-rated = قال صاحب الطلب كيف سارت الأمور
event-looked = اطُّلع على السجل
event-token-created = أُنشئ مفتاح
event-token-revoked = سُحب مفتاح
event-job-replayed = أُعيدت محاولة عمل فاشل
