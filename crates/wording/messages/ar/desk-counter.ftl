# شباك: من هناك، وماذا يمكن فعله، ومن ينتظر.
counter-title = الشباك
counter-choose = اختر شباكك
counter-choose-text = يُنادى التالي إلى حيث تجلس.
counter-none = أنت لا تستقبل زوارا في أي مكتب.
counter-sit = اجلس هنا
counter-taken = { $name } يجلس هنا
counter-leave = غادر الشباك
counter-nobody = لا أحد عند شباكك
counter-next = التالي
counter-next-calls = ينادي التالي. مفتاح المسافة يفعل ذلك أيضا.
counter-next-ends = ينهي هذه الزيارة وينادي التالي. مفتاح المسافة يفعل ذلك أيضا.
counter-here = عند شباكك
counter-for = جاء من أجل
counter-waited = انتظر
counter-speaks = يتحدث
counter-first = يتقدم بسبب
counter-like-everybody = ينتظر كالجميع
counter-undo = تراجع
counter-begin = لقد حضر
counter-again = ناد مرة أخرى
counter-no-show = لم يحضر
counter-park = ضع جانبا
counter-back = أعد إلى الصف
counter-pass-on = حوّل
counter-pass-to = إلى من
counter-to-line = من يخدم
counter-to-counter = شباك
counter-to-officer = زميل
counter-also = شيء آخر أيضا
counter-also-button = أضف
counter-finish = أنه
counter-outcome = ما النتيجة
counter-outcome-none = تم الأمر
counter-line = في الصف
counter-line-none = لا أحد ينتظر.
counter-waiting = ينتظرون
counter-longest = أطول انتظار
counter-late = أطول مما وعدنا
counter-soon = يكاد يطول
counter-parked = وضعتهم جانبا
counter-call = ناد
counter-change = غيّر
counter-let-in = أعط تذكرة
counter-given = التذكرة { $ticket } في الصف.
counter-why-health = لا يقدر على الانتظار طويلا
counter-why-disability = إعاقة
counter-why-infant = مع رضيع أو حامل
counter-why-our-mistake = أخطأنا نحن
counter-why-danger = شخص ما في خطر
counter-called = { $count ->
    [zero] لم يُناد
    [one] نودي مرة واحدة
    [two] نودي مرتين
    [few] نودي { $count } مرات
    [many] نودي { $count } مرة
   *[other] نودي { $count } مرة
  }
counter-more = { $count ->
    [zero] لا أحد غيرهم ينتظر.
    [one] وينتظر شخص آخر.
    [two] وينتظر شخصان آخران.
    [few] وينتظر { $count } آخرون.
    [many] وينتظر { $count } آخر.
   *[other] وينتظر { $count } آخر.
  }
