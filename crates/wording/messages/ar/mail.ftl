### Mail

mail-received = وصلنا طلبك { $reference }
mail-resolved = أُغلق طلبك { $reference }
mail-resolved-for-reporter = أُغلق ما أبلغت عنه بالرقم المرجعي { $reference }
mail-joined = بلاغك { $reference } عن الأمر نفسه الذي في بلاغ آخر
mail-reopened = فُتح طلبك { $reference } من جديد
mail-passed-on = طلبك { $reference } الآن لدى جهة أخرى
mail-late = تأخرنا في طلبك { $reference }
mail-feedback = كيف سارت الأمور مع طلبك { $reference }؟
mail-follow = لمعرفة أين وصل طلبك يلزمك الرقم المرجعي { $reference } والرمز السري الذي أظهرناه لك عند الإرسال.
mail-follow-at = لمعرفة أين وصل طلبك نرجو فتح { $site } وكتابة الرقم المرجعي { $reference } والرمز السري الذي أظهرناه لك عند الإرسال.
mail-not-you = إن لم يصلنا أي طلب منك، فقد أعطى شخص ما عنوانك بالخطأ. ولا شيء مطلوب منك.
mail-code = رمزك لدى { $city }
mail-code-words =
    { $count ->
        [one] رمزك هو { $code }. يصلح لدقيقة واحدة ولمرة واحدة.
        [two] رمزك هو { $code }. يصلح لدقيقتين ولمرة واحدة.
        [few] رمزك هو { $code }. يصلح لمدة { $count } دقائق ولمرة واحدة.
       *[other] رمزك هو { $code }. يصلح لمدة { $count } دقيقة ولمرة واحدة.
    }
mail-code-beware = إن لم يكن هذا الرمز بناءً على طلبك، فلا شيء مطلوب منك. ولن نطلب منك أبدًا إخبار أحد به.
mail-foot = ترسل { $city } هذه الرسالة تلقائيًا، ولا يقرأ أحد الردود عليها. للمساعدة: { $contact }
mail-answered = يوجد رد على طلبك { $reference }
mail-asked = لدينا سؤال عن طلبك { $reference }
mail-lost = إن لم يعد لديك الرمز السري، فيمكنك هناك الحصول على رمز بالبريد الإلكتروني.
mail-prove = هل تريد رسالة عند كل خطوة؟ نرجو إثبات أن هذا العنوان لك. يمكنك الحصول على رمز هنا:
mail-resume = متابعة طلبك إلى { $city }
mail-resume-words = حفظت طلبًا عن { $service }. للمتابعة نرجو فتح هذا العنوان:
mail-resume-until = يعمل حتى { $date }. كل من لديه هذا العنوان يستطيع قراءة ما كتبته.
mail-resume-not-you = إن لم تحفظ شيئًا، فقد أعطى أحدهم عنوانك خطأً. لا يلزمك فعل شيء.
mail-report-ask = هل تريد أخبار البلاغ { $reference }؟
mail-report-ask-words = طلب منا أحدهم إرسال أخبار البلاغ { $reference } عن { $service } إلى هذا العنوان. إن كان الطلب منك، فنرجو فتح هذه الصفحة والضغط على الزر:
mail-report-ask-not-you = إن لم يكن الطلب منك، فلا يلزمك فعل شيء. ولن نرسل إليك شيئًا آخر.
mail-report-news = أخبار البلاغ { $reference }
mail-report-news-words = هناك جديد في البلاغ { $reference } عن { $service }:
mail-report-more = يمكنك رؤية البلاغ هنا:
mail-report-stop = طلبت منا هذه الأخبار. لإيقافها نرجو فتح هذه الصفحة والضغط على الزر:
notice-answered = يوجد رد على طلبك { $reference }. حفاظًا على سريته، ليس الرد في هذه الرسالة.
notice-asked = نحتاج إلى معرفة شيء من أجل طلبك { $reference }. ينتظر العمل حتى تجيب. حفاظًا على سريته، ليس السؤال في هذه الرسالة.
