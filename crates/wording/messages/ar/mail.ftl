### Mail

mail-received = وصلنا طلبك { $reference }
mail-resolved = أُغلق طلبك { $reference }
mail-resolved-for-reporter = أُغلق ما أبلغت عنه برقم { $reference }
mail-joined = بلاغك { $reference } عن الأمر نفسه الذي في بلاغ آخر
mail-reopened = فُتح طلبك { $reference } من جديد
mail-passed-on = طلبك { $reference } الآن لدى جهة أخرى
mail-late = تأخرنا في طلبك { $reference }
mail-feedback = كيف سارت الأمور مع طلبك { $reference }؟
mail-follow = لمتابعة طلبك استخدم الرقم { $reference } والرمز السري الذي عُرض عليك عند إرساله.
mail-follow-at = لمتابعة طلبك افتح { $site } وأدخل الرقم { $reference } والرمز السري الذي عُرض عليك عند إرساله.
mail-not-you = إن لم ترسل أي طلب فقد أعطى شخص ما عنوانك بالخطأ. ليس عليك أن تفعل شيئًا.
mail-code = رمزك لدى { $city }
mail-code-words =
    { $count ->
        [one] رمزك هو { $code }. يصلح لدقيقة واحدة ولمرة واحدة.
        [two] رمزك هو { $code }. يصلح لدقيقتين ولمرة واحدة.
        [few] رمزك هو { $code }. يصلح { $count } دقائق ولمرة واحدة.
       *[other] رمزك هو { $code }. يصلح { $count } دقيقة ولمرة واحدة.
    }
mail-code-beware = إن لم تطلب رمزًا فليس عليك أن تفعل شيئًا. لن نطلب منك أبدًا أن تخبر به أحدًا.
mail-foot = ترسل { $city } هذه الرسالة تلقائيًا، ولا يقرأ أحد الردود عليها. للمساعدة: { $contact }
