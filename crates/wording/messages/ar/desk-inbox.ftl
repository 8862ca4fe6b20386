# The inbox and its views.
desk-views = القوائم
desk-views-kept = قوائم محفوظة
desk-view-mine = طلباتي
desk-view-unassigned = لم يأخذها أحد
desk-view-soon = تستحق خلال ساعة
desk-view-overdue = متأخرة
desk-view-waiting = بانتظار العميل
desk-view-asked = مطلوبة منا
desk-view-open = كل المفتوحة
desk-view-closed = أُغلقت هذا الأسبوع
desk-view-gone = لم تعد هذه القائمة موجودة. ترى طلباتك.
desk-wrong-unreadable = لا يمكن قراءة هذا المرشح. اختر من جديد.
desk-wrong-service = يذكر المرشح خدمة لم تعد لدينا.
desk-wrong-agency = يذكر المرشح جهة لم تعد لدينا.
desk-wrong-queue = يذكر المرشح طابورًا لم يعد لدينا.
desk-wrong-district = يذكر المرشح حيًّا لم يعد لدينا.
desk-wrong-officer = يذكر المرشح شخصًا لم يعد يعمل هنا.
desk-wrong-elsewhere = الطابور أو الموظف ليس من هذه الجهة. اختر أحدهما.
desk-wrong-closed-apart = للطلبات المغلقة قائمة خاصة. اختر المغلقة وحدها.
desk-wrong-closed-due = الطلبات المغلقة لم تعد مستحقة. احذف أحد الشرطين.
desk-wrong-too-much = يطلب المرشح أكثر من اللازم. اختر أقل.
desk-name-wrong = اكتب اسمًا لا يزيد على 80 حرفًا.
desk-filter = ترشيح
desk-filter-show = اعرض
desk-any = الكل
desk-queue = الطابور
desk-kind = النوع
desk-kind-enquiry = استفسار
desk-kind-report = بلاغ
desk-kind-application = طلب
desk-kind-booking = حجز
desk-kind-complaint = شكوى
desk-kind-compliment = شكر
desk-kind-appeal = تظلّم
desk-kind-records-request = طلب سجلات
desk-due-0 = متأخر
desk-due-60 = خلال ساعة عمل
desk-due-480 = خلال 8 ساعات عمل
desk-due-2400 = خلال 40 ساعة عمل
desk-since-1 = خلال يوم
desk-since-7 = خلال أسبوع
desk-since-30 = خلال 30 يومًا
desk-whose-me = أنا
desk-whose-nobody = لا أحد
desk-order = الترتيب
desk-order-due = الأقرب استحقاقًا
desk-order-newest = الأحدث
desk-order-oldest = الأقدم
desk-columns = الأعمدة
desk-col-reference = الطلب
desk-col-channel = وصل عبر
desk-col-words = الموضوع
desk-col-due = الاستحقاق
desk-col-state = الحالة
desk-col-assignee = لدى من
desk-col-customer = العميل
desk-col-language = اللغة
desk-col-district = الحي
desk-col-opened = وصل
desk-keep = احفظ
desk-view-keep = احفظ كقائمة
desk-view-change = غيّر هذه القائمة
desk-view-remove = احذف هذه القائمة
desk-name = الاسم
desk-share = شاركها مع جهتي
desk-shared = مشتركة
desk-choose = اختر
desk-empty = لا يوجد شيء هنا.
desk-first = الصفحة الأولى
desk-state-open = مفتوح
desk-state-waiting = بانتظار العميل
desk-state-closed = مغلق
desk-state-transfer = معروض على جهة أخرى
desk-due-fine = بقي { $time }
desk-due-soon = قريبًا: بقي { $time }
desk-due-over = تأخر { $time }
desk-due-still = متوقف
desk-due-none = بلا موعد
desk-due-closed = أُغلق { $when }
desk-present-viewing = { $name } يطّلع عليه
desk-present-typing = { $name } يكتب
desk-changed = تغيّر
desk-gone = لم يعد هنا
desk-new-one = جديد واحد
desk-new-some = {"{n}"} جديدة
desk-keys = المفاتيح
desk-keys-text = تعمل هذه المفاتيح في القائمة. لا تفعل شيئًا أثناء الكتابة.
desk-keys-on = المفاتيح تعمل.
desk-keys-off = المفاتيح متوقفة.
desk-keys-switch-off = أوقف المفاتيح
desk-keys-switch-on = شغّل المفاتيح
desk-key-down = انزل صفًّا
desk-key-up = اصعد صفًّا
desk-key-open = افتح الطلب
desk-key-choose = اختر الطلب أو اتركه
desk-bulk = نفّذ على المختارة
desk-bulk-none = اختر أولًا طلبًا أو أكثر من القائمة.
desk-bulk-many = هذا كثير. اختر 200 طلب على الأكثر.
desk-bulk-what-wrong = أكمل ما تريد فعله. الملاحظة تحتاج إلى كلمات.
desk-bulk-first = سترى أولًا ما سيتغير.
desk-bulk-assign = أعطها لأحد
desk-bulk-give-back = أعدها
desk-bulk-give-back-text = تعود إلى طابورها. عندها لا تكون لدى أحد.
desk-bulk-note = اكتب ملاحظة
desk-bulk-note-text = لا يقرؤها إلا الزملاء
desk-bulk-resolve = أنهِ العمل
desk-bulk-outcome = كيف انتهى
desk-bulk-words = ما يقرؤه العميل
desk-bulk-preview = انظر ماذا سيفعل
desk-bulk-assign-to = إعطاء الطلبات إلى { $name }
desk-bulk-resolve-as = إنهاء العمل: { $outcome }
desk-bulk-progress = { $done } من { $all }
desk-bulk-running = العمل جارٍ. يمكنك ترك هذه الصفحة.
desk-bulk-undone = تم التراجع.
desk-bulk-undone-some = تم التراجع عن: { $count }. لم يُتراجع عن: { $cannot }.
desk-bulk-start = نفّذ
desk-bulk-undo = تراجع
desk-bulk-what = ما يحدث
desk-bulk-too-late = لم يعد التراجع عن الكل ممكنًا. غيّر الطلبات واحدًا واحدًا.
desk-back = عودة إلى القائمة
desk-item-planned = سيُنفّذ
desk-item-cannot = لا يمكن
desk-item-done = تم
desk-item-refused = لم يتم
desk-item-undone = تم التراجع
desk-item-undone-part = تم التراجع. ما كُتب يبقى.
desk-item-kept = لم يُتراجع عنه
desk-item-kept-whole = لم يُتراجع عن أي خطوة.
desk-why-closed = لا: إنه مغلق
desk-why-forbidden = لا: لا يحق لك ذلك
desk-why-elsewhere = لا: يعمل في جهة أخرى
desk-why-about = لا: الأمر يخصه
desk-why-already = لا: هو كذلك الآن
desk-why-outcome = لا: لا تنتهي هذه الخدمة هكذا
desk-why-tasks = لا: بقي جزء لدى شريك
desk-why-changed = لا: تغيّر منذ ذلك
desk-why-gone = لا: لم تعد تراه
desk-why-other = لا: انظر إلى الطلب
desk-rows =
    { $count ->
        [0] لا طلبات
        [one] طلب واحد في هذه الصفحة
        [two] طلبان في هذه الصفحة
        [few] { $count } طلبات في هذه الصفحة
        [many] { $count } طلبًا في هذه الصفحة
       *[other] { $count } طلب في هذه الصفحة
    }
desk-bulk-chosen =
    { $count ->
        [one] اخترت طلبًا واحدًا.
        [two] اخترت طلبين.
        [few] اخترت { $count } طلبات.
        [many] اخترت { $count } طلبًا.
       *[other] اخترت { $count } طلب.
    }
desk-bulk-will = لم يتغير شيء بعد. سيتغير: { $count }. لا يمكن: { $cannot }.
desk-bulk-done = انتهى. تم: { $count }. لم يتم: { $cannot }.
