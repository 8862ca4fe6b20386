# The desk: signing in, and what is around every page of it.
desk-sign-in = تسجيل الدخول
desk-sign-in-demo = اختر من تريد أن تكون. هذا عرض تجريبي.
desk-sign-in-others = آخرون يعملون هنا
desk-sign-out = تسجيل الخروج
desk-sections = إلى أين
desk-inbox = الوارد
desk-signed-in = أنت مسجّل باسم { $name }
role-clerk = موظف استقبال
role-specialist = مختص
role-supervisor = مشرف
role-analyst = محلّل
role-administrator = مدير النظام
role-contact-centre = مركز الاتصال
desk-code = رمز الموظف الخاص بك
desk-password-word = كلمة المرور
desk-sign-in-wrong = الرمز أو كلمة المرور غير صحيح. حاول مرة أخرى.
desk-sign-in-help = ليس لديك كلمة مرور أو فقدتها؟ اطلب واحدة جديدة ممن يديرون هذا المكتب.
desk-sign-in-as = المتابعة باسم { $name }
desk-sign-in-unknown = لقد دخلت، لكن لا يوجد هنا موظف باسمك. اسأل من يديرون هذا المكتب.
desk-slow-seconds = محاولات كثيرة. انتظر { $count ->
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
  } ثم حاول مرة أخرى.
desk-slow-minutes = محاولات كثيرة. انتظر { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
  } ثم حاول مرة أخرى.
desk-password = تغيير كلمة المرور
desk-password-lead = سيُسجَّل خروجك من كل المتصفحات الأخرى.
desk-password-current = كلمة مرورك الحالية
desk-password-new = كلمة المرور الجديدة
desk-password-again = كلمة المرور الجديدة مرة أخرى
desk-password-hint = أقل طول هو { $count } من الأحرف. بضع كلمات متتالية خيار جيد.
desk-password-change = تغيير كلمة المرور
desk-password-short = كلمة المرور الجديدة قصيرة جدًا. أقل طول هو { $count } من الأحرف.
desk-password-long = كلمة المرور الجديدة طويلة جدًا. أكبر طول هو { $count } من الأحرف.
desk-password-name = كلمة المرور الجديدة هي اسمك. استخدم كلمات أخرى.
desk-password-no-text = في كلمة المرور الجديدة علامات لا يمكن كتابتها. احذفها.
desk-password-differs = هذه لا تطابق كلمة المرور الجديدة. اكتبها مرة أخرى.
desk-password-same = هذه كلمة مرورك الحالية. اختر غيرها.
desk-password-wrong = هذه ليست كلمة مرورك. حاول مرة أخرى.
desk-sessions = أين سجّلت دخولك
desk-session-browser = المتصفح
desk-session-since = منذ
desk-session-seen = آخر استخدام
desk-session-here = هذا المتصفح
desk-session-end = إنهاء
desk-sessions-end-others = إنهاء كل الجلسات الأخرى
desk-sessions-colleagues = زملاء سجّلوا دخولهم
desk-colleague = الزميل
desk-sessions-count = { $count ->
    [zero] { $count } متصفح
    [one] متصفح واحد
    [two] متصفحان
    [few] { $count } متصفحات
    [many] { $count } متصفحًا
   *[other] { $count } متصفح
  }
desk-browser-unknown = متصفح غير معروف
desk-status-serving = مع عميل
desk-status-available = متاح
desk-status-break = في استراحة
desk-status-away = غائب
desk-shift-none = لا مناوبة
desk-break-until = استراحة حتى { $time }
desk-break-over = انتهت الاستراحة عند { $time }
desk-shift = مناوبتك
desk-shift-status = ما حالتك الآن؟
desk-shift-minutes = كم مدة استراحتك؟
desk-shift-channels = كيف تخدم الناس؟
desk-shift-languages = بأي لغات؟
desk-shift-begin = بدء المناوبة
desk-shift-change = حفظ
desk-shift-end = إنهاء المناوبة
desk-shift-no-status = اختر حالتك الآن.
desk-shift-no-minutes = اختر مدة استراحتك.
desk-shift-no-channels = اختر طريقة واحدة على الأقل للخدمة.
desk-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
  }
desk-notes-left = ما تركه فريقك
desk-note-left = { $name }، { $time }
desk-shift-note = ملاحظة لمن يأتي بعدك
desk-shift-note-hint = يراها فريقك عند بدء المناوبة، ولا يراها العملاء أبدًا.
desk-note-wrong = هذه الملاحظة طويلة جدًا أو فيها علامات لا يمكن كتابتها.
desk-hand-over = سلّم حالاتك المفتوحة
desk-hand-nothing = ليس لديك حالات مفتوحة.
desk-hand-to = إلى أين تذهب؟
desk-hand-keep = أحتفظ بها
desk-hand-queue = تعود إلى قائمة الانتظار
desk-hand-words = ملاحظة لفريقك
desk-hand-not-to = لا يجوز لهذا الزميل العمل على هذه الحالة. اختر غيره.
event-signed-in = سجّل موظف دخوله
event-sign-in-failed = فشل تسجيل دخول
event-signed-out = سُجّل خروج موظف
event-password-set = لموظف كلمة مرور جديدة
event-shift-begun = بدأت مناوبة
event-shift-ended = انتهت مناوبة
event-visited = حدث شيء في زيارة
event-counter-changed = فُتح شباك أو تُرك
event-lobby-changed = غيّر مشرف شيئا لكل من ينتظر
event-booked = حُجز موعد في مكتب أو تغير
event-device-changed = رُكبت شاشة أو كشك أو أُطفئ
event-presence-changed = قال موظف هل هو حاضر
