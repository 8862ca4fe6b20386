# شاشة في قاعة الانتظار.
board-off-title = هذه الشاشة غير مُعدّة
board-off-what = يمكن لمن يعتني بها أن يطلب عنوانا جديدا، وأن يفتحه هنا مرة واحدة.
board-come = التذكرة { $ticket }، تفضل إلى { $counter }.
board-closed = هذا المكتب مغلق.
board-opens = هذا المكتب مغلق. يفتح من جديد: { $time }.
board-nobody-called = لا يُنادى أحد الآن.
board-ticket = التذكرة
board-counter = توجه إلى
board-before = نودوا من قبل
board-waits = كم يطول الانتظار
board-nobody = لا أحد ينتظر
board-nobody-waits = لا أحد ينتظر.
board-range = من { $from } إلى { $to } دقيقة
board-waiting = { $count ->
    [zero] لا أحد ينتظر
    [one] ينتظر شخص واحد
    [two] ينتظر شخصان
    [few] ينتظر { $count } أشخاص
    [many] ينتظر { $count } شخصا
   *[other] ينتظر { $count } شخص
  }
board-updated = آخر تحديث
board-lost = انقطع الاتصال – أصغ إلى رقمك
board-sound = شغّل الصوت
board-emergency = اضطررنا إلى الإغلاق. يرجى الخروج من أقرب مخرج.
board-back = يعود { $counter } الساعة { $time }
