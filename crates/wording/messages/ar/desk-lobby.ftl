# قاعة الانتظار كما يراها من يديرها.
lobby-title = قاعة الانتظار
lobby-of = قاعة الانتظار: { $office }
lobby-none = لا تدير أي قاعة انتظار. اسأل مشرفك.
lobby-offices = المكاتب
lobby-as-of = حتى الساعة { $time }
lobby-live = تحديث تلقائي
lobby-still = إيقاف التحديث
lobby-not-sure = ضع علامة على أن الجميع سيغادرون. لم يتغير شيء.
desk-not-done = لم يتم
desk-titled = { $first }: { $title }
desk-room-lost = لا يوجد اتصال. قد يكون ما تراه هنا قديمًا.
lobby-figures = كيف تسير الأمور
lobby-fine = كما ينبغي
lobby-near = على وشك الإخلال
lobby-missed = لم يتحقق
lobby-unknown = غير معروف بعد
lobby-waiting = ينتظرون الآن
lobby-over-target = الهدف: لا أحد
lobby-longest = أطول انتظار
lobby-at-most = الهدف: { $what } على الأكثر
lobby-at-least = الهدف: { $what } على الأقل
lobby-in-time = نودي عليهم في الوقت اليوم
lobby-gone = غادروا أو لم يحضروا
lobby-ahead = سينتظرون طويلا، خلال 30 دقيقة
lobby-cannot-say = لا يمكننا القول الآن
lobby-counters = الشبابيك
lobby-what-if = إذا فُتح { $counter } أيضا، عدد من يطول انتظارهم: { $half } خلال 30 دقيقة، و{ $hour } خلال 60 دقيقة.
lobby-what-if-same = فتح { $counter } أيضا لن يفيد خلال الساعة القادمة.
lobby-too-long = أطول من الوعد
lobby-takes-in = تذاكر جديدة
lobby-closed = مغلق اليوم
lobby-close = إغلاق
lobby-open = فتح
lobby-no-counter = لا أحد يجلس إلى شباك.
lobby-with = مع
lobby-since = منذ
lobby-free = تحرير هذا الشباك
lobby-day = اليوم، ساعة بساعة
lobby-day-none = لم يأت أحد اليوم.
lobby-hour = من الساعة
lobby-expected = المتوقع
lobby-came = الحاضرون
lobby-counters-needed = الشبابيك اللازمة
lobby-counters-called = الشبابيك التي نادت
lobby-tell = إبلاغ كل من ينتظر
lobby-tell-what = ما يقال لهم بلغتهم
lobby-tell-minutes = لكم دقيقة
lobby-tell-button = إبلاغهم
lobby-told = يقال للجميع حتى الساعة { $time }: { $said }
lobby-unannounce = إيقاف الإبلاغ
lobby-tell-delay = يستغرق الأمر اليوم وقتا أطول من المعتاد. نعتذر.
lobby-tell-systems-down = حواسيبنا لا تعمل. مكانكم محفوظ.
lobby-tell-few-counters = عدد الشبابيك المفتوحة اليوم أقل. نعتذر عن الانتظار.
lobby-tell-closing-early = نغلق اليوم مبكرا. سننادي على أكبر عدد ممكن.
lobby-emergency = إغلاق المكتب الآن
lobby-emergency-text = تنتهي كل الزيارات، ولا ينضم أحد، وتطلب الشاشات من الجميع المغادرة. ويُخبَر بالبريد الإلكتروني من حجز موعدًا اليوم.
lobby-emergency-sure = نعم، على الجميع المغادرة
lobby-emergency-since = المكتب مغلق منذ الساعة { $time }.
lobby-open-again = استقبال الناس من جديد
counter-rest = أخذ استراحة
counter-rest-minutes = لكم دقيقة
counter-rest-button = بدء الاستراحة
counter-return = لقد عدت
lobby-over = { $count ->
    [zero] لا أحد تجاوز الوعد
    [one] شخص واحد تجاوز الوعد
    [two] شخصان تجاوزا الوعد
    [few] { $count } أشخاص تجاوزوا الوعد
    [many] { $count } شخصا تجاوزوا الوعد
   *[other] { $count } شخص تجاوزوا الوعد
  }
lobby-called = { $count ->
    [zero] دون نداءات
    [one] من نداء واحد
    [two] من نداءين
    [few] من { $count } نداءات
    [many] من { $count } نداء
   *[other] من { $count } نداء
  }
lobby-gone-more = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصا
   *[other] { $count } شخص
  }
lobby-ahead-hour = { $count ->
    [zero] لا أحد خلال 60 دقيقة
    [one] واحد خلال 60 دقيقة
    [two] اثنان خلال 60 دقيقة
    [few] { $count } خلال 60 دقيقة
    [many] { $count } خلال 60 دقيقة
   *[other] { $count } خلال 60 دقيقة
  }
lobby-resting = { $count ->
    [zero] لا أحد في استراحة
    [one] واحد في استراحة أو غائب
    [two] اثنان في استراحة أو غائبان
    [few] { $count } في استراحة أو غائبون
    [many] { $count } في استراحة أو غائبون
   *[other] { $count } في استراحة أو غائبون
  }
lobby-needed = { $count ->
    [zero] لا حاجة الآن
    [one] اللازم الآن: شباك واحد
    [two] اللازم الآن: شباكان
    [few] اللازم الآن: { $count } شبابيك
    [many] اللازم الآن: { $count } شباكا
   *[other] اللازم الآن: { $count } شباك
  }
lobby-tell-most = { $count ->
    [zero] دون دقائق
    [one] دقيقة واحدة على الأكثر
    [two] دقيقتان على الأكثر
    [few] { $count } دقائق على الأكثر
    [many] { $count } دقيقة على الأكثر
   *[other] { $count } دقيقة على الأكثر
  }
lobby-ticket = { $count ->
    [zero] دقيقة: التذكرة { $ticket }
    [one] دقيقة: التذكرة { $ticket }
    [two] دقيقتان: التذكرة { $ticket }
    [few] دقائق: التذكرة { $ticket }
    [many] دقيقة: التذكرة { $ticket }
   *[other] دقيقة: التذكرة { $ticket }
  }
lobby-printers = طابعات الأكشاك
lobby-printer = الكشك { $number }
lobby-printer-fine = تطبع.
lobby-printer-gone = لا تطبع منذ { $time }.
lobby-printer-last = آخر تذكرة: { $time }
lobby-printer-never = لم تطبع أي تذكرة بعد.
lobby-printer-mend = افحصوا الورق والكهرباء والكابل. وتبقى التذاكر على الشاشة في هذه الأثناء. وإن لم يُفِد ذلك فأخبروا المسؤول عن النظام.
