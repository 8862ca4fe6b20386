# Searching at the desk.
find-anything = ابحث عن معاملة
find-search = بحث
find-title = البحث عن المعاملات
find-words = ماذا تعرف عنها؟
find-hint = المرجع أو الاسم أو الهاتف أو البريد أو الشارع أو أي كلمات. تكفي نهاية رقم الهاتف.
find-filters = عرض بعض المعاملات فقط
find-any = الكل
find-status = الحالة
find-status-open = مفتوحة
find-status-waiting = بانتظار المتعامل
find-status-closed = مغلقة
find-service = الخدمة
find-agency = الجهة
find-district = الحي
find-channel = كيف وصلت
find-from = فُتحت من
find-to = فُتحت حتى
find-count = { $count ->
    [0] لا توجد معاملة
    [one] وُجدت معاملة واحدة
    [two] وُجدت معاملتان
    [few] وُجدت { $count } معاملات
    [many] وُجدت { $count } معاملة
   *[other] وُجدت { $count } معاملة
}
find-newest = أحدث المعاملات: { $count }
find-next = معاملات أقدم
find-instead = لا توجد معاملة فيها «{ $typed }». هذه فيها { $meant }.
find-meant = هل تقصد واحدة من هذه؟
find-none = لا شيء يطابق ما كتبت.
find-none-words = جرّب كلمات أقل. يجب أن ترد كل كلمة في المعاملة.
find-none-spelling = راجع الإملاء، أو اكتب بداية الكلمة فقط.
find-none-filters = انظر في كل المعاملات، من دون الخيارات أعلاه.
find-opened = فُتحت { $when }
find-due = تُستحق { $when }
find-late = متأخرة: استُحقت { $when }
find-in-description = ما رُوي:
find-in-address = المكان:
find-in-answer = الجواب:
find-in-name = المتعامل:
find-in-reached = وسيلة الاتصال:
find-in-written = ما كُتب:
find-offers = عدد النتائج: { "{n}" }
find-offers-none = لا توجد نتائج
find-go = انتقال
find-go-hint = اكتب إلى أين تذهب أو عمّ تبحث
find-go-close = إغلاق
find-go-open = المعاملة المفتوحة
find-go-recent = معاملات فتحتَها
find-go-none = لم تفتح أي معاملة بعد.
find-go-pages = الصفحات
