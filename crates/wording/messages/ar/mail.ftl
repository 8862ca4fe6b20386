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
